package credit_test

import (
	"encoding/json"
	"fmt"
	"math"
	"testing"

	"cordial/model/credit"

	"pgregory.net/rapid"
)

// TestSustainable holds the known figures: sends, replies and cost per reply that the grants pay for.
func TestSustainable(t *testing.T) {
	for _, c := range []struct {
		name, plan string
		rate       int
		price      float64
		want       string
	}{
		{"H-career-10", "career", 10, 40, "5.6 / 0.56 / $72.00"},
		{"H-career-18", "career", 18, 40, "6.1 / 1.10 / $36.44"},
		{"H-career-25", "career", 25, 40, "6.7 / 1.67 / $24.00"},
		{"H-business-10", "business", 10, 60, "16.7 / 1.67 / $36.00"},
		{"H-business-18", "business", 18, 60, "18.3 / 3.29 / $18.22"},
		{"H-business-25", "business", 25, 60, "20.0 / 5.00 / $12.00"},
		{"H-salesnav-10", "salesnav-core", 10, 99, "55.6 / 5.56 / $17.82"},
		{"H-salesnav-18", "salesnav-core", 18, 99, "61.0 / 10.98 / $9.02"},
		{"H-salesnav-25", "salesnav-core", 25, 99, "66.7 / 16.67 / $5.94"},
	} {
		plan, _ := credit.PlanByID(c.plan)
		m := plan.Policy.Economics(credit.Course{Rate: credit.PerCent(c.rate)}, c.price).Sustainable
		if got := fmt.Sprintf("%.1f / %.2f / $%.2f", m.Sends, m.Replies, *m.CostPerReply); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
		if math.Abs(m.NetBurn-float64(plan.Policy.Monthly)) > 1e-9 {
			t.Errorf("%s: burns %v of %d", c.name, m.NetBurn, plan.Policy.Monthly)
		}
	}
}

func TestEconomics(t *testing.T) {
	plan, _ := credit.PlanByID("salesnav-core")
	reply := plan.Policy
	noReply := reply.With(credit.Overrides{RefundRule: ptr(credit.RefundOnNoReply)})
	half := credit.Course{Pace: credit.PerMonth(40), Rate: credit.PerCent(50)}
	for _, c := range []struct {
		name   string
		policy credit.Policy
		course credit.Course
		price  float64
		want   string
	}{
		{
			"replies give back", reply,
			credit.Course{Pace: credit.PerMonth(40), Rate: credit.Rate{Answered: 4, Of: 16}},
			100,
			`{"grant":50,"net_cost":0.75,"credits_per_reply":3,"at_pace":{"sends":40,"net_burn":30,"replies":10,"cost_per_reply":10},` +
				`"sustainable":{"sends":66.66666666666667,"net_burn":50,"replies":16.666666666666668,"cost_per_reply":6},"small_sample":true}`,
		},
		{
			"silence gives back", noReply,
			credit.Course{Pace: credit.PerMonth(40), Rate: credit.PerCent(25)},
			100,
			`{"grant":50,"net_cost":0.25,"credits_per_reply":1,"at_pace":{"sends":40,"net_burn":10,"replies":10,"cost_per_reply":10},` +
				`"sustainable":{"sends":200,"net_burn":50,"replies":50,"cost_per_reply":2},"small_sample":false}`,
		},
		{
			"no price", reply, half, 0,
			`{"grant":50,"net_cost":0.5,"credits_per_reply":1,"at_pace":{"sends":40,"net_burn":20,"replies":20,"cost_per_reply":null},` +
				`"sustainable":{"sends":100,"net_burn":50,"replies":50,"cost_per_reply":null},"small_sample":false}`,
		},
		{
			"nobody answers", reply,
			credit.Course{Pace: credit.PerMonth(40)},
			100,
			`{"grant":50,"net_cost":1,"credits_per_reply":null,"at_pace":{"sends":40,"net_burn":40,"replies":0,"cost_per_reply":null},` +
				`"sustainable":{"sends":50,"net_burn":50,"replies":0,"cost_per_reply":null},"small_sample":true}`,
		},
		{
			"everybody answers", reply,
			credit.Course{Pace: credit.PerMonth(40), Rate: credit.PerCent(100)},
			100,
			`{"grant":50,"net_cost":0,"credits_per_reply":0,"at_pace":{"sends":40,"net_burn":0,"replies":40,"cost_per_reply":2.5},` +
				`"sustainable":null,"small_sample":false}`,
		},
		{
			"nobody answers, and silence gives back", noReply,
			credit.Course{},
			100,
			`{"grant":50,"net_cost":0,"credits_per_reply":null,"at_pace":{"sends":0,"net_burn":0,"replies":0,"cost_per_reply":null},` +
				`"sustainable":null,"small_sample":true}`,
		},
		{
			"a plan that grants nothing",
			credit.Policy{RefundRule: credit.RefundOnReply},
			half, 0,
			`{"grant":0,"net_cost":0.5,"credits_per_reply":1,"at_pace":{"sends":40,"net_burn":20,"replies":20,"cost_per_reply":null},` +
				`"sustainable":{"sends":0,"net_burn":0,"replies":0,"cost_per_reply":null},"small_sample":false}`,
		},
	} {
		text, err := json.Marshal(c.policy.Economics(c.course, c.price))
		if err != nil {
			t.Fatal(err)
		}
		wantText(t, c.name, string(text), c.want)
	}
}

// TestSilenceCosts holds the figure of the credits screen: 4 of 14 answered make 2.5 credits a reply.
func TestSilenceCosts(t *testing.T) {
	plan, _ := credit.PlanByID("career")
	e := plan.Policy.Economics(credit.Course{Rate: credit.Rate{Answered: 4, Of: 14}}, 0)
	if got := fmt.Sprintf("%.1f", *e.CreditsPerReply); got != "2.5" {
		t.Errorf("a reply costs %s credits, want 2.5", got)
	}
}

// TestSustainableSustains forecasts ten years of just the sends that the grants pay for, with some credits to
// begin on and none that age or meet a cap; they last. One more InMail a weekday does not.
func TestSustainableSustains(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		monthly := rapid.IntRange(1, 60).Draw(t, "monthly")
		of := rapid.IntRange(1, 10).Draw(t, "of")
		rate := credit.Rate{Answered: rapid.IntRange(0, of-1).Draw(t, "answered"), Of: of}
		l := openedWith("2026-01-01", credit.Fact{Plan: "career", OpeningBalance: ptr(2*monthly + 5), Overrides: credit.Overrides{
			Monthly: &monthly, Cap: ptr(1_000_000), ExpiryDays: ptr(0),
		}}).on("2026-01-01")

		pace := credit.PerMonth(monthly * of)
		pace.Weekdays *= of - rate.Answered
		lasting := credit.Course{Pace: pace, Rate: rate}
		e := l.Policy.Economics(lasting, 0)
		if math.Abs(e.AtPace.Sends-e.Sustainable.Sends) > 1e-6 || !e.Lasts() {
			t.Fatalf("%v is not the sustainable pace of %+v", pace, e)
		}
		until := l.On.Add(3650)
		if short := l.FirstShort(until, lasting); short <= until {
			t.Fatalf("%v with %v of %d a month runs short on %s", pace, rate, monthly, short)
		}
		faster := credit.Course{Pace: credit.Pace{InMails: pace.InMails + pace.Weekdays, Weekdays: pace.Weekdays}, Rate: rate}
		if short := l.FirstShort(until, faster); short > until || l.Policy.Economics(faster, 0).Lasts() {
			t.Fatalf("%v with %v of %d a month lasts", faster.Pace, rate, monthly)
		}
	})
}
