package ui

import (
	"context"
	"errors"
	"fmt"
	"os"

	tea "github.com/charmbracelet/bubbletea"

	"cordial/ui/term"
)

// framesPerSecond is how often Bubble Tea's renderer draws at most, where we cannot
// draw by ourselves: a key waits half a frame for its answer.
const framesPerSecond = 120

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
	state, err := term.Save(d.In, d.Out)
	if err != nil {
		return err
	}
	app := New(d)
	code, err := show(ctx, app, state)
	app.Rescue()
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

// show runs the program on the terminal and answers the code of the signal that
// ended it, 0 for none.
func show(ctx context.Context, app *App, state *term.State) (code int, err error) {
	in, out := app.deps.In, app.deps.Out
	watch := term.Watch{State: state, Last: app.Rescue, Exit: os.Exit}
	options := []tea.ProgramOption{tea.WithInput(in), tea.WithOutput(out), tea.WithoutSignalHandler()}
	if term.Paints {
		watch.Screen = term.NewScreen(in, out)
		defer watch.Screen.Close()
		options = append(options, tea.WithoutRenderer())
	} else {
		options = append(options, tea.WithOutput(term.NewSyncWriter(out)), tea.WithAltScreen(),
			tea.WithReportFocus(), tea.WithFPS(framesPerSecond))
	}
	program := tea.NewProgram(app, options...)
	watch.Program = program
	guard := term.Start(watch)
	app.suspend = guard.Suspend
	if app.deps.Exec == nil {
		app.effects.exec = guard.Exec
	}
	defer context.AfterFunc(ctx, func() { program.Send(term.Terminated{}) })()
	if watch.Screen != nil {
		if err := app.paintOn(watch.Screen); err != nil {
			return guard.Stop(), err
		}
		defer watch.Screen.Watch(program.Send)()
	}
	_, err = program.Run()
	return guard.Stop(), err
}

// paintOn has the App draw by itself from now on.
func (a *App) paintOn(s *term.Screen) error {
	a.canvas = s.Painter
	if w, h, ok := s.Size(); ok {
		a.resize(w, h)
	}
	return s.Resume()
}
