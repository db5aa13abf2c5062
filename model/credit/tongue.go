package credit

import (
	"fmt"
	"strings"

	"cordial/model/day"
)

// Tongue says days and people as the reader is used to them. The zero value writes days as 2026-01-05 and
// people as their ids.
type Tongue struct {
	Day    func(day.Day) string
	Person func(contact string) string
}

func (t Tongue) day(d day.Day) string {
	if t.Day == nil {
		return d.String()
	}
	return t.Day(d)
}

func (t Tongue) person(contact string) string {
	if t.Person == nil {
		return contact
	}
	return t.Person(contact)
}

// counted writes a number with its noun, which takes an s.
func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// listed joins words as "a, b and c".
func listed(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " and " + words[last]
}
