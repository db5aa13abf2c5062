package credit_test

import (
	"testing"
	"time"

	"cordial/model/credit"
	"cordial/model/day"

	"pgregory.net/rapid"
)

func TestParsePace(t *testing.T) {
	for _, c := range []struct {
		text string
		want credit.Pace
	}{
		{"5", credit.PerMonth(5)},
		{"5/month", credit.PerMonth(5)},
		{"5 a month", credit.PerMonth(5)},
		{" 5 per Month ", credit.PerMonth(5)},
		{"5/mo", credit.PerMonth(5)},
		{"0", credit.PerMonth(0)},
		{"10000/week", credit.PerWeek(10_000)},
		{"2.5/week", credit.Pace{InMails: 5, Weekdays: 10}},
		{"2.25 / wk", credit.Pace{InMails: 9, Weekdays: 20}},
		{"1/day", credit.PerDay(1)},
		{"2 a weekday", credit.PerWeekday(2)},
		{"1.", credit.PerMonth(1)},
	} {
		got, err := credit.ParsePace(c.text)
		if err != nil || got.Monthly() != c.want.Monthly() {
			t.Errorf("ParsePace(%q) = %v, %v; want %v", c.text, got, err, c.want)
		}
	}
}

func TestParsePaceRefuses(t *testing.T) {
	for _, text := range []string{
		"", " ", "/", "a", "month", "-1", "+1", "5,5", ".5", "1e3", "0x5", "1_0", "2.555", "10001", "10000.01",
		"99999999999999999999", "5 fortnight", "5 a", "5 month a", "5 a month now", "NaN", "٥", "5//a//month//x",
	} {
		if got, err := credit.ParsePace(text); err == nil {
			t.Errorf("ParsePace(%q) = %v, want an error", text, got)
		}
	}
}

// FuzzParsePace checks that whatever is read is a pace within bounds, and that its words can be read again.
func FuzzParsePace(f *testing.F) {
	for _, seed := range []string{"5", "2.5/week", "1 a day", "10000/weekday", "3 per month", "-1", "1e9", "5/a/month"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		pace, err := credit.ParsePace(text)
		if err != nil {
			return
		}
		if pace.InMails < 0 || pace.Weekdays < 1 || pace.Monthly() > 10_000*31 {
			t.Errorf("ParsePace(%q) = %+v, out of bounds", text, pace)
		}
		if _, err := credit.ParsePace(pace.String()); err != nil && pace.Monthly() <= 10_000 {
			t.Errorf("ParsePace(%q) is written %q, which is refused: %v", text, pace, err)
		}
	})
}

func TestPaceWords(t *testing.T) {
	for _, c := range []struct {
		pace credit.Pace
		want string
	}{
		{credit.Pace{}, "0 a month"},
		{credit.PerMonth(5), "5 a month"},
		{credit.PerWeek(1), "4.3 a month"},
		{credit.PerWeekday(2), "43.5 a month"},
		{credit.PerDay(1), "30.4 a month"},
		{credit.Pace{InMails: -3, Weekdays: 5}, "0 a month"},
	} {
		if got := c.pace.String(); got != c.want {
			t.Errorf("%+v is written %q, want %q", c.pace, got, c.want)
		}
	}
}

// TestWeekdaysAMonth counts the calendar's whole cycle.
func TestWeekdaysAMonth(t *testing.T) {
	weekdays := 0
	for d := day.New(2000, 1, 1); d < day.New(2400, 1, 1); d++ {
		if d.Weekday() != time.Saturday && d.Weekday() != time.Sunday {
			weekdays++
		}
	}
	if got, want := credit.WeekdaysAMonth, float64(weekdays)/4800; got != want {
		t.Errorf("%v weekdays a month, the calendar has %v", got, want)
	}
}

func TestRate(t *testing.T) {
	for _, c := range []struct {
		rate  credit.Rate
		share float64
		small bool
	}{
		{credit.Rate{}, 0, true},
		{credit.Rate{Answered: 4, Of: 16}, .25, true},
		{credit.Rate{Answered: 6, Of: 30}, .2, false},
		{credit.Rate{Answered: 9, Of: 3}, 1, true},
		{credit.Rate{Answered: -1, Of: 100}, 0, false},
		{credit.PerCent(18), .18, false},
	} {
		if got := c.rate.Share(); got != c.share || c.rate.Small() != c.small {
			t.Errorf("%+v: share %v, small %t; want %v, %t", c.rate, got, c.rate.Small(), c.share, c.small)
		}
	}
}

func anyPace() *rapid.Generator[credit.Pace] {
	return rapid.Custom(func(t *rapid.T) credit.Pace {
		return credit.Pace{InMails: rapid.IntRange(0, 12).Draw(t, "inmails"), Weekdays: rapid.IntRange(1, 12).Draw(t, "weekdays")}
	})
}

func anyRate() *rapid.Generator[credit.Rate] {
	return rapid.Custom(func(t *rapid.T) credit.Rate {
		of := rapid.IntRange(0, 10).Draw(t, "of")
		return credit.Rate{Answered: rapid.IntRange(0, of).Draw(t, "answered"), Of: of}
	})
}
