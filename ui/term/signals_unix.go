//go:build unix

package term

import (
	"os"
	"os/signal"
	"syscall"
)

// watched are the signals a guard answers. Notify also brings a SIGHUP that
// the process inherited as ignored (nohup).
func watched() []os.Signal {
	return []os.Signal{
		syscall.SIGHUP, syscall.SIGTERM, syscall.SIGINT, syscall.SIGTSTP, syscall.SIGCONT,
	}
}

// notifyResize sends a signal when the terminal has got another size.
func notifyResize(c chan<- os.Signal) { signal.Notify(c, syscall.SIGWINCH) }

func isStop(s os.Signal) bool     { return s == syscall.SIGTSTP }
func isContinue(s os.Signal) bool { return s == syscall.SIGCONT }

// pauseProcess stops this process; it may return shortly before it is stopped. The
// signal is one that is not watched, and that the system doesn't deliver where there is
// no shell that could make the process go on: SIGSTOP would stop it there for ever.
func pauseProcess() { _ = syscall.Kill(os.Getpid(), syscall.SIGTTIN) }

// suspendGroup asks the whole group to stop, so that a pipeline stops as one.
func suspendGroup() { _ = syscall.Kill(0, syscall.SIGTSTP) }

// ignoreTerminalStop lets a process in the background restore the terminal
// instead of being stopped for it.
func ignoreTerminalStop() { signal.Ignore(syscall.SIGTTOU) }

// allowSequences has nothing to do: terminals on Unix always do.
func allowSequences(*os.File) error { return nil }
