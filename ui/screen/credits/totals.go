package credits

import (
	"fmt"
	"slices"

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
	rows := []row{{}, heading("TOTALS", "what came, and where it is")}
	left, right := some(came), some(went)
	for i := range max(len(left), len(right)) {
		rows = append(rows, row{cells: func(*theme.Theme, int) []widget.Cell {
			return columns(at(left, i), at(right, i), theme.Text)
		}})
	}
	d := details{title: "Totals"}
	for _, p := range came {
		d.add("+ "+p.name, fmt.Sprint(p.n))
	}
	for _, p := range went {
		d.add("- "+p.name, fmt.Sprint(p.n))
	}
	d.add("no refund", fmt.Sprintf("%d: the pool was full, or the plan had ended", t.RefundForfeited))
	return append(rows, row{details: d, cells: func(*theme.Theme, int) []widget.Cell {
		return columns(part{"came", total(came)}, part{"went", total(went)}, theme.Strong)
	}})
}

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
		cells = append(cells, widget.Cell{Text: number, Width: 7, Gap: 1, Right: true, Role: role},
			widget.Cell{Text: p.name, Width: 10, Gap: 1, Role: theme.Dim})
	}
	return cells
}
