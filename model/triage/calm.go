package triage

import (
	"time"

	"cordial/model"
)

// calmTabs knows the tabs of conversations that no decision was ever taken about,
// which is all but a few: they are found without looking at each tab.
type calmTabs struct {
	always     uint8 // tabs that hold every one of them
	waiting    uint8 // tabs that hold those in which the user spoke last
	readBefore int64
}

// newCalmTabs tries two such conversations on every tab.
func (b *Board) newCalmTabs() calmTabs {
	silent := look(model.Head{LastIn: 1, LastAt: 1}, model.State{}, personFacts{}, time.Time{}, b.now)
	spoken := look(model.Head{LastOut: 1, LastAt: 1, LastFromMe: true}, model.State{}, personFacts{}, time.Time{}, b.now)
	var c calmTabs
	for t := range b.tabs {
		if silent.in(b.tabs[t].tab) {
			c.always |= 1 << t
		}
		if spoken.in(b.tabs[t].tab) {
			c.waiting |= 1 << t
		}
	}
	if before := b.book.ReadBefore(); !before.IsZero() {
		c.readBefore = before.Unix()
	}
	return c
}

// derive is Board.derive for a conversation that no decision is about.
func (c calmTabs) derive(r *row) {
	h := r.head
	r.at, r.in = h.LastAt, c.always
	if h.LastFromMe && !h.Group {
		r.in = c.waiting
	}
	r.unread = !h.LastFromMe && h.LastIn > c.readBefore
}
