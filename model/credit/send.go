package credit

import "cordial/model/day"

// send records an InMail and spends its credit. Without one to spend, one is born for it on the spot
// (ledger rules 6 and 7).
func (f *fold) send(fact dated) {
	if _, again := f.sent[fact.InMail]; again {
		return
	}
	at := len(f.InMails)
	f.sent[fact.InMail] = at
	f.InMails = append(f.InMails, InMail{
		ID: fact.InMail, Contact: fact.Contact, Subject: fact.Subject, Event: fact.Event, SentOn: fact.on,
		Cost: fact.Cost, FreeReason: fact.FreeReason, State: InMailOpen,
		AnsweredOn: day.Never, RefundedOn: day.Never, terms: len(f.terms) - 1,
	})
	if fact.Cost > 0 {
		f.debit(&f.InMails[at])
		f.await(at)
	}
	for _, answer := range f.early {
		if answer.InMail == fact.InMail {
			f.hear(answer)
		}
	}
}

// debit pays for an InMail with the credit that expires first.
func (f *fold) debit(m *InMail) {
	line := Entry{Day: m.SentOn, Event: m.Event, InMail: m.ID, Contact: m.Contact}
	if f.Balance == 0 {
		line.Kind, line.Reason = EntryOverdrawn, whyOverdrawn
		f.add(LotOverdrawn, 1, line)
		f.Overdrawn++
		m.Overdrawn = true
	}
	m.Paid = f.Lots[0].Origin
	line.Kind, line.Reason = EntryDebited, whyDebited
	f.take(1, line)
}

// hear records what came of an InMail. Noted with an earlier hour than the send of the same day, it waits
// for that send.
func (f *fold) hear(fact dated) {
	at, known := f.sent[fact.InMail]
	if !known {
		f.early = append(f.early, fact)
		return
	}
	m := &f.InMails[at]
	if fact.Kind == Undelivered {
		f.bounce(m, fact)
	} else {
		f.answer(m, fact)
	}
}

// answer takes the first answer; in time and under the rule for it, it returns the credit (ledger rule 8).
func (f *fold) answer(m *InMail, fact dated) {
	if m.State != InMailOpen {
		return
	}
	m.State, m.Answer, m.AnsweredOn = InMailAnswered, fact.Answer, fact.on
	terms := f.terms[m.terms]
	if m.Cost > 0 && terms.RefundRule == RefundOnReply && fact.on <= f.refundUntil(m) {
		f.refund(m, fact.on, fact.Event, whyAnswered(fact.Answer, m.DayN(fact.on), terms.RefundWindowDays))
	}
}

// bounce returns the credit of an InMail that was not delivered (ledger rule 10).
func (f *fold) bounce(m *InMail, fact dated) {
	m.State = InMailUndelivered
	if m.Cost > 0 && !m.settled() {
		f.refund(m, fact.on, fact.Event, whyUndelivered)
	}
}
