package linkedin

import (
	"bytes"
	"encoding/csv"
	"strings"
)

// headerWithin is how many records may stand before the header: a preamble has two, spreadsheets add some.
const headerWithin = 10

// header is the record that names the columns.
type header struct {
	sep     byte
	columns map[string]int // by folded name; the first of equal ones
	width   int
	size    int // bytes of the file up to the end of the header
	lines   int // lines of it
}

// findHeader looks at the beginning of a file for the first record that has all the wanted column names, with each
// separator in turn. Excel writes semicolons in half of Europe, and tabs as "Unicode text".
func findHeader(head []byte, wanted []string) (header, bool) {
	for _, sep := range []byte{',', ';', '\t'} {
		if h, ok := headerWith(head, sep, wanted); ok {
			return h, true
		}
	}
	return header{}, false
}

func headerWith(head []byte, sep byte, wanted []string) (header, bool) {
	records := csv.NewReader(bytes.NewReader(head))
	records.Comma, records.LazyQuotes, records.FieldsPerRecord = rune(sep), true, -1
	for range headerWithin {
		record, err := records.Read()
		if err != nil {
			return header{}, false
		}
		h := header{sep: sep, columns: map[string]int{}, width: len(record), size: int(records.InputOffset())}
		for i, name := range record {
			if _, twice := h.columns[column(name)]; !twice {
				h.columns[column(name)] = i
			}
		}
		if h.hasAll(wanted) {
			h.lines = bytes.Count(head[:h.size], []byte{'\n'})
			return h, true
		}
	}
	return header{}, false
}

func (h header) hasAll(wanted []string) bool {
	for _, name := range wanted {
		if h.at(name) < 0 {
			return false
		}
	}
	return true
}

// at answers the index of a column, -1 if there is none of that name.
func (h header) at(name string) int {
	if i, ok := h.columns[column(name)]; ok {
		return i
	}
	return -1
}

// column folds a column's name: case, spaces around it, marks and quotes left over from bad tools.
func column(name string) string {
	return strings.ToLower(strings.Trim(name, " \t\r\n\"\uFEFF\u00A0"))
}
