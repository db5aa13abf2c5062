package credit

import (
	"fmt"
	"slices"

	"cordial/model/day"
)

// Tale opens a line of the statement: who, when and why, and the whole life of the credits it moved.
type Tale struct {
	On     day.Day // the day of the ledger
	Entry  Entry
	InMail *InMail  // the one it concerns, nil for none
	Life   Life     // of the lot whose credits it moved; empty for a refund that did not come
	Spent  []string // ids of the people that credits of that lot were spent on, in order
	Silent bool     // the InMail is refunded if it is not answered, rather than if it is
}

// Tale answers what is behind a line of the statement, given its place in [Ledger.Entries].
func (l Ledger) Tale(line int) Tale {
	t := Tale{On: l.On, Entry: l.Entries[line]}
	t.Life, _ = l.LifeOf(t.Entry.Lot)
	if m, known := l.InMail(t.Entry.InMail); known {
		t.InMail, t.Silent = &m, slices.Contains(l.awaiting, l.sent[m.ID])
	}
	for _, at := range t.Life.Ends {
		if e := &l.Entries[at]; e.Kind == EntryDebited {
			t.Spent = append(t.Spent, e.Contact)
		}
	}
	return t
}

// Sentences tells the line's credits from birth to end.
func (t Tale) Sentences(say Tongue) []string {
	said := []string{t.event(say)}
	switch t.Entry.Kind {
	case EntryDebited:
		said = append(said, fmt.Sprintf("It was %s.", say.lot(t.Entry.Lot)), t.outcome(say))
	case EntryRefundForfeited:
	default:
		if t.Life.Born > 0 {
			said = append(said, t.Life.Sentence(say))
		}
		if len(t.Spent) > 0 {
			said = append(said, "Spent on InMails to "+listed(t.receivers(say))+".")
		}
	}
	return said
}

// event tells what happened.
func (t Tale) event(say Tongue) string {
	e := &t.Entry
	n := counted(max(e.Amount, -e.Amount), "credit")
	return fmt.Sprintf("On %s %s%s: %s.", say.day(e.Day), e.deed(n), t.regarding(say), e.Reason)
}

// deed says what a line did with its credits.
func (e Entry) deed(credits string) string {
	switch e.Kind {
	case EntryDebited:
		return credits + " paid for an InMail"
	case EntryExpired:
		return credits + " expired"
	case EntryEvicted:
		return credits + " went to make room"
	case EntryForfeited, EntryAdjustedOut:
		return credits + " went"
	case EntryRefundForfeited:
		return "no credit came back"
	case EntryRefunded:
		return credits + " came back"
	case EntryOpening, EntryGranted, EntryAdjustedIn, EntryOverdrawn:
		return credits + " came"
	default:
		return credits
	}
}

// regarding names the InMail that the line is about, and whom it went to.
func (t Tale) regarding(say Tongue) string {
	switch {
	case t.Entry.InMail == "":
		return ""
	case t.Entry.Kind == EntryDebited:
		return " to " + say.person(t.Entry.Contact)
	case t.InMail == nil || t.Entry.Kind == EntryOverdrawn:
		return " for the InMail to " + say.person(t.Entry.Contact)
	default:
		return fmt.Sprintf(" for the InMail of %s to %s", say.day(t.InMail.SentOn), say.person(t.Entry.Contact))
	}
}

// mostNamed is how many people a tale names before it counts the rest.
const mostNamed = 5

// receivers names whom the credits were spent on.
func (t Tale) receivers(say Tongue) []string {
	var names []string
	for _, contact := range t.Spent[:min(len(t.Spent), mostNamed)] {
		names = append(names, say.person(contact))
	}
	if more := len(t.Spent) - len(names); more > 0 {
		names = append(names, fmt.Sprintf("%d more", more))
	}
	return names
}

// Sentence tells what became of a lot's credits; the numbers add up.
func (life Life) Sentence(say Tongue) string {
	var parts []string
	for _, term := range life.Counts.terms() {
		if term.Amount < 0 {
			parts = append(parts, fmt.Sprintf("%d %s", -term.Amount, past(term.Kind)))
		}
	}
	if life.Left > 0 {
		parts = append(parts, fmt.Sprintf("%d left", life.Left))
	}
	return fmt.Sprintf("Of %s %s: %s.", counted(life.Born, "credit"), say.lot(life.Origin), listed(parts))
}

// lot says how credits came to be and how long they last: "granted on 2026-01-01 (expires 2026-04-01)".
func (t Tongue) lot(o Origin) string {
	text := o.Kind.born() + " " + t.day(o.Born)
	switch {
	case o.Kind == LotOverdrawn:
		return text
	case o.Expires == day.Never:
		return text + " (does not expire)"
	default:
		return text + " (expires " + t.day(o.Expires) + ")"
	}
}

// born says how credits of the kind come to be, with the word that leads to their day.
func (k LotKind) born() string {
	switch k {
	case LotOpening:
		return "there at the opening on"
	case LotGrant:
		return "granted on"
	case LotRefund:
		return "refunded on"
	case LotAdjustment:
		return "added by a reconcile on"
	case LotOverdrawn:
		return "overdrawn on"
	default:
		return string(k) + " of"
	}
}

// outcome tells where the InMail stands and what has become of its credit, or may.
func (t Tale) outcome(say Tongue) string {
	m := t.InMail
	standing := m.standing(t.On, say)
	switch {
	case m.Refund == RefundGiven:
		return fmt.Sprintf("%s; its credit came back on %s.", standing, say.day(m.RefundedOn))
	case m.Refund == RefundForfeited:
		return fmt.Sprintf("%s; its credit was due on %s and did not come.", standing, say.day(m.RefundedOn))
	case m.Refund != RefundPossible:
		return standing + "; its credit does not come back."
	case t.Silent:
		return fmt.Sprintf("%s: without an answer by %s the credit comes back.", standing, say.day(m.RefundUntil))
	default:
		return fmt.Sprintf("%s: an answer by %s brings the credit back.", standing, say.day(m.RefundUntil))
	}
}

// standing tells where an InMail stands.
func (m InMail) standing(on day.Day, say Tongue) string {
	switch m.State {
	case InMailAnswered:
		return fmt.Sprintf("It was answered (%s) on %s", m.Answer, say.day(m.AnsweredOn))
	case InMailUndelivered:
		return "It could not be delivered"
	case InMailLapsed:
		return "It was not answered by " + say.day(m.RefundUntil)
	default:
		return fmt.Sprintf("It is open, on day %d of %d", m.DayN(on), m.RefundUntil.Sub(m.SentOn))
	}
}
