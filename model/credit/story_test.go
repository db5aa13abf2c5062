package credit_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"cordial/model/credit"
	"cordial/model/day"
)

// story tells a seat's history a sentence at a time. Days are written 2026-01-05; what happens on one happens
// at noon UTC, in the order told. InMails are called im1, im2 … in the order they are sent.
type story struct {
	credit.History
	sent int
}

// opened begins a story with the seat's opening.
func opened(plan, on string) *story { return openedWith(on, credit.Fact{Plan: plan}) }

// openedWith begins a story with an opening of one's own.
func openedWith(on string, opening credit.Fact) *story {
	s := &story{History: credit.History{Seat: "main", Name: "Main", Zone: time.UTC}}
	opening.Kind = credit.Opened
	return s.add(on, opening)
}

func (s *story) add(on string, f credit.Fact) *story {
	if f.At.IsZero() {
		f.At = on2day(on).Start(time.UTC).Add(12 * time.Hour)
	}
	f.Seq = len(s.Facts)
	f.Event = fmt.Sprintf("e%d", f.Seq+1)
	s.Facts = append(s.Facts, f)
	return s
}

// send sends n InMails that cost a credit each.
func (s *story) send(on string, n int) *story { return s.sendAt(on, n, 1) }

// sendFree sends n InMails that cost nothing.
func (s *story) sendFree(on string, n int) *story { return s.sendAt(on, n, 0) }

func (s *story) sendAt(on string, n, cost int) *story {
	for range n {
		s.sent++
		s.add(on, credit.Fact{
			Kind: credit.Sent, InMail: fmt.Sprintf("im%d", s.sent), Contact: fmt.Sprintf("c%d", s.sent), Cost: cost,
		})
	}
	return s
}

func (s *story) answer(on string, inmail int, answer string) *story {
	return s.add(on, credit.Fact{Kind: credit.Answered, InMail: fmt.Sprintf("im%d", inmail), Answer: answer})
}

func (s *story) bounce(on string, inmail int) *story {
	return s.add(on, credit.Fact{Kind: credit.Undelivered, InMail: fmt.Sprintf("im%d", inmail)})
}

func (s *story) change(on, plan string) *story {
	return s.add(on, credit.Fact{Kind: credit.PlanChanged, Plan: plan})
}

func (s *story) cancel(on string) *story { return s.add(on, credit.Fact{Kind: credit.Cancelled}) }

func (s *story) reconcile(on string, shown int) *story {
	return s.add(on, credit.Fact{Kind: credit.Reconciled, Balance: shown})
}

// on is the ledger at the end of a day.
func (s *story) on(on string) credit.Ledger { return credit.Fold(s.History, on2day(on)) }

// at is an instant for a fact that needs one.
func at(instant string) time.Time {
	t, err := time.Parse(time.RFC3339, instant)
	if err != nil {
		panic(err)
	}
	return t
}

func on2day(s string) day.Day {
	d, err := day.Parse(s)
	if err != nil {
		panic(err)
	}
	return d
}

// lotsOf writes lots as "grant 2026-01-01–2026-04-01 ×50", a line each.
func lotsOf(l credit.Ledger) string {
	var lines []string
	for _, lot := range l.MergedLots() {
		lines = append(lines, fmt.Sprintf("%s %s–%s ×%d", lot.Kind, lot.Born, lot.Expires, lot.Left))
	}
	return strings.Join(lines, "\n")
}

// statementOf writes the statement as a person reads it.
func statementOf(l credit.Ledger) string {
	var lines []string
	for _, e := range l.Entries {
		lines = append(lines, fmt.Sprintf("%s %+d = %d %s: %s", e.Day, e.Amount, e.Balance, e.Kind, e.Reason))
	}
	return strings.Join(lines, "\n")
}

func wantText(t *testing.T, what, got, want string) {
	t.Helper()
	if got = strings.TrimSpace(got); got != strings.TrimSpace(want) {
		t.Errorf("%s\n--- got\n%s\n--- want\n%s", what, got, strings.TrimSpace(want))
	}
}

func ptr[T any](v T) *T { return &v }
