package ui

import (
	"fmt"
	"os"
	"runtime/debug"

	tea "github.com/charmbracelet/bubbletea"

	"cordial/model/clean"
)

// Crash is a fault of the program: it ended by itself, after what was decided had
// been saved.
type Crash struct {
	Value  any    // what the program panicked with
	Stack  []byte // where
	Report string // the file that tells both, empty when none could be written
}

// Error says what happened and where the report is.
func (c *Crash) Error() string {
	text := fmt.Sprintf("the program failed: %s; what you decided is saved", clean.Line(fmt.Sprint(c.Value)))
	if c.Report != "" {
		text += "; please send the report: " + c.Report
	}
	return text
}

// report writes the crash to a file that only the user can read.
func (c *Crash) report() {
	file, err := os.CreateTemp("", "cordial-crash-*.txt")
	if err != nil {
		return // the stack is lost, the terminal and the decisions are not
	}
	_, err = fmt.Fprintf(file, "%v\n\n%s", c.Value, c.Stack)
	if closing := file.Close(); err == nil && closing == nil {
		c.Report = file.Name()
	}
}

// crashedMsg tells that a command panicked.
type crashedMsg struct{ crash *Crash }

// careful is a command that survives its own panic: the terminal has to be put in
// order, and what is queued to be saved, before the program may end.
func careful(cmd tea.Cmd) tea.Cmd {
	return func() (msg tea.Msg) {
		defer func() {
			if r := recover(); r != nil {
				msg = crashedMsg{&Crash{Value: r, Stack: debug.Stack()}}
			}
		}()
		return cmd()
	}
}

// catch turns a panic while a message is handled into the end of the program.
func (a *App) catch(cmd *tea.Cmd) {
	if r := recover(); r != nil {
		a.crash = &Crash{Value: r, Stack: debug.Stack()}
		a.ended = true
		*cmd = tea.Quit
	}
}

// Failure is the crash that ended the program; nil when it ended as it should.
func (a *App) Failure() *Crash { return a.crash }
