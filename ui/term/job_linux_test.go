package term

import (
	"strconv"
	"syscall"
	"testing"
)

// beginJob runs the helper as the job of an interactive shell.
func beginJob(t *testing.T, kind string) (s *session, job int) {
	t.Helper()
	s = begin(t, "shell "+kind)
	job, err := strconv.Atoi(s.hears("job "))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = syscall.Kill(job, syscall.SIGKILL) })
	s.see("ready")
	return s, job
}

// foreground is the shell's fg.
func (s *session) foreground() { s.signal(syscall.SIGUSR1) }

// Stopped by key or from outside, the shell gets a usable terminal, and the program
// gets its own back afterwards, in the size that the terminal has by then.
func TestStopAndContinue(t *testing.T) {
	for name, stop := range map[string]func(s *session, job int){
		"key":     func(s *session, _ int) { s.types("z") },
		"outside": func(_ *session, job int) { _ = syscall.Kill(job, syscall.SIGTSTP) },
	} {
		t.Run(name, func(t *testing.T) {
			s, job := beginJob(t, "plain")
			for back := range 2 {
				stop(s, job)
				s.hears("stopped")
				s.left()
				w := 90 + back
				s.resize(w, 20)
				setSize(t, s.master, w, 20)
				s.foreground()
				s.see("back " + strconv.Itoa(back+1) + " times")
				s.see("ready " + strconv.Itoa(w) + " by 20")
				if !s.raw() {
					t.Error("the program comes back to a cooked terminal")
				}
			}
			s.types("q")
			s.ends(0)
		})
	}
}

// kill -STOP can't be foreseen. The shell brings the terminal into its own mode and
// draws on our screen; once it continues, the program puts both right.
func TestStopUnannounced(t *testing.T) {
	s, job := beginJob(t, "plain")
	_ = syscall.Kill(job, syscall.SIGSTOP)
	s.hears("stopped")
	s.cells[3][3].text, s.modes["?2004"] = "$", false
	if s.raw() {
		t.Fatal("the shell has changed nothing")
	}
	s.foreground()
	s.see("back 1 times")
	if !s.raw() || s.cells[3][3].text == "$" || !s.modes["?2004"] {
		t.Errorf("raw %t, screen\n%s", s.raw(), s.text())
	}
	s.types("q")
	s.ends(0)
}

// Being asked to quit while stopped is answered after the return.
func TestTerminatedWhileStopped(t *testing.T) {
	s, job := beginJob(t, "plain")
	_ = syscall.Kill(job, syscall.SIGTSTP)
	s.hears("stopped")
	_ = syscall.Kill(job, syscall.SIGTERM)
	s.foreground()
	s.hears("returned")
	s.ends(143)
}

// Where the program leads the session there is no shell that could make it go on:
// it must not stop.
func TestStopWithoutAShell(t *testing.T) {
	s := begin(t, "plain")
	s.see("ready")
	s.types("z")
	for s.modes["?1049"] {
		s.read()
	}
	s.see("back 1 times")
	s.types("q")
	s.ends(0)
}
