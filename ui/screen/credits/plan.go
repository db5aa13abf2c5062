package credits

import (
	"fmt"

	"cordial/model"
	"cordial/model/clean"
	"cordial/model/credit"
	"cordial/ui/ask"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// planRows are the rows of the view plan: the seats, the plan of the one shown, and
// every number of its policy with where it comes from.
func (s *Screen) planRows(w int) []row {
	a := s.account
	rows := []row{heading("SEATS", seatsNote(len(s.seats)))}
	for i := range s.seats {
		rows = append(rows, s.seatRow(i))
	}
	rows = append(rows, row{}, heading("PLAN OF "+clean.Line(a.seat.Name), ""),
		a.planRow(), a.priceRow(),
		a.factRow("billed", fmt.Sprintf("on day %d of the month, days of %s", a.BillingDay, a.seat.Zone)))
	if hint := a.Plan.Hint; hint != "" {
		rows = append(rows, paragraph("", hint, theme.Dim, w)...)
	}
	rows = append(rows, row{}, heading("POLICY", "each number, and who says so"))
	for _, line := range a.sheet.Lines {
		rows = append(rows, a.policyRow(line))
	}
	return rows
}

// seatsNote says what can be done to seats.
func seatsNote(n int) string {
	if n == 1 {
		return "one subscription; credits of several never pool"
	}
	return fmt.Sprintf("%d subscriptions; their credits never pool", n)
}

// seatRow is a seat. Enter makes it the active one, or shows one without a plan.
func (s *Screen) seatRow(i int) row {
	seat := s.seats[i]
	l, _, _ := s.world.Book.LedgerNow(seat.ID, s.world.Now)
	state, role := "", theme.Dim
	switch {
	case seat.ID == s.active:
		state, role = "active", theme.Good
	case !l.Active:
		state = "cancelled"
	}
	r := row{key: seat.ID, ask: ask.ActivateSeat{Seat: seat.ID}}
	if seat.ID == s.active || !l.Active {
		r.ask = showSeat{seat: i}
	}
	r.cells = func(t *theme.Theme, w int) []widget.Cell {
		mark := ""
		if i == s.seat {
			mark = t.Glyphs.Bullet
		}
		return []widget.Cell{
			{Text: mark, Role: theme.Accent, Width: 1, Gap: 1},
			{Text: clean.Line(seat.Name), Role: theme.Strong, Width: min(16, w/3), Gap: 1},
			{Text: l.Plan.Name, Width: 12, Grow: 1, Gap: 1, Drop: 1},
			{Text: fmt.Sprintf("%d of %d", l.Balance, l.Policy.Cap), Width: 10, Gap: 1},
			{Text: state, Role: role, Width: 10},
		}
	}
	return r
}

// factRow is a fact that nothing changes.
func (a account) factRow(name, text string) row {
	return row{cells: func(_ *theme.Theme, w int) []widget.Cell { return factCells(name, text, "", w) }}
}

// factCells are a name, what it is, and where that comes from.
func factCells(name, text, source string, w int) []widget.Cell {
	cells := []widget.Cell{
		{Text: name, Role: theme.Dim, Width: min(9, w/4), Gap: 1},
		{Text: text, Grow: 1, Gap: 1},
	}
	if source != "" {
		cells = append(cells, widget.Cell{Text: source, Role: theme.Dim, Gap: 1})
	}
	return cells
}

// planRow is the plan. Enter changes it.
func (a account) planRow() row {
	text := a.Plan.Name
	if !a.Active {
		text += ", cancelled"
	}
	return row{key: "plan", ask: ask.FillPlan{Seat: a.seat.ID}, cells: func(_ *theme.Theme, w int) []widget.Cell {
		return factCells("plan", text, "", w)
	}}
}

// priceRow is what the seat costs. Enter changes it.
func (a account) priceRow() row {
	text, source := "not known: say it, and a reply has a price", ""
	if a.price.Hundredths > 0 {
		text, source = a.price.String()+" a month", "yours"
	}
	return row{key: "price", ask: ask.FillPrice{Seat: a.seat.ID}, cells: func(_ *theme.Theme, w int) []widget.Cell {
		return factCells("price", text, source, w)
	}}
}

// policyRow is one number or choice. Enter changes it.
func (a account) policyRow(line model.PolicyLine) row {
	request := ask.FillPolicy{Seat: a.seat.ID, Field: line.Field}
	return row{key: line.Field, ask: request, story: func() story { return policyStory(line) }, cells: func(_ *theme.Theme, w int) []widget.Cell {
		name, value := line.Field.Name(), line.Value
		role, basis := theme.Dim, line.Basis
		if line.Value != line.Default {
			role, basis = theme.Accent, "the plan's: "+line.Default
		}
		cells := []widget.Cell{
			{Text: name, Width: 26, Gap: 1},
			{Text: value, Role: theme.Strong, Width: 8, Gap: 1},
			{Text: line.Source.Words(), Role: role, Width: 8, Gap: 1, Drop: 1},
		}
		if w >= sheetWidth || line.Value != line.Default {
			cells = append(cells, widget.Cell{Text: basis, Role: theme.Dim, Grow: 1, Drop: 2})
		}
		return cells
	}}
}

// sheetWidth is from how many cells on the sheet has room for who says so.
const sheetWidth = 76

// drawPlan is the view plan; where a line has no room for who says so, it is said
// below for the line under the cursor.
func (s *Screen) drawPlan(t *theme.Theme, w, h int) string {
	r, ok := s.plan.current().ask.(ask.FillPolicy)
	if !ok || h < len(s.plan.all)+3 {
		return s.plan.draw(t, w, h, true)
	}
	rows := len(s.plan.all) + 1
	lines := []string{}
	for _, line := range s.account.sheet.Lines {
		if line.Field != r.Field {
			continue
		}
		lines = append(lines, wrapped(t, theme.Dim, line.Source.Words()+": "+line.Basis, w)...)
	}
	return widget.Stack(s.plan.draw(t, w, rows, true), widget.Lines(lines, w, h-rows))
}

// policyStory is a number or choice in full.
func policyStory(line model.PolicyLine) story {
	st := story{title: line.Field.Name()}
	st.add("Now", line.Value+", "+line.Source.Words())
	st.add("Plan's", line.Default)
	st.add("Who says", line.Basis)
	return st
}

// showSeat shows a seat without making it the active one.
type showSeat struct {
	ask.Close
	seat int
}

// ruleWords says a refund rule in a sentence.
func ruleWords(r credit.RefundRule) string {
	if r == credit.RefundOnNoReply {
		return "a credit comes back when there is no answer in time"
	}
	return "a credit comes back when there is an answer in time"
}
