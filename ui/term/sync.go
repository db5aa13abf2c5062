package term

import (
	"os"
	"sync"

	"github.com/charmbracelet/x/ansi"
)

// SyncWriter writes to a terminal so that each Write appears at once: it is
// bracketed as a synchronized update (DEC mode 2026), which ends flicker and
// half-drawn frames in tmux and modern terminals; others ignore the brackets.
// Bubble Tea writes a frame with one Write. Because the file is embedded, it
// still finds the terminal behind it for raw mode and the window's size.
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
	const open, shut = ansi.SetModeSynchronizedOutput, ansi.ResetModeSynchronizedOutput
	w.buf = append(append(append(w.buf[:0], open...), p...), shut...)
	n, err := w.File.Write(w.buf)
	return max(0, min(n-len(open), len(p))), err
}
