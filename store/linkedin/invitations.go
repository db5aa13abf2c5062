package linkedin

import (
	"strings"

	"cordial/store/linkedin/table"
)

// request is a row of Invitations.csv before the owner is known.
type request struct {
	outgoing bool
	other    int32  // index into people, or Nobody
	own      string // identity key of the owner's side as the row says, or empty
	ownName  string // what the row calls the owner
	name     string // of the other side
	at       int64
	note     string
	file     string
	line     int
}

// requests gathers the rows of Invitations.csv.
type requests struct {
	rows    []request
	skipped map[string]bool // who has a row that could not be taken: key or folded name
	nobody  int             // rows that name nobody at all
	owner   map[string]int  // how often each key stands where the owner does
}

func newRequests() *requests {
	return &requests{skipped: map[string]bool{}, owner: map[string]int{}}
}

// invitationColumns are the columns of Invitations.csv by their places in the header.
type invitationColumns struct {
	from, to, at, note, direction, inviter, invitee int
}

func invitationsLayout() table.Layout {
	return layout([]string{"Sent At", "Direction"}, func(h table.Header, r *table.Row) bool {
		_, ok := direction(r.Cell(h.At("Direction")))
		return ok
	})
}

// invitations reads Invitations.csv.
func (b *builder) invitations(t *table.Table) error {
	columns := invitationColumns{
		from: t.At("From"), to: t.At("To"), at: t.At("Sent At"), note: t.At("Message"), direction: t.At("Direction"),
		inviter: t.At("inviterProfileUrl"), invitee: t.At("inviteeProfileUrl"),
	}
	return b.eachRow(t, func(r *table.Row) { b.invitation(r, columns) })
}

// invitation takes one row, or notes whom it would have been about.
func (b *builder) invitation(r *table.Row, c invitationColumns) {
	outgoing, ok := direction(r.Cell(c.direction))
	own, other := r.Cell(c.inviter), r.Cell(c.invitee)
	ownName, name := r.Cell(c.from), trimmed(r.Cell(c.to))
	if !outgoing {
		own, other, ownName, name = other, own, strings.TrimSpace(name), trimmed(ownName)
	}
	key, keyed := identity(other)
	at, readable := parseSentAt(r.Cell(c.at))
	why := ""
	switch {
	case r.Broken:
		why = "a quotation mark is opened and never closed"
	case !ok:
		why = "its direction is neither INCOMING nor OUTGOING"
	case !keyed && name == "":
		why = "it names nobody"
	case !readable:
		why = "no readable day: " + quote(r.Cell(c.at))
	}
	if why != "" {
		b.problem(r.Line, BadInvitation, why)
		b.asked.skip(or(key, fold(name)))
		return
	}
	row := request{outgoing: outgoing, name: name, ownName: trimmed(ownName), at: at, note: trimmed(r.Cell(c.note)), file: b.member.name, line: r.Line}
	row.own, _ = identity(own)
	if row.own != "" {
		b.asked.owner[row.own]++
	}
	row.other = Nobody
	if keyed {
		row.other = b.people.keyed(key)
		b.people.named(row.other, name, fromInvitation, at)
	}
	b.asked.rows = append(b.asked.rows, row)
}

// introduce settles who stands on the other side of rows without an address, as all were before late 2023: the one
// connection of that name, else one person for each name.
func (b *builder) introduce() {
	connected := b.connected()
	strangers := map[string]int32{}
	for i := range b.asked.rows {
		row := &b.asked.rows[i]
		if row.other != Nobody {
			continue
		}
		name := fold(row.name)
		if row.other = connected.only(name); row.other != Nobody {
			continue
		}
		other, ok := strangers[name]
		if !ok {
			other = b.people.add(Person{})
			strangers[name] = other
		}
		row.other = other
		b.people.named(other, row.name, fromInvitation, row.at)
	}
}

func (q *requests) skip(whom string) {
	if whom == "" {
		q.nobody++
		return
	}
	q.skipped[whom] = true
}

// direction reads the Direction column.
func direction(cell string) (outgoing, ok bool) {
	cell = strings.ToUpper(strings.TrimSpace(cell))
	return cell == "OUTGOING", cell == "OUTGOING" || cell == "INCOMING"
}
