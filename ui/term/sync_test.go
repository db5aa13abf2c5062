package term

import (
	"bytes"
	"io"
	"os"
	"strings"
	"sync"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
)

func TestWriteIsOneSynchronizedUpdate(t *testing.T) {
	r, out, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	w := NewSyncWriter(out)
	n, err := w.Write([]byte("frame"))
	if n != 5 || err != nil {
		t.Errorf("wrote %d, %v", n, err)
	}
	if _, err := io.WriteString(w, "\x1b[?25l"); err != nil {
		t.Error(err)
	}
	_ = out.Close()
	got, err := io.ReadAll(r)
	if want := "\x1b[?2026h\x1b[?7lframe\x1b[?7h\x1b[?2026l\x1b[?25l"; string(got) != want || err != nil {
		t.Errorf("%q, %v; want %q", got, err, want)
	}
	if n, err := w.Write([]byte("late")); n != 0 || err == nil {
		t.Errorf("closed: wrote %d, %v", n, err)
	}
}

// Bubble Tea must find the terminal's file behind the writer.
func TestSyncWriterIsAFile(t *testing.T) {
	var w io.Writer = NewSyncWriter(os.Stdout)
	f, ok := w.(interface {
		io.ReadWriteCloser
		Fd() uintptr
	})
	if !ok || f.Fd() != os.Stdout.Fd() {
		t.Error("no file behind the writer")
	}
}

func TestFramesFromSeveralGoroutinesStayWhole(t *testing.T) {
	r, out, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	var got bytes.Buffer
	read := make(chan struct{})
	go func() {
		defer close(read)
		_, _ = got.ReadFrom(r)
	}()
	w := NewSyncWriter(out)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 50 {
				_, _ = w.Write([]byte("whole"))
			}
		})
	}
	wg.Wait()
	_ = out.Close()
	<-read
	if want := strings.Repeat("\x1b[?2026h\x1b[?7lwhole\x1b[?7h\x1b[?2026l", 400); got.String() != want {
		t.Error("frames are mixed up")
	}
}

// still is a program that shows one word.
type still struct{}

func (still) Init() tea.Cmd                         { return tea.Quit }
func (s still) Update(tea.Msg) (tea.Model, tea.Cmd) { return s, nil }
func (still) View() string                          { return "drawn" }

func TestBubbleTeaWritesAFrameAtOnce(t *testing.T) {
	r, out, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	p := tea.NewProgram(still{}, tea.WithInput(nil), tea.WithOutput(NewSyncWriter(out)), tea.WithoutSignalHandler())
	if _, err := p.Run(); err != nil {
		t.Fatal(err)
	}
	_ = out.Close()
	got, _ := io.ReadAll(r)
	open, rest, ok := bytes.Cut(got, []byte("\x1b[?2026h\x1b[?7l"))
	frame, _, closed := bytes.Cut(rest, []byte("\x1b[?7h\x1b[?2026l"))
	if !ok || !closed || bytes.Contains(open, []byte("drawn")) || !bytes.Contains(frame, []byte("drawn")) {
		t.Errorf("%q", got)
	}
}

func TestInteractive(t *testing.T) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _, _ = r.Close(), w.Close() }()
	if Interactive(r, w, "xterm") {
		t.Error("a pipe is no terminal")
	}
}
