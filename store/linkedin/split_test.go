package linkedin

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"pgregory.net/rapid"
)

// never is what begins answers in a file where no line can be mistaken for a record.
func never([]byte) bool { return false }

// all answers the cells of every record that a splitter finds, blank lines left out.
func all(t interface{ Fatal(...any) }, s *splitter) (records [][]string, lines []int, broken int) {
	decode := newDecoder(s.sep)
	for {
		f, err := s.next()
		if errors.Is(err, io.EOF) {
			return records, lines, broken
		}
		if err != nil {
			t.Fatal(err)
		}
		cells, err := decode.cells(f.raw)
		if err != nil {
			t.Fatal(err)
		}
		if f.broken {
			broken++
		}
		if len(bytes.TrimRight(f.raw, "\r\n")) > 0 {
			records, lines = append(records, slices.Clone(cells)), append(lines, f.line)
		}
	}
}

// csvText draws text in which quotes, separators and line ends meet in every way.
func csvText() *rapid.Generator[string] {
	return rapid.StringOfN(rapid.SampledFrom([]rune("\"\"\",,\n\n\rab;é")), 0, 60, -1)
}

// TestSplitterAgreesWithEncodingCSV takes the library's reader as the judge of where records end.
func TestSplitterAgreesWithEncodingCSV(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := csvText().Draw(t, "text")
		oracle := csv.NewReader(strings.NewReader(text))
		oracle.LazyQuotes, oracle.FieldsPerRecord = true, -1
		want, err := oracle.ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		got, _, _ := all(t, newSplitter(strings.NewReader(text), ',', 1, never))
		if !slices.EqualFunc(got, want, slices.Equal) {
			t.Fatalf("%q\ngot  %q\nwant %q", text, got, want)
		}
	})
}

func TestSplitterReadsWhatIsWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := rapid.SliceOfN(rapid.SliceOfN(csvText(), 2, 4), 1, 8).Draw(t, "records")
		var text strings.Builder
		w := csv.NewWriter(&text)
		line, begins := 1, []int{}
		for _, record := range want {
			begins = append(begins, line)
			if err := w.Write(record); err != nil {
				t.Fatal(err)
			}
			w.Flush()
			line = 1 + strings.Count(text.String(), "\n")
		}
		got, lines, broken := all(t, newSplitter(iotest.OneByteReader(strings.NewReader(text.String())), ',', 1, never))
		for i := range want {
			for j := range want[i] {
				want[i][j] = strings.ReplaceAll(want[i][j], "\r\n", "\n")
			}
		}
		if !slices.EqualFunc(got, want, slices.Equal) || !slices.Equal(lines, begins) || broken != 0 {
			t.Fatalf("%q\ngot  %q from %v\nwant %q from %v", text.String(), got, lines, want, begins)
		}
	})
}

func TestSplitterCutsBeforeALineThatBeginsARecord(t *testing.T) {
	begins := func(line []byte) bool { return bytes.HasPrefix(line, []byte("id,")) }
	tests := []struct {
		name, text string
		want       []string // first cell of each record, with a mark if broken
	}{
		{"closed", "id,\"a\nid,b\"\nid,c\n", []string{"1 id", "3 id"}},
		{"open to the end", "id,\"a\nid,b\nid,c", []string{"1 id!", "2 id", "3 id"}},
		{"open, quotes later", "id,\"a\nid,\"b\"\nid,c", []string{"1 id!", "2 id", "3 id"}},
		{"open over junk", "id,\"a\njunk\nid,b\n", []string{"1 id!", "3 id"}},
		{"open, nothing follows", "id,\"a\njunk\n\n", []string{"1 id!"}},
		{"loose but closed", "id,\"a \"b\" c\nd\"\nid,e\n", []string{"1 id", "3 id"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := newSplitter(strings.NewReader(test.text), ',', 1, begins)
			var got []string
			for {
				f, err := s.next()
				if err != nil {
					break
				}
				mark := ""
				if f.broken {
					mark = "!"
				}
				got = append(got, fmt.Sprintf("%d %s%s", f.line, f.raw[:2], mark))
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestSplitterKeepsItsBufferSmall(t *testing.T) {
	line := strings.Repeat("x", 1000) + "\n"
	texts := map[string]string{
		"one endless line": strings.Repeat("x", 8*maxRecord), "one open quote": "\"" + strings.Repeat(line, 8*maxRecord/len(line)),
		"short lines": strings.Repeat(line, 8*maxRecord/len(line)),
	}
	for name, text := range texts {
		s := newSplitter(strings.NewReader(text), ',', 1, never)
		all(t, s)
		if cap(s.buf) > 3*maxRecord {
			t.Errorf("%s: a buffer of %d bytes", name, cap(s.buf))
		}
	}
}

func TestSplitterPassesErrorsOn(t *testing.T) {
	disk := errors.New("disk gone")
	for _, text := range []string{"", "a,b\n", "a,\"b\n", strings.Repeat("x", 2*maxRecord)} {
		s := newSplitter(io.MultiReader(strings.NewReader(text), iotest.ErrReader(disk)), ',', 1, never)
		var err error
		for err == nil {
			_, err = s.next()
		}
		if !errors.Is(err, disk) {
			t.Errorf("%.20q: got %v", text, err)
		}
	}
}

func TestFindHeader(t *testing.T) {
	wanted := []string{"First Name", "Connected On"}
	tests := map[string]struct {
		text  string
		sep   byte
		lines int
	}{
		"first line":      {"First Name,Connected On\nx", ',', 1},
		"after a preface": {"Notes:\n\"a\nb\"\n\nFirst Name,X,Connected On\r\n", ',', 5},
		"semicolons":      {"First Name;Connected On\n", ';', 1},
		"tabs":            {"First Name\tConnected On\n", '\t', 1},
		"odd cells":       {"\uFEFF\" first name \",\u00A0CONNECTED ON\n", ',', 1},
		"no line end":     {"First Name,Connected On", ',', 0},
	}
	for name, test := range tests {
		h, ok := findHeader([]byte(test.text), wanted)
		if !ok || h.sep != test.sep || h.lines != test.lines || h.at("first name") != 0 || h.at("no such") != -1 {
			t.Errorf("%s: %+v, %v", name, h, ok)
		}
	}
	for _, text := range []string{"", "\n\n", "First Name\n", "First Name|Connected On\n", strings.Repeat("x\n", headerWithin) + "First Name,Connected On\n"} {
		if h, ok := findHeader([]byte(text), wanted); ok {
			t.Errorf("%q has the header %+v", text, h)
		}
	}
}

func TestHeaderTakesTheFirstOfEqualNames(t *testing.T) {
	if h, ok := findHeader([]byte("Date,Content,DATE\n"), []string{"Date"}); !ok || h.at("date") != 0 || h.width != 3 {
		t.Errorf("header %+v", h)
	}
}

func TestArenaKeepsWhatItIsGiven(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := newArena()
		want := rapid.SliceOfN(rapid.StringN(0, 20, -1), 0, 50).Draw(t, "texts")
		want = append(want, strings.Repeat("x", chunk/2+1), strings.Repeat("y", chunk/2+1), strings.Repeat("z", 2*chunk), "end")
		got := make([]string, len(want))
		for i, text := range want {
			got[i] = a.keep(text)
		}
		if !slices.Equal(got, want) {
			t.Fatal("a text has changed")
		}
	})
}

func TestPeopleNames(t *testing.T) {
	p := newPeople()
	i := p.of("https://www.linkedin.com/in/anna-k?x=1")
	if i == Nobody || p.of("linkedin.com/in/ANNA-K") != i || p.of("linkedin.com/company/x") != Nobody || p.peek("") {
		t.Fatal("an address is one person")
	}
	steps := []struct {
		name string
		from weight
		at   int64
		want string
	}{
		{"from TO", fromRecipient, 9, "from TO"},
		{"invited", fromInvitation, 1, "invited"},
		{"wrote", fromSender, 5, "wrote"},
		{"wrote earlier", fromSender, 4, "wrote"},
		{"wrote later", fromSender, 6, "wrote later"},
		{"at once, B", fromSender, 6, "at once, B"},
		{"at once, A", fromSender, 6, "at once, A"},
		{"at once, C", fromSender, 6, "at once, A"},
		{"", fromConnection, 9, "at once, A"},
		{"LinkedIn Member", fromConnection, 9, "at once, A"},
		{"invited again", fromInvitation, 99, "at once, A"},
		{"card", fromConnection, 0, "card"},
	}
	for _, step := range steps {
		if p.named(i, step.name, step.from, step.at); p.list[i].Name != step.want {
			t.Errorf("after %q: %q, want %q", step.name, p.list[i].Name, step.want)
		}
	}
}

func TestProblemsKeepsTheFirstAndCountsAll(t *testing.T) {
	p := newProblems()
	for i := range MaxProblems + 50 {
		p.add("b.csv", MaxProblems+50-i, BadDate, "x")
	}
	p.add("a.csv", 1, Draft, "x")
	list := p.sorted([]string{"a.csv", "b.csv"})
	if len(list) != MaxProblems || p.count[BadDate] != MaxProblems+50 || p.count[Draft] != 1 || list[0].Line != 51 {
		t.Errorf("%d kept, counts %v, first %v", len(list), p.count, list[0])
	}
	if got := quote(strings.Repeat("é", 100)); len([]rune(got)) > 45 || !strings.HasSuffix(got, "…\"") {
		t.Errorf("quoted %s", got)
	}
	if got := (Problem{File: "a.csv", Text: "x"}).String(); got != "a.csv: x" {
		t.Errorf("a file's problem reads %q", got)
	}
}
