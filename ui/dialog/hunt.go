package dialog

import (
	"strings"

	"cordial/ui/ask"
)

// Hunt is the palette's search for people or conversations. Among many of them it takes
// longer than a key may, so the App runs it beside the screen, one at a time, and hands
// what it caught to Found.
type Hunt struct {
	n     uint64
	want  want
	chase *chase
}

// Catch is what a Hunt came back with.
type Catch struct {
	n     uint64
	want  want
	rows  []offer
	total int // how many there are in all
}

// want is what is looked for; without a sign, nothing.
type want struct {
	sign  string // "@" for people, ">" for conversations
	query string
	limit int // the most rows
}

// chase is what hunts search in: what they found last makes the next one shorter. Only
// one hunt at a time may have it.
type chase struct {
	whom  searcher
	talks talkFinder
}

// Run searches. It may be called from any goroutine.
func (h Hunt) Run() Catch {
	c := Catch{n: h.n, want: h.want}
	if h.want.sign == ">" {
		c.rows, c.total = h.chase.talks.find(h.want.query, h.want.limit)
		return c
	}
	people, total := h.chase.whom.find(h.want.query, h.want.limit)
	for _, f := range people {
		c.rows = append(c.rows, offer{kind: aPerson, person: f.person, at: f.at})
	}
	c.total = total
	return c
}

// Next is the search that is to be run now; false when there is none, or one is under
// way.
func (d *Palette) Next() (Hunt, bool) {
	if d.out || !d.pending() {
		return Hunt{}, false
	}
	d.out = true
	return Hunt{d.hunts, d.want, d.chase}, true
}

// pending tells whether what is looked for has not been found yet.
func (d *Palette) pending() bool { return d.want.sign != "" && d.want != d.catch.want }

// Found takes in what a search caught, and does what Enter was pressed for meanwhile.
func (d *Palette) Found(c Catch) (done ask.Request) {
	if c.n != d.hunts {
		return nil // of people as they were before
	}
	d.out, d.catch = false, c
	o, _ := d.current()
	d.find()
	if d.moved {
		d.seek(o)
	} else {
		d.top()
	}
	if d.hasty && !d.pending() {
		d.hasty = false
		return d.accept()
	}
	return nil
}

// Waits tells whether Enter was pressed before it is known for what: keys have to wait.
func (d *Palette) Waits() bool { return d.hasty }

// caught is what is known by now of what is looked for: the answer, or the last one while
// its question is typed on.
func (d *Palette) caught() []offer {
	if d.catch.want.sign != d.want.sign || !strings.HasPrefix(d.want.query, d.catch.want.query) {
		return nil
	}
	return d.catch.rows
}

// strewn tells whether the letters that found somebody are scattered over their name and
// company.
func strewn(o offer) bool { return !tight(searched(o.person), o.at) }
