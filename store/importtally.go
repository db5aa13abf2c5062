package store

import (
	"cordial/model"
	"cordial/store/linkedin"
)

// renamesListed is how many new names a report lists one by one.
const renamesListed = 1000

// tally counts what an import brings. It stands in the import's record, so that one
// that was interrupted counts on.
type tally struct {
	New                int `cbor:"4,keyasint,omitempty"`  // messages
	Changed            int `cbor:"5,keyasint,omitempty"`  // people and messages
	People             int `cbor:"6,keyasint,omitempty"`  // new ones
	ChangedMessages    int `cbor:"7,keyasint,omitempty"`  // of Changed
	Connections        int `cbor:"8,keyasint,omitempty"`  // of People, those whom Connections.csv names
	ChangedConnections int `cbor:"9,keyasint,omitempty"`  // of Changed, the same
	Invitations        int `cbor:"10,keyasint,omitempty"` // new ones
	ChangedInvitations int `cbor:"11,keyasint,omitempty"`
	Conversations      int `cbor:"12,keyasint,omitempty"` // that get a new message
	Renamed            int `cbor:"13,keyasint,omitempty"` // people
}

// plus is both together.
func (t *tally) plus(o tally) tally {
	return tally{
		New: t.New + o.New, Changed: t.Changed + o.Changed, People: t.People + o.People,
		ChangedMessages: t.ChangedMessages + o.ChangedMessages,
		Connections:     t.Connections + o.Connections, ChangedConnections: t.ChangedConnections + o.ChangedConnections,
		Invitations: t.Invitations + o.Invitations, ChangedInvitations: t.ChangedInvitations + o.ChangedInvitations,
		Conversations: t.Conversations + o.Conversations, Renamed: t.Renamed + o.Renamed,
	}
}

// person counts what an archive does to one person.
func (t *tally) person(p incoming, change personChange) {
	switch {
	case change.fresh:
		t.People++
		if p.record.Connected {
			t.Connections++
		}
	case change.changed:
		t.Changed++
		if p.record.Connected {
			t.ChangedConnections++
		}
	}
	if change.renamed() {
		t.Renamed++
	}
}

// invitation counts what an archive does to one invitation.
func (t *tally) invitation(p invitationPut) {
	switch {
	case p.fresh:
		t.Invitations++
	case p.changed:
		t.ChangedInvitations++
	}
}

// message counts what an archive does to one message.
func (t *tally) message(p put) {
	switch {
	case p.fresh:
		t.New++
	case p.changed:
		t.Changed++
		t.ChangedMessages++
	}
}

// files says of every file of the archive what became of it.
func (t *tally) files(list []linkedin.File) []model.FileReport {
	counts := map[linkedin.Kind][2]int{
		linkedin.KindConnections: {t.Connections, t.ChangedConnections},
		linkedin.KindInvitations: {t.Invitations, t.ChangedInvitations},
		linkedin.KindMessages:    {t.New, t.ChangedMessages},
	}
	var reports []model.FileReport
	for _, f := range list {
		r := model.FileReport{Name: f.Name, Rows: f.Rows, Status: status(f)}
		if f.State == linkedin.FileRead {
			r.New, r.Changed = counts[f.Kind][0], counts[f.Kind][1]
			delete(counts, f.Kind)
		}
		reports = append(reports, r)
	}
	return reports
}
