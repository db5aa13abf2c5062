package widget

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// editor is a text with a place in it, always between two graphemes, so that
// no key ever splits a character the reader sees as one.
type editor struct {
	text string
	at   int // byte offset, 0 ≤ at ≤ len(text)
}

// typed keeps what a keyboard or the clipboard may put into a text: printable
// characters and the joiners of emoji and Persian. Everything that moves the
// cursor, reorders or hides text is left out; a tab is one blank.
func typed(s string, lines bool) string {
	if printable(s) {
		return s
	}
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s)
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' && lines:
			return r
		case r == '\n' || r == '\t' || unicode.Is(unicode.Zs, r):
			return ' '
		case r == '\u200c' || r == '\u200d':
			return r
		case r == utf8.RuneError || !unicode.IsPrint(r):
			return -1
		}
		return r
	}, s)
}

func (e *editor) set(s string) { e.text, e.at = s, len(s) }

func (e *editor) insert(s string) {
	e.text = e.text[:e.at] + s + e.text[e.at:]
	e.at += len(s)
	e.align()
}

// align moves the place to the end of the grapheme it is in: what was typed
// may have joined what follows.
func (e *editor) align() {
	for i := e.lineStart(); i < e.at; {
		n := len(grapheme(e.text[i:]))
		if i+n > e.at {
			e.at = i + n
		}
		i += n
	}
}

func (e *editor) lineStart() int { return strings.LastIndexByte(e.text[:e.at], '\n') + 1 }

func (e *editor) lineEnd() int {
	if n := strings.IndexByte(e.text[e.at:], '\n'); n >= 0 {
		return e.at + n
	}
	return len(e.text)
}

// before is the place one grapheme to the left.
func (e *editor) before() int {
	if e.at == 0 {
		return 0
	}
	if e.text[e.at-1] < utf8.RuneSelf {
		return e.at - 1 // ASCII joins nothing before it
	}
	last := e.lineStart()
	for i := last; i < e.at; i += len(grapheme(e.text[i:])) {
		last = i
	}
	return last
}

// after is the place one grapheme to the right.
func (e *editor) after() int {
	if e.at == len(e.text) {
		return e.at
	}
	return e.at + len(grapheme(e.text[e.at:]))
}

// wordBefore is the beginning of the word at or before the place.
func (e *editor) wordBefore() int {
	s := strings.TrimRightFunc(e.text[:e.at], unicode.IsSpace)
	return strings.LastIndexFunc(s, unicode.IsSpace) + 1
}

// wordAfter is the end of the word at or after the place.
func (e *editor) wordAfter() int {
	s := strings.TrimLeftFunc(e.text[e.at:], unicode.IsSpace)
	start := len(e.text) - len(s)
	if n := strings.IndexFunc(s, unicode.IsSpace); n >= 0 {
		return start + n
	}
	return len(e.text)
}

// cut removes the text between the place and to.
func (e *editor) cut(to int) {
	from := min(e.at, to)
	e.text = e.text[:from] + e.text[max(e.at, to):]
	e.at = from
	e.align()
}

// grapheme is the first character of s as the reader counts them; s isn't empty.
func grapheme(s string) string {
	if s[0] < utf8.RuneSelf && (len(s) == 1 || s[1] < utf8.RuneSelf) {
		return s[:1]
	}
	cluster, _ := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
	return cluster
}

// key applies one of the keys that every text field shares and tells whether
// it was one. Its names are Bubble Tea's.
func (e *editor) key(name string) bool {
	switch name {
	case "left", "ctrl+b":
		e.at = e.before()
	case "right", "ctrl+f":
		e.at = e.after()
	case "alt+left", "ctrl+left", "alt+b":
		e.at = e.wordBefore()
		e.align() // a blank may carry an accent
	case "alt+right", "ctrl+right", "alt+f":
		e.at = e.wordAfter()
		e.align()
	case "home", "ctrl+a":
		e.at = e.lineStart()
	case "end":
		e.at = e.lineEnd()
	case "backspace", "ctrl+h":
		e.cut(e.before())
	case "delete", "ctrl+d":
		e.cut(e.after())
	case "ctrl+w", "alt+backspace":
		e.cut(e.wordBefore())
	case "alt+d", "alt+delete":
		e.cut(e.wordAfter())
	case "ctrl+u":
		e.cut(e.lineStart())
	case "ctrl+k":
		e.cut(e.lineEnd())
	default:
		return false
	}
	return true
}
