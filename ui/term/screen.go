package term

import (
	"errors"
	"fmt"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/term"
)

// screen is the terminal while the program has it. Nobody waits for the terminal
// to take a frame: one writer waits, and a frame that it hasn't begun gives way to
// a newer one.
type screen struct {
	out    *os.File
	modes  *modes
	wake   chan struct{}  // there is something to write
	winch  chan os.Signal // the terminal may have another size
	closed chan struct{}
	ended  chan struct{} // the writer is no more

	mu      sync.Mutex
	canvas  canvas
	frame   frame // the newest
	waiting bool  // and nobody has begun to write it
	mine    bool  // the program has the terminal
	entries int   // how often it has taken it
	over    bool
	left    chan struct{} // to close when the screen has been left; nil: it has been
	err     error
}

// newScreen is a terminal that has not been touched yet. It must be closed.
func newScreen(in, out *os.File) (*screen, error) {
	modes, err := readModes(in, out)
	if err != nil {
		return nil, err
	}
	s := &screen{
		out: out, modes: modes,
		wake: make(chan struct{}, 1), winch: make(chan os.Signal, 1),
		closed: make(chan struct{}), ended: make(chan struct{}),
	}
	notifyResize(s.winch)
	return s, nil
}

// close leaves the screen for good and ends the writer.
func (s *screen) close() {
	s.mu.Lock()
	over := s.over
	s.over = true
	s.mu.Unlock()
	if over {
		return
	}
	s.leave()
	signal.Stop(s.winch)
	close(s.closed)
}

// enter takes the terminal, and has the screen drawn afresh in what may be a new
// size. A screen that has been closed stays so.
func (s *screen) enter() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.over {
		return nil
	}
	if err := s.modes.raw(); err != nil {
		return err
	}
	s.mine, s.canvas.intact = true, false
	s.entries++
	select {
	case s.winch <- nil:
	default: // it's known already that the size has to be looked at
	}
	return nil
}

// leave gives the terminal back as it was before, and returns when that is done. It
// does not wait for a terminal that has stopped reading (Ctrl-S, a frozen
// connection): such a one gets its mode back, and the rest when it reads again.
func (s *screen) leave() {
	s.mu.Lock()
	if s.left == nil && s.canvas.entered {
		s.left = make(chan struct{})
	}
	left := s.left
	s.mine, s.waiting = false, false
	s.mu.Unlock()
	if left != nil {
		s.poke()
		select {
		case <-left:
		case <-s.ended:
			within(lastWait, s.leaveUnwritten)
		case <-time.After(lastWait):
		}
	}
	_ = s.modes.restore() // nobody is left to tell
}

// leaveUnwritten leaves the screen in place of a writer that has failed.
func (s *screen) leaveUnwritten() {
	s.mu.Lock()
	b := s.canvas.leave()
	s.mu.Unlock()
	_, _ = s.out.Write(b)
	s.mu.Lock()
	s.left = nil
	s.mu.Unlock()
}

// show hands over the newest frame.
func (s *screen) show(f frame) {
	s.mu.Lock()
	s.frame, s.waiting = f, s.mine
	s.mu.Unlock()
	s.poke()
}

// redraw makes the next frame a whole one, for a terminal where something else has
// been drawn.
func (s *screen) redraw() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.canvas.intact = false
}

// poke wakes the writer.
func (s *screen) poke() {
	select {
	case s.wake <- struct{}{}:
	default: // it has been poked already
	}
}

// write is the writer, as a command: Bubble Tea runs it beside everything else and
// ends the program if it panics. It returns when the screen has been closed, or asks
// the program to end when there is no terminal any more.
func (s *screen) write() tea.Msg {
	defer close(s.ended)
	for {
		select {
		case <-s.closed:
			return nil
		case <-s.wake:
		}
		for {
			b, left := s.next()
			if len(b) == 0 {
				break
			}
			if err := s.push(b); err != nil {
				s.fail(err)
				return Terminated{}
			}
			if left != nil {
				s.hasLeft(left)
			}
		}
	}
}

// next is what to write now, and whom to tell when it is written: those who wait
// for the screen to be left.
func (s *screen) next() (b []byte, left chan struct{}) {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case s.left != nil:
		return s.canvas.leave(), s.left
	case s.waiting:
		s.waiting = false
		return s.canvas.draw(s.frame), nil
	}
	return nil, nil
}

// push writes all of b. If somebody else has set the terminal not to block, it says
// so while it is full.
func (s *screen) push(b []byte) error {
	for {
		n, err := s.out.Write(b)
		if !errors.Is(err, syscall.EAGAIN) {
			return err
		}
		b = b[n:]
		select {
		case <-s.closed:
			return nil
		case <-time.After(frameEvery):
		}
	}
}

func (s *screen) hasLeft(left chan struct{}) {
	s.mu.Lock()
	s.left = nil
	s.mu.Unlock()
	close(left)
}

// blocked tells whether the terminal has not yet taken what leaves it.
func (s *screen) blocked() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.left != nil
}

func (s *screen) fail(err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.err = fmt.Errorf("drawing on the terminal: %w", err)
}

// failure is why the terminal can't be drawn on, nil if it can.
func (s *screen) failure() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.err
}

// taken counts how often the program has taken the terminal.
func (s *screen) taken() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.entries
}

// size is that of the terminal in cells. One that doesn't know is taken for the
// classic 80 by 24.
func (s *screen) size() (w, h int) {
	w, h, err := term.GetSize(s.out.Fd())
	if err != nil || w <= 0 || h <= 0 {
		return 80, 24
	}
	return w, h
}

// resized waits, as a command, until the terminal may have another size.
func (s *screen) resized() tea.Msg {
	select {
	case <-s.winch:
		return resizedMsg{}
	case <-s.closed:
		return nil
	}
}
