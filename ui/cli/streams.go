package cli

import (
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/adrg/xdg"
	xterm "github.com/charmbracelet/x/term"

	"cordial/ui/term"
)

// Streams are the terminal, the environment and the clock as a command meets them.
type Streams struct {
	In       io.Reader
	Out, Err io.Writer

	InTTY, OutTTY, ErrTTY bool // terminals
	Screen                bool // a full-screen program can run
	Width                 int  // cells in a line of Out; 0 when it is no terminal

	Environ []string         // "KEY=value"
	Clock   func() time.Time // in the zone of the user
	Zone    string           // IANA name of that zone, for a new seat
}

// System is what the process was started with.
func System() Streams {
	s := Streams{
		In: os.Stdin, Out: os.Stdout, Err: os.Stderr,
		InTTY:   xterm.IsTerminal(os.Stdin.Fd()),
		OutTTY:  xterm.IsTerminal(os.Stdout.Fd()),
		ErrTTY:  xterm.IsTerminal(os.Stderr.Fd()),
		Screen:  term.Interactive(os.Stdin, os.Stdout, os.Getenv("TERM")),
		Environ: os.Environ(), Clock: time.Now,
		Zone: zoneName(os.Getenv("TZ"), os.Readlink),
	}
	if width, _, err := xterm.GetSize(os.Stdout.Fd()); err == nil {
		s.Width = width
	}
	return s
}

// env is a variable of the environment, "" when it is not set.
func (s Streams) env(name string) string {
	value := ""
	for _, line := range s.Environ {
		if k, v, ok := strings.Cut(line, "="); ok && k == name {
			value = v
		}
	}
	return value
}

// zoneName is the IANA name of the system's time zone. Go's own time.Local does not
// tell it, so TZ is asked first and then the link that /etc/localtime mostly is; a
// zone without a name is UTC.
func zoneName(tz string, readlink func(string) (string, error)) string {
	known := func(name string) bool {
		_, err := time.LoadLocation(name)
		return err == nil && name != "" && name != "Local"
	}
	if name := strings.TrimPrefix(tz, ":"); known(name) {
		return name
	}
	if target, err := readlink("/etc/localtime"); err == nil {
		if _, name, ok := strings.Cut(target, "zoneinfo/"); ok && known(name) {
			return name
		}
	}
	return "UTC"
}

// defaultDB is where the database is when nobody says otherwise: in the data
// directory of the XDG rules, on every system that is not Windows.
func (s Streams) defaultDB() string {
	data := s.env("XDG_DATA_HOME")
	switch {
	case filepath.IsAbs(data):
	case runtime.GOOS == "windows":
		data = xdg.DataHome
	default:
		data = filepath.Join(s.env("HOME"), ".local", "share")
	}
	return filepath.Join(data, "cordial", "cordial.db")
}
