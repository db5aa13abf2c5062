package widget

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// neutral replaces by blanks what would move the terminal's cursor or worse:
// line breaks, tabs, other controls, and every escape sequence but colours.
func neutral(s string) string {
	at := harm(s, 0)
	if at == len(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	done := 0
	for ; at < len(s); at = harm(s, done) {
		b.WriteString(s[done:at])
		b.WriteByte(' ')
		_, size := utf8.DecodeRuneInString(s[at:])
		done = at + size
	}
	b.WriteString(s[done:])
	return b.String()
}

// harm is the place of the first character at or after i that neutral replaces,
// or the length of s.
func harm(s string, i int) int {
	for i < len(s) {
		if s[i] == ansi.ESC {
			n := colour(s[i:])
			if n == 0 {
				return i
			}
			i += n
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if moves(r) {
			return i
		}
		i += size
	}
	return i
}

// moves tells whether r would move the terminal's cursor or reorder the line:
// controls, halves of characters, and the twelve characters that direct
// bidirectional text.
func moves(r rune) bool {
	switch {
	case r < ' ', r >= 0x7f && r <= 0x9f, r == utf8.RuneError:
		return true
	case r == 0x61c, r == 0x200e, r == 0x200f, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
		return true
	}
	return r == 0x2028 || r == 0x2029
}

// plain is the letters of s without escape sequences, with a "?" for every
// character that could join another.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if steady(r) > 0 {
			return r
		}
		return '?'
	}, ansi.Strip(neutral(s)))
}
