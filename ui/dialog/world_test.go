package dialog_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"cordial/keymap"
	"cordial/model"
	"cordial/model/triage"
	"cordial/ui/ask"
	"cordial/ui/dialog"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

var update = flag.Bool("update", false, "write the golden files anew")

// berlin is the zone of the drawings.
func berlin(t testing.TB) *time.Location {
	t.Helper()
	zone, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	return zone
}

// at is an instant of 2026 in Berlin.
func at(t testing.TB, text string) time.Time {
	t.Helper()
	when, err := time.ParseInLocation("2006-01-02 15:04", "2026-"+text, berlin(t))
	if err != nil {
		t.Fatal(err)
	}
	return when
}

// town is a small world that changes by what is asked of it, as the app would
// change it.
type town struct {
	t       testing.TB
	world   dialog.World
	threads threads
	ids     int
}

// The people of the town; the numbers are their places in the directory.
func people() []model.Person {
	person := func(id, name, position, company string, degree model.Degree) model.Person {
		return model.Person{
			ID: id, Key: model.PersonKey(id), Name: name, URL: "https://www.linkedin.com/in/" + id,
			Position: position, Company: company, Degree: degree, Connected: degree == 1,
		}
	}
	list := []model.Person{
		person("maria-rossi", "Maria Rossi", "Head of Platform", "Acme", 1),
		person("juergen", "Jürgen Müller", "CTO", "Globex", 2),
		person("lena", "Lena Öztürk", "VP Engineering", "Globex", 3),
		person("carl", "Carl Berg", "Recruiter", "Initech", 2),
		person("mei", "Mei Lin", "Founder", "Umbrella Health", 3),
		person("wang", "王小明", "工程师", "上海", model.DegreeUnknown),
		person("evil", "Eve\u202eil\x1b[31m Hacker", "a\tb", "c\nd", model.OutOfNetwork),
	}
	list[4].OpenProfile = true
	return list
}

type peopleSet []model.Person

func (s peopleSet) Len() int               { return len(s) }
func (s peopleSet) Name(i int) string      { return s[i].Name }
func (s peopleSet) Row(i int) model.Person { return s[i] }

type threads []model.Thread

func (s threads) Len() int               { return len(s) }
func (s threads) Head(i int) model.Head  { return s[i].Head }
func (s threads) Row(i int) model.Thread { return s[i] }

// thread is a direct conversation with a person whose last message came then.
func thread(p model.Person, last time.Time) model.Thread {
	key := model.ThreadKey(p.ID)
	return model.Thread{
		Head:    model.Head{Key: key, Person: p.Key, LastAt: last.Unix(), LastIn: last.Unix()},
		ID:      key.ThreadID(),
		People:  []model.PersonRef{{ID: p.ID, Key: p.Key, Name: p.Name}},
		Snippet: "Hello", In: 1, Connected: p.Connected,
	}
}

// id is the conversation with the n-th person.
func id(n int) triage.ID {
	p := people()[n]
	return triage.ID{Thread: model.ThreadKey(p.ID), Person: p.Key}
}

// newTown is Wednesday 18 November 2026, 14:02: nobody has decided anything yet.
func newTown(t testing.TB) *town {
	t.Helper()
	w := &town{t: t}
	now := at(t, "11-18 14:02")
	for i, p := range people()[:5] {
		w.threads = append(w.threads, thread(p, now.AddDate(0, 0, -i)))
	}
	w.world = dialog.World{
		Book:   model.NewBook(model.World{Zone: time.LoadLocation}),
		People: dialog.NewDirectory(peopleSet(people())),
		Keys:   keymap.Default(),
		Zone:   "Europe/Berlin",
		Now:    now,
	}
	w.world.Board = triage.NewBoard(w.world.Book, w.threads, now)
	return w
}

// record takes drafts into the journal.
func (w *town) record(drafts []model.Draft, err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
	for _, e := range model.Seal(drafts, w.world.Now, func(time.Time) string {
		w.ids++
		return fmt.Sprintf("event-%d", w.ids)
	}) {
		change, err := w.world.Book.Apply(e)
		if err != nil {
			w.t.Fatal(err)
		}
		w.world.Board.Update(change)
	}
}

// seat opens a seat on a day of 2026.
func (w *town) seat(name, plan, on string, balance *int) {
	w.t.Helper()
	when := at(w.t, on)
	d := model.SeatOpened{Name: name, Plan: plan, Zone: "Europe/Berlin", OpeningBalance: balance}
	w.record(w.world.Book.OpenSeat(d, when, w.world.Now))
}

// send records an InMail to the n-th person.
func (w *town) send(n int, seat, on string) {
	w.t.Helper()
	drafts, _, err := w.world.Book.SendInMail(model.InMailRequest{
		InMail: fmt.Sprintf("inmail-%d-%s", n, on), Person: people()[n], Seat: seat, Subject: "Platform team lead", At: at(w.t, on),
	}, w.world.Now)
	w.record(drafts, err)
}

// obey does what a dialog asks for, as far as it is a decision, and tells the
// dialog; closed is whether it asked to be closed.
func (w *town) obey(d dialog.Dialog, r ask.Request) (closed bool) {
	w.t.Helper()
	var drafts []model.Draft
	var err error
	book, now := w.world.Book, w.world.Now
	switch r := r.(type) {
	case ask.Batch:
		for _, one := range r {
			closed = w.obey(d, one) || closed
		}
		return closed
	case ask.Close:
		return true
	case ask.ApplyLabel:
		drafts, err = book.Label(w.targets(r.Targets), r.Label, r.On, now)
	case ask.LogInMail:
		r.InMail.InMail = fmt.Sprintf("logged-%d", w.ids)
		drafts, _, err = book.SendInMail(r.InMail, now)
	case ask.AnswerInMail:
		drafts, err = book.AnswerInMail(r.Person, r.Answer, r.At, now, r.Insist)
	case ask.OpenSeat:
		drafts, err = book.OpenSeat(r.Seat, r.At, now)
	case ask.Reconcile:
		drafts, err = book.Reconcile(r.Seat, r.Balance, now, now)
	case ask.ChangePlan:
		drafts, err = book.ChangePlan(r.Plan, r.At, now)
	case ask.CancelSeat:
		drafts, err = book.CancelSeat(r.Seat, r.At, now)
	case ask.SetPolicy:
		drafts, err = book.SetPolicy(r.Seat, r.Policy, r.At, now)
	case ask.PriceSeat:
		drafts, err = book.PriceSeat(r.Seat, r.Price, r.Currency, now, now)
	case ask.SetReminder:
		drafts, err = book.Remind(w.targets(r.Targets), model.Reminder{Due: r.Due, Set: now, Text: r.Text, IfNoReply: r.IfNoReply})
	case ask.AddNote:
		drafts, err = book.Note(w.targets([]triage.ID{r.Target})[0], r.Text, now)
	}
	w.record(drafts, err)
	d.Refresh(w.world)
	return false
}

func (w *town) targets(ids []triage.ID) []model.Target {
	var targets []model.Target
	for _, id := range ids {
		targets = append(targets, model.Target{Thread: id.Thread, Person: model.Person{Key: id.Person}})
	}
	return targets
}

// key is the message of a key by its name; a longer word that is no key is
// typed as it is.
func key(name string) tea.KeyMsg {
	for k := tea.KeyType(-64); k < 128; k++ {
		for _, alt := range []bool{false, true} {
			if msg := (tea.KeyMsg{Type: k, Alt: alt}); k != tea.KeyRunes && k != tea.KeySpace && msg.String() == name && name != "" {
				return msg
			}
		}
	}
	if letter, ok := strings.CutPrefix(name, "alt+"); ok {
		return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(letter), Alt: true}
	}
	if name == "space" || name == " " {
		return tea.KeyMsg{Type: tea.KeySpace, Runes: []rune{' '}}
	}
	return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(name)}
}

// press gives keys to a dialog as the app does: what the keymap knows as an
// action, the rest as it is. It answers what was asked for, nothing left out.
func press(d dialog.Dialog, keys ...string) []ask.Request {
	var asked []ask.Request
	resolver := keymap.NewResolver(keymap.Default())
	for _, name := range keys {
		msg := key(name)
		var r ask.Request
		if hit := resolver.Press(msg.String(), keymap.Stack(d.Scope())); hit.Kind == keymap.Matched {
			r = d.Do(hit.Action)
		} else {
			r = d.Key(msg)
		}
		if r != nil {
			asked = append(asked, r)
		}
	}
	return asked
}

// typed is the keys that type a text.
func typed(text string) []string {
	var keys []string
	for _, r := range text {
		keys = append(keys, string(r))
	}
	return keys
}

// plain is a theme without colours, so that drawings can be read.
func plain() *theme.Theme { return theme.New(theme.Options{}) }

// frame is a dialog as it stands on a screen of w×h cells.
func frame(d dialog.Dialog, w, h int) string {
	return ansi.Strip(widget.OverlayCenter(widget.Blank(w, h), d.Draw(plain(), w, h), w, h))
}

// isBlock fails unless s is h lines of w cells, or of less but all the same
// under the screen's size.
func isBlock(t testing.TB, s string, w, h int) {
	t.Helper()
	if w <= 0 || h <= 0 {
		if s != "" {
			t.Fatalf("%d×%d draws %q", w, h, s)
		}
		return
	}
	lines := strings.Split(s, "\n")
	width := widget.Width(lines[0])
	if width > w || len(lines) > h || (w < 60 || h < 12) && (width != w || len(lines) != h) {
		t.Fatalf("%d×%d on a screen of %d×%d:\n%s", width, len(lines), w, h, s)
	}
	for i, line := range lines {
		if got := widget.Width(line); got != width {
			t.Fatalf("%d×%d: line %d has %d cells, the first %d:\n%s", w, h, i+1, got, width, s)
		}
	}
}

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

// drawAll checks a dialog's drawing at the three sizes of the drawings.
func drawAll(t *testing.T, name string, d dialog.Dialog) {
	t.Helper()
	for _, size := range [][2]int{{120, 36}, {80, 24}, {40, 15}} {
		got := frame(d, size[0], size[1])
		isBlock(t, d.Draw(plain(), size[0], size[1]), size[0], size[1])
		golden(t, fmt.Sprintf("%s-%dx%d", name, size[0], size[1]), got)
	}
}

func itoa(n int) string { return fmt.Sprint(n) }
