package term

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"strings"
	"syscall"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"go.uber.org/goleak"
	"golang.org/x/sys/unix"
)

// helperEnv names the program that the test binary becomes.
const helperEnv = "CORDIAL_TERM_HELPER"

func TestMain(m *testing.M) {
	kind, helping := os.LookupEnv(helperEnv)
	if !helping {
		goleak.VerifyTestMain(m)
		return
	}
	os.Exit(helper(kind))
}

// say tells the test what can't be seen on the screen.
func say(text string) { _, _ = unix.Write(3, []byte(text+"\n")) }

// helper is a whole program on its own terminal.
func helper(kind string) int {
	if job, ok := strings.CutPrefix(kind, "shell "); ok {
		return shell(job)
	}
	switch kind {
	case "silent":
		return 0
	case "editor":
		return editor()
	}
	grace := 10 * time.Second // more than enough, on a busy machine too
	if kind == "stuck" {
		grace = 10 * time.Millisecond
	}
	code, err := Run(context.Background(), &shown{kind: kind}, Options{
		In: os.Stdin, Out: os.Stdout, Exit: os.Exit, Grace: grace,
		Last: func() { say("saved") },
	})
	say("returned")
	if code != 0 {
		fmt.Println("bye")
	}
	if err != nil {
		fmt.Print("error: ", err, "\n")
		code = max(code, 1)
	}
	var fault *Panic
	if errors.As(err, &fault) {
		fmt.Printf("%s", fault.Stack)
	}
	return code
}

// shown is a model that does what it is told by keys.
type shown struct {
	kind                     string
	w, h, keys, floods, back int
	focus                    bool
	note                     string
}

type flood struct{}

type noted string

func (s *shown) Init() tea.Cmd {
	switch s.kind {
	case "flood":
		return func() tea.Msg { return flood{} }
	case "panic init":
		panic("in Init")
	}
	return nil
}

func (s *shown) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch m := msg.(type) {
	case Terminated:
		if s.kind == "stuck" {
			select {}
		}
		return s, tea.Quit
	case flood:
		s.floods++
		return s, func() tea.Msg { return flood{} }
	case noted:
		s.note = string(m)
	case tea.WindowSizeMsg:
		s.w, s.h = m.Width, m.Height
	case tea.ResumeMsg:
		s.back++
	case tea.FocusMsg:
		s.focus = true
	case tea.BlurMsg:
		s.focus = false
	case tea.KeyMsg:
		return s, s.key(m)
	}
	return s, nil
}

func (s *shown) key(k tea.KeyMsg) tea.Cmd {
	s.keys++
	bad := func() tea.Msg { panic("in a command") }
	switch k.String() {
	case "q":
		return tea.Quit
	case "u":
		panic("in Update")
	case "v":
		s.note = "panic"
	case "c":
		return bad
	case "b":
		return tea.Batch(bad, bad)
	case "z":
		return tea.Suspend
	case "ctrl+l":
		return tea.ClearScreen
	case "e":
		c := exec.Command(os.Args[0])
		c.Env = append(os.Environ(), helperEnv+"=editor")
		return Exec(c, func(err error) tea.Msg { return noted(fmt.Sprintf("edited: %v", err)) })
	case "n":
		return func() tea.Msg {
			say("noted")
			return nil
		}
	case "E":
		return Exec(exec.Command("/does/not/exist"), func(err error) tea.Msg { return noted(fmt.Sprint("failed: ", err != nil)) })
	}
	if k.Paste {
		s.note = "pasted " + string(k.Runes)
	}
	return nil
}

func (s *shown) View() string {
	if s.note == "panic" {
		panic("in View")
	}
	lines := make([]string, s.h)
	lines[0] = fmt.Sprintf("ready %d by %d, %d keys, back %d times, focus %t", s.w, s.h, s.keys, s.back, s.focus)
	if s.h > 1 {
		lines[1] = s.note
	}
	for i := 2; i < s.h; i++ {
		lines[i] = fmt.Sprintf("%*d", s.w, s.floods)
	}
	return strings.Join(lines, "\n")
}

// editor is a command that has the terminal, and tells what it finds.
func editor() int {
	mode, err := unix.IoctlGetTermios(0, unix.TCGETS)
	if err != nil {
		return 1
	}
	fmt.Printf("editor, line by line %t\n", mode.Lflag&unix.ICANON != 0)
	line := make([]byte, 80)
	n, _ := os.Stdin.Read(line) // until Enter
	fmt.Printf("got %q\n", line[:n])
	return 0
}

// shell runs a helper as the job in front, as interactive shells do: it takes the
// terminal back when the job stops, in its own mode, and gives it again on SIGUSR1.
func shell(kind string) int {
	signal.Ignore(syscall.SIGTTOU)
	again := make(chan os.Signal, 1)
	signal.Notify(again, syscall.SIGUSR1)
	mode, err := unix.IoctlGetTermios(0, unix.TCGETS)
	if err != nil {
		panic(err)
	}
	job := exec.Command(os.Args[0])
	job.Env = append(os.Environ(), helperEnv+"="+kind)
	job.Stdin, job.Stdout, job.Stderr = os.Stdin, os.Stdout, os.Stderr
	tell := os.NewFile(3, "said")
	defer func() { _ = tell.Close() }()
	job.ExtraFiles = []*os.File{tell}
	job.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Foreground: true, Ctty: 0}
	if err := job.Start(); err != nil {
		panic(err)
	}
	pid := job.Process.Pid
	say(fmt.Sprint("job ", pid))
	for {
		var status syscall.WaitStatus
		if _, err := syscall.Wait4(pid, &status, syscall.WUNTRACED, nil); err != nil {
			panic(err)
		}
		inFront(unix.Getpgrp())
		if !status.Stopped() {
			return status.ExitStatus()
		}
		_ = unix.IoctlSetTermios(0, unix.TCSETS, mode)
		say("stopped")
		<-again
		inFront(pid)
		_ = syscall.Kill(-pid, syscall.SIGCONT)
	}
}

func inFront(group int) { _ = unix.IoctlSetPointerInt(0, unix.TIOCSPGRP, group) }
