package model

import (
	"time"

	"cordial/model/credit"
	"cordial/model/day"
)

// Undelivered is what AnswerInMail takes beside the answers of ledger rule 8.
const Undelivered = "undelivered"

// AnswerInMail records the answer to the latest open InMail to a person, or that
// it was not delivered. It is refused when there is none, when it was answered
// before, when the answer is dated before the send, and, unless the user insists,
// when the window is over: the credit then does not come back.
func (b *Book) AnswerInMail(p Person, answer string, at, now time.Time, insist bool) ([]Draft, error) {
	if at.After(now) {
		return nil, notYet("the answer", at)
	}
	m, err := b.answerable(p, at, now)
	if err != nil {
		return nil, err
	}
	on := day.Of(at, m.Seat.Zone)
	if on < m.SentOn {
		return nil, refuse("ledger 8", "", "the answer is dated %s, before the InMail was sent on %s", on, m.SentOn)
	}
	if answer == Undelivered {
		return []Draft{{At: at, Decision: InMailUndelivered{InMail: m.ID}}}, nil
	}
	d := InMailAnswered{InMail: m.ID, Answer: answer}
	if err := d.check(); err != nil {
		return nil, err
	}
	if on > m.RefundUntil && !insist {
		return nil, refuse("ledger 8", "record it all the same with --insist",
			"the window for %s ended on %s, so no credit comes back", p.Name, m.RefundUntil)
	}
	return []Draft{{At: at, Decision: d}}, nil
}

// answerable is the InMail that an answer counts for: the latest unanswered one,
// of those sent by the day of the answer if there are any (ledger rule 12).
func (b *Book) answerable(p Person, at, now time.Time) (*PersonInMail, error) {
	var found, last *PersonInMail
	for _, m := range b.InMailsTo(p.Key, now) {
		last = &m
		unanswered := m.State == credit.InMailOpen || m.State == credit.InMailLapsed
		if unanswered && (found == nil || m.SentOn <= day.Of(at, m.Seat.Zone)) {
			found = &m
		}
	}
	switch {
	case found != nil:
		return found, nil
	case last == nil:
		return nil, refuse("ledger 8", "record it first with: cordial inmail PERSON sent", "no InMail to %s is on record", p.Name)
	case last.State == credit.InMailUndelivered:
		return nil, refuse("ledger 10", "", "the InMail to %s of %s was not delivered", p.Name, last.SentOn)
	default:
		return nil, refuse("ledger 8", "", "the InMail to %s of %s is answered already", p.Name, last.SentOn)
	}
}
