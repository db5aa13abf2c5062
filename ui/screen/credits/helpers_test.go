package credits_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"cordial/keymap"
	"cordial/model"
	"cordial/model/triage"
	"cordial/ui/ask"
	"cordial/ui/screen/credits"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

var update = flag.Bool("update", false, "write the golden files anew")

// town is a journal in the making, and the conversations beside it.
type town struct {
	t       testing.TB
	book    *model.Book
	threads threads
	now     time.Time
	ids     int
}

// threads is a picture of conversations.
type threads []model.Thread

func (s threads) Len() int               { return len(s) }
func (s threads) Head(i int) model.Head  { return s[i].Head }
func (s threads) Row(i int) model.Thread { return s[i] }

// newTown is 18 November 2026, 14:02 in Berlin, with an empty journal.
func newTown(t testing.TB) *town {
	t.Helper()
	w := &town{t: t, book: model.NewBook(model.World{Zone: time.LoadLocation})}
	w.now = w.at("2026-11-18 14:02")
	return w
}

func (w *town) at(text string) time.Time {
	w.t.Helper()
	zone, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		w.t.Fatal(err)
	}
	when, err := time.ParseInLocation("2006-01-02 15:04", text, zone)
	if err != nil {
		w.t.Fatal(err)
	}
	return when
}

func (w *town) world() credits.World {
	return credits.World{Book: w.book, Board: triage.NewBoard(w.book, w.threads, w.now), Keys: keymap.Default(), Now: w.now}
}

// screen is the screen as it opens.
func (w *town) screen() *credits.Screen { return credits.New(w.world(), nil) }

// record takes drafts into the journal.
func (w *town) record(drafts []model.Draft, err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
	for _, e := range model.Seal(drafts, w.now, func(time.Time) string {
		w.ids++
		return fmt.Sprintf("event-%d", w.ids)
	}) {
		if _, err := w.book.Apply(e); err != nil {
			w.t.Fatal(err)
		}
	}
}

func (w *town) open(name, plan, at string) {
	w.t.Helper()
	w.record(w.book.OpenSeat(model.SeatOpened{Name: name, Plan: plan, Zone: "Europe/Berlin"}, w.at(at), w.now))
}

func person(name string) model.Person {
	id := strings.ToLower(strings.ReplaceAll(name, " ", "-"))
	return model.Person{ID: id, Key: model.PersonKey(id), Name: name, Degree: 3}
}

func (w *town) send(name, at string) {
	w.t.Helper()
	drafts, _, err := w.book.SendInMail(model.InMailRequest{
		InMail: fmt.Sprintf("mail-%d", w.ids), Person: person(name), Seat: "main", Subject: "Platform team lead",
		At: w.at(at), Insist: true,
	}, w.now)
	w.record(drafts, err)
}

func (w *town) answer(name, answer, at string) {
	w.t.Helper()
	w.record(w.book.AnswerInMail(person(name), answer, w.at(at), w.now, true))
}

// talk is a conversation with somebody who wrote last, labelled a Hot Lead.
func (w *town) talk(name, at string, connected bool) {
	w.t.Helper()
	p := person(name)
	when := w.at(at).Unix()
	t := model.Thread{
		Head:    model.Head{Key: model.ThreadKey(p.ID), Person: p.Key, LastAt: when, LastIn: when},
		People:  []model.PersonRef{{ID: p.ID, Key: p.Key, Name: p.Name}},
		Snippet: "I would love to hear more.", In: 1, Connected: connected,
	}
	t.ID = t.Key.ThreadID()
	w.threads = append(w.threads, t)
	target := model.Target{Thread: t.Key, Person: p}
	w.record(w.book.Label([]model.Target{target}, model.BuiltinLabels()[0], true, w.now))
}

// autumn is a Premium Career seat with a history like that of the drawings.
func autumn(w *town) {
	w.open("Main", "career", "2026-08-01 09:00")
	w.send("Anna Ek", "2026-08-05 10:00")
	w.send("Bo Lind", "2026-09-02 10:00")
	w.answer("Bo Lind", model.AnswerDeclined, "2026-09-20 10:00")
	w.send("Jürgen Müller", "2026-10-12 10:00")
	w.send("Lena Öztürk", "2026-11-06 10:14")
	w.send("Carl Berg", "2026-11-11 10:00")
	w.answer("Jürgen Müller", model.AnswerReplied, "2026-11-13 08:00")
	w.send("Mei Lin", "2026-11-15 10:00")
}

// leads is autumn, and Hot Leads of every kind.
func leads(w *town) {
	autumn(w)
	w.talk("Priya Shah", "2026-11-17 10:00", false)
	w.talk("Maria Rossi", "2026-11-18 10:00", true)
	w.talk("Lena Öztürk", "2026-11-16 10:00", false) // has an InMail
	w.talk("Diego García", "2026-11-12 10:00", false)
}

// career is a Premium Career seat that nobody uses: its pool is always full.
func career(w *town) { w.open("Main", "career", "2026-08-25 09:00") }

// lastOfJune loses credits some days before the grant that takes their place: those
// of 1 March live 90 days, and the three months have 92.
func dipping(w *town) {
	w.now = w.at("2026-11-26 10:00")
	w.open("Main", "business", "2026-09-01 09:00")
	w.send("Lena Öztürk", "2026-11-06 10:14")
}

// press does actions by their keys.
func press(s *credits.Screen, keys ...string) []ask.Request {
	var asked []ask.Request
	resolver := keymap.NewResolver(keymap.Default())
	for _, k := range keys {
		if r := resolver.Press(k, keymap.Stack(s.Scope())); r.Kind == keymap.Matched {
			if a := s.Do(r.Action); a != nil {
				asked = append(asked, a)
			}
		}
	}
	return asked
}

func plain() *theme.Theme { return theme.New(theme.Options{}) }

func draw(s *credits.Screen, w, h int) string { return ansi.Strip(s.Draw(plain(), w, h, "")) }

// golden compares with a file under testdata, trailing blanks left out.
func golden(t *testing.T, name, got string) {
	t.Helper()
	lines := strings.Split(got, "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	got = strings.Join(lines, "\n") + "\n"
	path := filepath.Join("testdata", name+".golden")
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v (run with -update)", err)
	}
	if string(want) != got {
		t.Errorf("%s differs from %s:\n%s", name, path, got)
	}
}

// isBlock fails unless s is h lines of w cells that move no cursor.
func isBlock(t testing.TB, s string, w, h int) {
	t.Helper()
	if w <= 0 || h <= 0 {
		if s != "" {
			t.Fatalf("%d×%d draws %q", w, h, s)
		}
		return
	}
	lines := strings.Split(s, "\n")
	if len(lines) != h {
		t.Fatalf("%d lines on %d×%d:\n%s", len(lines), w, h, s)
	}
	for i, line := range lines {
		if got := widget.Width(line); got != w {
			t.Fatalf("%d×%d: line %d has %d cells:\n%s", w, h, i+1, got, s)
		}
	}
	if at := strings.IndexFunc(ansi.Strip(s), func(r rune) bool {
		return r < ' ' && r != '\n' || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e
	}); at >= 0 {
		t.Fatalf("%d×%d draws a control: %q", w, h, s)
	}
}
