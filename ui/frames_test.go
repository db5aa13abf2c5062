package ui_test

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"cordial/model"
	"cordial/ui"
	"cordial/ui/theme"
	"cordial/ui/uitest"
)

// sizes are those of the three classes of screen.
func sizes() [][2]int { return [][2]int{{120, 36}, {80, 24}, {40, 15}} }

// Every screen and every dialog in its place, at every class of size. The files
// are written anew with: go test ./ui -run TestFrames -update
func TestFrames(t *testing.T) {
	frames := []struct {
		name string
		fill func(*uitest.Memory)
		keys []string
	}{
		{"inbox", uitest.Busy, nil},
		{"selection", uitest.Busy, []string{"j", "x x"}},
		{"toast", uitest.Busy, []string{"e"}},
		{"label-tab", uitest.Busy, []string{"2"}},
		{"waiting", uitest.Busy, []string{"g w", "j"}},
		{"snoozed", uitest.Busy, []string{"h", "2", "enter", "g z"}},
		{"thread", uitest.Busy, []string{"enter"}},
		{"thread-inmail", uitest.Busy, []string{"G", "enter"}},
		{"thread-group", uitest.Busy, []string{"G k", "enter"}},
		{"thread-details", uitest.Busy, []string{"enter", "i"}},
		{"thread-toast", uitest.Busy, []string{"enter", "s"}},
		{"first-run", uitest.Empty, nil},
		{"empty-inbox", uitest.Busy, []string{"*", "e"}},
		{"empty-label", uitest.Busy, []string{"2", "*", "e"}},
		{"empty-waiting", uitest.Busy, []string{"*", "e", "g w"}},
		{"empty-due", uitest.Busy, []string{"g h", "D"}},
		{"empty-archived", uitest.Busy, []string{"g e", "E"}},
		{"empty-snoozed", uitest.Busy, []string{"g z"}},
		{"empty-starred", uitest.Busy, []string{"g s", "s"}},
		{"help", uitest.Busy, []string{"?"}},
		{"labels", uitest.Busy, []string{"l"}},
		{"remind", uitest.Busy, []string{"h"}},
		{"note", uitest.Busy, []string{"a"}},
		{"search", uitest.Busy, []string{"/"}},
		{"log-inmail", uitest.Busy, []string{"j", "C"}},
		{"answer", uitest.Busy, []string{"G", "A"}},
		{"jump", uitest.Busy, []string{"g l"}},
		{"credits", uitest.Busy, []string{"g m"}},
	}
	for _, f := range frames {
		for _, size := range sizes() {
			t.Run(fmt.Sprintf("%s-%dx%d", f.name, size[0], size[1]), func(t *testing.T) {
				s := uitest.Open(t, f.fill).Size(size[0], size[1])
				for _, keys := range f.keys {
					s.Press(keys)
				}
				s.Golden()
			})
		}
	}
}

// What only time or trouble shows.
func TestRareFrames(t *testing.T) {
	full := errors.New("disk full")
	rare := map[string]func(s *uitest.Scenario){
		"which-key": func(s *uitest.Scenario) { s.Press("g").Wait(time.Second) },
		"not-saved": func(s *uitest.Scenario) {
			s.Memory.FailAppend = full
			s.Press("s").Wait(time.Minute)
		},
		"not-saved-and-more": func(s *uitest.Scenario) {
			s.Memory.FailAppend = full
			s.Press("s")
		},
		"not-saved-question": func(s *uitest.Scenario) {
			s.Memory.FailAppend = full
			s.Press("s").Press("q")
		},
		"not-read": func(s *uitest.Scenario) {
			s.Memory.FailRead = fmt.Errorf("a page is torn: %w", model.ErrDamaged)
			s.With(func(d *ui.Deps) { d.DBPath = "/home/pavel/.local/share/cordial/cordial.db" })
		},
		"messages-not-read": func(s *uitest.Scenario) {
			s.Hold().Press("G")
			s.Memory.FailRead = errors.New("a page is torn")
			s.Release()
		},
		"reading":        func(s *uitest.Scenario) { s.Hold().Press("G").Press("enter").Wait(time.Second) },
		"opening":        func(s *uitest.Scenario) { s.Hold().Reopen() },
		"demo":           func(s *uitest.Scenario) { s.With(func(d *ui.Deps) { d.Demo = true }) },
		"preview-off":    func(s *uitest.Scenario) { s.Press("p") },
		"preview-turned": func(s *uitest.Scenario) { s.Press("P") },
		"ctrl-c-closes":  func(s *uitest.Scenario) { s.Press("/").Press("ctrl+c") },
	}
	for name, lead := range rare {
		for _, size := range sizes() {
			t.Run(fmt.Sprintf("%s-%dx%d", name, size[0], size[1]), func(t *testing.T) {
				s := uitest.Open(t, uitest.Busy).Size(size[0], size[1])
				lead(s)
				s.Golden()
			})
		}
	}
}

func TestFrameInColour(t *testing.T) {
	uitest.Open(t, uitest.Busy).InColour().Press("x").Press("s").GoldenColour()
}

func TestFrameInASCII(t *testing.T) {
	s := uitest.Open(t, func(m *uitest.Memory) {
		m.Say(m.Talk(m.Know(model.Person{Name: "Maria Rossi"})), uitest.Start().Add(-time.Hour), false, "Hello")
	}).With(func(d *ui.Deps) { d.Theme = theme.Options{ASCII: true} }).Press("s").Size(80, 24).Golden()
	for _, r := range s.Frame() {
		if r > 127 {
			t.Errorf("%q is not ASCII", r)
		}
	}
}

func TestTooSmall(t *testing.T) {
	s := uitest.Open(t, uitest.Busy).Size(39, 30).Sees("Window too small").Size(40, 11).Sees("Window too small")
	s.Size(12, 3).Sees("too small").Size(1, 1).Press("q").Ended()
	uitest.Open(t, uitest.Busy).Size(40, 12).SeesNot("too small")
}
