package widget

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// Wrap breaks a plain text into lines of at most w cells: at blanks where it
// can, inside a word where it must. Line breaks in the text stay. It never
// joins lines that were apart, takes time in proportion to the text however
// long its words are, and answers at least one line.
func Wrap(text string, w int) []string {
	if w <= 0 {
		return []string{""}
	}
	text = strings.ReplaceAll(text, "\r\n", "\n")
	var lines []string
	for paragraph := range strings.SplitSeq(text, "\n") {
		paragraph = tidy(paragraph)
		for _, s := range wrapSpans(nil, paragraph, 0, len(paragraph), w) {
			lines = append(lines, strings.TrimRight(s.of(paragraph, w), " "))
		}
	}
	return lines
}

// tidy makes a paragraph safe to cut: tabs as four blanks, controls as one.
func tidy(s string) string {
	if printable(s) {
		return s
	}
	s = strings.ReplaceAll(strings.ToValidUTF8(s, "?"), "\t", "    ")
	return strings.ReplaceAll(neutral(s), "\x1b", " ")
}

// span is one line on screen: the bytes [from, to) of the text.
type span struct{ from, to int }

// of is the line's text; a character too wide for the column shows as "…".
func (s span) of(text string, w int) string {
	line := text[s.from:s.to]
	if w == 1 && Width(line) > w {
		return Ellipsis
	}
	return line
}

// wrapper fills lines; it walks once over the text and remembers the last
// place where the line it is filling may end.
type wrapper struct {
	spans []span
	text  string
	limit int
	from  int // where the line being filled begins
	width int // cells it has so far
	stop  int // behind its last blank that follows a word, or 0
	carry int // cells up to stop
}

// wrapSpans appends the lines of the paragraph text[from:to], at least one.
func wrapSpans(spans []span, text string, from, to, limit int) []span {
	w := wrapper{spans: spans, text: text[:to], limit: limit, from: from}
	words := false // the line has more than blanks
	for i := from; i < to; {
		cluster, cw := next(w.text[i:])
		blank := cluster == " "
		switch {
		case blank && w.width >= limit: // blanks at the edge are not carried over
			end := i
			i = skipBlanks(w.text, i)
			if i == to {
				return append(w.spans, span{w.from, end})
			}
			w.end(end, i)
			words = false
			continue
		case w.width+cw > limit && w.width > 0:
			words = w.breakLine(i)
			continue
		}
		i += len(cluster)
		w.width += cw
		words = words || !blank
		if blank && words {
			w.stop, w.carry = i, w.width
		}
	}
	return append(w.spans, span{w.from, to})
}

// breakLine ends the full line at its last blank, or at i inside a long word,
// and tells whether the next line has a word already.
func (w *wrapper) breakLine(i int) bool {
	if w.stop <= w.from {
		w.end(i, i)
		return false
	}
	rest := w.width - w.carry
	w.end(w.stop, w.stop)
	w.width = rest
	return rest > 0
}

// end closes the line at to and begins the next one at from.
func (w *wrapper) end(to, from int) {
	w.spans = append(w.spans, span{w.from, to})
	w.from, w.width, w.stop = from, 0, 0
}

// skipBlanks is the place of the first character at or after i that is no
// blank; a blank with an accent on it is a character.
func skipBlanks(s string, i int) int {
	for i < len(s) {
		if cluster, _ := next(s[i:]); cluster != " " {
			break
		}
		i++
	}
	return i
}

// next is the first grapheme of s and its width.
func next(s string) (string, int) {
	if s[0] < utf8.RuneSelf && (len(s) == 1 || s[1] < utf8.RuneSelf) {
		return s[:1], 1
	}
	return ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
}
