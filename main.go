// Command cordial is a keyboard-driven LinkedIn outreach inbox for the terminal.
package main

import (
	"context"
	"crypto/rand"
	"errors"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
	"time"
	_ "time/tzdata" // the time zones of seats, also where the system has none

	"github.com/oklog/ulid/v2"

	"cordial/store"
	"cordial/store/demo"
	"cordial/store/journal"
	"cordial/store/linkedin"
	"cordial/ui/cli"
	_ "cordial/ui/dark" // before Bubble Tea, which asks the terminal otherwise
	"cordial/ui/port"
)

func main() { os.Exit(run()) }

// run is main with an exit code.
func run() int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	context.AfterFunc(ctx, stop) // the second signal ends the program as it stands
	return cli.Run(ctx, os.Args[1:], cli.System(), deps())
}

// deps is everything that the commands are given.
func deps() cli.Deps {
	v := version()
	return cli.Deps{
		Version: v,
		NewID:   newIDs(),
		Open: func(path string, own bool) (port.Store, error) {
			return store.Open(path, store.Options{Program: v.Number, OwnDir: own})
		},
		Demo: func(ctx context.Context, now time.Time) (port.Store, func(), error) {
			return demo.Open(ctx, now, store.Options{Program: v.Number})
		},
		OwnerUnsure: func(err error) bool {
			var unsure *linkedin.OwnerUnsureError
			return errors.As(err, &unsure)
		},
		OpenDamaged: func(path string) (port.Store, error) {
			return store.Open(path, store.Options{Program: v.Number, Lenient: true})
		},
		Restore: func(ctx context.Context, path, backup string) (string, error) {
			return store.Restore(ctx, path, backup, store.Options{Program: v.Number})
		},
		ReadJournal:  journal.Read,
		WriteJournal: journal.Write,
		Exchange:     exchange(),
		Inbox:        runInbox,
	}
}

// newIDs answers ids that sort by time and, within a millisecond, by order. It may be
// called from any goroutine.
func newIDs() func(time.Time) string {
	entropy := &ulid.LockedMonotonicReader{MonotonicReader: ulid.Monotonic(rand.Reader, 0)}
	return func(t time.Time) string { return ulid.MustNew(ulid.Timestamp(t), entropy).String() }
}

// version is what the build says of itself.
func version() cli.Version {
	v := cli.Version{Number: "devel"}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return v
	}
	v.Go = info.GoVersion
	if info.Main.Version != "" && info.Main.Version != "(devel)" {
		v.Number = info.Main.Version
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" {
			v.Revision = s.Value[:min(12, len(s.Value))]
		}
	}
	return v
}
