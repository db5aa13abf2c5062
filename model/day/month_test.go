package day_test

import (
	"testing"

	"cordial/model/day"
)

// TestMonthlyAfterAgainstTheWall walks 1970–2100 by hand and asks, from every day and for every billing day,
// for the next date that a wall calendar would be marked on.
func TestMonthlyAfterAgainstTheWall(t *testing.T) {
	first, last := day.New(1970, 1, 1), day.New(2100, 12, 31)
	for billing := 1; billing <= 31; billing++ {
		var marks []day.Day
		walked := calendar{1970, 1, 1}
		for d := first; d <= last; d++ {
			if walked.date == min(billing, walked.length()) {
				marks = append(marks, d)
			}
			walked = walked.next()
		}
		next := 0
		for d := first - 1; d < marks[len(marks)-1]; d++ {
			for marks[next] <= d {
				next++
			}
			if got := day.MonthlyAfter(d, billing); got != marks[next] {
				t.Fatalf("billing day %d after %s: %s, want %s", billing, d, got, marks[next])
			}
		}
		if months := 131 * 12; len(marks) != months {
			t.Fatalf("billing day %d is marked %d times in %d months", billing, len(marks), months)
		}
	}
}

// TestMonthlyAfterNeverDrifts follows billing dates through short months, as a seat does.
func TestMonthlyAfterNeverDrifts(t *testing.T) {
	for _, c := range []struct {
		from    string
		billing int
		want    []string
	}{
		{"2026-01-31", 31, []string{"2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31", "2026-06-30"}},
		{"2028-01-31", 31, []string{"2028-02-29", "2028-03-31"}},
		{"2026-01-30", 30, []string{"2026-02-28", "2026-03-30"}},
		{"2027-01-29", 29, []string{"2027-02-28", "2027-03-29"}},
		{"2028-01-29", 29, []string{"2028-02-29", "2028-03-29"}},
		{"2026-12-31", 31, []string{"2027-01-31", "2027-02-28", "2027-03-31"}},
		{"2026-01-20", 1, []string{"2026-02-01", "2026-03-01"}},
		{"9999-12-15", 20, []string{"9999-12-20"}},
	} {
		d := parsed(t, c.from)
		for _, want := range c.want {
			if d = day.MonthlyAfter(d, c.billing); d.String() != want {
				t.Errorf("from %s on day %d: %s, want %s", c.from, c.billing, d, want)
			}
		}
	}
}

// TestMonthlyAfterTheCalendar checks that a caller stepping past the last year still moves on.
func TestMonthlyAfterTheCalendar(t *testing.T) {
	if got := day.MonthlyAfter(day.Max, 31); got != day.Max.Add(31) {
		t.Errorf("after %s: %d days on, want 31", day.Max, got.Sub(day.Max))
	}
}
