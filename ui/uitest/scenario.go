package uitest

import (
	"fmt"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"cordial/model"
	"cordial/ui"
	"cordial/ui/port"
	"cordial/ui/theme"
)

// Scenario is a user at a terminal. Its methods answer itself, so that a story
// reads from left to right. After every message the frame is checked to have
// exactly the terminal's size.
type Scenario struct {
	Memory *Memory // the store, nil when another one was handed in
	Copied string  // what was last put on the clipboard
	Opened string  // what was last opened in the browser

	t      testing.TB
	deps   ui.Deps
	app    *ui.App
	now    time.Time
	timers []timer
	queue  []tea.Cmd
	held   bool
	ended  bool
	w, h   int
	ids    int
}

// timer is a message that is due.
type timer struct {
	at  time.Time
	msg tea.Msg
}

// Open starts the program at 120×36 on a store in memory.
func Open(t testing.TB, fill func(*Memory)) *Scenario {
	m := &Memory{}
	fill(m)
	s := OpenStore(t, m)
	s.Memory = m
	return s
}

// OpenStore starts the program at 120×36 on any store.
func OpenStore(t testing.TB, store port.Store) *Scenario {
	t.Helper()
	s := &Scenario{t: t, now: Start(), w: 120, h: 36}
	s.deps = ui.Deps{
		Store: store,
		Clock: func() time.Time { return s.now },
		NewID: func(time.Time) string { s.ids++; return fmt.Sprintf("ours-%d", s.ids) },
		World: model.World{Zone: time.LoadLocation},
		Zone:  "Europe/Berlin",
		Home:  "/home/pavel", Dir: "/home/pavel/work", // nothing is there
		Later: func(wait time.Duration, msg tea.Msg) tea.Cmd {
			s.timers = append(s.timers, timer{s.now.Add(wait), msg})
			return nil
		},
		Copy: func(text string) error { s.Copied = text; return nil },
		Open: func(url string) error { s.Opened = url; return nil },
		Exec: func(_ *exec.Cmd, done tea.ExecCallback) tea.Cmd {
			return func() tea.Msg { return done(nil) } // an editor that is left at once
		},
	}
	return s.start()
}

// start begins the program anew.
func (s *Scenario) start() *Scenario {
	s.t.Helper()
	s.timers, s.queue, s.ended = nil, nil, false
	s.app = ui.New(s.deps)
	s.later(s.app.Init())
	return s.Size(s.w, s.h)
}

// With changes what the program is given and starts it anew.
func (s *Scenario) With(change func(*ui.Deps)) *Scenario {
	s.t.Helper()
	change(&s.deps)
	return s.start()
}

// InColour starts the program anew in 24-bit colours on a dark background.
func (s *Scenario) InColour() *Scenario {
	return s.With(func(d *ui.Deps) { d.Theme = theme.Options{Dark: true, Profile: theme.TrueColor} })
}

// Reopen starts the program anew on the same store.
func (s *Scenario) Reopen() *Scenario {
	s.t.Helper()
	return s.start()
}

// Size makes the terminal w×h cells.
func (s *Scenario) Size(w, h int) *Scenario {
	s.t.Helper()
	s.w, s.h = w, h
	return s.Send(tea.WindowSizeMsg{Width: w, Height: h})
}

// Send hands the program a message, and everything that follows from it.
func (s *Scenario) Send(msg tea.Msg) *Scenario {
	s.t.Helper()
	_, cmd := s.app.Update(msg)
	s.later(cmd)
	s.exact()
	if !s.held {
		s.settle()
	}
	return s
}

// later queues a command.
func (s *Scenario) later(cmd tea.Cmd) {
	if cmd != nil {
		s.queue = append(s.queue, cmd)
	}
}

// settle runs commands until none is left.
func (s *Scenario) settle() {
	s.t.Helper()
	for n := 0; len(s.queue) > 0; n++ {
		if n > 10_000 {
			s.t.Fatal("the program never comes to rest")
		}
		cmd := s.queue[0]
		s.queue = s.queue[1:]
		switch msg := cmd().(type) {
		case nil:
		case tea.BatchMsg:
			s.queue = append(s.queue, msg...)
		case tea.QuitMsg:
			s.ended = true
		default:
			_, next := s.app.Update(msg)
			s.later(next)
			s.exact()
		}
	}
}

// Hold lets commands wait, as if the disk were slow.
func (s *Scenario) Hold() *Scenario {
	s.held = true
	return s
}

// Release runs the commands that were held.
func (s *Scenario) Release() *Scenario {
	s.t.Helper()
	s.held = false
	s.settle()
	return s
}

// exact checks that the frame has exactly the terminal's size.
func (s *Scenario) exact() {
	s.t.Helper()
	if err := Exact(s.app.View(), s.w, s.h); err != nil && !s.ended {
		s.t.Fatalf("%v\n%s", err, s.Frame())
	}
}

// Exact tells what is wrong with a frame that should have h lines of w cells; an
// empty frame, before the size is known or after the end, is none.
func Exact(frame string, w, h int) error {
	if frame == "" {
		return nil
	}
	lines := strings.Split(frame, "\n")
	if len(lines) != h {
		return fmt.Errorf("the frame has %d lines on a terminal of %d×%d", len(lines), w, h)
	}
	for i, l := range lines {
		if n := ansi.StringWidth(l); n != w {
			return fmt.Errorf("line %d of the frame has %d cells on a terminal of %d×%d: %q", i+1, n, w, h, l)
		}
	}
	return nil
}

// Wait lets time pass, and what is due happen.
func (s *Scenario) Wait(d time.Duration) *Scenario {
	s.t.Helper()
	until := s.now.Add(d)
	for {
		i := s.due(until)
		if i < 0 {
			break
		}
		due := s.timers[i]
		s.timers = slices.Delete(s.timers, i, i+1)
		if due.at.After(s.now) {
			s.now = due.at
		}
		s.Send(due.msg)
	}
	s.now = until
	return s
}

// due is the timer to come first, until an instant; -1 for none.
func (s *Scenario) due(until time.Time) int {
	first := -1
	for i, t := range s.timers {
		if !t.at.After(until) && (first < 0 || t.at.Before(s.timers[first].at)) {
			first = i
		}
	}
	return first
}

// Leap lets time pass as a laptop's sleep does: nothing happens until it wakes.
func (s *Scenario) Leap(d time.Duration) *Scenario {
	s.t.Helper()
	s.now = s.now.Add(d)
	return s.Send(tea.FocusMsg{})
}

// TurnDay leaps to nine in the morning of the next day.
func (s *Scenario) TurnDay() *Scenario {
	s.t.Helper()
	y, m, d := s.now.Date()
	return s.Leap(time.Date(y, m, d+1, 9, 0, 0, 0, s.now.Location()).Sub(s.now))
}

// Now is what the scenario's clock shows.
func (s *Scenario) Now() time.Time { return s.now }

// Frame is the screen without colours.
func (s *Scenario) Frame() string { return ansi.Strip(s.app.View()) }

// Sees fails unless every text is on the screen.
func (s *Scenario) Sees(texts ...string) *Scenario {
	s.t.Helper()
	for _, text := range texts {
		if !strings.Contains(s.Frame(), text) {
			s.t.Fatalf("%q is not on the screen:\n%s", text, s.Frame())
		}
	}
	return s
}

// SeesNot fails if any of the texts is on the screen.
func (s *Scenario) SeesNot(texts ...string) *Scenario {
	s.t.Helper()
	for _, text := range texts {
		if strings.Contains(s.Frame(), text) {
			s.t.Fatalf("%q is on the screen:\n%s", text, s.Frame())
		}
	}
	return s
}

// Line is the first line of the screen that contains a text, empty for none.
func (s *Scenario) Line(text string) string {
	for l := range strings.SplitSeq(s.Frame(), "\n") {
		if strings.Contains(l, text) {
			return l
		}
	}
	return ""
}

// Ended fails unless the program has ended.
func (s *Scenario) Ended() *Scenario {
	s.t.Helper()
	if !s.ended {
		s.t.Fatalf("the program goes on:\n%s", s.Frame())
	}
	return s
}

// Runs fails if the program has ended.
func (s *Scenario) Runs() *Scenario {
	s.t.Helper()
	if s.ended {
		s.t.Fatal("the program has ended")
	}
	return s
}

// Golden compares the screen without colours with a file of testdata, named after
// the test.
func (s *Scenario) Golden() *Scenario {
	s.t.Helper()
	golden.RequireEqual(s.t, s.Frame()+"\n")
	return s
}

// GoldenColour compares the screen with its colours.
func (s *Scenario) GoldenColour() *Scenario {
	s.t.Helper()
	golden.RequireEqual(s.t, s.app.View()+"\n")
	return s
}

// Rescue saves what is left, as the guard does for a program that is stuck.
func (s *Scenario) Rescue() { s.app.Rescue() }

// View is the screen as the terminal gets it.
func (s *Scenario) View() string { return s.app.View() }

// Failure is the crash that ended the program, nil for none.
func (s *Scenario) Failure() *ui.Crash { return s.app.Failure() }
