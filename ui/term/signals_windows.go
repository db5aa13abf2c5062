//go:build windows

package term

import (
	"os"
	"syscall"
)

// watched are the signals a Guard answers: Ctrl-C from outside, and a closing
// console, log-off or shutdown, which Go reports as SIGTERM.
func watched() []os.Signal { return []os.Signal{os.Interrupt, syscall.SIGTERM} }

// Windows has no job control.

func isStop(os.Signal) bool     { return false }
func isContinue(os.Signal) bool { return false }

func pauseProcess()       {}
func suspendGroup()       {}
func ignoreTerminalStop() {}

// paints: the console's keys and sizes come by calls that Bubble Tea makes.
const paints = false

// watchSize has nothing to watch.
func watchSize(func()) (stop func()) { return func() {} }
