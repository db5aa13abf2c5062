package ui

import (
	"time"

	"cordial/model"
	"cordial/model/day"
	"cordial/model/quota"
	"cordial/ui/ask"
	"cordial/ui/dossier"
	"cordial/ui/port"
)

// evidenceOfSending is what the export says of all that was sent, and whose it is.
type evidenceOfSending struct {
	invitations []model.Invitation
	connected   map[model.Key]day.Day      // all connections; 0 when the day is not known
	people      map[model.Key]model.Person // those whom the invitations are from or to
	messages    []time.Time                // sent in the last eight days
	me          model.Person
}

// outreach is that evidence, and what follows from it and the Book.
type outreach struct {
	asked, read bool
	found       evidenceOfSending
	notNow      map[model.Key]bool // proposals that were put off

	of       gaugeKey // what the rest was worked out from
	requests []model.Request
	meters   []quota.Meter
}

// readSending gathers what was sent. Messages older than eight days count in no quota.
func readSending(s port.Store, now time.Time) (evidenceOfSending, error) {
	e := evidenceOfSending{connected: map[model.Key]day.Day{}, people: map[model.Key]model.Person{}}
	var err error
	if e.invitations, err = s.AllInvitations(); err != nil {
		return e, err
	}
	if e.me, _, err = s.Owner(); err != nil {
		return e, err
	}
	people, err := s.People()
	if err != nil {
		return e, err
	}
	for _, i := range e.invitations {
		e.people[i.Person.Key] = model.Person{ID: i.Person.ID, Key: i.Person.Key, Name: i.Person.Name, Degree: model.DegreeUnknown}
	}
	for i := range people.Len() {
		p := people.Row(i)
		if p.Connected {
			e.connected[p.Key] = p.ConnectedOn
		}
		if _, asked := e.people[p.Key]; asked {
			e.people[p.Key] = p
		}
	}
	threads, err := s.Threads()
	if err != nil {
		return e, err
	}
	since := now.AddDate(0, 0, -8)
	for i := range threads.Len() {
		head := threads.Head(i)
		if head.LastOut < since.Unix() {
			continue
		}
		sent, err := sentIn(s, head.Key, since)
		if err != nil {
			return e, err
		}
		e.messages = append(e.messages, sent...)
	}
	return e, nil
}

// sentIn is when the user wrote in a conversation since an instant.
func sentIn(s port.Store, thread model.Key, since time.Time) ([]time.Time, error) {
	var sent []time.Time
	for n := dossier.Page; ; n *= 2 {
		messages, err := s.Messages(thread, time.Time{}, n)
		if err != nil {
			return nil, err
		}
		if len(messages) == n && messages[0].At.After(since) {
			continue // there are more of that time
		}
		for _, m := range messages {
			if m.Me && m.At.After(since) {
				sent = append(sent, m.At)
			}
		}
		return sent, nil
	}
}

// countsSending tells whether something in front shows what was sent.
func (a *App) countsSending() bool { return a.composing() != nil || a.invitations() != nil }

// readOutreach reads what was sent, once, when something in front shows it.
func (a *App) readOutreach() {
	if !a.countsSending() || a.outreach.asked {
		return
	}
	a.outreach.asked = true
	a.run(a.effects.outreach(a.reading.era, a.now))
}

// foundOutreach takes in what was sent.
func (a *App) foundOutreach(m outreachMsg) {
	if m.gen != a.reading.era {
		a.outreach.asked = false
		return
	}
	if m.err != nil {
		a.say(ask.Failed, "The limits cannot be counted: "+m.err.Error())
		return
	}
	a.outreach.read, a.outreach.found = true, m.found
	a.touched()
}

// sending works out anew where requests and quotas stand, when the Book, the day or
// the evidence may have changed. Both are nil before the evidence was read.
func (a *App) sending() ([]model.Request, []quota.Meter) {
	o := &a.outreach
	if !o.read {
		return nil, nil
	}
	if key := (gaugeKey{a.version, a.now.Truncate(time.Minute)}); key != o.of || o.meters == nil {
		connections := func(k model.Key) (day.Day, bool) {
			on, ok := o.found.connected[k]
			return on, ok
		}
		o.requests = a.book.Requests(o.found.invitations, connections, a.now)
		o.meters = a.book.Quotas(o.requests, o.found.messages, a.now)
		o.of = key
	}
	return o.requests, o.meters
}

// recordInvitation records what became of a connection request.
func (a *App) recordInvitation(r ask.RecordInvitation) error {
	known := a.acquaintance(model.Person{Key: r.Person})
	if known.Person.ID == "" {
		return &model.Refusal{Reason: "it is not known who this is", Help: "read the database again"}
	}
	requests, meters := a.sending()
	var before []model.Request
	for i := len(requests) - 1; i >= 0; i-- { // oldest first
		if requests[i].Person.Key == a.book.Root(r.Person) {
			before = append(before, requests[i])
		}
	}
	request := model.InviteRequest{Person: known.Person, State: r.State, At: a.now, Before: before, Meters: meters}
	if r.State == model.InviteAccepted {
		request.At = acceptedAt(before, a.now)
	}
	drafts, _, err := a.book.RecordInvitation(request, a.now)
	return a.decide1(drafts, err)
}

// acceptedAt is when a request was accepted, as far as the export tells, else now.
func acceptedAt(requests []model.Request, now time.Time) time.Time {
	for i := len(requests) - 1; i >= 0; i-- {
		r := requests[i]
		if !r.Proposal() || r.EndedOn == 0 {
			continue
		}
		if at := r.EndedOn.Start(now.Location()).Add(12 * time.Hour); at.Before(now) {
			return at
		}
		return now
	}
	return now
}
