package credits

import (
	"fmt"

	"cordial/model/clean"
	"cordial/model/credit"
	"cordial/model/day"
	"cordial/ui/ask"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// lotRows are the rows of the view lots in w cells: from the balance to the totals.
// whom is how many Hot Leads have no InMail yet.
func (a account) lotRows(w int, whom int) []row {
	parts := [][]row{
		append(a.warnings(w), a.balanceRow()),
		a.loseRows(w, whom), a.pool(w), a.openRows(), a.latelyRows(w), a.totals(),
	}
	var rows []row
	for i, part := range parts {
		if i > 0 && len(part) > 1 && w >= narrow {
			rows = append(rows, row{})
		}
		rows = append(rows, part...)
	}
	return rows
}

// pool is the lots, what they add up to, and what comes next.
func (a account) pool(w int) []row {
	rows := []row{lotHeading(w)}
	at := a.atRisk()
	for i, lot := range a.lots {
		rows = append(rows, a.lotRow(lot, at[i]))
	}
	if len(a.lots) == 0 {
		rows = append(rows, said("No credits are left.", theme.Dim))
	} else if w >= narrow {
		rows = append(rows, a.sumRow())
	}
	if a.grant != nil {
		rows = append(rows, a.grantRow())
	}
	return append(rows, a.dipRows(w)...)
}

// warnings say what the figures below must not hide.
func (a account) warnings(w int) []row {
	var rows []row
	if a.behind {
		rows = append(rows, paragraph("! ", "The clock is behind the journal: shown as of "+full(a.On)+".", theme.Due, w)...)
	}
	if a.Overdrawn > 0 {
		warned := paragraph("! ", fmt.Sprintf("%d sent without a credit, so the count is off: say what LinkedIn shows.", a.Overdrawn), theme.Due, w)
		warned[0].ask = ask.FillReconcile{Seat: a.seat.ID}
		rows = append(rows, warned...)
	}
	return rows
}

// balanceRow is the balance and the meter. Enter asks why.
func (a account) balanceRow() row {
	next := ""
	switch {
	case a.risk.Total() > 0:
		next = fmt.Sprintf("%d soon lost", a.risk.Total())
	case a.grant != nil:
		next = fmt.Sprintf("+%d on %s", a.grant.Amount, a.day(a.grant.On))
	}
	return row{key: "balance", ask: ask.ShowWhy{Seat: a.seat.ID}, cells: func(t *theme.Theme, w int) []widget.Cell {
		role := theme.Dim
		if a.risk.Total() > 0 {
			role = theme.Due
		}
		m := widget.Meter{Have: a.Balance, Cap: a.Policy.Cap, Risk: min(a.risk.Total(), a.Balance)}
		figure := fmt.Sprintf("%d of %d", a.Balance, a.Policy.Cap)
		meter := max(0, min(30, w-widget.Width(figure)-widget.Width(next)-5))
		return []widget.Cell{
			{Text: figure, Role: theme.Strong, Gap: 2},
			{Text: m.Draw(t, meter), Width: max(1, meter), Gap: 2, Drop: 2},
			{Text: next, Role: role, Grow: 1, Drop: 1},
		}
	}}
}

// lotHeading is the title of the lots and of their columns.
func lotHeading(w int) row {
	if w < narrow {
		return heading("LOTS BY EXPIRY", "first used first")
	}
	return row{cells: func(_ *theme.Theme, w int) []widget.Cell {
		return lotCells(
			widget.Cell{Text: "LOTS BY EXPIRY", Role: theme.Title, Width: 10 + meterWidth, Gap: 1}, widget.Cell{},
			widget.Cell{Text: "expires", Role: theme.Dim}, widget.Cell{}, widget.Cell{},
			widget.Cell{Text: "from", Role: theme.Dim})
	}}
}

// lotCells lines up what is said of lots and of the next grant: the number, the
// meter, the day, how far that is, a warning, and where from.
func lotCells(number, meter, on, far, warn, from widget.Cell) []widget.Cell {
	on.Width, on.Gap = 11, 1
	far.Width, far.Gap, far.Role = 10, 1, theme.Dim
	warn.Width, warn.Gap, warn.Role = 3, 1, theme.Due
	from.Width, from.Grow, from.Drop = 11, 1, 1
	if number.Width > 0 { // a heading, over number and meter
		return []widget.Cell{number, on, far, warn, from}
	}
	number.Width, number.Gap = 9, 1
	meter.Width, meter.Gap, meter.Drop = meterWidth, 1, 2
	return []widget.Cell{number, meter, on, far, warn, from}
}

// meterWidth is the width of the meter of a lot.
const meterWidth = 7

// fraction is "46/50" with the stroke in its column.
func fraction(left, born int) string { return fmt.Sprintf("%5d/%d", left, born) }

// lotRow is a lot: how much is left of it, until when, and where it is from.
func (a account) lotRow(lot credit.Lot, risk int) row {
	expires, far := "no expiry", ""
	if lot.Expires != day.Never {
		expires, far = a.day(lot.Expires), in(lot.Expires.Sub(a.On))
	}
	story := func() story { return a.lotStory(lot) }
	return row{key: lot.Origin, story: story, cells: func(t *theme.Theme, w int) []widget.Cell {
		warn := ""
		if risk > 0 {
			warn = t.Glyphs.Warn + fmt.Sprint(risk)
		}
		born := a.born[lot.Origin]
		return lotCells(
			widget.Cell{Text: fraction(lot.Left, born), Role: theme.Strong},
			widget.Cell{Text: widget.Meter{Have: lot.Left, Cap: born, Risk: risk}.Draw(t, meterWidth)},
			widget.Cell{Text: expires}, widget.Cell{Text: far}, widget.Cell{Text: warn},
			widget.Cell{Text: lotWords(lot.Kind) + " " + a.day(lot.Born), Role: theme.Dim})
	}}
}

// sumRow adds the lots up to the balance.
func (a account) sumRow() row {
	what := "in " + counted(len(a.lots), "lot")
	if a.Policy.Cap > 0 {
		what += fmt.Sprintf("; a grant fills up to %d", a.Policy.Cap)
	}
	return row{cells: func(*theme.Theme, int) []widget.Cell {
		return []widget.Cell{
			{Text: widget.FitRight(fmt.Sprintf("= %d", a.Balance), 5), Role: theme.Strong, Width: 9, Gap: 1},
			{Text: what, Role: theme.Dim, Grow: 1},
		}
	}}
}

// grantRow is the next grant and what it pushes out.
func (a account) grantRow() row {
	g := a.grant
	return row{key: "grant", story: a.grantStory, cells: func(*theme.Theme, int) []widget.Cell {
		what, role := "granted", theme.Dim
		if g.Evicts > 0 {
			what, role = fmt.Sprintf("pushes out %d", g.Evicts), theme.Due
		}
		return lotCells(
			widget.Cell{Text: widget.FitRight(fmt.Sprintf("+%d", g.Amount), 5), Role: theme.Good}, widget.Cell{},
			widget.Cell{Text: a.day(g.On)}, widget.Cell{Text: in(g.On.Sub(a.On))}, widget.Cell{},
			widget.Cell{Text: what, Role: role})
	}}
}

// openRows are the InMails that wait for an answer.
func (a account) openRows() []row {
	silent := 0
	for _, m := range a.open {
		if a.Silent(m.ID) {
			silent++
		}
	}
	note := ""
	switch {
	case silent == 0:
		note = "the credit comes back with an answer"
	case silent == len(a.open):
		note = "the credit comes back without an answer"
	}
	rows := []row{heading("OPEN InMails", note)}
	for _, m := range a.open {
		rows = append(rows, a.inmailRow(m))
	}
	if len(a.open) == 0 {
		rows = append(rows, said("None waits for an answer.", theme.Dim))
	}
	return rows
}

// inmailRow is an InMail that waits for its answer. Enter goes to the person.
func (a account) inmailRow(m credit.InMail) row {
	person := a.book.PersonKey(m.Contact)
	story := func() story { return a.inmailStory(m) }
	return row{key: m.ID, story: story, ask: ask.GoToPerson{Key: person}, cells: func(_ *theme.Theme, w int) []widget.Cell {
		until, role, drop := a.refundWords(m), theme.Dim, 0
		if a.wrote[m.ID] {
			until, role, drop = "has written since", theme.Due, 3
		}
		return []widget.Cell{
			{Text: a.name(m.Contact), Width: min(14, w/3), Grow: 1, Gap: 1},
			{Text: a.day(m.SentOn), Role: theme.Dim, Width: 11, Gap: 1, Drop: 2},
			{Text: a.dayN(m), Width: 13, Gap: 1, Drop: drop},
			{Text: until, Role: role, Width: 24, Drop: 1},
		}
	}}
}

// dayN is "day 12 of 90".
func (a account) dayN(m credit.InMail) string {
	return fmt.Sprintf("day %d of %d", m.DayN(a.On), m.RefundUntil.Sub(m.SentOn))
}

// refundWords says until when the credit of an open InMail can come back.
func (a account) refundWords(m credit.InMail) string {
	if m.Refund != credit.RefundPossible {
		return "no refund: plan ended"
	}
	if a.Policy.RefundRule == credit.RefundOnNoReply {
		return "back on " + a.day(m.RefundUntil.Add(1)) + " if silent"
	}
	return "refund until " + a.day(m.RefundUntil)
}

// why is the reason of a line of the statement, and the person it is about.
func (a account) why(e credit.Entry) string {
	switch {
	case e.Contact == "":
		return clean.Line(e.Reason)
	case e.Kind == credit.EntryDebited:
		return a.name(e.Contact)
	}
	return a.name(e.Contact) + ": " + clean.Line(e.Reason)
}
