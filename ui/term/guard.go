package term

import (
	"os"
	"os/signal"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	// Whoever runs a program has Bubble Tea linked in: keep it from asking the terminal.
	_ "cordial/ui/dark"
)

// Terminated asks the program to save what is being typed and to quit: the
// window was closed, or somebody asked the process to end.
type Terminated struct{ Signal os.Signal }

// Program is what a Guard needs of *tea.Program. Run it with
// tea.WithoutSignalHandler, or Bubble Tea quits on SIGTERM without asking.
type Program interface {
	Send(msg tea.Msg)
	ReleaseTerminal() error
	RestoreTerminal() error
}

// Watch describes what a Guard watches over.
type Watch struct {
	Program Program
	Screen  *Screen        // when the program draws for itself; nil when Bubble Tea does
	State   *State         // of the terminal before the program started
	Last    func()         // saves and closes when the program itself doesn't; may be nil
	Exit    func(code int) // ends the process: os.Exit
	Grace   time.Duration  // for the program to quit; 0 is 1.5 s
}

// Guard answers the signals of the terminal and of job control for a program
// (SIGHUP, SIGTERM, SIGINT: quit; SIGTSTP, SIGCONT: step aside and come back)
// and ends the process in time if the program can't.
type Guard struct {
	watch   Watch
	signals chan os.Signal
	stop    chan struct{}
	done    chan struct{}
	once    sync.Once
	held    atomic.Int32 // commands that have the terminal, such as $EDITOR
	code    atomic.Int32
	after   func(time.Duration) <-chan time.Time
	pause   func() // stops the process until SIGCONT
}

// Start begins to watch; call Stop when the program has returned.
func Start(w Watch) *Guard {
	g := newGuard(w)
	signal.Notify(g.signals, watched()...)
	go g.run()
	return g
}

func newGuard(w Watch) *Guard {
	if w.Grace == 0 {
		w.Grace = 1500 * time.Millisecond
	}
	return &Guard{
		watch:   w,
		signals: make(chan os.Signal, 8),
		stop:    make(chan struct{}),
		done:    make(chan struct{}),
		after:   time.After,
		pause:   pauseProcess,
	}
}

// Stop ends the watch and answers the code to exit with: 0, or 128+n if signal
// n asked the program to quit.
func (g *Guard) Stop() int {
	g.once.Do(func() {
		signal.Stop(g.signals)
		close(g.stop)
	})
	<-g.done
	return int(g.code.Load())
}

// Suspend stops the whole process group as the shell's Ctrl-Z would; use it as
// a tea.Cmd in place of tea.Suspend, which waits for the same signal as g.
func (g *Guard) Suspend() tea.Msg {
	suspendGroup()
	return nil
}

// run is the watch. It is the one goroutine that touches the terminal beside
// Bubble Tea's, and puts it in order if it panics itself.
func (g *Guard) run() {
	defer close(g.done)
	defer func() {
		if r := recover(); r != nil {
			_ = g.watch.State.Restore(lastWait) // the panic is the news
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
				deadline = g.after(g.watch.Grace)
			}
		}
	}
}

// answer handles one signal and tells whether the program has just been asked
// to quit.
func (g *Guard) answer(s os.Signal) bool {
	switch {
	case isStop(s):
		asked := false
		for _, s := range g.stepAside() {
			asked = g.answer(s) || asked
		}
		return asked
	case isContinue(s):
		g.comeBack()
	case s == os.Interrupt && g.held.Load() > 0:
		// Ctrl-C in the editor is meant for the editor.
	case g.code.Load() == 0:
		g.code.Store(exitCode(s))
		go g.watch.Program.Send(Terminated{Signal: s}) // blocks while the program is stuck
		return true
	}
	return false
}

// stepAside gives the terminal back, stops the process, and takes the terminal
// again when it continues. A command that has the terminal keeps it. It answers
// the signals that came meanwhile.
func (g *Guard) stepAside() []os.Signal {
	mine := g.held.Load() == 0
	if mine {
		g.release()
	}
	g.pause()
	meanwhile := g.untilContinued()
	if mine {
		g.restore()
	}
	return meanwhile
}

// release gives the terminal to the shell. What fails stops nobody: to step aside
// is what was asked.
func (g *Guard) release() {
	if g.watch.Screen != nil {
		g.watch.Screen.Pause()
	}
	_ = g.watch.Program.ReleaseTerminal()
}

// restore takes the terminal again. Without a terminal SIGHUP follows.
func (g *Guard) restore() {
	_ = g.watch.Program.RestoreTerminal()
	if g.watch.Screen != nil {
		_ = g.watch.Screen.Resume()
	}
}

// untilContinued waits for SIGCONT and answers the other signals but stops.
func (g *Guard) untilContinued() []os.Signal {
	var others []os.Signal
	for {
		select {
		case <-g.stop:
			return others
		case s := <-g.signals:
			switch {
			case isContinue(s):
				return others
			case !isStop(s):
				others = append(others, s)
			}
		}
	}
}

// comeBack takes the terminal again after a stop that nobody announced
// (SIGSTOP): the shell has changed its mode in the meantime.
func (g *Guard) comeBack() {
	if g.held.Load() > 0 {
		return
	}
	g.release()
	g.restore()
}

// lastWait is how long the last steps may take, each.
const lastWait = 200 * time.Millisecond

// giveUp ends the process for a program that didn't: first what must not be
// lost, then the terminal, then the exit.
func (g *Guard) giveUp() {
	if g.watch.Last != nil {
		within(5*lastWait, g.watch.Last)
	}
	ignoreTerminalStop()
	_ = g.watch.State.Restore(lastWait) // nobody is left to tell
	g.watch.Exit(int(g.code.Load()))
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
