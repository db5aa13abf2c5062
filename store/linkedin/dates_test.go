package linkedin

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestParseDay(t *testing.T) {
	tests := map[string]string{
		"08 Feb 2026": "2026-02-08", "8 Feb 2026": "2026-02-08", "12 Mar 19": "2019-03-12", "2026-02-08": "2026-02-08", "8-Feb-26": "2026-02-08",
		"4-Apr-21": "2021-04-04", "Feb 8, 2026": "2026-02-08", "08 FEB 2026": "2026-02-08", "08 February 2026": "2026-02-08", "2026/02/08": "2026-02-08",
		"29 Feb 2024": "2024-02-29", "2026-Feb-08": "2026-02-08", " 8  Feb\u00A02026 ": "2026-02-08",
		"25/08/2026": "2026-08-25", "08/25/2026": "2026-08-25", "05/05/2026": "2026-05-05", "25.08.2026": "2026-08-25",
		// de, fr, es, it, pt, nl
		"12. März 2019": "2019-03-12", "12 Mrz 2019": "2019-03-12", "3 Okt. 2020": "2020-10-03", "24 Dez 2020": "2020-12-24", "1 Jänner 2020": "2020-01-01",
		"8 févr. 2026": "2026-02-08", "8 août 2026": "2026-08-08", "8 juin 2026": "2026-06-08", "8 juil. 2026": "2026-07-08", "8 déc. 2026": "2026-12-08", "8 avr. 2026": "2026-04-08",
		"8 ene 2026": "2026-01-08", "8 de enero de 2026": "2026-01-08", "8 abr 2026": "2026-04-08", "8 sept 2026": "2026-09-08", "8 dic 2026": "2026-12-08",
		"8 gen 2026": "2026-01-08", "8 mag 2026": "2026-05-08", "8 giu 2026": "2026-06-08", "8 lug 2026": "2026-07-08", "8 ott 2026": "2026-10-08", "8 set 2026": "2026-09-08",
		"8 de fev. de 2026": "2026-02-08", "8 out 2026": "2026-10-08", "8 dez 2026": "2026-12-08", "8 março 2026": "2026-03-08",
		"8 mrt 2026": "2026-03-08", "8 mei 2026": "2026-05-08", "8 aug 2026": "2026-08-08", "8 okt 2026": "2026-10-08",
	}
	for text, want := range tests {
		if got, ok := parseDay(text); !ok || got.String() != want {
			t.Errorf("parseDay(%q) = %q, %v, want %s", text, got, ok, want)
		}
	}
}

func TestParseDayNeverGuesses(t *testing.T) {
	for _, text := range []string{
		"", "02/08/2026", "2/8/26", "08-02-2026", "8.2.2026", "12/11/10", "30 Feb 2026", "29 Feb 2025", "0 Feb 2026", "32 Jan 2026", "Feb 2026", "8 Feb",
		"8 jui 2026", "8 ma 2026", "8 Foo 2026", "2026-13-01", "2026-02-30", "yesterday", "8 Feb 026", "8 Feb 20266", "1 2 3 4", "٨ Feb 2026", "-8 Feb 2026 x",
		"8 Feb 1492", "99/99/9999",
	} {
		if got, ok := parseDay(text); ok {
			t.Errorf("parseDay(%q) = %s, want none", text, got)
		}
	}
}

func TestParseInstant(t *testing.T) {
	tests := map[string]string{
		"2025-06-01 14:03:22 UTC": "2025-06-01T14:03:22Z", "2025-06-01 14:03:22": "2025-06-01T14:03:22Z", " 2025-06-01 14:03:22 UTC ": "2025-06-01T14:03:22Z",
		"2025-06-01T14:03:22Z": "2025-06-01T14:03:22Z", "2025-06-01T14:03:22+02:00": "2025-06-01T12:03:22Z", "2025-06-01 14:03": "2025-06-01T14:03:00Z",
		"25/06/2025 14:03": "2025-06-25T14:03:00Z", "6/25/2025 2:03 PM": "2025-06-25T14:03:00Z", "6/25/2025 2:03:04 PM": "2025-06-25T14:03:04Z",
		"1-Jun-25 14:03": "2025-06-01T14:03:00Z", "2025/06/01 14:03:22 UTC": "2025-06-01T14:03:22Z", "2025-06-01 00:00:00 UTC": "2025-06-01T00:00:00Z",
		"2025-06-01 14:03:22+00:00": "2025-06-01T14:03:22Z", "2025-06-01 14:03:22-01:30": "2025-06-01T15:33:22Z",
		"6/25/2025, 12:03 am": "2025-06-25T00:03:00Z", "2025-06-01 14:03:22.123 UTC": "2025-06-01T14:03:22Z",
	}
	for text, want := range tests {
		got, ok := parseInstant(text)
		if at := time.Unix(got, 0).UTC().Format(time.RFC3339); !ok || at != want {
			t.Errorf("parseInstant(%q) = %s, %v, want %s", text, at, ok, want)
		}
	}
	for _, text := range []string{"", "2025-06-01", "06/01/2025 14:03", "2025-06-31 14:03:22 UTC", "2025-06-01 25:03:22 UTC", "14:03", "0001-01-01 00:00:00 UTC", "UTC", "1750000000"} {
		if got, ok := parseInstant(text); ok {
			t.Errorf("parseInstant(%q) = %d, want none", text, got)
		}
	}
}

func TestParseSentAt(t *testing.T) {
	tests := map[string]string{
		"1/29/26, 2:37 PM": "2026-01-29T14:37:00Z", "1/29/26, 2:37\u202fPM": "2026-01-29T14:37:00Z", "12/1/25, 12:05 AM": "2025-12-01T00:05:00Z",
		"2/3/26, 9:00 AM": "2026-02-03T09:00:00Z", "2/3/2026, 9:00 AM": "2026-02-03T09:00:00Z", "2/3/26 21:00": "2026-02-03T21:00:00Z", "2026-02-03 09:00:00 UTC": "2026-02-03T09:00:00Z",
	}
	for text, want := range tests {
		got, ok := parseSentAt(text)
		if at := time.Unix(got, 0).UTC().Format(time.RFC3339); !ok || at != want {
			t.Errorf("parseSentAt(%q) = %s, %v, want %s", text, at, ok, want)
		}
	}
	for _, text := range []string{"", "29/1/26, 2:37 PM", "1/29/26", "1/29/26, 25:00", "2/30/26, 2:37 PM", "//, :"} {
		if got, ok := parseSentAt(text); ok {
			t.Errorf("parseSentAt(%q) = %d, want none", text, got)
		}
	}
}

// anyDay draws a day on which LinkedIn existed.
func anyDay(t *rapid.T) time.Time {
	return time.Date(2003, 5, 5, 0, 0, 0, 0, time.UTC).AddDate(0, 0, rapid.IntRange(0, 20000).Draw(t, "days"))
}

func TestDaysRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		day := anyDay(t)
		layout := rapid.SampledFrom([]string{"02 Jan 2006", "2 Jan 2006", "2-Jan-06", "02 Jan 06", time.DateOnly, "January 2, 2006"}).Draw(t, "layout")
		got, ok := parseDay(day.Format(layout))
		if !ok || !got.Time().Equal(day) {
			t.Fatalf("%s became %s, %v", day.Format(layout), got, ok)
		}
	})
}

func TestNumericDaysAreRightOrRefused(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		day := anyDay(t)
		layout := rapid.SampledFrom([]string{"01/02/2006", "02/01/2006", "1/2/06", "2.1.06", "06-01-02"}).Draw(t, "layout")
		if got, ok := parseDay(day.Format(layout)); ok && !got.Time().Equal(day) {
			t.Fatalf("%s became %s", day.Format(layout), got)
		}
	})
}

func TestInstantsRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		at := anyDay(t).Add(time.Duration(rapid.IntRange(0, 86399).Draw(t, "second")) * time.Second)
		if got, ok := parseInstant(at.Format("2006-01-02 15:04:05") + " UTC"); !ok || got != at.Unix() {
			t.Fatalf("%s became %d, %v", at, got, ok)
		}
		minute := at.Truncate(time.Minute)
		if got, ok := parseSentAt(minute.Format("1/2/06, 3:04 PM")); !ok || got != minute.Unix() {
			t.Fatalf("%s became %d, %v", minute, got, ok)
		}
	})
}

func TestMonthNamesNameOneMonth(t *testing.T) {
	for i, list := range monthNames() {
		for _, name := range list {
			for length := 3; length <= len(name); length++ {
				month, ok := monthNamed(name[:length])
				if ok && month != time.Month(i+1) {
					t.Errorf("%s is %s", name[:length], month)
				}
				if !ok && !strings.HasPrefix("jui", name[:length]) {
					t.Errorf("%s is no month", name[:length])
				}
			}
		}
	}
}

func TestDay(t *testing.T) {
	day := Day{2026, 3, 1}
	if day.Since(Day{2026, 2, 28}) != 1 || !(Day{2026, 2, 28}).Before(day) || day.Before(day) || (Day{}).String() != "" || !(Day{}).IsZero() {
		t.Error("days are counted wrongly")
	}
	if got := fmt.Sprint(dayOf(day.Time().Unix() + 86399)); got != "2026-03-01" {
		t.Errorf("the last second of a day is on %s", got)
	}
}
