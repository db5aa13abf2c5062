package linkedin

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
)

// errNoHeader says that a file of a known name does not hold what the name says.
var errNoHeader = errors.New("it has no row with the expected column names")

// table reads the records of one CSV file under its header.
type table struct {
	header
	split  *splitter
	decode *decoder
}

// row is one record. Its cells are valid until the next one.
type row struct {
	cells  []string
	line   int
	broken bool
}

// cell answers a column's value, empty where the column or the cell is missing.
func (r *row) cell(column int) string {
	if column < 0 || column >= len(r.cells) {
		return ""
	}
	return tidy(r.cells[column])
}

// layout says how the records of one kind of file are told apart from other lines.
type layout struct {
	wanted []string // columns without which a file is not of this kind
	// record tells, of a record that stands where none is expected, whether it is one of this kind.
	record func(h header, r *row) bool
}

// newTable finds the header and stands before the first record.
func newTable(src io.Reader, kind layout) (*table, error) {
	text := utf8Text(src)
	head, _ := text.Peek(peek)
	h, ok := findHeader(head, kind.wanted)
	if !ok {
		return nil, errNoHeader
	}
	if _, err := text.Discard(h.size); err != nil {
		return nil, fmt.Errorf("read the header: %w", err)
	}
	alone := newDecoder(h.sep)
	begins := func(line []byte) bool {
		cells, err := alone.cells(line)
		return err == nil && kind.record(h, &row{cells: cells})
	}
	return &table{header: h, split: newSplitter(text, h.sep, h.lines+1, begins), decode: newDecoder(h.sep)}, nil
}

// next answers the next record, io.EOF after the last. Blank lines are none.
func (t *table) next() (row, error) {
	for {
		f, err := t.split.next()
		if err != nil {
			return row{}, err
		}
		if !f.broken && len(bytes.TrimRight(f.raw, "\r\n")) == 0 {
			continue
		}
		r := row{line: f.line, broken: f.broken}
		r.cells, err = t.decode.cells(f.raw)
		if onlyLastQuote := oneLine(f.raw) && len(r.cells) >= t.width; onlyLastQuote {
			r.broken = false
		}
		r.broken = r.broken || err != nil
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
