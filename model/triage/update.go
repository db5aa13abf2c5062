package triage

import (
	"slices"
	"time"

	"cordial/model"
)

// Update moves the conversations that a change of the Book is about. The cost
// follows their number, not the board's.
func (b *Board) Update(c model.Change) {
	if c.Labels && !b.hasTabs(boardTabs(b.book.Labels())) || c.Import || c.Who {
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

// hasTabs tells whether these are the board's tabs.
func (b *Board) hasTabs(tabs []Tab) bool {
	return slices.EqualFunc(b.tabs, tabs, func(l tabList, t Tab) bool { return l.tab == t })
}

// move derives a row anew and puts it where it belongs now.
func (b *Board) move(i int) {
	unread := count(b.rows[i].unread)
	for t := range b.tabsOf(i) {
		list := &b.tabs[t]
		if at, ok := slices.BinarySearchFunc(list.rows, int32(i), b.compare); ok {
			list.rows = slices.Delete(list.rows, at, at+1)
			list.unread -= unread
		}
	}
	b.derive(i)
	unread = count(b.rows[i].unread)
	for t := range b.tabsOf(i) {
		list := &b.tabs[t]
		at, _ := slices.BinarySearchFunc(list.rows, int32(i), b.compare)
		list.rows = slices.Insert(list.rows, at, int32(i))
		list.unread += unread
	}
}
