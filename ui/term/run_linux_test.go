package term

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"
	"syscall"
	"testing"
)

func TestQuitByKey(t *testing.T) {
	s := begin(t, "plain")
	s.see("ready 80 by 24, 0 keys")
	if !s.raw() {
		t.Error("the program runs in a cooked terminal")
	}
	s.types("a")
	s.see("1 keys")
	s.types("ö")
	s.see("2 keys")
	s.types("q")
	s.hears("returned")
	s.ends(0)
	if got := s.plain.String(); got != "" {
		t.Errorf("left behind %q", got)
	}
}

func TestTheModelHearsTheTerminal(t *testing.T) {
	s := begin(t, "plain")
	s.see("focus false")
	s.types("\x1b[I")
	s.see("focus true")
	s.types("\x1b[200~two words\x1b[201~")
	s.see("pasted two words")
	for _, size := range []struct{ w, h int }{{100, 30}, {40, 10}, {1, 1}, {200, 50}} {
		s.resize(size.w, size.h)
		setSize(t, s.master, size.w, size.h)
		if size.w > 1 {
			s.see(fmt.Sprintf("ready %d by %d", size.w, size.h))
		}
	}
	s.types("q")
	s.ends(0)
}

// A terminal that doesn't know its size is drawn on all the same.
func TestUnknownSize(t *testing.T) {
	s := beginSized(t, "plain", 0, 0)
	s.resize(80, 24)
	s.see("ready 80 by 24")
	s.types("q")
	s.ends(0)
}

// Whatever somebody else has done to the terminal, ctrl+l puts it right.
func TestRedrawOnARealTerminal(t *testing.T) {
	s := begin(t, "plain")
	s.see("0 keys")
	s.cells[5][5].text, s.modes["?2004"], s.modes["?1004"] = "!", false, false
	s.types("\x0c")
	for strings.Contains(s.text(), "!") || !s.modes["?2004"] || !s.modes["?1004"] {
		s.read()
	}
	s.types("q")
	s.ends(0)
}

func TestSignalsOnARealTerminal(t *testing.T) {
	for sig, code := range map[syscall.Signal]int{
		syscall.SIGTERM: 143, syscall.SIGHUP: 129, syscall.SIGINT: 130,
	} {
		t.Run(sig.String(), func(t *testing.T) {
			s := begin(t, "plain")
			s.see("ready")
			s.signal(sig)
			s.hears("returned")
			s.ends(code)
		})
	}
}

// A program that hangs is ended, and what it had to say is saved first.
func TestStuckProgramOnARealTerminal(t *testing.T) {
	s := begin(t, "stuck")
	s.see("ready")
	s.signal(syscall.SIGTERM)
	s.hears("saved")
	s.ends(143)
}

// Nobody reads the terminal, as on a frozen connection: the program lives on, ends in
// order when it is asked to, and doesn't wait for the terminal to take its last words.
func TestBlockedOutput(t *testing.T) {
	s := begin(t, "flood")
	s.see("ready")
	s.freeze()
	s.signal(syscall.SIGTERM)
	s.hears("returned")
	_ = s.cmd.Wait()
	s.ended(143)
	if s.mode() != s.before {
		t.Error("the terminal's mode is not restored")
	}
}

// A program that hangs in front of a terminal that hangs.
func TestStuckAndBlocked(t *testing.T) {
	s := begin(t, "stuck")
	s.see("ready")
	s.freeze()
	s.signal(syscall.SIGTERM)
	s.hears("saved")
	_ = s.cmd.Wait()
	s.ended(143)
	if s.mode() != s.before {
		t.Error("the terminal's mode is not restored")
	}
}

// When it is read again, the terminal gets the newest frame.
func TestBlockedOutputGoesOn(t *testing.T) {
	s := begin(t, "flood")
	s.see("ready")
	s.freeze()
	s.types("n")
	s.hears("noted") // it works on
	s.thaw()
	s.see("1 keys")
	s.types("q")
	s.ends(0)
}

// The terminal is gone, and no signal tells so.
func TestOutputThatIsGone(t *testing.T) {
	_, in := openTerminal(t, 80, 24)
	master, out := openTerminal(t, 80, 24)
	go func() {
		_, _ = master.Read(make([]byte, 8))
		_ = master.Close()
	}()
	code, err := Run(t.Context(), &shown{kind: "flood"}, Options{In: in, Out: out, Exit: func(int) { t.Error("ended by force") }})
	if code != 0 || err == nil {
		t.Errorf("code %d, %v", code, err)
	}
}

func TestRunNeedsATerminal(t *testing.T) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _, _ = r.Close(), w.Close() }()
	if _, err := Run(t.Context(), &shown{}, Options{In: r, Out: w}); err == nil {
		t.Error("ran on a pipe")
	}
}

// The context can end the program too.
func TestCancelled(t *testing.T) {
	master, slave := openTerminal(t, 80, 24)
	go func() { _, _ = io.Copy(io.Discard, master) }()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	code, err := Run(ctx, &shown{}, Options{In: slave, Out: slave, Exit: func(int) { t.Error("ended by force") }})
	if code != 0 || err != nil {
		t.Errorf("code %d, %v", code, err)
	}
}

// A panic is told on the screen that stays, and the terminal is in order.
func TestPanicsOnARealTerminal(t *testing.T) {
	for key, where := range map[string]string{
		"u": "in Update", "v": "in View", "c": "in a command", "b": "in a command",
	} {
		t.Run(where+" "+key, func(t *testing.T) {
			s := begin(t, "plain")
			s.see("ready")
			s.types(key)
			s.hears("returned")
			s.ends(1)
			if got := s.plain.String(); !strings.Contains(got, where) || !strings.Contains(got, "helper_linux_test.go") {
				t.Errorf("told %q", got)
			}
		})
	}
}

func TestPanicInInit(t *testing.T) {
	s := begin(t, "panic init")
	s.hears("returned")
	s.ends(1)
	if got := s.plain.String(); !strings.Contains(got, "in Init") {
		t.Errorf("told %q", got)
	}
}

// The editor finds the terminal as it was and has it alone; afterwards everything is
// drawn afresh, in the size that the terminal has by then.
func TestEditor(t *testing.T) {
	s := begin(t, "plain")
	s.see("ready")
	s.types("e")
	for !strings.Contains(s.plain.String(), "line by line true") {
		s.read()
	}
	s.atRest()
	s.resize(100, 30)
	setSize(t, s.master, 100, 30)
	s.types("\x1b[I some words\n") // what would be focus and keys is the editor's
	s.see("edited: <nil>")
	s.see("ready 100 by 30, 1 keys, back 1 times, focus false")
	if got := s.plain.String(); !strings.Contains(got, `got "\x1b[I some words\n"`) {
		t.Errorf("the editor %q", got)
	}
	if !s.raw() {
		t.Error("the program comes back to a cooked terminal")
	}
	s.types("q")
	s.ends(0)
}

func TestEditorThatIsNotThere(t *testing.T) {
	s := begin(t, "plain")
	s.see("ready")
	s.types("E")
	s.see("failed: true")
	s.types("a")
	s.see("2 keys")
	s.types("q")
	s.ends(0)
}

// A process that links Bubble Tea and does nothing asks the terminal nothing.
func TestStartAsksNothing(t *testing.T) {
	s := begin(t, "silent")
	s.ends(0)
	if got := strings.TrimSuffix(s.all.String(), "\x1b[999m"); got != "" {
		t.Errorf("wrote %q", got)
	}
}
