package table

import (
	"bytes"
	"errors"
	"io"
)

// MaxRecord is the size in bytes beyond which a record is taken for one with an unclosed quote. LinkedIn's longest
// message has 8,000 characters, and no cell of the known lists comes near.
const MaxRecord = 1 << 20

// frame is the bytes of one record.
type frame struct {
	raw  []byte // valid until the next frame
	line int    // of its first byte, from 1
	// broken says that a quote was opened and not closed before the next record, or the end.
	broken bool
}

// splitter cuts CSV into records before encoding/csv sees them, because that reader lets an unclosed quote swallow
// the rest of the file. It follows the same rules for quotes as encoding/csv with LazyQuotes, and notes where they
// were needed. A record of several lines that needed them is cut before the first line that looks like a record.
type splitter struct {
	src        io.Reader
	buf        []byte
	start, end int // buf[start:end] is read and not yet handed out
	line       int // number of the line at start
	sep        byte
	err        error // what src said last: io.EOF at its end
	// begins tells whether a line, taken by itself, is or begins a record.
	begins func(line []byte) bool
}

func newSplitter(src io.Reader, sep byte, line int, begins func([]byte) bool) *splitter {
	return &splitter{src: src, sep: sep, line: line, begins: begins, buf: make([]byte, 0, 4*Peek)}
}

// next answers the next record, io.EOF after the last one, or the error of the source.
func (s *splitter) next() (frame, error) {
	var (
		scan    quotes
		size    int // bytes of whole lines in the record so far
		checked int // bytes of them known not to begin a record
		count   int // lines
	)
	for {
		line, err := s.lineAt(size)
		if errors.Is(err, errLong) {
			return s.cut(checked, size, true)
		}
		if err != nil {
			return frame{}, err
		}
		if len(line) == 0 && size == 0 {
			return frame{}, io.EOF
		}
		if len(line) == 0 {
			return s.cut(checked, size, false)
		}
		closed := scan.line(line, s.sep)
		size += len(line)
		if count++; count == 1 {
			checked = size
		}
		if scan.loose && count > 1 {
			if at := s.recordFrom(checked, size); at < size {
				return s.take(at, true), nil
			}
			checked = size
		}
		if closed {
			return s.take(size, false), nil
		}
	}
}

// cut ends a record whose quote never closed: before the first of its lines, from an offset on, that begins another
// record, else after all of them. If it was given up for its size, the lines that follow belong to it as well, until
// one comes that begins a record.
func (s *splitter) cut(from, size int, long bool) (frame, error) {
	if at := s.recordFrom(from, size); at < size || !long {
		return s.take(at, true), nil
	}
	broken := frame{line: s.line, broken: true}
	s.drop(size)
	for {
		line, err := s.lineAt(0)
		if errors.Is(err, errLong) {
			err = s.skipLine()
			line = nil
		}
		if err != nil {
			return frame{}, err
		}
		if s.start == s.end || len(line) > 0 && s.begins(line) {
			return broken, nil
		}
		s.drop(len(line))
	}
}

// skipLine drops the line at start, however long.
func (s *splitter) skipLine() error {
	for {
		if i := bytes.IndexByte(s.buf[s.start:s.end], '\n'); i >= 0 {
			s.drop(i + 1)
			return nil
		}
		s.drop(s.end - s.start)
		if errors.Is(s.err, io.EOF) {
			return nil
		}
		if s.err != nil {
			return s.err
		}
		s.fill()
	}
}

// recordFrom answers the offset of the first line at or after from that begins a record, else to.
func (s *splitter) recordFrom(from, to int) int {
	for at := from; at < to; {
		rest := s.buf[s.start+at : s.start+to]
		line := rest
		if i := bytes.IndexByte(rest, '\n'); i >= 0 {
			line = rest[:i+1]
		}
		if at > 0 && s.begins(line) {
			return at
		}
		at += len(line)
	}
	return to
}

// take hands out the first size bytes.
func (s *splitter) take(size int, broken bool) frame {
	f := frame{raw: s.buf[s.start : s.start+size], line: s.line, broken: broken}
	s.drop(size)
	return f
}

func (s *splitter) drop(size int) {
	s.line += bytes.Count(s.buf[s.start:s.start+size], []byte{'\n'})
	s.start += size
}

// errLong says that a record grew beyond MaxRecord.
var errLong = errors.New("record too long")

// lineAt answers the line that begins offset bytes after start, with its line end. It is empty at the end of the
// source.
func (s *splitter) lineAt(offset int) ([]byte, error) {
	for seen := offset; ; {
		if i := bytes.IndexByte(s.buf[s.start+seen:s.end], '\n'); i >= 0 {
			if seen += i + 1; seen > MaxRecord {
				return nil, errLong
			}
			return s.buf[s.start+offset : s.start+seen], nil
		}
		seen = s.end - s.start
		if seen > MaxRecord {
			return nil, errLong
		}
		if errors.Is(s.err, io.EOF) {
			return s.buf[s.start+offset : s.end], nil
		}
		if s.err != nil {
			return nil, s.err
		}
		s.fill()
	}
}

// fill reads more, moving what is not handed out yet to the front and growing the buffer when that is not enough.
func (s *splitter) fill() {
	if s.end == cap(s.buf) {
		if s.start > 0 {
			s.end = copy(s.buf[:cap(s.buf)], s.buf[s.start:s.end])
			s.start = 0
		}
		if s.end == cap(s.buf) {
			s.buf = append(s.buf[:s.end], make([]byte, cap(s.buf))...)[:s.end]
		}
	}
	var n int
	n, s.err = s.src.Read(s.buf[s.end:cap(s.buf)])
	s.buf = s.buf[:s.end+n]
	s.end += n
}
