package twins

import (
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// nameWidth is the column of the facts' names.
const nameWidth = 8

// Lines compares two people in at most h lines of w cells: what differs is said in
// ordinary words, what is the same is dim and goes first where there is little room.
//
//	         → becomes part of it   ✓ stays
//	Name     Maria Rossi            Maria Rossi
//	Profile  ACoAAB12               maria-rossi
func Lines(t *theme.Theme, w, h int, left, right Side) []string {
	if w <= 0 || h <= 0 {
		return nil
	}
	lines := []string{row(t, w, "", stand(t, w, left), stand(t, w, right))}
	for _, f := range fitted(facts(left, right), h-1) {
		role := theme.Text
		if f.left == f.right {
			role = theme.Dim
		}
		lines = append(lines, row(t, w, f.name, side(t, role, f.left), side(t, role, f.right)))
	}
	return lines[:min(len(lines), h)]
}

// row is one line of the comparison.
func row(t *theme.Theme, w int, name string, left, right widget.Cell) string {
	column := columnWidth(w)
	left.Width, right.Width = column, column
	left.Gap = 1
	return widget.Row(t, w,
		widget.Cell{Text: name, Role: theme.Dim, Width: min(nameWidth, max(1, w-4)), Gap: 1}, left, right)
}

// columnWidth is the width of either side.
func columnWidth(w int) int { return max(1, (w-nameWidth-3)/2) }

// stand says who stays.
func stand(t *theme.Theme, w int, s Side) widget.Cell {
	const goes = " becomes part of it"
	switch {
	case s.Stays:
		return widget.Cell{Text: t.Glyphs.Check + " stays", Role: theme.Good}
	case columnWidth(w) <= len(goes):
		return widget.Cell{Text: t.Glyphs.Arrow + " goes", Role: theme.Dim}
	default:
		return widget.Cell{Text: t.Glyphs.Arrow + goes, Role: theme.Dim}
	}
}

// side is what a fact says of one of them.
func side(t *theme.Theme, role theme.Role, text string) widget.Cell {
	if text == "" {
		return widget.Cell{Text: t.Glyphs.Horizontal, Role: theme.Dim}
	}
	return widget.Cell{Text: text, Role: role}
}

// fitted is at most h facts: those that are the same on both sides go first, from the
// end, but never the name.
func fitted(all []fact, h int) []fact {
	for len(all) > max(0, h) {
		at := len(all) - 1
		for i := len(all) - 1; i > 0; i-- {
			if all[i].left == all[i].right {
				at = i
				break
			}
		}
		all = append(all[:at:at], all[at+1:]...)
	}
	return all
}
