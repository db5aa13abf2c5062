package ui

import (
	"context"
	"errors"
	"fmt"
	"os"

	"cordial/ui/term"
)

// Interrupted tells that a signal ended the program.
type Interrupted struct{ Code int } // to exit with: 128 and the signal's number

// Error says so.
func (*Interrupted) Error() string { return "ended by a signal" }

// Run shows the inbox until it is left, and puts the terminal back in order
// however that comes about. An error is an *Interrupted, a *Crash, or why there is
// no screen to draw on.
func Run(ctx context.Context, d Deps) error {
	if d.In == nil {
		d.In = os.Stdin
	}
	if d.Out == nil {
		d.Out = os.Stdout
	}
	if !term.Interactive(d.In, d.Out, os.Getenv("TERM")) {
		return errors.New("the inbox needs a terminal; for scripts there is: cordial list")
	}
	app := New(d)
	if d.Exec == nil {
		app.effects.exec = term.Exec
	}
	code, err := term.Run(ctx, app, term.Options{In: d.In, Out: d.Out, Last: app.Rescue, Exit: os.Exit})
	app.Rescue()
	var fault *term.Panic // while drawing: what else fails the App has caught itself
	if errors.As(err, &fault) && app.crash == nil {
		app.crash = &Crash{Value: fault.Value, Stack: fault.Stack}
	}
	switch {
	case app.crash != nil:
		app.crash.report()
		return app.crash
	case code != 0:
		return &Interrupted{Code: code}
	case err != nil:
		return fmt.Errorf("the screen failed: %w", err)
	}
	return ctx.Err()
}
