//go:build unix

package term

import (
	"os"
	"slices"
	"syscall"
	"testing"
	"time"
)

// step has the guard's program make way, as Bubble Tea does between two messages.
func (g *rig) step(t *testing.T) {
	t.Helper()
	<-g.program.sent // Bubble Tea's own message
	if err := (stopping{g.guard}).Run(); err != nil {
		t.Error(err)
	}
}

func (g *rig) expect(t *testing.T, want ...string) {
	t.Helper()
	if got := g.program.said(); !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestStepsAsideAndComesBack(t *testing.T) {
	g := newRig(t, nil)
	for range 2 {
		g.signals <- syscall.SIGTSTP
		g.signals <- syscall.SIGTSTP // impatient
		g.signals <- syscall.SIGCONT
		g.step(t)
	}
	g.expect(t, "leave", "pause", "enter", "leave", "pause", "enter")
	g.end()
	if len(g.program.sent) != 0 {
		t.Errorf("asked twice: %v", <-g.program.sent)
	}
}

// Being asked to quit while stopped is answered after the return.
func TestQuitWhileStopped(t *testing.T) {
	g := newRig(t, nil)
	g.signals <- syscall.SIGTSTP
	g.signals <- syscall.SIGCONT
	g.step(t)
	g.signals <- syscall.SIGTERM
	<-g.program.sent
	g.expect(t, "leave", "pause", "enter")
	if got := g.end(); got != 143 {
		t.Errorf("exit code %d", got)
	}
}

// Where nobody could make a stopped process go on the system doesn't stop it, and
// the program is back by itself.
func TestNotStopped(t *testing.T) {
	g := newRig(t, nil)
	g.signals <- syscall.SIGTSTP
	g.late <- time.Time{}
	g.step(t)
	g.expect(t, "leave", "pause", "enter")
	g.end()
}

// A SIGCONT that comes late is not taken for that of the next stop.
func TestLateContinue(t *testing.T) {
	g := newRig(t, nil)
	g.continued <- struct{}{}
	g.signals <- syscall.SIGTSTP
	<-g.program.sent
	if len(g.continued) != 0 {
		t.Error("the next stop would be none")
	}
	g.end()
}

// After an unannounced stop the terminal is taken again.
func TestContinueAlone(t *testing.T) {
	g := newRig(t, nil)
	g.signals <- syscall.SIGCONT
	g.end()
	g.expect(t, "enter")
}

// While the editor has the terminal, nobody takes it away.
func TestHandsOffWhileHeld(t *testing.T) {
	g := newRig(t, nil)
	g.held.Add(1)
	g.signals <- syscall.SIGTSTP
	g.signals <- syscall.SIGCONT
	g.signals <- syscall.SIGCONT
	g.end()
	g.expect(t, "pause")
}

func TestEndWhileStopped(t *testing.T) {
	g := newRig(t, nil)
	g.signals <- syscall.SIGTSTP
	if got := g.end(); got != 0 {
		t.Errorf("exit code %d", got)
	}
	g.step(t) // must not wait for a SIGCONT that never comes
}

// The first signal counts; a second neither asks again nor changes the code.
func TestSecondSignalChangesNothing(t *testing.T) {
	g := newRig(t, nil)
	g.signals <- syscall.SIGHUP
	<-g.program.sent
	g.signals <- syscall.SIGTERM
	g.signals <- syscall.SIGCONT // taken when SIGTERM has been answered
	if got := g.end(); got != 129 {
		t.Errorf("exit code %d", got)
	}
	if len(g.program.sent) != 0 {
		t.Errorf("asked twice: %v", <-g.program.sent)
	}
}

func TestInterruptIsTheCommands(t *testing.T) {
	g := newRig(t, nil)
	g.held.Add(1)
	g.signals <- os.Interrupt
	g.signals <- syscall.SIGCONT // taken when the interrupt has been answered
	g.held.Add(-1)
	if got := g.end(); got != 0 {
		t.Errorf("exit code %d", got)
	}
}
