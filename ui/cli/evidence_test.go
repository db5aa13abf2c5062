package cli

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"cordial/model"
	"cordial/model/quota"
	"cordial/ui/port"
)

// TestMessagesOfTheWeekAreCounted reads on in a conversation until the week is over,
// and no further.
func TestMessagesOfTheWeekAreCounted(t *testing.T) {
	p := somebody("ada", "Ada", "")
	busy, old := talk("busy", p, 0), talk("old", p, 30)
	busy.LastOut, old.LastOut = noon().Unix(), noon().AddDate(0, 0, -30).Unix()
	s := &fakeStore{people: []model.Person{p}, threads: []model.Thread{busy, old}, messages: map[model.Key][]model.Message{}}
	const minutes = 14 * 24 * 60
	for at := -minutes; at <= 0; at += 60 { // one an hour for two weeks, every second one of the user's
		s.messages[busy.Key] = append(s.messages[busy.Key], model.Message{At: noon().Add(time.Duration(at) * time.Minute), Me: at%120 == 0})
	}
	meters, err := sessionOn(t, s).meters()
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range meters {
		if m.ID == quota.MessagesWeek && m.Count != 7*12 {
			t.Errorf("%d messages in the last seven days, want %d", m.Count, 7*12)
		}
	}
	if s.pages > 5 {
		t.Errorf("%d pages were read for the 192 messages of eight days", s.pages)
	}
}

func TestHasWritten(t *testing.T) {
	ada, bo, cy, group := somebody("ada", "Ada", ""), somebody("bo", "Bo", ""), somebody("cy", "Cy", ""), talk("g", model.Person{}, 1)
	group.Group, group.Person, group.LastIn = true, 0, noon().Unix()
	silent := talk("b", bo, 1)
	silent.LastIn = 0
	s := &fakeStore{
		people: []model.Person{ada, bo, cy}, threads: []model.Thread{talk("a", ada, 1), silent, group},
		events: []model.Event{
			{ID: "e1", At: noon(), Decision: model.ContactAdded{Contact: "cy", Name: "Cy"}},
			{ID: "e2", At: noon(), Decision: model.MessageRecorded{Contact: "cy", Direction: model.MessageReceived}},
		},
	}
	for _, tt := range []struct {
		key  model.Key
		want bool
	}{{ada.Key, true}, {bo.Key, false}, {cy.Key, true}, {model.PersonKey("nobody"), false}} {
		if got, err := sessionOn(t, s).hasWritten(tt.key); got != tt.want || err != nil {
			t.Errorf("%v: %t, %v", tt.key, got, err)
		}
	}
}

// TestConnectionsAnswerRequests: whom the export has as a connection has accepted,
// whoever recorded the request.
func TestConnectionsAnswerRequests(t *testing.T) {
	ada, bo := somebody("ada", "Ada", ""), somebody("bo", "Bo", "")
	ada.Connected = true
	s := &fakeStore{people: []model.Person{ada, bo}, invitations: map[model.Key][]model.Invitation{
		ada.Key: {{Person: model.PersonRef{ID: "ada", Key: ada.Key, Name: "Ada"}, Outgoing: true, At: noon().AddDate(0, 0, -30)}},
		bo.Key:  {{Person: model.PersonRef{ID: "bo", Key: bo.Key, Name: "Bo"}, Outgoing: true, At: noon().AddDate(0, 0, -30)}},
	}}
	requests, err := sessionOn(t, s).requests()
	if err != nil || len(requests) != 2 {
		t.Fatalf("%+v, %v", requests, err)
	}
	for _, r := range requests {
		want := model.InvitationPending
		if r.Person.Key == ada.Key {
			want = model.InvitationAccepted
		}
		if r.State != want {
			t.Errorf("%s: %s, want %s", r.Person.Name, r.State, want)
		}
	}
}

// TestUnfinishedImport is told wherever somebody looks at what may be missing.
func TestUnfinishedImport(t *testing.T) {
	s := &fakeStore{unfinished: []string{"/home/me/my export.zip", "/home/me/more.csv"}}
	const told = "finish it with: cordial import '/home/me/my export.zip' /home/me/more.csv\n"
	for _, tt := range []struct {
		args []string
		told bool
	}{
		{[]string{"list"}, true},
		{[]string{"check"}, true},
		{[]string{"import", "other.zip"}, true},
		{[]string{"import", "/home/me/my export.zip", "/home/me/more.csv"}, false},
		{[]string{}, true},
		{[]string{"credits"}, false},
	} {
		o := try(t, s, terminal("y\n"), tt.args...)
		if o.code != ExitDone || strings.Contains(o.err, told) != tt.told || strings.Contains(o.out, told) {
			t.Errorf("%v: exit code %d, said %q", tt.args, o.code, o.err)
		}
	}
}

// TestImportFailsHalfWay says what to do when the disk is full, and nothing when nothing
// of it was written.
func TestImportFailsHalfWay(t *testing.T) {
	full := errors.New("writing what was imported: no space left on device")
	for _, left := range [][]string{{"/home/me/x.zip"}, nil} {
		o := try(t, &fakeStore{fails: full, unfinished: left}, nil, "import", "/home/me/x.zip")
		said := strings.Contains(o.err, "import it again to finish it, or take it back with: cordial import --abandon")
		if o.code != ExitFailed || !strings.Contains(o.err, "no space left") || said != (left != nil) {
			t.Errorf("exit code %d, said %q", o.code, o.err)
		}
	}
}

func TestShellWord(t *testing.T) {
	for text, want := range map[string]string{
		"maria-rossi": "maria-rossi", "c:carl": "c:carl", "/a/b.zip": "/a/b.zip", "Müller": "Müller", "": "''",
		"a b": "'a b'", "o'brien": `'o'\''brien'`, "$(rm)": "'$(rm)'", "a\nb": "'a\nb'", "~": "'~'", "*": "'*'",
	} {
		if got := shellWord(text); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

// TestGoingOn sets a sentence below itself, or on lines of its own.
func TestGoingOn(t *testing.T) {
	var g grid
	g.add(strong("a"), said("one two three four five six seven eight"))
	g.add(strong("bcd"), plain("short"))
	for _, tt := range []struct {
		width int
		want  string
	}{
		{0, "a    one two three four five six seven eight\nbcd  short\n"},
		{80, "a    one two three four five six seven eight\nbcd  short\n"},
		{30, "a    one two three four five\n     six seven eight\nbcd  short\n"},
		{28, "a\n    one two three four five\n    six seven eight\nbcd  short\n"},
	} {
		o := &app{Streams: Streams{Width: tt.width}}
		o.printGrid(g)
		if got := o.page.String(); got != tt.want {
			t.Errorf("%d wide:\n%s\nwant:\n%s", tt.width, got, fmt.Sprint(tt.want))
		}
	}
}

// TestAbandon takes an interrupted import back, and says when there is none.
func TestAbandon(t *testing.T) {
	s := &fakeStore{unfinished: []string{"/home/me/my\x1b export.zip"}}
	if o := try(t, s, nil, "import", "--abandon"); o.code != ExitDone || s.unfinished != nil || !strings.Contains(o.err, "/home/me/my\ufffd export.zip back") {
		t.Errorf("exit code %d, left %v, said %q", o.code, s.unfinished, o.err)
	}
	if o := try(t, s, nil, "import", "--abandon"); o.code != ExitDone || !strings.Contains(o.err, "nothing to take back") {
		t.Errorf("without one: exit code %d, said %q", o.code, o.err)
	}
	for _, args := range [][]string{{"import", "--abandon", "x.zip"}, {"import"}} {
		if o := try(t, s, nil, args...); o.code != ExitUsage {
			t.Errorf("%v: exit code %d", args, o.code)
		}
	}
}

// TestImportTellsEachFile: on a terminal a file that was read leaves a line.
func TestImportTellsEachFile(t *testing.T) {
	s := &session{app: &app{Streams: Streams{ErrTTY: true, Clock: noon}, began: noon(), now: noon()}}
	var out strings.Builder
	s.Err = &out
	tell, clear := s.progress()
	for _, p := range []port.Progress{
		{Step: "reading a.csv", File: "a.csv", Rows: 5, Done: 1, Total: 2},
		{Step: "reading a.csv", File: "a.csv", Rows: 1200, Done: 2, Total: 2},
		{Step: "reading b\x1b.csv", File: "b\x1b.csv", Rows: 1, Done: 1, Total: 2},
		{Step: "comparing people", Phase: model.Comparing},
	} {
		tell(p)
	}
	clear()
	lines := strings.Split(strings.ReplaceAll(out.String(), "\r\x1b[K", "|"), "\n")
	want := []string{"|reading a.csv, 5 rows 50%|reading a.csv, 1,200 rows 99%|a.csv: 1,200 rows", "|reading b\ufffd.csv, 1 rows 50%|b\ufffd.csv: 1 row", "|comparing people|"}
	if !slices.Equal(lines, want) {
		t.Errorf("drew %q, want %q", lines, want)
	}
}
