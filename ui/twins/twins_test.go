package twins_test

import (
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"cordial/model"
	"cordial/model/day"
	"cordial/model/triage"
	"cordial/ui/theme"
	"cordial/ui/twins"
	"cordial/ui/widget"
)

// now is when all of this happens.
func now() time.Time { return time.Date(2026, 11, 18, 12, 0, 0, 0, time.UTC) }

// threads are direct conversations.
type threads []model.Thread

func (s threads) Len() int               { return len(s) }
func (s threads) Head(i int) model.Head  { return s[i].Head }
func (s threads) Row(i int) model.Thread { return s[i] }

// maria is somebody with two conversations, of which the newer one has a label.
func maria(t *testing.T) (*model.Book, *triage.Board, model.Person) {
	t.Helper()
	p := model.Person{
		ID: "maria-rossi", Key: model.PersonKey("maria-rossi"), Name: "Maria Rossi", Headline: "Head of Platform",
		URL: "https://www.linkedin.com/in/maria-rossi", Connected: true, ConnectedOn: day.New(2026, 10, 2),
	}
	book := model.NewBook(model.World{Zone: time.LoadLocation})
	var set threads
	for i, text := range []string{"Good bye", "Hello"} {
		at := now().AddDate(0, 0, -1-3*(1-i)).Unix()
		key := model.Key(i + 1)
		set = append(set, model.Thread{
			Head: model.Head{Key: key, Person: p.Key, LastAt: at, LastIn: at}, ID: key.ThreadID(), Snippet: text, In: 1,
			People: []model.PersonRef{{ID: p.ID, Key: p.Key, Name: p.Name}},
		})
	}
	label := model.LabelApplied{Label: "Hot Leads", Subjects: model.Subjects{Threads: []string{model.Key(2).ThreadID()}}}
	if _, err := book.Apply(model.Event{ID: "1", At: now(), Decision: label}); err != nil {
		t.Fatal(err)
	}
	return book, triage.NewBoard(book, set, now()), p
}

// drawn is the comparison as text.
func drawn(w, h int, l, r twins.Side) string {
	return ansi.Strip(strings.Join(twins.Lines(theme.New(theme.Options{}), w, h, l, r), "\n"))
}

func TestLook(t *testing.T) {
	book, board, p := maria(t)
	other := twins.Side{Person: model.Person{Name: "Maria Rossi", URL: "https://www.linkedin.com/in/ACoAAB12", Degree: 3}, Stays: true}
	got := drawn(80, 20, twins.Look(book, board, p, now()), other)
	want := strings.Join([]string{
		"         → becomes part of it               ✓ stays",
		"Name     Maria Rossi                        Maria Rossi",
		"Headline Head of Platform                   ─",
		"Profile  maria-rossi                        ACoAAB12",
		"Degree   1st, 2 Oct 2026                    3rd",
		"Talks    2                                  ─",
		"Labels   Hot Leads                          ─",
		"Last     1d Hello                           ─",
	}, "\n")
	for i, line := range strings.Split(got, "\n") {
		if w := strings.Split(want, "\n"); i >= len(w) || strings.TrimRight(line, " ") != w[i] {
			t.Fatalf("drawn:\n%s\nwant:\n%s", got, want)
		}
	}
}

// Where there is little room, what is the same on both sides goes first, never the name.
func TestWhatIsTheSameGoesFirst(t *testing.T) {
	left := twins.Side{Person: model.Person{Name: "Maria Rossi", Company: "Acme", Headline: "CTO", URL: "https://www.linkedin.com/in/a", Degree: 2}}
	right := left
	right.Person.URL, right.Person.Degree = "https://www.linkedin.com/in/b", 3
	for h, want := range []string{"", "goes", "Name", "Name Profile", "Name Profile Degree", "Name Headline Profile Degree", "Name Headline Company Profile Degree"} {
		got := drawn(40, h, left, right)
		for name := range strings.FieldsSeq(want) {
			if !strings.Contains(got, name) {
				t.Errorf("in %d lines %q is missing:\n%s", h, name, got)
			}
		}
		if n := len(strings.Split(got, "\n")); h > 0 && n != h {
			t.Errorf("%d lines, want %d:\n%s", n, h, got)
		}
	}
}

// Every line has exactly the width, whatever people call themselves.
func TestExactWidth(t *testing.T) {
	evil := twins.Side{Person: model.Person{Name: "Eve\u202eil\x1b[31m 王小明 👩‍👩‍👧", Company: "a\tb\nc", Email: "é@x", URL: "not an address"}}
	none := twins.Side{Stays: true}
	for w := 0; w < 100; w += 3 {
		for h := 0; h < 14; h++ {
			for _, line := range twins.Lines(theme.New(theme.Options{}), w, h, evil, none) {
				if got := widget.Width(line); got != w {
					t.Fatalf("%d cells instead of %d: %q", got, w, line)
				}
			}
		}
	}
	if !strings.Contains(drawn(80, 5, none, evil), "LinkedIn Member") {
		t.Error("nobody's name")
	}
}
