package credits

import (
	"fmt"

	"cordial/ui/theme"
	"cordial/ui/widget"
)

// latelyRows are the last days in numbers and as a line of their balances.
func (a account) latelyRows(w int) []row {
	l := a.lately
	rate := ""
	if l.Sent > 0 {
		rate = " (" + percent(l.ReplyRate()) + ")"
	}
	numbers := fmt.Sprintf("%d sent   %d answered%s", l.Sent, l.Answered, rate)
	for _, p := range some([]part{{"refunded", l.Refunded}, {"expired", l.Expired}, {"pushed out", l.Evicted}}) {
		if more := fmt.Sprintf("   %d %s", p.n, p.name); len(numbers)+len(more) < w-1 {
			numbers += more
		}
	}
	spark := row{cells: func(t *theme.Theme, w int) []widget.Cell {
		from := a.day(a.On.Add(1 - len(a.past)))
		width := max(1, min(len(a.past), w-widget.Width(from)-17))
		return []widget.Cell{
			{Text: "balance", Role: theme.Dim, Gap: 1},
			{Text: from, Role: theme.Dim, Gap: 1},
			{Text: sparkline(t, a.past, max(a.Policy.Cap, 1), width), Role: theme.MeterFull, Gap: 1},
			{Text: "today", Role: theme.Dim},
		}
	}}
	return []row{heading(fmt.Sprintf("LAST %d DAYS", l.Days), "your pace: "+l.Pace().String()), said(numbers, theme.Text), spark}
}
