package term

import (
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// stage is a screen with its writer, and the terminal that it draws on.
type stage struct {
	*session
	screen *screen
	wrote  chan any // what the writer answers
}

func newStage(t *testing.T) *stage {
	t.Helper()
	s := &stage{session: &session{t: t, grid: newGrid(80, 24)}, wrote: make(chan any, 1)}
	s.master, s.slave = openTerminal(t, 80, 24)
	_ = s.master.SetReadDeadline(time.Now().Add(20 * time.Second)) // for a test that fails
	s.before = s.mode()
	fd, err := unix.Dup(int(s.slave.Fd()))
	if err != nil {
		t.Fatal(err)
	}
	out := os.NewFile(uintptr(fd), "terminal") // that Go itself won't wait for, as for os.Stdout
	t.Cleanup(func() { _ = out.Close() })
	if s.screen, err = newScreen(s.slave, out); err != nil {
		t.Fatal(err)
	}
	if err := s.screen.enter(); err != nil {
		t.Fatal(err)
	}
	go func() {
		var msg any
		defer func() {
			if r := recover(); r != nil {
				msg = r
			}
			s.wrote <- msg
		}()
		msg = s.screen.write()
	}()
	return s
}

// paint shows a frame full of one word.
func (s *stage) paint(word string) {
	s.screen.show(frame{strings.Repeat(strings.Repeat(word+" ", 80/(len(word)+1))+"\n", 24), 80, 24})
}

func TestScreenEntersAndLeaves(t *testing.T) {
	s := newStage(t)
	for _, word := range []string{"one", "two"} {
		s.paint(word)
		s.see(word)
		if !s.raw() || !s.modes["?2004"] || !s.modes["?1004"] || s.modes["?25"] || s.modes["?7"] {
			t.Errorf("%s: raw %t, modes %v", word, s.raw(), s.modes)
		}
		s.screen.leave()
		s.left()
		s.paint("away")
		if err := s.screen.enter(); err != nil {
			t.Fatal(err)
		}
	}
	s.paint("three")
	s.see("three")
	s.screen.close()
	s.left()
	if msg := <-s.wrote; msg != nil {
		t.Errorf("the writer says %v", msg)
	}
	if strings.Contains(s.all.String(), "away") {
		t.Error("drew while it was away")
	}
	s.screen.close()
	if err := s.screen.enter(); err != nil {
		t.Fatal(err)
	}
	s.atRest() // a closed screen isn't entered
}

// Nobody reads: frames are handed over all the same, and give way to newer ones;
// leaving takes no longer than it may. What is still to be written comes when somebody
// reads again.
func TestScreenInFrontOfABlockedTerminal(t *testing.T) {
	for name, waits := range map[string]bool{
		"that lets writers wait": true,
		"that doesn't":           false, // as a program may have left it
	} {
		t.Run(name, func(t *testing.T) {
			s := newStage(t)
			control(t, s.slave, func(fd int) error { return unix.SetNonblock(fd, !waits) })
			s.paint("one")
			s.see("one")
			s.freeze()
			for range 1000 {
				s.paint("old")
			}
			s.paint("newest")
			s.thaw()
			s.see("newest")
			if got := strings.Count(s.all.String(), "\x1b[1H\x1b[Kold"); got > 1 { // one had perhaps been begun
				t.Errorf("%d old frames were drawn", got)
			}
			s.freeze()
			s.screen.leave()
			if s.mode() != s.before {
				t.Error("the mode is not restored")
			}
			s.thaw()
			s.left()
			s.screen.close()
			<-s.wrote
		})
	}
}

// A command has the terminal to itself while it runs.
func TestCommandHoldsTheTerminal(t *testing.T) {
	s := newStage(t)
	guard := newGuard(watch{})
	out, w := io.Pipe()
	in, feed := io.Pipe()
	c := &command{Cmd: exec.Command("cat"), terminal: &terminal{s.screen, guard}}
	c.SetStdin(in)
	c.SetStdout(w)
	ran := make(chan error)
	s.paint("one")
	s.see("one")
	go func() { ran <- c.Run() }()
	_, _ = feed.Write([]byte("x"))
	if n, err := out.Read(make([]byte, 8)); n != 1 || err != nil {
		t.Fatal(n, err)
	}
	if held := guard.held.Load(); held != 1 || s.raw() {
		t.Errorf("held by %d commands, raw %t", held, s.raw())
	}
	s.left()
	_ = feed.Close()
	if err := <-ran; err != nil {
		t.Error(err)
	}
	if held := guard.held.Load(); held != 0 || !s.raw() {
		t.Errorf("afterwards held by %d commands, raw %t", held, s.raw())
	}
	s.screen.close()
	<-s.wrote
}

// A terminal that is gone ends the program, and is no reason to hang.
func TestScreenOnATerminalThatIsGone(t *testing.T) {
	s := newStage(t)
	s.paint("one")
	s.see("one")
	_ = s.master.Close()
	s.paint("two")
	if msg := <-s.wrote; msg != (Terminated{}) {
		t.Errorf("the writer says %v", msg)
	}
	if s.screen.failure() == nil {
		t.Error("nothing has failed")
	}
	s.screen.close()
}

// A writer that has panicked can't leave the screen any more: it's left all the same.
func TestScreenWithoutAWriter(t *testing.T) {
	s := newStage(t)
	s.paint("one")
	s.see("one")
	s.screen.mu.Lock()
	s.screen.canvas.lines = nil // the next frame panics
	s.screen.mu.Unlock()
	s.paint("two")
	if r := <-s.wrote; r == nil || r == (Terminated{}) {
		t.Fatalf("the writer says %v", r)
	}
	s.screen.leave()
	s.left()
	if s.screen.blocked() {
		t.Error("it is still to be left")
	}
	s.screen.close()
}

func TestScreenNeedsATerminal(t *testing.T) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _, _ = r.Close(), w.Close() }()
	_, slave := openTerminal(t, 80, 24)
	for _, ends := range [][2]*os.File{{r, slave}, {slave, w}} {
		if _, err := newScreen(ends[0], ends[1]); err == nil {
			t.Error("a pipe is no terminal")
		}
	}
	if Interactive(r, w, "xterm") || Interactive(slave, w, "xterm") || Interactive(slave, slave, "dumb") || !Interactive(slave, slave, "xterm") {
		t.Error("not what Interactive should say")
	}
}
