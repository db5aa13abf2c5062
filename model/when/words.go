package when

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// weekdayNamed knows names of at least three letters, such as thu, thur, thurs.
func weekdayNamed(word string) (time.Weekday, bool) {
	for d := time.Sunday; d <= time.Saturday; d++ {
		if abbreviates(word, d.String()) {
			return d, true
		}
	}
	return 0, false
}

// monthNamed knows names of at least three letters, such as sep, sept.
func monthNamed(word string) (time.Month, bool) {
	for m := time.January; m <= time.December; m++ {
		if abbreviates(word, m.String()) {
			return m, true
		}
	}
	return 0, false
}

func abbreviates(word, name string) bool {
	return len(word) >= 3 && strings.HasPrefix(strings.ToLower(name), word)
}

// unit is what a number counts.
type unit uint8

const (
	noUnit unit = iota
	minutes
	hours
	days
	weeks
	months
	years
)

func unitNamed(word string) (unit, error) {
	switch word {
	case "min", "mins", "minute", "minutes":
		return minutes, nil
	case "h", "hr", "hrs", "hour", "hours":
		return hours, nil
	case "d", "day", "days":
		return days, nil
	case "w", "wk", "wks", "week", "weeks":
		return weeks, nil
	case "mo", "mos", "month", "months":
		return months, nil
	case "y", "yr", "yrs", "year", "years":
		return years, nil
	case "m":
		return noUnit, errors.New(`"m" could be minutes or months, so write "min" or "mo"`)
	}
	return noUnit, errUnknown
}

// errUnknown is the reason when no form fits.
var errUnknown = errors.New("it is in no form that I know")

// partNamed knows the words for a time of day.
func (o Options) partNamed(word string) (clock, bool) {
	switch word {
	case "morning":
		return o.morning(), true
	case "noon":
		return clock{hour: noonHour}, true
	case "afternoon":
		return clock{hour: afternoonHour}, true
	case "evening":
		return clock{hour: eveningHour}, true
	case "night":
		return clock{hour: nightHour}, true
	}
	return clock{}, false
}

// clockNamed reads 9am, 9:30pm, 17:30, 17:30:05 and the words for a time of
// day. It answers false for what does not look like a time.
func (o Options) clockNamed(word string) (clock, bool, error) {
	if c, ok := o.partNamed(word); ok {
		return c, true, nil
	}
	if word == "midnight" {
		return clock{}, true, errors.New(`midnight could be the start or the end of a day, so write "00:00" or "23:59"`)
	}
	digits, half := word, ""
	for _, suffix := range []string{"am", "pm"} {
		if cut, ok := strings.CutSuffix(word, suffix); ok {
			digits, half = cut, suffix
		}
	}
	fields := strings.Split(digits, ":")
	if half == "" && len(fields) < 2 || len(fields) > 3 {
		return clock{}, false, nil
	}
	var n [3]int
	for i, f := range fields {
		v, ok := number(f)
		if !ok {
			return clock{}, false, nil
		}
		if len(f) > 2 || i > 0 && len(f) != 2 {
			return clock{}, true, fmt.Errorf("%q is no time of day", word)
		}
		n[i] = v
	}
	c, ok := onDial(clock{n[0], n[1], n[2]}, half)
	if !ok {
		return clock{}, true, fmt.Errorf("%q is no time of day", word)
	}
	return c, true, nil
}

// onDial checks a time and turns am and pm into hours of the day.
func onDial(c clock, half string) (clock, bool) {
	if half != "" {
		if c.hour < 1 || c.hour > 12 {
			return clock{}, false
		}
		c.hour %= 12
		if half == "pm" {
			c.hour += 12
		}
	}
	return c, c.hour < 24 && c.minute < 60 && c.second < 60
}

// number reads up to four digits and nothing else.
func number(s string) (int, bool) {
	if s == "" || len(s) > 4 || strings.Trim(s, "0123456789") != "" {
		return 0, false
	}
	n, err := strconv.Atoi(s)
	return n, err == nil
}
