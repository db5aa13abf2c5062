package cli

import (
	"context"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"cordial/model"
	"cordial/ui/port"
	"cordial/ui/theme"
)

// terminal makes the streams those of a terminal on which these lines are typed.
func terminal(typed string) func(*Streams, *Deps) {
	return func(s *Streams, _ *Deps) {
		s.In = strings.NewReader(typed)
		s.InTTY, s.OutTTY, s.ErrTTY, s.Screen, s.Width = true, true, true, true, 80
		s.Environ = []string{"TERM=xterm-256color"}
	}
}

func TestInboxIsOpened(t *testing.T) {
	store := &fakeStore{}
	o := try(t, store, terminal(""), "--db", "some.db", "--now", "2026-05-01T08:00:00Z")
	if o.code != ExitDone || len(o.inbox) != 1 {
		t.Fatalf("exit code %d, %d inboxes: %s", o.code, len(o.inbox), o.err)
	}
	i := o.inbox[0]
	if i.Store != port.Store(store) || i.Demo || i.Path != "some.db" || i.Zone != "UTC" {
		t.Errorf("%+v", i)
	}
	if got := i.Clock(); !got.Equal(time.Date(2026, 5, 1, 8, 0, 0, 0, time.UTC)) {
		t.Errorf("the clock of the inbox says %s", got)
	}
	if i.Theme.Profile == theme.None {
		t.Error("the inbox has no colours")
	}
	if o = try(t, store, terminal(""), "--color", "never"); o.inbox[0].Theme.Profile != theme.None {
		t.Error("the inbox has colours that nobody wanted")
	}
}

// TestPretendedTimeGoesOn: what was pretended is the beginning.
func TestPretendedTimeGoesOn(t *testing.T) {
	real := noon()
	tick := func(s *Streams, d *Deps) {
		terminal("")(s, d)
		s.Clock = func() time.Time {
			real = real.Add(time.Minute)
			return real
		}
	}
	o := try(t, &fakeStore{}, tick, "--now", "2030-01-01T00:00:00Z")
	if got := o.inbox[0].Clock(); !got.Equal(time.Date(2030, 1, 1, 0, 1, 0, 0, time.UTC)) {
		t.Errorf("a minute later it is %s", got)
	}
}

func TestDemoIsRemoved(t *testing.T) {
	o := try(t, &fakeStore{}, terminal(""), "demo")
	if o.code != ExitDone || len(o.inbox) != 1 || !o.inbox[0].Demo || o.demos != 0 {
		t.Errorf("%+v", o)
	}
	o = try(t, &fakeStore{}, func(s *Streams, d *Deps) {
		terminal("")(s, d)
		d.Inbox = func(context.Context, Inbox) error { return context.Canceled }
	}, "demo")
	if o.code != ExitInterrupted || o.demos != 0 {
		t.Errorf("after a signal: %+v", o)
	}
	o = try(t, &fakeStore{}, func(s *Streams, d *Deps) {
		terminal("")(s, d)
		d.Demo = func(context.Context, time.Time) (port.Store, func(), error) { return nil, nil, errors.New("no room") }
	}, "demo")
	if o.code != ExitFailed || o.err != "cordial: no room\n" {
		t.Errorf("without room: %+v", o)
	}
}

// TestImportAsks shows on a terminal what would be new before anything is written.
func TestImportAsks(t *testing.T) {
	tests := []struct {
		name, typed string
		args        []string
		dry         []bool // whether it was to be written, of each reading and writing
		code        int
	}{
		{"yes", "y\n", nil, []bool{true, false}, ExitDone},
		{"in full", " YES \n", nil, []bool{true, false}, ExitDone},
		{"no", "n\n", nil, []bool{true}, ExitDone},
		{"nothing", "\n", nil, []bool{true}, ExitDone},
		{"the end of input", "", nil, []bool{true}, ExitDone},
		{"a yes in advance", "", []string{"--yes"}, []bool{false}, ExitDone},
		{"a dry run", "", []string{"--dry-run"}, []bool{true}, ExitDone},
		{"a program", "", []string{"--json"}, []bool{false}, ExitDone},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := &fakeStore{}
			o := try(t, s, terminal(tt.typed), append([]string{"import", "x.zip"}, tt.args...)...)
			var dry []bool
			for _, i := range s.imports {
				dry = append(dry, i.DryRun)
			}
			if !slices.Equal(dry, tt.dry) || o.code != tt.code {
				t.Errorf("dry runs %v, want %v; exit code %d: %s", dry, tt.dry, o.code, o.err)
			}
			if asked := strings.Contains(o.err, "[y/N]"); asked != (len(tt.args) == 0) {
				t.Errorf("asked: %v", asked)
			}
			if !strings.Contains(o.err, "reading\ufffd messages.csv 25%") {
				t.Errorf("the progress was not drawn, or not cleaned: %q", o.err)
			}
		})
	}
}

// TestImportIsInterrupted ends with the code of that.
func TestImportIsInterrupted(t *testing.T) {
	var o outcome
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	s := Streams{In: strings.NewReader(""), Out: io.Discard, Err: io.Discard, Clock: noon, Zone: "UTC"}
	o.code = Run(ctx, []string{"import", "x.zip"}, s, Deps{
		NewID: counting("id"), Open: func(string, bool) (port.Store, error) { return &fakeStore{}, nil },
		Exchange: port.Exchange{IsExport: func(string) (bool, error) { return true, nil }},
	})
	if o.code != ExitInterrupted {
		t.Errorf("exit code %d", o.code)
	}
}

// TestImportTellsWhatWasSkipped by words and exit code.
func TestImportTellsWhatWasSkipped(t *testing.T) {
	s := &fakeStore{report: model.ImportReport{
		Owner:    "me",
		Messages: model.MessageCounts{New: 5, Skipped: model.SkippedCounts{Draft: 1, Spam: 2, Malformed: 3}},
		Changed:  1, ProblemCount: 9,
	}}
	for range 7 {
		s.report.Problems = append(s.report.Problems, model.Problem{File: "me\x1bssages.csv", Line: 7, Reason: "odd\u202e"})
	}
	o := try(t, s, nil, "import", "x.zip")
	if o.code != ExitSkipped || o.err != "" {
		t.Errorf("exit code %d, said %q", o.code, o.err)
	}
	for _, want := range []string{
		"3 malformed, 1 draft, 2 spam", "1 record that LinkedIn now gives otherwise", "me\ufffdssages.csv:7: odd\ufffd", "and 4 more; see them with --json",
	} {
		if !strings.Contains(o.out, want) {
			t.Errorf("%q is not in:\n%s", want, o.out)
		}
	}
	s.report = model.ImportReport{Invitations: model.InvitationCounts{Skipped: 1}}
	if o = try(t, s, nil, "import", "x.zip"); o.code != ExitSkipped || !strings.Contains(o.out, "left out  ") {
		t.Errorf("with an invitation skipped: exit code %d\n%s", o.code, o.out)
	}
}

// TestTerminalOutput looks at what only a terminal gets: colours, and lists that end.
func TestTerminalOutput(t *testing.T) {
	s := &fakeStore{}
	for i := range 60 {
		p := somebody("p"+string(rune('0'+i/10))+string(rune('0'+i%10)), strings.Repeat("Name ", 8), "")
		s.people = append(s.people, p)
		s.threads = append(s.threads, talk(p.ID, p, i))
	}
	o := try(t, s, terminal(""), "list")
	lines := strings.Split(strings.TrimSpace(o.out), "\n")
	if len(lines) != screenful || !strings.Contains(o.err, "and 10 more; see them with --limit 0") {
		t.Errorf("%d lines, %q", len(lines), o.err)
	}
	if !strings.Contains(lines[0], "\x1b[") || !strings.Contains(lines[0], "…") {
		t.Errorf("neither colours nor a cut: %q", lines[0])
	}
	for name, set := range map[string]func(*Streams, *Deps){
		"NO_COLOR": func(s *Streams, d *Deps) { terminal("")(s, d); s.Environ = append(s.Environ, "NO_COLOR=1") },
		"dumb":     func(s *Streams, d *Deps) { terminal("")(s, d); s.Environ = []string{"TERM=dumb"} },
		"a pipe":   nil,
	} {
		if o := try(t, s, set, "list", "--limit", "1"); strings.Contains(o.out, "\x1b") {
			t.Errorf("%s: colours: %q", name, o.out)
		}
	}
}

// TestEveryCommandIsExplained: each has a line in the help, an example that parses
// at least as far as its name, and no command is left without a heading.
func TestEveryCommandIsExplained(t *testing.T) {
	root := (&app{}).root()
	for _, cmd := range root.Commands() {
		if cmd.Short == "" || strings.HasSuffix(cmd.Short, ".") {
			t.Errorf("%s says %q", cmd.Name(), cmd.Short)
		}
		for line := range strings.Lines(cmd.Example) {
			if !strings.HasPrefix(line, "  cordial "+cmd.Name()+" ") {
				t.Errorf("%s has the example %q", cmd.Name(), line)
			}
		}
		for _, sub := range cmd.Commands() {
			if sub.Short == "" || sub.RunE == nil {
				t.Errorf("%s %s is not explained or does nothing", cmd.Name(), sub.Name())
			}
		}
	}
}
