package credit_test

import (
	"testing"

	"cordial/model/credit"
)

// The rulings of the package comment, and the corners of the rules, a case each.

func TestPlanDays(t *testing.T) {
	balanceOf := func(n int) credit.Fact { return credit.Fact{Plan: "career", OpeningBalance: &n} }
	small := credit.Fact{Plan: "career", Overrides: credit.Overrides{Monthly: ptr(2), Cap: ptr(4)}}
	check(t, []balances{
		{
			name: "two changes on one day grant once, the last plan's", story: opened("career", "2026-01-01").change("2026-01-15", "salesnav-core").change("2026-01-15", "business"),
			want: []balance{{"2026-01-15", 15}}, totals: &credit.Totals{Granted: 20, Forfeited: 5},
		},
		{name: "a cancel on the opening day grants nothing", story: opened("career", "2026-01-01").cancel("2026-01-01"), want: []balance{{"2026-01-01", 0}, {"2026-03-01", 0}}, totals: &credit.Totals{}},
		{
			name: "a cancel and a change on one day reactivate", story: opened("career", "2026-01-01").cancel("2026-01-15").change("2026-01-15", "business"), want: []balance{{"2026-01-15", 15}},
			totals: &credit.Totals{Granted: 20, Forfeited: 5},
		},
		{name: "a cancel on the billing day", story: opened("career", "2026-01-01").cancel("2026-02-01"), want: []balance{{"2026-01-31", 5}, {"2026-02-01", 0}}, totals: &credit.Totals{Granted: 5, Forfeited: 5}},
		{name: "a change on the billing day grants once", story: opened("career", "2026-01-01").change("2026-02-01", "career"), want: []balance{{"2026-02-01", 5}, {"2026-03-01", 10}}},
		{name: "a change moves the billing day", story: opened("career", "2026-01-31").change("2026-02-10", "career"), want: []balance{{"2026-02-28", 5}, {"2026-03-09", 5}, {"2026-03-10", 10}}},
		{
			name: "a send in the morning of a change is paid by the new plan", story: opened("career", "2026-01-01").
				add("2026-01-15", credit.Fact{Kind: credit.Sent, InMail: "im1", Cost: 1, At: at("2026-01-15T00:00:00Z")}).change("2026-01-15", "business"),
			want: []balance{{"2026-01-15", 14}}, totals: &credit.Totals{Granted: 20, Forfeited: 5, Debited: 1},
		},
		{name: "overrides end with their plan", story: openedWith("2026-01-01", small).change("2026-01-15", "career"), want: []balance{{"2026-01-14", 2}, {"2026-01-15", 5}, {"2026-03-15", 15}}},
		{name: "opening balance", story: openedWith("2026-01-01", balanceOf(37)), want: []balance{{"2026-01-01", 37}, {"2026-02-01", 15}}, totals: &credit.Totals{Opening: 37, Granted: 5, Evicted: 27}},
		{name: "an opening balance of 0 is no activation", story: openedWith("2026-01-01", balanceOf(0)), want: []balance{{"2026-01-31", 0}, {"2026-02-01", 5}}},
		{
			name: "opening balance, then a change on the day", story: openedWith("2026-01-01", balanceOf(7)).change("2026-01-01", "business"), want: []balance{{"2026-01-01", 15}},
			totals: &credit.Totals{Opening: 7, Forfeited: 7, Granted: 15},
		},
		{
			name: "a second opening starts over", story: opened("career", "2026-01-01").add("2026-01-15", credit.Fact{Kind: credit.Opened, Plan: "business"}), want: []balance{{"2026-01-15", 15}, {"2026-02-15", 30}},
			totals: &credit.Totals{Granted: 35, Forfeited: 5},
		},
		{name: "a plan that grants nothing evicts nothing", story: openedWith("2026-01-01", credit.Fact{Plan: "free", OpeningBalance: ptr(3)}), want: []balance{{"2026-06-01", 3}}, totals: &credit.Totals{Opening: 3}},
		{name: "an unknown plan grants nothing", story: opened("premium-deluxe", "2026-01-01"), want: []balance{{"2026-06-01", 0}}, totals: &credit.Totals{}},
	})
}

func TestSettlingOnce(t *testing.T) {
	one := func() *story { return opened("salesnav-core", "2026-01-01").send("2026-01-10", 1) }
	check(t, []balances{
		{name: "undelivered twice", story: one().bounce("2026-01-11", 1).bounce("2026-01-12", 1), want: []balance{{"2026-01-12", 50}}, totals: &credit.Totals{Granted: 50, Debited: 1, Refunded: 1}},
		{name: "answered, then undelivered", story: one().answer("2026-01-11", 1, "replied").bounce("2026-01-12", 1), want: []balance{{"2026-01-12", 50}}},
		{name: "undelivered, then answered", story: one().bounce("2026-01-11", 1).answer("2026-01-12", 1, "replied"), want: []balance{{"2026-01-12", 50}}},
		{name: "undelivered after the window", story: one().send("2026-04-15", 20).bounce("2026-04-20", 1), want: []balance{{"2026-04-19", 130}, {"2026-04-20", 131}}},
		{name: "undelivered into a full pool", story: one().bounce("2026-04-05", 1), want: []balance{{"2026-04-05", 150}}, totals: &credit.Totals{Granted: 200, Debited: 1, Expired: 49, RefundForfeited: 1}},
		{name: "undelivered though free", story: opened("salesnav-core", "2026-01-01").sendFree("2026-01-10", 1).bounce("2026-01-11", 1), want: []balance{{"2026-01-11", 50}}, totals: &credit.Totals{Granted: 50}},
		{
			name: "undelivered after the plan's end", story: one().change("2026-01-15", "career").bounce("2026-01-16", 1), want: []balance{{"2026-01-16", 5}},
			totals: &credit.Totals{Granted: 55, Debited: 1, Forfeited: 49, RefundForfeited: 1},
		},
		{name: "late, then undelivered", story: one().send("2026-04-15", 20).answer("2026-04-15", 1, "replied").bounce("2026-04-20", 1), want: []balance{{"2026-04-15", 130}, {"2026-04-20", 131}}},
	})
}

func TestNoReply(t *testing.T) {
	seat := func() *story {
		return openedWith("2026-01-01", credit.Fact{Plan: "salesnav-core", Overrides: credit.Overrides{
			RefundRule: ptr(credit.RefundOnNoReply), RefundWindowDays: ptr(10),
		}})
	}
	one := func() *story { return seat().send("2026-01-05", 2) }
	check(t, []balances{
		{name: "on the day after the window", story: one(), want: []balance{{"2026-01-15", 48}, {"2026-01-16", 50}}, lots: "grant 2026-01-01–2026-04-01 ×48\nrefund 2026-01-16–2026-04-16 ×2"},
		{name: "an answer on its last day keeps it", story: one().answer("2026-01-15", 1, "replied"), want: []balance{{"2026-01-15", 48}, {"2026-01-31", 49}}},
		{name: "an answer on the day after is too late to", story: one().answer("2026-01-16", 1, "replied"), want: []balance{{"2026-01-16", 50}}},
		{name: "an answer gives none", story: one().answer("2026-01-06", 1, "accepted"), want: []balance{{"2026-01-06", 48}}},
		{name: "undelivered at once, and not again", story: one().bounce("2026-01-06", 1), want: []balance{{"2026-01-06", 49}, {"2026-01-31", 50}}},
		{name: "undelivered after the refund", story: one().bounce("2026-01-20", 1), want: []balance{{"2026-01-20", 50}}},
		{name: "undelivered after an answer", story: one().answer("2026-01-06", 1, "replied").bounce("2026-01-07", 1), want: []balance{{"2026-01-07", 49}}},
		{name: "free ones give none", story: seat().sendFree("2026-01-05", 1), want: []balance{{"2026-01-31", 50}}},
		{
			name: "a full pool clamps it", story: seat().send("2026-01-25", 1).reconcile("2026-01-25", 150), want: []balance{{"2026-02-05", 150}},
			totals: &credit.Totals{Granted: 100, Debited: 1, AdjustedIn: 101, Evicted: 50, RefundForfeited: 1},
		},
		{
			name: "after the grant of its day", story: seat().send("2026-01-21", 1).reconcile("2026-01-25", 99), want: []balance{{"2026-01-31", 99}, {"2026-02-01", 150}},
			totals: &credit.Totals{Granted: 100, Debited: 1, AdjustedIn: 50, Refunded: 1},
		},
		{
			name: "the plan's end forfeits it on its own day", story: one().change("2026-01-10", "career"), want: []balance{{"2026-01-15", 5}, {"2026-01-16", 5}},
			totals: &credit.Totals{Granted: 55, Debited: 2, Forfeited: 48, RefundForfeited: 2},
		},
		{
			name: "a change to it does not reach back", story: opened("career", "2026-01-01").send("2026-01-05", 1).add("2026-01-10", credit.Fact{
				Kind: credit.PlanChanged, Plan: "career", Overrides: credit.Overrides{RefundRule: ptr(credit.RefundOnNoReply)},
			}).send("2026-01-10", 1),
			want: []balance{{"2026-04-09", 14}, {"2026-04-11", 15}}, totals: &credit.Totals{Granted: 25, Debited: 2, Forfeited: 4, Expired: 4, RefundForfeited: 1},
		},
	})
}

// TestFirstSentIsRefundedFirst leaves room for one of two credits due on the same day.
func TestFirstSentIsRefundedFirst(t *testing.T) {
	l := openedWith("2026-01-01", credit.Fact{Plan: "career", Overrides: credit.Overrides{RefundRule: ptr(credit.RefundOnNoReply)}}).
		send("2026-01-05", 2).reconcile("2026-04-02", 14).on("2026-04-06")
	for id, want := range map[string]credit.RefundState{"im1": credit.RefundGiven, "im2": credit.RefundForfeited} {
		if m, _ := l.InMail(id); m.Refund != want {
			t.Errorf("%s is %s, want %s", id, m.Refund, want)
		}
	}
}

func TestOutsideThePlan(t *testing.T) {
	early := opened("career", "2026-01-10").send("2026-01-05", 1)
	noReply := openedWith("2026-01-10", credit.Fact{Plan: "career", Overrides: credit.Overrides{
		RefundRule: ptr(credit.RefundOnNoReply), RefundWindowDays: ptr(10),
	}})
	check(t, []balances{
		{name: "a send before the opening is overdrawn", story: early, want: []balance{{"2026-01-05", 0}, {"2026-01-10", 5}}, totals: &credit.Totals{Overdrawn: 1, Debited: 1, Granted: 5}},
		{name: "and refunded under the opening's policy", story: opened("career", "2026-01-10").send("2026-01-05", 1).answer("2026-01-12", 1, "replied"), want: []balance{{"2026-01-12", 6}}},
		{
			name: "but not before it", story: opened("career", "2026-01-10").send("2026-01-05", 1).answer("2026-01-06", 1, "replied"), want: []balance{{"2026-01-12", 5}},
			totals: &credit.Totals{Overdrawn: 1, Debited: 1, RefundForfeited: 1, Granted: 5},
		},
		{
			name: "also under no-reply, from the opening on", story: noReply.send("2025-12-29", 1).send("2025-12-31", 1).sendFree("2025-12-31", 1), want: []balance{{"2026-01-10", 5}, {"2026-01-11", 6}, {"2026-03-11", 15}},
			totals: &credit.Totals{Overdrawn: 2, Debited: 2, Refunded: 1, Granted: 15, Evicted: 1},
		},
		{
			name: "what LinkedIn showed before the opening ends with it", story: opened("career", "2026-01-10").reconcile("2026-01-05", 3), want: []balance{{"2026-01-09", 3}, {"2026-01-10", 5}},
			totals: &credit.Totals{AdjustedIn: 3, Forfeited: 3, Granted: 5},
		},
		{
			name: "an insisted send after a cancel is refunded", story: opened("career", "2026-01-01").cancel("2026-01-10").send("2026-01-12", 1).answer("2026-01-13", 1, "replied"), want: []balance{{"2026-01-12", 0}, {"2026-01-13", 1}, {"2026-04-13", 0}},
			totals: &credit.Totals{Granted: 5, Forfeited: 5, Overdrawn: 1, Debited: 1, Refunded: 1, Expired: 1},
		},
		{name: "but not after a later plan began", story: opened("career", "2026-01-01").cancel("2026-01-10").send("2026-01-12", 1).change("2026-01-13", "career").answer("2026-01-13", 1, "replied"), want: []balance{{"2026-01-13", 5}}},
		{name: "a cancel of nothing", story: (&story{}).cancel("2026-01-10").reconcile("2026-01-11", 2), want: []balance{{"2026-02-11", 2}}, totals: &credit.Totals{AdjustedIn: 2}},
	})
}

func TestOrderWithinADay(t *testing.T) {
	morning := credit.Fact{Kind: credit.Answered, InMail: "im1", Answer: "replied", At: at("2026-01-05T08:00:00Z")}
	full := func() *story { return opened("career", "2026-01-01").reconcile("2026-01-02", 15) }
	check(t, []balances{
		{
			name: "an answer with an earlier hour counts right after its send", story: full().send("2026-01-05", 1).add("2026-01-05", morning), want: []balance{{"2026-01-05", 15}},
			totals: &credit.Totals{Granted: 5, AdjustedIn: 10, Debited: 1, Refunded: 1},
		},
		{
			name: "and before what followed the send", story: full().send("2026-01-05", 1).reconcile("2026-01-05", 15).add("2026-01-05", morning), want: []balance{{"2026-01-05", 15}},
			totals: &credit.Totals{Granted: 5, AdjustedIn: 10, Debited: 1, Refunded: 1},
		},
		{name: "an answer recorded before a send of the same instant", story: opened("career", "2026-01-01").answer("2026-01-05", 1, "replied").send("2026-01-05", 1), want: []balance{{"2026-01-05", 5}}},
		{name: "an answer to nothing", story: opened("career", "2026-01-01").answer("2026-01-05", 7, "replied").bounce("2026-01-06", 8), want: []balance{{"2026-01-06", 5}}, totals: &credit.Totals{Granted: 5}},
		{name: "by instant before journal order", story: full().add("2026-01-05", credit.Fact{Kind: credit.Reconciled, Balance: 3, At: at("2026-01-05T18:00:00Z")}).reconcile("2026-01-05", 9), want: []balance{{"2026-01-05", 3}}},
		{name: "by journal order in one instant", story: full().reconcile("2026-01-05", 9).reconcile("2026-01-05", 4), want: []balance{{"2026-01-05", 4}}},
	})
}

// TestDayBeforeInstant: in Newfoundland the clocks of 2010 fell back at 00:01 to 23:01 of the day before, so
// that an instant of the 7th of November came before one of the 6th.
func TestDayBeforeInstant(t *testing.T) {
	s := openedWith("2010-11-01", credit.Fact{Plan: "career"})
	s.Zone = location(t, "America/St_Johns")
	s.add("", credit.Fact{Kind: credit.Reconciled, Balance: 2, At: at("2010-11-07T00:00:30-02:30")}) // the 7th, earlier
	s.add("", credit.Fact{Kind: credit.Reconciled, Balance: 4, At: at("2010-11-06T23:30:00-03:30")}) // the 6th, later
	for on, want := range map[string]int{"2010-11-06": 4, "2010-11-07": 2} {
		if got := s.on(on).Balance; got != want {
			t.Errorf("%s: balance %d, want %d", on, got, want)
		}
	}
}

func TestReconcile(t *testing.T) {
	seat := func() *story { return opened("career", "2026-01-01") }
	check(t, []balances{
		{name: "above the cap", story: seat().reconcile("2026-01-05", 40), want: []balance{{"2026-01-05", 40}, {"2026-02-01", 15}}},
		{name: "to what is there", story: seat().reconcile("2026-01-05", 5), want: []balance{{"2026-01-05", 5}}, totals: &credit.Totals{Granted: 5}},
		{name: "to less than nothing", story: seat().reconcile("2026-01-05", -3), want: []balance{{"2026-01-05", 0}}, totals: &credit.Totals{Granted: 5, AdjustedOut: 5}},
		{name: "after a cancel", story: seat().cancel("2026-01-03").reconcile("2026-01-05", 2), want: []balance{{"2026-01-05", 2}, {"2026-04-05", 0}}},
	})
}

// TestReconcileToWhatIsThere leaves no line in the statement.
func TestReconcileToWhatIsThere(t *testing.T) {
	if n := len(opened("career", "2026-01-01").reconcile("2026-01-05", 5).on("2026-01-05").Entries); n != 1 {
		t.Errorf("%d lines, want only the grant", n)
	}
}

// TestAsksToBeReconciled counts the sends without credit until the balance is known again.
func TestAsksToBeReconciled(t *testing.T) {
	s := opened("career", "2026-01-01").send("2026-01-05", 7).reconcile("2026-01-06", 0).send("2026-01-07", 1).change("2026-01-08", "career")
	for _, c := range []struct {
		on   string
		want int
	}{{"2026-01-04", 0}, {"2026-01-05", 2}, {"2026-01-06", 0}, {"2026-01-07", 1}, {"2026-01-08", 0}} {
		if got := s.on(c.on).Overdrawn; got != c.want {
			t.Errorf("%s: %d overdrawn, want %d", c.on, got, c.want)
		}
	}
	if got := s.on("2026-01-08").Totals.Overdrawn; got != 3 {
		t.Errorf("%d overdrawn in total, want 3", got)
	}
}
