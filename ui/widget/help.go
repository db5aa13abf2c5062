package widget

import (
	"strings"

	"cordial/ui/theme"
)

// Group is a heading with the keys below it.
type Group struct {
	Title string
	Keys  []Hint
}

// helpColumn is the least width of a column of the help page: three at 80 cells.
const helpColumn = 25

// Help lays out groups in as many columns as w allows and answers the page-th
// screen of h lines (from 0) and how many screens there are, at least 1. A
// group is kept whole where a column can hold it.
func Help(t *theme.Theme, w, h int, groups []Group, page int) (string, int) {
	if w <= 0 || h <= 0 {
		return "", 1
	}
	columns := max(1, (w+2)/(helpColumn+2))
	width := (w+2)/columns - 2
	filled := balance(groups, columns, h)
	pages := max(1, (len(filled)+columns-1)/columns)
	page = max(0, min(page, pages-1))
	keyW := keyWidth(groups, width)
	block := ""
	for i := range columns {
		var lines []string
		if n := page*columns + i; n < len(filled) {
			lines = helpLines(t, filled[n], width, keyW)
		}
		cell := Lines(lines, width, h)
		if i == 0 {
			block = cell
		} else {
			block = beside(block, "  ", cell)
		}
	}
	return Exact(block, w, h), pages
}

// balance deals the groups into columns of equal height where one page can hold
// them all, and into columns of full height where it can't.
func balance(groups []Group, columns, h int) [][]Group {
	tallest := 1
	for _, g := range groups {
		tallest = max(tallest, 1+len(g.Keys))
	}
	for height := tallest; height < h; height++ {
		if filled := fillColumns(groups, height); len(filled) <= columns {
			return filled
		}
	}
	return fillColumns(groups, h)
}

// fillColumns deals the groups into columns of h lines, with a blank line
// between two groups. A heading repeats where its group goes on.
func fillColumns(groups []Group, h int) [][]Group {
	var columns [][]Group
	var column []Group
	used := 0
	finish := func() {
		if len(column) > 0 {
			columns = append(columns, column)
		}
		column, used = nil, 0
	}
	for _, g := range groups {
		if used > 0 && used+2+len(g.Keys) > h {
			finish()
		}
		for len(g.Keys) > max(1, h-1) {
			n := max(1, h-1)
			column = []Group{{g.Title, g.Keys[:n]}}
			finish()
			g.Keys = g.Keys[n:]
		}
		if used > 0 {
			used++
		}
		column = append(column, g)
		used += 1 + len(g.Keys)
	}
	finish()
	return columns
}

func helpLines(t *theme.Theme, groups []Group, w, keyW int) []string {
	var lines []string
	for i, g := range groups {
		if i > 0 {
			lines = append(lines, "")
		}
		lines = append(lines, t.Paint(theme.Title, Fit(strings.ToUpper(g.Title), w)))
		for _, k := range g.Keys {
			key, text := theme.Key, theme.Text
			if k.Off {
				key, text = theme.Disabled, theme.Disabled
			}
			lines = append(lines, Row(t, w,
				Cell{Text: k.Key, Role: key, Width: keyW, Gap: 2},
				Cell{Text: k.Text, Role: text, Grow: 1}))
		}
	}
	return lines
}

// keyWidth is the widest key, at most half a column.
func keyWidth(groups []Group, w int) int {
	widest := 1
	for _, g := range groups {
		for _, k := range g.Keys {
			widest = max(widest, Width(k.Key))
		}
	}
	return max(1, min(widest, w/2))
}
