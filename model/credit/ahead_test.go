package credit_test

import (
	"testing"
	"time"

	"cordial/model/credit"
	"cordial/model/day"

	"pgregory.net/rapid"
)

// silent is a seat with five InMails that a missing answer refunds on 3 April, granted on the 15th.
func silent() *story {
	noReply := credit.Overrides{RefundRule: ptr(credit.RefundOnNoReply)}
	return openedWith("2026-01-01", credit.Fact{Plan: "career", BillingDay: 15, Overrides: noReply}).send("2026-01-02", 5)
}

func TestNextGrant(t *testing.T) {
	for _, c := range []struct {
		name  string
		story *story
		on    string
		want  credit.Grant
	}{
		{"room in the pool", opened("salesnav-core", "2026-01-01"), "2026-01-10", credit.Grant{On: on2day("2026-02-01"), Amount: 50}},
		{"on the day of a grant it is the next", opened("salesnav-core", "2026-01-01"), "2026-02-01", credit.Grant{On: on2day("2026-03-01"), Amount: 50}},
		{"expiry makes room first", opened("salesnav-core", "2026-01-01"), "2026-03-31", credit.Grant{On: on2day("2026-04-01"), Amount: 50}},
		{"a full pool", opened("salesnav-core", "2026-01-01"), "2026-04-01", credit.Grant{On: on2day("2026-05-01"), Amount: 50, Evicts: 50}},
		{
			"a surplus goes too", opened("recruiter-corporate", "2026-01-01").send("2026-04-20", 1).answer("2026-05-05", 1, "replied"), "2026-05-05",
			credit.Grant{On: on2day("2026-06-01"), Amount: 150, Evicts: 151},
		},
		{"billing day 31", opened("career", "2026-01-31"), "2026-02-10", credit.Grant{On: on2day("2026-02-28"), Amount: 5}},
		{"no-reply refunds on the way take room", silent().reconcile("2026-03-20", 8), "2026-04-01", credit.Grant{On: on2day("2026-04-15"), Amount: 5, Evicts: 3}},
		{"unless answered", silent().answer("2026-03-20", 1, "declined").reconcile("2026-03-20", 8), "2026-04-01", credit.Grant{On: on2day("2026-04-15"), Amount: 5, Evicts: 2}},
		{"or forfeited", silent(), "2026-04-01", credit.Grant{On: on2day("2026-04-15"), Amount: 5}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got, coming := c.story.on(c.on).NextGrant(); !coming || got != c.want {
				t.Errorf("next grant %+v, %t; want %+v", got, coming, c.want)
			}
		})
	}
}

func TestNoNextGrant(t *testing.T) {
	for name, l := range map[string]credit.Ledger{
		"free":        opened("free", "2026-01-01").on("2026-02-01"),
		"cancelled":   opened("career", "2026-01-01").cancel("2026-01-15").on("2026-01-15"),
		"not opened":  opened("career", "2026-01-01").on("2025-12-31"),
		"no history":  credit.Fold(credit.History{}, on2day("2026-01-01")),
		"no monthly":  openedWith("2026-01-01", credit.Fact{Plan: "career", Overrides: credit.Overrides{Monthly: ptr(0)}}).on("2026-01-01"),
		"unheard-of":  opened("premium-deluxe", "2026-01-01").on("2026-02-01"),
		"ended again": opened("career", "2026-01-01").cancel("2026-01-15").change("2026-02-01", "free").on("2026-02-03"),
	} {
		if grant, coming := l.NextGrant(); coming {
			t.Errorf("%s: a grant of %+v is announced", name, grant)
		}
		if quote := l.Quote(); !quote.Refused() || quote.NextGrant != nil || quote.After != 0 {
			t.Errorf("%s: quote %+v, want a refusal without a grant", name, quote)
		}
	}
}

// TestNextGrantComesTrue checks the announcement against what then happens, and that looking ahead leaves the
// ledger as it is.
func TestNextGrantComesTrue(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := anyHistory().Draw(t, "history")
		on := anyDayOf(t, h)
		h.Facts = until(h, on)
		now, untouched := credit.Fold(h, on), credit.Fold(h, on)

		grant, coming := now.NextGrant()
		wantSame(t, now, untouched)
		if !coming {
			if later := credit.Fold(h, on.Add(40)); later.Totals.Granted != now.Totals.Granted {
				t.Fatalf("%d credits were granted unannounced", later.Totals.Granted-now.Totals.Granted)
			}
			return
		}
		eve, then := credit.Fold(h, grant.On.Add(-1)), credit.Fold(h, grant.On)
		if eve.Totals.Granted != now.Totals.Granted {
			t.Fatalf("a grant came before the one announced for %s", grant.On)
		}
		if got := then.Totals.Granted - now.Totals.Granted; got != grant.Amount {
			t.Fatalf("%d granted on %s, %d announced", got, grant.On, grant.Amount)
		}
		if got := then.Totals.Evicted - now.Totals.Evicted; got != grant.Evicts {
			t.Fatalf("%d evicted on %s, %d announced", got, grant.On, grant.Evicts)
		}
	})
}

// TestQuoteComesTrue sends at the end of the day what was quoted.
func TestQuoteComesTrue(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := anyHistory().Draw(t, "history")
		on := anyDayOf(t, h)
		h.Facts = until(h, on)
		quote := credit.Fold(h, on).Quote()

		h.Facts = append(h.Facts, credit.Fact{
			Kind: credit.Sent, At: on.Add(1).Start(h.Zone).Add(-time.Nanosecond), Seq: 1000, InMail: "quoted", Cost: 1,
		})
		if day.Of(h.Facts[len(h.Facts)-1].At, h.Zone) != on {
			t.Skip("a day the zone skipped")
		}
		then := credit.Fold(h, on)
		sent, _ := then.InMail("quoted")
		if sent.Overdrawn != quote.Refused() || then.Balance != quote.After || quote.On != on {
			t.Fatalf("quoted %+v, the balance is %d", quote, then.Balance)
		}
		if sent.RefundUntil != quote.RefundUntil {
			t.Fatalf("quoted a refund until %s, it is %s", quote.RefundUntil, sent.RefundUntil)
		}
		if !quote.Refused() && sent.Paid != quote.Takes {
			t.Fatalf("quoted a credit of %+v, it was one of %+v", quote.Takes, sent.Paid)
		}
	})
}

func TestQuote(t *testing.T) {
	rich := opened("salesnav-core", "2026-01-01").on("2026-02-10").Quote()
	if want := (credit.Quote{
		On: on2day("2026-02-10"), Before: 100, After: 99,
		Takes:      credit.Origin{Kind: credit.LotGrant, Born: on2day("2026-01-01"), Expires: on2day("2026-04-01")},
		RefundRule: credit.RefundOnReply, RefundUntil: on2day("2026-05-11"),
	}); rich != want {
		t.Errorf("quote\n got %+v\nwant %+v", rich, want)
	}
	poor := opened("career", "2026-01-10").send("2026-01-11", 5).on("2026-01-12").Quote()
	if !poor.Refused() || poor.NextGrant == nil || *poor.NextGrant != (credit.Grant{On: on2day("2026-02-10"), Amount: 5}) {
		t.Errorf("quote %+v, want a refusal that names the grant of 2026-02-10", poor)
	}
}

func TestNextExpiry(t *testing.T) {
	one := opened("salesnav-core", "2026-01-01").send("2026-01-05", 1)
	for _, c := range []struct {
		name  string
		story *story
		on    string
		want  credit.Expiry
	}{
		{"the oldest lot", one, "2026-02-10", credit.Expiry{On: on2day("2026-04-01"), Amount: 49}},
		{"of what is there, though a grant may evict it sooner", one, "2026-04-01", credit.Expiry{On: on2day("2026-05-02"), Amount: 50}},
		{
			"several lots on one day", opened("salesnav-core", "2026-01-01").send("2026-01-01", 2).answer("2026-01-01", 1, "replied"), "2026-01-01",
			credit.Expiry{On: on2day("2026-04-01"), Amount: 49},
		},
	} {
		if got, found := c.story.on(c.on).NextExpiry(); !found || got != c.want {
			t.Errorf("%s: %+v, %t; want %+v", c.name, got, found, c.want)
		}
	}
	for name, l := range map[string]credit.Ledger{
		"no credits":     opened("free", "2026-01-01").on("2026-01-01"),
		"lasting grants": opened("recruiter-corporate", "2026-01-01").on("2026-01-01"),
	} {
		if got, found := l.NextExpiry(); found {
			t.Errorf("%s: %+v is to expire", name, got)
		}
	}
}

// until is a history's facts up to a day.
func until(h credit.History, on day.Day) []credit.Fact {
	var facts []credit.Fact
	for _, f := range h.Facts {
		if day.Of(f.At, h.Zone) <= on {
			facts = append(facts, f)
		}
	}
	return facts
}

// TestLookingAheadRepeats checks that looking ahead twice answers the same.
func TestLookingAheadRepeats(t *testing.T) {
	l := silent().on("2026-03-20")
	first, _ := l.NextGrant()
	second, _ := l.NextGrant()
	if first != second {
		t.Errorf("%+v, then %+v", first, second)
	}
}
