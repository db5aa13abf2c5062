package when

import (
	"errors"
	"strings"
	"testing"
	"time"
)

// wednesday is the now of most tests: Wed 18 Nov 2026 15:30.
func wednesday() time.Time { return time.Date(2026, time.November, 18, 15, 30, 25, 500, time.UTC) }

func TestParse(t *testing.T) {
	for text, want := range map[string]string{
		"today":                     "Wed 18 Nov 2026 17:00",
		"today 16:00":               "Wed 18 Nov 2026 16:00",
		"tonight":                   "Wed 18 Nov 2026 20:00",
		"tonight 9pm":               "Wed 18 Nov 2026 21:00",
		"this evening":              "Wed 18 Nov 2026 18:00",
		"tomorrow":                  "Thu 19 Nov 2026 09:00",
		"tomorrow morning":          "Thu 19 Nov 2026 09:00",
		"9am tomorrow":              "Thu 19 Nov 2026 09:00",
		"tomorrow at 9":             "Thu 19 Nov 2026 09:00",
		"tomorrow at 9 am":          "Thu 19 Nov 2026 09:00",
		"fri":                       "Fri 20 Nov 2026 09:00",
		"on Friday 3pm":             "Fri 20 Nov 2026 15:00",
		"this fri":                  "Fri 20 Nov 2026 09:00",
		"next fri":                  "Fri 27 Nov 2026 09:00",
		"next tue 9am":              "Tue 24 Nov 2026 09:00",
		"wed":                       "Wed 25 Nov 2026 09:00",
		"wed 17:00":                 "Wed 18 Nov 2026 17:00",
		"wed 9am":                   "Wed 25 Nov 2026 09:00",
		"mon":                       "Mon 23 Nov 2026 09:00",
		"3d":                        "Sat 21 Nov 2026 09:00",
		"3 days":                    "Sat 21 Nov 2026 09:00",
		"in 3 days":                 "Sat 21 Nov 2026 09:00",
		"in 3 days at 17:15":        "Sat 21 Nov 2026 17:15",
		"2w":                        "Wed 02 Dec 2026 09:00",
		"1mo":                       "Fri 18 Dec 2026 09:00",
		"in a month":                "Fri 18 Dec 2026 09:00",
		"in a week":                 "Wed 25 Nov 2026 09:00",
		"in 2 months":               "Mon 18 Jan 2027 09:00",
		"in 6 months":               "Tue 18 May 2027 09:00",
		"1y":                        "Thu 18 Nov 2027 09:00",
		"1w 3d":                     "Sat 28 Nov 2026 09:00",
		"4h":                        "Wed 18 Nov 2026 19:30",
		"in an hour":                "Wed 18 Nov 2026 16:30",
		"90min":                     "Wed 18 Nov 2026 17:00",
		"1h30min":                   "Wed 18 Nov 2026 17:00",
		"1d 2h":                     "Thu 19 Nov 2026 17:30",
		"24 dec":                    "Thu 24 Dec 2026 09:00",
		"Dec 24, 5pm":               "Thu 24 Dec 2026 17:00",
		"dec 24":                    "Thu 24 Dec 2026 09:00",
		"24th december 2026":        "Thu 24 Dec 2026 09:00",
		"december 24, 2027":         "Fri 24 Dec 2027 09:00",
		"jan 5":                     "Tue 05 Jan 2027 09:00",
		"17 nov":                    "Wed 17 Nov 2027 09:00",
		"18 nov":                    "Wed 18 Nov 2026 17:00",
		"29 feb":                    "Tue 29 Feb 2028 09:00",
		"2026-12-24":                "Thu 24 Dec 2026 09:00",
		"2026-12-24 09:00":          "Thu 24 Dec 2026 09:00",
		"2026-12-24T19:05":          "Thu 24 Dec 2026 19:05",
		"2026-12-24T09:00:00+02:00": "Thu 24 Dec 2026 07:00",
		"24.12.2026":                "Thu 24 Dec 2026 09:00",
		"Tue 24 Nov 2026 09:00":     "Tue 24 Nov 2026 09:00",
		"eod":                       "Wed 18 Nov 2026 17:00",
		"eow":                       "Fri 20 Nov 2026 17:00",
		"eom":                       "Mon 30 Nov 2026 17:00",
		"end of the month":          "Mon 30 Nov 2026 17:00",
		"eoy":                       "Thu 31 Dec 2026 17:00",
		"eom 9am":                   "Mon 30 Nov 2026 09:00",
		"weekend":                   "Sat 21 Nov 2026 09:00",
		"next weekend":              "Sat 28 Nov 2026 09:00",
		"next week":                 "Mon 23 Nov 2026 09:00",
		"next month":                "Tue 01 Dec 2026 09:00",
		"next year":                 "Fri 01 Jan 2027 09:00",
		"9am":                       "Thu 19 Nov 2026 09:00",
		"at 9":                      "Thu 19 Nov 2026 09:00",
		"17:30":                     "Wed 18 Nov 2026 17:30",
		"noon":                      "Thu 19 Nov 2026 12:00",
		"12am":                      "Thu 19 Nov 2026 00:00",
		"evening":                   "Wed 18 Nov 2026 18:00",
		"night":                     "Wed 18 Nov 2026 20:00",
		"fri afternoon":             "Fri 20 Nov 2026 14:00",
		"afternoon":                 "Thu 19 Nov 2026 14:00",
	} {
		got, err := Parse(text, wednesday(), Options{})
		if err != nil || Format(got) != want {
			t.Errorf("%q = %s, %v; want %s", text, Format(got), err, want)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for text, reason := range map[string]string{
		"":                      "empty",
		"  \t ":                 "empty",
		"garbage xyz":           "no form",
		"1/12":                  "month as a word",
		"24/12/2026":            "month as a word",
		"12/24":                 "month as a word",
		"1.12":                  "month as a word",
		"03.04.2026":            "month as a word",
		"12.24.2026":            "month as a word",
		"24-12":                 "month as a word",
		"2026/12/24":            "month as a word",
		"3m":                    "minutes or months",
		"in 3 m":                "minutes or months",
		"3":                     "no form",
		"fri 3":                 "no form",
		"9":                     "no form",
		"1 2d":                  "no form",
		"3dd":                   "no form",
		"d":                     "no form",
		"in":                    "no form",
		"in fri":                "no form",
		"ago":                   "no form",
		"at":                    "no form",
		"next":                  "no form",
		"this":                  "no form",
		"next 3d":               "no form",
		"fr":                    "no form",
		"fridays":               "no form",
		"next month fri":        "no form",
		"tomorrow tomorrow":     "no form",
		"9am 10am":              "no form",
		"tomorrow 9am 10am":     "no form",
		"24 dec 26":             "no form",
		"dec 2026":              "no form",
		"24 24":                 "no form",
		"dec dec":               "no form",
		"24 dec 2026 x":         "no form",
		"2026-12":               "no form",
		"2026-12-24 09:00 UTC":  "no form",
		"1,5d":                  "no form",
		"-3d":                   "no form",
		"3.5d":                  "no form",
		"10000d":                "no form",
		"0d":                    "at least 1",
		"2d 3d":                 "same unit twice",
		"in 3 days ago":         `both "in" and "ago"`,
		"4h 9am":                "time twice",
		"31 feb":                "February has no day 31",
		"30 feb 2027":           "February 2027 has no day 30",
		"29 feb 2027":           "February 2027 has no day 29",
		"31 nov":                "November has no day 31",
		"0 nov":                 "November has no day 0",
		"x.x.2026":              "no form",
		"1.x.2026":              "no form",
		"..2026":                "no form",
		"1:2:3:4":               "no form",
		"09:00:00:00":           "no form",
		"a:30":                  "no form",
		"13.13.2026":            "no month 13",
		"2026-02-30":            "February 2026 has no day 30",
		"2026-13-01":            "no month 13",
		"2026-00-01":            "no month 0",
		"mon 24 nov 2026":       "24 Nov 2026 is a Tuesday",
		"25:00":                 "no time of day",
		"9:75":                  "no time of day",
		"13pm":                  "no time of day",
		"0am":                   "no time of day",
		"9:5":                   "no time of day",
		"at 24":                 "no time of day",
		"fri at 99":             "no time of day",
		"123pm":                 "no time of day",
		"midnight":              "start or the end",
		"tonight 9am":           "not tonight",
		"tonight at 9":          "not tonight",
		"now":                   "already past",
		"today 9am":             "Wed 18 Nov 2026 09:00 is already past",
		"18 nov 9am":            "already past",
		"this morning":          "already past",
		"this mon":              "Mon 16 Nov 2026 09:00 is already past",
		"last fri":              "already past",
		"yesterday":             "already past",
		"3d ago":                "already past",
		"2026-01-05":            "Mon 05 Jan 2026 09:00 is already past",
		"2026-11-18 15:30":      "already past",
		"24 dec 2025":           "already past",
		"2026-11-18T15:30:00Z":  "already past",
		"24 dec 2062":           "more than 10 years ahead",
		"9999d":                 "more than 10 years ahead",
		"9999-12-31":            "more than 10 years ahead",
		strings.Repeat("x", 99): "too long",
		"tomorrow\x1b[2J":       "no form",
	} {
		got, err := Parse(text, wednesday(), Options{})
		checkRefusal(t, text, reason, got, err)
	}
}

// checkRefusal wants one printable sentence with the reason and three examples.
func checkRefusal(t *testing.T, text, reason string, got time.Time, err error) {
	t.Helper()
	var refused *Error
	if !errors.As(err, &refused) || !got.IsZero() {
		t.Errorf("%q = %v, %v; want it refused", text, got, err)
		return
	}
	if !strings.Contains(refused.Reason, reason) {
		t.Errorf("%q: %q; want %q", text, refused.Reason, reason)
	}
	for _, part := range append(refused.Examples[:], refused.Reason) {
		if part == "" || !strings.Contains(err.Error(), part) {
			t.Errorf("%q: %v lacks %q", text, err, part)
		}
	}
	if len(err.Error()) > 250 || strings.ContainsAny(err.Error(), "\n\x1b") {
		t.Errorf("%q: not a sentence: %q", text, err.Error())
	}
}

// Every example that an error gives is understood.
func TestExamplesWork(t *testing.T) {
	for side, read := range map[tense]func(string, time.Time, Options) (time.Time, error){
		ahead: Parse, passed: ParsePast, either: ParseAny,
	} {
		for _, text := range side.examples() {
			if _, err := read(text, wednesday(), Options{}); err != nil {
				t.Errorf("%v", err)
			}
		}
	}
}

func TestParsePast(t *testing.T) {
	for text, want := range map[string]string{
		"now":                  "Wed 18 Nov 2026 15:30",
		"today":                "Wed 18 Nov 2026 15:30",
		"2026-11-18":           "Wed 18 Nov 2026 15:30",
		"18 nov":               "Wed 18 Nov 2026 15:30",
		"today 9am":            "Wed 18 Nov 2026 09:00",
		"9am":                  "Wed 18 Nov 2026 09:00",
		"17:30":                "Tue 17 Nov 2026 17:30",
		"this morning":         "Wed 18 Nov 2026 09:00",
		"yesterday":            "Tue 17 Nov 2026 12:00",
		"yesterday 14:00":      "Tue 17 Nov 2026 14:00",
		"yesterday evening":    "Tue 17 Nov 2026 18:00",
		"3d ago":               "Sun 15 Nov 2026 12:00",
		"3 days ago at 9am":    "Sun 15 Nov 2026 09:00",
		"a week ago":           "Wed 11 Nov 2026 12:00",
		"1mo ago":              "Sun 18 Oct 2026 12:00",
		"2y ago":               "Mon 18 Nov 2024 12:00",
		"2h ago":               "Wed 18 Nov 2026 13:30",
		"1d 2h ago":            "Tue 17 Nov 2026 13:30",
		"90min ago":            "Wed 18 Nov 2026 14:00",
		"fri":                  "Fri 13 Nov 2026 12:00",
		"last fri":             "Fri 13 Nov 2026 12:00",
		"last mon 9am":         "Mon 16 Nov 2026 09:00",
		"last wed":             "Wed 11 Nov 2026 12:00",
		"this mon":             "Mon 16 Nov 2026 12:00",
		"wed":                  "Wed 11 Nov 2026 12:00",
		"wed 9am":              "Wed 18 Nov 2026 09:00",
		"mon 16 nov":           "Mon 16 Nov 2026 12:00",
		"24 dec":               "Wed 24 Dec 2025 12:00",
		"17 nov":               "Tue 17 Nov 2026 12:00",
		"29 feb":               "Thu 29 Feb 2024 12:00",
		"2026-01-05":           "Mon 05 Jan 2026 12:00",
		"2026-01-05 14:00":     "Mon 05 Jan 2026 14:00",
		"2026-01-05 14:00:59":  "Mon 05 Jan 2026 14:00",
		"2026-01-05T14:00:00Z": "Mon 05 Jan 2026 14:00",
		"05.05.2026":           "Tue 05 May 2026 12:00",
		"eom":                  "Sat 31 Oct 2026 17:00",
		"eoy":                  "Wed 31 Dec 2025 17:00",
		"eow":                  "Fri 13 Nov 2026 17:00",
		"weekend":              "Sat 14 Nov 2026 12:00",
	} {
		got, err := ParsePast(text, wednesday(), Options{})
		if err != nil || Format(got) != want {
			t.Errorf("%q = %s, %v; want %s", text, Format(got), err, want)
		}
	}
	for text, reason := range map[string]string{
		"tomorrow":             "Thu 19 Nov 2026 12:00 has not come yet",
		"3d":                   "has not come yet",
		"today 17:00":          "has not come yet",
		"18 nov 17:00":         "has not come yet",
		"2026-12-24":           "has not come yet",
		"2026-11-18T15:31:00Z": "has not come yet",
		"next fri":             "has not come yet",
		"eod":                  "has not come yet",
		"tonight":              "has not come yet",
		"1/12":                 "month as a word",
		"99y ago":              "more than 50 years ago",
		"1926-11-18":           "more than 50 years ago",
	} {
		got, err := ParsePast(text, wednesday(), Options{})
		checkRefusal(t, text, reason, got, err)
	}
}

func TestParseAny(t *testing.T) {
	for text, want := range map[string]string{
		"today":            "Wed 18 Nov 2026 15:30",
		"now":              "Wed 18 Nov 2026 15:30",
		"tomorrow":         "Thu 19 Nov 2026 12:00",
		"yesterday":        "Tue 17 Nov 2026 12:00",
		"9am":              "Wed 18 Nov 2026 09:00",
		"3d":               "Sat 21 Nov 2026 12:00",
		"3d ago":           "Sun 15 Nov 2026 12:00",
		"next fri":         "Fri 27 Nov 2026 12:00",
		"last fri":         "Fri 13 Nov 2026 12:00",
		"2026-01-05":       "Mon 05 Jan 2026 12:00",
		"2026-12-24 09:00": "Thu 24 Dec 2026 09:00",
		"18 nov":           "Wed 18 Nov 2026 15:30",
		"24 dec 2026":      "Thu 24 Dec 2026 12:00",
		"eom":              "Mon 30 Nov 2026 17:00",
	} {
		got, err := ParseAny(text, wednesday(), Options{})
		if err != nil || Format(got) != want {
			t.Errorf("%q = %s, %v; want %s", text, Format(got), err, want)
		}
	}
	for text, reason := range map[string]string{
		"fri":     "before or after today",
		"24 dec":  "before or after today",
		"weekend": "before or after today",
		"31 feb":  "no day 31",
		"soon":    "no form",
	} {
		got, err := ParseAny(text, wednesday(), Options{})
		checkRefusal(t, text, reason, got, err)
	}
}

// What a word means depends on the day and hour it is said.
func TestParseAtOtherTimes(t *testing.T) {
	for _, c := range []struct{ now, text, want string }{
		{"Wed 18 Nov 2026 07:00", "today", "Wed 18 Nov 2026 09:00"},
		{"Wed 18 Nov 2026 09:00", "today", "Wed 18 Nov 2026 17:00"},
		{"Wed 18 Nov 2026 17:00", "today", "Wed 18 Nov 2026 20:00"},
		{"Wed 18 Nov 2026 07:00", "wed", "Wed 25 Nov 2026 09:00"},
		{"Wed 18 Nov 2026 07:00", "1d", "Thu 19 Nov 2026 09:00"},
		{"Fri 20 Nov 2026 18:00", "eow", "Fri 27 Nov 2026 17:00"},
		{"Sat 21 Nov 2026 10:00", "eow", "Fri 27 Nov 2026 17:00"},
		{"Sat 21 Nov 2026 08:00", "weekend", "Sat 28 Nov 2026 09:00"},
		{"Sun 22 Nov 2026 10:00", "weekend", "Sat 28 Nov 2026 09:00"},
		{"Sun 22 Nov 2026 10:00", "next mon", "Mon 23 Nov 2026 09:00"},
		{"Sun 22 Nov 2026 10:00", "next week", "Mon 23 Nov 2026 09:00"},
		{"Sun 22 Nov 2026 10:00", "sun", "Sun 29 Nov 2026 09:00"},
		{"Mon 23 Nov 2026 10:00", "next mon", "Mon 30 Nov 2026 09:00"},
		{"Mon 30 Nov 2026 17:00", "eom", "Thu 31 Dec 2026 17:00"},
		{"Thu 31 Dec 2026 18:00", "eoy", "Fri 31 Dec 2027 17:00"},
		{"Sun 31 Jan 2027 10:00", "1mo", "Sun 28 Feb 2027 09:00"},
		{"Mon 31 Jan 2028 10:00", "1mo", "Tue 29 Feb 2028 09:00"},
		{"Tue 29 Feb 2028 10:00", "1y", "Wed 28 Feb 2029 09:00"},
		{"Sun 31 Jan 2027 10:00", "eom", "Sun 31 Jan 2027 17:00"},
		{"Thu 31 Dec 2026 23:59", "1min", "Fri 01 Jan 2027 00:00"},
		{"Thu 31 Dec 2026 10:00", "next month", "Fri 01 Jan 2027 09:00"},
		{"Sun 01 Mar 2026 10:00", "29 feb", "Tue 29 Feb 2028 09:00"},
	} {
		now, err := time.Parse("Mon 02 Jan 2006 15:04", c.now)
		if err != nil {
			t.Fatal(err)
		}
		got, err := Parse(c.text, now, Options{})
		if err != nil || Format(got) != c.want {
			t.Errorf("%q at %s = %s, %v; want %s", c.text, c.now, Format(got), err, c.want)
		}
	}
	late := time.Date(2026, 11, 18, 20, 30, 0, 0, time.UTC)
	for _, text := range []string{"today", "2026-11-18", "tonight", "eod"} {
		got, err := Parse(text, late, Options{})
		checkRefusal(t, text, "", got, err)
	}
}

func TestMorningOption(t *testing.T) {
	for morning, want := range map[int]string{0: "09:00", 7: "07:00", 10: "10:00", 24: "09:00", -1: "09:00"} {
		for _, text := range []string{"tomorrow", "tomorrow morning", "3d", "24 dec"} {
			got, err := Parse(text, wednesday(), Options{Morning: morning})
			if err != nil || got.Format("15:04") != want {
				t.Errorf("%q with morning %d = %v, %v; want %s", text, morning, got, err, want)
			}
		}
	}
	got, err := Parse("today", wednesday(), Options{Morning: 18})
	if err != nil || got.Hour() != 17 {
		t.Errorf("today with a late morning = %v, %v", got, err)
	}
}

func TestSecondsAreKept(t *testing.T) {
	got, err := ParsePast("2026-01-05T14:00:59+01:00", wednesday(), Options{})
	want := time.Date(2026, 1, 5, 13, 0, 59, 0, time.UTC)
	if err != nil || !got.Equal(want) || got.Location() != time.UTC {
		t.Errorf("%v, %v; want %v", got, err, want)
	}
}
