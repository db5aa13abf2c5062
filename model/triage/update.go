package triage

import (
	"slices"
	"time"

	"cordial/model"
)

// Update moves the conversations that a change of the Book is about. The cost
// follows their number, not the board's.
func (b *Board) Update(c model.Change) {
	if c.Labels && len(b.tabs) != min(maxTabs, len(everyTab(b.book.Labels()))) || c.Import {
		b.rebuild()
		return
	}
	touched := map[int]bool{}
	for _, k := range c.Threads {
		for _, e := range b.byThread.find(k) {
			touched[int(e.row)] = true
		}
	}
	for _, k := range c.People {
		b.addLone(k)
		for _, e := range b.people().find(k) {
			touched[int(e.row)] = true
		}
	}
	for i := range touched {
		b.move(i)
	}
}

// Advance makes it another time. Only conversations with a reminder can differ,
// unless a day has passed: then an InMail's window may have ended.
func (b *Board) Advance(now time.Time) {
	sameDay := endOfDay(b.now).Equal(endOfDay(now))
	b.now = now
	if !sameDay {
		b.rebuild()
		return
	}
	for i := range b.timed {
		b.move(i)
	}
}

// Now is the instant the board shows.
func (b *Board) Now() time.Time { return b.now }

// move derives a row anew and puts it where it belongs now.
func (b *Board) move(i int) {
	before := b.rows[i]
	b.takeOut(i)
	b.derive(i)
	after := b.rows[i]
	for t := range b.tabs {
		list := &b.tabs[t]
		if before.in&(1<<t) != 0 {
			list.unread -= count(before.unread)
		}
		if after.in&(1<<t) != 0 {
			at, _ := slices.BinarySearchFunc(list.rows, int32(i), b.compare)
			list.rows = slices.Insert(list.rows, at, int32(i))
			list.unread += count(after.unread)
		}
	}
}

// takeOut removes a row from its tabs while its old place is still known.
func (b *Board) takeOut(i int) {
	for t := range b.tabs {
		list := &b.tabs[t]
		if b.rows[i].in&(1<<t) == 0 {
			continue
		}
		if at, ok := slices.BinarySearchFunc(list.rows, int32(i), b.compare); ok {
			list.rows = slices.Delete(list.rows, at, at+1)
		}
	}
}
