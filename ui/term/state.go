package term

import (
	"fmt"
	"os"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"
)

// State is a terminal as it was before the program touched it.
type State struct {
	in, out *os.File
	mode    *term.State // nil if in is no terminal
}

// Save remembers the state of the terminal at in, which out draws to. If in is
// no terminal, Restore only resets the screen.
func Save(in, out *os.File) (*State, error) {
	s := &State{in: in, out: out}
	if !term.IsTerminal(in.Fd()) {
		return s, nil
	}
	mode, err := term.GetState(in.Fd())
	if err != nil {
		return nil, fmt.Errorf("reading the terminal's mode: %w", err)
	}
	s.mode = mode
	return s, nil
}

// resetScreen undoes what a full-screen program turns on: pending synchronized
// update, mouse, focus reports, bracketed paste, hidden cursor, colours,
// alternate screen.
const resetScreen = ansi.ResetModeSynchronizedOutput +
	ansi.ResetModeMouseButtonEvent + ansi.ResetModeMouseAnyEvent + ansi.ResetModeMouseExtSgr +
	ansi.ResetModeFocusEvent + ansi.ResetModeBracketedPaste +
	ansi.ResetStyle + ansi.SetModeTextCursorEnable + ansi.ResetModeAltScreenSaveCursor

// Restore puts mode and screen back. The mode comes first, because it can't
// block; drawing to a terminal that is stopped (Ctrl-S, a frozen connection)
// does, and is given up after wait.
func (s *State) Restore(wait time.Duration) error {
	var err error
	if s.mode != nil {
		if err = term.Restore(s.in.Fd(), s.mode); err != nil {
			err = fmt.Errorf("restoring the terminal's mode: %w", err)
		}
	}
	if !term.IsTerminal(s.out.Fd()) {
		return err
	}
	done := make(chan struct{})
	go func() { // can only write or block, so it can't panic
		_, _ = s.out.WriteString(resetScreen) // nobody is left to tell
		close(done)
	}()
	select {
	case <-done:
	case <-time.After(wait):
	}
	return err
}

// Interactive tells whether a full-screen program can run: both ends are
// terminals, and TERM (its value is passed in) can address the cursor.
func Interactive(in, out *os.File, termVar string) bool {
	return termVar != "dumb" && term.IsTerminal(in.Fd()) && term.IsTerminal(out.Fd())
}
