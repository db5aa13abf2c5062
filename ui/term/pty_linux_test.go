package term

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"golang.org/x/sys/unix"
)

// helperEnv names the program that the test binary becomes.
const helperEnv = "CORDIAL_TERM_HELPER"

func TestMain(m *testing.M) {
	if kind := os.Getenv(helperEnv); kind != "" {
		os.Exit(helper(kind))
	}
	os.Exit(m.Run())
}

// shown is the helper's model: it answers a request to quit, unless it is the
// kind that is stuck.
type shown struct {
	kind  string
	lines int
	paint *Painter // nil when Bubble Tea draws
}

type flood struct{}

func (s shown) Init() tea.Cmd {
	if s.kind == "flood" {
		return func() tea.Msg { return flood{} }
	}
	return nil
}

func (s shown) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if s.paint != nil {
		s.paint.Show(s.View())
	}
	switch msg.(type) {
	case Terminated:
		if s.kind == "stuck" {
			select {}
		}
		return s, tea.Quit
	case flood:
		s.lines++
		return s, func() tea.Msg { return flood{} }
	}
	return s, nil
}

func (s shown) View() string {
	return "ready " + strings.Repeat(fmt.Sprintf("%d\n", s.lines), 20*min(1, s.lines))
}

// helper is a whole program on its own terminal.
func helper(kind string) int {
	if kind == "silent" {
		return 0
	}
	state, err := Save(os.Stdin, os.Stdout)
	if err != nil {
		panic(err)
	}
	w := Watch{
		State: state, Exit: os.Exit, Grace: 100 * time.Millisecond,
		Last: func() { _, _ = os.NewFile(3, "said").WriteString("saved") },
	}
	kind, painted := strings.CutPrefix(kind, "painted ")
	model := shown{kind: kind}
	options := []tea.ProgramOption{tea.WithOutput(NewSyncWriter(os.Stdout)), tea.WithAltScreen(), tea.WithoutSignalHandler()}
	if painted {
		w.Screen = NewScreen(os.Stdin, os.Stdout)
		defer w.Screen.Close()
		model.paint = w.Screen.Painter
		model.paint.Show(model.View())
		options = append(options, tea.WithoutRenderer())
	}
	p := tea.NewProgram(model, options...)
	w.Program = p
	g := Start(w)
	if painted {
		defer w.Screen.Watch(p.Send)()
		if err := w.Screen.Resume(); err != nil {
			panic(err)
		}
	}
	_, err = p.Run()
	code := g.Stop()
	if err != nil && code == 0 {
		panic(err)
	}
	return code
}

// both are the two ways to draw, as prefixes of a kind of helper.
func both() []string { return []string{"", "painted "} }

// session is a helper running on a terminal of its own.
type session struct {
	t      *testing.T
	cmd    *exec.Cmd
	master *os.File
	slave  *os.File
	said   *os.File
	before unix.Termios
	seen   bytes.Buffer
}

func openTerminal(t *testing.T) (master, slave *os.File) {
	t.Helper()
	master, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0)
	if err != nil {
		t.Skip("no pseudo-terminals here: ", err)
	}
	n, err := unix.IoctlGetInt(int(master.Fd()), unix.TIOCGPTN)
	if err != nil {
		t.Fatal(err)
	}
	if err := unix.IoctlSetPointerInt(int(master.Fd()), unix.TIOCSPTLCK, 0); err != nil {
		t.Fatal(err)
	}
	slave, err = os.OpenFile(fmt.Sprintf("/dev/pts/%d", n), os.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil {
		t.Fatal(err)
	}
	size := &unix.Winsize{Row: 24, Col: 80}
	if err := unix.IoctlSetWinsize(int(slave.Fd()), unix.TIOCSWINSZ, size); err != nil {
		t.Fatal(err)
	}
	return master, slave
}

// start runs the helper; it leads a session whose terminal is ours to read.
func start(t *testing.T, kind string) *session {
	t.Helper()
	s := &session{t: t}
	s.master, s.slave = openTerminal(t)
	said, tell, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	s.said = said
	s.before = s.mode()
	s.cmd = exec.Command(os.Args[0])
	s.cmd.Env = append(os.Environ(), helperEnv+"="+kind, "TERM=xterm-256color", "COLORFGBG=")
	s.cmd.Stdin, s.cmd.Stdout, s.cmd.Stderr = s.slave, s.slave, s.slave
	s.cmd.ExtraFiles = []*os.File{tell}
	s.cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := s.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	_ = tell.Close()
	t.Cleanup(func() {
		_ = s.cmd.Process.Kill()
		_ = s.cmd.Wait()
		_, _, _ = s.master.Close(), s.slave.Close(), s.said.Close()
	})
	return s
}

func (s *session) mode() unix.Termios {
	m, err := unix.IoctlGetTermios(int(s.slave.Fd()), unix.TCGETS)
	if err != nil {
		s.t.Fatal(err)
	}
	return *m
}

func (s *session) raw() bool { return s.mode().Lflag&unix.ICANON == 0 }

// until reads the screen until it has shown text since the last call.
func (s *session) until(text string) {
	s.t.Helper()
	buf := make([]byte, 4096)
	for !strings.Contains(s.seen.String(), text) {
		n, err := s.master.Read(buf)
		if err != nil {
			s.t.Fatalf("waiting for %q: %v after %q", text, err, s.seen.String())
		}
		s.seen.Write(buf[:n])
	}
	s.seen.Reset()
}

// drain goes on reading so that the helper is never blocked, and answers what
// it has read once the helper has ended.
func (s *session) drain() func() string {
	done := make(chan string)
	go func() {
		var all bytes.Buffer
		buf := make([]byte, 4096)
		for {
			n, err := s.master.Read(buf)
			all.Write(buf[:n])
			if err != nil || bytes.Contains(buf[:n], []byte("\x00end")) {
				done <- all.String()
				return
			}
		}
	}()
	return func() string {
		_, _ = s.slave.WriteString("\x00end")
		return <-done
	}
}

func (s *session) signal(sig syscall.Signal) {
	s.t.Helper()
	if err := s.cmd.Process.Signal(sig); err != nil {
		s.t.Fatal(err)
	}
}

// ends waits for the helper's end and checks code and terminal.
func (s *session) ends(code int) {
	s.t.Helper()
	_ = s.cmd.Wait()
	if got := s.cmd.ProcessState.ExitCode(); got != code {
		s.t.Errorf("exit code %d, want %d (%v)", got, code, s.cmd.ProcessState)
	}
	if s.mode() != s.before {
		s.t.Error("the terminal's mode is not restored")
	}
}

func TestSignalsOnARealTerminal(t *testing.T) {
	for sig, code := range map[syscall.Signal]int{
		syscall.SIGTERM: 143, syscall.SIGHUP: 129, syscall.SIGINT: 130,
	} {
		for _, way := range both() {
			t.Run(way+sig.String(), func(t *testing.T) {
				s := start(t, way+"plain")
				s.until("ready")
				if !s.raw() {
					t.Error("the program runs in a cooked terminal")
				}
				read := s.drain()
				s.signal(sig)
				s.ends(code)
				if got := read(); !strings.Contains(got, "\x1b[?1049l") || !strings.Contains(got, "\x1b[?25h") {
					t.Errorf("screen not restored: %q", got)
				}
			})
		}
	}
}

// A new size of the terminal has everything drawn afresh.
func TestResizeOnARealTerminal(t *testing.T) {
	s := start(t, "painted plain")
	s.until("ready")
	size := &unix.Winsize{Row: 30, Col: 90}
	if err := unix.IoctlSetWinsize(int(s.slave.Fd()), unix.TIOCSWINSZ, size); err != nil {
		t.Fatal(err)
	}
	s.until("\x1b[2J\x1b[1Hready")
	s.drain()
	s.signal(syscall.SIGTERM)
	s.ends(143)
}

// A program that hangs is ended, and what it had to say is saved first.
func TestStuckProgramOnARealTerminal(t *testing.T) {
	for _, way := range both() {
		s := start(t, way+"stuck")
		s.until("ready")
		read := s.drain()
		s.signal(syscall.SIGTERM)
		s.ends(143)
		if got := read(); !strings.Contains(got, "\x1b[?1049l") {
			t.Errorf("%s: screen not restored: %q", way, got)
		}
		said := make([]byte, 8)
		if n, _ := s.said.Read(said); string(said[:n]) != "saved" {
			t.Errorf("%s: said %q", way, said[:n])
		}
	}
}

// Nobody reads the terminal, as on a frozen connection: the program can't even
// draw, and still ends.
func TestBlockedOutput(t *testing.T) {
	for _, way := range both() {
		t.Run(way+"flood", func(t *testing.T) { testBlockedOutput(t, way+"flood") })
	}
}

func testBlockedOutput(t *testing.T, kind string) {
	s := start(t, kind)
	s.until("ready")
	for { // the kernel's buffer is full when nothing more can be written
		poll := []unix.PollFd{{Fd: int32(s.slave.Fd()), Events: unix.POLLOUT}}
		if n, err := unix.Poll(poll, 0); err == nil && n == 0 {
			break
		}
		runtime.Gosched()
	}
	s.signal(syscall.SIGTERM)
	s.ends(143)
}

// Stopped from outside, the shell gets a usable terminal, and the program gets
// its own back afterwards.
func TestStopAndContinue(t *testing.T) {
	for _, way := range both() {
		t.Run(way+"plain", func(t *testing.T) { testStopAndContinue(t, way+"plain") })
	}
}

func testStopAndContinue(t *testing.T, kind string) {
	s := start(t, kind)
	s.until("ready")
	var status syscall.WaitStatus
	s.signal(syscall.SIGTSTP)
	s.until("\x1b[?1049l")
	if _, err := syscall.Wait4(s.cmd.Process.Pid, &status, syscall.WUNTRACED, nil); err != nil || !status.Stopped() {
		t.Fatalf("not stopped: %v, %v", status, err)
	}
	if s.mode() != s.before {
		t.Error("the shell gets a raw terminal")
	}
	s.signal(syscall.SIGCONT)
	s.until("ready")
	if !s.raw() {
		t.Error("the program comes back to a cooked terminal")
	}
	s.drain()
	s.signal(syscall.SIGTERM)
	s.ends(143)
}

// A process that links Bubble Tea and does nothing asks the terminal nothing.
func TestStartAsksNothing(t *testing.T) {
	s := start(t, "silent")
	read := s.drain()
	s.ends(0)
	if got := strings.TrimSuffix(read(), "\x00end"); got != "" {
		t.Errorf("wrote %q", got)
	}
}
