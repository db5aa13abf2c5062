package model

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"
	"time"

	"cordial/model/day"
)

// Clues is the evidence that proposals are made from. Gather makes it; it stays good
// until the evidence changes, whatever is decided meanwhile.
type Clues struct {
	Threads     ThreadSet
	Invitations []Invitation
	// Reply finds when the other side first wrote in a conversation after an instant. It
	// is asked of few conversations, and may read.
	Reply func(thread Key, after time.Time) (at time.Time, found bool, err error)

	suspects  []Thread        // those that look like InMails the user sent
	people    map[Key]Person  // the other sides of the suspects
	connected map[Key]day.Day // all connections; 0 when the day is not known
}

// Gather looks through the evidence once for what may be proposed. Rows are decoded of
// conversations in which the user wrote, and of everybody: this is work for the
// background.
func Gather(threads ThreadSet, people PeopleSet, invitations []Invitation, reply func(Key, time.Time) (time.Time, bool, error)) Clues {
	c := Clues{Threads: threads, Invitations: invitations, Reply: reply, people: map[Key]Person{}, connected: map[Key]day.Day{}}
	for i := range threads.Len() {
		if h := threads.Head(i); h.Group || h.Person == 0 || h.LastOut == 0 {
			continue
		}
		if t := threads.Row(i); t.InMail.Kind == ProbablySent {
			c.suspects = append(c.suspects, t)
			c.people[t.Person] = Person{}
		}
	}
	for i := range people.Len() {
		p := people.Row(i)
		if p.Connected {
			c.connected[p.Key] = p.ConnectedOn
		}
		if _, asked := c.people[p.Key]; asked {
			c.people[p.Key] = p
		}
	}
	return c
}

// FirstReply finds when the other side first wrote in a conversation after an instant.
// messages answers its last n messages before an instant, oldest first, as a store does.
func FirstReply(messages func(thread Key, before time.Time, n int) ([]Message, error), thread Key, after time.Time) (time.Time, bool, error) {
	const page = 50
	var found, before time.Time
	for n := page; ; {
		list, err := messages(thread, before, n)
		if err != nil {
			return time.Time{}, false, err
		}
		for _, m := range slices.Backward(list) {
			if !m.Me && m.At.After(after) {
				found = m.At
			}
		}
		if len(list) < n || !list[0].At.After(after) {
			return found, !found.IsZero(), nil
		}
		// Others may be of the same second as the oldest: those are asked for once more.
		before, n = list[0].At.Add(time.Nanosecond), page
		for _, m := range list {
			if m.At.Equal(list[0].At) {
				n++
			}
		}
	}
}

// Propose lists what the evidence shows and nobody has recorded or declined. The cost
// follows the decisions and what looks like InMails; the conversations are only
// counted through.
func (b *Book) Propose(c Clues, now time.Time) (Review, error) {
	f := finder{Book: b, clues: c, now: now}
	for _, look := range []func() error{f.inmails, f.answers, f.requests, f.triage} {
		if err := look(); err != nil {
			return Review{}, err
		}
	}
	f.review.Proposals = slices.DeleteFunc(f.review.Proposals, func(p Proposal) bool { return !b.Stands(p, now) })
	f.effects()
	f.review.Sort()
	return f.review, nil
}

// finder is a review on its way.
type finder struct {
	*Book
	clues  Clues
	now    time.Time
	found  []Proposal // probable InMails
	review Review
}

// add adds a proposal.
func (f *finder) add(p Proposal) { f.review.Proposals = append(f.review.Proposals, p) }

// day is a day in words.
func (f *finder) day(d day.Day) string { return shortDay(d, day.Of(f.now, f.now.Location())) }

// name fills in whom a proposal is about: those in a conversation.
func name(p *Proposal, t Thread) {
	p.Thread, p.Name = t.Key, t.Title
	if !t.Group && len(t.People) > 0 {
		p.Person, p.Name = t.People[0], t.People[0].Name
	}
	if p.Person.Key == 0 {
		p.Person.Key = t.Person
	}
	if t.Group && p.Name == "" {
		var names []string
		for _, who := range t.People {
			names = append(names, who.Name)
		}
		p.Name = strings.Join(names, ", ")
	}
}

// proposalID names a proposal by what it is about and when that happened, so that it is
// the same one after every import.
func proposalID(kind ProposalKind, subject string, at time.Time) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%s\x00%d", kind, subject, at.Unix()))
	return fmt.Sprintf("%s-%x", kind, sum[:6])
}

// Stands tells whether a proposal is still one: neither declined, nor recorded in any
// way, nor is what it is about taken back, or whom it is about removed.
func (b *Book) Stands(p Proposal, now time.Time) bool {
	if b.declined(p.ID) || b.Removed(p.Person.Key) {
		return false
	}
	switch p.Kind {
	case ProposeInMail:
		return !b.booked(p.Person.Key, p.Sent, p.Subject, now)
	case ProposeAnswer:
		return slices.ContainsFunc(b.InMailsTo(p.Person.Key, now), func(m PersonInMail) bool {
			return m.ID == p.InMail && unanswered(m)
		})
	case ProposeAccepted, ProposeVanished:
		return slices.ContainsFunc(b.RequestsWith(p.person, p.invitations, now), func(r Request) bool {
			kind, at := r.proposes()
			return kind == p.Kind && at.Equal(p.Sent)
		})
	case ProposeReminder:
		r := b.State(p.Thread, p.Person.Key).Reminder
		return r != nil && r.IfNoReply && r.Set.Equal(p.since)
	default:
		s := b.State(p.Thread, p.Person.Key)
		return !s.Muted && s.ArchivedAt.Equal(p.since)
	}
}

// declined tells whether a proposal was declined.
func (b *Book) declined(id string) bool {
	return slices.ContainsFunc(b.declines[id], func(place int) bool { return !b.dead[place] })
}
