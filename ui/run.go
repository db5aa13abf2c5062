package ui

import (
	"context"
	"errors"
	"fmt"
	"os"

	tea "github.com/charmbracelet/bubbletea"

	"cordial/ui/term"
)

// framesPerSecond is how often the screen is drawn at most: a key waits half a
// frame for its answer.
const framesPerSecond = 120

// Interrupted tells that a signal ended the program.
type Interrupted struct{ Code int } // to exit with: 128 and the signal's number

// Error says so.
func (*Interrupted) Error() string { return "ended by a signal" }

// Run shows the inbox until it is left, and puts the terminal back in order
// however that comes about. An error is an *Interrupted, or why there is no
// screen to draw on.
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
	state, err := term.Save(d.In, d.Out)
	if err != nil {
		return err
	}
	app := New(d)
	program := tea.NewProgram(app,
		tea.WithAltScreen(), tea.WithReportFocus(), tea.WithoutSignalHandler(),
		tea.WithInput(d.In), tea.WithOutput(term.NewSyncWriter(d.Out)), tea.WithFPS(framesPerSecond))
	guard := term.Start(term.Watch{Program: program, State: state, Last: app.Rescue, Exit: os.Exit})
	app.suspend = guard.Suspend
	unhook := context.AfterFunc(ctx, func() { program.Send(term.Terminated{}) })
	_, err = program.Run()
	unhook()
	code := guard.Stop()
	app.Rescue()
	switch {
	case code != 0:
		return &Interrupted{Code: code}
	case err != nil:
		return fmt.Errorf("the screen failed: %w", err)
	}
	return ctx.Err()
}
