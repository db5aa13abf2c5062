package term

import (
	"context"
	"os"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	// Whoever runs a program has Bubble Tea linked in: keep it from asking the terminal.
	_ "cordial/ui/dark"
)

// Options say where a model is shown, and what is done when it can't go on.
type Options struct {
	In, Out *os.File       // the terminal
	Last    func()         // saves and closes when the model itself doesn't; may be nil
	Exit    func(code int) // ends the process: os.Exit
	Grace   time.Duration  // for the model to quit when it's asked to; 0 is 1.5 s
}

// Run shows a model on the whole terminal until it quits, and puts the terminal
// back in order however that comes about. The model gets bracketed pastes, reports
// of focus, and Terminated when a signal or ctx asks it to quit. Run answers the
// code to exit with: 0, or 128+n if signal n asked. An error is a *Panic of the
// model's, or tells what is wrong with the terminal.
//
// If the terminal has stopped reading by then, whoever prints to it would wait for
// ever: the process has a second left to close its files, and is ended by Exit.
//
// Of Bubble Tea's commands that reach for the terminal, ClearScreen and Suspend
// work; for $EDITOR there is Exec. The screen, the cursor and the modes are Run's.
func Run(ctx context.Context, model tea.Model, o Options) (code int, err error) {
	screen, err := newScreen(o.In, o.Out)
	if err != nil {
		return 0, err
	}
	defer screen.close()
	if err := screen.enter(); err != nil {
		return 0, err
	}
	t := &terminal{screen: screen}
	painter := newPainter(model, screen)
	program := tea.NewProgram(painter,
		tea.WithoutRenderer(), tea.WithoutSignalHandler(), tea.WithFilter(suspending),
		tea.WithInput(o.In), tea.WithOutput(output{o.Out, t}))
	t.guard = start(watch{
		send: program.Send, enter: screen.enter, leave: screen.leave,
		last: o.Last, exit: o.Exit, grace: o.Grace,
	})
	unhook := context.AfterFunc(ctx, func() { program.Send(Terminated{}) })
	_, err = program.Run()
	unhook()
	screen.close() // while the guard still watches: the terminal may have stopped reading
	code = t.guard.end()
	switch {
	case painter.fault != nil:
		err = painter.fault
	case err == nil:
		err = screen.failure()
	}
	if screen.blocked() {
		time.AfterFunc(lastWords, func() { o.Exit(max(code, 1)) })
	}
	return code, err
}

// terminal is what a command borrows: Bubble Tea knows of the keyboard alone.
type terminal struct {
	screen *screen
	guard  *guard
}

// output is the terminal as Bubble Tea hands it on to commands.
type output struct {
	*os.File
	terminal *terminal
}

// suspending stops the process in our own way when the model asks with
// tea.Suspend: Bubble Tea's would wait for the same signal as the guard.
func suspending(_ tea.Model, msg tea.Msg) tea.Msg {
	if _, ok := msg.(tea.SuspendMsg); ok {
		suspendGroup()
		return nil
	}
	return msg
}
