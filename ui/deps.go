package ui

import (
	"os"
	"os/exec"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"cordial/keymap"
	"cordial/model"
	"cordial/ui/port"
	"cordial/ui/theme"
)

// Deps is what the full-screen program is given to work with.
type Deps struct {
	Store port.Store
	Clock func() time.Time                     // the time, in the user's zone
	NewID func(time.Time) string               // a new event id, later ones sorting after earlier ones
	World model.World                          // what the Book asks of its surroundings
	Zone  string                               // IANA name of the user's zone, for a new seat; empty is UTC
	Keys  keymap.Keymap                        // the zero value: the preset "inbox"
	In    *os.File                             // nil: standard input
	Out   *os.File                             // nil: standard output
	Later func(time.Duration, tea.Msg) tea.Cmd // a message after a while; nil: by the clock
	Copy  func(text string) error              // nil: the terminal's and the system's clipboard
	Open  func(url string) error               // nil: the system's browser

	Exec   func(*exec.Cmd, tea.ExecCallback) tea.Cmd // runs what takes the terminal over; nil: as Bubble Tea does
	Editor string                                    // the user's editor, options included; empty: by the environment

	Exchange port.Exchange // the files of other programs
	Home     string        // the home directory, for ~; empty: by the environment
	Dir      string        // the working directory; empty: the process's

	Options
}

// Options are the choices that a command line or a configuration makes.
type Options struct {
	Demo   bool          // made-up people: say so in the header
	Theme  theme.Options // colours, background and glyphs
	DBPath string        // where the database is, for people to read
}
