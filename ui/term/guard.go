package term

import (
	"io"
	"os"
	"os/signal"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	tea "github.com/charmbracelet/bubbletea"
)

// Terminated asks the program to save what is being typed and to quit: the
// window was closed, or somebody asked the process to end.
type Terminated struct{ Signal os.Signal }

// watch describes the program that a guard watches over. It runs with
// tea.WithoutSignalHandler, or Bubble Tea quits on SIGTERM without asking.
type watch struct {
	send  func(tea.Msg)  // to the program; may block while that is stuck
	enter func() error   // takes the terminal, also if the program believes to have it
	leave func()         // gives the terminal back, soon and in any case
	last  func()         // saves and closes when the program itself doesn't; may be nil
	exit  func(code int) // ends the process: os.Exit
	grace time.Duration  // for the program to quit; 0 is the usual
}

// guard answers the signals of the terminal and of job control for a program
// (SIGHUP, SIGTERM, SIGINT: quit; SIGTSTP, SIGCONT: step aside and come back)
// and ends the process in time if the program can't.
type guard struct {
	watch     watch
	signals   chan os.Signal
	continued chan struct{}
	stop      chan struct{}
	done      chan struct{}
	once      sync.Once
	held      atomic.Int32 // commands that have the terminal, such as $EDITOR
	stepping  atomic.Bool  // aside: the program has been asked to
	code      atomic.Int32
	after     func(time.Duration) <-chan time.Time
	pause     func() // stops the process until SIGCONT, if the system lets it
}

// grace is how long a program may take to save and to quit.
const grace = 1500 * time.Millisecond

// start begins to watch; call end when the program has returned.
func start(w watch) *guard {
	g := newGuard(w)
	signal.Notify(g.signals, watched()...)
	go g.run()
	return g
}

func newGuard(w watch) *guard {
	if w.grace == 0 {
		w.grace = grace
	}
	return &guard{
		watch:     w,
		signals:   make(chan os.Signal, 8),
		continued: make(chan struct{}, 1),
		stop:      make(chan struct{}),
		done:      make(chan struct{}),
		after:     time.After,
		pause:     pauseProcess,
	}
}

// end ends the watch and answers the code to exit with: 0, or 128+n if signal n
// asked the program to quit.
func (g *guard) end() int {
	g.once.Do(func() { close(g.stop) })
	<-g.done
	signal.Stop(g.signals)
	return int(g.code.Load())
}

// run is the watch. It puts the terminal in order if it panics itself.
func (g *guard) run() {
	defer close(g.done)
	defer func() {
		if r := recover(); r != nil {
			g.watch.leave()
			panic(r)
		}
	}()
	var deadline <-chan time.Time
	for {
		select {
		case <-g.stop:
			return
		case <-deadline:
			g.giveUp()
			return
		case s := <-g.signals:
			if g.answer(s) {
				deadline = g.after(g.watch.grace)
			}
		}
	}
}

// answer handles one signal and tells whether the program has just been asked
// to quit.
func (g *guard) answer(s os.Signal) bool {
	switch {
	case isStop(s) && g.held.Load() > 0:
		g.pause() // together with the command, whose terminal it is
	case isStop(s):
		g.stepAside()
	case isContinue(s):
		g.comeBack()
	case s == os.Interrupt && g.held.Load() > 0:
		// Ctrl-C in the editor is meant for the editor.
	case g.code.Load() == 0:
		g.code.Store(exitCode(s))
		go g.watch.send(Terminated{Signal: s}) // blocks while the program is stuck
		return true
	}
	return false
}

// stepAside has the program make way as for a command, which then stops the process.
func (g *guard) stepAside() {
	if g.stepping.Swap(true) {
		return
	}
	select {
	case <-g.continued: // from an earlier stop
	default:
	}
	go g.watch.send(tea.Exec(stopping{g}, nil)()) // blocks while the program is stuck
}

// comeBack goes on after a stop. If nobody had announced it (SIGSTOP), the terminal
// is taken again: the shell has changed its mode in the meantime.
func (g *guard) comeBack() {
	switch {
	case g.stepping.Load():
		select {
		case g.continued <- struct{}{}:
		default:
		}
	case g.held.Load() == 0:
		_ = g.watch.enter() // without a terminal SIGHUP follows
	}
}

// stopping is a command that gives the terminal back, stops the process, and takes
// the terminal again when it continues.
type stopping struct{ guard *guard }

// stopsWithin is how soon a process has stopped that was told to. One that still runs
// then was not allowed to: where a window, tmux or ssh runs the program itself there is
// no shell that could make it go on.
const stopsWithin = 300 * time.Millisecond

// Run returns when the process goes on.
func (s stopping) Run() error {
	g := s.guard
	g.watch.leave()
	g.pause()
	select {
	case <-g.continued:
	case <-g.after(stopsWithin):
	case <-g.stop:
	}
	g.stepping.Store(false)
	return g.watch.enter()
}

// SetStdin, like the others, has nothing to set.
func (stopping) SetStdin(io.Reader) {}

// SetStdout has nothing to set.
func (stopping) SetStdout(io.Writer) {}

// SetStderr has nothing to set.
func (stopping) SetStderr(io.Writer) {}

// How long the last steps may take: writing to the terminal, and saving.
const (
	lastWait  = 200 * time.Millisecond
	lastWords = time.Second
)

// giveUp ends the process for a program that didn't: first what must not be
// lost, then the terminal, then the exit.
func (g *guard) giveUp() {
	if g.watch.last != nil {
		within(lastWords, g.watch.last)
	}
	ignoreTerminalStop()
	g.watch.leave()
	g.watch.exit(int(g.code.Load()))
}

// within runs f and waits for it, but no longer than limit.
func within(limit time.Duration, f func()) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		defer func() { _ = recover() }() // the terminal still has to be restored
		f()
	}()
	select {
	case <-done:
	case <-time.After(limit):
	}
}

// exitCode is 128+n for signal n, as shells report it.
func exitCode(s os.Signal) int32 {
	if n, ok := s.(syscall.Signal); ok {
		return 128 + int32(n)
	}
	return 1
}
