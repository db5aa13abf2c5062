package cli

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"cordial/model/day"
	"cordial/ui/theme"
)

// TestJSONIsSafeAndTrue: whatever is printed reads back as it was, and holds nothing
// that a terminal could take for a command.
func TestJSONIsSafeAndTrue(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		text = strings.ToValidUTF8(text, "?")
		var out bytes.Buffer
		a := &app{Streams: Streams{Out: &out}}
		if err := a.printJSON(map[string]string{"text": text}); err != nil {
			t.Fatal(err)
		}
		a.flush()
		for _, r := range strings.TrimSuffix(strings.ReplaceAll(out.String(), "\n", ""), "\n") {
			if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
				t.Fatalf("%q holds %U", &out, r)
			}
		}
		var back map[string]string
		if err := json.Unmarshal(out.Bytes(), &back); err != nil || back["text"] != text {
			t.Fatalf("%q came back as %q, %v", text, back["text"], err)
		}
	})
}

func TestPrintGrid(t *testing.T) {
	var g grid
	g.add(plain("李"), number(5), plain("wide letters count two"))
	g.add(plain("Maria"), number(12345), plain("narrow ones one"))
	g.add(plain(""), cell{text: "", role: theme.Text}, plain(""))
	tests := []struct {
		name  string
		width int
		want  string
	}{
		{"a pipe", 0, "李         5  wide letters count two\nMaria  12345  narrow ones one\n\n"},
		{"a wide terminal", 80, "李         5  wide letters count two\nMaria  12345  narrow ones one\n\n"},
		{"a narrow terminal", 24, "李         5  wide lett…\nMaria  12345  narrow on…\n\n"},
		{"a tiny terminal", 10, "李         5  wide letters count two\nMaria  12345  narrow ones one\n\n"},
	}
	for _, tt := range tests {
		var out bytes.Buffer
		a := &app{Streams: Streams{Out: &out, Width: tt.width}}
		a.printGrid(g)
		a.flush()
		if out.String() != tt.want {
			t.Errorf("%s:\n%swant\n%s", tt.name, &out, tt.want)
		}
	}
}

// TestGridIsClean prints an id that a file has smuggled in.
func TestGridIsClean(t *testing.T) {
	var out bytes.Buffer
	a := &app{Streams: Streams{Out: &out, Err: &out}}
	a.printGrid(grid{rows: [][]cell{{plain("id\x1b[2J")}}})
	a.say("seat %s", "s\x1b]0;x\x07")
	if want := "id\ufffd[2J\nseat s\ufffd]0;x\ufffd\n"; out.String() != want {
		t.Errorf("%q, want %q", &out, want)
	}
}

func TestDate(t *testing.T) {
	a := &app{now: noon()}
	for d, want := range map[day.Day]string{
		day.New(2026, 4, 1): "1 Apr", day.New(2026, 12, 31): "31 Dec", day.New(2027, 1, 1): "1 Jan 2027", day.Never: "never",
	} {
		if got := a.date(d); got != want {
			t.Errorf("%s: %q, want %q", d, got, want)
		}
	}
}

func TestClip(t *testing.T) {
	a := &app{}
	long := strings.Repeat("李", 20)
	if got := a.clip(long); got != long {
		t.Errorf("without a terminal %q was cut to %q", long, got)
	}
	a.Width = 80
	if got := a.clip(long); got != strings.Repeat("李", 13)+"…" {
		t.Errorf("cut to %q", got)
	}
	if got := a.clip("Maria"); got != "Maria" {
		t.Errorf("cut to %q", got)
	}
}

// TestOutputThatIsLost writes to a disk that is full: the exit code must tell.
func TestOutputThatIsLost(t *testing.T) {
	full := func(s *Streams, _ *Deps) { s.Out = fullDisk{} }
	for _, args := range [][]string{{"keys"}, {"keys", "--json"}, {"credits", "--json"}, {"--help"}, {"version"}, {"man"}} {
		o := try(t, &fakeStore{}, full, args...)
		if o.code != ExitFailed || !strings.HasSuffix(o.err, "cordial: writing the output: the disk is full\n") {
			t.Errorf("%v: exit code %d, %q", args, o.code, o.err)
		}
	}
}

// fullDisk is a writer that never can.
type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errors.New("the disk is full") }
