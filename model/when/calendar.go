package when

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

// calendar reads 2026-12-24, 24 dec, dec 24 2026, tue 24 nov 2026, 24.12.2026.
func (r reader) calendar(words []string) (place, error) {
	var named bool
	var w time.Weekday
	if len(words) > 1 {
		if w, named = weekdayNamed(words[0]); named {
			words = words[1:]
		}
	}
	d, yearless, err := r.date(words)
	if err != nil {
		return place{}, err
	}
	p := place{day: d}
	if yearless {
		p = r.yearless(d)
	}
	switch d = p.day; {
	case d.month < time.January || d.month > time.December:
		return place{}, fmt.Errorf("there is no month %d", int(d.month))
	case !d.valid() && yearless:
		return place{}, fmt.Errorf("%s has no day %d", d.month, d.day)
	case !d.valid():
		return place{}, fmt.Errorf("%s %d has no day %d", d.month, d.year, d.day)
	case named && p.day.weekday() != w:
		return place{}, fmt.Errorf("%s is a %s", Format(p.day.utc())[4:15], p.day.weekday())
	}
	return p, nil
}

// date reads a day of the calendar; one without a year has this year.
func (r reader) date(words []string) (d date, yearless bool, err error) {
	if len(words) == 1 {
		d, err = numeric(words[0])
		return d, false, err
	}
	if len(words) > 3 {
		return d, false, errUnknown
	}
	d.year, yearless = r.now.Year(), true
	if len(words) == 3 {
		n, ok := number(words[2])
		if !ok || len(words[2]) != 4 {
			return d, false, errUnknown
		}
		d.year, yearless = n, false
	}
	dayWord, monthWord := words[0], words[1]
	if _, ok := monthNamed(dayWord); ok {
		dayWord, monthWord = monthWord, dayWord
	}
	var okMonth, okDay bool
	d.month, okMonth = monthNamed(monthWord)
	d.day, okDay = ordinal(dayWord)
	if !okMonth || !okDay {
		return d, false, errUnknown
	}
	return d, yearless, nil
}

// yearless finds the year of a day and month: the next such day, for a past
// moment the last; today only this one, for a time today that is on the wrong
// side of now is a mistake rather than a year away.
func (r reader) yearless(d date) place {
	today := dateOf(r.now)
	sign := 1
	if r.tense == passed {
		sign = -1
	}
	for range 9 { // 29 February may be eight years away
		ahead := !d.before(today)
		if d.valid() && (d == today || ahead == (r.tense != passed)) {
			break
		}
		d = addYears(d, sign)
	}
	return place{day: d, sided: d != today}
}

// ordinal reads 24 and 24th.
func ordinal(word string) (int, bool) {
	for _, suffix := range []string{"st", "nd", "rd", "th"} {
		word = strings.TrimSuffix(word, suffix)
	}
	n, ok := number(word)
	return n, ok && len(word) <= 2
}

// numeric reads 2026-12-24, and 24.12.2026 when it can be read in one way only.
func numeric(word string) (date, error) {
	if y, rest, ok := strings.Cut(word, "-"); ok && len(y) == 4 {
		return numbered(y, rest, "-")
	}
	if strings.Trim(word, "0123456789/.-") != "" || !strings.ContainsAny(word, "/.-") {
		return date{}, errUnknown
	}
	if at := strings.LastIndexByte(word, '.'); at > 0 && len(word)-at == 5 {
		d, err := numbered(word[at+1:], word[:at], ".")
		if err != nil {
			return d, err
		}
		d.day, d.month = int(d.month), time.Month(d.day)
		if d.day > 12 || d.day == int(d.month) {
			return d, nil
		}
	}
	return date{}, errors.New("it could be day and month or month and day, so write the month as a word")
}

// numbered reads a year and two numbers, into month and day.
func numbered(year, rest, sep string) (date, error) {
	a, b, _ := strings.Cut(rest, sep)
	y, ok1 := number(year)
	m, ok2 := number(a)
	d, ok3 := number(b)
	if !ok1 || !ok2 || !ok3 {
		return date{}, errUnknown
	}
	return date{y, time.Month(m), d}, nil
}
