package table

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
)

// twoColumns is a table with an id and a text; a record begins with a number.
func twoColumns(guarded bool) Layout {
	return Layout{
		Fits: func(h Header) bool { return h.HasAll("id", "text") },
		Record: func(h Header, r *Row) bool {
			return len(r.Cells) == 2 && strings.Trim(r.Cell(h.At("id")), "0123456789") == ""
		},
		Guarded: func(h Header) bool { return guarded && h.CRLF },
	}
}

// read answers the lines, cells and states of every row.
func read(t *testing.T, text string, kind Layout) []string {
	t.Helper()
	in, err := New(iotest.OneByteReader(strings.NewReader(text)), kind)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for {
		r, err := in.Next()
		if errors.Is(err, io.EOF) {
			return got
		}
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, fmt.Sprintf("%d %q %q %v", r.Line, r.Cell(in.At("id")), r.Cell(in.At("text")), r.Broken))
	}
}

func TestTable(t *testing.T) {
	tests := map[string]struct {
		text string
		want []string
	}{
		"plain":             {"id,text\n1,a\n2,b", []string{`2 "1" "a" false`, `3 "2" "b" false`}},
		"columns turned":    {"text,id\na,1\n", []string{`2 "1" "a" false`}},
		"blank lines":       {"id,text\n\n1,a\n\r\n2,b\n\n", []string{`3 "1" "a" false`, `5 "2" "b" false`}},
		"short row":         {"id,text\n1\n", []string{`2 "1" "" false`}},
		"several lines":     {"id,text\n1,\"a\nb\"\n2,c\n", []string{`2 "1" "a\nb" false`, `4 "2" "c" false`}},
		"unclosed":          {"id,text\n1,\"a\n2,b\n3,c\n", []string{`2 "1" "a\n" false`, `3 "2" "b" false`, `4 "3" "c" false`}},
		"unclosed, lines":   {"id,text\n1,\"a\nmore\n2,b\n", []string{`2 "1" "a\nmore\n" true`, `4 "2" "b" false`}},
		"NUL and not UTF-8": {"id,text\n1,a\x00\xff\n", []string{"2 \"1\" \"a\uFFFD\uFFFD\" false"}},
		"guards stay":       {"id,text\n1,'=1\n", []string{`2 "1" "'=1" false`}},
		"guards go":         {"id,text\r\n1,'=1\r\n'-2,''=1\r\n", []string{`2 "1" "=1" false`, `3 "-2" "'=1" false`}},
	}
	for name, test := range tests {
		if got := read(t, test.text, twoColumns(true)); !slices.Equal(got, test.want) {
			t.Errorf("%s:\ngot  %q\nwant %q", name, got, test.want)
		}
	}
	if got := read(t, "id,text\r\n1,'=1\r\n", twoColumns(false)); !slices.Equal(got, []string{`2 "1" "'=1" false`}) {
		t.Errorf("unasked, a guard was taken off: %q", got)
	}
}

func TestTableWithoutItsHeader(t *testing.T) {
	for _, text := range []string{"", "id\n1\n", "\xff\xfe"} {
		if _, err := New(strings.NewReader(text), twoColumns(false)); !errors.Is(err, ErrNoHeader) {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestCellOutsideTheRow(t *testing.T) {
	r := Row{Cells: []string{"a"}}
	if r.Cell(-1) != "" || r.Cell(1) != "" || r.Cell(0) != "a" {
		t.Error("a cell that is not there is not empty")
	}
}
