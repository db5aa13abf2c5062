package term

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// session is a helper that runs on a terminal of its own.
type session struct {
	*grid
	t      *testing.T
	cmd    *exec.Cmd
	master *os.File
	slave  *os.File
	said   *bufio.Reader
	before unix.Termios
	rest   []byte // what has been read of a sequence that has not all come yet
	all    bytes.Buffer
}

// openTerminal opens both ends of a terminal that nobody runs on.
func openTerminal(t *testing.T, w, h int) (master, slave *os.File) {
	t.Helper()
	master, err := os.OpenFile("/dev/ptmx", os.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil {
		t.Skip("no pseudo-terminals here: ", err)
	}
	var n int
	control(t, master, func(fd int) error {
		if n, err = unix.IoctlGetInt(fd, unix.TIOCGPTN); err != nil {
			return err
		}
		return unix.IoctlSetPointerInt(fd, unix.TIOCSPTLCK, 0)
	})
	slave, err = os.OpenFile(fmt.Sprintf("/dev/pts/%d", n), os.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _, _ = master.Close(), slave.Close() })
	setSize(t, master, w, h)
	return master, slave
}

// control does something to the file behind f and leaves its deadlines working.
func control(t *testing.T, f *os.File, do func(fd int) error) {
	t.Helper()
	conn, err := f.SyscallConn()
	if err != nil {
		t.Fatal(err)
	}
	var failed error
	if err := conn.Control(func(fd uintptr) { failed = do(int(fd)) }); err != nil || failed != nil {
		t.Fatal(err, failed)
	}
}

// freeze stops the terminal's output, as Ctrl-S and a dead connection do: whoever
// writes waits until it thaws.
func (s *session) freeze() { s.flow(unix.TCOOFF) }

func (s *session) thaw() { s.flow(unix.TCOON) }

func (s *session) flow(action int) {
	s.t.Helper()
	control(s.t, s.slave, func(fd int) error { return unix.IoctlSetInt(fd, unix.TCXONC, action) })
}

func setSize(t *testing.T, f *os.File, w, h int) {
	t.Helper()
	control(t, f, func(fd int) error {
		return unix.IoctlSetWinsize(fd, unix.TIOCSWINSZ, &unix.Winsize{Row: uint16(h), Col: uint16(w)})
	})
}

// begin runs the helper; it leads a session whose terminal is ours to read.
func begin(t *testing.T, kind string) *session { return beginSized(t, kind, 80, 24) }

func beginSized(t *testing.T, kind string, w, h int) *session {
	t.Helper()
	s := &session{t: t, grid: newGrid(max(w, 1), max(h, 1))}
	s.master, s.slave = openTerminal(t, w, h)
	said, tell, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	s.said = bufio.NewReader(said)
	s.before = s.mode()
	s.cmd = exec.Command(os.Args[0])
	s.cmd.Env = append(os.Environ(), helperEnv+"="+kind, "TERM=xterm-256color", "GORACE=atexit_sleep_ms=0")
	s.cmd.Stdin, s.cmd.Stdout, s.cmd.Stderr = s.slave, s.slave, s.slave
	s.cmd.ExtraFiles = []*os.File{tell}
	s.cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := s.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	_ = tell.Close()
	limit := time.Now().Add(20 * time.Second) // for a test that fails
	_, _ = s.master.SetReadDeadline(limit), said.SetReadDeadline(limit)
	t.Cleanup(func() {
		_ = s.cmd.Process.Kill()
		_ = s.cmd.Wait()
		_ = said.Close()
	})
	return s
}

func (s *session) mode() unix.Termios {
	var mode unix.Termios
	control(s.t, s.slave, func(fd int) error {
		m, err := unix.IoctlGetTermios(fd, unix.TCGETS)
		if err == nil {
			mode = *m
		}
		return err
	})
	return mode
}

func (s *session) raw() bool { return s.mode().Lflag&unix.ICANON == 0 }

// read draws what the program has written.
func (s *session) read() {
	s.t.Helper()
	buf := make([]byte, 4096)
	n, err := s.master.Read(buf)
	if err != nil {
		s.t.Fatalf("%v, in front of\n%s\nbefore: %q", err, s.text(), s.plain.String())
	}
	s.all.Write(buf[:n])
	s.rest = append(s.rest, buf[:n]...)
	whole := len(s.rest)
	if i := bytes.LastIndexByte(s.rest, '\x1b'); i >= 0 && !bytes.ContainsAny(s.rest[i:], "HKGmhl") {
		whole = i
	}
	_, _ = s.Write(s.rest[:whole])
	s.rest = s.rest[whole:]
	if len(s.wrong) > 0 {
		s.t.Fatalf("wrote what it must not: %v", s.wrong)
	}
}

// see reads until the screen shows a text.
func (s *session) see(text string) {
	s.t.Helper()
	for !strings.Contains(s.text(), text) || !s.modes["?1049"] || s.modes["?2026"] {
		s.read()
	}
}

// left reads until the program has left the screen.
func (s *session) left() {
	s.t.Helper()
	for s.modes["?1049"] {
		s.read()
	}
	s.atRest()
}

// atRest checks that the terminal is as the shell knows it.
func (s *session) atRest() {
	s.t.Helper()
	if err := s.usual(); err != nil {
		s.t.Error(err)
	}
	if s.mode() != s.before {
		s.t.Error("the terminal's mode is not restored")
	}
}

// hears reads one line of what the helper tells.
func (s *session) hears(want string) (rest string) {
	s.t.Helper()
	line, err := s.said.ReadString('\n')
	rest, ok := strings.CutPrefix(strings.TrimSuffix(line, "\n"), want)
	if err != nil || !ok {
		s.t.Fatalf("was told %q, %v; want %q", line, err, want)
	}
	return rest
}

func (s *session) types(keys string) {
	s.t.Helper()
	if _, err := s.master.WriteString(keys); err != nil {
		s.t.Fatal(err)
	}
}

func (s *session) signal(sig syscall.Signal) {
	s.t.Helper()
	if err := s.cmd.Process.Signal(sig); err != nil {
		s.t.Fatal(err)
	}
}

// ends waits for the helper's end, reading all that it writes, and checks code and
// terminal.
func (s *session) ends(code int) {
	s.t.Helper()
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		_ = s.cmd.Wait()
		_, _ = s.slave.WriteString("\x1b[999m") // for the reader below
	}()
	for !strings.HasSuffix(s.all.String(), "\x1b[999m") {
		s.read()
	}
	<-ended
	s.style = strings.TrimSuffix(s.style, "999m")
	s.ended(code)
	s.atRest()
}

func (s *session) ended(code int) {
	s.t.Helper()
	if got := s.cmd.ProcessState.ExitCode(); got != code {
		s.t.Errorf("exit code %d, want %d (%v)", got, code, s.cmd.ProcessState)
	}
}
