package credits_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"cordial/keymap"
	"cordial/model"
	"cordial/ui/ask"
	"cordial/ui/screen/credits"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

var update = flag.Bool("update", false, "write the golden files anew")

// town is a journal in the making.
type town struct {
	t    testing.TB
	book *model.Book
	now  time.Time
	ids  int
}

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
	return credits.World{Book: w.book, Keys: keymap.Default(), Now: w.now}
}

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

// drawn is the screen in one state.
type drawn struct {
	name string
	make func(w *town)
	keys []string
}

func drawings() []drawn {
	return []drawn{
		{"lots", autumn, nil},
		{"statement", autumn, []string{"tab", "j", "j"}},
		{"lot", autumn, []string{"enter"}},
		{"line", autumn, []string{"tab", "j", "enter"}},
		{"inmail", autumn, []string{"j", "j", "j", "j", "j", "j", "enter"}},
		{"empty", func(*town) {}, nil},
		{"two-seats", func(w *town) {
			autumn(w)
			w.open("Recruiting", "recruiter-corporate", "2026-11-01 09:00")
		}, []string{"tab", "tab"}},
		{"overdrawn", func(w *town) {
			w.open("Main", "free", "2026-11-01 09:00")
			w.send("Lena Öztürk", "2026-11-02 09:00")
		}, nil},
		{"cancelled", func(w *town) {
			autumn(w)
			w.record(w.book.CancelSeat("main", w.at("2026-11-16 09:00"), w.now))
		}, nil},
		{"evicting", func(w *town) {
			w.open("Main", "career", "2026-08-25 09:00")
		}, nil},
	}
}

func TestDrawings(t *testing.T) {
	for _, c := range drawings() {
		t.Run(c.name, func(t *testing.T) {
			w := newTown(t)
			c.make(w)
			s := credits.New(w.world())
			press(s, c.keys...)
			for _, size := range [][2]int{{120, 36}, {80, 24}, {40, 15}} {
				golden(t, fmt.Sprintf("%s-%dx%d", c.name, size[0], size[1]), draw(s, size[0], size[1]))
			}
		})
	}
}

func TestKeys(t *testing.T) {
	lena := person("Lena Öztürk").Key
	for _, c := range []struct {
		name  string
		keys  []string
		want  []ask.Request
		drawn string
	}{
		{"esc leaves", []string{"esc"}, []ask.Request{ask.Back{}}, ""},
		{"enter shows a lot", []string{"enter"}, nil, "Last day"},
		{"esc closes it first", []string{"enter", "esc"}, nil, "LOTS BY EXPIRY"},
		{"so does enter", []string{"enter", "enter"}, nil, "LOTS BY EXPIRY"},
		{"j goes on inside", []string{"enter", "j", "j", "j", "j", "j"}, nil, "Next grant"},
		{"an open InMail leads to its person", []string{"j", "j", "j", "j", "j", "j", "enter", "enter"}, []ask.Request{ask.GoToPerson{Key: lena}}, ""},
		{"the end is the totals", []string{"G", "enter"}, nil, "pushed out"},
		{"the statement", []string{"tab"}, nil, "Mei Lin"},
		{"its newest line in full", []string{"tab", "enter"}, nil, "Typed"},
		{"and on to the person", []string{"tab", "j", "j", "j", "enter", "enter"}, []ask.Request{ask.GoToPerson{Key: lena}}, ""},
		{"its oldest line", []string{"tab", "G", "enter"}, nil, "activation grant of Premium Career"},
		{"tab goes round", []string{"tab", "tab"}, nil, "LOTS BY EXPIRY"},
		{"shift+tab, too", []string{"shift+tab"}, nil, "[Ledger]"},
		{"beyond the top is the top", []string{"k", "pgup", "g", "g", "enter"}, nil, "Last day"},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := newTown(t)
			autumn(w)
			s := credits.New(w.world())
			draw(s, 80, 24)
			if got := press(s, c.keys...); !reflect.DeepEqual(got, c.want) {
				t.Errorf("asked for %#v, want %#v", got, c.want)
			}
			if got := draw(s, 80, 24); !strings.Contains(got, c.drawn) {
				t.Errorf("%q is not drawn:\n%s", c.drawn, got)
			}
		})
	}
}

func TestWithoutSeat(t *testing.T) {
	s := credits.New(newTown(t).world())
	if got := press(s, "tab", "j", "G", "enter"); !reflect.DeepEqual(got, []ask.Request{ask.FillSeat{}}) {
		t.Errorf("asked for %#v", got)
	}
}

// The screen opens on a seat whose plan runs, and keeps the seat and the cursor
// when something is recorded.
func TestRefresh(t *testing.T) {
	w := newTown(t)
	w.open("Old", "career", "2025-01-01 09:00")
	w.record(w.book.CancelSeat("old", w.at("2025-02-01 09:00"), w.now))
	w.open("Main", "career", "2026-08-01 09:00")
	s := credits.New(w.world())
	if got := draw(s, 120, 36); !strings.Contains(got, "Main (2/2)") {
		t.Fatalf("opens on:\n%s", got)
	}
	before := draw(s, 120, 36)
	w.send("Lena Öztürk", "2026-11-18 10:00")
	s.Refresh(w.world())
	after := draw(s, 120, 36)
	if before == after || !strings.Contains(after, "Lena Öztürk") || !strings.Contains(after, "Main (2/2)") {
		t.Errorf("after a send:\n%s", after)
	}
	w.now = w.at("2026-12-18 10:00")
	s.Refresh(w.world())
	if got := draw(s, 120, 36); !strings.Contains(got, "day 30 of 90") {
		t.Errorf("a month later:\n%s", got)
	}
}

// A clock behind the journal is said, and nothing is un-granted.
func TestClockBehind(t *testing.T) {
	w := newTown(t)
	autumn(w)
	before := credits.New(w.world())
	w.now = w.at("2026-09-01 10:00")
	s := credits.New(w.world())
	if got := draw(s, 80, 24); !strings.Contains(got, "behind") || !strings.Contains(got, "Sun 15 Nov 2026") {
		t.Errorf("drawn:\n%s", got)
	}
	if a, b := draw(before, 40, 15), draw(s, 40, 15); strings.Split(a, "\n")[0] != strings.Split(b, "\n")[0] {
		t.Errorf("the balance differs: %q, %q", a, b)
	}
}

// hostile is text that tries to leave its place.
const hostile = "\x1b[2J\u202eevil\x00\r\n\t👩‍👩‍👧 王\u200d"

// Every size is filled exactly, whatever people and seats are called.
func TestEverySize(t *testing.T) {
	for _, c := range drawings() {
		w := newTown(t)
		c.make(w)
		if c.name == "lots" {
			w.send(hostile, "2026-11-16 10:00")
			w.open("Evil"+hostile, "business", "2026-11-17 10:00")
		}
		s := credits.New(w.world())
		for _, th := range []*theme.Theme{plain(), theme.New(theme.Options{ASCII: true, Profile: theme.TrueColor})} {
			for width := 0; width <= 150; width += 1 + width/6 {
				for height := 0; height <= 50; height += 1 + height/4 {
					for _, toast := range []string{"", widget.Fit("done", width)} {
						isBlock(t, s.Draw(th, width, height, toast), width, height)
					}
				}
			}
			press(s, "tab", "enter")
		}
	}
}

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

// Whatever is pressed, in whatever order, the screen draws, and the totals that
// it shows agree (ledger rule 17).
func TestStorm(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		w := newTown(t)
		w.open("Main", rapid.SampledFrom([]string{"free", "career", "business", "recruiter-lite", "recruiter-corporate"}).Draw(rt, "plan"), "2026-05-31 09:00")
		for i := range rapid.IntRange(0, 12).Draw(rt, "sends") {
			name := fmt.Sprintf("Person %d", i)
			day := rapid.IntRange(0, 150).Draw(rt, "day")
			w.send(name, w.at("2026-06-01 10:00").AddDate(0, 0, day).Format("2006-01-02 15:04"))
			if rapid.Bool().Draw(rt, "answered") {
				w.answer(name, model.AnswerReplied, w.at("2026-06-01 12:00").AddDate(0, 0, day+rapid.IntRange(0, 19).Draw(rt, "after")).Format("2006-01-02 15:04"))
			}
		}
		s := credits.New(w.world())
		width, height := rapid.IntRange(40, 140).Draw(rt, "w"), rapid.IntRange(12, 50).Draw(rt, "h")
		for _, k := range rapid.SliceOfN(rapid.SampledFrom([]string{
			"j", "k", "g", "G", "enter", "esc", "tab", "shift+tab", "pgdown", "pgup", "ctrl+d", "ctrl+u", "home", "end",
		}), 0, 30).Draw(rt, "keys") {
			press(s, k)
			isBlock(t, s.Draw(plain(), width, height, ""), width, height)
		}
		sums := regexp.MustCompile(`(\d+) came +(\d+) went`).FindStringSubmatch(draw(credits.New(w.world()), 100, 60))
		if sums == nil || sums[1] != sums[2] {
			rt.Fatalf("the totals are %q", sums)
		}
	})
}

func BenchmarkDraw(b *testing.B) {
	w := newTown(b)
	autumn(w)
	s := credits.New(w.world())
	th := plain()
	for b.Loop() {
		s.Draw(th, 120, 36, "")
	}
}
