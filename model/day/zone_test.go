package day_test

import (
	"testing"
	"time"
	_ "time/tzdata" // the zones of these tests, wherever they run

	"cordial/model/day"

	"pgregory.net/rapid"
)

func TestOf(t *testing.T) {
	for _, c := range []struct{ at, zone, want string }{
		{"1970-01-01T00:00:00Z", "UTC", "1970-01-01"},
		{"1969-12-31T23:59:59Z", "UTC", "1969-12-31"},
		{"2026-01-31T23:59:59Z", "UTC", "2026-01-31"},
		{"2026-02-01T00:00:00Z", "UTC", "2026-02-01"},
		{"2026-02-01T00:00:00Z", "America/Los_Angeles", "2026-01-31"},
		{"2026-01-31T23:30:00Z", "Europe/Paris", "2026-02-01"},
		{"2026-03-29T00:30:00+01:00", "Europe/Paris", "2026-03-29"}, // the night clocks go forward
		{"2026-10-25T23:30:00+01:00", "Europe/Paris", "2026-10-25"}, // a day of 25 hours
		{"2026-01-01T10:30:00Z", "Pacific/Kiritimati", "2026-01-02"},
		{"2026-01-01T10:30:00Z", "Pacific/Pago_Pago", "2025-12-31"},
		{"0001-01-01T00:00:00Z", "America/New_York", "0001-01-01"}, // before the calendar
		{"9999-12-31T23:59:59Z", "Asia/Tokyo", "9999-12-31"},       // after it
	} {
		at, err := time.Parse(time.RFC3339, c.at)
		if err != nil {
			t.Fatal(err)
		}
		if got := day.Of(at, zone(t, c.zone)).String(); got != c.want {
			t.Errorf("%s in %s is %s, want %s", c.at, c.zone, got, c.want)
		}
	}
}

func TestNilZoneIsUTC(t *testing.T) {
	at := time.Date(2026, 1, 31, 23, 59, 59, 0, time.UTC)
	if got := day.Of(at, nil).String(); got != "2026-01-31" {
		t.Errorf("Of(%s, nil) = %s", at, got)
	}
	if got := day.New(2026, 2, 1).Start(nil); !got.Equal(at.Add(time.Second)) {
		t.Errorf("Start(nil) = %s", got)
	}
}

func TestStart(t *testing.T) {
	for _, c := range []struct{ day, zone, want string }{
		{"2026-01-05", "UTC", "2026-01-05T00:00:00Z"},
		{"2026-01-05", "Europe/Paris", "2026-01-05T00:00:00+01:00"},
		{"2026-03-29", "Europe/Paris", "2026-03-29T00:00:00+01:00"},
		{"2026-03-30", "Europe/Paris", "2026-03-30T00:00:00+02:00"},
		{"2018-11-04", "America/Sao_Paulo", "2018-11-04T01:00:00-02:00"},   // midnight was skipped
		{"2026-11-01", "America/Havana", "2026-11-01T00:00:00-04:00"},      // midnight comes twice
		{"2010-11-07", "America/St_Johns", "2010-11-07T00:00:00-02:30"},    // and yesterday returns at 00:01
		{"2011-12-30", "Pacific/Apia", "2011-12-31T00:00:00+14:00"},        // the day was skipped
		{"2011-12-31", "Pacific/Apia", "2011-12-31T00:00:00+14:00"},        // and this one was not
		{"1993-08-21", "Pacific/Kwajalein", "1993-08-22T00:00:00+12:00"},   // likewise
		{"2500-07-01", "Australia/Lord_Howe", "2500-07-01T00:00:00+10:30"}, // rules without an end
	} {
		got := parsed(t, c.day).Start(zone(t, c.zone))
		if text := got.Format("2006-01-02T15:04:05Z07:00"); text != c.want {
			t.Errorf("%s in %s starts %s, want %s", c.day, c.zone, text, c.want)
		}
	}
}

// TestStartIsTheFirstInstant looks just before and just after the start of any day in hard zones.
func TestStartIsTheFirstInstant(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		loc := hardZone(t)
		d := day.Day(rapid.Int32Range(-40000, 60000).Draw(t, "day"))
		start := d.Start(loc)
		skipped := day.Of(start, loc) > d
		if day.Of(start, loc) < d {
			t.Errorf("%s in %s starts at %s, which is too early", d, loc, start)
		}
		for _, before := range []time.Duration{time.Nanosecond, time.Minute, time.Hour, 26 * time.Hour} {
			if on := day.Of(start.Add(-before), loc); on >= d {
				t.Errorf("%s in %s starts at %s, but %s before that it is %s", d, loc, start, before, on)
			}
		}
		if next := d.Add(1).Start(loc); skipped != next.Equal(start) {
			t.Errorf("%s in %s starts at %s, the next day at %s", d, loc, start, next)
		}
	})
}

func hardZone(t *rapid.T) *time.Location {
	name := rapid.SampledFrom([]string{
		"UTC", "Europe/Paris", "America/Sao_Paulo", "America/Havana", "America/St_Johns", "Pacific/Apia",
		"Pacific/Kwajalein", "Australia/Lord_Howe", "Asia/Tehran", "Africa/Casablanca", "America/Asuncion",
		"Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu", "Antarctica/Troll",
	}).Draw(t, "zone")
	loc, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return loc
}

func zone(t *testing.T, name string) *time.Location {
	t.Helper()
	loc, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return loc
}
