//go:build windows

package term

import (
	"os"
	"syscall"

	"golang.org/x/sys/windows"
)

// watched are the signals a guard answers: Ctrl-C from outside, and a closing
// console, log-off or shutdown, which Go reports as SIGTERM.
func watched() []os.Signal { return []os.Signal{os.Interrupt, syscall.SIGTERM} }

// notifyResize has nothing to do: the console tells by a message, as of a key.
func notifyResize(chan<- os.Signal) {}

// Windows has no job control.

func isStop(os.Signal) bool     { return false }
func isContinue(os.Signal) bool { return false }

func pauseProcess()       {}
func suspendGroup()       {}
func ignoreTerminalStop() {}

// allowSequences makes the console obey what is written to it.
func allowSequences(out *os.File) error {
	console := windows.Handle(out.Fd())
	var mode uint32
	if err := windows.GetConsoleMode(console, &mode); err != nil {
		return err
	}
	return windows.SetConsoleMode(console, mode|windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING)
}
