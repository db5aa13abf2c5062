package table

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

// blank tells a record of nothing but CR, which bare is a blank line here and a cell for the library.
func blank(record []string) bool {
	return len(record) == 1 && strings.Trim(record[0], "\r") == "" && record[0] != ""
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
		got, want = slices.DeleteFunc(got, blank), slices.DeleteFunc(want, blank)
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
		"one endless line": strings.Repeat("x", 8*MaxRecord), "one open quote": "\"" + strings.Repeat(line, 8*MaxRecord/len(line)),
		"short lines": strings.Repeat(line, 8*MaxRecord/len(line)),
	}
	for name, text := range texts {
		s := newSplitter(strings.NewReader(text), ',', 1, never)
		all(t, s)
		if cap(s.buf) > 3*MaxRecord {
			t.Errorf("%s: a buffer of %d bytes", name, cap(s.buf))
		}
	}
}

func TestSplitterPassesErrorsOn(t *testing.T) {
	disk := errors.New("disk gone")
	for _, text := range []string{"", "a,b\n", "a,\"b\n", strings.Repeat("x", 2*MaxRecord)} {
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
