package credit_test

import (
	"testing"

	"cordial/model/credit"
)

// policy changes a story's policy.
func (s *story) policy(on string, o credit.Overrides) *story {
	return s.add(on, credit.Fact{Kind: credit.PolicyChanged, Overrides: o})
}

func TestPolicyChangeForfeitsAndGrantsNothing(t *testing.T) {
	seat := func() *story { return opened("career", "2026-01-10") }
	check(t, []balances{
		{
			name: "the next grant is the first to follow it", story: seat().policy("2026-01-20", credit.Overrides{Monthly: ptr(7), Cap: ptr(9)}),
			want: []balance{{"2026-01-20", 5}, {"2026-02-09", 5}, {"2026-02-10", 9}}, totals: &credit.Totals{Granted: 12, Evicted: 3},
		},
		{
			name: "on a billing day it counts for that day's grant", story: seat().policy("2026-02-10", credit.Overrides{Monthly: ptr(7)}),
			want: []balance{{"2026-02-10", 12}},
		},
		{
			name: "on the day of the opening it counts for the activation", story: seat().policy("2026-01-10", credit.Overrides{Monthly: ptr(7)}),
			want: []balance{{"2026-01-10", 7}, {"2026-02-10", 14}},
		},
		{
			name: "a lower cap evicts nothing before the next grant", story: seat().policy("2026-02-11", credit.Overrides{Cap: ptr(4)}),
			want: []balance{{"2026-02-11", 10}, {"2026-03-09", 10}, {"2026-03-10", 4}},
		},
		{
			name: "but refunds find no room", story: seat().send("2026-02-10", 1).policy("2026-02-11", credit.Overrides{Cap: ptr(4)}).answer("2026-02-12", 1, "replied"),
			want: []balance{{"2026-02-12", 9}}, totals: &credit.Totals{Granted: 10, Debited: 1, RefundForfeited: 1},
		},
		{
			name: "later overrides replace earlier ones", story: seat().policy("2026-01-20", credit.Overrides{Monthly: ptr(7)}).policy("2026-01-21", credit.Overrides{Cap: ptr(100)}),
			want: []balance{{"2026-02-10", 10}},
		},
		{
			name: "none at all restores the plan's own", story: openedWith("2026-01-10", credit.Fact{Plan: "career", Overrides: credit.Overrides{Monthly: ptr(1)}}).policy("2026-01-20", credit.Overrides{}),
			want: []balance{{"2026-01-20", 1}, {"2026-02-10", 6}},
		},
		{
			name: "it ends with the plan", story: seat().policy("2026-01-20", credit.Overrides{Monthly: ptr(7)}).change("2026-01-25", "career"),
			want: []balance{{"2026-01-25", 5}, {"2026-02-25", 10}},
		},
		{
			name: "also with a plan that begins later on its day", story: seat().policy("2026-01-25", credit.Overrides{Monthly: ptr(7)}).change("2026-01-25", "business"),
			want: []balance{{"2026-01-25", 15}},
		},
		{
			name: "and counts for one that began earlier on its day", story: seat().change("2026-01-25", "business").policy("2026-01-25", credit.Overrides{Monthly: ptr(7)}),
			want: []balance{{"2026-01-25", 7}},
		},
		{
			name: "before the first plan it changes nothing", story: (&story{}).policy("2026-01-02", credit.Overrides{Monthly: ptr(7)}).add("2026-01-10", credit.Fact{Kind: credit.Opened, Plan: "career"}),
			want: []balance{{"2026-01-02", 0}, {"2026-01-10", 5}, {"2026-02-10", 10}},
		},
		{
			name: "after a cancel it brings no grants back", story: seat().cancel("2026-01-15").policy("2026-01-20", credit.Overrides{Monthly: ptr(7)}).reconcile("2026-01-21", 2),
			want: []balance{{"2026-02-10", 2}, {"2026-05-10", 0}},
		},
		{
			name: "but its expiry counts", story: seat().cancel("2026-01-15").policy("2026-01-20", credit.Overrides{ExpiryDays: ptr(0)}).reconcile("2026-01-21", 2),
			want: []balance{{"2027-02-10", 2}},
		},
	})
}

func TestPolicyChangeKeepsWhatWasBornAndSent(t *testing.T) {
	noReply := credit.Overrides{RefundRule: ptr(credit.RefundOnNoReply), RefundWindowDays: ptr(10)}
	check(t, []balances{
		{
			name: "credits keep the expiry they were born with", story: opened("career", "2026-01-01").policy("2026-01-15", credit.Overrides{ExpiryDays: ptr(20)}),
			want: []balance{{"2026-02-01", 10}, {"2026-02-20", 10}, {"2026-02-21", 5}, {"2026-03-20", 10}, {"2026-03-21", 5}, {"2026-03-31", 5}, {"2026-04-01", 5}},
			lots: "grant 2026-04-01–2026-04-21 ×5",
		},
		{
			name: "what expires sooner is spent sooner, though it is younger", story: opened("career", "2026-01-01").policy("2026-01-15", credit.Overrides{ExpiryDays: ptr(20)}).send("2026-02-02", 2),
			want: []balance{{"2026-02-02", 8}}, lots: "grant 2026-02-01–2026-02-21 ×3\ngrant 2026-01-01–2026-04-01 ×5",
		},
		{
			name: "what lasts for ever is spent last", story: openedWith("2026-01-01", credit.Fact{Plan: "career", Overrides: credit.Overrides{ExpiryDays: ptr(0)}}).policy("2026-01-15", credit.Overrides{}).send("2026-02-02", 1),
			want: []balance{{"2026-02-02", 9}}, lots: "grant 2026-02-01–2026-05-02 ×4\ngrant 2026-01-01–never ×5",
		},
		{
			name: "an InMail keeps its window", story: opened("career", "2026-01-01").send("2026-01-05", 1).policy("2026-01-10", credit.Overrides{RefundWindowDays: ptr(3)}).answer("2026-01-20", 1, "replied"),
			want: []balance{{"2026-01-20", 5}},
		},
		{
			name: "the next one gets the new window", story: opened("career", "2026-01-01").policy("2026-01-10", credit.Overrides{RefundWindowDays: ptr(3)}).send("2026-01-10", 1).answer("2026-01-14", 1, "replied"),
			want: []balance{{"2026-01-14", 4}},
		},
		{
			name: "an InMail keeps its rule", story: opened("career", "2026-01-01").send("2026-01-05", 2).policy("2026-01-10", noReply).answer("2026-01-12", 1, "replied"),
			want: []balance{{"2026-01-12", 4}, {"2026-01-16", 4}},
		},
		{
			name: "one of its day has the new rule already", story: opened("career", "2026-01-01").send("2026-01-10", 1).policy("2026-01-10", noReply),
			want: []balance{{"2026-01-20", 4}, {"2026-01-21", 5}},
		},
		{
			name: "windows that end out of order", story: openedWith("2026-01-01", credit.Fact{Plan: "career", Overrides: credit.Overrides{RefundRule: ptr(credit.RefundOnNoReply), RefundWindowDays: ptr(25)}}).
				send("2026-01-02", 1).policy("2026-01-03", noReply).send("2026-01-03", 1),
			want: []balance{{"2026-01-13", 3}, {"2026-01-14", 4}, {"2026-01-27", 4}, {"2026-01-28", 5}},
		},
		{
			name: "a plan's end still ends the refunds of both stretches", story: opened("career", "2026-01-01").send("2026-01-05", 1).policy("2026-01-10", credit.Overrides{Monthly: ptr(7)}).
				send("2026-01-11", 1).change("2026-01-15", "career").answer("2026-01-16", 1, "replied").answer("2026-01-16", 2, "replied"),
			want: []balance{{"2026-01-16", 5}}, totals: &credit.Totals{Granted: 10, Debited: 2, Forfeited: 3, RefundForfeited: 2},
		},
	})
}

// TestOverridesInForce shows what a seat sets differently, also after its plan has ended.
func TestOverridesInForce(t *testing.T) {
	s := openedWith("2026-01-10", credit.Fact{Plan: "career", Overrides: credit.Overrides{Cap: ptr(20)}}).
		policy("2026-01-20", credit.Overrides{Monthly: ptr(7)}).cancel("2026-01-25").change("2026-01-30", "business")
	seven := credit.Overrides{Monthly: ptr(7)}
	for _, c := range []struct {
		on   string
		want credit.Overrides
	}{
		{"2026-01-09", credit.Overrides{}},
		{"2026-01-10", credit.Overrides{Cap: ptr(20)}},
		{"2026-01-20", seven},
		{"2026-01-25", seven},
		{"2026-01-30", credit.Overrides{}},
	} {
		l := s.on(c.on)
		if got, want := l.Policy, l.Plan.Policy.With(c.want); l.Plan.ID != "" && got != want {
			t.Errorf("%s: policy %+v, want %+v", c.on, got, want)
		}
		if a, b := l.Plan.Policy.With(l.Overrides), l.Plan.Policy.With(c.want); a != b || l.Overrides.IsZero() != c.want.IsZero() {
			t.Errorf("%s: overrides make %+v, want %+v", c.on, a, b)
		}
	}
}
