package clean

import (
	"strings"
	"unicode/utf8"
)

const (
	// Mark stands for a run of anything that may not be shown.
	Mark = '\ufffd'
	// MaxBytes is the longest result of Line and Block. A longer one ends in "…".
	MaxBytes = 64 << 10

	maxMarks = 8 // combining marks and joiners on one base
	maxJoins = 8 // emoji joined to one picture; the longest in use needs four
	tabStop  = "    "
	ellipsis = "…"
)

// Line returns s as one line: newlines, tabs and runs of blanks become a single
// space, the ends are trimmed, and what may not be shown becomes Mark. Clean
// text comes back as it is, without a copy; Line(Line(s)) == Line(s).
func Line(s string) string {
	if plainLine(s) {
		return s
	}
	return run(s, true)
}

// Block returns s with its line breaks: CRLF, U+2028 and U+2029 become \n, a
// tab four spaces, and what may not be shown becomes Mark. Clean text comes
// back as it is, without a copy; Block(Block(s)) == Block(s).
func Block(s string) string {
	if plainBlock(s) {
		return s
	}
	return run(s, false)
}

// plainLine reports printable ASCII that Line would not change.
func plainLine(s string) bool {
	if len(s) > MaxBytes {
		return false
	}
	last := byte(' ')
	for i := range len(s) {
		c := s[i]
		if c < 0x20 || c >= 0x7f || c == ' ' && last == ' ' {
			return false
		}
		last = c
	}
	return s == "" || last != ' '
}

// plainBlock reports printable ASCII and newlines.
func plainBlock(s string) bool {
	if len(s) > MaxBytes {
		return false
	}
	for i := range len(s) {
		if c := s[i]; (c < 0x20 && c != '\n') || c >= 0x7f {
			return false
		}
	}
	return true
}

// state is what the cleaner remembers of the text before the next rune.
type state struct {
	out     output
	line    bool
	base    rune // what a mark would sit on; 0 for nothing
	marks   int  // marks and joiners on it
	joined  int  // emoji joined so far
	joining bool // the last rune kept was a joiner
	masked  bool // the last rune written was Mark
	start   bool // nothing but blanks on this line yet (one line only)
	blank   rune // in a line: a blank that waits for what follows it, 0 for none
}

func run(s string, line bool) string {
	c := state{out: output{src: s}, line: line, start: true}
	for i := 0; i < len(s) && !c.out.full; {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError:
			c.mask() // invalid UTF-8, or the mark itself
		case r == '\r' && i+1 < len(s) && s[i+1] == '\n': // the \n follows
		default:
			c.step(r, i, n)
		}
		i += n
	}
	return c.out.String()
}

// step takes the rune at src[i:i+n].
func (c *state) step(r rune, i, n int) {
	switch classify(r) {
	case base:
		c.sign(r, i, n)
	case mark:
		c.attach(i, n, c.base != 0)
	case jamo:
		c.attach(i, n, isHangul(c.base))
	case joiner:
		c.join(r, i, n)
	case blank, gap, tab, newline:
		c.space(r, i, n)
	case hyphen:
		c.flush()
		c.out.put("-")
		c.settle('-')
	case selector:
		if r == vs16 && strings.HasPrefix(c.out.src[i+n:], string(zwj)) && c.pictures(i+n+len(string(zwj))) {
			c.out.keep(i, n)
		}
	case hostile:
		c.mask()
	}
}

// sign keeps a base, alone or behind the joiner of an emoji.
func (c *state) sign(r rune, i, n int) {
	switch {
	case c.joining && isEmoji(r) && isEmoji(c.base):
		c.out.keep(i, n)
		c.base, c.marks, c.joining = r, 0, false
		return
	case isSkinTone(r) && isEmoji(c.base):
		c.attach(i, n, true)
		return
	}
	c.flush()
	c.out.boundary()
	c.out.keep(i, n)
	c.settle(r)
	c.joined = 0
}

// settle notes that r is the sign that marks now sit on.
func (c *state) settle(r rune) {
	c.base, c.marks, c.joining, c.masked, c.start = r, 0, false, false, false
}

// attach keeps a mark that has something to sit on. Without it, it would land
// on our own frame; it is hostile then. Marks past the eighth are dropped.
func (c *state) attach(i, n int, ok bool) {
	if !ok {
		c.mask()
		return
	}
	if c.marks < maxMarks {
		c.out.keep(i, n)
		c.marks++
		c.joining = false
	}
}

// join keeps a joiner where it is part of the spelling: after a letter of a
// script that uses it, or between two emoji.
func (c *state) join(r rune, i, n int) {
	switch {
	case c.base == 0 || c.joining || c.marks >= maxMarks:
		c.mask()
	case joins(c.base):
		c.out.keep(i, n)
		c.marks++
		c.joining = true
	case r == zwj && c.pictures(i+n):
		c.out.keep(i, n)
		c.joined++
		c.joining = true
	default:
		c.mask()
	}
}

// pictures reports whether the emoji before and the one at src[next:] may be
// joined to one.
func (c *state) pictures(next int) bool {
	r, _ := utf8.DecodeRuneInString(c.out.src[next:])
	return isEmoji(c.base) && isEmoji(r) && !c.joining && c.marks < maxMarks && c.joined < maxJoins
}

// space keeps, changes or holds back a blank. In a line it waits: only the
// first of a run is written, and none at either end.
func (c *state) space(r rune, i, n int) {
	kind := classify(r)
	c.base, c.joining = 0, false
	if c.line {
		if kind != blank {
			r = ' '
		}
		if c.blank == 0 && !c.start {
			c.blank = r
		}
		return
	}
	c.masked = false
	c.out.boundary()
	switch kind {
	case blank:
		c.out.keep(i, n)
	case tab:
		c.out.put(tabStop)
	case newline:
		c.out.put("\n")
	default:
		c.out.put(" ")
	}
}

// flush writes the blank that waited.
func (c *state) flush() {
	if c.blank != 0 {
		c.out.boundary()
		c.out.put(string(c.blank))
		c.blank, c.masked = 0, false
	}
}

// mask shows the mark, once for a run. Nothing may sit on it.
func (c *state) mask() {
	c.flush()
	if !c.masked {
		c.out.boundary()
		c.out.put(string(Mark))
	}
	c.base, c.joining, c.masked, c.start = 0, false, true, false
}

func isHangul(r rune) bool {
	return r >= 0x1100 && r <= 0x115e || r >= 0xa960 && r <= 0xa97c || r >= 0xac00 && r <= 0xd7a3
}
