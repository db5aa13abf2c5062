package term

import (
	"os"
	"sync"

	"github.com/charmbracelet/x/ansi"
)

// SyncWriter writes to a terminal so that each Write appears at once: it is
// bracketed as a synchronized update (DEC mode 2026), which ends flicker and
// half-drawn frames in tmux and modern terminals; others ignore the brackets.
// Lines do not wrap meanwhile: a name that the terminal counts wider than we do is
// cut at the edge instead of pushing the frame out of the screen.
// Bubble Tea writes a frame with one Write. Within it lines do not wrap: where a
// terminal draws a text wider than we measured it, as many do with Indic vowel
// signs, that line is cut at the edge instead of pushing all others down. Because
// the file is embedded, Bubble Tea still finds the terminal behind it for raw mode
// and the window's size.
type SyncWriter struct {
	*os.File

	mu  sync.Mutex
	buf []byte
}

// NewSyncWriter wraps a terminal, usually os.Stdout.
func NewSyncWriter(f *os.File) *SyncWriter { return &SyncWriter{File: f} }

// Write sends p in brackets with a single system call. The count it answers is
// of p alone. Strings (WriteString) are short controls and pass as they are.
func (w *SyncWriter) Write(p []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	const (
		open = ansi.SetModeSynchronizedOutput + ansi.ResetModeAutoWrap
		shut = ansi.SetModeAutoWrap + ansi.ResetModeSynchronizedOutput
	)
	w.buf = append(append(append(w.buf[:0], open...), p...), shut...)
	n, err := w.File.Write(w.buf)
	return max(0, min(n-len(open), len(p))), err
}
