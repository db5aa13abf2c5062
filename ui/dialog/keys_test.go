package dialog_test

import (
	"reflect"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"cordial/keymap"
	"cordial/model"
	"cordial/model/triage"
	"cordial/ui/ask"
	"cordial/ui/dialog"
)

func TestNoteKeys(t *testing.T) {
	note := func(text string) []ask.Request {
		return []ask.Request{ask.Batch{ask.AddNote{Target: id(0), Text: text}, ask.Close{}}}
	}
	for _, c := range []steps{
		{"enter saves", append(typed("call her"), "enter"), note("call her")},
		{"ctrl+s saves", append(typed("call her"), "ctrl+s"), note("call her")},
		{"alt+enter begins a line", append(typed("a"), "alt+enter", "b", "enter"), note("a\nb")},
		{"ctrl+j, too", append(typed("a"), "ctrl+j", "b", "enter"), note("a\nb")},
		{"arrows move the caret", append(typed("ac"), "left", "b", "enter"), note("abc")},
		{"up goes a line up", []string{"a", "ctrl+j", "b", "up", "x", "enter"}, note("ax\nb")},
		{"nothing to save", []string{"enter", " ", "ctrl+s"}, nil},
		{"esc closes an empty one", []string{" ", "esc"}, []ask.Request{ask.Close{}}},
		{"esc asks when a text would be lost", []string{"a", "esc"}, []ask.Request{ask.Question{
			Title: "Throw this note away?", Text: "a", YesText: "yes, throw it away", NoText: "no, go on", Yes: ask.Close{},
		}}},
	} {
		t.Run(c.name, func(t *testing.T) { c.walk(t, dialog.NewNote(newTown(t).world, id(0))) })
	}
}

// A paste is text, line breaks included, and never a command.
func TestNotePaste(t *testing.T) {
	d := dialog.NewNote(newTown(t).world, id(0))
	d.Key(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("one\r\ntwo\x1b[31m\u202e"), Paste: true})
	got := press(d, "enter")[0].(ask.Batch)[0].(ask.AddNote).Text
	if got != "one\ntwo[31m" {
		t.Errorf("saved %q", got)
	}
}

func TestQuestionKeys(t *testing.T) {
	q := ask.Question{Title: "?", Yes: ask.GoToCredits{}, No: ask.FindPeople{}, Later: ask.ShowHelp{}}
	bare := ask.Question{Title: "?"}
	for _, c := range []struct {
		name  string
		q     ask.Question
		since time.Duration
		keys  []string
		want  []ask.Request
	}{
		{"yes", q, time.Second, []string{"y"}, []ask.Request{ask.Batch{ask.Close{}, ask.GoToCredits{}}}},
		{"no", q, time.Second, []string{"n"}, []ask.Request{ask.Batch{ask.Close{}, ask.FindPeople{}}}},
		{"later", q, time.Second, []string{"l"}, []ask.Request{ask.Batch{ask.Close{}, ask.ShowHelp{}}}},
		{"enter is no", q, time.Second, []string{"enter"}, []ask.Request{ask.Batch{ask.Close{}, ask.FindPeople{}}}},
		{"esc is no", q, time.Second, []string{"esc"}, []ask.Request{ask.Batch{ask.Close{}, ask.FindPeople{}}}},
		{"other letters are nothing", q, time.Second, []string{"x", "Y", "space", "1"}, nil},
		{"without requests it closes", bare, time.Second, []string{"y"}, []ask.Request{ask.Close{}}},
		{"later only if it is offered", bare, time.Second, []string{"l"}, nil},
		{"too soon for any key but esc", q, 299 * time.Millisecond, []string{"enter", "y", "n", "l"}, nil},
		{"esc is never too soon", q, 0, []string{"esc"}, []ask.Request{ask.Batch{ask.Close{}, ask.FindPeople{}}}},
		{"300 ms are enough", q, 300 * time.Millisecond, []string{"y"}, []ask.Request{ask.Batch{ask.Close{}, ask.GoToCredits{}}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := dialog.NewQuestion(newTown(t).world, c.q)
			d.Elapsed(c.since)
			if got := press(d, c.keys...); !reflect.DeepEqual(got, c.want) {
				t.Errorf("asked for %#v, want %#v", got, c.want)
			}
		})
	}
}

func TestSearchKeys(t *testing.T) {
	person := func(n int) ask.Request {
		return ask.Batch{ask.Close{}, ask.GoToPerson{Key: people()[n].Key}}
	}
	tab := ask.Batch{ask.Close{}, ask.GoToTab{Tab: triage.Tab{Kind: triage.Labelled, Label: "Hot Leads"}}}
	for _, c := range []steps{
		{"nothing typed: the latest", []string{"enter"}, []ask.Request{person(0)}},
		{"the one below", []string{"down", "enter"}, []ask.Request{person(1)}},
		{"accents aside", append(typed("muller"), "enter"), []ask.Request{person(1)}},
		{"by company", append(typed("umbrella"), "enter"), []ask.Request{person(4)}},
		{"by name and company", append(typed("globex oz"), "enter"), []ask.Request{person(2)}},
		{"Chinese", append(typed("小明"), "enter"), []ask.Request{person(5)}},
		{"a label", append(typed("hot"), "enter"), []ask.Request{tab}},
		{"labels alone", append(typed("#h"), "enter"), []ask.Request{tab}},
		{
			"only somebody the journal knows", append(typed("zoe"), "enter"),
			[]ask.Request{ask.Batch{ask.Close{}, ask.GoToPerson{Key: model.PersonKey("zoe")}}},
		},
		{"nobody", append(typed("qqq"), "enter"), nil},
		{"a new query begins at its best answer", append([]string{"down", "down"}, append(typed("maria"), "enter")...), []ask.Request{person(0)}},
		{"esc closes", append(typed("maria"), "esc"), []ask.Request{ask.Close{}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := newTown(t)
			w.record(w.world.Book.AddContact(model.ContactAdded{Contact: "zoe", Name: "Zoë Quinn"}, w.world.Now))
			c.walk(t, dialog.NewSearch(w.world))
		})
	}
}

// While the people are being read the dialog says so, and then goes on with what
// was typed.
func TestSearchWaits(t *testing.T) {
	w := newTown(t)
	directory := w.world.People
	w.world.People = nil
	d := dialog.NewSearch(w.world)
	if got := press(d, append(typed("muller"), "enter")...); got != nil {
		t.Fatalf("asked for %#v", got)
	}
	if got := frame(d, 80, 24); !strings.Contains(got, "being read") {
		t.Errorf("drawn:\n%s", got)
	}
	w.world.People = directory
	d.Refresh(w.world)
	want := []ask.Request{ask.Batch{ask.Close{}, ask.GoToPerson{Key: people()[1].Key}}}
	if got := press(d, "enter"); !reflect.DeepEqual(got, want) {
		t.Errorf("asked for %#v", got)
	}
}

// Somebody whom both the export and the journal name is found once.
func TestSearchFindsOnce(t *testing.T) {
	w := newTown(t)
	career(w) // which makes Lena a contact
	d := dialog.NewSearch(w.world)
	press(d, typed("lena")...)
	if got := frame(d, 80, 24); !strings.Contains(got, "1 found") {
		t.Errorf("drawn:\n%s", got)
	}
}

func TestHelp(t *testing.T) {
	off := map[keymap.Action]string{keymap.InMailLog: "not needed, you are connected"}
	d := dialog.NewHelp(keymap.Default(), keymap.Stack(keymap.Thread), off)
	for _, c := range []struct {
		keys      []string
		want, not string
	}{
		{nil, "thread keys", ""},
		{nil, "Not now  C log a sent InMail: not needed, you are connected", ""},
		{typed("xqz"), "No key does that here", "archive"},
		{[]string{"ctrl+u", "a", "r", "c", "h"}, "Take it out of the inbox", "Not now"},
		{[]string{"ctrl+u", "i", "n", "m", "a", "i", "l"}, "Not now: not needed", "star"},
		{[]string{"ctrl+u", "tab"}, "inbox keys", "thread keys"},
		{[]string{"tab"}, "credits keys", ""},
		{[]string{"pgdown", "pgup", "down", "up"}, "credits keys", ""},
	} {
		if got := press(d, c.keys...); got != nil {
			t.Errorf("%q asks for %#v", c.keys, got)
		}
		got := frame(d, 120, 36)
		if !strings.Contains(got, c.want) || c.not != "" && strings.Contains(got, c.not) {
			t.Errorf("after %q, want %q and not %q:\n%s", c.keys, c.want, c.not, got)
		}
	}
	for _, k := range []string{"esc", "f1"} {
		if got := press(d, k); !reflect.DeepEqual(got, []ask.Request{ask.Close{}}) {
			t.Errorf("%s asks for %#v", k, got)
		}
	}
}

// Every action of every place is in the help of that place, whatever the height.
func TestHelpShowsEverything(t *testing.T) {
	for _, scope := range keymap.Scopes() {
		scopes := keymap.Stack(scope)
		d := dialog.NewHelp(keymap.Default(), scopes, nil)
		var all strings.Builder
		for range 20 {
			all.WriteString(frame(d, 80, 24))
			press(d, "pgdown")
		}
		for _, section := range keymap.Default().Help(scopes...) {
			for _, row := range section.Rows {
				if !strings.Contains(all.String(), row.Title) {
					t.Errorf("%s: %q is nowhere in the help", scope, row.Title)
				}
			}
		}
	}
}

// A seat half described is not thrown away without a question.
func TestSeatAsks(t *testing.T) {
	for _, c := range []struct {
		keys []string
		want string // in the question; empty when there is none
	}{
		{[]string{"right", "esc"}, ""},
		{[]string{"up", "M", "e", "esc"}, "Me"},
		{[]string{"tab", "5", "tab", "1", "1", "esc"}, "5, 11"},
	} {
		got := press(dialog.NewSeat(newTown(t).world), c.keys...)
		q, asks := got[0].(ask.Question)
		if asks != (c.want != "") || q.Text != c.want {
			t.Errorf("%q: %#v, want a question about %q", c.keys, got, c.want)
		}
	}
}

// crowd is 100,000 people.
func crowd() peopleSet {
	first := []string{"Maria", "Jürgen", "Aiko", "Samuel", "Priya", "Diego", "Lena", "Pavel", "François", "王小明"}
	last := []string{"Rossi", "Müller", "Nakamura", "O'Brien", "Shah", "García", "Öztürk", "Ivanov", "Smith", "Andersson"}
	set := make(peopleSet, 100_000)
	for i := range set {
		name := first[i%10] + " " + last[i/10%10] + " " + last[i/100%10]
		set[i] = model.Person{ID: name, Key: model.Key(i + 1), Name: name, Company: last[i/1000%10] + " & Co"}
	}
	return set
}

func BenchmarkDirectory(b *testing.B) {
	set := crowd()
	b.ReportAllocs()
	for b.Loop() {
		dialog.NewDirectory(set)
	}
}

func BenchmarkSearchKey(b *testing.B) {
	w := newTown(b)
	w.world.People = dialog.NewDirectory(crowd())
	d := dialog.NewSearch(w.world)
	press(d, typed("muller mari")...)
	b.ReportAllocs()
	for b.Loop() {
		press(d, "a", "backspace")
	}
}
