package when

import (
	"testing"
	"time"
	_ "time/tzdata" // the zones of the tests, whatever the machine has

	"pgregory.net/rapid"
)

func zone(t testing.TB, name string) *time.Location {
	t.Helper()
	z, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return z
}

// On days when the clocks change, a time that does not exist is the first
// moment after the gap, and one that comes twice is the one still ahead.
func TestClockChanges(t *testing.T) {
	for _, c := range []struct{ zone, now, text, want string }{
		// 02:00 becomes 03:00
		{"Europe/Berlin", "2026-03-28T12:00:00+01:00", "tomorrow 02:30", "2026-03-29T03:00:00+02:00"},
		{"Europe/Berlin", "2026-03-28T12:00:00+01:00", "tomorrow 01:59", "2026-03-29T01:59:00+01:00"},
		{"Europe/Berlin", "2026-03-28T12:00:00+01:00", "tomorrow 03:00", "2026-03-29T03:00:00+02:00"},
		{"Europe/Berlin", "2026-03-28T12:00:00+01:00", "tomorrow", "2026-03-29T09:00:00+02:00"},
		{"Europe/Berlin", "2026-03-29T01:30:00+01:00", "1h", "2026-03-29T03:30:00+02:00"},
		{"Europe/Berlin", "2026-03-29T01:30:00+01:00", "02:15", "2026-03-29T03:00:00+02:00"},
		// 03:00 becomes 02:00
		{"Europe/Berlin", "2026-10-24T12:00:00+02:00", "tomorrow 02:30", "2026-10-25T02:30:00+02:00"},
		{"Europe/Berlin", "2026-10-25T02:45:00+02:00", "02:30", "2026-10-25T02:30:00+01:00"},
		{"Europe/Berlin", "2026-10-25T02:45:00+01:00", "02:30", "2026-10-26T02:30:00+01:00"},
		{"Europe/Berlin", "2026-10-25T02:30:00+02:00", "1h", "2026-10-25T02:30:00+01:00"},
		{"Europe/Berlin", "2026-10-25T02:30:00+01:00", "1h", "2026-10-25T03:30:00+01:00"},
		{"America/New_York", "2026-03-07T12:00:00-05:00", "tomorrow 2:30am", "2026-03-08T03:00:00-04:00"},
		{"America/New_York", "2026-10-31T12:00:00-04:00", "tomorrow 1:30am", "2026-11-01T01:30:00-04:00"},
		{"America/New_York", "2026-10-31T12:00:00-04:00", "1d 13h", "2026-11-02T01:00:00-05:00"},
		// half an hour only: 02:00 becomes 02:30, and back
		{"Australia/Lord_Howe", "2026-10-03T12:00:00+10:30", "tomorrow 02:10", "2026-10-04T02:30:00+11:00"},
		{"Australia/Lord_Howe", "2026-04-04T12:00:00+11:00", "tomorrow 01:45", "2026-04-05T01:45:00+11:00"},
		{"Australia/Lord_Howe", "2026-04-05T01:50:00+11:00", "01:45", "2026-04-05T01:45:00+10:30"},
		// midnight itself does not exist
		{"Africa/Cairo", "2026-04-23T12:00:00+02:00", "tomorrow 00:00", "2026-04-24T01:00:00+03:00"},
		// a whole day is missing
		{"Pacific/Apia", "2011-12-29T12:00:00-10:00", "tomorrow", "2011-12-31T00:00:00+14:00"},
	} {
		now, err := time.Parse(time.RFC3339, c.now)
		if err != nil {
			t.Fatal(err)
		}
		got, err := Parse(c.text, now.In(zone(t, c.zone)), Options{})
		if err != nil || got.Format(time.RFC3339) != c.want {
			t.Errorf("%s: %q at %s = %s, %v; want %s", c.zone, c.text, c.now, got.Format(time.RFC3339), err, c.want)
		}
	}
}

func TestPastPicksTheLaterOfTwo(t *testing.T) {
	berlin := zone(t, "Europe/Berlin")
	for text, want := range map[string]string{
		"2026-10-25 02:30": "2026-10-25T02:30:00+01:00",
		"2026-03-29 02:30": "2026-03-29T03:00:00+02:00",
	} {
		got, err := ParsePast(text, time.Date(2026, 11, 18, 0, 0, 0, 0, berlin), Options{})
		if err != nil || got.Format(time.RFC3339) != want {
			t.Errorf("%q = %v, %v; want %s", text, got, err, want)
		}
	}
	between := time.Date(2026, 10, 25, 0, 45, 0, 0, time.UTC).In(berlin) // 02:45 for the first time
	got, err := ParsePast("2026-10-25 02:30", between, Options{})
	if want := "2026-10-25T02:30:00+02:00"; err != nil || got.Format(time.RFC3339) != want {
		t.Errorf("between the two = %v, %v; want %s", got, err, want)
	}
}

// texts draws from everything the grammar has.
func texts() *rapid.Generator[string] {
	day := rapid.OneOf(
		rapid.SampledFrom([]string{
			"", "today", "tomorrow", "tonight", "yesterday", "eod", "eow", "eom", "eoy", "weekend", "next week", "next month",
			"next year", "this weekend", "in a week", "in an hour", "a month ago", "29 feb", "31 jan", "now", "this",
		}),
		rapid.Custom(func(t *rapid.T) string {
			return rapid.SampledFrom([]string{"", "next ", "this ", "last ", "on "}).Draw(t, "which") +
				rapid.SampledFrom([]string{"mon", "tue", "wed", "thursday", "fri", "sat", "sun"}).Draw(t, "weekday")
		}),
		rapid.Custom(func(t *rapid.T) string {
			return rapid.SampledFrom([]string{"", "in "}).Draw(t, "in") +
				rapid.StringMatching(`[1-9][0-9]{0,2} ?(d|w|mo|h|min|y|days)`).Draw(t, "count") +
				rapid.SampledFrom([]string{"", " ago"}).Draw(t, "ago")
		}),
		rapid.StringMatching(`[1-3]?[0-9] (jan|feb|mar|apr|nov|december)( 202[6-9])?`),
		rapid.StringMatching(`202[5-9]-(0[1-9]|1[0-2])-[0-3][0-9]`),
	)
	clock := rapid.OneOf(
		rapid.SampledFrom([]string{"", "", "9am", "noon", "at 9", "morning", "evening"}),
		rapid.StringMatching(`[0-2][0-9]:[0-5][0-9]`),
	)
	return rapid.Custom(func(t *rapid.T) string { return day.Draw(t, "day") + " " + clock.Draw(t, "clock") })
}

func zones() []string {
	return []string{"Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "UTC", "Africa/Cairo", "America/Sao_Paulo", "Pacific/Apia"}
}

// moments draws a now, half of the time within a day of a clock change.
func moments(t testing.TB) *rapid.Generator[time.Time] {
	return rapid.Custom(func(rt *rapid.T) time.Time {
		now := time.Unix(rapid.Int64Range(1_735_689_600, 1_893_456_000).Draw(rt, "unix"), rapid.Int64Range(0, 1e9-1).Draw(rt, "nano"))
		now = now.In(zone(t, rapid.SampledFrom(zones()).Draw(rt, "zone")))
		if _, end := now.ZoneBounds(); !end.IsZero() && rapid.Bool().Draw(rt, "change") {
			now = end.Add(time.Duration(rapid.Int64Range(-86_400, 86_400).Draw(rt, "near")) * time.Second)
		}
		return now
	})
}

func TestProperties(t *testing.T) {
	text, moment := texts(), moments(t)
	understood := 0
	rapid.Check(t, func(rt *rapid.T) {
		now, s := moment.Draw(rt, "now"), text.Draw(rt, "text")
		o := Options{Morning: rapid.IntRange(0, 23).Draw(rt, "morning")}
		if checkAll(rt, s, now, o) {
			understood++
		}
	})
	if understood < 20 {
		t.Errorf("only %d texts were understood", understood)
	}
}

// tester is what checkAll needs of rapid and of testing.
type tester interface {
	Fatalf(format string, args ...any)
}

// checkAll holds for every text at every moment; it reports whether the text
// was understood as a reminder.
func checkAll(t tester, s string, now time.Time, o Options) bool {
	future, err := Parse(s, now, o)
	if err == nil && (!future.After(now) || future.Location() != now.Location()) {
		t.Fatalf("Parse(%q) at %v = %v", s, now, future)
	}
	if past, err := ParsePast(s, now, o); err == nil && (past.After(now) || past.Location() != now.Location()) {
		t.Fatalf("ParsePast(%q) at %v = %v", s, now, past)
	}
	if any, err := ParseAny(s, now, o); err == nil && any.Location() != now.Location() {
		t.Fatalf("ParseAny(%q) at %v = %v", s, now, any)
	}
	if err != nil {
		return false
	}
	again, err := Parse(future.Format(time.RFC3339Nano), now, o)
	if err != nil || !again.Equal(future) {
		t.Fatalf("%v from %q at %v is read back as %v, %v", future, s, now, again, err)
	}
	return true
}

// What Format writes, Parse reads: the same moment, or the other of two that
// look the same when the clocks go back.
func TestFormatIsReadBack(t *testing.T) {
	moment := moments(t)
	rapid.Check(t, func(rt *rapid.T) {
		now := moment.Draw(rt, "now")
		want := now.Add(time.Duration(rapid.IntRange(1, 3_000_000).Draw(rt, "minutes")) * time.Minute)
		want = want.Add(-time.Duration(want.Second())*time.Second - time.Duration(want.Nanosecond()))
		if !want.After(now) {
			return
		}
		for _, s := range []string{Format(want), want.Format("2006-01-02 15:04"), want.Format("January 2, 2006 3:04pm")} {
			got, err := Parse(s, now, Options{})
			if err != nil || Format(got) != Format(want) {
				rt.Fatalf("%q at %v = %v, %v; want %v", s, now, got, err, want)
			}
		}
	})
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{
		"next tue 9am", "in 3 days at 17:15", "24 dec 2026", "2026-12-24T09:00:00+02:00", "1h30min", "29 feb",
		"tue 24 nov 2026 09:00", "3d ago", "24.12.2026", "end of the month", "1/12", "0000-00-00", "٣d", "9999y 9999mo 9999w 9999d",
	} {
		f.Add(s, int64(1_795_015_825), uint8(0))
	}
	f.Fuzz(func(t *testing.T, s string, unix int64, where uint8) {
		now := time.Unix(unix%4_000_000_000, 0).In(zone(t, zones()[int(where)%len(zones())]))
		checkAll(t, s, now, Options{})
	})
}

func BenchmarkParse(b *testing.B) {
	now := wednesday()
	for _, s := range []string{"3d", "next tue 9am", "24 dec 2026 17:00", "garbage xyz"} {
		b.Run(s, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				_, _ = Parse(s, now, Options{})
			}
		})
	}
}
