package term

import (
	"fmt"
	"os"

	"github.com/charmbracelet/x/term"
)

// modes are those of a terminal as they were before the program touched it: that
// of the keyboard, and on Windows, where it is another one, that of the screen.
type modes struct {
	in, out         *os.File
	inMode, outMode *term.State
}

// readModes remembers the modes of the terminal that in and out belong to.
func readModes(in, out *os.File) (*modes, error) {
	inMode, err := term.GetState(in.Fd())
	if err != nil {
		return nil, fmt.Errorf("reading the terminal's mode: %w", err)
	}
	outMode, err := term.GetState(out.Fd())
	if err != nil {
		return nil, fmt.Errorf("reading the terminal's mode: %w", err)
	}
	return &modes{in: in, out: out, inMode: inMode, outMode: outMode}, nil
}

// raw makes the terminal hand over each key as it is pressed, and draw what it is
// told.
func (m *modes) raw() error {
	if _, err := term.MakeRaw(m.in.Fd()); err != nil {
		return fmt.Errorf("setting the terminal's mode: %w", err)
	}
	if err := allowSequences(m.out); err != nil {
		return fmt.Errorf("setting the terminal's mode: %w", err)
	}
	return nil
}

// restore puts the modes back. It can't block.
func (m *modes) restore() error {
	err := term.Restore(m.in.Fd(), m.inMode)
	if outErr := term.Restore(m.out.Fd(), m.outMode); err == nil {
		err = outErr
	}
	if err != nil {
		return fmt.Errorf("restoring the terminal's mode: %w", err)
	}
	return nil
}

// Interactive tells whether a full-screen program can run: both ends are
// terminals, and TERM (its value is passed in) can address the cursor.
func Interactive(in, out *os.File, termVar string) bool {
	return termVar != "dumb" && term.IsTerminal(in.Fd()) && term.IsTerminal(out.Fd())
}
