//go:build unix

package term

import (
	"os"
	"os/signal"
	"syscall"
)

// watched are the signals a Guard answers. Notify also brings a SIGHUP that
// the process inherited as ignored (nohup).
func watched() []os.Signal {
	return []os.Signal{
		syscall.SIGHUP, syscall.SIGTERM, syscall.SIGINT, syscall.SIGTSTP, syscall.SIGCONT,
	}
}

func isStop(s os.Signal) bool     { return s == syscall.SIGTSTP }
func isContinue(s os.Signal) bool { return s == syscall.SIGCONT }

// pauseProcess stops this process; it may return shortly before it is stopped.
func pauseProcess() { _ = syscall.Kill(os.Getpid(), syscall.SIGSTOP) }

// suspendGroup asks the whole group to stop, so that a pipeline stops as one.
func suspendGroup() { _ = syscall.Kill(0, syscall.SIGTSTP) }

// ignoreTerminalStop lets a process in the background restore the terminal
// instead of being stopped for it.
func ignoreTerminalStop() { signal.Ignore(syscall.SIGTTOU) }

// paints: a terminal is two files here, which anybody can read and write.
const paints = true

// watchSize calls changed after each change of the terminal's size, in a goroutine
// that ends with stop.
func watchSize(changed func()) (stop func()) {
	signals, ended := make(chan os.Signal, 1), make(chan struct{})
	signal.Notify(signals, syscall.SIGWINCH)
	go func() { // changed measures and sends; neither can panic
		defer close(ended)
		for range signals {
			changed()
		}
	}()
	return func() {
		signal.Stop(signals)
		close(signals)
		<-ended
	}
}
