package credit_test

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"cordial/model/credit"
	"cordial/model/day"

	"pgregory.net/rapid"
)

// sixtyTwo is a Sales Navigator seat with 62 credits on 10 March 2026, a Tuesday, granted on the 1st.
func sixtyTwo(overrides credit.Overrides) credit.Ledger {
	return openedWith("2026-03-10", credit.Fact{
		Plan: "salesnav-core", BillingDay: 1, OpeningBalance: ptr(62), Overrides: overrides,
	}).on("2026-03-10")
}

// TestRunway holds the known runways: 62 credits, a number of InMails a weekday, one in five answered.
func TestRunway(t *testing.T) {
	ageless := credit.Overrides{ExpiryDays: ptr(0)}
	for _, c := range []struct {
		name     string
		perDay   int
		policy   credit.Overrides
		want     string
		netBurn  float64 // a weekday
		sustains bool
	}{
		{"R2", 2, ageless, "never", 1.6, true},
		{"R3", 3, ageless, "2027-03-31", 2.4, false},
		{"R4", 4, ageless, "2026-04-29", 3.2, false},
		{"R5", 5, ageless, "2026-04-20", 4.0, false},
		{"R2, credits expiring", 2, credit.Overrides{}, "never", 1.6, true},
		{"R4, credits expiring", 4, credit.Overrides{}, "2026-04-29", 3.2, false},
		{"R5, credits expiring", 5, credit.Overrides{}, "2026-04-20", 4.0, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := sixtyTwo(c.policy)
			course := credit.Course{Pace: credit.PerWeekday(c.perDay), Rate: credit.PerCent(20)}
			until := on2day("2029-03-10")
			if got := l.FirstShort(until, course); got.String() != c.want {
				t.Errorf("first short on %s, want %s", got, c.want)
			}
			if got := l.Forecast(until, course).FirstShort; got.String() != c.want {
				t.Errorf("the forecast is first short on %s, want %s", got, c.want)
			}
			e := l.Policy.Economics(course, 0)
			if got := e.AtPace.NetBurn / credit.WeekdaysAMonth; math.Abs(got-c.netBurn) > 1e-9 || e.Lasts() != c.sustains {
				t.Errorf("net burn %v a weekday, lasts %t; want %v, %t", got, e.Lasts(), c.netBurn, c.sustains)
			}
			if got := fmt.Sprintf("%.2f", float64(e.Grant)/credit.WeekdaysAMonth); got != "2.30" {
				t.Errorf("the grant is %s a weekday, want 2.30", got)
			}
		})
	}
}

// forecastOf writes the days on which something happens.
func forecastOf(c credit.Forecast) string {
	var lines []string
	for _, d := range c.Days {
		line := fmt.Sprintf("%s = %d", d.On, d.Balance)
		for _, move := range []struct {
			n    int
			name string
		}{
			{d.Granted, "granted"},
			{d.Expired, "expired"},
			{d.Evicted, "evicted"},
			{d.Sent, "sent"},
			{d.Refunded, "refunded"},
			{d.RefundForfeited, "refund forfeited"},
			{d.Short, "short"},
		} {
			if move.n != 0 {
				line += fmt.Sprintf(", %d %s", move.n, move.name)
			}
		}
		if strings.Contains(line, ",") {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

func TestForecast(t *testing.T) {
	seat := func() *story { return opened("career", "2026-01-10") }
	for _, c := range []struct {
		name   string
		from   credit.Ledger
		until  string
		course credit.Course
		want   string
	}{
		{
			"nothing sent", seat().send("2026-01-11", 1).on("2026-03-10"), "2026-05-15", credit.Course{}, `
2026-04-10 = 15, 5 granted, 4 expired
2026-05-10 = 15, 5 granted, 5 evicted`,
		},
		{
			"one a weekday, from tomorrow, weekends free, none answered", seat().on("2026-01-15"), "2026-01-26",
			credit.Course{Pace: credit.PerWeekday(1)},
			`
2026-01-16 = 4, 1 sent
2026-01-19 = 3, 1 sent
2026-01-20 = 2, 1 sent
2026-01-21 = 1, 1 sent
2026-01-22 = 0, 1 sent
2026-01-23 = 0, 1 short
2026-01-26 = 0, 1 short`,
		},
		{
			"the middle one of five is answered", seat().on("2026-01-15"), "2026-01-22",
			credit.Course{Pace: credit.PerWeekday(2), Rate: credit.PerCent(20)},
			`
2026-01-16 = 3, 2 sent
2026-01-19 = 2, 2 sent, 1 refunded
2026-01-20 = 0, 2 sent
2026-01-21 = 0, 2 short
2026-01-22 = 0, 2 short`,
		},
		{
			"two a week", seat().on("2026-01-18"), "2026-01-30", credit.Course{Pace: credit.PerWeek(2)}, `
2026-01-20 = 4, 1 sent
2026-01-22 = 3, 1 sent
2026-01-27 = 2, 1 sent
2026-01-29 = 1, 1 sent`,
		},
		{
			"sent, in a full pool, and answered", seat().reconcile("2026-01-15", 15).on("2026-01-15"), "2026-01-19",
			credit.Course{Pace: credit.PerWeekday(1), Rate: credit.PerCent(100)},
			`
2026-01-16 = 15, 1 sent, 1 refunded
2026-01-19 = 15, 1 sent, 1 refunded`,
		},
		{
			"above the cap an answer is lost", seat().reconcile("2026-01-15", 17).on("2026-01-15"), "2026-01-20",
			credit.Course{Pace: credit.PerWeekday(1), Rate: credit.PerCent(100)},
			`
2026-01-16 = 16, 1 sent, 1 refund forfeited
2026-01-19 = 15, 1 sent, 1 refund forfeited
2026-01-20 = 15, 1 sent, 1 refunded`,
		},
		{
			"silence pays under the other rule", silent().reconcile("2026-03-20", 8).on("2026-04-01"), "2026-04-06", credit.Course{}, `
2026-04-03 = 13, 5 refunded`,
		},
		{
			"what is sent comes back when its window is over, unless answered",
			openedWith("2026-01-15", credit.Fact{Plan: "career", Overrides: credit.Overrides{
				RefundRule: ptr(credit.RefundOnNoReply), RefundWindowDays: ptr(3),
			}}).on("2026-01-15"), "2026-01-23",
			credit.Course{Pace: credit.PerWeekday(1), Rate: credit.PerCent(50)},
			`
2026-01-16 = 4, 1 sent
2026-01-19 = 3, 1 sent
2026-01-20 = 2, 1 sent
2026-01-21 = 1, 1 sent
2026-01-22 = 0, 1 sent
2026-01-23 = 0, 1 sent, 1 refunded`,
		},
		{"a cancelled seat", seat().cancel("2026-01-12").on("2026-01-12"), "2026-02-20", credit.Course{}, ``},
		{
			"a cancelled seat that would go on", seat().cancel("2026-01-12").on("2026-01-16"), "2026-01-19",
			credit.Course{Pace: credit.PerWeekday(3)},
			`
2026-01-19 = 0, 3 short`,
		},
		{"no day ahead", seat().on("2026-01-12"), "2026-01-12", credit.Course{Pace: credit.PerWeekday(1)}, ``},
	} {
		t.Run(c.name, func(t *testing.T) {
			wantText(t, "forecast", forecastOf(c.from.Forecast(on2day(c.until), c.course)), c.want)
		})
	}
}

// TestForecastOfNothingIsFold compares a forecast in which nothing is sent with what the ledger then is.
func TestForecastOfNothingIsFold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h, on := untilToday(t)
		now, untouched := credit.Fold(h, on), credit.Fold(h, on)
		until := on.Add(120)
		c := now.Forecast(until, credit.Course{Rate: anyRate().Draw(t, "rate")})
		wantSame(t, now, untouched)
		if len(c.Days) != 120 || c.From != on || c.Start != now.Balance || c.FirstShort != day.Never {
			t.Fatalf("%d days from %s with %d, first short %s", len(c.Days), c.From, c.Start, c.FirstShort)
		}
		for i, d := range c.Days {
			then := credit.Fold(h, on.Add(i+1))
			if d.On != then.On || d.Balance != then.Balance || d.Sent != 0 {
				t.Fatalf("forecast %+v, the ledger of %s has %d", d, then.On, then.Balance)
			}
		}
		then := credit.Fold(h, until)
		if !reflect.DeepEqual(c.Lots, then.MergedLots()) {
			t.Fatalf("forecast lots %v, the ledger has %v", c.Lots, then.MergedLots())
		}
		if then.Totals.Expired-now.Totals.Expired+then.Totals.Evicted-now.Totals.Evicted != c.Lost() {
			t.Fatalf("forecast to lose %d, the totals went from %+v to %+v", c.Lost(), now.Totals, then.Totals)
		}
	})
}

// TestForecastComesTrue records on every day what the course asks for, and compares.
func TestForecastComesTrue(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h, on := untilToday(t)
		course := credit.Course{Pace: anyPace().Draw(t, "pace"), Rate: anyRate().Draw(t, "rate")}
		c := credit.Fold(h, on).Forecast(on.Add(40), course)

		sends, wanted, weekdays := 0, 0, 0
		short := day.Never
		for _, d := range c.Days {
			if w := d.On.Weekday(); w != time.Saturday && w != time.Sunday {
				weekdays++
			}
			due := nearest(weekdays*course.Pace.InMails, course.Pace.Weekdays)
			for ; wanted < due; wanted++ {
				if credit.Fold(h, d.On).Balance == 0 {
					short = min(short, d.On)
					wanted = due
					break
				}
				sends++
				answered := nearest(sends*course.Rate.Answered, course.Rate.Of) > nearest((sends-1)*course.Rate.Answered, course.Rate.Of)
				h = sendNow(h, d.On, fmt.Sprintf("made-up-%d", sends), answered)
			}
			if then := credit.Fold(h, d.On); then.Balance != d.Balance {
				t.Fatalf("forecast %+v, the ledger has %d", d, then.Balance)
			}
		}
		then := credit.Fold(h, on.Add(40))
		if !reflect.DeepEqual(c.Lots, then.MergedLots()) || c.FirstShort != short {
			t.Fatalf("forecast lots %v, short %s; the ledger has %v, %s", c.Lots, c.FirstShort, then.MergedLots(), short)
		}
	})
}

// TestForecastAddsUp checks every day and the whole of a forecast against rule 17.
func TestForecastAddsUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h, on := untilToday(t)
		course := credit.Course{Pace: anyPace().Draw(t, "pace"), Rate: anyRate().Draw(t, "rate")}
		c := credit.Fold(h, on).Forecast(on.Add(200), course)
		balance := c.Start
		for _, d := range c.Days {
			balance += d.Granted + d.Refunded - d.Expired - d.Evicted - d.Sent
			if d.Balance != balance || balance < 0 || d.Short < 0 || d.Short > 0 && balance > 0 {
				t.Fatalf("%+v does not add up to %d", d, balance)
			}
		}
		if !c.Moves.Conserves(balance - c.Start) {
			t.Fatalf("from %d to %d by %+v", c.Start, balance, c.Moves)
		}
		if short := credit.Fold(h, on).FirstShort(on.Add(200), course); short != c.FirstShort {
			t.Fatalf("first short %s, or %s", c.FirstShort, short)
		}
	})
}

// nearest is part of whole, rounded by way of a float, which is exact enough for small numbers.
func nearest(part, whole int) int {
	if whole == 0 {
		return 0
	}
	return int(math.Floor(float64(part)/float64(whole) + .5))
}

// untilToday draws a history in UTC and a day that everything in it precedes.
func untilToday(t *rapid.T) (credit.History, day.Day) {
	h := anyHistory().Draw(t, "history")
	h.Zone = time.UTC
	on := anyDayOf(t, h)
	h.Facts = until(h, on)
	return h, on
}

// sendNow records an InMail at the end of a day, and at once its answer.
func sendNow(h credit.History, on day.Day, id string, answered bool) credit.History {
	late := on.Start(h.Zone).Add(24*time.Hour - time.Nanosecond)
	h.Facts = append(slices.Clip(h.Facts), credit.Fact{Kind: credit.Sent, At: late, Seq: 1000 + len(h.Facts), InMail: id, Contact: "c-" + id, Cost: 1})
	if answered {
		h.Facts = append(h.Facts, credit.Fact{Kind: credit.Answered, At: late, Seq: 1000 + len(h.Facts), InMail: id, Answer: "replied"})
	}
	return h
}
