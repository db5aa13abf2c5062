package table

import (
	"bufio"
	"bytes"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// Peek is how many bytes of a file are looked at to learn its encoding and to find its header.
const Peek = 64 << 10

// UTF8Text answers src as UTF-8 without a byte order mark and with LF or CRLF line ends, as far as the first Peek bytes
// tell; all of them can be peeked at. Originals are that already; spreadsheets write a mark, UTF-16, or the lone CR of
// old Macs.
func UTF8Text(src io.Reader) *bufio.Reader {
	in := bufio.NewReaderSize(src, Peek)
	head, _ := in.Peek(Peek)
	switch {
	case bytes.HasPrefix(head, []byte{0xFF, 0xFE}), wide(head, 1):
		in = bufio.NewReaderSize(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Reader(in), Peek)
	case bytes.HasPrefix(head, []byte{0xFE, 0xFF}), wide(head, 0):
		in = bufio.NewReaderSize(unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewDecoder().Reader(in), Peek)
	}
	for {
		if mark, _ := in.Peek(3); string(mark) != "\uFEFF" {
			break
		}
		_, _ = in.Discard(3)
	}
	if head, _ = in.Peek(Peek); endsInCR(head) {
		in = bufio.NewReaderSize(&macLines{in}, Peek)
	}
	return in
}

// endsInCR reports lines that end in a lone CR. What stands inside quotes may still be of several lines of any kind.
func endsInCR(head []byte) bool {
	quoted, found := false, false
	for _, c := range head {
		switch {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '\n':
			return false
		case c == '\r':
			found = true
		}
	}
	return found
}

// wide reports UTF-16 without a mark: every other byte of ASCII text, from the given one on, is zero.
func wide(head []byte, zero int) bool {
	if len(head) < 8 {
		return false
	}
	for i := 0; i < 8; i++ {
		if (head[i] == 0) != (i%2 == zero) {
			return false
		}
	}
	return true
}

// macLines turns every lone CR into LF, and leaves the CRLF that a cell may hold.
type macLines struct{ src *bufio.Reader }

func (m *macLines) Read(p []byte) (int, error) {
	n, err := m.src.Read(p)
	for i, c := range p[:n] {
		if c != '\r' {
			continue
		}
		next := p[i+1 : n]
		if len(next) == 0 {
			next, _ = m.src.Peek(1)
		}
		if !bytes.HasPrefix(next, []byte{'\n'}) {
			p[i] = '\n'
		}
	}
	return n, err
}

// Western tells text in the old encoding in which half of the spreadsheets of Europe and America still save CSV: it has
// letters beyond ASCII, and not one of them is UTF-8.
func Western(head []byte) bool {
	beyond := false
	for len(head) > 0 {
		r, size := utf8.DecodeRune(head)
		if r >= utf8.RuneSelf && size > 1 {
			return false
		}
		beyond = beyond || size == 1 && r == utf8.RuneError && utf8.FullRune(head)
		head = head[size:]
	}
	return beyond
}

// FromWestern answers text in that encoding, Windows-1252, as UTF-8.
func FromWestern(text io.Reader) *bufio.Reader {
	return bufio.NewReaderSize(charmap.Windows1252.NewDecoder().Reader(text), Peek)
}

// Tidy makes a cell valid UTF-8 without NUL: U+FFFD stands for each NUL and each run of other bytes.
func Tidy(cell string) string {
	if strings.IndexByte(cell, 0) >= 0 {
		cell = strings.ReplaceAll(cell, "\x00", string(utf8.RuneError))
	}
	return strings.ToValidUTF8(cell, string(utf8.RuneError))
}
