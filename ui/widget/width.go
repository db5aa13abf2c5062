package widget

import (
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	// Whoever can draw has Bubble Tea linked in: keep it from asking the terminal.
	_ "cordial/ui/dark"
)

// Width is the number of cells s occupies once drawn: graphemes count as
// terminals draw them, colours count nothing, and each control character is the
// blank that Fit makes of it.
func Width(s string) int {
	if n, ok := quickWidth(s); ok {
		return n
	}
	return ansi.StringWidth(neutral(s))
}

// quickWidth adds up s if it consists of steady characters and colours only.
func quickWidth(s string) (n int, ok bool) {
	for i := 0; i < len(s); {
		if c := s[i]; c-' ' <= '~'-' ' {
			n++
			i++
			continue
		} else if c == ansi.ESC {
			skip := colour(s[i:])
			if skip == 0 {
				return 0, false
			}
			i += skip
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		w := steady(r)
		if w == 0 {
			return 0, false
		}
		n += w
		i += size
	}
	return n, true
}

// colour is the length of the colour sequence (ESC [ numbers m) that s begins
// with, or 0 if it is anything else.
func colour(s string) int {
	if len(s) < 3 || s[1] != '[' {
		return 0
	}
	for i := 2; i < len(s); i++ {
		switch c := s[i]; {
		case c == 'm':
			return i + 1
		case c != ';' && c != ':' && (c < '0' || c > '9'):
			return 0
		}
	}
	return 0
}

// printable tells whether s is nothing but printable ASCII, where a byte is a
// cell: the common case, and the reason why a frame is cheap.
func printable(s string) bool {
	for i := range len(s) {
		if s[i]-' ' > '~'-' ' {
			return false
		}
	}
	return true
}

// steady is the width of a character that neither joins its neighbours nor
// changes its width beside them, which is most of what people write: 1 or 2.
// It is 0 for all others, which have to be measured in their context.
func steady(r rune) int {
	switch {
	case r < 0x300: // ASCII and Latin, but the soft hyphen and what has an emoji form
		if r >= ' ' && r < 0x7f || r > 0x9f && r != 0xad && r != 0xa9 && r != 0xae {
			return 1
		}
	case r >= 0x391 && r <= 0x3ce && r != 0x3a2, // Greek
		r >= 0x400 && r < 0x483, r >= 0x48a && r < 0x530, // Cyrillic
		r >= 0x5d0 && r <= 0x5ea, r >= 0x620 && r <= 0x64a, // Hebrew, Arabic
		r >= 0x2010 && r <= 0x2027, r >= 0x2190 && r <= 0x2193, // punctuation, arrows
		r >= 0x2500 && r <= 0x25a9, // lines and blocks
		r == '●', r == '★', r == '✓', r == '✗', r == '⏎', r == '‹', r == '›':
		return 1
	case r >= 0x3041 && r <= 0x3096, r >= 0x30a1 && r <= 0x30fc, // kana
		r == '、', r == '。', r == '「', r == '」',
		r >= 0x4e00 && r <= 0x9fff, r >= 0xac00 && r <= 0xd7a3: // Han, Hangul
		return 2
	}
	return 0
}
