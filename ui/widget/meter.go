package widget

import (
	"strings"

	"cordial/ui/theme"
)

// Meter is an amount against a cap, of which a part is at risk: credits in
// hand, the plan's limit, and those that expire soon.
type Meter struct {
	Have, Cap, Risk int
}

// Draw is the meter in w cells: full, then at risk, then empty. Anything above
// nothing shows at least one cell and anything below the cap leaves at least
// one empty, so that rounding never says "none" or "all" of what is not so.
func (m Meter) Draw(t *theme.Theme, w int) string {
	if w <= 0 {
		return ""
	}
	full, risk := m.cells(w)
	g := t.Glyphs
	return t.Paint(theme.MeterFull, strings.Repeat(g.MeterFull, full-risk)) +
		t.Paint(theme.MeterRisk, strings.Repeat(g.MeterRisk, risk)) +
		t.Paint(theme.MeterEmpty, strings.Repeat(g.MeterEmpty, w-full))
}

// cells is how many of w cells are filled, and how many of those are at risk.
func (m Meter) cells(w int) (full, risk int) {
	have := max(0, m.Have)
	full = portion(have, max(m.Cap, have), w)
	return full, portion(min(max(0, m.Risk), have), have, full)
}

// portion is part/whole of w cells, rounded, but at the ends only if exact.
func portion(part, whole, w int) int {
	if part <= 0 || whole <= 0 || w <= 0 {
		return 0
	}
	if part >= whole {
		return w
	}
	n := int((2*int64(part)*int64(w) + int64(whole)) / (2 * int64(whole)))
	if w == 1 {
		return 1
	}
	return max(1, min(n, w-1))
}
