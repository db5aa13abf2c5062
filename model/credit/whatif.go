package credit

import (
	"fmt"
	"math"
	"slices"

	"cordial/model/day"
)

// WhatIf compares two ledgers of one day: as things are, and as they would be if something happened to the
// seat. Nothing is recorded.
type WhatIf struct {
	On            day.Day
	Before, After Ledger
	New           []Entry // lines the statement would have and has not
	Gone          []Entry // lines it has and would not have
	Moves         Totals  // of the new lines, less those gone
	LostRefunds   int     // open InMails whose credit could come back, and no longer would
}

// WhatIf answers what facts would do to a seat by the end of a day, or of their own if that is later. They
// are taken to be recorded last.
func (h History) WhatIf(on day.Day, facts ...Fact) WhatIf {
	for _, fact := range facts {
		on = max(on, day.Of(fact.At, h.Zone))
	}
	return h.WhatIfFrom(Fold(h, on), facts...)
}

// WhatIfFrom is WhatIf for who has the ledger as things are, which saves folding it. Facts dated after its
// day do not matter.
func (h History) WhatIfFrom(before Ledger, facts ...Fact) WhatIf {
	with := h
	with.Facts = slices.Clip(h.Facts)
	for _, fact := range facts {
		fact.Seq = math.MaxInt
		with.Facts = append(with.Facts, fact)
	}
	c := WhatIf{On: before.On, Before: before, After: Fold(with, before.On)}
	c.New, c.Gone = differences(c.Before.Entries, c.After.Entries)
	c.Moves = c.After.Totals.minus(c.Before.Totals)
	c.LostRefunds = c.lostRefunds()
	return c
}

// lostRefunds counts the InMails whose credit could come back, and neither could any longer nor did.
func (c WhatIf) lostRefunds() int {
	n := 0
	for i := range c.Before.InMails {
		if c.Before.InMails[i].Refund != RefundPossible {
			continue
		}
		after, _ := c.After.InMail(c.Before.InMails[i].ID)
		if after.Refund != RefundPossible && after.Refund != RefundGiven {
			n++
		}
	}
	return n
}

// differences answers the lines of one statement that the other lacks, and the other way round, whatever the
// balances beside them. Of a line that only differs in its amount it answers the difference.
func differences(before, after []Entry) (added, gone []Entry) {
	same := 0
	for same < min(len(before), len(after)) && before[same] == after[same] {
		same++
	}
	before, after = before[same:], after[same:]
	more := make(map[Entry]int, len(before)+len(after))
	for i := range after {
		more[after[i].cause()] += after[i].credits()
	}
	for i := range before {
		more[before[i].cause()] -= before[i].credits()
	}
	return surplus(after, more, 1), surplus(before, more, -1)
}

// surplus answers the lines that there are more credits of on their side, each once.
func surplus(lines []Entry, more map[Entry]int, side int) []Entry {
	var rest []Entry
	for _, e := range lines {
		cause := e.cause()
		n := more[cause] * side
		if n <= 0 {
			continue
		}
		delete(more, cause)
		switch {
		case e.Amount < 0:
			e.Amount = -n
		case e.Amount > 0:
			e.Amount = n
		}
		rest = append(rest, e)
	}
	return rest
}

// cause is a line without its numbers.
func (e Entry) cause() Entry {
	e.Amount, e.Balance = 0, 0
	return e
}

// Sentences says what changes; the first says what the balance becomes.
func (c WhatIf) Sentences(say Tongue) []string {
	said := []string{c.balance(say)}
	for _, term := range sumOf(c.New).terms() {
		said = append(said, doing(term.Kind)+" "+counted(max(term.Amount, -term.Amount), "credit")+".")
	}
	if undone := sumOf(c.Gone).terms(); len(undone) > 0 {
		said = append(said, "Undoes on the statement: "+listed(named(undone))+".")
	}
	if c.LostRefunds > 0 {
		said = append(said, counted(c.LostRefunds, "open InMail")+" can no longer bring a credit back.")
	}
	said = append(said, policyChanges(c.Before.Policy, c.After.Policy)...)
	if next := c.nextGrant(say); next != "" {
		said = append(said, next)
	}
	return said
}

func (c WhatIf) balance(say Tongue) string {
	if c.Before.Balance == c.After.Balance {
		return fmt.Sprintf("On %s the balance stays at %d.", say.day(c.On), c.After.Balance)
	}
	return fmt.Sprintf("On %s the balance goes from %d to %d.", say.day(c.On), c.Before.Balance, c.After.Balance)
}

// doing says what a new line does to credits.
func doing(kind EntryKind) string {
	switch kind {
	case EntryOpening:
		return "Opens with"
	case EntryGranted:
		return "Grants"
	case EntryRefunded:
		return "Brings back"
	case EntryAdjustedIn:
		return "Adds"
	case EntryOverdrawn:
		return "Overdraws"
	case EntryDebited:
		return "Spends"
	case EntryExpired:
		return "Lets expire"
	case EntryEvicted:
		return "Pushes out"
	case EntryForfeited:
		return "Forfeits"
	default: // adjusted_out
		return "Takes out"
	}
}

// named writes terms as "5 granted".
func named(terms []Term) []string {
	var words []string
	for _, term := range terms {
		words = append(words, fmt.Sprintf("%d %s", max(term.Amount, -term.Amount), past(term.Kind)))
	}
	return words
}

// nextGrant says how the grant to come changes, or nothing.
func (c WhatIf) nextGrant(say Tongue) string {
	before, had := c.Before.NextGrant()
	after, has := c.After.NextGrant()
	switch {
	case had == has && before == after:
		return ""
	case !has:
		return fmt.Sprintf("No grant comes any more; the next was to be %d on %s.", before.Amount, say.day(before.On))
	case !had:
		return fmt.Sprintf("The next grant is %s, and there was to be none.", after.words(say))
	default:
		return fmt.Sprintf("The next grant is %s, instead of %s.", after.words(say), before.words(say))
	}
}

func (g Grant) words(say Tongue) string {
	text := fmt.Sprintf("%d on %s", g.Amount, say.day(g.On))
	if g.Evicts > 0 {
		text += fmt.Sprintf(" (pushing out %d)", g.Evicts)
	}
	return text
}

// policyChanges says which rules are others than before.
func policyChanges(before, after Policy) []string {
	var said []string
	for _, rule := range []struct {
		name      string
		was, will any
	}{
		{"monthly grant", before.Monthly, after.Monthly},
		{"cap", before.Cap, after.Cap},
		{"life of a credit", lifeWords(before.ExpiryDays), lifeWords(after.ExpiryDays)},
		{"refund rule", before.RefundRule, after.RefundRule},
		{"refund window", counted(before.RefundWindowDays, "day"), counted(after.RefundWindowDays, "day")},
		{"refund at the cap", before.RefundAtCap, after.RefundAtCap},
	} {
		if rule.was != rule.will {
			said = append(said, fmt.Sprintf("The %s becomes %v, from %v.", rule.name, rule.will, rule.was))
		}
	}
	return said
}

func lifeWords(expiryDays int) string {
	if expiryDays <= 0 {
		return "unlimited"
	}
	return counted(expiryDays, "day")
}
