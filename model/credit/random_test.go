package credit_test

import (
	"fmt"
	"time"
	_ "time/tzdata" // the zones of these tests, wherever they run

	"cordial/model/credit"
	"cordial/model/day"

	"pgregory.net/rapid"
)

// span is how many days a random history covers; the numbers of random policies are chosen to be felt in it.
const span = 150

// anyHistory draws a seat's history of every kind of fact, in any order, sensible or not: InMails sent twice,
// answered before or never sent, plans changed before the opening, several things in the same instant.
func anyHistory() *rapid.Generator[credit.History] {
	return rapid.Custom(func(t *rapid.T) credit.History {
		h := credit.History{Seat: "main", Name: "Main", Zone: anyZone(t)}
		first := anyFirstDay(t)
		h.Facts = rapid.SliceOfN(anyFact(first, h.Zone), rapid.IntRange(0, 30).Draw(t, "at least"), 80).Draw(t, "facts")
		if rapid.IntRange(0, 9).Draw(t, "opened") > 0 {
			opened := anyPlanFact(t, credit.Opened)
			opened.At = instant(first.Add(rapid.IntRange(0, 10).Draw(t, "opening day")), 9, h.Zone)
			h.Facts = append(h.Facts, opened)
		}
		places := rapid.Permutation(sequence(len(h.Facts))).Draw(t, "journal order")
		for i := range h.Facts {
			h.Facts[i].Seq = places[i]
			h.Facts[i].Event = fmt.Sprintf("e%d", i)
		}
		return h
	})
}

func anyZone(t *rapid.T) *time.Location {
	name := rapid.SampledFrom([]string{
		"UTC", "Europe/Paris", "America/St_Johns", "Pacific/Apia", "America/Sao_Paulo", "Pacific/Kiritimati",
	}).Draw(t, "zone")
	loc, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return loc
}

// anyFirstDay starts histories where calendars and clocks are at their worst.
func anyFirstDay(t *rapid.T) day.Day {
	from := rapid.SampledFrom([]day.Day{
		day.New(2028, 1, 1), day.New(2026, 1, 1), day.New(2010, 10, 1), day.New(2011, 12, 1), day.New(2018, 9, 1),
	}).Draw(t, "around")
	return from.Add(rapid.IntRange(0, 40).Draw(t, "first day"))
}

// instant is an hour of a day; many facts share one.
func instant(on day.Day, hour int, zone *time.Location) time.Time {
	return on.Start(zone).Add(time.Duration(hour) * time.Hour)
}

func anyFact(first day.Day, zone *time.Location) *rapid.Generator[credit.Fact] {
	kinds := []credit.FactKind{
		credit.Sent, credit.Sent, credit.Sent, credit.Sent, credit.Sent, credit.Answered, credit.Answered,
		credit.Answered, credit.Undelivered, credit.Reconciled, credit.PlanChanged, credit.Cancelled, credit.Opened,
		credit.PolicyChanged,
	}
	return rapid.Custom(func(t *rapid.T) credit.Fact {
		kind := rapid.SampledFrom(kinds).Draw(t, "kind")
		if rapid.IntRange(0, 2).Draw(t, "plan matters rarely") > 0 && isPlanFact(kind) {
			kind = credit.Sent
		}
		f := credit.Fact{Kind: kind}
		if isPlanFact(kind) {
			f = anyPlanFact(t, kind)
		}
		on := first.Add(rapid.IntRange(0, span).Draw(t, "day"))
		f.At = instant(on, rapid.SampledFrom([]int{0, 1, 9, 12, 23}).Draw(t, "hour"), zone)
		switch kind {
		case credit.PolicyChanged:
			f.Overrides = anyOverrides(t)
		case credit.Reconciled:
			f.Balance = rapid.IntRange(0, 20).Draw(t, "shown")
		case credit.Sent:
			f.Cost = min(1, rapid.IntRange(0, 5).Draw(t, "cost"))
			fallthrough
		case credit.Answered, credit.Undelivered:
			f.InMail = fmt.Sprintf("im%d", rapid.IntRange(0, 12).Draw(t, "inmail"))
			f.Contact = "c-" + f.InMail
			f.Answer = "replied"
		default: // drawn above
		}
		return f
	})
}

func isPlanFact(kind credit.FactKind) bool {
	return kind == credit.Opened || kind == credit.PlanChanged || kind == credit.Cancelled
}

func anyPlanFact(t *rapid.T, kind credit.FactKind) credit.Fact {
	f := credit.Fact{Kind: kind}
	if kind == credit.Cancelled {
		return f
	}
	f.Plan = rapid.SampledFrom([]string{
		"free", "career", "business", "recruiter-lite", "salesnav-core", "recruiter-corporate", "unheard-of",
	}).Draw(t, "plan")
	f.Overrides = anyOverrides(t)
	if kind == credit.Opened {
		f.BillingDay = rapid.IntRange(0, 31).Draw(t, "billing day")
		f.OpeningBalance = rapid.Ptr(rapid.IntRange(0, 20), true).Draw(t, "opening balance")
	}
	return f
}

// anyOverrides draws small numbers, so that caps, expiries and windows meet often.
func anyOverrides(t *rapid.T) credit.Overrides {
	return credit.Overrides{
		Monthly:          rapid.Ptr(rapid.IntRange(0, 6), true).Draw(t, "monthly"),
		Cap:              rapid.Ptr(rapid.IntRange(0, 12), true).Draw(t, "cap"),
		ExpiryDays:       rapid.Ptr(rapid.IntRange(0, 40), true).Draw(t, "expiry"),
		RefundRule:       rapid.Ptr(rapid.SampledFrom([]credit.RefundRule{"reply", "no-reply"}), true).Draw(t, "rule"),
		RefundWindowDays: rapid.Ptr(rapid.IntRange(0, 40), true).Draw(t, "window"),
		RefundAtCap:      rapid.Ptr(rapid.SampledFrom([]credit.RefundAtCap{"clamp", "overflow"}), true).Draw(t, "at cap"),
	}
}

// lifetime is the first and the last day worth asking about: a little before the first fact, and long enough
// after the last for everything it set in motion to end.
func lifetime(h credit.History) (first, last day.Day) {
	if len(h.Facts) == 0 {
		return 0, 3
	}
	first, last = day.Never, day.Min
	for _, f := range h.Facts {
		on := day.Of(f.At, h.Zone)
		first, last = min(first, on), max(last, on)
	}
	return first.Add(-1), last.Add(100)
}

func sequence(n int) []int {
	numbers := make([]int, n)
	for i := range numbers {
		numbers[i] = i
	}
	return numbers
}
