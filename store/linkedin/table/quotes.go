package table

import "bytes"

// quotes follows the quoting of one record, line by line, by the rules of encoding/csv with LazyQuotes.
type quotes struct {
	open  bool // inside a quoted field
	loose bool // a quote stood where strict CSV allows none
}

// line reads one line, with its line end, and reports whether the record ends with it.
func (q *quotes) line(line []byte, sep byte) bool {
	line = bytes.TrimSuffix(bytes.TrimSuffix(line, []byte{'\n'}), []byte{'\r'})
	for {
		if q.open {
			rest, closed := q.inside(line, sep)
			if !closed {
				return false
			}
			line, q.open = rest, false
		} else if len(line) > 0 && line[0] == '"' {
			line, q.open = line[1:], true
			continue
		} else {
			line = q.bare(line, sep)
		}
		if line == nil {
			return true
		}
	}
}

// inside reads on in a quoted field. It answers what follows the field's separator, nil if nothing does, and whether
// the field was closed.
func (q *quotes) inside(line []byte, sep byte) (rest []byte, closed bool) {
	for {
		i := bytes.IndexByte(line, '"')
		if i < 0 {
			return nil, false
		}
		line = line[i+1:]
		switch {
		case len(line) == 0:
			return nil, true
		case line[0] == sep:
			return line[1:], true
		case line[0] == '"':
			line = line[1:]
		default:
			q.loose = true
		}
	}
}

// bare reads an unquoted field and answers what follows its separator, nil if nothing does.
func (q *quotes) bare(line []byte, sep byte) []byte {
	i := bytes.IndexByte(line, sep)
	field := line
	if i >= 0 {
		field = line[:i]
	}
	if bytes.IndexByte(field, '"') >= 0 {
		q.loose = true
	}
	if i < 0 {
		return nil
	}
	return line[i+1:]
}
