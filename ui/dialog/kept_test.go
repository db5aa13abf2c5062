package dialog_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"cordial/model"
	"cordial/model/credit"
	"cordial/model/triage"
	"cordial/ui/ask"
	"cordial/ui/dialog"
)

// marker is a text of the user's own.
const marker = "Zebra"

// writer is a dialog that keeps a text of the user's own.
type writer struct {
	name  string
	make  func(w *town) dialog.Dialog
	field []string                 // keys that lead to the field
	ready []string                 // keys that make the rest complete
	saved func(ask.Request) string // the text in the request that saves it
}

func writers() []writer {
	return []writer{
		{
			"note", func(w *town) dialog.Dialog { return dialog.NewNote(w.world, id(0)) }, nil, nil,
			func(r ask.Request) string { return r.(ask.AddNote).Text },
		},
		{
			"remind", func(w *town) dialog.Dialog { return dialog.NewRemind(w.world, []triage.ID{id(0)}, false) },
			[]string{"shift+tab"},
			[]string{"1"},
			func(r ask.Request) string { return r.(ask.SetReminder).Text },
		},
		{
			"inmail", func(w *town) dialog.Dialog { return dialog.NewInMail(w.world, people()[1]) }, nil, nil,
			func(r ask.Request) string { return r.(ask.LogInMail).InMail.Subject },
		},
		{
			"seat", func(w *town) dialog.Dialog { return dialog.NewSeat(w.world) },
			[]string{"up"},
			[]string{"p"},
			func(r ask.Request) string { return r.(ask.OpenSeat).Seat.Name },
		},
	}
}

// What the user has written is never lost in silence: wherever the keys lead
// afterwards, as long as none of them deletes, the dialog closes only when the
// text is in the request that saves it; otherwise it asks, quoting it.
func TestTextIsKept(t *testing.T) {
	harmless := []string{
		"tab", "shift+tab", "up", "down", "left", "right", "home", "end", "enter", "ctrl+s", "ctrl+o", "ctrl+n", "ctrl+p",
		"esc", "f1", "pgup", "pgdown", "alt+x", "ctrl+j", "ctrl+l",
	}
	for _, c := range writers() {
		t.Run(c.name, func(t *testing.T) {
			rapid.Check(t, func(rt *rapid.T) {
				w := newTown(t)
				career(w)
				d := c.make(w)
				press(d, c.ready...)
				press(d, c.field...)
				press(d, typed(marker)...)
				for _, k := range rapid.SliceOfN(rapid.SampledFrom(harmless), 1, 20).Draw(rt, "keys") {
					for _, r := range press(d, k) {
						switch r := r.(type) {
						case ask.Batch:
							if got := c.saved(r[0]); letters(got) != letters(marker) {
								rt.Fatalf("%s saves %q", k, got)
							}
							return
						case ask.Question:
							if !strings.Contains(letters(r.Text), "ebr") {
								rt.Fatalf("the question quotes %q", r.Text)
							}
						default:
							rt.Fatalf("%s asks for %#v while there is text", k, r)
						}
					}
					d.Refresh(w.world)
					d.Draw(plain(), 80, 24)
				}
			})
		})
	}
}

// letters is a text without the blanks and line breaks that keys may have added.
func letters(s string) string { return strings.Join(strings.Fields(s), "") }

// A refresh, as one comes every minute and after every decision, changes nothing
// that was typed or chosen.
func TestRefreshKeeps(t *testing.T) {
	for _, c := range drawings() {
		t.Run(c.name, func(t *testing.T) {
			w := newTown(t)
			d := c.make(w)
			before := frame(d, 100, 30)
			d.Refresh(w.world)
			if after := frame(d, 100, 30); after != before {
				t.Errorf("before:\n%s\nafter:\n%s", before, after)
			}
		})
	}
}

// Where nothing is answered by a plan's rule, the dialogs say when the credit
// comes back, and that an answer forfeits it.
func TestNoReplyPlan(t *testing.T) {
	w := newTown(t)
	noReply := credit.RefundOnNoReply
	d := dialog.NewSeat(w.world)
	opened := press(d, "p", "enter")[0].(ask.Batch)[0].(ask.OpenSeat)
	opened.Seat.Policy = &credit.Overrides{RefundRule: &noReply}
	w.obey(d, opened)
	for width, want := range map[int]string{
		80: "Refunded on 17 Feb 2027 if Jürgen Müller has not answered by 16 Feb 2027 (90 days).",
		40: "Refunded if unanswered by 16 Feb 2027.",
	} {
		if got := flat(dialog.NewInMail(w.world, people()[1]), width); !strings.Contains(got, want) {
			t.Errorf("at %d columns want %q:\n%s", width, want, got)
		}
	}
	w.send(1, "premium-career", "11-18 14:02")
	if got := flat(dialog.NewAnswer(w.world, people()[1]), 80); !strings.Contains(got, "No credit comes back: this plan returns it when there is no answer.") {
		t.Errorf("the answer:\n%s", got)
	}
}

// flat is a drawing without frame and line breaks.
func flat(d dialog.Dialog, w int) string {
	return strings.Join(strings.Fields(strings.NewReplacer("│", " ", "\n", " ").Replace(frame(d, w, 24))), " ")
}

// A credit of a plan without expiry never expires, and the dialogs say so.
func TestLastingPlan(t *testing.T) {
	w := newTown(t)
	w.seat("Main", "recruiter-corporate", "09-01 09:00", nil)
	w.send(2, "main", "11-06 10:14")
	if got := flat(dialog.NewInMail(w.world, people()[1]), 80); !strings.Contains(got, "lot of 1 Sep, never expires") {
		t.Errorf("the check:\n%s", got)
	}
	if got := flat(dialog.NewAnswer(w.world, people()[2]), 80); !strings.Contains(got, "The credit comes back: +1, never expires.") {
		t.Errorf("the answer:\n%s", got)
	}
}

// A free InMail brings nothing back, and a credit comes back only once.
func TestAnswerBringsNothing(t *testing.T) {
	w := newTown(t)
	career(w)
	w.send(4, "main", "11-10 10:00")
	if got := flat(dialog.NewAnswer(w.world, people()[4]), 80); !strings.Contains(got, "No credit comes back: the InMail cost none.") {
		t.Errorf("a free one:\n%s", got)
	}
	d := dialog.NewAnswer(w.world, people()[2])
	w.obey(d, press(d, "enter")[0])
	if got := flat(dialog.NewAnswer(w.world, people()[2]), 80); !strings.Contains(got, "is answered already") {
		t.Errorf("the second time:\n%s", got)
	}
	if got := press(dialog.NewAnswer(w.world, people()[2]), "enter", "ctrl+o"); got != nil {
		t.Errorf("the second time asks for %#v", got)
	}
}

// The rows of a long answer scroll under the cursor, and the best one is first
// again for a new query.
func TestSearchScrolls(t *testing.T) {
	w := newTown(t)
	var crowd peopleSet
	for i := range 60 {
		name := fmt.Sprintf("Person %02d", i)
		crowd = append(crowd, model.Person{ID: name, Key: model.PersonKey(name), Name: name})
	}
	w.world.People = dialog.NewDirectory(crowd)
	d := dialog.NewSearch(w.world)
	press(d, typed("person")...)
	for range 40 {
		press(d, "down")
		frame(d, 80, 24)
	}
	if got := frame(d, 80, 24); !strings.Contains(got, "▌ Person 40") {
		t.Errorf("after 40 downs:\n%s", got)
	}
	press(d, "pgdown", "pgdown", "pgdown", "pgdown", "pgdown")
	if got := press(d, "enter")[0].(ask.Batch)[1]; got != (ask.GoToPerson{Key: crowd[59].Key}) {
		t.Errorf("the last one: %#v", got)
	}
	press(d, " ", "0", "7")
	if got := press(d, "enter")[0].(ask.Batch)[1]; got != (ask.GoToPerson{Key: crowd[7].Key}) {
		t.Errorf("the seventh: %#v", got)
	}
}
