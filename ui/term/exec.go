package term

import (
	"io"
	"os/exec"

	tea "github.com/charmbracelet/bubbletea"
)

// Exec runs a command that takes over the terminal, such as $EDITOR, and then
// answers done's message. Meanwhile the guard leaves the terminal and Ctrl-C
// to the command.
func (g *Guard) Exec(c *exec.Cmd, done tea.ExecCallback) tea.Cmd {
	return tea.Exec(&command{Cmd: c, guard: g}, done)
}

// command is an exec.Cmd on the program's own terminal.
type command struct {
	*exec.Cmd
	guard *Guard
}

// Run runs the command while the guard keeps its hands off.
func (c *command) Run() error {
	c.guard.held.Add(1)
	defer c.guard.held.Add(-1)
	if s := c.guard.watch.Screen; s != nil {
		s.Pause()
		defer func() { _ = s.Resume() }() // without a terminal SIGHUP follows
	}
	return c.Cmd.Run()
}

// SetStdin sets the input unless the command has one.
func (c *command) SetStdin(r io.Reader) {
	if c.Stdin == nil {
		c.Stdin = r
	}
}

// SetStdout sets the output unless the command has one. Behind a SyncWriter
// the command gets the terminal itself: a pipe is no place for an editor.
func (c *command) SetStdout(w io.Writer) {
	if c.Stdout == nil {
		c.Stdout = terminal(w)
	}
}

// SetStderr is SetStdout for the error output.
func (c *command) SetStderr(w io.Writer) {
	if c.Stderr == nil {
		c.Stderr = terminal(w)
	}
}

func terminal(w io.Writer) io.Writer {
	if s, ok := w.(*SyncWriter); ok {
		return s.File
	}
	return w
}
