package when

import (
	"fmt"
	"strings"
	"time"
)

// Options are the habits that fill in what was not typed.
type Options struct {
	Morning int // hour 1–23 of a day without a time; 0 and others mean 9
}

// The hours of the words for a time of day.
const (
	morningHour   = 9
	noonHour      = 12
	afternoonHour = 14
	endHour       = 17 // of eod, eow, eom and eoy
	eveningHour   = 18
	nightHour     = 20
)

func (o Options) morning() clock {
	if o.Morning < 1 || o.Morning > 23 {
		return clock{hour: morningHour}
	}
	return clock{hour: o.Morning}
}

// Parse reads a moment that lies ahead, for a reminder. The result is after
// now, in now's zone; a moment that has passed is refused. A day without a time
// means the morning hour; today means the next of the morning hour, 17:00 and
// 20:00. A time that a clock change skips means the first moment after it.
// The error is an *Error.
func Parse(text string, now time.Time, o Options) (time.Time, error) {
	return parse(text, reader{now: now, opt: o, tense: ahead})
}

// ParsePast reads a moment that has passed, for something that happened. The
// result is not after now, in now's zone. A day without a time means noon, and
// today means now; days without a year, weekdays and times are the last such
// ones. The error is an *Error.
func ParsePast(text string, now time.Time, o Options) (time.Time, error) {
	return parse(text, reader{now: now, opt: o, tense: passed})
}

// ParseAny reads a moment on either side of now, for a report. A day without a
// time means noon, and today means now. What depends on the side, such as "fri"
// or "24 dec", is refused. The error is an *Error.
func ParseAny(text string, now time.Time, o Options) (time.Time, error) {
	return parse(text, reader{now: now, opt: o, tense: either})
}

// Error says why a text is no date, in a sentence with examples.
type Error struct {
	Text     string    // what was typed, shortened
	Reason   string    // what is wrong with it, such as "it is in the past"
	Examples [3]string // what would be understood
}

// Error returns one sentence with what to type instead.
func (e *Error) Error() string {
	return fmt.Sprintf("cannot use %q as a date: %s; try %q, %q or %q",
		e.Text, e.Reason, e.Examples[0], e.Examples[1], e.Examples[2])
}

// tense says on which side of now the moment must lie.
type tense uint8

const (
	ahead tense = iota
	passed
	either
)

func (t tense) examples() [3]string {
	switch t {
	case passed:
		return [3]string{"yesterday 14:00", "3d ago", "2026-01-05"}
	case either:
		return [3]string{"today", "2w ago", "2026-12-24"}
	default:
		return [3]string{"3d", "fri 3pm", "2026-12-24 09:00"}
	}
}

// Longest text and farthest moment that are taken seriously; both catch typing
// mistakes such as 2062 for 2026.
const (
	maxText       = 60
	maxYearsAhead = 10
	maxYearsAgo   = 50
)

func parse(text string, r reader) (time.Time, error) {
	t, err := read(text, r)
	if err == nil {
		err = r.inReach(t)
	}
	if err != nil {
		return time.Time{}, &Error{Text: shorten(text), Reason: err.Error(), Examples: r.tense.examples()}
	}
	return t, nil
}

func shorten(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	if runes := []rune(text); len(runes) > maxText/2 {
		return string(runes[:maxText/2]) + "…"
	}
	return text
}

// inReach refuses a moment on the wrong side of now, or absurdly far from it.
func (r reader) inReach(t time.Time) error {
	switch {
	case r.tense == ahead && !t.After(r.now):
		return fmt.Errorf("%s is already past", Format(t))
	case r.tense == passed && t.After(r.now):
		return fmt.Errorf("%s has not come yet", Format(t))
	case t.After(r.now.AddDate(maxYearsAhead, 0, 0)):
		return fmt.Errorf("it is more than %d years ahead", maxYearsAhead)
	case t.Before(r.now.AddDate(-maxYearsAgo, 0, 0)):
		return fmt.Errorf("it is more than %d years ago", maxYearsAgo)
	}
	return nil
}
