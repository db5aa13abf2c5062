package term

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/term"
	"pgregory.net/rapid"
)

// notes is a model that writes down what it is told.
type notes struct {
	log   []string
	views int
	cmd   tea.Cmd // to answer next
	fail  string  // where to panic
	also  string  // and where else
}

func (n *notes) note(s string) {
	n.log = append(n.log, s)
	if s == n.fail || s == n.also {
		panic(s)
	}
}

func (n *notes) Init() tea.Cmd {
	n.note("init")
	return func() tea.Msg { return "from init" }
}

func (n *notes) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	n.note(fmt.Sprintf("%T%v", msg, msg))
	cmd := n.cmd
	n.cmd = nil
	return n, cmd
}

func (n *notes) View() string {
	n.views++
	if n.fail == "view" {
		panic("view")
	}
	return fmt.Sprint(n.log)
}

// easel is a painter whose clock stands still, on a screen without a writer.
type easel struct {
	*painter
	notes *notes
	clock time.Time
}

func newEasel(t interface {
	Fatal(args ...any)
	Cleanup(f func())
},
) *easel {
	r, w, err := os.Pipe() // a terminal that doesn't know its size
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _, _ = r.Close(), w.Close() })
	s := &screen{
		out: w, modes: &modes{in: r, out: w, inMode: &term.State{}, outMode: &term.State{}}, mine: true, entries: 1,
		wake: make(chan struct{}, 1), winch: make(chan os.Signal, 1),
		closed: make(chan struct{}), ended: make(chan struct{}),
	}
	e := &easel{notes: &notes{}, clock: time.Unix(1_800_000_000, 0)}
	e.painter = newPainter(e.notes, s)
	e.now = func() time.Time { return e.clock }
	return e
}

// tell gives the painter a message.
func (e *easel) tell(msg tea.Msg) tea.Cmd {
	_, cmd := e.Update(msg)
	return cmd
}

// shown is the frame that the screen was handed last.
func (e *easel) shown() string { return e.screen.frame.view }

func TestFirstFrameHasTheSize(t *testing.T) {
	e := newEasel(t)
	if e.Init() == nil {
		t.Error("begins nothing")
	}
	want := "[init tea.WindowSizeMsg{80 24}]"
	if e.shown() != want || e.screen.frame.w != 80 || e.screen.frame.h != 24 {
		t.Errorf("shows %+v", e.screen.frame)
	}
	if e.View() != "" {
		t.Error("Bubble Tea would draw too")
	}
}

// A key after a pause is answered at once; of a thousand, the first and the last.
func TestABurstIsTwoFrames(t *testing.T) {
	e := newEasel(t)
	e.Init()
	e.clock = e.clock.Add(frameEvery)
	e.notes.views = 0
	cmds := 0
	for i := range 1000 {
		if e.tell(i) != nil {
			cmds++
		}
		if i == 0 && (e.notes.views != 1 || len(e.notes.log) != 3) {
			t.Errorf("after the first: %d frames of %v", e.notes.views, e.notes.log)
		}
	}
	if e.notes.views != 1 || cmds != 1 {
		t.Errorf("meanwhile: %d frames, %d ticks", e.notes.views, cmds)
	}
	e.clock = e.clock.Add(frameEvery)
	if cmd := e.tell(paintMsg{}); cmd != nil || e.notes.views != 2 || e.shown() != fmt.Sprint(e.notes.log) {
		t.Errorf("in the end: %d frames, the last %q", e.notes.views, e.shown())
	}
	if e.tell(paintMsg{}); e.notes.views != 2 {
		t.Error("painted what hadn't changed")
	}
}

func TestTheTickAsksForAFrame(t *testing.T) {
	e := newEasel(t)
	e.Init()
	cmd := e.tell("soon")
	if cmd == nil {
		t.Fatal("the frame is forgotten")
	}
	if msg := cmd(); msg != (paintMsg{}) {
		t.Errorf("the tick brought %v", msg)
	}
}

// However messages and time come: nothing stays unpainted, and frames keep their
// distance.
func TestNothingStaysUnpainted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := newEasel(t)
		e.Init()
		due, last, views := false, e.clock, e.notes.views
		step := func(msg tea.Msg) {
			if _, ok := msg.(paintMsg); ok {
				due = false
			}
			due = e.tell(msg) != nil || due
			if e.notes.views > views {
				if e.clock.Sub(last) < frameEvery {
					t.Fatalf("frames %v apart", e.clock.Sub(last))
				}
				last, views = e.clock, e.notes.views
			}
			if !due && e.shown() != fmt.Sprint(e.notes.log) {
				t.Fatalf("shows %q and waits for nothing", e.shown())
			}
		}
		for range rapid.IntRange(1, 20).Draw(t, "steps") {
			e.clock = e.clock.Add(time.Duration(rapid.IntRange(0, 6).Draw(t, "ms")) * time.Millisecond)
			if due && rapid.Bool().Draw(t, "tick") {
				step(paintMsg{})
			} else {
				step("key")
			}
		}
	})
}

func TestRedraw(t *testing.T) {
	e := newEasel(t)
	e.Init()
	e.screen.canvas.intact = true
	e.tell("key")
	if !e.screen.canvas.intact {
		t.Error("a key alone made everything be drawn again")
	}
	e.tell(tea.ClearScreen())
	if e.screen.canvas.intact {
		t.Error("the next frame will not be a whole one")
	}
}

// The model hears of a size once, and of nothing but the terminal's own.
func TestSizeIsTheTerminals(t *testing.T) {
	e := newEasel(t)
	e.Init()
	e.notes.log = nil
	e.tell(resizedMsg{})
	e.tell(tea.WindowSizeMsg{Width: 3, Height: 2})
	if len(e.notes.log) != 0 {
		t.Errorf("told %v", e.notes.log)
	}
	e.w = 100 // as if it had been another
	e.tell(resizedMsg{})
	if want := []string{"tea.WindowSizeMsg{80 24}"}; !slices.Equal(e.notes.log, want) {
		t.Errorf("told %v, want %v", e.notes.log, want)
	}
}

func TestModelHearsThatItIsBack(t *testing.T) {
	e := newEasel(t)
	e.Init()
	e.notes.log = nil
	e.screen.entries++
	e.tell(resizedMsg{})
	e.tell(resizedMsg{})
	if want := []string{"tea.ResumeMsg{}"}; !slices.Equal(e.notes.log, want) {
		t.Errorf("told %v, want %v", e.notes.log, want)
	}
}

func TestCommandsAnswerAsEver(t *testing.T) {
	e := newEasel(t)
	e.Init()
	e.clock = e.clock.Add(frameEvery)
	one, two := func() tea.Msg { return 1 }, func() tea.Msg { return 2 }
	e.notes.cmd = one
	if got := e.tell("one")(); got != 1 {
		t.Errorf("answered %v", got)
	}
	e.clock = e.clock.Add(frameEvery)
	e.notes.cmd = tea.Batch(one, two)
	batch, ok := e.tell("batch")().(tea.BatchMsg)
	if !ok || len(batch) != 2 || batch[0]() != 1 || batch[1]() != 2 {
		t.Errorf("answered %v", batch)
	}
}

// Whatever panics, the model may save and quit; and if it panics at that too, it is
// quit. It is drawn no more.
func TestPanicEndsTheProgram(t *testing.T) {
	bad := func() tea.Msg { panic("bad") }
	tests := map[string]func(e *easel) tea.Cmd{
		"init":   func(e *easel) tea.Cmd { e.notes.fail = "init"; return e.Init() },
		"update": func(e *easel) tea.Cmd { e.notes.fail = "stringkey"; return e.tell("key") },
		"view":   func(e *easel) tea.Cmd { e.notes.fail = "view"; return e.Init() },
		"command": func(e *easel) tea.Cmd {
			e.notes.cmd = bad
			return e.tell(e.tell("key")())
		},
		"batch": func(e *easel) tea.Cmd {
			e.notes.cmd = tea.Batch(bad, bad)
			return e.tell(e.tell("key")().(tea.BatchMsg)[1]())
		},
	}
	for name, do := range tests {
		for _, again := range []bool{false, true} {
			t.Run(fmt.Sprint(name, again), func(t *testing.T) {
				e := newEasel(t)
				asked := "term.Terminated{<nil>}"
				if again {
					e.notes.also = asked
				}
				cmd := do(e)
				if e.fault == nil || !strings.Contains(string(e.fault.Stack), "painter_test.go") || e.fault.Error() == "" {
					t.Errorf("told %v", e.fault)
				}
				if len(e.notes.log) == 0 || e.notes.log[len(e.notes.log)-1] != asked {
					t.Errorf("the model heard %v", e.notes.log)
				}
				if cmd == nil {
					t.Fatal("nothing ends the program")
				}
				if again {
					if batch := cmd().(tea.BatchMsg); batch[0]() != (tea.QuitMsg{}) {
						t.Error("waits for the model")
					}
				}
				views := e.notes.views
				e.clock = e.clock.Add(time.Hour)
				if e.tell("late"); e.notes.views != views {
					t.Error("drawn again")
				}
			})
		}
	}
}
