package when

import (
	"errors"
	"strings"
	"time"
)

func addDays(d date, n int) date  { return d.addDays(n) }
func addWeeks(d date, n int) date { return d.addDays(7 * n) }

// period reads next week, next month, next year and the weekend.
func (r reader) period(words []string) (place, error) {
	today := dateOf(r.now)
	saturday := today.monday().addDays(5)
	switch strings.Join(words, " ") {
	case "next week":
		return place{day: today.monday().addDays(7)}, nil
	case "next month":
		return place{day: date{today.year, today.month, 1}.addMonths(1)}, nil
	case "next year":
		return place{day: date{today.year + 1, time.January, 1}}, nil
	case "weekend":
		return r.recurring(saturday, addWeeks), nil
	case "this weekend":
		return place{day: saturday}, nil
	case "next weekend":
		return place{day: saturday.addDays(7)}, nil
	}
	return place{}, errUnknown
}

// recurring is a day that comes again and again: d or one of its steps.
func (r reader) recurring(d date, step func(date, int) date) place {
	if d.before(dateOf(r.now)) && r.tense != passed {
		d = step(d, 1)
	}
	return place{day: d, step: step, sided: true}
}

// weekday reads fri, this fri, next fri, last fri. Alone it is the nearest one
// on the right side of now and, without a time, never today.
func (r reader) weekday(words []string) (place, error) {
	name, which := words[len(words)-1], ""
	if len(words) == 2 {
		which = words[0]
	}
	w, ok := weekdayNamed(name)
	if !ok || len(words) > 2 {
		return place{}, errUnknown
	}
	today := dateOf(r.now)
	this := today.monday().addDays((int(w) + 6) % 7)
	switch which {
	case "":
		return r.recurring(this, addWeeks), nil
	case "this":
		return place{day: this}, nil
	case "next":
		return place{day: this.addDays(7)}, nil
	case "last":
		if !this.before(today) {
			this = this.addDays(-7)
		}
		return place{day: this}, nil
	}
	return place{}, errUnknown
}

// ending reads eod, eow, eom, eoy and their long forms.
func (r reader) ending(words []string) (place, error) {
	text := strings.Replace(strings.Join(words, " "), "end of the ", "end of ", 1)
	today := dateOf(r.now)
	p := place{day: today}
	switch text {
	case "eod", "end of day":
	case "eow", "end of week":
		p = r.recurring(today.monday().addDays(4), addWeeks)
	case "eom", "end of month":
		p = r.recurring(today.monthEnd(), func(d date, n int) date {
			return date{d.year, d.month, 1}.addMonths(n).monthEnd()
		})
	case "eoy", "end of year":
		p = r.recurring(date{today.year, time.December, 31}, addYears)
	default:
		return place{}, errUnknown
	}
	p.hour, p.timed, p.sided = clock{hour: endHour}, true, false
	return p, nil
}

func addYears(d date, n int) date { return date{d.year + n, d.month, d.day} }

// distance reads 3d, 1h30min, in 3 days, in a week, 2w ago.
func (r reader) distance(words []string) (place, error) {
	in, ago := words[0] == "in", words[len(words)-1] == "ago"
	if in {
		words = words[1:]
	}
	if ago && len(words) > 0 {
		words = words[:len(words)-1]
	}
	counts, err := counted(words)
	switch {
	case err != nil:
		return place{}, err
	case in && ago:
		return place{}, errors.New(`it says both "in" and "ago"`)
	case ago:
		for u := range counts {
			counts[u] = -counts[u]
		}
	}
	return r.away(counts), nil
}

// away moves from now: by hours and minutes exactly, else to a day.
func (r reader) away(counts [years + 1]int) place {
	day := dateOf(r.now).addMonths(12*counts[years] + counts[months]).addDays(7*counts[weeks] + counts[days])
	if counts[hours] == 0 && counts[minutes] == 0 {
		return place{day: day}
	}
	c := clock{r.now.Hour(), r.now.Minute(), 0}
	start := r.now.Add(-time.Duration(r.now.Second())*time.Second - time.Duration(r.now.Nanosecond()))
	if day != dateOf(r.now) {
		start, _ = at(day, c, r.now.Location())
	}
	span := time.Duration(counts[hours])*time.Hour + time.Duration(counts[minutes])*time.Minute
	return place{exact: start.Add(span)}
}

// counted reads numbers with their units, each unit once.
func counted(words []string) (counts [years + 1]int, err error) {
	if len(words) == 2 && (words[0] == "a" || words[0] == "an") {
		words = []string{"1", words[1]}
	}
	rest := strings.Join(words, " ")
	if rest == "" {
		return counts, errUnknown
	}
	for rest != "" {
		var digits, name string
		digits, rest = lead(rest, "0123456789")
		name, rest = lead(rest, "abcdefghijklmnopqrstuvwxyz")
		n, ok := number(digits)
		if !ok {
			return counts, errUnknown
		}
		u, err := unitNamed(name)
		switch {
		case err != nil:
			return counts, err
		case n == 0:
			return counts, errors.New("the number must be at least 1")
		case counts[u] != 0:
			return counts, errors.New("it counts the same unit twice")
		}
		counts[u] = n
	}
	return counts, nil
}

// lead takes the characters of a set from the front, and a space behind them.
func lead(s, set string) (taken, rest string) {
	rest = strings.TrimLeft(s, set)
	return s[:len(s)-len(rest)], strings.TrimPrefix(rest, " ")
}
