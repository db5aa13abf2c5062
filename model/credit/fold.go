package credit

import (
	"cmp"
	"slices"

	"cordial/model/day"
)

// fold is a ledger on its way from the seat's first day to the one asked about.
type fold struct {
	Ledger
	facts      []dated // those still to come, in the order they happened
	early      []dated // today's answers to InMails that are not sent yet
	activation *Fact   // began a plan today whose activation grant is due
}

// dated is a fact on its civil day.
type dated struct {
	on day.Day
	*Fact
}

func newFold(h History, on day.Day) *fold {
	f := &fold{}
	f.Policy = unplanned()
	f.terms = []terms{{Policy: f.Policy}}
	f.billing = day.Never
	f.facts = inOrder(h, on)
	f.makeRoom()
	return f
}

// inOrder answers the facts up to a day in the order they happened. The day comes before the instant: where
// clocks fall back over midnight, an instant of today can precede one of yesterday.
func inOrder(h History, upTo day.Day) []dated {
	facts := make([]dated, 0, len(h.Facts))
	for i := range h.Facts {
		fact := &h.Facts[i]
		if on := day.Of(fact.At, h.Zone); on <= upTo {
			facts = append(facts, dated{on, fact})
		}
	}
	slices.SortStableFunc(facts, func(a, b dated) int {
		return cmp.Or(cmp.Compare(a.on, b.on), a.At.Compare(b.At), cmp.Compare(a.Seq, b.Seq))
	})
	return facts
}

// makeRoom reserves what the facts will fill, since growing step by step costs more than all the rest.
func (f *fold) makeRoom() {
	sends := 0
	for _, fact := range f.facts {
		if fact.Kind == Sent {
			sends++
		}
	}
	f.InMails = make([]InMail, 0, sends)
	f.Entries = make([]Entry, 0, len(f.facts)+len(f.facts)/4)
	f.sent = make(map[string]int, sends)
}

// run lives through every day up to the given one on which something happens, and leaps over the others.
func (f *fold) run(until day.Day) {
	for today := f.nextDay(); today <= until; today = f.nextDay() {
		f.live(today)
	}
}

// nextDay answers the next day on which something happens, or [day.Never].
func (f *fold) nextDay() day.Day {
	next := f.billing
	if len(f.facts) > 0 {
		next = min(next, f.facts[0].on)
	}
	if len(f.Lots) > 0 {
		next = min(next, f.Lots[0].Expires)
	}
	if len(f.awaiting) > 0 {
		next = min(next, f.noReplyDue(f.awaiting[0]))
	}
	return next
}

// live takes the seat through one day, in the order of the package's "A day".
func (f *fold) live(today day.Day) {
	facts := f.factsOf(today)
	f.expire(today)
	f.changePlan(facts)
	f.grant(today)
	f.refundUnanswered(today)
	for _, fact := range facts {
		f.record(fact)
	}
	f.early = f.early[:0]
}

// factsOf takes the facts of one day off those to come.
func (f *fold) factsOf(today day.Day) []dated {
	n := 0
	for n < len(f.facts) && f.facts[n].on == today {
		n++
	}
	facts := f.facts[:n]
	f.facts = f.facts[n:]
	return facts
}

// record applies one of the user's own events.
func (f *fold) record(fact dated) {
	switch fact.Kind {
	case Sent:
		f.send(fact)
	case Answered, Undelivered:
		f.hear(fact)
	case Reconciled:
		f.reconcile(fact)
	default: // plans have had their turn
	}
}

// close fixes what depends on the day the ledger is asked for.
func (f *fold) close(on day.Day) Ledger {
	f.On = on
	for i := range f.InMails {
		m := &f.InMails[i]
		m.RefundUntil = f.refundUntil(m)
		if m.State == InMailOpen && on > m.RefundUntil {
			m.State = InMailLapsed
		}
		m.Refund = f.refundState(m)
	}
	return f.Ledger
}
