package widget

import (
	"strings"
	"unicode/utf8"

	tea "github.com/charmbracelet/bubbletea"

	"cordial/ui/theme"
)

// TextArea is a text field of many lines, for notes and messages. Lines wrap
// at blanks; Enter starts a new one.
type TextArea struct {
	Placeholder string // drawn dim while there is no text
	Limit       int    // most characters it takes; 0 for no limit

	edit editor
	w, h int // size it is drawn in
	top  int // first wrapped line on screen
	goal int // column that up and down aim for; -1 for the caret's own
}

// NewTextArea is an empty area of w×h cells.
func NewTextArea(w, h int) *TextArea {
	a := &TextArea{goal: -1}
	a.Resize(w, h)
	return a
}

// Resize sets the size that View draws and that lines wrap to.
func (a *TextArea) Resize(w, h int) {
	a.w, a.h = max(0, w), max(0, h)
	a.goal = -1
	a.follow()
}

// Value is the text, with "\n" between lines.
func (a *TextArea) Value() string { return a.edit.text }

// SetValue replaces the text and puts the caret behind it.
func (a *TextArea) SetValue(s string) {
	a.edit.set(limited(typed(s, true), a.Limit))
	a.goal = -1
	a.follow()
}

// Len is the number of characters in the area, as Limit counts them.
func (a *TextArea) Len() int { return utf8.RuneCountInString(a.edit.text) }

// Key handles a key press or a paste and tells whether the area used it. It
// leaves Esc and Tab to the caller.
func (a *TextArea) Key(k tea.KeyMsg) bool {
	name := k.String()
	if rows, ok := a.vertical(name); ok {
		a.moveRows(rows)
		a.follow()
		return true
	}
	a.goal = -1
	text, ok := keyText(k)
	if name == "enter" || name == "alt+enter" || name == "ctrl+j" {
		text, ok = "\n", true
	}
	switch {
	case ok:
		a.edit.insert(limited(typed(text, true), roomLeft(a.Limit, a.edit.text)))
	case name == "ctrl+home" || name == "alt+<":
		a.edit.at = 0
	case name == "ctrl+end" || name == "alt+>":
		a.edit.at = len(a.edit.text)
	default:
		ok = a.edit.key(name)
		a.follow()
		return ok
	}
	a.follow()
	return true
}

// vertical is how many rows a key moves the caret down.
func (a *TextArea) vertical(name string) (int, bool) {
	switch name {
	case "up", "ctrl+p":
		return -1, true
	case "down", "ctrl+n":
		return 1, true
	case "pgup":
		return -max(1, a.h-1), true
	case "pgdown":
		return max(1, a.h-1), true
	}
	return 0, false
}

// spans is the text as wrapped lines. The last cell of a line is left for the
// caret behind its last letter.
func (a *TextArea) spans() []span {
	var spans []span
	from := 0
	for {
		to := len(a.edit.text)
		if n := strings.IndexByte(a.edit.text[from:], '\n'); n >= 0 {
			to = from + n
		}
		spans = wrapSpans(spans, a.edit.text, from, to, max(1, a.w-1))
		if to == len(a.edit.text) {
			return spans
		}
		from = to + 1
	}
}

// row is the wrapped line the caret is on.
func (a *TextArea) row(spans []span) int {
	row := 0
	for i, s := range spans {
		if s.from <= a.edit.at {
			row = i
		}
	}
	return row
}

// moveRows moves the caret n wrapped lines down, keeping its column as long as
// only such moves follow each other.
func (a *TextArea) moveRows(n int) {
	spans := a.spans()
	row := a.row(spans)
	if a.goal < 0 {
		a.goal = Width(a.edit.text[spans[row].from:a.edit.at])
	}
	to := max(0, min(row+n, len(spans)-1))
	s := spans[to]
	at, col := s.from, 0
	for at < s.to {
		cluster, cw := next(a.edit.text[at:])
		if col+cw > a.goal {
			break
		}
		at += len(cluster)
		col += cw
	}
	if at == s.to && to+1 < len(spans) && spans[to+1].from == at && at > s.from {
		last := editor{a.edit.text, at}
		at = last.before() // the place behind a word cut in two is the next line's
	}
	a.edit.at = at
}

// follow scrolls as little as needed to show the caret.
func (a *TextArea) follow() {
	spans := a.spans()
	row, h := a.row(spans), max(1, a.h)
	a.top = max(0, min(a.top, row, len(spans)-1))
	a.top = max(a.top, row-h+1)
}

// View draws the area in the size given to Resize, with the caret.
func (a *TextArea) View(t *theme.Theme) string { return a.view(t, true) }

// ViewBlurred draws the area without a caret, for when another field is typed in.
func (a *TextArea) ViewBlurred(t *theme.Theme) string { return a.view(t, false) }

func (a *TextArea) view(t *theme.Theme, focused bool) string {
	if a.w <= 0 || a.h <= 0 {
		return ""
	}
	if a.edit.text == "" {
		lines := Wrap(a.Placeholder, a.w)
		for i, line := range lines {
			lines[i] = t.Paint(theme.Dim, Fit(line, a.w))
		}
		if focused {
			lines[0] = placeholder(t, strings.TrimSpace(Wrap(a.Placeholder, a.w)[0])+" ", a.w, true)
		}
		return Lines(lines, a.w, a.h)
	}
	spans := a.spans()
	row := a.row(spans)
	lines := make([]string, 0, a.h)
	for i := a.top; i < len(spans) && len(lines) < a.h; i++ {
		if i == row && focused {
			lines = append(lines, a.caretLine(t, spans[i]))
			continue
		}
		lines = append(lines, spans[i].of(a.edit.text, max(1, a.w-1)))
	}
	return Lines(lines, a.w, a.h)
}

// caretLine is the line the caret is on.
func (a *TextArea) caretLine(t *theme.Theme, s span) string {
	at := min(a.edit.at, s.to)
	line := Input{edit: editor{a.edit.text[s.from:s.to], at - s.from}}
	return line.View(t, a.w)
}
