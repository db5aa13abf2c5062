package credits_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"cordial/model"
	"cordial/model/credit"
	"cordial/ui/ask"
	"cordial/ui/widget"
)

func fitted(text string, w int) string {
	if text == "" {
		return ""
	}
	return widget.Fit(text, w)
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}

// sees fails unless every text is drawn.
func sees(t testing.TB, frame string, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if !strings.Contains(frame, text) {
			t.Errorf("%q is not drawn:\n%s", text, frame)
		}
	}
}

// The keys that lead somewhere, with autumn on a screen of 80×24.
func TestKeys(t *testing.T) {
	lena := person("Lena Öztürk").Key
	for _, c := range []struct {
		name  string
		keys  []string
		want  []ask.Request
		drawn string
	}{
		{"esc leaves", []string{"esc"}, []ask.Request{ask.Back{}}, ""},
		{"enter on the meter asks why", []string{"enter"}, []ask.Request{ask.ShowWhy{Seat: "main"}}, ""},
		{"enter on what is lost tells it", []string{"j", "enter"}, nil, "1 credit lost on 30 Nov"},
		{"enter on whom to write to lists them", []string{"j", "j", "j", "enter"}, nil, "WHOM TO WRITE TO"},
		{"a lot in full", append(repeat("j", 4), "enter"), nil, "Of 5 credits granted on 1 Sep"},
		{"esc closes it first", append(repeat("j", 4), "enter", "esc"), nil, "LOTS BY EXPIRY"},
		{"so does enter", append(repeat("j", 4), "enter", "enter"), nil, "LOTS BY EXPIRY"},
		{"j goes on inside", append(repeat("j", 4), "enter", "j", "j", "j", "j", "j"), nil, "Next grant"},
		{"a dip is explained", append(repeat("j", 10), "enter"), nil, "A dip of 1 day"},
		{"an open InMail leads to its person", append(repeat("j", 11), "enter"), []ask.Request{ask.GoToPerson{Key: lena}}, ""},
		{"the end is the totals", []string{"G", "enter"}, nil, "every credit is accounted for"},
		{"the statement", []string{"tab"}, nil, "Mei Lin"},
		{"its newest line in full", []string{"tab", "enter"}, nil, "paid for an InMail to Mei Lin"},
		{"and on to the person", []string{"tab", "j", "j", "j", "enter", "enter"}, []ask.Request{ask.GoToPerson{Key: lena}}, ""},
		{"its oldest line", []string{"tab", "G", "enter"}, nil, "activation grant of Premium Career"},
		{"the forecast", []string{"tab", "tab"}, nil, "[Forecast]"},
		{"a day of it", []string{"tab", "tab", "j", "enter"}, nil, "Tue 1 Dec 2026"},
		{"the plan", []string{"tab", "tab", "tab"}, nil, "a credit comes back on"},
		{"tab goes round", []string{"tab", "tab", "tab", "tab"}, nil, "LOTS BY EXPIRY"},
		{"shift+tab, too", []string{"shift+tab"}, nil, "[Plan]"},
		{"beyond the top is the top", []string{"k", "pgup", "g", "g", "enter"}, []ask.Request{ask.ShowWhy{Seat: "main"}}, ""},
		{"w lists whom to write to", []string{"w"}, nil, "WHOM TO WRITE TO"},
		{"esc leaves the list", []string{"w", "esc"}, nil, "LOTS BY EXPIRY"},
		{"= reconciles", []string{"="}, []ask.Request{ask.FillReconcile{Seat: "main"}}, ""},
		{"f takes a pace", []string{"f"}, []ask.Request{ask.FillPace{Seat: "main"}}, ""},
		{"s switches", []string{"s"}, []ask.Request{ask.SwitchSeat{}}, ""},
		{"n opens a seat", []string{"n"}, []ask.Request{ask.FillSeat{}}, ""},
		{"c writes to the person of the line", []string{"tab", "c"}, []ask.Request{ask.Compose{Person: model.Person{Key: person("Mei Lin").Key}}}, ""},
		{"of an open InMail, too", append(repeat("j", 11), "c"), []ask.Request{ask.Compose{Person: model.Person{Key: lena}}}, ""},
		{"without a person it lists whom to write to", []string{"c"}, nil, "WHOM TO WRITE TO"},
		{"p changes the plan", []string{"p"}, []ask.Request{ask.FillPlan{Seat: "main"}}, ""},
		{"$ prices it", []string{"$"}, []ask.Request{ask.FillPrice{Seat: "main"}}, ""},
		{"# cancels it", []string{"#"}, []ask.Request{ask.FillCancel{Seat: "main"}}, ""},
		{"enter on the plan changes it", []string{"shift+tab", "j", "enter"}, []ask.Request{ask.FillPlan{Seat: "main"}}, ""},
		{"enter on the price prices it", []string{"shift+tab", "j", "j", "enter"}, []ask.Request{ask.FillPrice{Seat: "main"}}, ""},
		{
			"enter on a number changes it",
			[]string{"shift+tab", "j", "j", "j", "enter"},
			[]ask.Request{ask.FillPolicy{Seat: "main", Field: credit.FieldMonthly}},
			"",
		},
		{"enter on the last one", []string{"shift+tab", "G", "enter"}, []ask.Request{ask.FillPolicy{Seat: "main", Field: credit.FieldRefundAtCap}}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := newTown(t)
			autumn(w)
			s := w.screen()
			draw(s, 80, 24)
			if got := press(s, c.keys...); !reflect.DeepEqual(got, c.want) {
				t.Errorf("asked for %#v, want %#v", got, c.want)
			}
			sees(t, draw(s, 80, 24), c.drawn)
		})
	}
}

func repeat(key string, n int) []string {
	keys := make([]string, n)
	for i := range keys {
		keys[i] = key
	}
	return keys
}

// Without a seat every key that is about one leads to opening it.
func TestWithoutSeat(t *testing.T) {
	for _, key := range []string{"enter", "=", "f", "s", "n", "p", "$", "#"} {
		s := newTown(t).screen()
		if got := press(s, "tab", "j", "G", key); !reflect.DeepEqual(got, []ask.Request{ask.FillSeat{}}) {
			t.Errorf("%s asks for %#v", key, got)
		}
		isBlock(t, draw(s, 80, 24), 80, 24)
	}
	if got := press(newTown(t).screen(), "w", "enter"); !reflect.DeepEqual(got, []ask.Request{ask.FillSeat{}}) {
		t.Errorf("whom to write to: %#v", got)
	}
}

// Somebody who has an InMail is not on the list; those whom a message reaches come
// last; going to one and coming back keeps the place.
func TestWhom(t *testing.T) {
	w := newTown(t)
	leads(w)
	s := w.screen()
	draw(s, 80, 24)
	press(s, "w")
	frame := draw(s, 80, 24)
	sees(t, frame, "Priya Shah", "Diego García", "Maria Rossi", "free: 1st", "1 of 3 are 1st degree", "Send 3 more in all by 30 Nov to lose none.")
	if strings.Contains(frame, "Lena") {
		t.Errorf("Lena has an InMail:\n%s", frame)
	}
	order := []int{strings.Index(frame, "Priya"), strings.Index(frame, "Diego"), strings.Index(frame, "Maria")}
	if order[0] > order[1] || order[1] > order[2] {
		t.Errorf("the order is wrong:\n%s", frame)
	}
	diego := ask.GoToPerson{Key: person("Diego García").Key}
	if got := press(s, "j", "enter"); !reflect.DeepEqual(got, []ask.Request{diego}) {
		t.Fatalf("asked for %#v", got)
	}
	if got := press(s, "c"); !reflect.DeepEqual(got, []ask.Request{ask.Compose{Person: model.Person{Key: diego.Key}}}) {
		t.Fatalf("to write asks for %#v", got)
	}
	if got := s.Around(); len(got) != 2 || got[0].Person != diego.Key {
		t.Errorf("read ahead are %v", got)
	}
	w.send("Priya Shah", "2026-11-18 11:00")
	s.Refresh(w.world())
	if got := press(s, "enter"); !reflect.DeepEqual(got, []ask.Request{diego}) {
		t.Errorf("after Priya has an InMail: %#v", got)
	}
	w.send("Diego García", "2026-11-18 12:00")
	s.Refresh(w.world())
	maria := ask.GoToPerson{Key: person("Maria Rossi").Key}
	if got := press(s, "enter"); !reflect.DeepEqual(got, []ask.Request{maria}) {
		t.Errorf("after Diego has an InMail: %#v", got)
	}
}

// A seat that is not the active one becomes it by Enter; one without a plan is only
// shown.
func TestSeats(t *testing.T) {
	w := newTown(t)
	w.open("Old", "career", "2025-01-01 09:00")
	w.record(w.book.CancelSeat("old", w.at("2025-02-01 09:00"), w.now))
	autumn(w)
	w.open("Hiring", "recruiter-lite", "2026-11-01 09:00")
	s := w.screen()
	press(s, "shift+tab")
	sees(t, draw(s, 120, 36), "Main (2/3)")
	if got := press(s, "j", "j", "enter"); !reflect.DeepEqual(got, []ask.Request{ask.ActivateSeat{Seat: "hiring"}}) {
		t.Errorf("asked for %#v", got)
	}
	if got := press(s, "g", "g", "enter"); got != nil {
		t.Errorf("a seat without a plan asks for %#v", got)
	}
	sees(t, draw(s, 120, 36), "Old (1/3)", "cancelled")
	if s.Seat() != "old" {
		t.Errorf("the seat meant is %q", s.Seat())
	}
	if got := press(s, "="); !reflect.DeepEqual(got, []ask.Request{ask.FillReconcile{Seat: "old"}}) {
		t.Errorf("= asks for %#v", got)
	}
}

// Somebody who wrote after the InMail is pointed out, at every size.
func TestLooksAnswered(t *testing.T) {
	w := newTown(t)
	autumn(w)
	w.talk("Carl Berg", "2026-11-17 10:00", false)
	s := w.screen()
	for _, size := range [][2]int{{120, 36}, {80, 36}, {40, 36}} {
		frame := draw(s, size[0], size[1])
		if strings.Count(frame, "has written since") != 1 {
			t.Errorf("on %v:\n%s", size, frame)
		}
		for line := range strings.SplitSeq(frame, "\n") {
			if strings.Contains(line, "has written since") && !strings.Contains(line, "Carl Berg") {
				t.Errorf("the wrong one: %s", line)
			}
		}
	}
	press(s, "G", "enter", "k", "k")
	sees(t, draw(s, 80, 24), "InMail to Carl Berg", "they have written since")
	w.answer("Carl Berg", model.AnswerReplied, "2026-11-17 10:00")
	s.Refresh(w.world())
	if frame := draw(s, 120, 36); strings.Contains(frame, "written since") {
		t.Errorf("after the answer is recorded:\n%s", frame)
	}
}

// Credits sent without one are the first thing that is said, and Enter settles them.
func TestOverdrawnLeadsToReconcile(t *testing.T) {
	w := newTown(t)
	w.open("Main", "free", "2026-11-01 09:00")
	w.send("Lena Öztürk", "2026-11-02 09:00")
	s := w.screen()
	if got := press(s, "enter"); !reflect.DeepEqual(got, []ask.Request{ask.FillReconcile{Seat: "main"}}) {
		t.Errorf("asked for %#v", got)
	}
	w.record(w.book.Reconcile("main", 0, w.now, w.now))
	s.Refresh(w.world())
	if got := draw(s, 80, 24); strings.Contains(got, "without a credit") {
		t.Errorf("after reconciling:\n%s", got)
	}
}

// A story that is longer than the screen is read page by page.
func TestLongStory(t *testing.T) {
	w := newTown(t)
	w.open("Main", "business", "2026-09-01 09:00")
	for i := range 12 {
		w.send(fmt.Sprintf("Person %d", i), fmt.Sprintf("2026-10-%02d 10:00", i+2))
	}
	s := w.screen()
	draw(s, 40, 15)
	press(s, append(repeat("j", 3), "enter")...)
	sees(t, draw(s, 40, 15), "3 credits left", "pgdown more")
	press(s, "pgdown")
	sees(t, draw(s, 40, 15), "9 Oct -1 InMail")
	press(s, "pgdown", "pgdown", "pgdown")
	sees(t, draw(s, 40, 15), "13 Oct -1 InMail")
	press(s, "pgup", "pgup", "pgup")
	sees(t, draw(s, 40, 15), "Of 15 credits granted on 1 Sep")
	press(s, "j")
	sees(t, draw(s, 40, 15), "15 credits left")
}

// What is told in full follows the world: an answer changes the story that is open.
func TestStoryFollows(t *testing.T) {
	w := newTown(t)
	autumn(w)
	s := w.screen()
	press(s, "tab", "enter")
	sees(t, draw(s, 80, 24), "It is open, on day 3 of 90")
	w.answer("Mei Lin", model.AnswerReplied, "2026-11-18 09:00")
	s.Refresh(w.world())
	sees(t, draw(s, 80, 24), "came back for the InMail of 15 Nov to Mei Lin")
}
