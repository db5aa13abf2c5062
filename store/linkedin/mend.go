package linkedin

import (
	"slices"
	"strings"

	"cordial/store/linkedin/table"
)

// longestText is the size in bytes up to which a text that a lost quotation mark has run together is still taken for a
// message; LinkedIn allows 8,000 characters.
const longestText = 32 << 10

// mend makes the best of a record in which quotation marks or commas went wrong behind the date, so that no message is
// lost for its text. It answers whether a mark was left open, which the user has to be told. A record in which that
// happened before the date stays broken.
func (c messageColumns) mend(r *table.Row, width int, sep byte) (open bool) {
	switch surplus := len(r.Cells) - width; {
	case r.Broken:
		return c.close(r, width, string(sep))
	case surplus > 0:
		c.rejoin(r, surplus, string(sep))
	case surplus < 0:
		return c.part(r, -surplus, string(sep))
	}
	return false
}

// close ends the last cell of a record, whose quotation mark is never closed. What follows it has run into it, and
// comes out again if that brings a folder's name into the folder column; else all of it is the text.
func (c messageColumns) close(r *table.Row, width int, sep string) bool {
	last := len(r.Cells) - 1
	if last <= c.at || c.text <= c.at || len(r.Cells[last]) > longestText {
		return false
	}
	rest := strings.TrimRight(r.Cells[last], "\r\n")
	r.Broken = false
	whole := table.Row{Cells: slices.Clone(r.Cells[:last])}
	for piece := range strings.SplitSeq(rest, sep) {
		whole.Cells = append(whole.Cells, strings.Trim(piece, `"`))
	}
	if surplus := len(whole.Cells) - width; surplus > 0 {
		c.rejoin(&whole, surplus, sep)
	}
	if len(whole.Cells) == width && isFolder(whole.Cell(c.folder)) {
		r.Cells = whole.Cells
		return true
	}
	r.Cells = append(slices.Clone(r.Cells[:last]), make([]string, max(0, c.text-last))...)
	r.Cells = append(r.Cells, rest)
	return true
}

// rejoin gives back to the text the pieces that commas cut from it where quotes were lost. It does so only when that
// brings a folder's name into the folder column.
func (c messageColumns) rejoin(r *table.Row, surplus int, sep string) {
	if c.text < 0 || c.folder < c.text || isFolder(r.Cell(c.folder)) || !isFolder(r.Cell(c.folder+surplus)) {
		return
	}
	r.Cells[c.text] = strings.Join(r.Cells[c.text:c.text+surplus+1], sep)
	r.Cells = append(r.Cells[:c.text+1], r.Cells[c.text+surplus+1:]...)
}

// part takes from the text the cells that ran into it because its quotation mark was closed by that of the next one. It
// does so only when that brings a folder's name into the folder column.
func (c messageColumns) part(r *table.Row, missing int, sep string) bool {
	if c.text < 0 || c.text >= len(r.Cells) || c.folder < c.text || isFolder(r.Cell(c.folder)) {
		return false
	}
	pieces := strings.Split(r.Cells[c.text], sep+`"`)
	if len(pieces) != missing+1 {
		return false
	}
	for i := range pieces[1:] {
		pieces[i+1] = strings.TrimSuffix(pieces[i+1], `"`)
	}
	whole := table.Row{Cells: slices.Concat(r.Cells[:c.text], pieces, r.Cells[c.text+1:])}
	if !isFolder(whole.Cell(c.folder)) {
		return false
	}
	r.Cells = whole.Cells
	return true
}
