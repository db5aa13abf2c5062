package when

import (
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
	} {
		got, err := Parse(text, wednesday(), Options{})
		if err != nil || Format(got) != want {
			t.Errorf("%q = %s, %v; want %s", text, Format(got), err, want)
		}
	}
}
