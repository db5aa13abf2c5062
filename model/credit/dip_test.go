package credit_test

import (
	"fmt"
	"strings"
	"testing"

	"cordial/model/credit"

	"pgregory.net/rapid"
)

func dipsOf(dips []credit.Dip) string {
	var lines []string
	for _, d := range dips {
		lines = append(lines, fmt.Sprintf("%s–%s %d days −%d of %s", d.From, d.Until, d.Days(), d.Credits, d.Granted))
	}
	return strings.Join(lines, "\n")
}

func TestDips(t *testing.T) {
	nav := func(on string) *story { return opened("salesnav-core", on) }
	for _, c := range []struct {
		name      string
		story     *story
		on, until string
		want      string
	}{
		{"A4: March, April and May have 92 days", nav("2026-01-01"), "2026-05-02", "2026-06-05", "2026-05-30–2026-06-01 2 days −50 of 2026-03-01"},
		{"a year of them", nav("2026-01-01"), "2026-01-01", "2027-01-01", `
2026-05-30–2026-06-01 2 days −50 of 2026-03-01
2026-06-30–2026-07-01 1 days −50 of 2026-04-01
2026-07-30–2026-08-01 2 days −50 of 2026-05-01
2026-08-30–2026-09-01 2 days −50 of 2026-06-01
2026-09-29–2026-10-01 2 days −50 of 2026-07-01
2026-10-30–2026-11-01 2 days −50 of 2026-08-01
2026-11-30–2026-12-01 1 days −50 of 2026-09-01
2026-12-30–2027-01-01 2 days −50 of 2026-10-01`},
		{"A5: a leap year's January to March have 91", nav("2028-01-01"), "2028-02-01", "2028-04-05", "2028-03-31–2028-04-01 1 days −50 of 2028-01-01"},
		{"A1: other years' have 90", nav("2026-01-01"), "2026-01-01", "2026-04-30", ""},
		{"A12: in the middle of a month", opened("business", "2026-03-15"), "2026-03-15", "2026-06-20", "2026-06-13–2026-06-15 2 days −15 of 2026-03-15"},
		{"some of them used", nav("2026-01-01").send("2026-05-03", 10), "2026-05-04", "2026-06-05", "2026-05-30–2026-06-01 2 days −40 of 2026-03-01"},
		{"all of them used", nav("2026-01-01").send("2026-05-03", 50), "2026-05-04", "2026-06-05", ""},
		{"the grant is beyond the forecast", nav("2026-01-01"), "2026-05-02", "2026-05-30", "2026-05-30–2026-06-01 2 days −50 of 2026-03-01"},
		{
			"spent in parts, one dip", openedWith("2026-03-01", credit.Fact{Plan: "salesnav-core", BillingDay: 1}).
				send("2026-03-01", 1).answer("2026-03-01", 1, "replied").send("2026-03-01", 1).answer("2026-03-01", 2, "replied"),
			"2026-05-20", "2026-06-05", "2026-05-30–2026-06-01 2 days −48 of 2026-03-01",
		},
		{"bought on another day than billed", openedWith("2026-03-03", credit.Fact{Plan: "salesnav-core", BillingDay: 2}), "2026-05-20", "2026-06-05", ""},
		{"billed on the 31st, an eviction comes first", opened("career", "2026-01-31"), "2026-04-20", "2026-05-05", ""},
		{"billed on the 31st, two months of 31 days", opened("career", "2026-07-31"), "2026-10-01", "2026-11-05", "2026-10-29–2026-10-31 2 days −5 of 2026-07-31"},
		{
			"30 days are shorter than a month, too", openedWith("2026-01-01", credit.Fact{Plan: "career", Overrides: credit.Overrides{ExpiryDays: ptr(30)}}),
			"2026-01-01", "2026-02-28", "2026-01-31–2026-02-01 1 days −5 of 2026-01-01",
		},
		{
			"45 days have nothing to do with months", openedWith("2026-01-01", credit.Fact{Plan: "career", Overrides: credit.Overrides{ExpiryDays: ptr(45)}}),
			"2026-01-01", "2026-02-28", "",
		},
		{"after a cancel no grant makes up for anything", nav("2026-01-01").cancel("2026-05-29"), "2026-05-29", "2026-06-05", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			forecast := c.story.on(c.on).Forecast(on2day(c.until), credit.Course{})
			wantText(t, "dips to come", dipsOf(forecast.Dips), c.want)
			wantText(t, "dips that came", dipsOf(since(c.story.on(c.until).Dips(), c.on)), c.want)
		})
	}
}

// since leaves out the dips up to a day.
func since(dips []credit.Dip, on string) []credit.Dip {
	var later []credit.Dip
	for _, d := range dips {
		if d.From > on2day(on) {
			later = append(later, d)
		}
	}
	return later
}

func TestDipSentence(t *testing.T) {
	dips := opened("salesnav-core", "2026-01-01").on("2026-05-02").Forecast(on2day("2026-06-05"), credit.Course{}).Dips
	wantText(t, "why", dips[0].Sentence(credit.Tongue{}),
		"From 2026-05-30 until the grant of 2026-06-01 the balance is 50 lower: "+
			"the credits of 2026-03-01 lived 90 days, and the 3 months to that grant have 92.")
	year := opened("salesnav-core", "2026-10-05").on("2026-12-10").Forecast(on2day("2027-01-10"), credit.Course{}).Dips
	wantText(t, "over the new year", year[0].Sentence(credit.Tongue{}),
		"From 2027-01-03 until the grant of 2027-01-05 the balance is 50 lower: "+
			"the credits of 2026-10-05 lived 90 days, and the 3 months to that grant have 92.")
}

// TestDipsAreFalls checks that the balance falls by what a dip says, and that its grant comes.
func TestDipsAreFalls(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h, on := untilToday(t)
		for _, d := range credit.Fold(h, on).Forecast(on.Add(150), credit.Course{}).Dips {
			eve, fallen := credit.Fold(h, d.From.Add(-1)), credit.Fold(h, d.From)
			if fallen.Totals.Expired-eve.Totals.Expired < d.Credits || d.Days() < 1 || d.Days() > 3 {
				t.Fatalf("%+v: the totals go from %+v to %+v", d, eve.Totals, fallen.Totals)
			}
			before, after := credit.Fold(h, d.Until.Add(-1)), credit.Fold(h, d.Until)
			if after.Totals.Granted == before.Totals.Granted {
				t.Fatalf("%+v: no grant comes on %s", d, d.Until)
			}
		}
	})
}
