package when

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
)

// reader is what a text is read against.
type reader struct {
	now   time.Time
	opt   Options
	tense tense
}

// place is what the words for a day come to, before a time is joined to it.
type place struct {
	exact time.Time // the moment itself; then nothing below counts
	day   date
	hour  clock                    // the time meant when none was typed
	timed bool                     // hour is set
	step  func(d date, n int) date // for what recurs: the n-th such day after d
	sided bool                     // it means another day before now than after
	late  bool                     // only a time from 17:00 fits
}

// read splits the text into a time and the words for a day.
func read(text string, r reader) (time.Time, error) {
	if len(text) > maxText {
		return time.Time{}, errors.New("it is too long for a date")
	}
	words := strings.Fields(strings.ReplaceAll(strings.ToLower(text), ",", " "))
	if len(words) == 0 {
		return time.Time{}, errors.New("it is empty")
	}
	if len(words) == 1 {
		if t, err := time.Parse(time.RFC3339, strings.ToUpper(words[0])); err == nil {
			return t.In(r.now.Location()), nil
		}
		if day, hour, ok := strings.Cut(words[0], "t"); ok && len(day) == len(time.DateOnly) {
			words = []string{day, hour}
		}
	}
	words, c, timed, err := r.takeClock(words)
	if err != nil {
		return time.Time{}, err
	}
	p, err := r.day(words, timed)
	if err != nil {
		return time.Time{}, err
	}
	return r.join(p, c, timed)
}

// takeClock takes a time from the end of the words, or else from the front.
func (r reader) takeClock(words []string) (rest []string, c clock, found bool, err error) {
	for n := min(3, len(words)); n > 0; n-- {
		cut := len(words) - n
		if c, found, err = r.clock(words[cut:]); found {
			return words[:cut], c, true, err
		}
		if c, found, err = r.clock(words[:n]); found {
			return words[n:], c, true, err
		}
	}
	return words, clock{}, false, nil
}

// clock reads "9am", "9 am", "at 9", "at 9 am"; all of the words or none.
func (r reader) clock(words []string) (clock, bool, error) {
	spoken := len(words) > 1 && words[0] == "at"
	if spoken {
		words = words[1:]
	}
	text := words[0]
	switch {
	case len(words) == 2 && (words[1] == "am" || words[1] == "pm"):
		text += words[1]
	case len(words) > 1:
		return clock{}, false, nil
	case spoken && len(text) <= 2:
		if _, ok := number(text); ok {
			text += ":00"
		}
	}
	return r.opt.clockNamed(text)
}

// day reads the words for a day; none mean today, from a time alone.
func (r reader) day(words []string, timed bool) (place, error) {
	today := dateOf(r.now)
	if len(words) > 1 && words[0] == "on" {
		words = words[1:]
	}
	text := strings.Join(words, " ")
	switch text {
	case "":
		return place{day: today, step: addDays}, nil
	case "today":
		return place{day: today}, nil
	case "this":
		if timed {
			return place{day: today}, nil // this evening
		}
	case "now":
		return place{exact: r.now}, nil
	case "tonight":
		return place{day: today, hour: clock{hour: nightHour}, timed: true, late: true}, nil
	case "tomorrow", "tmrw":
		return place{day: today.addDays(1)}, nil
	case "yesterday":
		return place{day: today.addDays(-1)}, nil
	}
	for _, form := range []func([]string) (place, error){r.period, r.weekday, r.ending, r.distance, r.calendar} {
		if p, err := form(words); !errors.Is(err, errUnknown) {
			return p, err
		}
	}
	return place{}, errUnknown
}

// join puts the time to the day and picks the moment on the right side of now.
func (r reader) join(p place, c clock, timed bool) (time.Time, error) {
	switch {
	case !p.exact.IsZero() && timed:
		return time.Time{}, errors.New("it says the time twice")
	case !p.exact.IsZero():
		return p.exact, nil
	case p.sided && r.tense == either:
		return time.Time{}, errors.New("it could be before or after today, so write the whole date")
	case p.late && timed && c.hour < endHour:
		return time.Time{}, fmt.Errorf("%02d:%02d is not tonight", c.hour, c.minute)
	case !timed && !p.timed && p.day == dateOf(r.now) && p.step == nil:
		return r.today(p)
	case !timed && !p.timed && p.day == dateOf(r.now):
		p.day = p.step(p.day, r.forward()) // "wed" on a Wednesday
		c = r.usual(p)
	case !timed:
		c = r.usual(p)
	}
	t := r.moment(p.day, c)
	for n := 1; p.step != nil && n <= 2 && r.wrong(t); n++ {
		t = r.moment(p.step(p.day, n*r.forward()), c)
	}
	return t, nil
}

// forward is the direction from now into the side that is asked for.
func (r reader) forward() int {
	if r.tense == passed {
		return -1
	}
	return 1
}

func (r reader) wrong(t time.Time) bool {
	return r.tense == ahead && !t.After(r.now) || r.tense == passed && t.After(r.now)
}

// moment picks, when clocks show c twice on the day, the one on the right side.
func (r reader) moment(d date, c clock) time.Time {
	first, last := at(d, c, r.now.Location())
	if r.tense == passed && !last.After(r.now) || r.tense == ahead && !first.After(r.now) {
		return last
	}
	return first
}

// usual is the time of a day without one.
func (r reader) usual(p place) clock {
	switch {
	case p.timed:
		return p.hour
	case r.tense == ahead:
		return r.opt.morning()
	}
	return clock{hour: noonHour}
}

// today is a day without a time that is today: now for what happened, and for
// a reminder the next good hour, if the day has one left.
func (r reader) today(p place) (time.Time, error) {
	if r.tense != ahead {
		return r.now, nil
	}
	hours := []int{r.opt.morning().hour, endHour, nightHour}
	slices.Sort(hours)
	for _, h := range hours {
		if t := r.moment(p.day, clock{hour: h}); t.After(r.now) {
			return t, nil
		}
	}
	return time.Time{}, fmt.Errorf("today has no usual hour left after %02d:00, so add a time", nightHour)
}
