package credits

import (
	"fmt"
	"slices"
	"strings"

	"cordial/model/day"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// part is one number of a sum.
type part struct {
	name string
	n    int
}

// totals is the whole life of the seat in two columns that add up to the same
// (ledger rule 17). What is 0 is shown only in full.
func (a account) totals() []row {
	t := a.Totals
	came := []part{{"opening", t.Opening}, {"granted", t.Granted}, {"refunded", t.Refunded}, {"adjusted", t.AdjustedIn}, {"overdrawn", t.Overdrawn}}
	went := []part{{"in hand", a.Balance}, {"sent", t.Debited}, {"expired", t.Expired}, {"pushed out", t.Evicted}, {"forfeited", t.Forfeited}, {"adjusted", t.AdjustedOut}}
	rows := []row{heading("TOTALS", "what came, and where it is")}
	left, right := some(came), some(went)
	for i := range max(len(left), len(right)) {
		rows = append(rows, row{cells: func(*theme.Theme, int) []widget.Cell {
			return columns(at(left, i), at(right, i), theme.Text)
		}})
	}
	rows = append(rows, row{cells: func(t *theme.Theme, _ int) []widget.Cell {
		line := strings.Repeat(t.Glyphs.Horizontal, sumWidth)
		return []widget.Cell{{Text: line, Role: theme.Border, Gap: 1}, {Text: line, Role: theme.Border}}
	}})
	return append(rows, row{key: "totals", story: a.totalsStory, cells: func(*theme.Theme, int) []widget.Cell {
		return columns(part{"came", total(came)}, part{"accounted for", total(went)}, theme.Strong)
	}})
}

// totalsStory says that the columns agree, and what they leave out.
func (a account) totalsStory() story {
	t := a.Totals
	st := story{title: "Totals"}
	st.tell(a.Account(day.Min).Equation() + ".")
	came, went := a.moved()
	st.tell(fmt.Sprintf("%d came = %d went + %d in hand: every credit is accounted for.", came, went, a.Balance))
	if t.RefundForfeited > 0 {
		st.tell(counted(t.RefundForfeited, "refund") + " did not come: the pool was full, or the plan had ended.")
	}
	return st
}

// moved counts the credits that ever came and ever went.
func (a account) moved() (came, went int) {
	t := a.Totals
	return t.Opening + t.Granted + t.Refunded + t.AdjustedIn + t.Overdrawn,
		t.Debited + t.Expired + t.Evicted + t.Forfeited + t.AdjustedOut
}

// sumWidth is the width of a column of the sum.
const sumWidth = 19

// some is the parts that are not 0.
func some(parts []part) []part {
	return slices.DeleteFunc(slices.Clone(parts), func(p part) bool { return p.n == 0 })
}

// at is the i-th part, or none.
func at(parts []part, i int) part {
	if i < len(parts) {
		return parts[i]
	}
	return part{}
}

func total(parts []part) int {
	sum := 0
	for _, p := range parts {
		sum += p.n
	}
	return sum
}

// columns are two parts beside each other.
func columns(left, right part, role theme.Role) []widget.Cell {
	var cells []widget.Cell
	for _, p := range []part{left, right} {
		number := fmt.Sprint(p.n)
		if p.name == "" {
			number = ""
		}
		cells = append(cells, widget.Cell{Text: number, Width: 5, Gap: 1, Right: true, Role: role},
			widget.Cell{Text: p.name, Width: 13, Role: theme.Dim})
	}
	return cells
}
