package credit_test

import (
	"slices"
	"strings"
	"testing"

	"cordial/model/credit"
	"cordial/model/day"

	"pgregory.net/rapid"
)

func TestAccount(t *testing.T) {
	eventful := func() *story {
		return openedWith("2026-01-10", credit.Fact{Plan: "career", OpeningBalance: ptr(1)}).
			send("2026-01-11", 2).answer("2026-01-12", 1, "replied").reconcile("2026-01-12", 4).
			reconcile("2026-01-13", 3).change("2026-01-14", "business").answer("2026-01-15", 2, "replied").send("2026-04-20", 3)
	}
	for _, c := range []struct {
		name  string
		story *story
		on    string
		from  day.Day
		want  string
	}{
		{"a new seat", opened("career", "2026-01-10"), "2026-01-10", day.Min, `
5 = 5 granted, since 2026-01-10.
5 = 5 granted on 2026-01-10 (expires 2026-04-10).`},
		{"why 37?", opened("salesnav-core", "2026-01-10").send("2026-01-11", 15).answer("2026-01-12", 1, "replied").answer("2026-01-20", 2, "declined"), "2026-02-09", day.Min, `
37 = 50 granted + 2 refunded − 15 sent, since 2026-01-10.
37 = 35 granted on 2026-01-10 (expires 2026-04-10) + 1 refunded on 2026-01-12 (expires 2026-04-12) + 1 refunded on 2026-01-20 (expires 2026-04-20).`},
		{"everything at once", eventful(), "2026-04-20", day.Min, `
42 = 1 at the opening + 60 granted + 1 refunded + 3 added by a reconcile + 1 overdrawn − 5 sent − 15 expired − 3 forfeited with a plan − 1 taken out by a reconcile, since 2026-01-10.
42 = 12 granted on 2026-02-14 (expires 2026-05-15) + 15 granted on 2026-03-14 (expires 2026-06-12) + 15 granted on 2026-04-14 (expires 2026-07-13).
1 refund did not come: the pool was full or the plan had ended.`},
		{"since a day, from what was there", eventful(), "2026-04-20", on2day("2026-04-14"), `
42 = 45 before + 15 granted − 3 sent − 15 expired, since 2026-04-14.
42 = 12 granted on 2026-02-14 (expires 2026-05-15) + 15 granted on 2026-03-14 (expires 2026-06-12) + 15 granted on 2026-04-14 (expires 2026-07-13).`},
		{"nothing since", eventful(), "2026-04-25", on2day("2026-04-21"), `
42 = 42 before, since 2026-04-21.
42 = 12 granted on 2026-02-14 (expires 2026-05-15) + 15 granted on 2026-03-14 (expires 2026-06-12) + 15 granted on 2026-04-14 (expires 2026-07-13).`},
		{"many lots, without expiry", opened("recruiter-corporate", "2026-01-10").send("2026-02-11", 7).
			answer("2026-02-12", 1, "replied").answer("2026-02-13", 2, "replied").answer("2026-02-14", 3, "replied").
			answer("2026-02-15", 4, "replied").answer("2026-02-16", 5, "replied"), "2026-02-20", day.Min, `
298 = 300 granted + 5 refunded − 7 sent, since 2026-01-10.
298 = 143 granted on 2026-01-10 (does not expire) + 150 granted on 2026-02-10 (does not expire) + 1 refunded on 2026-02-12 (does not expire) + 1 refunded on 2026-02-13 (does not expire) + 1 refunded on 2026-02-14 (does not expire) + 2 of 2 younger lots.`},
		{"overdrawn", opened("free", "2026-01-10").send("2026-01-11", 2), "2026-01-11", day.Min, `
0 = 2 overdrawn − 2 sent, since 2026-01-11.
2 InMails went out with no credit left: reconcile with the number LinkedIn shows.`},
		{"evicted", opened("career", "2026-01-31"), "2026-04-30", day.Min, `
15 = 20 granted − 5 pushed out, since 2026-01-31.
15 = 5 granted on 2026-02-28 (expires 2026-05-29) + 5 granted on 2026-03-31 (expires 2026-06-29) + 5 granted on 2026-04-30 (expires 2026-07-29).`},
	} {
		t.Run(c.name, func(t *testing.T) {
			wantText(t, "account", strings.Join(c.story.on(c.on).Account(c.from).Sentences(credit.Tongue{}), "\n"), c.want)
		})
	}
}

func TestAccountOfNothing(t *testing.T) {
	a := credit.Fold(credit.History{}, on2day("2026-01-10")).Account(day.Min)
	wantText(t, "equation", a.Equation(), "0 = 0 before")
	if a.Balance != 0 || len(a.Terms) != 0 || len(a.Lots) != 0 {
		t.Errorf("an account of nothing is %+v", a)
	}
}

// TestAccountAddsUp checks both sums of an account from any day, and its beginning against the ledger of the
// eve.
func TestAccountAddsUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := anyHistory().Draw(t, "history")
		on := anyDayOf(t, h)
		from := anyDayOf(t, h)
		a := credit.Fold(h, on).Account(from)
		sum := a.Start
		for _, term := range a.Terms {
			sum += term.Amount
			if term.Amount == 0 {
				t.Fatalf("a term of nothing in %+v", a.Terms)
			}
		}
		lots := 0
		for _, lot := range a.Lots {
			lots += lot.Left
		}
		if sum != a.Balance || lots != a.Balance {
			t.Fatalf("%s is %d, the lots are %d", a.Equation(), sum, lots)
		}
		if eve := credit.Fold(h, min(from.Add(-1), on)); eve.Balance != a.Start {
			t.Fatalf("%s begins at %d, the eve of %s ended at %d", a.Equation(), a.Start, from, eve.Balance)
		}
		kinds := map[credit.EntryKind]bool{}
		for _, term := range a.Terms {
			if kinds[term.Kind] {
				t.Fatalf("%s counts %s twice", a.Equation(), term.Kind)
			}
			kinds[term.Kind] = true
		}
		if !slices.IsSortedFunc(a.Terms, func(x, y credit.Term) int { return sign(y.Amount) - sign(x.Amount) }) {
			t.Fatalf("%s does not name what came first", a.Equation())
		}
	})
}

func sign(n int) int {
	if n < 0 {
		return -1
	}
	return 1
}
