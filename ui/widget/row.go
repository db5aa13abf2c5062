package widget

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"cordial/ui/theme"
)

// Cell is one column of a row.
type Cell struct {
	Text  string     // cut with "…" where it doesn't fit; may be painted already
	Role  theme.Role // its look, blanks included
	Width int        // cells; 0 takes what the text needs, or nothing if it grows
	Grow  int        // weight in sharing what is left; 0 keeps its width
	Gap   int        // blanks after the cell
	Drop  int        // 0 always stays; the higher, the sooner it goes when short
	Right bool       // text at the right edge of the cell
}

// Row draws cells in one line of exactly w cells. Cells that grow share the
// room; while the others don't fit, those with the highest Drop go first, and
// at last the line is cut. Cells after a growing one stand at the right edge.
// For a selected row pass t.Selected(): its background covers the whole line.
func Row(t *theme.Theme, w int, cells ...Cell) string {
	if w <= 0 {
		return ""
	}
	var room [12]int
	widths := measure(room[:0], w, cells)
	line := make([]byte, 0, w+32*len(cells))
	used, loose := 0, false
	for i, c := range cells {
		if widths[i] < 0 || used >= w {
			continue
		}
		width := min(widths[i], w-used)
		gap := min(c.Gap, w-used-width)
		line = appendCell(t, line, c, width, gap)
		used += width + gap
		_, steady := quickWidth(c.Text)
		loose = loose || !steady
	}
	if used < w {
		line = appendCell(t, line, Cell{Role: theme.Text}, w-used, 0)
	}
	if loose {
		return settle(string(line), w)
	}
	return string(line)
}

// appendCell adds a painted cell and the gap after it. The gap wears the
// ordinary text's look, so that a selected row has no holes.
func appendCell(t *theme.Theme, line []byte, c Cell, width, gap int) []byte {
	if width == 0 {
		return appendGap(t, line, gap)
	}
	before, after := t.Span(c.Role)
	text, used := clip(c.Text, width, t.Glyphs.Ellipsis)
	pad := blanks(width - used)
	line = append(line, before...)
	if c.Right {
		line = append(append(line, pad...), text...)
	} else {
		line = append(line, text...)
		if pad != "" && strings.HasSuffix(text, ansi.ResetStyle) {
			line = append(line, before...) // a text that is painted has ended the look
		}
		line = append(line, pad...)
	}
	return appendGap(t, append(line, after...), gap)
}

func appendGap(t *theme.Theme, line []byte, n int) []byte {
	if n <= 0 {
		return line
	}
	before, after := t.Span(theme.Text)
	return append(append(append(line, before...), blanks(n)...), after...)
}

// measure is the width of every cell in a line of w, -1 for the dropped ones.
func measure(widths []int, w int, cells []Cell) []int {
	used, weight := 0, 0
	for _, c := range cells {
		width := c.Width
		if width == 0 && c.Grow == 0 {
			width = Width(c.Text)
		}
		widths = append(widths, width)
		used += width + c.Gap
		weight += c.Grow
	}
	for used > w {
		last := highestDrop(cells, widths)
		if last < 0 {
			return widths
		}
		used -= widths[last] + cells[last].Gap
		weight -= cells[last].Grow
		widths[last] = -1
	}
	return share(widths, w-used, weight, cells)
}

// highestDrop is the cell to leave out next, or -1 if all others must stay.
func highestDrop(cells []Cell, widths []int) int {
	found := -1
	for i, c := range cells {
		if c.Drop > 0 && widths[i] >= 0 && (found < 0 || c.Drop >= cells[found].Drop) {
			found = i
		}
	}
	return found
}

// share gives spare cells to the columns that grow, by weight; the last one
// takes what rounding leaves.
func share(widths []int, spare, weight int, cells []Cell) []int {
	for i, c := range cells {
		if c.Grow == 0 || widths[i] < 0 {
			continue
		}
		part := spare * c.Grow / weight
		widths[i] += part
		spare -= part
		weight -= c.Grow
	}
	return widths
}
