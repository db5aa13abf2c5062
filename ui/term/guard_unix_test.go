//go:build unix

package term

import (
	"os"
	"os/exec"
	"slices"
	"syscall"
	"testing"
)

func TestStepsAsideAndComesBack(t *testing.T) {
	g := newRig(t, nil)
	g.signals <- syscall.SIGTSTP
	g.signals <- syscall.SIGTSTP // impatient
	g.signals <- syscall.SIGCONT
	g.signals <- syscall.SIGHUP // shows that the guard is through
	<-g.program.sent
	if got, want := g.program.said(), []string{"release", "pause", "restore"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	g.Stop()
}

// Being asked to quit while stopped is answered after the return.
func TestQuitWhileStopped(t *testing.T) {
	g := newRig(t, nil)
	g.signals <- syscall.SIGTSTP
	g.signals <- syscall.SIGTERM
	g.signals <- syscall.SIGCONT
	<-g.program.sent
	if got, want := g.program.said(), []string{"release", "pause", "restore"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if got := g.Stop(); got != 143 {
		t.Errorf("exit code %d", got)
	}
}

// After an unannounced stop the terminal is taken again.
func TestContinueAlone(t *testing.T) {
	g := newRig(t, nil)
	g.signals <- syscall.SIGCONT
	g.signals <- syscall.SIGHUP
	<-g.program.sent
	if got, want := g.program.said(), []string{"release", "restore"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	g.Stop()
}

// While the editor has the terminal, nobody takes it away.
func TestHandsOffWhileHeld(t *testing.T) {
	g := newRig(t, nil)
	g.held.Add(1)
	g.signals <- syscall.SIGTSTP
	g.signals <- syscall.SIGCONT
	g.signals <- syscall.SIGCONT
	g.signals <- syscall.SIGHUP
	<-g.program.sent
	if got, want := g.program.said(), []string{"pause"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	g.Stop()
}

func TestStopWhileStopped(t *testing.T) {
	g := newRig(t, nil)
	g.signals <- syscall.SIGTSTP
	if got := g.Stop(); got != 0 { // must not wait for a SIGCONT that never comes
		t.Errorf("exit code %d", got)
	}
}

// The first signal counts; a second neither asks again nor changes the code.
func TestSecondSignalChangesNothing(t *testing.T) {
	g := newRig(t, nil)
	g.signals <- syscall.SIGHUP
	<-g.program.sent
	g.signals <- syscall.SIGTERM
	g.signals <- syscall.SIGCONT // taken when SIGTERM has been answered
	if got := g.Stop(); got != 129 {
		t.Errorf("exit code %d", got)
	}
	if len(g.program.sent) != 0 {
		t.Errorf("asked twice: %v", <-g.program.sent)
	}
}

func TestExecLeavesInterruptToTheCommand(t *testing.T) {
	g := newRig(t, nil)
	c := &command{Cmd: exec.Command(os.Args[0], "-test.run=^$"), guard: g.Guard}
	g.held.Add(1)
	g.signals <- os.Interrupt
	g.signals <- syscall.SIGCONT // taken when the interrupt has been answered
	g.held.Add(-1)
	if err := c.Run(); err != nil {
		t.Fatal(err)
	}
	if n := g.held.Load(); n != 0 {
		t.Errorf("held by %d after the command", n)
	}
	if got := g.Stop(); got != 0 {
		t.Errorf("exit code %d", got)
	}
}
