package ui_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/exp/teatest"

	"cordial/model"
	"cordial/ui"
	"cordial/ui/uitest"
)

// deps is a program on a store in memory, with the clock of the scenarios.
func deps(m *uitest.Memory) ui.Deps {
	n := 0
	return ui.Deps{
		Store: m, Clock: uitest.Start, Zone: "Europe/Berlin",
		NewID: func(time.Time) string { n++; return "id-" + string(rune('a'+n)) },
		World: model.World{Zone: time.LoadLocation},
		Copy:  func(string) error { return nil },
		Open:  func(string) error { return nil },
	}
}

// The real program, with its renderer and its goroutines: it draws, decides, saves
// and leaves.
func TestTheRealProgram(t *testing.T) {
	m := &uitest.Memory{}
	uitest.Busy(m)
	before := len(m.Journal())
	d, stop := deps(m), make(chan struct{})
	defer close(stop) // or the timers would outlive the program
	d.Later = func(wait time.Duration, msg tea.Msg) tea.Cmd {
		return func() tea.Msg {
			select {
			case <-time.After(wait):
				return msg
			case <-stop:
				return nil
			}
		}
	}
	p := teatest.NewTestModel(t, ui.New(d), teatest.WithInitialTermSize(120, 36))
	see := func(text string) {
		t.Helper()
		teatest.WaitFor(t, p.Output(), func(out []byte) bool { return bytes.Contains(out, []byte(text)) },
			teatest.WithDuration(10*time.Second), teatest.WithCheckInterval(5*time.Millisecond))
	}
	see("Maria Rossi")
	p.Send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("e")})
	see("Archived Maria Rossi")
	p.Send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("q")})
	p.WaitFinished(t, teatest.WithFinalTimeout(10*time.Second))
	if got := len(m.Journal()) - before; got != 1 {
		t.Errorf("%d events were saved, want 1", got)
	}
}

func TestRunNeedsATerminal(t *testing.T) {
	file, err := os.Create(filepath.Join(t.TempDir(), "no-terminal"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = file.Close() })
	d := deps(&uitest.Memory{})
	d.In, d.Out = file, file
	err = ui.Run(t.Context(), d)
	var interrupted *ui.Interrupted
	if err == nil || errors.As(err, &interrupted) {
		t.Errorf("running on a file answered %v", err)
	}
}
