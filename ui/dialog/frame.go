package dialog

import (
	"cordial/ui/layout"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// sheet collects the lines of a dialog's content, each w cells wide.
type sheet struct {
	t     *theme.Theme
	w, h  int // the room there is
	lines []string
	soft  []int // blank lines that go first when there is no room
	focus int   // the line that must be in sight
}

// row adds one line of cells.
func (s *sheet) row(cells ...widget.Cell) { s.add(widget.Row(s.t, s.w, cells...)) }

// add adds one painted line.
func (s *sheet) add(line string) { s.lines = append(s.lines, line) }

// block adds painted lines.
func (s *sheet) block(lines []string) { s.lines = append(s.lines, lines...) }

// say adds a text as many lines as it takes, indented by its sign.
func (s *sheet) say(role theme.Role, sign, text string) {
	indent := widget.Width(sign)
	for i, line := range widget.Wrap(text, max(1, s.w-indent)) {
		if i > 0 {
			sign = ""
		}
		s.row(widget.Cell{Text: sign, Role: role, Width: indent}, widget.Cell{Text: line, Role: role, Grow: 1})
	}
}

// blank adds an empty line, if there is room for it.
func (s *sheet) blank() {
	s.soft = append(s.soft, len(s.lines))
	s.add("")
}

// rule adds a line across, if there is room for it.
func (s *sheet) rule() {
	s.soft = append(s.soft, len(s.lines))
	s.add(widget.Rule(s.t, s.w, -1, false))
}

// here makes the next line the one that must be in sight.
func (s *sheet) here() { s.focus = len(s.lines) }

// fit is the sheet in h lines: blank lines go first, then what is far from the
// focus.
func (s *sheet) fit(h int) []string {
	for len(s.lines) > h && len(s.soft) > 0 {
		last := len(s.soft) - 1
		at := s.soft[last]
		s.soft = s.soft[:last]
		s.lines = append(s.lines[:at:at], s.lines[at+1:]...)
		if s.focus > at {
			s.focus--
		}
	}
	first := max(0, min(s.focus-h+1, len(s.lines)-h))
	return s.lines[first:]
}

// frame is the outside of a dialog.
type frame struct {
	title, note string
	hints       []widget.Hint
	width       int // cells it would like on a screen with room
	lines       int // lines of content it takes at least, so that it does not jump
}

// draw is the dialog on a screen of w×h cells: a box, or the whole screen when
// that is narrow (screen 3c). content is told the size inside, and may still
// change the frame.
func (f *frame) draw(t *theme.Theme, w, h int, content func(s *sheet)) string {
	if w <= 0 || h <= 0 {
		return ""
	}
	if class := layout.ClassOf(w, h); class == layout.Narrow || class == layout.TooSmall {
		return f.page(t, w, h, content)
	}
	bw, most := layout.DialogSize(w, h, f.width, h)
	inW, inH := widget.Box{}.Inner(bw, most)
	s := &sheet{t: t, w: inW, h: inH}
	content(s)
	box := widget.Box{Title: f.title, Note: f.note, Hints: f.hints, Focus: true}
	bh := min(most, max(len(s.lines), f.lines)+2)
	return box.Draw(t, bw, bh, widget.Lines(s.fit(bh-2), inW, bh-2))
}

// page is the dialog on a screen of its own.
func (f *frame) page(t *theme.Theme, w, h int, content func(s *sheet)) string {
	above, below := 0, 0
	switch {
	case h >= 8:
		above, below = 2, 2
	case h >= 4:
		above, below = 1, 1
	}
	s := &sheet{t: t, w: w, h: h - above - below}
	content(s)
	rule := widget.Rule(t, w, -1, false)
	title := widget.Row(t, w,
		widget.Cell{Text: " " + f.title, Role: theme.Title, Grow: 1, Gap: 1},
		widget.Cell{Text: f.note, Role: theme.Dim, Gap: 1, Drop: 1})
	hints := widget.Hints(t, w, f.hints, "")
	foot := []string{rule, hints}
	return widget.Stack(
		widget.Lines([]string{title, rule}, w, above),
		widget.Lines(s.fit(s.h), w, s.h),
		widget.Lines(foot[len(foot)-below:], w, below))
}
