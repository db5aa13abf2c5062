package sample

import (
	"bufio"
	"encoding/csv"
	"io"
	"strings"
)

// sheet writes the rows of one CSV file.
type sheet interface {
	row(cells []string) error
	flush() error
}

// newSheet answers a writer that quotes everything, as messages.csv is since 2026, or only what needs it.
func newSheet(w io.Writer, quoteAll bool) sheet {
	if quoteAll {
		return &quotedSheet{out: bufio.NewWriterSize(w, 64<<10), double: strings.NewReplacer(`"`, `""`)}
	}
	return plainSheet{csv.NewWriter(w)}
}

type plainSheet struct{ out *csv.Writer }

func (s plainSheet) row(cells []string) error { return s.out.Write(cells) }

func (s plainSheet) flush() error {
	s.out.Flush()
	return s.out.Error()
}

// quotedSheet quotes every cell, which encoding/csv cannot be asked to do.
type quotedSheet struct {
	out    *bufio.Writer
	double *strings.Replacer
}

func (s *quotedSheet) row(cells []string) error {
	for i, cell := range cells {
		if i > 0 {
			_ = s.out.WriteByte(',')
		}
		_ = s.out.WriteByte('"')
		_, _ = s.double.WriteString(s.out, cell)
		_ = s.out.WriteByte('"')
	}
	return s.out.WriteByte('\n')
}

func (s *quotedSheet) flush() error { return s.out.Flush() }
