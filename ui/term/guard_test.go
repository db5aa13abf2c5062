package term

import (
	"os"
	"os/exec"
	"slices"
	"sync"
	"syscall"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
)

// fake is a program that writes down what is asked of it, and its terminal.
type fake struct {
	mu   sync.Mutex
	log  []string
	sent chan tea.Msg
}

func newFake() *fake { return &fake{sent: make(chan tea.Msg, 4)} }

func (f *fake) note(s string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.log = append(f.log, s)
}

// rig is a guard whose signals, clock and exit are the test's.
type rig struct {
	*guard
	program *fake
	late    chan time.Time
	exits   chan int
}

func newRig(t *testing.T, last func()) *rig {
	t.Helper()
	g := &rig{program: newFake(), late: make(chan time.Time, 1), exits: make(chan int, 1)}
	g.guard = newGuard(watch{
		send: func(m tea.Msg) { g.program.sent <- m }, last: last,
		enter: func() error { g.program.note("enter"); return nil },
		leave: func() { g.program.note("leave") },
		exit:  func(code int) { g.exits <- code },
	})
	g.signals = make(chan os.Signal) // each is answered before the next is taken
	g.after = func(time.Duration) <-chan time.Time { return g.late }
	g.pause = func() { g.program.note("pause") }
	go g.run()
	return g
}

func TestQuitSignals(t *testing.T) {
	for s, code := range map[os.Signal]int{
		syscall.SIGHUP: 129, syscall.SIGTERM: 143, os.Interrupt: 130,
	} {
		g := newRig(t, nil)
		g.signals <- s
		if got := <-g.program.sent; got != (Terminated{Signal: s}) {
			t.Errorf("%v: sent %v", s, got)
		}
		if got := g.end(); got != code {
			t.Errorf("%v: exit code %d, want %d", s, got, code)
		}
		if got := g.end(); got != code {
			t.Errorf("%v: stopping twice answers %d", s, got)
		}
	}
}

func TestNoSignalNoCode(t *testing.T) {
	if got := newRig(t, nil).end(); got != 0 {
		t.Errorf("exit code %d", got)
	}
}

// A program that doesn't quit in time is ended: first what must not be lost.
func TestGivesUpOnAStuckProgram(t *testing.T) {
	saved := make(chan struct{})
	g := newRig(t, func() { close(saved) })
	g.signals <- syscall.SIGTERM
	<-g.program.sent
	g.late <- time.Time{}
	if got := <-g.exits; got != 143 {
		t.Errorf("exit code %d", got)
	}
	select {
	case <-saved:
	default:
		t.Error("exited before the last words")
	}
	if got := g.program.said(); !slices.Equal(got, []string{"leave"}) {
		t.Errorf("the terminal: %v", got)
	}
}

func TestGivesUpDespiteAPanic(t *testing.T) {
	g := newRig(t, func() { panic("while saving") })
	g.signals <- syscall.SIGTERM
	g.late <- time.Time{}
	if got := <-g.exits; got != 143 {
		t.Errorf("exit code %d", got)
	}
}

func TestCommandGetsTheTerminalItself(t *testing.T) {
	w := output{os.Stdout, &terminal{}}
	c := &command{Cmd: exec.Command("true")}
	c.SetStdin(os.Stdin)
	c.SetStdout(w)
	c.SetStderr(os.Stderr)
	if c.Stdin != os.Stdin || c.Stdout != os.Stdout || c.Stderr != os.Stderr || c.terminal != w.terminal {
		t.Errorf("in %v, out %v, err %v, of %v", c.Stdin, c.Stdout, c.Stderr, c.terminal)
	}
	c.SetStdin(nil)
	c.SetStdout(os.Stderr)
	c.SetStderr(nil)
	if c.Stdin != os.Stdin || c.Stdout != os.Stdout || c.Stderr != os.Stderr {
		t.Error("replaced what was set")
	}
}

func (f *fake) said() []string {
	f.mu.Lock()
	defer f.mu.Unlock()
	return slices.Clone(f.log)
}
