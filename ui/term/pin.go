package term

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// Pin makes a frame stand straight where terminals disagree about widths. One
// counts "रो" as one cell and the next as two, and everything to the right would
// be off by that. In lines with such text each column after a run of blanks, and
// each divider, is therefore moved to by its number; a terminal that agrees sees
// no difference. Other lines come back as they are.
func Pin(frame string) string {
	if steady(frame) {
		return frame
	}
	lines := strings.Split(frame, "\n")
	for i, l := range lines {
		if !steady(l) {
			lines[i] = pinLine(l)
		}
	}
	return strings.Join(lines, "\n")
}

// pinLine numbers the columns of one line. It is erased first, because a terminal
// that counts fewer cells than we do would leave its end as it was.
func pinLine(line string) string {
	var b strings.Builder
	b.Grow(len(line) + 64)
	b.WriteString(ansi.EraseEntireLine)
	column, blanks := 1, 0
	loose := false // something since the last pin may have another width than we think
	var state byte
	for line != "" {
		seq, width, n, next := ansi.DecodeSequence(line, state, nil)
		state, line = next, line[n:]
		switch {
		case width == 0:
		case seq == " ":
			blanks++
		default:
			if loose && (blanks > 1 || drawn(seq)) {
				b.WriteString(ansi.CursorHorizontalAbsolute(column))
				loose = false
			}
			blanks = 0
			loose = loose || !steady(seq)
		}
		b.WriteString(seq)
		column += width
	}
	return b.String()
}

// drawn tells whether a sign belongs to a frame or a divider.
func drawn(sign string) bool { return sign == "|" || sign >= "\u2500" && sign <= "\u257f" }

// sincePinned is the end of a line after the last column that was moved to by its
// number.
func sincePinned(line string) string {
	for i := len(line); ; {
		i = strings.LastIndex(line[:i], "\x1b[")
		if i < 0 {
			return line
		}
		if rest := strings.TrimLeft(line[i+2:], "0123456789"); strings.HasPrefix(rest, "G") {
			return rest[1:]
		}
	}
}

// steady tells whether a text has nothing but characters whose width every
// terminal counts alike: Latin letters and the signs that frames are drawn with.
func steady(s string) bool {
	for i := 0; i < len(s); {
		if s[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		sign := r >= 0x2010 && r <= 0x2027 || r >= 0x2190 && r <= 0x2193 || r >= 0x2500 && r <= 0x25cf ||
			r == '‹' || r == '›' || r == '★' || r == '✓' || r == '✗' || r == '⏎' || r == '↗'
		if r >= 0x300 && !sign {
			return false
		}
		i += n
	}
	return true
}
