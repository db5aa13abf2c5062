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
	bare    map[string]int32
	owner   map[string]int // how often each key stands where the owner does
}

func newRequests() *requests {
	return &requests{skipped: map[string]bool{}, bare: map[string]int32{}, owner: map[string]int{}}
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
	row.other = b.invited(key, name, at)
	b.asked.rows = append(b.asked.rows, row)
}

// invited answers the person on the other side; one without an address is one person for each name.
func (b *builder) invited(key, name string, at int64) int32 {
	if key != "" {
		i := b.people.keyed(key)
		b.people.named(i, name, fromInvitation, at)
		return i
	}
	folded := fold(name)
	i, ok := b.asked.bare[folded]
	if !ok {
		i = b.people.add(Person{})
		b.asked.bare[folded] = i
	}
	b.people.named(i, name, fromInvitation, at)
	return i
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
