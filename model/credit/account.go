package credit

import (
	"fmt"
	"strings"

	"cordial/model/day"
)

// Account explains a balance: what it was before a day, what came and went since, and which lots that leaves.
// It adds up: Start and the terms are the balance (ledger rule 17), and so are the lots.
type Account struct {
	From    day.Day // the first day accounted for
	On      day.Day // the last
	Start   int     // the balance before the first
	Terms   []Term  // what came, then what went, without what did not happen
	Balance int
	Lots    []Lot // what the balance is made of, in spending order, equal ones merged

	RefundForfeited int // refunds that did not come in these days
	Overdrawn       int // InMails sent without credit since the balance was last known
}

// Term is a summand of an account.
type Term struct {
	Kind   EntryKind `json:"kind"`
	Amount int       `json:"amount"` // gained, or lost if negative
}

// Account answers why the balance is what it is, from a day on; [day.Min] explains it from the beginning.
func (l Ledger) Account(from day.Day) Account {
	first := l.firstEntry(from)
	a := Account{
		From: from, On: l.On, Balance: l.Balance, Lots: l.MergedLots(), Overdrawn: l.Overdrawn,
	}
	if first > 0 {
		a.Start = l.Entries[first-1].Balance
	} else if len(l.Entries) > 0 {
		a.From = l.Entries[0].Day
	}
	moved := sumOf(l.Entries[first:])
	a.Terms = moved.terms()
	a.RefundForfeited = moved.RefundForfeited
	return a
}

// terms lists what came and went in the order of rule 17.
func (t Totals) terms() []Term {
	all := []Term{
		{EntryOpening, t.Opening},
		{EntryGranted, t.Granted},
		{EntryRefunded, t.Refunded},
		{EntryAdjustedIn, t.AdjustedIn},
		{EntryOverdrawn, t.Overdrawn},
		{EntryDebited, -t.Debited},
		{EntryExpired, -t.Expired},
		{EntryEvicted, -t.Evicted},
		{EntryForfeited, -t.Forfeited},
		{EntryAdjustedOut, -t.AdjustedOut},
	}
	happened := all[:0]
	for _, term := range all {
		if term.Amount != 0 {
			happened = append(happened, term)
		}
	}
	return happened
}

// Equation writes the account as one line: "37 = 50 granted + 2 refunded − 15 sent".
func (a Account) Equation() string {
	var line strings.Builder
	fmt.Fprintf(&line, "%d =", a.Balance)
	if a.Start > 0 || len(a.Terms) == 0 {
		fmt.Fprintf(&line, " %d before", a.Start)
	}
	for i, term := range a.Terms {
		switch {
		case term.Amount < 0:
			line.WriteString(" −")
		case i > 0 || a.Start > 0:
			line.WriteString(" +")
		}
		fmt.Fprintf(&line, " %d %s", max(term.Amount, -term.Amount), past(term.Kind))
	}
	return line.String()
}

// mostLots is how many lots an account names before it sums the rest up.
const mostLots = 5

// Sentences answers "why 37?": the equation, the lots, and what the reader should know besides.
func (a Account) Sentences(say Tongue) []string {
	said := []string{a.Equation() + fmt.Sprintf(", since %s.", say.day(a.From))}
	if a.Balance > 0 {
		said = append(said, a.lotsLeft(say))
	}
	if a.RefundForfeited > 0 {
		said = append(said, counted(a.RefundForfeited, "refund")+" did not come: the pool was full or the plan had ended.")
	}
	if a.Overdrawn > 0 {
		said = append(said, counted(a.Overdrawn, "InMail")+" went out with no credit left: reconcile with the number LinkedIn shows.")
	}
	return said
}

// lotsLeft names the lots of the balance.
func (a Account) lotsLeft(say Tongue) string {
	var parts []string
	rest := a.Balance
	for _, lot := range a.Lots[:min(len(a.Lots), mostLots)] {
		parts = append(parts, fmt.Sprintf("%d %s", lot.Left, say.lot(lot.Origin)))
		rest -= lot.Left
	}
	if rest > 0 {
		parts = append(parts, fmt.Sprintf("%d of %s", rest, counted(len(a.Lots)-mostLots, "younger lot")))
	}
	return fmt.Sprintf("%d = %s.", a.Balance, strings.Join(parts, " + "))
}

// past says what became of credits, for a number of them.
func past(kind EntryKind) string {
	switch kind {
	case EntryOpening:
		return "at the opening"
	case EntryAdjustedIn:
		return "added by a reconcile"
	case EntryDebited:
		return "sent"
	case EntryForfeited:
		return "forfeited with a plan"
	case EntryAdjustedOut:
		return "taken out by a reconcile"
	case EntryRefundForfeited:
		return "refunds that did not come"
	case EntryEvicted:
		return "pushed out"
	default: // granted, refunded, overdrawn, expired
		return string(kind)
	}
}
