package widget

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	// Whoever can draw has Bubble Tea linked in: keep it from asking the terminal.
	_ "cordial/ui/dark"
)

// Ellipsis is what a cut text ends with unless the caller says otherwise.
const Ellipsis = "…"

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

// Fit makes s exactly w cells: cut with "…" or padded with blanks on the right.
// Painted text stays painted. Line breaks and other controls become blanks.
func Fit(s string, w int) string { return FitTail(s, w, Ellipsis) }

// FitTail is Fit with another sign for "cut here", such as the theme's.
func FitTail(s string, w int, tail string) string {
	cut, used := clip(s, w, tail)
	return cut + blanks(w-used)
}

// FitRight makes s exactly w cells with the text at the right edge.
func FitRight(s string, w int) string {
	cut, used := clip(s, w, Ellipsis)
	return settle(blanks(w-used)+cut, w)
}

// Center makes s exactly w cells with the text in the middle.
func Center(s string, w int) string {
	cut, used := clip(s, w, Ellipsis)
	left := (w - used) / 2
	return settle(blanks(left)+cut+blanks(w-used-left), w)
}

// Blank is a block of blanks.
func Blank(w, h int) string {
	if w <= 0 || h <= 0 {
		return ""
	}
	return strings.Repeat(blanks(w)+"\n", h-1) + blanks(w)
}

// clip shortens s to at most w cells and says how many it takes, such that
// blanks may stand on either side without changing the width of anything.
func clip(s string, w int, tail string) (string, int) {
	if w <= 0 {
		return "", 0
	}
	used, steady := quickWidth(s)
	if steady && used <= w {
		return s, used
	}
	if steady && strings.IndexByte(s, ansi.ESC) < 0 {
		return clipSteady(s, w, tail)
	}
	return clipWide(neutral(s), w, tail)
}

// clipSteady cuts a text of steady characters without colours.
func clipSteady(s string, w int, tail string) (string, int) {
	tw := Width(tail)
	if tw > w {
		tail, tw = "", 0
	}
	used := 0
	for i, r := range s {
		rw := steady(r)
		if used+rw > w-tw {
			return s[:i] + tail, used + tw
		}
		used += rw
	}
	return s, used
}

func clipWide(s string, w int, tail string) (string, int) {
	cut := ansi.Truncate(s, w, tail)
	if cut == "" && s != "" {
		cut = ansi.Truncate(s, w, "")
	}
	if used, ok := quickWidth(cut); ok {
		return cut, used
	}
	used := ansi.StringWidth(cut)
	if used <= w && ansi.StringWidth(" "+cut) == used+1 && ansi.StringWidth(cut+" ") == used+1 {
		return cut, used
	}
	// A text whose ends would join what stands beside them can't be placed
	// anywhere: its plain letters can.
	cut = ansi.Truncate(plain(s), w, "")
	return cut, ansi.StringWidth(cut)
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

// settle is s if it is safely w cells wide, and else the best that is.
func settle(s string, w int) string {
	if fits(s, w) {
		return s
	}
	if s = Fit(s, w); fits(s, w) {
		return s
	}
	return Fit(plain(s), w)
}

// fits tells whether s is w cells wide and free of what moves the cursor.
func fits(s string, w int) bool {
	if n, ok := quickWidth(s); ok {
		return n == w
	}
	return ansi.StringWidth(s) == w && harm(s, 0) == len(s)
}

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

// blanks is n spaces, cut from one constant while it lasts.
func blanks(n int) string {
	const many = "                                                                " +
		"                                                                "
	if n <= 0 {
		return ""
	}
	if n <= len(many) {
		return many[:n]
	}
	return strings.Repeat(" ", n)
}
