package credits

import (
	"fmt"

	"cordial/model/credit"
	"cordial/model/day"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// narrow is the width under which a line says only what matters most.
const narrow = 48

// row is one line of the view lots. One without facts is passed over by the
// cursor.
type row struct {
	details details
	cells   func(t *theme.Theme, w int) []widget.Cell
}

// draw is the row in w cells.
func (r row) draw(t *theme.Theme, w int, cursor bool) string {
	bar := ""
	if cursor {
		bar, t = t.Glyphs.Cursor, t.Selected()
	}
	if r.cells == nil {
		return widget.Fit("", w)
	}
	cells := []widget.Cell{{Text: bar, Role: theme.Accent, Width: 1}}
	return widget.Row(t, w, append(cells, r.cells(t, w-1)...)...)
}

// rows are the lines of the view lots, from the balance to the totals.
func (a account) rows() []row {
	rows := a.warnings()
	rows = append(rows, a.balanceRow(), row{}, heading("LOTS BY EXPIRY", "the first is used first"))
	for _, lot := range a.MergedLots() {
		rows = append(rows, a.lotRow(lot))
	}
	if len(a.Lots) == 0 {
		rows = append(rows, said("No credits are left.", theme.Dim))
	}
	if a.grant != nil {
		rows = append(rows, a.grantRow())
	}
	rows = append(rows, row{}, a.openHeading())
	open := a.OpenInMails()
	for _, m := range open {
		rows = append(rows, a.inmailRow(m))
	}
	if len(open) == 0 {
		rows = append(rows, said("None waits for an answer.", theme.Dim))
	}
	return append(rows, a.totals()...)
}

// said is a line of words.
func said(text string, role theme.Role) row {
	return row{cells: func(*theme.Theme, int) []widget.Cell {
		return []widget.Cell{{Text: text, Role: role, Grow: 1}}
	}}
}

// heading is the title of a part, with a word on how to read it.
func heading(title, note string) row {
	return row{cells: func(*theme.Theme, int) []widget.Cell {
		return []widget.Cell{{Text: title, Role: theme.Title, Gap: 2}, {Text: note, Role: theme.Dim, Drop: 1}}
	}}
}

// warnings say what the figures below must not hide.
func (a account) warnings() []row {
	var rows []row
	if a.behind {
		rows = append(rows, said("! The clock is behind the journal: shown as of "+full(a.On)+".", theme.Due))
	}
	if a.Overdrawn > 0 {
		rows = append(rows,
			said(fmt.Sprintf("! %d sent without credit: the count is wrong by as many.", a.Overdrawn), theme.Due),
			said("  Say what LinkedIn shows: cordial seat reconcile", theme.Dim))
	}
	return rows
}

// balanceRow is the balance and the meter.
func (a account) balanceRow() row {
	use, lose := "", ""
	if x, ok := a.NextExpiry(); ok && x.On.Sub(a.On) <= soon {
		use, lose = fmt.Sprintf("use %d by %s", x.Amount, a.day(x.On.Add(-1))), " or lose "+it(x.Amount)
	}
	return row{cells: func(t *theme.Theme, w int) []widget.Cell {
		use := use
		if w >= narrow {
			use += lose
		}
		m := widget.Meter{Have: a.Balance, Cap: a.Policy.Cap, Risk: a.risk}
		meter := max(0, min(30, w-20-widget.Width(use)))
		return []widget.Cell{
			{Text: fmt.Sprintf("%d of %d", a.Balance, a.Policy.Cap), Role: theme.Strong, Gap: 2},
			{Text: m.Draw(t, meter), Width: max(1, meter), Gap: 2, Drop: 2},
			{Text: use, Role: theme.Due, Grow: 1, Drop: 1},
		}
	}}
}

func it(n int) string {
	if n == 1 {
		return "it"
	}
	return "them"
}

// lotRow is a lot: what it is, how much is left, and for how long.
func (a account) lotRow(lot credit.Lot) row {
	expires, left, short := "no expiry", "", ""
	if n := lot.Expires.Sub(a.On); lot.Expires != day.Never {
		expires, left, short = "expires "+a.day(lot.Expires), days(n), fmt.Sprintf("%dd", n)
	}
	risk := a.expiresSoon(lot.Origin)
	return row{details: a.lotDetails(lot), cells: func(t *theme.Theme, w int) []widget.Cell {
		m := widget.Meter{Have: lot.Left, Cap: a.born[lot.Origin]}
		warn := ""
		if risk {
			m.Risk = lot.Left
			warn = t.Glyphs.Warn
			if w >= 70 {
				warn += " use or lose"
			}
		}
		leftW := 11
		if w < narrow {
			left, leftW = short, 5
		}
		cells := []widget.Cell{
			{Text: fmt.Sprintf("%d/%d", lot.Left, a.born[lot.Origin]), Width: 7, Gap: 1, Right: true, Role: theme.Strong},
			{Text: expires, Width: 19, Gap: 1},
			{Text: left, Role: theme.Dim, Width: leftW, Gap: 1, Drop: 1},
			{Text: m.Draw(t, 10), Width: 10, Gap: 1, Drop: 3},
		}
		if warn != "" {
			cells = append(cells, widget.Cell{Text: warn, Role: theme.Due, Gap: 1})
		}
		if w >= 70 {
			cells = append(cells, widget.Cell{Text: lotWords(lot.Kind) + " of " + a.day(lot.Born), Role: theme.Dim, Grow: 1})
		}
		return cells
	}}
}

// grantRow is the next grant and what it pushes out.
func (a account) grantRow() row {
	g := a.grant
	what, short, role := days(g.On.Sub(a.On)), fmt.Sprintf("%dd", g.On.Sub(a.On)), theme.Dim
	if g.Evicts > 0 {
		what, short, role = fmt.Sprintf("pushes out %d: use %s first", g.Evicts, it(g.Evicts)), fmt.Sprintf("loses %d", g.Evicts), theme.Due
	}
	return row{details: a.grantDetails(), cells: func(_ *theme.Theme, w int) []widget.Cell {
		what := what
		if w < narrow {
			what = short
		}
		return []widget.Cell{
			{Text: fmt.Sprintf("+%d", g.Amount), Width: 7, Gap: 1, Right: true, Role: theme.Good},
			{Text: "granted " + a.day(g.On), Width: 19, Gap: 1},
			{Text: what, Role: role, Grow: 1},
		}
	}}
}

// openHeading says what an answer, or its absence, brings.
func (a account) openHeading() row {
	if a.Policy.RefundRule == credit.RefundOnNoReply {
		return heading("OPEN InMails", "the credit comes back without an answer")
	}
	return heading("OPEN InMails", "the credit comes back with an answer")
}

// inmailRow is an InMail that waits for its answer.
func (a account) inmailRow(m credit.InMail) row {
	return row{details: a.inmailDetails(m), cells: func(_ *theme.Theme, w int) []widget.Cell {
		sent := a.day(m.SentOn)
		return []widget.Cell{
			{Text: a.name(m.Contact), Width: min(14, w/2), Grow: 1, Gap: 1},
			{Text: sent, Role: theme.Dim, Width: 11, Gap: 1, Drop: 2},
			{Text: a.dayN(m), Width: 13, Gap: 1},
			{Text: a.refundWords(m), Role: theme.Dim, Width: 24, Drop: 1},
		}
	}}
}
