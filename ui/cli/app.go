package cli

import (
	"bytes"
	"context"
	"io"
	"time"

	"cordial/model"
	"cordial/ui/port"
	"cordial/ui/theme"
)

// Deps is what the commands are given to work with.
type Deps struct {
	// Version is what "cordial version" says.
	Version Version
	// Open opens the database at a path, and makes one where nothing is. With own,
	// its directory belongs to the program, too.
	Open func(path string, own bool) (port.Store, error)
	// NewID answers a new event id, later ones sorting after earlier ones.
	NewID func(time.Time) string
	// OpenDamaged opens a database of which only one header is whole, for a repair.
	OpenDamaged func(path string) (port.Store, error)
	// Restore puts a backup in the place of the database at a path; kept is the new
	// name of what was there.
	Restore func(ctx context.Context, path, backup string) (kept string, err error)
	// ReadJournal and WriteJournal are the two ways of the portable journal.
	ReadJournal  func(io.Reader) ([]model.Event, error)
	WriteJournal func(io.Writer, []model.Event) error
	// Exchange reads and writes the files of other programs.
	port.Exchange
	// Demo fills a temporary database with made-up people; done removes it.
	Demo func(ctx context.Context, now time.Time) (s port.Store, done func(), err error)
	// Inbox runs the full-screen program until it is left.
	Inbox func(ctx context.Context, i Inbox) error
}

// Inbox is what the full-screen program is started with.
type Inbox struct {
	Store port.Store
	Clock func() time.Time // the time, or the pretended one
	NewID func(time.Time) string
	Zone  string      // IANA name, for a new seat
	World model.World // for its Book
	Path  string      // where the database is, for people to read
	Theme theme.Options
	Demo  bool // made-up people: show the banner
}

// Version names a build.
type Version struct {
	Number   string // "1.0.0", or "devel"
	Revision string // of the source, may be empty
	Go       string // the compiler
}

// app is one command line on its way.
type app struct {
	Streams
	Deps

	page bytes.Buffer // what goes to stdout next
	lost error        // why something of it did not get there

	flags globals
	began time.Time     // when it began, by the clock
	now   time.Time     // the same instant, or the pretended one
	theme theme.Options // for the inbox
	look  *theme.Theme  // for what is printed; nil: no colours
}

// globals are the flags that every command takes.
type globals struct {
	db, color, now string
	yes            bool
}

// Run carries out one command line, without the program's name, and answers the
// exit code.
func Run(ctx context.Context, args []string, s Streams, d Deps) int {
	s.In = interruptible{ctx, s.In}
	a := &app{Streams: s, Deps: d}
	root := a.root()
	root.SetArgs(args)
	root.SetIn(s.In)
	root.SetOut(&a.page)
	root.SetErr(s.Err)
	err := root.ExecuteContext(ctx)
	a.flush()
	switch {
	case err != nil && ctx.Err() != nil:
		err = context.Canceled
	case a.lost != nil:
		err = a.lost
	case err != nil && a.began.IsZero(): // the command line was not even understood
		err = &coded{code: ExitUsage, text: err.Error(), why: err}
	}
	if err != nil {
		a.tell(sentence(err))
	}
	return exitCode(err)
}

// openStore opens the database of the command line.
func (a *app) openStore() (port.Store, error) {
	return a.Open(a.flags.db, a.flags.db == a.defaultDB())
}

// clock is the time of now, or the pretended time, from which it runs on.
func (a *app) clock() time.Time {
	return a.now.Add(a.Clock().Sub(a.began))
}

// world is what a Book asks of its surroundings.
func world() model.World {
	return model.World{Zone: func(name string) (*time.Location, error) {
		return time.LoadLocation(name)
	}}
}
