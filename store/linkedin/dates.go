package linkedin

import (
	"strconv"
	"strings"
	"time"
	"unicode"
)

// parseInstant reads DATE of messages.csv, "2025-06-01 14:03:22 UTC" with or without the zone, and what spreadsheets
// make of it where only one reading exists. The answer is in Unix seconds.
func parseInstant(text string) (int64, bool) {
	text = strings.TrimSpace(text)
	if at, err := time.Parse("2006-01-02 15:04:05", strings.TrimSuffix(text, " UTC")); err == nil {
		return inRange(at)
	}
	for _, layout := range []string{time.RFC3339, "2006-01-02 15:04:05Z07:00"} {
		if at, err := time.Parse(layout, text); err == nil {
			return inRange(at.UTC())
		}
	}
	day, clock := splitClock(text)
	on, ok := parseDay(day)
	if !ok || clock == "" {
		return 0, false
	}
	since, ok := parseClock(clock)
	return on.Time().Unix() + since, ok
}

// parseSentAt reads Sent At of Invitations.csv, "1/29/26, 2:37 PM": always month first, and without a zone.
func parseSentAt(text string) (int64, bool) {
	day, clock := splitClock(strings.TrimSpace(text))
	if month, rest, found := strings.Cut(day, "/"); found && clock != "" {
		date, year, _ := strings.Cut(rest, "/")
		on, ok := numericDay(year, month, date)
		since, fine := parseClock(clock)
		return on.Time().Unix() + since, ok && fine
	}
	return parseInstant(text)
}

// inRange refuses instants that no export can hold.
func inRange(at time.Time) (int64, bool) {
	return at.Unix(), at.Year() >= 1970 && at.Year() <= 2999
}

// splitClock cuts "day, clock" or "day clock" where the first part with a colon begins. Any Unicode space divides:
// some versions write U+202F before AM and PM.
func splitClock(text string) (day, clock string) {
	words := strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || r == ',' })
	for i, word := range words {
		if strings.Contains(word, ":") {
			return strings.Join(words[:i], " "), strings.Join(words[i:], " ")
		}
	}
	if before, after, found := strings.Cut(text, "T"); found {
		return before, after
	}
	return text, ""
}

// parseClock reads a time of day and answers its seconds since midnight.
func parseClock(text string) (int64, bool) {
	text = strings.TrimSuffix(strings.TrimSuffix(strings.ToUpper(text), " UTC"), "Z")
	for _, layout := range []string{"15:04:05", "15:04", "3:04 PM", "3:04:05 PM", "3:04PM"} {
		if at, err := time.Parse(layout, text); err == nil {
			return int64(at.Hour()*3600 + at.Minute()*60 + at.Second()), true
		}
	}
	return 0, false
}

// parseDay reads a day: "08 Feb 2026", "12 Mar 19", "8-Feb-26", "Feb 8, 2026", "8 févr. 2026", "2026-02-08". Numbers
// alone are read only where one reading exists: 25/08/2026 is, 02/08/2026 is not.
func parseDay(text string) (Day, bool) {
	split := func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("-/.,", r) }
	var parts []string
	for _, word := range strings.FieldsFunc(text, split) {
		if lower := strings.ToLower(word); lower != "de" && lower != "of" {
			parts = append(parts, word)
		}
	}
	if len(parts) != 3 {
		return Day{}, false
	}
	if month, ok := monthNamed(parts[1]); ok {
		if len(parts[0]) == 4 {
			return namedDay(parts[0], month, parts[2])
		}
		return namedDay(parts[2], month, parts[0])
	}
	if month, ok := monthNamed(parts[0]); ok {
		return namedDay(parts[2], month, parts[1])
	}
	return onlyReading(parts)
}

// parseConnectedOn reads Connected On: a day, or the first instant of one, which scripts make of it.
func parseConnectedOn(text string) (Day, bool) {
	if on, ok := parseDay(text); ok {
		return on, true
	}
	if at, ok := parseInstant(text); ok && at%(24*3600) == 0 {
		return dayOf(at), true
	}
	return Day{}, false
}

// onlyReading answers the day that three numbers name, provided that every order of them which makes a day makes the
// same one. A year of four digits stands first, before the month, or last.
func onlyReading(parts []string) (found Day, ok bool) {
	a, b, c := parts[0], parts[1], parts[2]
	orders := [][3]string{{a, b, c}, {c, a, b}, {c, b, a}}
	if len(a) == 4 {
		orders = orders[:1]
	}
	for _, order := range orders {
		day, valid := numericDay(order[0], order[1], order[2])
		if !valid {
			continue
		}
		if ok && day != found {
			return Day{}, false
		}
		found, ok = day, true
	}
	return found, ok
}

func numericDay(year, month, day string) (Day, bool) {
	number, ok := digits(month, 2)
	if !ok {
		return Day{}, false
	}
	return namedDay(year, time.Month(number), day)
}

// namedDay builds a day of a year of two or four digits; two belong to this century, as all of LinkedIn does.
func namedDay(year string, month time.Month, day string) (Day, bool) {
	y, fine := digits(year, 4)
	d, ok := digits(day, 2)
	if !fine || !ok || len(year) != 2 && len(year) != 4 {
		return Day{}, false
	}
	if len(year) == 2 {
		y += 2000
	}
	if on := (Day{y, month, d}); on.valid() {
		return on, true
	}
	return Day{}, false
}

// digits reads a number of at most width ASCII digits.
func digits(text string, width int) (int, bool) {
	if text == "" || len(text) > width || strings.ContainsFunc(text, func(r rune) bool { return r < '0' || r > '9' }) {
		return 0, false
	}
	number, err := strconv.Atoi(text)
	return number, err == nil
}
