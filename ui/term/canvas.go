package term

import (
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// frame is a picture of the whole screen.
type frame struct {
	view string // its lines; each begins in the default style, whatever the one before ended in
	w, h int    // of the terminal, in cells
}

// lines are exactly h; those that the view doesn't have are blank.
func (f frame) lines() []string {
	lines, rest := make([]string, max(0, f.h)), f.view
	for i := range lines {
		lines[i], rest, _ = strings.Cut(rest, "\n")
	}
	return lines
}

// canvas knows what the terminal shows, and writes a frame as what it changes.
// Each changed line is written from where it differs to its end, to its place by
// number: nothing depends on where the terminal believes the cursor to be, and
// nothing ever scrolls.
type canvas struct {
	lines   []string // on the terminal
	w, h    int
	intact  bool // the terminal shows the lines, and its modes are ours
	entered bool // the terminal is on its other screen
	buf     []byte
}

// The modes of a full screen: no cursor, pastes in brackets, reports of focus, and
// no wrapped lines. Where a terminal draws a text wider than we measured it, as
// many do with Indic vowel signs, that line is cut at the edge instead of pushing
// all others down. resetScreen is the way back.
const setScreen = ansi.ResetModeTextCursorEnable + ansi.SetModeBracketedPaste +
	ansi.SetModeFocusEvent + ansi.ResetModeAutoWrap + ansi.ResetStyle

// resetScreen undoes setScreen, whatever may be on besides, and leaves the other
// screen.
const resetScreen = ansi.ResetModeSynchronizedOutput +
	ansi.ResetModeMouseButtonEvent + ansi.ResetModeMouseAnyEvent + ansi.ResetModeMouseExtSgr +
	ansi.ResetModeFocusEvent + ansi.ResetModeBracketedPaste + ansi.SetModeAutoWrap +
	ansi.ResetStyle + ansi.SetModeTextCursorEnable + ansi.ResetModeAltScreenSaveCursor

// draw answers what to write so that the terminal shows f, nothing if it does
// already. All of it is one synchronized update (DEC mode 2026), which ends flicker
// and half-drawn frames in tmux and modern terminals; others ignore the brackets.
// The answer is valid until the next call.
func (c *canvas) draw(f frame) []byte {
	b := c.buf[:0]
	if !c.entered {
		b = append(b, ansi.SetModeAltScreenSaveCursor...)
	}
	if !c.intact {
		b = append(b, setScreen...)
	}
	whole := !c.intact || c.w != f.w || c.h != f.h
	before := len(b)
	b = append(b, ansi.SetModeSynchronizedOutput...)
	unchanged := len(b)
	lines := f.lines()
	for i, line := range lines {
		switch {
		case whole:
			b = appendLine(b, i+1, 1, line)
		case line != c.lines[i]:
			n, cells := shared(c.lines[i], line, f.w)
			b = appendLine(b, i+1, cells+1, line[n:])
		}
	}
	if len(b) > unchanged {
		b = append(b, ansi.ResetModeSynchronizedOutput...)
	} else {
		b = b[:before]
	}
	c.buf, c.lines, c.w, c.h, c.intact, c.entered = b, lines, f.w, f.h, true, true
	return b
}

// leave answers what to write so that the terminal is as it was before.
func (c *canvas) leave() []byte {
	if !c.entered {
		return nil
	}
	c.intact, c.entered = false, false
	return []byte(resetScreen)
}

// shared is how much of line stands where it should after old: so many bytes, in so
// many cells. It ends in the default style, and where every terminal is in the same
// column.
func shared(old, line string, w int) (n, cells int) {
	for n < len(line) && n < len(old) && line[n] == old[n] {
		n++
	}
	n = strings.LastIndex(line[:n], ansi.ResetStyle) + len(ansi.ResetStyle)
	if n < len(ansi.ResetStyle) || strings.Contains(line[:n], "\x1b]") { // a link may be open
		return 0, 0
	}
	cells = ansi.StringWidth(line[:n])
	if cells >= w || !steady(sincePinned(line[:n])) {
		return 0, 0
	}
	return n, cells
}

// appendLine adds the end of a line in its row, from a column on, both counted from
// 1. The rest of the row is erased before: after a line that reaches the edge the
// cursor stands on its last cell, and terminals that count fewer cells than we do
// would keep the end of the old line.
func appendLine(b []byte, row, column int, line string) []byte {
	b = append(b, "\x1b["...)
	b = strconv.AppendInt(b, int64(row), 10)
	if column > 1 {
		b = append(b, ';')
		b = strconv.AppendInt(b, int64(column), 10)
	}
	b = append(b, 'H')
	b = append(b, ansi.EraseLineRight...)
	b = append(b, line...)
	if i := strings.LastIndexByte(line, ansi.ESC); i >= 0 && !strings.HasPrefix(line[i:], ansi.ResetStyle) {
		b = append(b, ansi.ResetStyle...)
	}
	return b
}
