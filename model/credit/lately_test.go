package credit_test

import (
	"testing"

	"cordial/model/credit"

	"pgregory.net/rapid"
)

func TestLately(t *testing.T) {
	seat := func() *story { return opened("career", "2026-01-10") }
	for _, c := range []struct {
		name  string
		story *story
		on    string
		days  int
		want  credit.Lately
	}{
		{"as old as the seat", seat().send("2026-01-11", 2), "2026-01-29", 90, credit.Lately{Days: 20, Sent: 2}},
		{"at least a week", seat().send("2026-01-10", 3), "2026-01-11", 90, credit.Lately{Days: 7, Sent: 3}},
		{
			"the last 30 days, the first of them included", seat().send("2026-01-20", 1).send("2026-01-21", 1).send("2026-02-19", 1),
			"2026-02-19", 30,
			credit.Lately{Days: 30, Sent: 2},
		},
		{
			"free and undelivered ones do not count", seat().send("2026-01-11", 3).sendFree("2026-01-11", 2).bounce("2026-01-12", 1).answer("2026-01-12", 2, "declined"),
			"2026-01-29", 90,
			credit.Lately{Days: 20, Sent: 2, Answered: 1, Refunded: 2},
		},
		{
			"a late answer does not count", openedWith("2026-01-10", credit.Fact{Plan: "career", Overrides: credit.Overrides{RefundWindowDays: ptr(3)}}).
				send("2026-01-11", 2).answer("2026-01-14", 1, "replied").answer("2026-01-15", 2, "replied"),
			"2026-01-29", 90,
			credit.Lately{Days: 20, Sent: 2, Answered: 1, Refunded: 1},
		},
		{"what time took", seat(), "2026-05-10", 90, credit.Lately{Days: 90, Expired: 5, Evicted: 5}},
		{"sent before the opening", seat().send("2026-01-01", 1), "2026-01-12", 90, credit.Lately{Days: 12, Sent: 1}},
		{"nothing at all", &story{}, "2026-01-12", 90, credit.Lately{Days: 7}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := c.story.on(c.on).Lately(c.days)
			if got != c.want {
				t.Errorf("lately %+v, want %+v", got, c.want)
			}
			if want := (credit.Rate{Answered: c.want.Answered, Of: c.want.Sent}); got.ReplyRate() != want {
				t.Errorf("reply rate %v, want %v", got.ReplyRate(), want)
			}
		})
	}
}

// TestOwnPace checks that a month's sends make a pace of about that many a month.
func TestOwnPace(t *testing.T) {
	for _, c := range []struct {
		lately credit.Lately
		want   string
	}{
		{credit.Lately{Days: 90, Sent: 14}, "4.7 a month"},
		{credit.Lately{Days: 30, Sent: 5}, "5.1 a month"},
		{credit.Lately{Days: 7, Sent: 7}, "30.4 a month"},
		{credit.Lately{Days: 90}, "0 a month"},
	} {
		if got := c.lately.Pace().String(); got != c.want {
			t.Errorf("%+v makes %s, want %s", c.lately, got, c.want)
		}
	}
}

// TestLatelyCounts compares with a plain count over the whole ledger.
func TestLatelyCounts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := anyHistory().Draw(t, "history")
		l := credit.Fold(h, anyDayOf(t, h))
		got := l.Lately(rapid.IntRange(1, 200).Draw(t, "days"))
		want := credit.Lately{Days: got.Days}
		for _, m := range l.InMails {
			if l.On.Sub(m.SentOn) >= got.Days || m.Cost == 0 || m.State == credit.InMailUndelivered {
				continue
			}
			want.Sent++
			if m.State == credit.InMailAnswered && m.DayN(m.AnsweredOn) <= m.DayN(m.RefundUntil) {
				want.Answered++
			}
		}
		for _, e := range l.Entries {
			switch {
			case l.On.Sub(e.Day) >= got.Days:
			case e.Kind == credit.EntryRefunded:
				want.Refunded += e.Amount
			case e.Kind == credit.EntryExpired:
				want.Expired -= e.Amount
			case e.Kind == credit.EntryEvicted:
				want.Evicted -= e.Amount
			}
		}
		if got != want {
			t.Fatalf("lately %+v, want %+v", got, want)
		}
	})
}

// TestHabit checks that the course of late is that of the last 90 days.
func TestHabit(t *testing.T) {
	s := opened("business", "2025-09-01").send("2025-09-02", 9).send("2026-01-05", 4).answer("2026-01-07", 10, "replied")
	got := s.on("2026-03-01").Habit()
	want := credit.Course{Pace: credit.Pace{InMails: 28, Weekdays: 450}, Rate: credit.Rate{Answered: 1, Of: 4}}
	if got != want {
		t.Errorf("the habit is %+v, want %+v", got, want)
	}
}
