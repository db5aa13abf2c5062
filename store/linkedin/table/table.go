package table

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
)

// ErrNoHeader says that a file has no record with the column names that were looked for.
var ErrNoHeader = errors.New("it has no row with the expected column names")

// Layout says how to find the header of a table, and how its records are told apart from other lines.
type Layout struct {
	// Fits tells the header from what may stand above it.
	Fits func(Header) bool
	// Record tells, of a record that stands where none is expected, whether it is one of this kind.
	Record func(Header, *Row) bool
	// Guarded tells whether apostrophes that keep spreadsheets from calculating (see Guard) are to be taken off.
	Guarded func(Header) bool
}

// Table reads the records of one file under its header.
type Table struct {
	Header
	guarded bool
	split   *splitter
	decode  *decoder
}

// Row is one record.
type Row struct {
	Cells []string // as they stand in the file, valid until the next row; see Cell
	Line  int      // of its first byte, from 1
	// Broken says that a quotation mark is opened and never closed: what follows has run into the last cell.
	Broken  bool
	guarded bool
}

// Cell answers a column's value as valid UTF-8, empty where the column or the cell is missing.
func (r *Row) Cell(column int) string {
	if column < 0 || column >= len(r.Cells) {
		return ""
	}
	if r.guarded {
		return Unguard(Tidy(r.Cells[column]))
	}
	return Tidy(r.Cells[column])
}

// New finds the header and stands before the first record. Errors are ErrNoHeader and the source's.
func New(src io.Reader, kind Layout) (*Table, error) {
	text := UTF8Text(src)
	head, _ := text.Peek(Peek)
	h, ok := FindHeader(head, kind.Fits)
	if !ok {
		return nil, ErrNoHeader
	}
	if _, err := text.Discard(h.size); err != nil {
		return nil, fmt.Errorf("read the header: %w", err)
	}
	guarded := kind.Guarded(h)
	alone := newDecoder(h.Sep)
	begins := func(line []byte) bool {
		cells, err := alone.cells(line)
		return err == nil && kind.Record(h, &Row{Cells: cells, guarded: guarded})
	}
	split := newSplitter(text, h.Sep, h.lines+1, begins)
	return &Table{Header: h, guarded: guarded, split: split, decode: newDecoder(h.Sep)}, nil
}

// Next answers the next record, io.EOF after the last. Blank lines are none.
func (t *Table) Next() (Row, error) {
	for {
		f, err := t.split.next()
		if err != nil {
			return Row{}, err
		}
		if !f.broken && len(bytes.TrimRight(f.raw, "\r\n")) == 0 {
			continue
		}
		r := Row{Line: f.line, Broken: f.broken, guarded: t.guarded}
		r.Cells, err = t.decode.cells(f.raw)
		if onlyLastQuote := oneLine(f.raw) && len(r.Cells) >= t.Width(); onlyLastQuote {
			r.Broken = false
		}
		r.Broken = r.Broken || err != nil
		return r, nil
	}
}

// oneLine reports a record that ends where its first line does.
func oneLine(raw []byte) bool {
	i := bytes.IndexByte(raw, '\n')
	return len(raw) > 0 && (i < 0 || i == len(raw)-1)
}

// decoder splits single records into cells, with one encoding/csv reader for all of them.
type decoder struct {
	raw *bytes.Reader
	in  *bufio.Reader
	csv *csv.Reader
}

func newDecoder(sep byte) *decoder {
	d := &decoder{raw: bytes.NewReader(nil)}
	d.in = bufio.NewReader(d.raw)
	d.csv = csv.NewReader(d.in)
	d.csv.Comma, d.csv.LazyQuotes, d.csv.FieldsPerRecord, d.csv.ReuseRecord = rune(sep), true, -1, true
	return d
}

// cells answers the cells of a record, valid until the next; none of a blank line.
func (d *decoder) cells(record []byte) ([]string, error) {
	d.raw.Reset(record)
	d.in.Reset(d.raw)
	cells, err := d.csv.Read()
	if errors.Is(err, io.EOF) {
		return nil, nil
	}
	return cells, err
}
