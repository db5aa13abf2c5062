package credit

import (
	"slices"

	"cordial/model/day"
)

// refund settles an InMail: its credit comes back as a fresh one, unless the plan that paid it has ended or
// the pool is full (ledger rules 11 and 13).
func (f *fold) refund(m *InMail, today day.Day, event, why string) {
	m.RefundedOn = today
	m.Refund = RefundForfeited
	line := Entry{Day: today, Kind: EntryRefundForfeited, Event: event, InMail: m.ID, Contact: m.Contact}
	switch {
	case f.planEnded(m):
		line.Reason = why + whyPlanEnded
	case f.Policy.RefundAtCap != Overflow && f.Balance >= f.Policy.Cap:
		line.Reason = why + whyPoolFull(f.Policy.Cap)
	default:
		m.Refund = RefundGiven
		line.Kind, line.Reason = EntryRefunded, why
		f.add(LotRefund, 1, line)
		return
	}
	f.Totals.RefundForfeited++
	f.enter(line, Origin{}, 0)
}

// planEnded tells whether the plan that an InMail was sent under is no more.
func (f *fold) planEnded(m *InMail) bool { return f.terms[m.terms].plan < f.inForce().plan }

// inForce answers the terms of what is sent now.
func (f *fold) inForce() *terms { return &f.terms[len(f.terms)-1] }

// refundUntil answers the last day on which an answer to an InMail counts.
func (f *fold) refundUntil(m *InMail) day.Day { return m.SentOn.Add(f.terms[m.terms].RefundWindowDays) }

// refundState tells what has become, or may become, of an InMail's credit.
func (f *fold) refundState(m *InMail) RefundState {
	switch {
	case m.settled():
		return m.Refund
	case m.Cost > 0 && m.State == InMailOpen && !f.planEnded(m):
		return RefundPossible
	default:
		return RefundNone
	}
}

// await puts an InMail into the queue of those that a missing answer refunds, if its plan has that rule.
func (f *fold) await(at int) {
	if f.terms[f.InMails[at].terms].RefundRule != RefundOnNoReply {
		return
	}
	place := len(f.awaiting)
	for place > 0 && f.noReplyDue(f.awaiting[place-1]) > f.noReplyDue(at) {
		place--
	}
	f.awaiting = slices.Insert(f.awaiting, place, at)
}

// adoptUnplanned gives what was sent before the first opening the chances of the plan that opens.
func (f *fold) adoptUnplanned(today day.Day) {
	for at := range f.InMails {
		if f.InMails[at].Cost > 0 && f.noReplyDue(at) >= today {
			f.await(at)
		}
	}
}

// noReplyDue answers the day on which a missing answer refunds an InMail: the first after its window.
func (f *fold) noReplyDue(at int) day.Day { return f.refundUntil(&f.InMails[at]).Add(1) }

// refundUnanswered returns the credits of InMails whose window closed yesterday without an answer, in order
// of sending (ledger rule 9).
func (f *fold) refundUnanswered(today day.Day) {
	for len(f.awaiting) > 0 && f.noReplyDue(f.awaiting[0]) <= today {
		m := &f.InMails[f.awaiting[0]]
		f.awaiting = f.awaiting[1:]
		if m.State == InMailOpen {
			f.refund(m, today, "", whyNoReply(f.terms[m.terms].RefundWindowDays))
		}
	}
}
