package credit

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"cordial/model/day"
)

// Pace is how fast InMails that cost a credit are sent: so many in so many weekdays, Monday to Friday, since
// few are sent at a weekend. It is a fraction so that no pace drifts; the zero value sends nothing.
type Pace struct {
	InMails  int // 0 or more
	Weekdays int // 1 or more, unless nothing is sent
}

// The calendar repeats itself every 400 years of 12 months, which have 20,871 weeks of 5 weekdays.
const (
	weekdaysInCycle = 20_871 * 5
	monthsInCycle   = 400 * 12
)

// WeekdaysAMonth is how many weekdays a month has on average.
const WeekdaysAMonth = float64(weekdaysInCycle) / monthsInCycle

// PerWeekday is a pace of n InMails each Monday to Friday.
func PerWeekday(n int) Pace { return Pace{n, 1} }

// PerDay is a pace of n InMails a day, Saturdays and Sundays counted, sent on the weekdays.
func PerDay(n int) Pace { return Pace{7 * n, 5} }

// PerWeek is a pace of n InMails a week.
func PerWeek(n int) Pace { return Pace{n, 5} }

// PerMonth is a pace of n InMails a month.
func PerMonth(n int) Pace { return Pace{n * monthsInCycle, weekdaysInCycle} }

// Monthly answers how many InMails a month the pace makes.
func (p Pace) Monthly() float64 { return fraction(p.InMails*weekdaysInCycle, p.Weekdays*monthsInCycle) }

// String writes the pace as "5 a month", to one decimal.
func (p Pace) String() string {
	return strconv.FormatFloat(math.Round(p.Monthly()*10)/10, 'f', -1, 64) + " a month"
}

// by answers how many InMails are sent in n weekdays, to the nearest whole.
func (p Pace) by(weekdays int) int { return share(weekdays, p.InMails, p.Weekdays) }

// mostTyped bounds the number of a pace that is typed.
const mostTyped = 10_000

// ParsePace reads a pace: "5", "5/month", "5 a month", "2.5 per week", "1/weekday", "3 a day". Without a unit
// it is by the month; two decimals count.
func ParsePace(text string) (Pace, error) {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return r == ' ' || r == '/' })
	if len(words) == 3 && (words[1] == "a" || words[1] == "per") {
		words = append(words[:1], words[2])
	}
	if len(words) == 1 {
		words = append(words, "month")
	}
	if len(words) == 2 {
		hundredths, isNumber := parseHundredths(words[0])
		if pace, isUnit := paceIn(words[1], hundredths); isNumber && isUnit {
			pace.Weekdays *= 100
			return pace, nil
		}
	}
	return Pace{}, fmt.Errorf("%q is not a pace: write it as 5/month, 2.5/week or 1/day, up to %d", text, mostTyped)
}

// paceIn answers a pace of n in a unit's name.
func paceIn(unit string, n int) (Pace, bool) {
	switch unit {
	case "month", "mo":
		return PerMonth(n), true
	case "week", "wk":
		return PerWeek(n), true
	case "day":
		return PerDay(n), true
	case "weekday":
		return PerWeekday(n), true
	default:
		return Pace{}, false
	}
}

// parseHundredths reads a number with at most two decimals, from 0 to mostTyped, as that many hundredths.
func parseHundredths(text string) (int, bool) {
	whole, decimals, _ := strings.Cut(text, ".")
	if len(decimals) > 2 || strings.ContainsAny(text, "+-_") {
		return 0, false
	}
	n, err := strconv.Atoi(whole + (decimals + "00")[:2])
	return n, err == nil && whole != "" && n <= mostTyped*100
}

// Rate is a share of InMails: so many answered of so many sent. The zero value is a rate of 0.
type Rate struct {
	Answered int `json:"answered"`
	Of       int `json:"of"`
}

// fewSends is below how many InMails a rate says little.
const fewSends = 30

// PerCent is a rate of n in a hundred.
func PerCent(n int) Rate { return Rate{n, 100} }

// Share answers the rate between 0 and 1.
func (r Rate) Share() float64 { return min(fraction(r.Answered, r.Of), 1) }

// Small tells that the rate rests on fewer than 30 InMails, which the reader should know.
func (r Rate) Small() bool { return r.Of < fewSends }

// answers tells whether the nth InMail, counted from 1, is one of those answered when they are spread evenly.
func (r Rate) answers(n int) bool { return share(n, r.Answered, r.Of) > share(n-1, r.Answered, r.Of) }

// share answers n × part / whole to the nearest whole number, halves upwards, and 0 of nothing.
func share(n, part, whole int) int {
	if part <= 0 || whole <= 0 {
		return 0
	}
	return (2*n*part + whole) / (2 * whole)
}

func fraction(part, whole int) float64 {
	if part <= 0 || whole <= 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

func isWeekday(d day.Day) bool { return d.Weekday() != time.Saturday && d.Weekday() != time.Sunday }
