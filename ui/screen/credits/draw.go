package credits

import (
	"fmt"
	"strings"

	"cordial/keymap"
	"cordial/model/clean"
	"cordial/model/credit"
	"cordial/ui/keyhint"
	"cordial/ui/layout"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// Draw is the whole screen in w×h cells. The toast is one finished line, or
// empty.
func (s *Screen) Draw(t *theme.Theme, w, h int, toast string) string {
	f := layout.PageFrame(w, h, layout.PageOpen{SidePercent: 50, Toast: toast != ""})
	if f.Class == layout.TooSmall {
		text := fmt.Sprintf("Window too small: %d×%d is the least", layout.MinWidth, layout.MinHeight)
		return widget.Exact(t.Paint(theme.Dim, text), w, h)
	}
	tee := -1
	if !f.Side.Empty() && len(s.seats) > 0 {
		tee = f.Divider.X
	}
	body := s.body(t, f, w)
	if s.open {
		body = s.overlay(t, body, w, f.Main.H)
	}
	foot := toast
	if !f.Foot.Empty() {
		foot = widget.Stack(widget.Rule(t, w, tee, false), widget.Exact(toast, w, f.Toast.H))
	}
	return widget.Stack(s.header(t, f), widget.Rule(t, w, tee, true), body, foot, s.hints(t, f.Hints.W))
}

// header is the first line: where we are, the views if they are shown one at a
// time, and the plan.
func (s *Screen) header(t *theme.Theme, f layout.Page) string {
	if len(s.seats) == 0 {
		return widget.Fit(" "+t.Paint(theme.Title, "Credits"), f.Header.W)
	}
	title := "Credits"
	if f.Class == layout.Narrow {
		title = fmt.Sprintf("Credits %d/%d", s.account.Balance, s.account.Policy.Cap)
	}
	name := ""
	if len(s.seats) > 1 {
		name = fmt.Sprintf("%s (%d/%d)", clean.Line(s.account.seat.Name), s.seat+1, len(s.seats))
	}
	cells := []widget.Cell{
		{Width: 1},
		{Text: title, Role: theme.Title, Gap: 2},
		{Text: name, Role: theme.Strong, Width: min(24, widget.Width(name)), Gap: 2, Drop: 1},
	}
	if name == "" {
		cells = cells[:2]
	}
	if f.Side.Empty() {
		cells = append(cells, widget.Cell{Text: s.tabs(t), Gap: 2})
	}
	return widget.Row(t, f.Header.W, append(cells,
		widget.Cell{Grow: 1, Width: 1}, widget.Cell{Text: s.account.plan(), Role: theme.Dim, Gap: 1, Drop: 2})...)
}

// tabs names the two views, the one shown in brackets.
func (s *Screen) tabs(t *theme.Theme) string {
	if s.view == lots {
		return t.Paint(theme.TabActive, "[Lots]") + " " + t.Paint(theme.Tab, "Ledger")
	}
	return t.Paint(theme.Tab, "Lots") + " " + t.Paint(theme.TabActive, "[Ledger]")
}

// body is the two views beside each other, or the one that has the keys.
func (s *Screen) body(t *theme.Theme, f layout.Page, w int) string {
	switch {
	case len(s.seats) == 0:
		return s.empty(t, w, f.Main.H)
	case !f.Side.Empty():
		return widget.Columns(t, s.drawLots(t, f.Main.W, f.Main.H), f.Main.W, s.drawLines(t, f.Side.W, f.Side.H, true), f.Side.W, f.Main.H)
	case s.view == lots:
		return s.drawLots(t, f.Main.W, f.Main.H)
	}
	return s.drawLines(t, f.Main.W, f.Main.H, false)
}

// empty says what to do without a seat.
func (s *Screen) empty(t *theme.Theme, w, h int) string {
	lines := []string{"", t.Paint(theme.Strong, "  No seat is open yet.")}
	words := "A seat is a LinkedIn subscription with InMail credits. Open one: say which plan you pay for and what " +
		"LinkedIn shows today. From then on the credits are counted here, with what expires and what comes back."
	lines = append(lines, "")
	for _, line := range widget.Wrap(words, max(1, min(76, w-4))) {
		lines = append(lines, "  "+line)
	}
	if key := keyhint.New(s.world.Keys, s.Scope(), t).Key(keymap.Open); key != "" {
		lines = append(lines, "", "  "+t.Paint(theme.Key, key)+"  open a seat")
	}
	return widget.Lines(lines, w, h)
}

// drawLots is the view lots.
func (s *Screen) drawLots(t *theme.Theme, w, h int) string {
	s.lots = s.lots.Resize(len(s.rows), h)
	if !s.reached() {
		s.lots = s.lots.Top()
	}
	s.settle(0)
	return s.lots.Draw(w, h, 1, func(i int, cursor bool) string {
		return s.rows[i].draw(t, w, cursor && s.view == lots)
	})
}

// reached tells whether the cursor is past the first line that it can be on; as
// long as it is not, what stands above that line is shown.
func (s *Screen) reached() bool {
	for i, r := range s.rows {
		if len(r.details.facts) > 0 {
			return s.lots.Cursor > i
		}
	}
	return false
}

// drawLines is the statement, newest first, under its heading where the header
// does not name it.
func (s *Screen) drawLines(t *theme.Theme, w, h int, titled bool) string {
	head := ""
	if titled {
		head = heading("LEDGER", fmt.Sprintf("%d lines, newest first", len(s.account.Entries))).draw(t, w, false)
		h--
	}
	s.lines = s.lines.Resize(len(s.account.Entries), h)
	dayW := s.dayWidth(h)
	return widget.Stack(head, s.lines.Draw(w, h, 1, func(i int, cursor bool) string {
		return s.line(t, w, dayW, s.account.newest(i), cursor && s.view == statement)
	}))
}

// dayWidth is the width of the days on screen.
func (s *Screen) dayWidth(h int) int {
	widest := 6
	first, last := s.lines.Window()
	for i := first; i < min(last, first+h); i++ {
		widest = max(widest, widget.Width(s.account.day(s.account.newest(i).Day)))
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

// overlay is the line under the cursor in full, in front of the views.
func (s *Screen) overlay(t *theme.Theme, body string, w, h int) string {
	d := s.details()
	boxW := min(w, 74)
	box := widget.Box{Title: d.title, Focus: true}
	inW, _ := box.Inner(boxW, h)
	var lines []string
	for _, fact := range d.facts {
		for i, line := range widget.Wrap(fact[1], max(1, inW-12)) {
			name := fact[0]
			if i > 0 {
				name = ""
			}
			lines = append(lines, widget.Row(t, inW,
				widget.Cell{Text: name, Role: theme.Dim, Width: 11, Gap: 1}, widget.Cell{Text: line, Grow: 1}))
		}
	}
	return widget.Dialog(t, body, w, h, box, boxW, len(lines)+2, strings.Join(lines, "\n"))
}

// hints is the last line.
func (s *Screen) hints(t *theme.Theme, w int) string {
	kw := keyhint.New(s.world.Keys, s.Scope(), t)
	back := keyhint.Keep(kw.Hint(keymap.Back, "back"))
	switch {
	case len(s.seats) == 0:
		return widget.Hints(t, w, keyhint.There(kw.Hint(keymap.Open, "open a seat"), back, kw.Hint(keymap.ShowHelp, "help")), "")
	case s.open && s.details().person != 0:
		return widget.Hints(t, w, keyhint.There(kw.Pair(keymap.Down, keymap.Up, "next/previous"), kw.Hint(keymap.Open, "conversation"), back), "")
	case s.open:
		return widget.Hints(t, w, keyhint.There(kw.Pair(keymap.Down, keymap.Up, "next/previous"), back), "")
	}
	next := "ledger"
	if s.view == statement {
		next = "lots"
		if len(s.seats) > 1 {
			next = "next seat"
		}
	}
	tail := ""
	if s.view == statement {
		tail = fmt.Sprintf("%d/%d", min(s.lines.Cursor+1, s.lines.Total), s.lines.Total)
	}
	return widget.Hints(t, w, keyhint.There(
		kw.Hint(keymap.Open, "details"), kw.Hint(keymap.NextTab, next), back, kw.Pair(keymap.Down, keymap.Up, "move"),
		kw.Hint(keymap.ShowHelp, "help")), tail)
}
