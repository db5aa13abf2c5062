package model

import (
	"fmt"
	"time"

	"cordial/model/day"
)

// proposes is what the evidence shows of a request that nobody has recorded, and when
// that request was sent: that it was accepted, if the user recorded the sending, or that
// it is no longer listed. The kind is empty when there is nothing.
func (r Request) proposes() (kind ProposalKind, sent time.Time) {
	expired := !r.Gone.IsZero() && day.Of(r.Gone, time.UTC).Sub(r.On) > requestLife
	waits := r.Open() || r.State == InvitationUnknown && r.EndedOn != 0
	switch {
	case r.Outgoing && r.Recorded && r.Proposal():
		return ProposeAccepted, r.At
	case waits && !r.Settled && !r.Gone.IsZero() && !expired:
		return ProposeVanished, r.At
	default:
		return "", r.At
	}
}

// requests proposes what became of connection requests.
func (f *finder) requests() error {
	evidence := map[Key][]Invitation{} // by the root of the person
	gone := false
	for _, i := range f.clues.Invitations {
		root := f.Root(i.Person.Key)
		evidence[root] = append(evidence[root], i)
		gone = gone || !i.Gone.IsZero()
	}
	if !gone && !f.invites() {
		return nil
	}
	for _, r := range f.Requests(f.clues.Invitations, f.connection, f.now) {
		kind, sent := r.proposes()
		if kind == "" {
			continue
		}
		rows := evidence[f.Root(r.Person.Key)]
		p := Proposal{
			Kind: kind, Person: r.Person, Name: r.Person.Name, Sent: sent, Outgoing: r.Outgoing, invitations: rows,
			person: Person{ID: r.Person.ID, Key: r.Person.Key, Name: r.Person.Name, Degree: DegreeUnknown},
		}
		p.person.ConnectedOn, p.person.Connected = f.connection(r.Person.Key)
		f.requestWords(&p, r)
		f.add(p)
	}
	return nil
}

// invites tells whether the user recorded any connection request.
func (f *finder) invites() bool {
	for place, e := range f.events {
		if _, ok := e.Decision.(InvitationRecorded); ok && !f.dead[place] {
			return true
		}
	}
	return false
}

// requestWords dates a proposal about a request, and says why it is one.
func (f *finder) requestWords(p *Proposal, r Request) {
	p.ID = proposalID(p.Kind, fmt.Sprint(uint64(r.Person.Key)), p.Sent)
	if p.Kind == ProposeAccepted {
		p.At = noon(r.EndedOn, p.Sent, f.now)
		p.Sure, p.Why = Sure, "they are a connection since "+f.day(r.EndedOn)
		if r.EndedOn == 0 {
			p.Why = "they are a connection"
		}
		p.Effect.Words = "accepted"
		return
	}
	p.At = r.Gone
	p.Sure = Likely
	p.Why = "the archive of " + f.day(day.Of(r.Gone, f.now.Location())) + " no longer lists it, and you are not connected"
	p.Doubt = "nobody can tell whether it was declined or withdrawn"
	p.Effect.Words = "declined or withdrawn"
	if !r.Outgoing {
		p.Doubt = "they may have withdrawn it"
		p.Effect.Words = "declined by you"
	}
}

// noon is when something of a day is dated: at its noon, but neither before it began nor
// in the future. Without a day it is now.
func noon(on day.Day, from, now time.Time) time.Time {
	if on == 0 {
		return now
	}
	at := on.Start(now.Location()).Add(12 * time.Hour)
	switch {
	case at.Before(from) && !from.After(now):
		return from
	case at.After(now):
		return now
	default:
		return at
	}
}

// triage proposes what a message of theirs did to reminders and to the archive.
func (f *finder) triage() error {
	for i := range f.clues.Threads.Len() {
		h := f.clues.Threads.Head(i)
		if h.LastIn == 0 || !f.Touched(h.Key, h.Person) {
			continue
		}
		s, last := f.State(h.Key, h.Person), time.Unix(h.LastIn, 0)
		if r := s.Reminder; r != nil && r.IfNoReply && last.After(r.Set) {
			if err := f.heard(i, ProposeReminder, r.Set, func(p *Proposal) {
				p.Reminder = r
				p.Why = "they wrote after you set the reminder \"if no reply\""
				p.Effect.Words = "the reminder is done"
			}); err != nil {
				return err
			}
		}
		if !s.ArchivedAt.IsZero() && !s.Muted && last.After(s.ArchivedAt) {
			if err := f.heard(i, ProposeBack, s.ArchivedAt, func(p *Proposal) {
				p.Why = "they wrote after you had archived it"
				p.Effect.Words = "stays in the inbox"
			}); err != nil {
				return err
			}
		}
	}
	return nil
}

// heard proposes what the first message after an instant did to a conversation.
func (f *finder) heard(place int, kind ProposalKind, since time.Time, fill func(*Proposal)) error {
	t := f.clues.Threads.Row(place)
	at, found, err := f.clues.Reply(t.Key, since)
	if err != nil || !found {
		return err
	}
	p := Proposal{Kind: kind, At: at, Reply: at, Sure: Sure, since: since, ID: proposalID(kind, fmt.Sprint(t.ID, since.Unix()), at)}
	name(&p, t)
	p.person = Person{ID: p.Person.ID, Key: p.Person.Key, Name: p.Person.Name, Degree: DegreeUnknown}
	fill(&p)
	f.add(p)
	return nil
}
