package table

import (
	"bytes"
	"encoding/csv"
	"iter"
	"strings"
)

// headerWithin is how many records may stand before the header: a preamble has two, spreadsheets add some.
const headerWithin = 10

// Header is the record that names the columns.
type Header struct {
	Names []string // of the columns, as written
	Sep   byte     // what stands between cells: a comma, a semicolon or a tab
	// CRLF says that its line ends in CR LF. LinkedIn writes LF; spreadsheets, and exports of ours, write CR LF.
	CRLF bool

	columns map[string]int // by folded name; the first of equal ones
	size    int            // bytes of the file up to the end of the header
	lines   int            // lines of it
}

// FindHeader looks at the beginning of a file for the first record that fits, with each separator in turn. Excel writes
// semicolons in half of Europe, and tabs as "Unicode text".
func FindHeader(head []byte, fits func(Header) bool) (Header, bool) {
	for _, sep := range []byte{',', ';', '\t'} {
		for h := range records(head, sep) {
			if fits(h) {
				return h, true
			}
		}
	}
	return Header{}, false
}

// WidestHeader answers the record at the beginning of a file that has the most cells, the first of equal ones: what most
// likely names the columns of an unknown table. It is empty in an empty file.
func WidestHeader(head []byte) Header {
	var widest Header
	for _, sep := range []byte{',', ';', '\t'} {
		for h := range records(head, sep) {
			if len(h.Names) > len(widest.Names) {
				widest = h
			}
		}
	}
	return widest
}

// records yields the first records as headers.
func records(head []byte, sep byte) iter.Seq[Header] {
	return func(yield func(Header) bool) {
		in := csv.NewReader(bytes.NewReader(head))
		in.Comma, in.LazyQuotes, in.FieldsPerRecord = rune(sep), true, -1
		for range headerWithin {
			record, err := in.Read()
			if err != nil || !yield(newHeader(head[:in.InputOffset()], record, sep)) {
				return
			}
		}
	}
}

// newHeader makes a header of a record that ends where read does.
func newHeader(read []byte, record []string, sep byte) Header {
	h := Header{
		Names: record, Sep: sep, CRLF: bytes.HasSuffix(read, []byte("\r\n")),
		columns: make(map[string]int, len(record)), size: len(read), lines: bytes.Count(read, []byte{'\n'}),
	}
	for i, name := range record {
		if _, twice := h.columns[column(name)]; !twice {
			h.columns[column(name)] = i
		}
	}
	return h
}

// Width is the number of columns.
func (h Header) Width() int { return len(h.Names) }

// HasAll tells whether there is a column of each of these names.
func (h Header) HasAll(wanted ...string) bool {
	for _, name := range wanted {
		if h.At(name) < 0 {
			return false
		}
	}
	return true
}

// At answers the index of a column, -1 if there is none of that name. Case and spaces around it make no difference.
func (h Header) At(name string) int {
	if i, ok := h.columns[column(name)]; ok {
		return i
	}
	return -1
}

// column folds a column's name: case, spaces around it, marks and quotes left over from bad tools.
func column(name string) string {
	return strings.ToLower(strings.Trim(name, " \t\r\n\"\uFEFF\u00A0"))
}
