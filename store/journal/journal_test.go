package journal_test

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"cordial/model"
	"cordial/store/internal/eventgen"
	"cordial/store/journal"
)

var update = flag.Bool("update", false, "rewrite golden files")

func write(t testing.TB, events []model.Event) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := journal.Write(&b, events); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestWriteReadWriteIsIdentical(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		var events []model.Event
		for i := range rapid.IntRange(0, 12).Draw(r, "events") {
			events = append(events, eventgen.Event(r, fmt.Sprintf("e%d", i)))
		}
		first := write(t, events)
		read, err := journal.Read(bytes.NewReader(first))
		if err != nil {
			r.Fatalf("%v in\n%s", err, first)
		}
		if len(read) != len(events) {
			r.Fatalf("%d events became %d", len(events), len(read))
		}
		for i, e := range events {
			same(r, e, read[i])
		}
		if second := write(t, read); !bytes.Equal(first, second) {
			r.Fatalf("first\n%s\nsecond\n%s", first, second)
		}
	})
}

// same compares two events in all they say; zones may be named differently.
func same(t *rapid.T, a, b model.Event) {
	if a.ID != b.ID || !a.At.Equal(b.At) || !a.Recorded.Equal(b.Recorded) || a.Step != b.Step || a.Decision.Kind() != b.Decision.Kind() {
		t.Fatalf("%v became %v", a, b)
	}
	if _, dated := reflect.TypeOf(a.Decision).FieldByName("Due"); dated {
		return // compared as bytes
	}
	if _, dated := reflect.TypeOf(a.Decision).FieldByName("Newest"); dated {
		return
	}
	if !reflect.DeepEqual(a.Decision, b.Decision) {
		t.Fatalf("%#v became %#v", a.Decision, b.Decision)
	}
}

func TestOffsetsAndFractionsStay(t *testing.T) {
	for _, at := range []string{
		"2026-01-05T09:30:00Z", "2026-01-05T09:30:00+01:00", "2026-01-05T09:30:00.5-03:30",
		"2026-01-05T09:30:00.123456789+14:00", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59-12:00",
	} {
		line := `{"v":1,"id":"a","at":"` + at + `","recorded":"` + at + `","kind":"seat.cancelled","data":{"seat":"main"}}` + "\n"
		events, err := journal.Read(strings.NewReader(line))
		if err != nil {
			t.Fatal(at, err)
		}
		if got := string(write(t, events)); got != line {
			t.Errorf("wrote %s for %s", got, line)
		}
	}
}

func TestRecordedDefaultsToAt(t *testing.T) {
	events, err := journal.Read(strings.NewReader(`{"v":1,"id":"a","at":"2026-01-05T09:30:00+02:00","kind":"seat.cancelled","data":{"seat":"s"}}`))
	if err != nil || len(events) != 1 || !events[0].Recorded.Equal(events[0].At) {
		t.Fatal(events, err)
	}
	got := string(write(t, []model.Event{{ID: "a", At: events[0].At, Decision: events[0].Decision}}))
	if !strings.Contains(got, `"recorded":"2026-01-05T09:30:00+02:00"`) {
		t.Error(got)
	}
}

func TestTextThatIsNotUTF8SettlesAtOnce(t *testing.T) {
	e := model.Event{ID: "a", At: time.Unix(0, 0).UTC(), Decision: model.NoteAdded{
		Text: "bad \xff byte and a literal \\ufffd", Subjects: model.Subjects{People: []string{"p"}},
	}}
	first := write(t, []model.Event{e})
	read, err := journal.Read(bytes.NewReader(first))
	if err != nil {
		t.Fatal(err)
	}
	if second := write(t, read); !bytes.Equal(first, second) {
		t.Errorf("%s then %s", first, second)
	}
}

func TestYearsBeyondRFC3339AreRefused(t *testing.T) {
	e := model.Event{ID: "a", At: time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC), Decision: model.SeatCancelled{Seat: "s"}}
	if err := journal.Write(&bytes.Buffer{}, []model.Event{e}); err == nil || !strings.Contains(err.Error(), "event 1") {
		t.Error(err)
	}
}

const good = `{"v":1,"id":"a","at":"2026-01-05T09:30:00Z","kind":"seat.cancelled","data":{"seat":"main"}}`

func TestTolerated(t *testing.T) {
	for name, text := range map[string]string{
		"no newline at the end": good,
		"byte order mark":       "\ufeff" + good + "\n",
		"CRLF":                  good + "\r\n",
		"empty lines at end":    good + "\n\n \r\n",
		"spaces":                "  " + good + "\t\n",
	} {
		if events, err := journal.Read(strings.NewReader(text)); err != nil || len(events) != 1 {
			t.Errorf("%s: %v, %v", name, events, err)
		}
	}
	if events, err := journal.Read(strings.NewReader("")); err != nil || len(events) != 0 {
		t.Errorf("nothing: %v, %v", events, err)
	}
}

func TestRefused(t *testing.T) {
	line := func(kind, data string) string {
		return `{"v":1,"id":"a","at":"2026-01-05T09:30:00Z","kind":"` + kind + `","data":` + data + `}`
	}
	for _, c := range []struct{ name, text, reason string }{
		{"empty line between", "\n" + good, "line 1: the line is empty"},
		{"not JSON", "hello", "line 1: it is no JSON"},
		{"cut off", good[:50], "line 1: "},
		{"a list", "[]", "no JSON object"},
		{"two objects", good + good, "something after"},
		{"garbage behind", good + " x", "something after"},
		{"v missing", `{"id":"a"}`, "v is missing"},
		{"v of another version", strings.Replace(good, `"v":1`, `"v":2`, 1), "v is 2"},
		{"v as text", strings.Replace(good, `"v":1`, `"v":"1"`, 1), "v is of the wrong type"},
		{"v with a fraction", strings.Replace(good, `"v":1`, `"v":1.5`, 1), "v is of the wrong type"},
		{"id missing", strings.Replace(good, `"id":"a",`, "", 1), "id is missing"},
		{"id empty", strings.Replace(good, `"id":"a"`, `"id":""`, 1), "id is missing"},
		{"id too long", strings.Replace(good, `"id":"a"`, `"id":"`+strings.Repeat("x", 65)+`"`, 1), "65 bytes"},
		{"at missing", strings.Replace(good, `"at":"2026-01-05T09:30:00Z",`, "", 1), "at is missing"},
		{"at without zone", strings.Replace(good, "00Z", "00", 1), "at is \"2026-01-05T09:30:00\""},
		{"at with one digit", strings.Replace(good, "T09", "T9", 1), "at is"},
		{"at on no day", strings.Replace(good, "01-05", "02-30", 1), "at is"},
		{"recorded wrong", strings.Replace(good, `"kind"`, `"recorded":"yesterday","kind"`, 1), "recorded is \"yesterday\""},
		{"step empty", strings.Replace(good, `"kind"`, `"step":"","kind"`, 1), "step is empty"},
		{"step too long", strings.Replace(good, `"kind"`, `"step":"`+strings.Repeat("x", 65)+`","kind"`, 1), "step is 65 bytes"},
		{"kind unknown", line("seat.sold", `{}`), `the kind "seat.sold" is not known`},
		{"data missing", strings.Replace(good, `,"data":{"seat":"main"}`, "", 1), "data is missing"},
		{"data no object", line("seat.cancelled", `"main"`), "no JSON object"},
		{"data null", line("seat.cancelled", `null`), "data is null"},
		{"field missing", line("seat.reconciled", `{"seat":"main"}`), "balance is missing"},
		{"field null", line("seat.reconciled", `{"seat":"main","balance":null}`), "balance is null"},
		{"field unknown", line("seat.cancelled", `{"seat":"main","why":"x"}`), `the field "why" is not known`},
		{"field in capitals", line("seat.cancelled", `{"Seat":"main"}`), `the field "Seat" is not known`},
		{"field twice", line("seat.cancelled", `{"seat":"a","seat":"b"}`), "seat stands there twice"},
		{"id twice", strings.Replace(good, `"id":"a"`, `"id":"a","id":"b"`, 1), "id stands there twice"},
		{"field of the wrong type", line("seat.reconciled", `{"seat":"main","balance":"3"}`), "balance is of the wrong type"},
		{"field unknown at top", strings.Replace(good, `"v":1`, `"v":1,"x":1`, 1), `the field "x" is not known`},
		{"policy field unknown", line("seat.opened", `{"seat":"s","name":"S","plan":"career","policy":{"limit":1}}`), "limit"},
		{"policy null", line("seat.opened", `{"seat":"s","name":"S","plan":"career","policy":{"cap":null}}`), "cap is null"},
		{"not UTF-8", strings.Replace(good, "main", "\xff", 1), "not UTF-8"},
		{"second line", good + "\n" + strings.Replace(good, `"v":1`, `"v":7`, 1), "line 2: v is 7"},
		{"nested deeply", line("seat.cancelled", `{"seat":`+strings.Repeat("[", 100000)+`}`), "nested too deeply"},
	} {
		t.Run(c.name, func(t *testing.T) {
			events, err := journal.Read(strings.NewReader(c.text))
			var at *journal.LineError
			if !errors.As(err, &at) || events != nil {
				t.Fatalf("got %v, %v", events, err)
			}
			if !strings.Contains(err.Error(), c.reason) {
				t.Errorf("got %q, want %q in it", err, c.reason)
			}
			if strings.ContainsAny(err.Error(), "\n\r") {
				t.Errorf("more than a line: %q", err)
			}
		})
	}
}

func TestLongLineIsRefused(t *testing.T) {
	_, err := journal.Read(strings.NewReader(good + "\n" + strings.Repeat(" ", 17<<20)))
	if err == nil || !strings.Contains(err.Error(), "line 2: the line is longer than 16 MB") {
		t.Error(err)
	}
}

func TestFailingWriterIsReported(t *testing.T) {
	events, _ := journal.Read(strings.NewReader(good))
	if err := journal.Write(failing{}, events); err == nil {
		t.Error("no error")
	}
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, errors.New("disk full") }

// TestEveryKindIsDocumented keeps the documentation of the format whole.
func TestEveryKindIsDocumented(t *testing.T) {
	b, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	doc := string(b)
	for _, k := range model.Kinds() {
		if !strings.Contains(doc, "\t"+k.Name+" ") {
			t.Errorf("kind %s is not documented", k.Name)
		}
		for _, name := range jsonFields(reflect.TypeOf(k.New()).Elem()) {
			if !strings.Contains(doc, name) {
				t.Errorf("field %s of %s is not documented", name, k.Name)
			}
		}
	}
}

// jsonFields lists the fields of a struct as JSON names them.
func jsonFields(typ reflect.Type) []string {
	var names []string
	for f := range typ.Fields() {
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case f.Anonymous:
			names = append(names, jsonFields(f.Type)...)
		case name != "-" && name != "":
			names = append(names, name)
		}
	}
	return names
}

// TestGolden keeps every line that was ever written readable. With -update, kinds
// that are new are added; what is there stays.
func TestGolden(t *testing.T) {
	const path = "testdata/v1.jsonl"
	if *update {
		old, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		events, err := journal.Read(bytes.NewReader(old))
		if err != nil {
			t.Fatal(err)
		}
		for i, spec := range model.Kinds() {
			if bytes.Contains(old, []byte(`"kind":"`+spec.Name+`"`)) {
				continue
			}
			gen := rapid.Custom(func(r *rapid.T) model.Event { return eventgen.OfKind(r, fmt.Sprintf("event-%d", i), spec) })
			events = append(events, gen.Example(i))
		}
		if err := os.WriteFile(path, write(t, events), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	events, err := journal.Read(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	if got := write(t, events); !bytes.Equal(got, b) {
		t.Error("what was read is written otherwise")
	}
	for _, spec := range model.Kinds() {
		if !bytes.Contains(b, []byte(`"kind":"`+spec.Name+`"`)) {
			t.Errorf("no event of kind %s: run with -update", spec.Name)
		}
	}
}

func FuzzJournalRead(f *testing.F) {
	f.Add([]byte(good))
	f.Add([]byte("\ufeff" + good + "\r\n" + good))
	f.Add([]byte(strings.Replace(good, "main", "\\ud800\\u0000", 1)))
	if b, err := os.ReadFile("testdata/v1.jsonl"); err == nil {
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		events, err := journal.Read(bytes.NewReader(text))
		if err != nil {
			if strings.ContainsAny(err.Error(), "\n\r") {
				t.Errorf("more than a line: %q", err)
			}
			return
		}
		first := write(t, events)
		again, err := journal.Read(bytes.NewReader(first))
		if err != nil {
			t.Fatalf("%v in %q", err, first)
		}
		if second := write(t, again); !bytes.Equal(first, second) {
			t.Errorf("%q then %q", first, second)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	text := bytes.Repeat([]byte(good+"\n"), 10000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if _, err := journal.Read(bytes.NewReader(text)); err != nil {
			b.Fatal(err)
		}
	}
}

func TestStepStays(t *testing.T) {
	line := strings.Replace(good, `"kind"`, `"recorded":"2026-01-05T09:30:00Z","step":"a","kind"`, 1)
	events, err := journal.Read(strings.NewReader(line))
	if err != nil || len(events) != 1 || events[0].Step != "a" {
		t.Fatal(events, err)
	}
	if got := string(write(t, events)); got != line+"\n" {
		t.Errorf("wrote %s for %s", got, line)
	}
}
