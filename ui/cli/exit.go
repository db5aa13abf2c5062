package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"cordial/model"
	"cordial/model/clean"
	"cordial/model/when"
)

// What the exit code of a command tells.
const (
	ExitDone        = 0
	ExitFailed      = 1
	ExitUsage       = 2   // the command line cannot be understood
	ExitNotFound    = 3   // nobody, or more than one, is meant by a name
	ExitRefused     = 4   // a rule says no
	ExitSkipped     = 5   // an import finished, but left rows out
	ExitDatabase    = 6   // busy, damaged, newer than the program, or not ours
	ExitInterrupted = 130 // stopped by a signal
)

// coded is an error that knows its exit code. An empty text is said by the code
// alone.
type coded struct {
	code int
	text string
	why  error
}

func (e *coded) Error() string { return e.text }

func (e *coded) Unwrap() error { return e.why }

// usage refuses a command line that cannot be understood.
func usage(format string, args ...any) error {
	return &coded{code: ExitUsage, text: fmt.Sprintf(format, args...)}
}

// notFound says that what was named is not there, or is there more than once.
func notFound(format string, args ...any) error {
	return &coded{code: ExitNotFound, text: fmt.Sprintf(format, args...)}
}

// failed says why something could not be done.
func failed(format string, args ...any) error {
	return &coded{code: ExitFailed, text: fmt.Sprintf(format, args...)}
}

// exitCode is the code that an error leaves the program with.
func exitCode(err error) int {
	var known *coded
	var refusal *model.Refusal
	var input *model.InputError
	var date *when.Error
	switch {
	case err == nil:
		return ExitDone
	case errors.As(err, &known):
		return known.code
	case errors.Is(err, model.ErrBusy), errors.Is(err, model.ErrDamaged),
		errors.Is(err, model.ErrNewer), errors.Is(err, model.ErrNotOurs):
		return ExitDatabase
	case errors.As(err, &refusal):
		return ExitRefused
	case errors.As(err, &input), errors.As(err, &date):
		return ExitUsage
	case errors.Is(err, context.Canceled):
		return ExitInterrupted
	default:
		return ExitFailed
	}
}

// sentence is an error as the user reads it: cleaned, because it may quote a
// stranger's name, and empty when the exit code says it all.
func sentence(err error) string {
	text := strings.TrimSpace(clean.Block(err.Error()))
	if errors.Is(err, context.Canceled) {
		text = "interrupted"
	}
	if text == "" {
		return ""
	}
	return "cordial: " + text + "\n"
}
