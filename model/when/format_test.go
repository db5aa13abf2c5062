package when

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestDescribe(t *testing.T) {
	now := time.Date(2026, 11, 18, 15, 30, 0, 0, time.UTC)
	for _, c := range []struct {
		after time.Duration
		want  string
	}{
		{5*24*time.Hour + 17*time.Hour + 30*time.Minute, "Tue 24 Nov 2026 09:00, in 5 days 18 hours"},
		{time.Hour + 30*time.Minute, "Wed 18 Nov 2026 17:00, in 1 hour 30 minutes"},
		{time.Minute, "Wed 18 Nov 2026 15:31, in 1 minute"},
		{24 * time.Hour, "Thu 19 Nov 2026 15:30, in 1 day"},
		{30 * 24 * time.Hour, "Fri 18 Dec 2026 15:30, in 30 days"},
		{-2 * time.Hour, "Wed 18 Nov 2026 13:30, 2 hours ago"},
		{-3*24*time.Hour - time.Hour, "Sun 15 Nov 2026 14:30, 3 days 1 hour ago"},
		{0, "Wed 18 Nov 2026 15:30, now"},
	} {
		if got := Describe(now.Add(c.after), now); got != c.want {
			t.Errorf("after %v: %q, want %q", c.after, got, c.want)
		}
	}
	berlin := zone(t, "Europe/Berlin")
	if got := Describe(now.Add(time.Hour), now.In(berlin)); got != "Wed 18 Nov 2026 17:30, in 1 hour" {
		t.Errorf("in Berlin: %q", got)
	}
}

func TestDistanceRounds(t *testing.T) {
	now := wednesday()
	for span, want := range map[time.Duration]string{
		29 * time.Second:                       "now",
		31 * time.Second:                       "in 1 minute",
		-29 * time.Second:                      "now",
		59*time.Minute + 40*time.Second:        "in 1 hour",
		23*time.Hour + 59*time.Minute:          "in 23 hours 59 minutes",
		24*time.Hour - 20*time.Second:          "in 1 day",
		47*time.Hour + 40*time.Minute:          "in 2 days",
		14*24*time.Hour - 10*time.Minute:       "in 14 days",
		14*24*time.Hour + 11*time.Hour:         "in 14 days",
		14*24*time.Hour + 13*time.Hour:         "in 15 days",
		-(400*24*time.Hour + 2*time.Hour):      "400 days ago",
		-(time.Hour + 59*time.Minute + 40*1e9): "2 hours ago",
	} {
		if got := Distance(now.Add(span), now); got != want {
			t.Errorf("%v: %q, want %q", span, got, want)
		}
	}
}

func TestShort(t *testing.T) {
	now := wednesday()
	for text, want := range map[string]string{
		"2026-11-18T00:00:00Z": "today 00:00",
		"2026-11-18T23:59:00Z": "today 23:59",
		"2026-11-19T09:00:00Z": "tomorrow 09:00",
		"2026-11-17T23:00:00Z": "yesterday 23:00",
		"2026-11-24T09:00:00Z": "Tue 24 Nov 09:00",
		"2026-01-05T09:00:00Z": "Mon 05 Jan 09:00",
		"2027-01-15T09:00:00Z": "15 Jan 2027 09:00",
	} {
		at, err := time.Parse(time.RFC3339, text)
		if err != nil {
			t.Fatal(err)
		}
		if got := Short(at, now); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
	newYear := time.Date(2026, 12, 31, 23, 0, 0, 0, zone(t, "America/New_York"))
	if got := Short(newYear.Add(2*time.Hour), newYear); got != "tomorrow 01:00" {
		t.Errorf("over new year: %q", got)
	}
}

func TestAge(t *testing.T) {
	now := wednesday()
	const day = 24 * time.Hour
	for span, want := range map[time.Duration]string{
		0: "now", 59 * time.Second: "now", -time.Hour: "now",
		time.Minute: "1m", 59*time.Minute + 59*time.Second: "59m",
		time.Hour: "1h", 2*time.Hour + 59*time.Minute: "2h", day - 1: "23h",
		day: "1d", 3 * day: "3d", 12 * day: "12d", 34 * day: "34d",
		35 * day: "5w", 365 * day: "52w", 366 * day: "1y", 800 * day: "2y", 80_000 * day: "99y",
	} {
		if got := Age(now.Add(-span), now); got != want {
			t.Errorf("%v: %q, want %q", span, got, want)
		}
	}
}

func TestAgeFitsItsColumn(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		span := time.Duration(rapid.Int64().Draw(rt, "span"))
		if got := Age(wednesday().Add(span), wednesday()); len(got) > 3 || got == "" {
			rt.Fatalf("%v: %q", span, got)
		}
	})
}

func TestSuggestions(t *testing.T) {
	var got []string
	for _, s := range Suggestions(wednesday(), Options{}) {
		got = append(got, s.Label+" "+Format(s.Time))
	}
	want := []string{
		"later today Wed 18 Nov 2026 17:00",
		"tomorrow Thu 19 Nov 2026 09:00",
		"in 3 days Sat 21 Nov 2026 09:00",
		"next week Mon 23 Nov 2026 09:00",
		"in 2 weeks Wed 02 Dec 2026 09:00",
		"in a month Fri 18 Dec 2026 09:00",
	}
	for i := range want {
		if i >= len(got) || got[i] != want[i] {
			t.Fatalf("suggestions\n%q, want\n%q", got, want)
		}
	}
}

func TestFirstSuggestionThroughTheDay(t *testing.T) {
	for clock, want := range map[string]string{
		"07:00": "later today 17:00", "16:30": "later today 17:00", "16:31": "tonight 20:00",
		"19:30": "tonight 20:00", "19:31": "in 2 hours 21:31", "23:00": "in 2 hours 01:00",
	} {
		at, err := time.Parse("2006-01-02 15:04", "2026-11-18 "+clock)
		if err != nil {
			t.Fatal(err)
		}
		s := Suggestions(at, Options{})[0]
		if got := s.Label + s.Time.Format(" 15:04"); got != want {
			t.Errorf("at %s: %q, want %q", clock, got, want)
		}
	}
}

// Every suggestion lies ahead and, but for the first, is what typing its label
// gives.
func TestSuggestionsAgreeWithParse(t *testing.T) {
	moment := moments(t)
	rapid.Check(t, func(rt *rapid.T) {
		now := moment.Draw(rt, "now")
		o := Options{Morning: rapid.IntRange(0, 23).Draw(rt, "morning")}
		for i, s := range Suggestions(now, o) {
			if !s.Time.After(now) {
				rt.Fatalf("%s at %v is %v", s.Label, now, s.Time)
			}
			typed, err := Parse(s.Label, now, o)
			if i > 0 && (err != nil || !typed.Equal(s.Time)) {
				rt.Fatalf("%s at %v is %v, but typed %v, %v", s.Label, now, s.Time, typed, err)
			}
		}
	})
}
