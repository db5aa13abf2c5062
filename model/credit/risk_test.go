package credit_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"cordial/model/credit"
	"cordial/model/day"

	"pgregory.net/rapid"
)

// riskOf writes losses, deadlines and what cannot be saved, then the words for them.
func riskOf(r credit.Risk) string {
	var lines []string
	for _, loss := range r.Losses {
		lines = append(lines, fmt.Sprintf("%s expires %d evicts %d", loss.On, loss.Expires, loss.Evicts))
	}
	for _, s := range r.Saving {
		lines = append(lines, fmt.Sprintf("send %d by %s", s.Send, s.By))
	}
	if r.Unsaved > 0 {
		lines = append(lines, fmt.Sprintf("unsaved %d", r.Unsaved))
	}
	return strings.Join(append(lines, r.Sentences(credit.Tongue{})...), "\n")
}

func TestAtRisk(t *testing.T) {
	nav := func() *story { return opened("salesnav-core", "2026-01-01") }
	tight := func(monthly, limit, expiry int) *story {
		return openedWith("2026-01-01", credit.Fact{Plan: "career", Overrides: credit.Overrides{Monthly: &monthly, Cap: &limit, ExpiryDays: &expiry}})
	}
	for _, c := range []struct {
		name  string
		story *story
		on    string
		want  string
	}{
		{"nothing", nav(), "2026-01-10", ``},
		{"D7: a full pool", nav(), "2026-04-02", `
2026-05-01 expires 0 evicts 50
send 50 by 2026-04-30
The grant of 2026-05-01 pushes out 50 credits unless used.
Send 50 more by 2026-04-30 to lose none.`},
		{"D7: 10 sent the day before the grant", nav().send("2026-04-30", 10), "2026-04-30", `
2026-05-01 expires 0 evicts 40
send 40 by 2026-04-30
The grant of 2026-05-01 pushes out 40 credits unless used.
Send 40 more by 2026-04-30 to lose none.`},
		{"D7: had they sent 50", nav().send("2026-04-30", 50), "2026-04-30", ``},
		{"A3: evicted on the day before they expire, and once", nav(), "2026-04-30", `
2026-05-01 expires 0 evicts 50
send 50 by 2026-04-30
The grant of 2026-05-01 pushes out 50 credits unless used.
Send 50 more by 2026-04-30 to lose none.`},
		{"A3: half evicted, half expired", nav().reconcile("2026-04-30", 125), "2026-04-30", `
2026-05-01 expires 0 evicts 25
send 25 by 2026-04-30
The grant of 2026-05-01 pushes out 25 credits unless used.
Send 25 more by 2026-04-30 to lose none.`},
		{"expired some days after a grant that evicts others", tight(5, 9, 40).send("2026-01-20", 1), "2026-01-31", `
2026-02-10 expires 4 evicts 0
send 4 by 2026-02-09
4 credits expire on 2026-02-10 unless used.
Send 4 more by 2026-02-09 to lose none.`},
		{"evicted in part, the rest expired later", tight(5, 8, 40).send("2026-01-20", 1), "2026-01-31", `
2026-02-01 expires 0 evicts 1
2026-02-10 expires 3 evicts 0
send 1 by 2026-01-31
send 4 by 2026-02-09
The grant of 2026-02-01 pushes out 1 credit unless used.
3 credits expire on 2026-02-10 unless used.
Send 1 more by 2026-01-31.
Send 4 more in all by 2026-02-09 to lose none.`},
		{"expired and evicted on one day", nav().reconcile("2026-03-20", 250), "2026-03-31", `
2026-04-01 expires 50 evicts 100
send 150 by 2026-03-31
50 credits expire on 2026-04-01 unless used, and the grant that day pushes out 100 more.
Send 150 more by 2026-03-31 to lose none.`},
		{"one last credit", opened("career", "2026-09-01").send("2026-10-05", 4), "2026-11-18", `
2026-11-30 expires 1 evicts 0
send 1 by 2026-11-29
1 credit expires on 2026-11-30 unless used.
Send 1 more by 2026-11-29 to lose none.`},
		{"beyond 14 days", opened("career", "2026-09-01").send("2026-10-05", 4), "2026-11-15", ``},
		{"on the last of 14 days", opened("career", "2026-09-01").send("2026-10-05", 4), "2026-11-16", `
2026-11-30 expires 1 evicts 0
send 1 by 2026-11-29
1 credit expires on 2026-11-30 unless used.
Send 1 more by 2026-11-29 to lose none.`},
		{"a grant that is over the cap by itself", tight(9, 5, 0).reconcile("2026-01-20", 2), "2026-01-20", `
2026-02-01 expires 0 evicts 6
send 2 by 2026-01-31
unsaved 4
The grant of 2026-02-01 pushes out 6 credits unless used.
Send 2 more by 2026-01-31 to lose none but the 4 that no InMail saves.`},
		{"and nothing left to send", tight(9, 5, 0).reconcile("2026-01-20", 0), "2026-01-20", `
2026-02-01 expires 0 evicts 4
unsaved 4
The grant of 2026-02-01 pushes out 4 credits unless used.
Nothing you send changes that: the grant alone is over the cap.`},
		{"cancelled, so nothing is there to lose", nav().cancel("2026-04-10"), "2026-04-10", ``},
	} {
		t.Run(c.name, func(t *testing.T) {
			wantText(t, "at risk", riskOf(c.story.on(c.on).AtRisk(credit.SoonDays)), c.want)
		})
	}
}

// TestDeadlinesAddUp: what is to be sent by a later deadline has what was to be sent by the earlier ones in it.
func TestDeadlinesAddUp(t *testing.T) {
	now := opened("career", "2026-01-01").on("2026-03-02")
	wantText(t, "three grants", riskOf(now.AtRisk(92)), `
2026-04-01 expires 5 evicts 0
2026-05-01 expires 0 evicts 5
2026-05-30 expires 5 evicts 0
send 5 by 2026-03-31
send 10 by 2026-04-30
send 15 by 2026-05-29
5 credits expire on 2026-04-01 unless used.
The grant of 2026-05-01 pushes out 5 credits unless used.
5 credits expire on 2026-05-30 unless used.
Send 5 more by 2026-03-31.
Send 10 more in all by 2026-04-30.
Send 15 more in all by 2026-05-29 to lose none.`)
}

// TestLossesComeTrue compares the losses announced with those of the days to come, and checks that the look
// ahead reaches the next grant that evicts.
func TestLossesComeTrue(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h, on := untilToday(t)
		days := rapid.IntRange(0, 40).Draw(t, "days")
		now, untouched := credit.Fold(h, on), credit.Fold(h, on)
		r := now.AtRisk(days)
		wantSame(t, now, untouched)
		if grant, coming := now.NextGrant(); coming && grant.Evicts > 0 && r.Until < grant.On || r.Until < on.Add(days) {
			t.Fatalf("looks no further than %s", r.Until)
		}
		var want []credit.Loss
		before := now.Totals
		for d := on.Add(1); d <= r.Until; d++ {
			then := credit.Fold(h, d).Totals
			if loss := (credit.Loss{On: d, Expires: then.Expired - before.Expired, Evicts: then.Evicted - before.Evicted}); loss.Total() > 0 {
				want = append(want, loss)
			}
			before = then
		}
		if !reflect.DeepEqual(r.Losses, want) {
			t.Fatalf("losses %v, want %v", r.Losses, want)
		}
	})
}

// lost is how many credits end unused from one day to another.
func lost(h credit.History, after, upTo day.Day) int {
	was, is := credit.Fold(h, after).Totals, credit.Fold(h, upTo).Totals
	return is.Expired + is.Evicted - was.Expired - was.Evicted
}

// TestSavingLosesNone sends on each deadline what it asks for, and loses nothing but the unsaved.
func TestSavingLosesNone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h, on := untilToday(t)
		r := credit.Fold(h, on).AtRisk(rapid.IntRange(0, 60).Draw(t, "days"))
		sent := 0
		for _, s := range r.Saving {
			for ; sent < s.Send; sent++ {
				if credit.Fold(h, s.By).Balance == 0 {
					t.Fatalf("asks to send %d by %s, there is credit for %d", s.Send, s.By, sent)
				}
				h = sendNow(h, s.By, fmt.Sprintf("saving-%d", sent), false)
			}
		}
		if got := lost(h, on, r.Until); got != r.Unsaved {
			t.Fatalf("sent as %v says, and lost %d until %s; only %d cannot be saved", r.Saving, got, r.Until, r.Unsaved)
		}
	})
}

// TestOneLessLosesOne sends fewer than a deadline asks for, whenever one likes, and loses some by the day
// after it. Answers that a seat is refunded for would be more credits to lose; there are none here.
func TestOneLessLosesOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h, on := untilToday(t)
		r := credit.Fold(h, on).AtRisk(rapid.IntRange(0, 60).Draw(t, "days"))
		if len(r.Saving) == 0 {
			t.Skip("nothing at risk")
		}
		deadline := r.Saving[rapid.IntRange(0, len(r.Saving)-1).Draw(t, "deadline")]
		for i := range deadline.Send - 1 {
			d := on.Add(rapid.IntRange(0, deadline.By.Sub(on)).Draw(t, "sent on"))
			if credit.Fold(h, d).Balance > 0 {
				h = sendNow(h, d, fmt.Sprintf("saving-%d", i), false)
			}
		}
		if got := lost(h, on, deadline.By.Add(1)); got == 0 {
			t.Fatalf("%d fewer than %v asks lost nothing", 1, deadline)
		}
	})
}

// TestSentTodaySavesAsMuch sends all at once today. That does as well where all that is to be lost is there
// already, and no missing answer is refunded into the room that is made.
func TestSentTodaySavesAsMuch(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h, on := untilToday(t)
		for i := range h.Facts {
			h.Facts[i].Overrides.RefundRule = nil
		}
		r := credit.Fold(h, on).AtRisk(rapid.IntRange(0, 60).Draw(t, "days"))
		for _, e := range credit.Fold(h, r.Until).Entries {
			if e.Day > on && e.Amount < 0 && e.Lot.Born > on {
				t.Skip("credits yet to come are lost")
			}
		}
		all := 0
		for _, s := range r.Saving {
			all = s.Send
		}
		for i := range all {
			h = sendNow(h, on, fmt.Sprintf("saving-%d", i), false)
		}
		if got := lost(h, on, r.Until); got != 0 || r.Unsaved != 0 {
			t.Fatalf("sent %d today and lost %d", all, got)
		}
	})
}
