package lists

import (
	"slices"
	"strings"

	"cordial/store/linkedin/table"
)

// Column is one column of a list and what is read from it.
type Column struct {
	Name  string // as written in the file
	Field Field  // empty when nothing is
}

// columns are the places of the fields in a header.
type columns struct {
	of     map[Field][]int
	width  int
	format Format
}

// formatOf tells the format by the header, FormatNone when it is no list of people, or LinkedIn's own Connections.csv.
func formatOf(h table.Header) Format {
	names := squashed(h)
	has := func(name string) bool { return slices.Contains(names, name) }
	for _, s := range signatures() {
		if !slices.ContainsFunc(s.columns, func(name string) bool { return !has(name) }) {
			return s.format
		}
	}
	if has("firstname") && has("lastname") && has("connectedon") {
		return FormatNone
	}
	known := aliases()
	anyOf := func(fields ...Field) bool {
		return slices.ContainsFunc(fields, func(f Field) bool { return slices.ContainsFunc(known[f], has) })
	}
	if anyOf(FieldName, FieldFirst, FieldLast) && anyOf(FieldURL, FieldEmail, FieldCompany) {
		return FormatCSV
	}
	return FormatNone
}

// squashed folds all names of a header.
func squashed(h table.Header) []string {
	names := make([]string, len(h.Names))
	for i, name := range h.Names {
		names[i] = squash(name)
	}
	return names
}

// columnsOf finds the columns of every field: those of the mapping, else those with a name that means the field.
func columnsOf(h table.Header, mapping Mapping) *columns {
	c := &columns{of: map[Field][]int{}, width: h.Width(), format: formatOf(h)}
	if c.format == FormatNone {
		c.format = FormatCSV
	}
	taken := map[int]bool{}
	for field, names := range mapping {
		for _, name := range names {
			c.of[field] = append(c.of[field], h.At(name))
			taken[h.At(name)] = true
		}
	}
	names := squashed(h)
	for field, known := range aliases() {
		ours := field == connectedOn || field == contactID
		if len(mapping[field]) > 0 || ours && c.format != FormatCordial {
			continue
		}
		for _, alias := range known {
			for i, name := range names {
				if name == alias && !taken[i] {
					c.of[field] = append(c.of[field], i)
				}
			}
		}
	}
	return c
}

// described lists every column with what is read from it.
func (c *columns) described(h table.Header) []Column {
	list := make([]Column, len(h.Names))
	for i, name := range h.Names {
		list[i].Name = strings.TrimSpace(table.Tidy(name))
	}
	for field, places := range c.of {
		if field == place {
			field = FieldLocation
		}
		for _, i := range places {
			list[i].Field = field
		}
	}
	return list
}

// first answers the first filled cell of a field.
func (c *columns) first(r *table.Row, f Field) string {
	for _, i := range c.of[f] {
		if cell := strings.TrimSpace(r.Cell(i)); cell != "" {
			return cell
		}
	}
	return ""
}

// all answers the filled cells of a field.
func (c *columns) all(r *table.Row, f Field) []string {
	var cells []string
	for _, i := range c.of[f] {
		if cell := strings.TrimSpace(r.Cell(i)); cell != "" {
			cells = append(cells, cell)
		}
	}
	return cells
}
