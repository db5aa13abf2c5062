package outward

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"io"
	"strings"

	"cordial/store/linkedin/table"
)

// sheet writes records of CSV by RFC 4180: lines end in CR LF, and those inside of cells in LF. The CR LF of the header
// also tells our own reader that the cells are guarded.
type sheet struct {
	buf bytes.Buffer
	csv *csv.Writer
}

func newSheet() *sheet {
	s := &sheet{}
	s.csv = csv.NewWriter(&s.buf)
	return s
}

// writeSheet writes a header and a record for each row.
func writeSheet[T any](w io.Writer, what string, header []string, rows Rows[T], cells func(T) []string) error {
	s := newSheet()
	return writeAll(w, what, func(yield func([]string, error) bool) {
		if !yield(header, nil) {
			return
		}
		for row, err := range rows {
			if !yield(cells(row), err) {
				return
			}
		}
	}, s.write)
}

// write writes one record as it is.
func (s *sheet) write(out *bufio.Writer, cells []string) error {
	s.buf.Reset()
	if err := s.csv.Write(cells); err != nil {
		return err
	}
	s.csv.Flush()
	line := s.buf.Bytes()
	_, _ = out.Write(line[:len(line)-1])
	_, err := out.WriteString("\r\n")
	return err
}

// texts makes cells of texts.
func texts(values []string) []string {
	for i := range values {
		values[i] = text(values[i])
	}
	return values
}

// text makes a cell of a text: valid, with LF, and harmless to spreadsheets.
func text(value string) string {
	for strings.Contains(value, "\r\n") {
		value = strings.ReplaceAll(value, "\r\n", "\n")
	}
	return table.Guard(table.Tidy(value))
}
