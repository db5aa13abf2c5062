package table

import (
	"bytes"
	"errors"
	"io"
	"testing"
	"testing/iotest"
	"unicode/utf8"
)

// FuzzTable checks that any bytes under a header are cut into records with rising lines, the same however they arrive.
func FuzzTable(f *testing.F) {
	for _, body := range []string{"1,a\n2,b", "1,\"a\nb\"\r\n\r\n2,\"", "1,\"a \"b\" c\"\n\n", "'=1,\x00\xff\n", "1,a\r2,\"b\nc\"\r"} {
		for _, header := range []string{"id,text\n", "\uFEFFid;text\r\n", "id\ttext\r"} {
			f.Add([]byte(header + body))
		}
	}
	kind := Layout{
		Fits:    func(h Header) bool { return h.HasAll("id") },
		Record:  func(_ Header, r *Row) bool { return len(r.Cell(0)) == 1 },
		Guarded: func(h Header) bool { return h.CRLF },
	}
	rows := func(t *testing.T, in io.Reader) (list []string) {
		table, err := New(in, kind)
		if errors.Is(err, ErrNoHeader) {
			return nil
		}
		for line := 0; err == nil; {
			var r Row
			if r, err = table.Next(); err != nil {
				break
			}
			if r.Line <= line {
				t.Fatalf("line %d after line %d", r.Line, line)
			}
			line = r.Line
			for i := range r.Cells {
				if !utf8.ValidString(r.Cell(i)) {
					t.Fatalf("line %d: cell %d is not UTF-8", line, i)
				}
				list = append(list, r.Cell(i))
			}
			list = append(list, "|")
		}
		if !errors.Is(err, io.EOF) {
			t.Fatal(err)
		}
		return list
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		whole, dripping := rows(t, bytes.NewReader(data)), rows(t, iotest.OneByteReader(bytes.NewReader(data)))
		if len(whole) != len(dripping) {
			t.Fatalf("%q, byte by byte %q", whole, dripping)
		}
		for i := range whole {
			if whole[i] != dripping[i] {
				t.Fatalf("%q, byte by byte %q", whole, dripping)
			}
		}
	})
}

// FuzzGuard checks that a guarded cell is never calculated and comes back as it was.
func FuzzGuard(f *testing.F) {
	for _, cell := range []string{"", "=1+1", "'=1", "-", "\t@", "＝x", "'", "plain"} {
		f.Add(cell)
	}
	f.Fuzz(func(t *testing.T, cell string) {
		guarded := Guard(cell)
		if dangerous(guarded) || Unguard(guarded) != cell {
			t.Fatalf("%q became %q and %q", cell, guarded, Unguard(guarded))
		}
	})
}
