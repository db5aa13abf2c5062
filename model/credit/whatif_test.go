package credit_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"cordial/model/credit"

	"pgregory.net/rapid"
)

// TestWhatIf asks before doing.
func TestWhatIf(t *testing.T) {
	noon := func(on string) time.Time { return on2day(on).Start(time.UTC).Add(12 * time.Hour) }
	change := func(on, plan string) credit.Fact {
		return credit.Fact{Kind: credit.PlanChanged, Plan: plan, At: noon(on)}
	}
	seat := func() *story { return opened("career", "2026-01-10").send("2026-01-11", 2) }
	for _, c := range []struct {
		name  string
		story *story
		on    string
		fact  credit.Fact
		want  string
	}{
		{"a larger plan", seat(), "2026-01-20", change("2026-01-20", "business"), `
On 2026-01-20 the balance goes from 3 to 15.
Grants 15 credits.
Forfeits 3 credits.
2 open InMails can no longer bring a credit back.
The monthly grant becomes 15, from 5.
The cap becomes 45, from 15.
The next grant is 15 on 2026-02-20, instead of 5 on 2026-02-10.`},
		{"on a billing day the grant of the old plan does not come", seat(), "2026-02-10", change("2026-02-10", "business"), `
On 2026-02-10 the balance goes from 8 to 15.
Grants 15 credits.
Forfeits 3 credits.
Undoes on the statement: 5 granted.
2 open InMails can no longer bring a credit back.
The monthly grant becomes 15, from 5.
The cap becomes 45, from 15.
The next grant is 15 on 2026-03-10, instead of 5 on 2026-03-10.`},
		{"a cancel", seat(), "2026-01-20", credit.Fact{Kind: credit.Cancelled, At: noon("2026-01-20")}, `
On 2026-01-20 the balance goes from 3 to 0.
Forfeits 3 credits.
2 open InMails can no longer bring a credit back.
No grant comes any more; the next was to be 5 on 2026-02-10.`},
		{"a cancel to come", seat(), "2026-01-20", credit.Fact{Kind: credit.Cancelled, At: noon("2026-04-15")}, `
On 2026-04-15 the balance goes from 15 to 0.
Forfeits 15 credits.
No grant comes any more; the next was to be 5 on 2026-05-10.`},
		{"back after a cancel", seat().cancel("2026-01-20"), "2026-02-01", change("2026-02-01", "career"), `
On 2026-02-01 the balance goes from 0 to 5.
Grants 5 credits.
The next grant is 5 on 2026-03-01, and there was to be none.`},
		{"a reconcile upwards", seat(), "2026-01-20", credit.Fact{Kind: credit.Reconciled, Balance: 12, At: noon("2026-01-20")}, `
On 2026-01-20 the balance goes from 3 to 12.
Adds 9 credits.
The next grant is 5 on 2026-02-10 (pushing out 2), instead of 5 on 2026-02-10.`},
		{"a reconcile downwards", seat(), "2026-01-20", credit.Fact{Kind: credit.Reconciled, Balance: 1, At: noon("2026-01-20")}, `
On 2026-01-20 the balance goes from 3 to 1.
Takes out 2 credits.`},
		{"a reconcile that finds all well", seat(), "2026-01-20", credit.Fact{Kind: credit.Reconciled, Balance: 3, At: noon("2026-01-20")}, `
On 2026-01-20 the balance stays at 3.`},
		{"a lower cap", opened("career", "2026-01-10"), "2026-03-20", credit.Fact{
			Kind: credit.PolicyChanged, At: noon("2026-03-20"),
			Overrides: credit.Overrides{
				Cap: ptr(8), ExpiryDays: ptr(0), RefundRule: ptr(credit.RefundOnNoReply), RefundWindowDays: ptr(1), RefundAtCap: ptr(credit.Overflow),
			},
		}, `
On 2026-03-20 the balance stays at 15.
The cap becomes 8, from 15.
The life of a credit becomes unlimited, from 90 days.
The refund rule becomes no-reply, from reply.
The refund window becomes 1 day, from 90 days.
The refund at the cap becomes overflow, from clamp.
The next grant is 5 on 2026-04-10 (pushing out 7), instead of 5 on 2026-04-10.`},
		{"a send recorded late saves credits from expiry", opened("career", "2026-01-10"), "2026-04-20", credit.Fact{
			Kind: credit.Sent, InMail: "late", Contact: "c", Cost: 1, At: noon("2026-04-01"),
		}, `
On 2026-04-20 the balance stays at 15.
Spends 1 credit.
Undoes on the statement: 1 expired.`},
		{"an answer", seat(), "2026-01-20", credit.Fact{Kind: credit.Answered, InMail: "im1", Answer: "replied", At: noon("2026-01-20")}, `
On 2026-01-20 the balance goes from 3 to 4.
Brings back 1 credit.`},
		{"an opening", &story{History: credit.History{Zone: time.UTC}}, "2026-01-20", credit.Fact{Kind: credit.Opened, Plan: "career", OpeningBalance: ptr(7), At: noon("2026-01-20")}, `
On 2026-01-20 the balance goes from 0 to 7.
Opens with 7 credits.
The monthly grant becomes 5, from 0.
The cap becomes 15, from 0.
The life of a credit becomes 90 days, from unlimited.
The next grant is 5 on 2026-02-20, and there was to be none.`},
		{"at the instant of another, it is the later", seat().reconcile("2026-01-20", 12), "2026-01-20", credit.Fact{Kind: credit.Reconciled, Balance: 8, At: noon("2026-01-20")}, `
On 2026-01-20 the balance goes from 12 to 8.
Takes out 4 credits.
The next grant is 5 on 2026-02-10, instead of 5 on 2026-02-10 (pushing out 2).`},
		{"two lines alike are two", seat().answer("2026-01-12", 1, "replied").reconcile("2026-01-12", 5), "2026-04-10", credit.Fact{
			Kind: credit.Answered, InMail: "im2", Answer: "replied", At: noon("2026-01-12"),
		}, `
On 2026-04-10 the balance stays at 15.
Brings back 1 credit.
Pushes out 2 credits.
Undoes on the statement: 1 expired.`},
		{"with nothing left", opened("free", "2026-01-10"), "2026-01-20", credit.Fact{Kind: credit.Sent, InMail: "x", Cost: 1, At: noon("2026-01-20")}, `
On 2026-01-20 the balance stays at 0.
Overdraws 1 credit.
Spends 1 credit.`},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := c.story.WhatIf(on2day(c.on), c.fact)
			wantText(t, "what if", strings.Join(got.Sentences(credit.Tongue{}), "\n"), c.want)
		})
	}
}

// TestWhatIfEvicts keeps the words for what a late fact changes about evictions.
func TestWhatIfEvicts(t *testing.T) {
	s := opened("career", "2026-01-31").reconcile("2026-02-01", 4)
	late := credit.Fact{Kind: credit.Reconciled, Balance: 13, At: on2day("2026-02-02").Start(time.UTC)}
	wantText(t, "what if", strings.Join(s.WhatIf(on2day("2026-03-01"), late).Sentences(credit.Tongue{}), "\n"), `
On 2026-03-01 the balance goes from 9 to 15.
Adds 9 credits.
Pushes out 3 credits.
The next grant is 5 on 2026-03-31 (pushing out 5), instead of 5 on 2026-03-31.`)
}

// TestWhatIfIsTheFold checks both sides against folding, the differences against the statements, and that
// the history is left alone.
func TestWhatIfIsTheFold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h, on := untilToday(t)
		fact := anyFact(on.Add(-20), h.Zone).Draw(t, "fact")
		fact.InMail = rapid.SampledFrom([]string{fact.InMail, "another"}).Draw(t, "inmail")
		facts := slices.Clone(h.Facts)
		c := h.WhatIf(on, fact)
		if !reflect.DeepEqual(h.Facts, facts) {
			t.Fatal("asking changed the history")
		}
		wantSame(t, c.Before, credit.Fold(h, c.On))
		fact.Seq = 10_000 // after all others
		h.Facts = append(facts, fact)
		wantSame(t, c.After, credit.Fold(h, c.On))

		change := 0
		moves := map[credit.EntryKind]int{}
		for _, e := range c.New {
			change += e.Amount
			moves[e.Kind] += e.Amount
		}
		for _, e := range c.Gone {
			change -= e.Amount
			moves[e.Kind] -= e.Amount
		}
		if change != c.After.Balance-c.Before.Balance || !c.Moves.Conserves(change) {
			t.Fatalf("the lines change the balance by %d, it goes from %d to %d", change, c.Before.Balance, c.After.Balance)
		}
		for kind, n := range map[credit.EntryKind]int{
			credit.EntryGranted: c.Moves.Granted, credit.EntryRefunded: c.Moves.Refunded, credit.EntryDebited: -c.Moves.Debited,
			credit.EntryExpired: -c.Moves.Expired, credit.EntryEvicted: -c.Moves.Evicted, credit.EntryForfeited: -c.Moves.Forfeited,
		} {
			if moves[kind] != n {
				t.Fatalf("the lines move %d %s, the totals %d", moves[kind], kind, n)
			}
		}
	})
}

func TestWhatIfNothing(t *testing.T) {
	c := opened("career", "2026-01-10").WhatIf(on2day("2026-01-20"))
	wantSame2(t, c.After, c.Before)
	wantText(t, "what if", strings.Join(c.Sentences(credit.Tongue{}), "\n"), "On 2026-01-20 the balance stays at 5.")
}

func wantSame2(t *testing.T, got, want credit.Ledger) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("the ledgers differ\n got %+v\nwant %+v", got, want)
	}
}
