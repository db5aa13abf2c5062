package lists

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"cordial/store/linkedin/table"
)

// sampled is how many rows are looked at for a sample of each column.
const sampled = 50

// Columns lists the columns of a table that no format is recognised in, with what their names mean as far as they mean
// anything, and the first filled cell of each. The error is ErrUnknown for a file without a header, or the disk's.
func Columns(path string) (columns []Column, samples []string, err error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, err
	}
	defer func() { _ = f.Close() }()
	text, _ := decodedText(f)
	head, _ := text.Peek(table.Peek)
	header := table.WidestHeader(head)
	t, err := table.New(text, table.Layout{
		Fits:    func(h table.Header) bool { return len(h.Names) > 0 && slices.Equal(h.Names, header.Names) },
		Record:  func(h table.Header, r *table.Row) bool { return len(r.Cells) == h.Width() },
		Guarded: func(table.Header) bool { return true },
	})
	if errors.Is(err, table.ErrNoHeader) {
		return nil, nil, fmt.Errorf("%s: %w: it is empty", filepath.Base(path), ErrUnknown)
	}
	if err != nil {
		return nil, nil, err
	}
	samples = make([]string, t.Header.Width())
	for range sampled {
		r, err := t.Next()
		if err != nil {
			break // the end, or a table of which the header has to do
		}
		for i := range samples {
			if cell := strings.TrimSpace(r.Cell(i)); samples[i] == "" && !r.Broken {
				samples[i] = kept(cell)
			}
		}
	}
	return columnsOf(t.Header, nil).described(t.Header), samples, nil
}
