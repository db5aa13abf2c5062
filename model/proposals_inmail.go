package model

import (
	"strings"
	"time"

	"cordial/model/day"
)

// payable tells who pays for an InMail of some instant.
type payable uint8

const (
	noSeat  payable = iota // there is none at all
	opening                // it was sent before any seat was opened
	noPlan                 // no seat had a plan then
	paid                   // a seat had
)

// payer is the seat that pays for an InMail sent at an instant: of those that had a
// plan the active one, else the one opened first.
func (b *Book) payer(at, now time.Time) (seat Seat, how payable) {
	active, _ := b.ActiveSeat(now)
	for _, s := range b.Seats() {
		state := b.stateThen(b.seatByID[s.ID], at)
		if state == paid && (how != paid || s.ID == active.ID) {
			seat = s
		}
		how = max(how, state)
	}
	return seat, how
}

// stateThen is how a seat stood at an instant. On the day of its opening, what was sent
// before LinkedIn showed the opening balance is part of it (ledger rule 1).
func (b *Book) stateThen(s *seatRecord, at time.Time) payable {
	state, last, on := opening, time.Time{}, day.Of(at, s.zone)
	for _, place := range s.places {
		e := b.events[place]
		if b.dead[place] || day.Of(e.At, s.zone) > on || e.At.Before(last) {
			continue
		}
		switch d := e.Decision.(type) {
		case SeatOpened:
			if d.OpeningBalance == nil || !at.Before(e.At) {
				state, last = paid, e.At
			}
		case SeatPlanChanged:
			if state != opening {
				state, last = paid, e.At
			}
		case SeatCancelled:
			if state != opening {
				state, last = noPlan, e.At
			}
		}
	}
	return state
}

// sameInMail is how long before or after its message an InMail may have been recorded
// and still be that one: the day that somebody types means its noon.
const sameInMail = 36 * time.Hour

// booked tells whether an InMail that the messages show is on record: one of about that
// time, or one recorded later under the same subject while no second one can have been
// sent (ledger rule 12).
func (b *Book) booked(person Key, sent time.Time, subject string, now time.Time) bool {
	for _, m := range b.InMailsTo(person, now) {
		late := m.At.Sub(sent)
		named := subject != "" && strings.EqualFold(strings.TrimSpace(m.Subject), strings.TrimSpace(subject))
		window := m.RefundUntil.Sub(m.SentOn)
		if late.Abs() <= sameInMail || named && late > 0 && m.SentOn.Sub(day.Of(sent, m.Seat.Zone)) <= window {
			return true
		}
	}
	return false
}

// inmails finds what looks like InMails that the user sent. Those of before the first
// seat are only counted.
func (f *finder) inmails() error {
	for _, t := range f.clues.suspects {
		p := f.suspect(t)
		if !f.Stands(p, f.now) {
			continue
		}
		seat, how := f.payer(p.Sent, f.now)
		switch how {
		case opening:
			f.review.Opening++
			continue
		case noSeat:
			p.Refusal = refuse("ledger 1", "open a seat first", "there is no seat to pay for the InMail to %s", p.Name)
		case noPlan:
			p.Refusal = refuse("ledger 13", "open a seat of that time first, or decline this", "no seat had a plan on %s", f.day(day.Of(p.Sent, f.now.Location())))
		case paid:
			p.Seat = seat
		}
		f.found = append(f.found, p)
	}
	return nil
}

// suspect is the proposal about one conversation, without the seat that pays.
func (f *finder) suspect(t Thread) Proposal {
	p := Proposal{Kind: ProposeInMail, Subject: t.Subject, Sent: time.Unix(t.InMail.At, 0).UTC(), Cost: 1}
	name(&p, t)
	p.At = p.Sent
	if t.InMail.Answered != 0 {
		p.guessed = time.Unix(t.InMail.Answered, 0).UTC()
	}
	p.ID = proposalID(p.Kind, t.ID, p.Sent)
	p.InMail = p.ID
	found := f.clues.people[t.Person]
	known := found.Key != 0
	if !known {
		found = Person{ID: p.Person.ID, Key: t.Person, Name: p.Person.Name, Degree: DegreeUnknown}
	}
	p.person = found
	if typed, ok := f.Person(t.Person, found, known); ok {
		p.person = typed
	}
	f.judge(&p)
	return p
}

// judge says how sure it is that a conversation began with an InMail that cost a credit
// (linkedin-export.md section 7: messages with a subject to somebody who was a
// connection then, and to Open Profiles, look the same).
func (f *finder) judge(p *Proposal) {
	p.Why = "the first message is yours, it has a subject, and you were not connected then"
	p.Sure = Likely
	var doubts []string
	lower := func(text string) {
		p.Sure = max(Doubtful, p.Sure-1)
		doubts = append(doubts, text)
	}
	on, connected := f.connection(p.Person.Key)
	switch {
	case connected && on != 0:
		lower("you are connected since " + f.day(on) + ", and may have been before")
	case p.person.Degree == 1:
		lower("you say that they are 1st degree, whom a message costs nothing")
		p.FreeReason = FreeFirstDegree
	case p.person.URL == "":
		lower("their profile is gone, so nobody can tell whether you were connected")
	}
	if p.Sent.AddDate(1, 0, 0).Before(f.now) {
		lower("it is more than a year old, and the connection may have ended since")
	}
	if p.FreeReason == "" && p.person.OpenProfile {
		p.FreeReason = FreeOpenProfile
	}
	if p.FreeReason != "" {
		p.Cost = 0
	} else {
		doubts = append(doubts, "it was free if their profile was open")
	}
	p.Doubt = strings.Join(doubts, "; ")
}

// connection is since when somebody is a connection, by the evidence.
func (f *finder) connection(person Key) (on day.Day, connected bool) {
	for _, k := range f.Keys(person) {
		if on, connected = f.clues.connected[k]; connected {
			return on, true
		}
	}
	return 0, false
}
