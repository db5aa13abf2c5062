package model

import (
	"slices"
	"time"

	"cordial/model/credit"
	"cordial/model/day"
)

// correspondence is what passed between the user and somebody who was sent an InMail,
// or probably was.
type correspondence struct {
	recorded []PersonInMail
	sent     []time.Time // all InMails, the probable ones included
	wrote    []int       // places in Threads of the conversations in which they wrote
}

// answered tells whether a message counts for an InMail sent at an instant, rather than
// for a later one (ledger rule 12).
func (c *correspondence) answered(sent, reply time.Time) bool {
	return !slices.ContainsFunc(c.sent, func(later time.Time) bool { return later.After(sent) && later.Before(reply) })
}

// answers proposes the probable InMails with what answers them, and the answers to
// those that have none on record.
func (f *finder) answers() error {
	all := f.correspondences()
	for _, p := range f.found {
		c := all[f.Root(p.Person.Key)]
		reply, thread, err := f.firstOf(c, p.Sent, &p)
		if err != nil {
			return err
		}
		if thread >= 0 && c.answered(p.Sent, reply) {
			p.Reply = reply
		}
		f.add(p)
	}
	for _, c := range all {
		for _, m := range c.recorded {
			if !unanswered(m) {
				continue
			}
			reply, thread, err := f.firstOf(c, m.At, nil)
			if err != nil {
				return err
			}
			if thread < 0 || !c.answered(m.At, reply) || day.Of(reply, m.Seat.Zone) < m.SentOn {
				continue
			}
			f.add(f.answer(m, reply, f.clues.Threads.Row(thread)))
		}
	}
	return nil
}

// answer proposes that a message answers a recorded InMail.
func (f *finder) answer(m PersonInMail, reply time.Time, t Thread) Proposal {
	p := Proposal{
		ID: proposalID(ProposeAnswer, m.ID, reply), Kind: ProposeAnswer, At: reply, Reply: reply, Sent: m.At,
		InMail: m.ID, Subject: m.Subject, Seat: m.Seat, Cost: m.Cost, FreeReason: m.FreeReason, Sure: Likely,
		Why:   "it is the first that they wrote after the InMail",
		Doubt: "only you can tell whether it answers the InMail",
	}
	name(&p, t)
	return p
}

// correspondences gathers them by the root of the person: of everybody with a probable
// InMail, or an unanswered one.
func (f *finder) correspondences() map[Key]*correspondence {
	all := map[Key]*correspondence{}
	of := func(person Key) *correspondence {
		root := f.Root(person)
		if all[root] == nil {
			c := &correspondence{recorded: f.InMailsTo(root, f.now)}
			for _, m := range c.recorded {
				if m.State != credit.InMailUndelivered {
					c.sent = append(c.sent, m.At)
				}
			}
			all[root] = c
		}
		return all[root]
	}
	for _, p := range f.found {
		if c := of(p.Person.Key); p.Refusal == nil {
			c.sent = append(c.sent, p.Sent)
		}
	}
	for _, place := range f.Book.inmails {
		person := f.PersonKey(f.events[place].Decision.(InMailSent).Contact)
		if !f.dead[place] && slices.ContainsFunc(f.InMailsTo(person, f.now), unanswered) {
			of(person)
		}
	}
	if len(all) == 0 {
		return nil
	}
	for i := range f.clues.Threads.Len() {
		if h := f.clues.Threads.Head(i); !h.Group && h.Person != 0 && h.LastIn != 0 {
			if c := all[f.Root(h.Person)]; c != nil {
				c.wrote = append(c.wrote, i)
			}
		}
	}
	return all
}

// firstOf is the first message of theirs after an instant, and the place of its
// conversation; -1 for none. What answers a probable InMail in its own conversation is
// known already.
func (f *finder) firstOf(c *correspondence, after time.Time, guess *Proposal) (first time.Time, thread int, err error) {
	thread = -1
	for _, place := range c.wrote {
		h := f.clues.Threads.Head(place)
		at, found := time.Time{}, false
		switch {
		case guess != nil && guess.Thread == h.Key:
			at, found = guess.guessed, !guess.guessed.IsZero()
		case h.LastIn > after.Unix():
			if at, found, err = f.clues.Reply(h.Key, after); err != nil {
				return first, thread, err
			}
		}
		if found && (thread < 0 || at.Before(first)) {
			first, thread = at, place
		}
	}
	return first, thread, nil
}
