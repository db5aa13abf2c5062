package model

import (
	"cmp"
	"slices"
	"time"

	"cordial/model/day"
)

// requestFold is the requests of one person on their way.
type requestFold struct {
	who  PersonRef
	list []Request // by day
	zone *time.Location
}

// foldRequests tells the story of one person's requests. The export gives a day
// without a zone, so a record of the day before or after is of the same request.
func foldRequests(who PersonRef, rows []Invitation, recorded []Event, connectedOn day.Day, connected bool, now time.Time) []Request {
	f := requestFold{who: who, zone: now.Location()}
	for _, row := range rows {
		f.add(Request{Outgoing: row.Outgoing, At: row.At, On: day.Of(row.At, time.UTC), Note: row.Note, Gone: row.Gone, Found: true})
	}
	recorded = slices.Clone(recorded)
	slices.SortStableFunc(recorded, func(x, y Event) int { return x.At.Compare(y.At) })
	for _, e := range recorded {
		f.begin(e.At, e.Decision.(InvitationRecorded))
	}
	for _, e := range recorded {
		f.end(e.At, e.Decision.(InvitationRecorded))
	}
	f.supersede()
	if connected {
		f.connect(connectedOn)
	}
	today := day.Of(now, f.zone)
	for i := range f.list {
		if r := &f.list[i]; r.On != 0 {
			r.Age = today.Sub(r.On)
			if r.Open() && r.Age > requestLife {
				r.State, r.EndedOn = InvitationUnknown, r.On.Add(requestLife+1)
			}
		}
	}
	return f.list
}

// add puts a request that is open into the order of days.
func (f *requestFold) add(r Request) {
	r.Person, r.State = f.who, InvitationIncoming
	if r.Outgoing {
		r.State = InvitationPending
	}
	f.list = append(f.list, r)
	f.sort()
}

// sort puts the requests into the order of days.
func (f *requestFold) sort() {
	slices.SortStableFunc(f.list, func(x, y Request) int {
		return cmp.Or(cmp.Compare(x.On, y.On), x.At.Compare(y.At))
	})
}

// begin takes in a record of a request, which may be one that the export has.
func (f *requestFold) begin(at time.Time, d InvitationRecorded) {
	if d.State != InviteSent && d.State != InviteReceived {
		return
	}
	r := Request{Outgoing: d.State == InviteSent, At: at, On: day.Of(at, f.zone), Note: d.Note, Recorded: true}
	for i := range f.list {
		known := &f.list[i]
		if known.same(r.Outgoing, r.On) {
			known.At, known.On, known.Recorded = r.At, r.On, true
			known.Note = cmp.Or(known.Note, r.Note)
			f.sort()
			return
		}
	}
	f.add(r)
}

// end takes in a record of what became of a request: the latest open one of that
// time, else one of that day. Without any request it is the end of one whose
// beginning nobody knows; a second end, and one too early, change nothing.
func (f *requestFold) end(at time.Time, d InvitationRecorded) {
	if d.State == InviteSent || d.State == InviteReceived {
		return
	}
	state, on := InvitationState(d.State), day.Of(at, f.zone)
	begun := func(r *Request) bool { return !r.Recorded && r.from() <= on || r.Recorded && !r.At.After(at) }
	sameDay := func(r *Request) bool { return r.On == on }
	for _, fits := range []func(*Request) bool{begun, sameDay} {
		for i := range slices.Backward(f.list) {
			r := &f.list[i]
			if r.Open() && fits(r) && (r.Outgoing || state != InvitationWithdrawn) {
				r.State, r.EndedOn, r.Settled = state, on, true
				return
			}
		}
	}
	if len(f.list) == 0 {
		f.list = append(f.list, Request{
			Person: f.who, Outgoing: true, State: state, EndedOn: on, Recorded: true, Settled: true,
		})
	}
}

// supersede ends the requests that were followed by another in the same direction:
// LinkedIn knows only one at a time, but nobody knows what became of the first.
func (f *requestFold) supersede() {
	later := map[bool]bool{}
	for i := range slices.Backward(f.list) {
		r := &f.list[i]
		if r.Open() && later[r.Outgoing] {
			r.State = InvitationUnknown
		}
		later[r.Outgoing] = true
	}
}

// connect takes in that the export has the person as a connection: the latest open
// request was accepted.
func (f *requestFold) connect(on day.Day) {
	accepted := false
	for i := range slices.Backward(f.list) {
		r := &f.list[i]
		if !r.Open() {
			continue
		}
		if r.State = InvitationUnknown; !accepted {
			r.State, accepted = InvitationAccepted, true
			if on != 0 {
				r.EndedOn = max(on, r.On)
			}
		}
	}
}
