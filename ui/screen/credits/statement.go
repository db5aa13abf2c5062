package credits

import (
	"fmt"

	"cordial/model/credit"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// drawStatement is the statement, newest first, under its heading where the header
// does not name it. Only the lines on screen are looked at.
func (s *Screen) drawStatement(t *theme.Theme, w, h int, titled bool) string {
	head := ""
	if titled && h > 0 {
		head = heading("LEDGER", s.account.sum()).draw(t, w, false)
		h--
	}
	s.lines = s.lines.Resize(len(s.account.Entries), h)
	dayW := s.dayWidth()
	return widget.Stack(head, s.lines.Draw(w, h, 1, func(i int, cursor bool) string {
		return s.line(t, w, dayW, s.account.Entries[s.account.newest(i)], cursor && s.view == statement)
	}))
}

// sum is the statement in one line that adds up.
func (a account) sum() string {
	came, went := a.moved()
	return fmt.Sprintf("%d came - %d went = %d left", came, went, a.Balance)
}

// dayWidth is the width of the days on screen.
func (s *Screen) dayWidth() int {
	widest := 6
	first, last := s.lines.Window()
	for i := first; i < last; i++ {
		widest = max(widest, widget.Width(s.account.day(s.account.Entries[s.account.newest(i)].Day)))
	}
	return widest
}

// line is one line of the statement: when, how many, what, why, and the balance.
func (s *Screen) line(t *theme.Theme, w, dayW int, e credit.Entry, cursor bool) string {
	bar := ""
	if cursor {
		bar, t = t.Glyphs.Cursor, t.Selected()
	}
	role := theme.Text
	switch {
	case e.Amount > 0:
		role = theme.Good
	case e.Kind != credit.EntryDebited:
		role = theme.Due
	}
	kind, why := kindWords(e.Kind), s.account.why(e)
	if w < narrow {
		kind, why = "", kind
		if e.Contact != "" {
			why += " " + s.account.name(e.Contact)
		}
	}
	cells := []widget.Cell{
		{Text: bar, Role: theme.Accent, Width: 1},
		{Text: s.account.day(e.Day), Role: theme.Dim, Width: dayW, Gap: 1, Right: true},
		{Text: signed(e.Amount), Role: role, Width: 4, Gap: 1, Right: true},
	}
	if kind != "" {
		cells = append(cells, widget.Cell{Text: kind, Width: 10, Gap: 1})
	}
	return widget.Row(t, w, append(cells, widget.Cell{Text: why, Grow: 1, Gap: 1},
		widget.Cell{Text: fmt.Sprint(e.Balance), Role: theme.Strong, Width: 4, Right: true, Gap: 1})...)
}
