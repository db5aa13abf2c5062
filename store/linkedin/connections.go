package linkedin

import "strings"

// connectionColumns are the columns of Connections.csv by their places in the header.
type connectionColumns struct {
	first, last, url, email, company, position, on int
}

func connectionsLayout() layout {
	return layout{
		wanted: []string{"First Name", "Connected On"},
		record: func(h header, r *row) bool {
			_, ok := parseDay(r.cell(h.at("Connected On")))
			return ok && len(r.cells) >= h.width
		},
	}
}

// connections reads Connections.csv into the people.
func (b *builder) connections(t *table) error {
	columns := connectionColumns{
		first: t.at("First Name"), last: t.at("Last Name"), url: t.at("URL"), email: t.at("Email Address"),
		company: t.at("Company"), position: t.at("Position"), on: t.at("Connected On"),
	}
	return b.eachRow(t, func(r *row) { b.connection(r, columns) })
}

// connection takes one row. One without a name or an address is a member who hides, counted and no more.
func (b *builder) connection(r *row, c connectionColumns) {
	if r.broken {
		b.problem(r.line, BadConnection, "a quotation mark is opened and never closed")
		return
	}
	person := Person{
		First: trimmed(r.cell(c.first)), Last: trimmed(r.cell(c.last)), Email: trimmed(r.cell(c.email)),
		Company: trimmed(r.cell(c.company)), Position: trimmed(r.cell(c.position)), Connected: true,
	}
	person.Name = strings.TrimSpace(person.First + " " + person.Last)
	key, keyed := identity(r.cell(c.url))
	on := strings.TrimSpace(r.cell(c.on))
	if person.Name == "" && !keyed && person.Email == "" {
		b.hidden(r, person, on)
		return
	}
	var readable bool
	if person.ConnectedOn, readable = parseDay(on); !readable && on != "" {
		b.problem(r.line, BadConnectedOn, "the day "+quote(on)+" could be read in two ways, or in none; the person is imported without it")
	}
	if keyed {
		b.connect(b.people.keyed(key), person)
	} else if !b.bare[person] {
		b.bare[person] = true
		i := b.people.add(person)
		b.people.named(i, person.Name, fromConnection, 0)
	}
}

// hidden counts a row that names nobody.
func (b *builder) hidden(r *row, person Person, on string) {
	if _, ok := parseDay(on); ok && person.Company == "" && person.Position == "" {
		b.out.Counts.HiddenMembers++
		return
	}
	if strings.TrimSpace(strings.Join(r.cells, "")) != "" {
		b.problem(r.line, BadConnection, "it has neither a name nor a profile address")
	}
}

// connect lays a connection's row on its person. Of two rows for one person the later day's wins, cell by cell, and an
// empty cell erases nothing.
func (b *builder) connect(i int32, row Person) {
	old := &b.people.list[i]
	first, second := *old, row
	if old.Connected && row.ConnectedOn.Before(old.ConnectedOn) {
		first, second = row, *old
	}
	merged := Person{Key: old.Key, Connected: true, ConnectedOn: second.ConnectedOn}
	merged.Name, merged.First, merged.Last = first.Name, first.First, first.Last
	if second.Name != "" {
		merged.Name, merged.First, merged.Last = second.Name, second.First, second.Last
	}
	merged.Email, merged.Company = or(second.Email, first.Email), or(second.Company, first.Company)
	merged.Position = or(second.Position, first.Position)
	*old = merged
	if merged.First+merged.Last != "" {
		b.people.weight[i] = fromConnection
	}
}

func or(value, other string) string {
	if value != "" {
		return value
	}
	return other
}

// trimmed answers a cell without the spaces around it, as a string that does not hold on to its record.
func trimmed(cell string) string { return strings.Clone(strings.TrimSpace(cell)) }
