package model

import (
	"cmp"
	"slices"
	"time"

	"cordial/model/day"
)

// How LinkedIn treats connection requests, as far as is known. All are days.
const (
	// StaleAfter is the age after which a request is better withdrawn: what vendors do.
	StaleAfter = 21
	// ReinviteAfter is how long the same person cannot be invited after a withdrawal:
	// "up to three weeks", says LinkedIn's help.
	ReinviteAfter = 21
	// requestLife is the six months after which LinkedIn is reported to drop a request.
	requestLife = 183
)

// Request is one connection request: what the export says of it, and the user's own
// records, taken together.
type Request struct {
	Person   PersonRef
	Outgoing bool
	At       time.Time // when it was sent or received; zero when only its end is known
	On       day.Day   // its day; 0 when not known
	Note     string
	State    InvitationState
	EndedOn  day.Day   // when it got its state; 0 while it is open, and when not known
	Age      int       // days since On
	Recorded bool      // the user recorded it
	Settled  bool      // the user recorded its end
	Found    bool      // the export has it
	Gone     time.Time // when an archive no longer had it: see Invitation.Gone
}

// Open tells that nobody has answered yet.
func (r Request) Open() bool { return r.State == InvitationPending || r.State == InvitationIncoming }

// from is the first day on which it can have been answered: that of its sending, or
// the day before where only the export knows that, which names no zone.
func (r Request) from() day.Day {
	if r.Recorded {
		return r.On
	}
	return r.On - 1
}

// same tells whether a request that only the export knows is the one that the user
// records for a day: the export names no zone, so a day is no difference.
func (r Request) same(outgoing bool, on day.Day) bool {
	return r.Outgoing == outgoing && r.Found && !r.Recorded && max(r.On-on, on-r.On) <= 1
}

// Stale tells that a request of the user's has been waiting for more than three
// weeks: the proposal is to withdraw it.
func (r Request) Stale() bool { return r.State == InvitationPending && r.Age > StaleAfter }

// ReinviteOn is the first day on which the person can be invited again after a
// withdrawal; 0 when the request was not withdrawn.
func (r Request) ReinviteOn() day.Day {
	if r.State != InvitationWithdrawn {
		return 0
	}
	return r.EndedOn.Add(ReinviteAfter)
}

// Proposal tells that the export shows a request as accepted and the user has not
// recorded it: the proposal is to do so.
func (r Request) Proposal() bool { return r.State == InvitationAccepted && !r.Settled }

// Connections tells whether the evidence has somebody as a connection, and since
// when; on is 0 when the day is not known.
type Connections func(person Key) (on day.Day, connected bool)

// Requests lists all connection requests, newest first. evidence is all that the
// export has, in any order; the zone of now decides what day the records are of.
func (b *Book) Requests(evidence []Invitation, connections Connections, now time.Time) []Request {
	found := map[Key][]Invitation{}
	for _, i := range evidence {
		key := b.Root(i.Person.Key)
		found[key] = append(found[key], i)
	}
	recorded := map[Key][]Event{}
	for place, e := range b.events {
		if d, ok := e.Decision.(InvitationRecorded); ok && !b.dead[place] {
			key := b.PersonKey(d.Contact)
			recorded[key] = append(recorded[key], e)
			if _, known := found[key]; !known {
				found[key] = nil
			}
		}
	}
	var list []Request
	for key, rows := range found {
		on, connected := b.connection(key, connections)
		who := b.requester(key, rows)
		list = append(list, foldRequests(who, rows, recorded[key], on, connected, now)...)
	}
	slices.SortFunc(list, func(x, y Request) int {
		return cmp.Or(cmp.Compare(y.day(), x.day()), y.At.Compare(x.At), cmp.Compare(x.Person.Key, y.Person.Key))
	})
	return list
}

// connection is whether somebody is a connection under any of their keys.
func (b *Book) connection(person Key, connections Connections) (on day.Day, connected bool) {
	if on, connected = connections(person); connected || !b.Joined(person) {
		return on, connected
	}
	for _, k := range b.Keys(person) {
		if on, connected = connections(k); connected {
			return on, true
		}
	}
	return 0, false
}

// requester is the other side of requests, of which the export has these rows.
func (b *Book) requester(person Key, rows []Invitation) PersonRef {
	for _, row := range rows {
		if row.Person.Key == person {
			return row.Person
		}
	}
	if p, ok := b.Person(person, Person{}, false); ok {
		return PersonRef{ID: p.ID, Key: person, Name: p.Name}
	}
	return PersonRef{Key: person}
}

// InSight is the requests of a list without those of people who were removed. What was
// sent to them still counts in LinkedIn's limits.
func (b *Book) InSight(list []Request) []Request {
	if len(b.one.gone) == 0 {
		return list
	}
	return slices.DeleteFunc(slices.Clone(list), func(r Request) bool { return b.Removed(r.Person.Key) })
}

// RequestsWith lists the connection requests from and to a person, oldest first.
// evidence is those that the export has.
func (b *Book) RequestsWith(p Person, evidence []Invitation, now time.Time) []Request {
	var recorded []Event
	for _, place := range b.placesOf(p.Key) {
		if _, ok := b.events[place].Decision.(InvitationRecorded); ok && !b.dead[place] {
			recorded = append(recorded, b.events[place])
		}
	}
	who := PersonRef{ID: p.ID, Key: p.Key, Name: p.Name}
	return foldRequests(who, evidence, recorded, p.ConnectedOn, p.Connected, now)
}

// day is the day that a request is listed under.
func (r Request) day() day.Day { return cmp.Or(r.On, r.EndedOn) }

// RequestTally counts connection requests by what became of them.
type RequestTally struct {
	Sent      int // all of the user's own
	Accepted  int // of those sent
	Declined  int // of those sent
	Withdrawn int
	Unknown   int // of those sent
	Pending   int
	Stale     int // of those pending
	Received  int
	Incoming  int // of those received, those that wait for the user
}

// Tally counts requests.
func Tally(requests []Request) RequestTally {
	var t RequestTally
	for _, r := range requests {
		if !r.Outgoing {
			t.Received++
			t.Incoming += one(r.State == InvitationIncoming)
			continue
		}
		t.Sent++
		t.Accepted += one(r.State == InvitationAccepted)
		t.Declined += one(r.State == InvitationDeclined)
		t.Withdrawn += one(r.State == InvitationWithdrawn)
		t.Unknown += one(r.State == InvitationUnknown)
		t.Pending += one(r.State == InvitationPending)
		t.Stale += one(r.Stale())
	}
	return t
}

// one is 1 for true.
func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
