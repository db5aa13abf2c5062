package widget

import (
	"strings"

	"cordial/ui/theme"
)

// Box is a frame with a title in its upper and key hints in its lower border:
//
//	╭─ New InMail ───────────────╮
//	│ content                    │
//	╰─ ctrl+s copy · esc keep ───╯
type Box struct {
	Title string
	Note  string // at the right end of the upper border, such as "4 of 61"
	Hints []Hint // dropped from the right until they fit
	Focus bool   // the frame that has the keyboard
}

// Inner is the size of the content inside a box of w×h cells: a border and one
// blank on either side, a border above and below. Never negative.
func (b Box) Inner(w, h int) (int, int) { return max(0, w-4), max(0, h-2) }

// Draw puts content in a frame of w×h cells. Too small for a frame (under 5×3)
// it is the content alone.
func (b Box) Draw(t *theme.Theme, w, h int, content string) string {
	if w < 5 || h < 3 {
		return Exact(content, w, h)
	}
	role := theme.Border
	if b.Focus {
		role = theme.Focus
	}
	g := t.Glyphs
	inW, inH := b.Inner(w, h)
	side := t.Paint(role, g.Vertical)
	lines := make([]string, 0, h)
	lines = append(lines, b.top(t, role, w))
	for line := range strings.SplitSeq(Exact(content, inW, inH), "\n") {
		lines = append(lines, side+" "+line+" "+side)
	}
	lines = append(lines, b.bottom(t, role, w))
	return Lines(lines, w, h)
}

func (b Box) top(t *theme.Theme, role theme.Role, w int) string {
	g := t.Glyphs
	room := w - 6 // corners, a dash and a blank on either side
	title, used := clip(b.Title, room, g.Ellipsis)
	note, noteUsed := "", 0
	if n := Width(b.Note); n > 0 && used+n+4 <= room {
		note, noteUsed = clip(b.Note, room-used-4, g.Ellipsis)
	}
	head := borderText(t, theme.Title, title, used)
	tail := borderText(t, theme.Dim, note, noteUsed)
	fill := w - 4 - padded(used) - padded(noteUsed)
	return t.Paint(role, g.TopLeft+g.Horizontal) + head +
		t.Paint(role, strings.Repeat(g.Horizontal, fill)) + tail +
		t.Paint(role, g.Horizontal+g.TopRight)
}

func (b Box) bottom(t *theme.Theme, role theme.Role, w int) string {
	g := t.Glyphs
	hints, used := fitHints(t, w-6, b.Hints, " "+g.Sep+" ")
	fill := w - 4 - padded(used)
	return t.Paint(role, g.BottomLeft+g.Horizontal) + borderText(t, theme.Text, hints, used) +
		t.Paint(role, strings.Repeat(g.Horizontal, fill)+g.Horizontal+g.BottomRight)
}

// Panel is content under a rule that carries a title, h lines in all: what
// slides over the bottom of the screen.
//
//	─ g … go to ──────────────────
//	 i inbox     1-9 tab
func Panel(t *theme.Theme, w, h int, title, content string) string {
	if w <= 0 || h <= 0 {
		return ""
	}
	g := t.Glyphs
	text, used := clip(title, w-4, g.Ellipsis)
	rule := t.Paint(theme.Border, g.Horizontal) + borderText(t, theme.Title, text, used) +
		t.Paint(theme.Border, strings.Repeat(g.Horizontal, max(0, w-1-padded(used))))
	return Stack(exact(rule, w), Exact(content, w, h-1))
}

// borderText is a text with a blank on either side, or nothing if it is empty.
func borderText(t *theme.Theme, role theme.Role, s string, used int) string {
	if used == 0 {
		return ""
	}
	return " " + t.Paint(role, s) + " "
}

func padded(used int) int {
	if used == 0 {
		return 0
	}
	return used + 2
}

// Dialog is a focused Box of at most w×h cells, centred over base, which
// recedes behind it. base has baseW×baseH cells; a dialog that would not fit
// covers what there is.
func Dialog(t *theme.Theme, base string, baseW, baseH int, b Box, w, h int, content string) string {
	b.Focus = true
	w, h = min(w, baseW), min(h, baseH)
	return OverlayCenter(Recede(t, base), b.Draw(t, w, h, content), baseW, baseH)
}
