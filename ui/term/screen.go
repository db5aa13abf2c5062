package term

import (
	"fmt"
	"os"
	"sync"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/term"
)

// Screen is a terminal in the hands of a program that draws for itself: raw keys
// in, a Painter's frames out. Run the program with tea.WithoutRenderer, which then
// leaves all of this alone, and hand it the sizes that Watch tells.
type Screen struct {
	Painter *Painter

	in, out *os.File
	mu      sync.Mutex
	mode    *term.State // before raw mode; nil while the terminal is not ours
}

// Paints tells whether a Screen can be had: elsewhere Bubble Tea reads the console
// in ways that need its own renderer.
const Paints = paints

// NewScreen is the screen of a terminal; Resume takes it over.
func NewScreen(in, out *os.File) *Screen {
	return &Screen{Painter: NewPainter(NewSyncWriter(out)), in: in, out: out}
}

// Resume makes the terminal ours: raw mode, a screen of our own, and the frame
// that was shown last.
func (s *Screen) Resume() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.mode == nil {
		mode, err := term.MakeRaw(s.in.Fd())
		if err != nil {
			return fmt.Errorf("taking the terminal over: %w", err)
		}
		s.mode = mode
	}
	s.Painter.Resume()
	return nil
}

// Pause gives the terminal back as it was.
func (s *Screen) Pause() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.Painter.Pause()
	if s.mode != nil {
		_ = term.Restore(s.in.Fd(), s.mode) // without a terminal SIGHUP follows
		s.mode = nil
	}
}

// Close gives the terminal back for good.
func (s *Screen) Close() {
	s.Pause()
	s.Painter.Close()
}

// Size is the terminal's in cells, and false when it cannot be told.
func (s *Screen) Size() (w, h int, ok bool) {
	w, h, err := term.GetSize(s.out.Fd())
	return w, h, err == nil
}

// Watch sends the size of the terminal whenever it changes, until stop is called.
func (s *Screen) Watch(send func(tea.Msg)) (stop func()) {
	return watchSize(func() {
		if w, h, ok := s.Size(); ok {
			s.Painter.Clear()
			send(tea.WindowSizeMsg{Width: w, Height: h})
		}
	})
}
