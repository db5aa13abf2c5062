package credit_test

import (
	"reflect"
	"slices"
	"testing"
	"time"

	"cordial/model/credit"
	"cordial/model/day"

	"pgregory.net/rapid"
)

// TestConservation checks at the end of every day that no credit is lost, invented or overdrawn: in total
// (ledger rule 17), line by line of the statement, and for every lot by itself.
func TestConservation(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := anyHistory().Draw(t, "history")
		first, last := lifetime(h)
		for today := first; today <= last; today++ {
			l := credit.Fold(h, today)
			if !l.Totals.Conserves(l.Balance) {
				t.Fatalf("%s: balance %d, totals %+v", today, l.Balance, l.Totals)
			}
			checkStatement(t, l)
			checkLots(t, l)
		}
	})
}

// checkStatement adds the statement up and compares it with the balance and the totals.
func checkStatement(t *rapid.T, l credit.Ledger) {
	balance := 0
	sums := map[credit.EntryKind]int{}
	for i, e := range l.Entries {
		balance += e.Amount
		sums[e.Kind] += max(e.Amount, -e.Amount)
		if e.Kind == credit.EntryRefundForfeited {
			sums[e.Kind]++
		}
		if e.Balance != balance || e.Balance < 0 {
			t.Fatalf("%s: entry %+v leaves %d, the sum is %d", l.On, e, e.Balance, balance)
		}
		if e.Day > l.On || i > 0 && e.Day < l.Entries[i-1].Day {
			t.Fatalf("%s: entry %+v out of order", l.On, e)
		}
		if e.Reason == "" {
			t.Fatalf("%s: entry %+v without a reason", l.On, e)
		}
	}
	want := credit.Totals{
		Opening: sums["opening"], Granted: sums["granted"], Refunded: sums["refunded"],
		AdjustedIn: sums["adjusted_in"], Overdrawn: sums["overdrawn"], Debited: sums["debited"],
		Expired: sums["expired"], Evicted: sums["evicted"], Forfeited: sums["forfeited"],
		AdjustedOut: sums["adjusted_out"], RefundForfeited: sums["refund_forfeited"],
	}
	if balance != l.Balance || l.Totals != want {
		t.Fatalf("%s: balance %d and totals %+v; the statement says %d and %+v", l.On, l.Balance, l.Totals, balance, want)
	}
}

// checkLots compares what the statement leaves of every lot with the lots themselves.
func checkLots(t *rapid.T, l credit.Ledger) {
	left := map[credit.Origin]int{}
	for _, e := range l.Entries {
		if left[e.Lot] += e.Amount; left[e.Lot] < 0 {
			t.Fatalf("%s: more taken from %+v than it held", l.On, e.Lot)
		}
	}
	total := 0
	for i, lot := range l.MergedLots() {
		total += lot.Left
		if lot.Left < 1 || lot.Left != left[lot.Origin] {
			t.Fatalf("%s: lot %+v, the statement leaves %d", l.On, lot, left[lot.Origin])
		}
		if lot.Expires <= l.On || lot.Born > l.On {
			t.Fatalf("%s: lot %+v is not alive", l.On, lot)
		}
		if i > 0 && l.MergedLots()[i-1].Expires > lot.Expires {
			t.Fatalf("%s: lots %v out of spending order", l.On, l.MergedLots())
		}
	}
	if total != l.Balance {
		t.Fatalf("%s: balance %d, lots hold %d", l.On, l.Balance, total)
	}
}

// TestDailyEqualsOnce checks that the statement of an earlier day is the beginning of that of a later one:
// asking more often, or later, changes nothing about the past.
func TestDailyEqualsOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := anyHistory().Draw(t, "history")
		first, last := lifetime(h)
		once := credit.Fold(h, last)
		for today := first; today <= last; today++ {
			daily := credit.Fold(h, today)
			if n := len(daily.Entries); n > len(once.Entries) || !slices.Equal(daily.Entries, once.Entries[:n]) {
				t.Fatalf("the statement of %s is not the beginning of that of %s", today, last)
			}
		}
	})
}

// TestFactsToComeDoNotMatter drops everything dated after the day asked for.
func TestFactsToComeDoNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := anyHistory().Draw(t, "history")
		on := anyDayOf(t, h)
		whole := credit.Fold(h, on)
		h.Facts = slices.DeleteFunc(slices.Clone(h.Facts), func(f credit.Fact) bool { return day.Of(f.At, h.Zone) > on })
		wantSame(t, credit.Fold(h, on), whole)
	})
}

// TestOrderOfRecording checks that facts of different instants may be recorded in any order, and that facts
// may be handed in in any order at all.
func TestOrderOfRecording(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := anyHistory().Draw(t, "history")
		on := anyDayOf(t, h)

		shuffled := h
		shuffled.Facts = rapid.Permutation(h.Facts).Draw(t, "handed in as")
		wantSame(t, credit.Fold(shuffled, on), credit.Fold(h, on))

		apart := h
		apart.Facts = slices.Clone(h.Facts)
		for i := range apart.Facts { // no two at once
			apart.Facts[i].At = apart.Facts[i].At.Add(time.Duration(apart.Facts[i].Seq) * time.Second)
		}
		late := apart
		late.Facts = slices.Clone(apart.Facts)
		places := rapid.Permutation(sequence(len(late.Facts))).Draw(t, "recorded as")
		for i := range late.Facts {
			late.Facts[i].Seq = places[i]
		}
		wantSame(t, credit.Fold(late, on), credit.Fold(apart, on))
	})
}

// TestUndoIsIdentity adds a fact and takes it back (ledger rule 16).
func TestUndoIsIdentity(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := anyHistory().Draw(t, "history")
		on := anyDayOf(t, h)
		facts := slices.Clone(h.Facts)
		before := credit.Fold(h, on)

		more := h
		fact := anyFact(on.Add(-span/2), h.Zone).Draw(t, "fact")
		fact.Seq = len(h.Facts)
		more.Facts = append(slices.Clone(h.Facts), fact)
		credit.Fold(more, on)
		more.Facts = more.Facts[:len(h.Facts)]

		wantSame(t, credit.Fold(more, on), before)
		if !reflect.DeepEqual(h.Facts, facts) {
			t.Fatal("the fold changed the history it was given")
		}
	})
}

// TestShifting moves a whole history by some days. Without monthly grants only distances matter.
func TestShifting(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := anyHistory().Draw(t, "history")
		h.Zone = time.UTC
		for i := range h.Facts {
			h.Facts[i].At = h.Facts[i].At.UTC()
			h.Facts[i].Overrides.Monthly = ptr(0)
		}
		on := anyDayOf(t, h)
		by := rapid.IntRange(-1000, 1000).Draw(t, "days")

		moved := h
		moved.Facts = slices.Clone(h.Facts)
		for i := range moved.Facts {
			moved.Facts[i].At = moved.Facts[i].At.AddDate(0, 0, by)
		}
		here, there := credit.Fold(h, on), credit.Fold(moved, on.Add(by))
		if here.Balance != there.Balance || here.Totals != there.Totals || len(here.Lots) != len(there.Lots) {
			t.Fatalf("moved by %d days: balance %d → %d\n%+v\n%+v", by, here.Balance, there.Balance, here.Totals, there.Totals)
		}
		for i, lot := range here.Lots {
			lot.Born, lot.Expires = lot.Born.Add(by), lot.Expires.Add(by)
			if there.Lots[i] != lot {
				t.Fatalf("moved by %d days: lot %+v, want %+v", by, there.Lots[i], lot)
			}
		}
	})
}

// anyDayOf draws a day from a little before a history to well after it.
func anyDayOf(t *rapid.T, h credit.History) day.Day {
	first, last := lifetime(h)
	return first.Add(rapid.IntRange(0, last.Sub(first)).Draw(t, "on"))
}

func wantSame(t *rapid.T, got, want credit.Ledger) {
	if !reflect.DeepEqual(got, want) {
		t.Fatalf("the ledgers differ\n got %+v\nwant %+v", got, want)
	}
}
