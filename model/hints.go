package model

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"cordial/model/credit"
	"cordial/model/day"
)

// HintKind tells what a hint is about.
type HintKind string

// What may explain a difference.
const (
	HintAnswered  HintKind = "answered"  // open InMails look answered
	HintGrant     HintKind = "grant"     // a grant is due, or was
	HintOverdrawn HintKind = "overdrawn" // InMails were sent without a credit
	HintPlan      HintKind = "plan"      // the plan cannot have that many
)

// Hint is one thing that may explain why LinkedIn shows another balance.
type Hint struct {
	Kind    HintKind
	Text    string   // one sentence without a full stop
	InMails []string // those that it is about
}

// grantSlack is how many days LinkedIn's grant may come before or after the ledger's:
// "by the second day of the month", says its help.
const grantSlack = 2

// ReconcileHints lists what may explain that LinkedIn shows a number of credits for
// a seat today that the ledger does not, the likeliest first. looksAnswered are the
// InMails whose conversation has a message from the other side since, as far as the
// evidence tells; those that are not open do not matter. No difference, no hints.
func (b *Book) ReconcileHints(seat string, shown int, looksAnswered []string, now time.Time) []Hint {
	l, _, ok := b.LedgerNow(seat, now)
	if !ok || shown == l.Balance {
		return nil
	}
	if shown < l.Balance {
		return lateGrant(l)
	}
	return slices.Concat(b.answeredHint(l, looksAnswered), earlyGrant(l), b.overdrawnHint(l), planHint(l, shown))
}

// answeredHint names the open InMails that look answered.
func (b *Book) answeredHint(l credit.Ledger, looksAnswered []string) []Hint {
	var open int
	var found, names []string
	for _, m := range l.OpenInMails() {
		if m.Refund != credit.RefundPossible {
			continue
		}
		open++
		if slices.Contains(looksAnswered, m.ID) {
			found, names = append(found, m.ID), append(names, b.contactName(m.Contact))
		}
	}
	if len(found) == 0 || l.Policy.RefundRule != credit.RefundOnReply {
		return nil
	}
	which := fmt.Sprintf("%d of the %d open InMails look", len(found), open)
	switch {
	case open == 1:
		which = "the open InMail looks"
	case len(found) == 1:
		which = fmt.Sprintf("1 of the %d open InMails looks", open)
	}
	return []Hint{{HintAnswered, fmt.Sprintf("%s answered in the imported messages (%s): an answer recorded brings its credit back",
		which, fewNames(names)), found}}
}

// earlyGrant tells that the next grant is near.
func earlyGrant(l credit.Ledger) []Hint {
	grant, coming := l.NextGrant()
	if !coming || grant.On.Sub(l.On) > grantSlack {
		return nil
	}
	return []Hint{{Kind: HintGrant, Text: fmt.Sprintf("a grant of %d is due %s (%s): LinkedIn may have given it already",
		grant.Amount, near(grant.On, l.On), grant.On)}}
}

// lateGrant tells that the last monthly grant was just due.
func lateGrant(l credit.Ledger) []Hint {
	for _, e := range slices.Backward(l.Entries) {
		switch {
		case l.On.Sub(e.Day) > grantSlack:
			return nil
		case e.Kind == credit.EntryGranted && e.Event == "": // the activation grant has an event
			return []Hint{{Kind: HintGrant, Text: fmt.Sprintf("a grant of %d was due %s (%s): LinkedIn may give it later, so look again before you adjust",
				e.Amount, near(e.Day, l.On), e.Day)}}
		}
	}
	return nil
}

// overdrawnHint names the unanswered InMails that were sent without a credit.
func (b *Book) overdrawnHint(l credit.Ledger) []Hint {
	var ids, names []string
	for _, m := range l.InMails {
		if m.Overdrawn && m.State == credit.InMailOpen {
			ids, names = append(ids, m.ID), append(names, b.contactName(m.Contact))
		}
	}
	if len(ids) == 0 || l.Overdrawn == 0 {
		return nil
	}
	return []Hint{{HintOverdrawn, fmt.Sprintf("%s sent when the ledger had no credit left (%s): LinkedIn had more than it knew of",
		plural(len(ids), "InMail")+wasWere(len(ids)), fewNames(names)), ids}}
}

// planHint tells that the plan cannot have that many credits.
func planHint(l credit.Ledger, shown int) []Hint {
	switch {
	case !l.Active:
		return []Hint{{Kind: HintPlan, Text: "the seat has no plan, so it gets no grants: has it been opened again?"}}
	case l.Policy.Monthly == 0:
		return []Hint{{Kind: HintPlan, Text: l.Plan.Name + " grants no credits: is the seat on another plan?"}}
	case shown > l.Policy.Cap:
		return []Hint{{Kind: HintPlan, Text: fmt.Sprintf("%s keeps at most %d credits: is the seat on another plan, or has its cap changed?",
			l.Plan.Name, l.Policy.Cap)}}
	default:
		return nil
	}
}

// near is a day close to another in a word.
func near(on, today day.Day) string {
	switch n := on.Sub(today); n {
	case -1:
		return "yesterday"
	case 0:
		return "today"
	case 1:
		return "tomorrow"
	default:
		if n < 0 {
			return plural(-n, "day") + " ago"
		}
		return "in " + plural(n, "day")
	}
}

// contactName is the name of a contact, or its id.
func (b *Book) contactName(id string) string {
	if p, ok := b.Contact(id); ok {
		return p.Name
	}
	return id
}

// fewNames lists up to three names.
func fewNames(names []string) string {
	const few = 3
	if len(names) <= few {
		return strings.Join(names, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(names[:few], ", "), len(names)-few)
}

// plural is a number of things.
func plural(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}

// wasWere is the verb behind a number of things.
func wasWere(n int) string {
	if n == 1 {
		return " was"
	}
	return " were"
}
