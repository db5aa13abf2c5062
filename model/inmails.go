package model

import (
	"time"

	"cordial/model/channel"
	"cordial/model/credit"
	"cordial/model/day"
)

// PersonInMail is an InMail to a person, as the ledger of its seat sees it.
type PersonInMail struct {
	credit.InMail
	At   time.Time // when it was sent
	Seat Seat
	Days int // whole days since it was sent, on the day asked for
}

// InMailsTo lists the InMails to a person that still count, oldest first, as they
// stand today. A sponsored message and a message to a 1st-degree contact are among
// them, though they are no InMails in LinkedIn's counting.
func (b *Book) InMailsTo(person Key, now time.Time) []PersonInMail {
	return b.inmailsTo(person, func(seat Seat) day.Day {
		on, _, _ := b.Today(seat.ID, now)
		return on
	})
}

// inmailsTo is InMailsTo as of any day.
func (b *Book) inmailsTo(person Key, on func(Seat) day.Day) []PersonInMail {
	var list []PersonInMail
	for _, place := range b.placesOf(person) {
		sent, ok := b.events[place].Decision.(InMailSent)
		if !ok || b.dead[place] {
			continue
		}
		seat, ok := b.seat(sent.Seat)
		if !ok {
			continue
		}
		l, _ := b.Ledger(seat.ID, on(seat))
		if m, ok := l.InMail(sent.InMail); ok {
			list = append(list, PersonInMail{InMail: m, At: b.events[place].At, Seat: seat, Days: m.DayN(l.On)})
		}
	}
	return list
}

// OpenInMailTo is the latest InMail to a person that is unanswered at an instant
// while its window is open (ledger rule 12); nil when there is none. What happened
// after the instant is not looked at, so that a send typed late is judged by the
// day on which it was made.
func (b *Book) OpenInMailTo(person Key, at time.Time) *PersonInMail {
	var open *PersonInMail
	for _, m := range b.inmailsTo(person, func(seat Seat) day.Day { return day.Of(at, seat.Zone) }) {
		if m.State == credit.InMailOpen && occupies(m.FreeReason) && (open == nil || !m.At.Before(open.At)) {
			open = &m
		}
	}
	return open
}

// occupies tells whether an InMail stands in the way of a second one. A message
// to a 1st-degree contact and a sponsored message do not: they are no InMails.
func occupies(freeReason string) bool {
	return freeReason != FreeFirstDegree && freeReason != FreeSponsored
}

// InMailRequest asks to record an InMail that was, or is about to be, sent.
type InMailRequest struct {
	InMail     string // its new id
	Person     Person
	Seat       string // id
	FreeReason string // empty: free only if the person's degree or profile says so
	Subject    string
	Body       string
	Template   string // the id of the one it was made from
	At         time.Time
	Insist     bool // record it although a rule refuses: "LinkedIn let me"
}

// InMailCheck is what sending would do: the credit check.
type InMailCheck struct {
	Seat       Seat
	Cost       int    // credits, 0 or 1
	FreeReason string // why it costs nothing
	Quote      credit.Quote
	Open       *PersonInMail // an unanswered InMail to the same person
	Refusal    *Refusal      // nil when nothing speaks against it
}

// CheckInMail answers what sending an InMail would do, on the day of r.At.
func (b *Book) CheckInMail(r InMailRequest, now time.Time) (InMailCheck, error) {
	if err := b.dated(r.Seat, r.At, now, "the InMail"); err != nil {
		return InMailCheck{}, err
	}
	seat, _ := b.FindSeat(r.Seat)
	l, _ := b.Ledger(seat.ID, day.Of(r.At, seat.Zone))
	c := InMailCheck{Seat: seat, FreeReason: freeReason(r), Quote: l.Quote()}
	if c.FreeReason == "" {
		c.Cost = 1
	}
	if occupies(c.FreeReason) {
		c.Open = b.OpenInMailTo(r.Person.Key, r.At)
	}
	if c.Refusal = c.refusal(r.Person); c.Refusal == nil {
		c.Refusal = r.tooLong()
	}
	return c, nil
}

// refusal is the first rule that speaks against sending.
func (c InMailCheck) refusal(p Person) *Refusal {
	const insist = "if LinkedIn let you, record it with --insist"
	switch {
	case c.Open != nil:
		return refuse("ledger 12", "wait for an answer; "+insist, "the InMail to %s of %s is unanswered (day %d of %d)",
			p.Name, c.Open.SentOn, c.Open.Days, c.Open.RefundUntil.Sub(c.Open.SentOn))
	case c.Cost > 0 && c.Quote.Refused() && c.Quote.NextGrant != nil:
		return refuse("ledger 7", insist, "the seat %q has no credit left; %d arrive on %s",
			c.Seat.Name, c.Quote.NextGrant.Amount, c.Quote.NextGrant.On)
	case c.Cost > 0 && c.Quote.Refused():
		return refuse("ledger 7", insist, "the seat %q has no credit left and no grant is due", c.Seat.Name)
	}
	return nil
}

// tooLong refuses a text that LinkedIn would not have taken.
func (r InMailRequest) tooLong() *Refusal {
	if why := channel.TooLong(channel.InMail, true, r.Subject, r.Body); why != "" {
		return refuse("", "shorten it; if LinkedIn took it, record it with --insist", "%s", why)
	}
	return nil
}

// freeReason is why an InMail costs nothing (ledger rule 6), empty when it costs
// a credit. What the user says goes before what the profile says.
func freeReason(r InMailRequest) string {
	switch {
	case r.FreeReason != "":
		return r.FreeReason
	case r.Person.Connected || r.Person.Degree == 1:
		return FreeFirstDegree
	case r.Person.OpenProfile:
		return FreeOpenProfile
	default:
		return ""
	}
}

// SendInMail records an InMail after the credit check. What a rule refuses comes
// back as a *Refusal, unless the user insists.
func (b *Book) SendInMail(r InMailRequest, now time.Time) ([]Draft, InMailCheck, error) {
	if err := b.Present(r.Person); err != nil {
		return nil, InMailCheck{}, err
	}
	c, err := b.CheckInMail(r, now)
	if err != nil {
		return nil, c, err
	}
	if c.Refusal != nil && !r.Insist {
		return nil, c, c.Refusal
	}
	contact, drafts := b.introduce(r.Person, r.At)
	d := InMailSent{
		InMail: r.InMail, Contact: contact, Seat: c.Seat.ID, Cost: c.Cost,
		Subject: r.Subject, Body: r.Body, FreeReason: c.FreeReason, Template: r.Template,
	}
	if err := d.check(); err != nil {
		return nil, c, err
	}
	return append(drafts, Draft{At: r.At, Decision: d}), c, nil
}
