package sample

import (
	"fmt"
	"math/rand/v2"
	"net/url"
	"strings"
	"time"
	"unicode"
)

// The owner of every sample.
const (
	OwnerURL   = "https://www.linkedin.com/in/mira-solheim"
	OwnerName  = ownerFirst + " " + ownerLast
	ownerFirst = "Mira"
	ownerLast  = "Solheim"
)

// Strangers are numbered from here on, connections from 0.
const (
	writers  = 1 << 24 // who write or are written to without being connections
	invitees = 2 << 24 // who occur in invitations only
)

// person is somebody made up.
type person struct {
	number            int
	first, last       string
	given             string // how friends call them
	url               string
	email             string
	company, position string
	connectedOn       time.Time
	culture           *culture
}

func (p *person) name() string { return p.first + " " + p.last }

// cast makes people up by number, so that none has to be remembered.
type cast struct {
	seed     uint64
	anchor   time.Time
	days     int // how far back the export goes
	cultures []culture
}

func words(text string) []string { return strings.Fields(text) }

// person answers the person of a number: always the same one.
func (c *cast) person(number int) person {
	rnd := rand.New(rand.NewPCG(c.seed, uint64(number)+1))
	from := &c.cultures[max(0, rnd.IntN(len(c.cultures)+1)-1)]
	first, last := rnd.IntN(len(from.firsts)), rnd.IntN(len(from.lasts))
	p := person{
		number: number, first: from.firsts[first], last: from.lasts[last], given: from.firsts[first], culture: from,
		company: pick(rnd, companies()), position: pick(rnd, positions()),
		connectedOn: c.anchor.AddDate(0, 0, -1-rnd.IntN(c.days)),
	}
	p.url = "https://www.linkedin.com/in/" + from.slug(first, last, fmt.Sprintf("%x", uint32(number)*2654435761+uint32(c.seed)))
	if from.surnameFirst {
		p.first, p.last = p.last, p.first
	}
	if rnd.IntN(12) == 0 {
		p.last += pick(rnd, credentials())
	}
	if rnd.IntN(33) == 0 {
		p.email = fmt.Sprintf("contact%d@example.com", number)
	}
	return p
}

// slug spells a name for an address. The tail makes it the only one.
func (c *culture) slug(first, last int, tail string) string {
	a, b := c.firsts[first], c.lasts[last]
	if c.asciiFirsts != nil {
		a, b = c.asciiFirsts[first], c.asciiLasts[last]
	}
	bare := func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsMark(r) || r == '-' {
			return unicode.ToLower(r)
		}
		return -1
	}
	return url.PathEscape(strings.Map(bare, a+"-"+b)) + "-" + tail
}

func pick[T any](rnd *rand.Rand, from []T) T { return from[rnd.IntN(len(from))] }
