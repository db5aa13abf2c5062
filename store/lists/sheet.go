package lists

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"

	"cordial/model"
	"cordial/model/day"
	"cordial/store/linkedin/table"
)

// sheet reads a table.
func (g *gatherer) sheet(text *bufio.Reader, opts Options) error {
	head, _ := text.Peek(table.Peek)
	t, err := table.New(text, layout(opts.Map))
	if errors.Is(err, table.ErrNoHeader) {
		return unknown(head, opts.Map)
	}
	if err != nil {
		return err
	}
	c := columnsOf(t.Header, opts.Map)
	g.list.Format, g.list.Columns = c.format, c.described(t.Header)
	for n := 0; ; n++ {
		if err := g.goOn(n); err != nil {
			return err
		}
		r, err := t.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		g.row(c, &r)
	}
}

// layout is a header with all columns of the mapping, or one that is recognised. Where a quotation mark was left open,
// a line is a record if it is as wide as the header and says who somebody is.
func layout(mapping Mapping) table.Layout {
	var c *columns
	return table.Layout{
		Fits: func(h table.Header) bool {
			if len(mapping) > 0 {
				return len(mapping.missing(func(name string) bool { return h.At(name) >= 0 })) == 0
			}
			return formatOf(h) != FormatNone
		},
		Record: func(h table.Header, r *table.Row) bool {
			if c == nil {
				c = columnsOf(h, mapping)
			}
			return len(r.Cells) == h.Width() && c.identifies(r)
		},
		Guarded: func(table.Header) bool { return true },
	}
}

// unknown says why no header was found, and what the file has instead.
func unknown(head []byte, mapping Mapping) error {
	h := table.WidestHeader(head)
	var names []string
	for _, name := range h.Names {
		names = append(names, table.Quote(strings.TrimSpace(table.Tidy(name))))
	}
	has := strings.Join(names, ", ")
	switch {
	case has == "":
		return fmt.Errorf("%w: it is empty", ErrUnknown)
	case len(mapping) > 0:
		missing := mapping.missing(func(name string) bool { return h.At(name) >= 0 })
		return fmt.Errorf("%w: there is no column %s; there are %s", ErrMapping, strings.Join(missing, ", "), has)
	default:
		return fmt.Errorf("%w: say which columns are which, as in name=Column,url=Column; there are %s", ErrUnknown, has)
	}
}

// identifies tells whether a row names a profile or an address or, in a list without them, anybody at all.
func (c *columns) identifies(r *table.Row) bool {
	if len(c.of[FieldURL])+len(c.of[FieldEmail]) == 0 {
		return c.first(r, FieldName)+c.first(r, FieldFirst)+c.first(r, FieldLast) != ""
	}
	if p := c.profiles(r); len(p.keys) > 0 {
		return true
	}
	for _, cell := range c.all(r, FieldEmail) {
		if list, _ := emails(cell); len(list) > 0 {
			return true
		}
	}
	return false
}

// row takes one row or says why not.
func (g *gatherer) row(c *columns, r *table.Row) {
	switch {
	case r.Broken:
		g.refuse(r.Line, Malformed, "a quotation mark is opened and never closed")
	case blank(r.Cells):
	case len(r.Cells) > c.width && !blank(r.Cells[c.width:]):
		g.refuse(r.Line, Malformed, fmt.Sprintf("it has %d cells under %d columns: somewhere a separator stands without quotation marks", len(r.Cells), c.width))
	default:
		g.take(g.contact(c, r), c.profiles(r))
	}
}

// blank tells whether there is nothing in any of the cells.
func blank(cells []string) bool {
	for _, cell := range cells {
		if strings.TrimSpace(cell) != "" {
			return false
		}
	}
	return true
}

// contact reads a row's cells.
func (g *gatherer) contact(c *columns, r *table.Row) Contact {
	contact := Contact{
		First: kept(c.first(r, FieldFirst)), Last: kept(c.first(r, FieldLast)), Name: kept(c.first(r, FieldName)),
		Company: kept(c.first(r, FieldCompany)), Position: kept(c.first(r, FieldPosition)),
		Headline: kept(c.first(r, FieldHeadline)), Location: kept(c.first(r, FieldLocation)), Notes: kept(c.first(r, FieldNotes)),
		OpenProfile: yesNo(c.first(r, FieldOpenProfile)), Line: r.Line,
	}
	if contact.Name == "" {
		contact.Name = joined(" ", contact.First, c.first(r, FieldMiddle), contact.Last)
	}
	if contact.Location == "" {
		contact.Location = joined(", ", c.all(r, place)...)
	}
	contact.ID = kept(c.first(r, contactID))
	contact.ConnectedOn, _ = day.Parse(c.first(r, connectedOn))
	var ok bool
	if contact.Degree, ok = degree(c.first(r, FieldDegree)); !ok {
		g.note(r.Line, BadDegree, table.Quote(c.first(r, FieldDegree))+" is no degree of connection; the contact is taken without it")
		contact.Degree = model.DegreeUnknown
	}
	for _, cell := range c.all(r, FieldEmail) {
		g.email(&contact, cell)
	}
	for _, cell := range c.all(r, FieldLabels) {
		for _, label := range labels(cell, c.format) {
			contact.Labels = append(contact.Labels, kept(label))
		}
	}
	return contact
}

// email keeps the addresses of a cell.
func (g *gatherer) email(contact *Contact, cell string) {
	list, bad := emails(cell)
	if bad != "" {
		g.note(contact.Line, BadEmail, "no e-mail address: "+table.Quote(bad)+"; the contact is taken without it")
	}
	for _, address := range list {
		if !placeholder(address) {
			contact.Emails = appendFold(contact.Emails, kept(address))
		}
	}
}

// profiles finds the identity keys in a row.
func (c *columns) profiles(r *table.Row) profiles {
	var p profiles
	for _, cell := range c.all(r, FieldURL) {
		p.add(cell)
	}
	return p
}

// kept is a string that does not hold on to its whole record.
func kept(cell string) string { return strings.Clone(cell) }

// joined joins what is not empty.
func joined(sep string, parts ...string) string {
	var filled []string
	for _, part := range parts {
		if part != "" {
			filled = append(filled, part)
		}
	}
	return strings.Join(filled, sep)
}
