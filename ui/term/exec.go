package term

import (
	"io"
	"os/exec"

	tea "github.com/charmbracelet/bubbletea"
)

// Exec runs a command that takes over the terminal, such as $EDITOR, and then
// answers done's message. In a program that Run runs it finds the terminal as it was
// before, and has it, and Ctrl-C, to itself.
func Exec(c *exec.Cmd, done tea.ExecCallback) tea.Cmd {
	return tea.Exec(&command{Cmd: c}, done)
}

// command is an exec.Cmd on the program's own terminal.
type command struct {
	*exec.Cmd
	terminal *terminal // nil if Bubble Tea draws itself
}

// Run runs the command while screen and guard keep their hands off.
func (c *command) Run() error {
	t := c.terminal
	if t == nil {
		return c.Cmd.Run()
	}
	t.guard.held.Add(1)
	defer t.guard.held.Add(-1)
	t.screen.leave()
	err := c.Cmd.Run()
	if again := t.screen.enter(); err == nil {
		err = again
	}
	return err
}

// SetStdin sets the input unless the command has one.
func (c *command) SetStdin(r io.Reader) {
	if c.Stdin == nil {
		c.Stdin = r
	}
}

// SetStdout sets the output unless the command has one, and learns whose terminal
// it is. The command gets the file itself: a pipe is no place for an editor.
func (c *command) SetStdout(w io.Writer) {
	if o, ok := w.(output); ok {
		c.terminal, w = o.terminal, o.File
	}
	if c.Stdout == nil {
		c.Stdout = w
	}
}

// SetStderr sets the error output unless the command has one.
func (c *command) SetStderr(w io.Writer) {
	if c.Stderr == nil {
		c.Stderr = w
	}
}
