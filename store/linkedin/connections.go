package linkedin

import (
	"cmp"
	"slices"
	"strings"

	"cordial/store/linkedin/table"
)

// connectionColumns are the columns of Connections.csv by their places in the header.
type connectionColumns struct {
	first, last, url, email, company, position, on int
}

func connectionsLayout() table.Layout {
	return layout([]string{"First Name", "Connected On"}, func(h table.Header, r *table.Row) bool {
		_, ok := parseConnectedOn(r.Cell(h.At("Connected On")))
		return ok && len(r.Cells) >= h.Width()
	})
}

// connections reads Connections.csv into the people.
func (b *builder) connections(t *table.Table) error {
	columns := connectionColumns{
		first: t.At("First Name"), last: t.At("Last Name"), url: t.At("URL"), email: t.At("Email Address"),
		company: t.At("Company"), position: t.At("Position"), on: t.At("Connected On"),
	}
	return b.eachRow(t, func(r *table.Row) { b.connection(r, columns) })
}

// connection takes one row. One without a name or an address is a member who hides, counted and no more.
func (b *builder) connection(r *table.Row, c connectionColumns) {
	if r.Broken {
		b.problem(r.Line, BadConnection, "a quotation mark is opened and never closed")
		return
	}
	if leftover(r, c) {
		b.problem(r.Line, BadConnection, "it is no connection, but what stands above them in another export")
		return
	}
	person := Person{
		First: trimmed(r.Cell(c.first)), Last: trimmed(r.Cell(c.last)), Email: trimmed(r.Cell(c.email)),
		Company: trimmed(r.Cell(c.company)), Position: trimmed(r.Cell(c.position)), Connected: true,
	}
	person.Name = strings.TrimSpace(person.First + " " + person.Last)
	key, keyed := identity(r.Cell(c.url))
	on := strings.TrimSpace(r.Cell(c.on))
	if person.Name == "" && !keyed && person.Email == "" {
		b.hidden(r, person, on)
		return
	}
	var readable bool
	if person.ConnectedOn, readable = parseConnectedOn(on); !readable && on != "" {
		b.problem(r.Line, BadConnectedOn, "the day "+quote(on)+" could be read in two ways, or in none; the person is imported without it")
	}
	person.Key = key
	b.cards = append(b.cards, person)
}

// leftover tells the lines above the connections when they stand among them, as in files put together: the note, of one
// filled cell, and the names of the columns.
func leftover(r *table.Row, c connectionColumns) bool {
	if strings.EqualFold(strings.TrimSpace(r.Cell(c.on)), "Connected On") {
		return true
	}
	filled := 0
	for _, cell := range r.Cells {
		if strings.TrimSpace(cell) != "" {
			filled++
		}
	}
	return filled == 1 && strings.TrimSpace(r.Cell(c.first)) != ""
}

// hidden counts a row that names nobody.
func (b *builder) hidden(r *table.Row, person Person, on string) {
	if _, ok := parseConnectedOn(on); ok && person.Company == "" && person.Position == "" {
		b.out.Counts.HiddenMembers++
		return
	}
	if strings.TrimSpace(strings.Join(r.Cells, "")) != "" {
		b.problem(r.Line, BadConnection, "it has neither a name nor a profile address")
	}
}

// connect lays the connections' rows on their people. Of several rows for one person the latest day's cells win, and an
// empty cell erases nothing; without an address only equal rows are one person.
func (b *builder) connect() {
	slices.SortFunc(b.cards, func(x, y Person) int {
		return cmp.Or(strings.Compare(x.Key, y.Key), x.ConnectedOn.Time().Compare(y.ConnectedOn.Time()), comparePeople(&x, &y))
	})
	b.cards = slices.Compact(b.cards)
	for _, card := range b.cards {
		if card.Key == "" {
			b.people.named(b.people.add(card), card.Name, fromConnection, 0)
			continue
		}
		i := b.people.keyed(card.Key)
		old := &b.people.list[i]
		card.ConnectedOn = or(card.ConnectedOn, old.ConnectedOn)
		card.Email, card.Company = or(card.Email, old.Email), or(card.Company, old.Company)
		card.Position = or(card.Position, old.Position)
		if card.Name == "" {
			card.Name, card.First, card.Last = old.Name, old.First, old.Last
		} else {
			b.people.weight[i] = fromConnection
		}
		*old = card
	}
}

// or answers value, or other if it is empty.
func or[T comparable](value, other T) T {
	var empty T
	if value != empty {
		return value
	}
	return other
}

// trimmed answers a cell without the spaces around it, as a string that does not hold on to its record.
func trimmed(cell string) string { return strings.Clone(strings.TrimSpace(cell)) }
