package triage

import (
	"cmp"
	"iter"
	"math/bits"
	"slices"
	"time"

	"cordial/model"
)

// Board keeps every conversation in every tab it belongs to, newest first: that with
// somebody who became part of somebody else as one with that person, and none with
// those who were removed. It is built once from a picture of the evidence; a decision
// then moves only the conversations it is about, and a new minute only those with a
// reminder.
type Board struct {
	book    *model.Book
	threads model.ThreadSet
	now     time.Time

	rows     []row
	byThread index
	byPerson index         // nil until somebody asks: see people
	timed    map[int]bool  // rows with a reminder
	tabs     []tabList     // the fixed ones, then one for each label
	labelled map[int][]int // row → its label tabs, places in tabs
	calm     calmTabs
}

// row is one conversation in memory.
type row struct {
	head   model.Head
	at     int64 // activity, Unix seconds
	in     uint8 // bits of the fixed tabs it belongs to
	place  int32 // in threads, -1 for somebody without a conversation
	unread bool
}

// tabList is the rows of one tab in order.
type tabList struct {
	tab    Tab
	rows   []int32
	unread int
}

// personFacts is what the decisions about a person add to a conversation.
type personFacts struct {
	last    time.Time // the last InMail or invitation event, or message recorded by hand
	open    bool      // an InMail is unanswered
	out, in time.Time // the last messages recorded by hand
}

// NewBoard sorts all conversations into their tabs as of an instant, whose zone
// decides where a day ends.
func NewBoard(book *model.Book, threads model.ThreadSet, now time.Time) *Board {
	b := &Board{book: book, threads: threads, now: now, timed: map[int]bool{}, labelled: map[int][]int{}}
	b.rebuild()
	return b
}

// rebuild sorts everything anew.
func (b *Board) rebuild() {
	n := b.threads.Len()
	b.rows = make([]row, 0, n+len(b.book.TouchedPeople()))
	for i := range n {
		h := b.threads.Head(i)
		if h.Person = b.book.Root(h.Person); !b.book.Removed(h.Person) {
			b.rows = append(b.rows, row{head: h, place: int32(i)})
		}
	}
	b.byThread, b.byPerson = newIndex(b.rows, threadKey), nil
	b.addLonePeople()
	b.tabs = nil
	for _, t := range boardTabs(b.book.Labels()) {
		b.tabs = append(b.tabs, tabList{tab: t})
	}
	b.calm = b.newCalmTabs()
	clear(b.timed)
	clear(b.labelled)
	for i := range b.rows {
		b.derive(i)
	}
	b.fill()
}

// addLonePeople makes a row for everybody without a conversation whom a decision
// is about.
func (b *Board) addLonePeople() {
	lone := map[model.Key]bool{}
	for _, person := range b.book.TouchedPeople() {
		lone[person] = b.book.Engaged(person) && !b.book.Removed(person)
	}
	if len(lone) == 0 {
		return
	}
	for i := range b.rows {
		delete(lone, b.rows[i].head.Person)
	}
	for person, engaged := range lone {
		if engaged {
			b.rows = append(b.rows, row{head: model.Head{Person: person}, place: -1})
		}
	}
}

// addLone makes a row for somebody whom a decision is about for the first time,
// unless they have one.
func (b *Board) addLone(person model.Key) {
	if len(b.people().find(person)) == 0 && b.book.Engaged(person) && !b.book.Removed(person) {
		b.rows = append(b.rows, row{head: model.Head{Person: person}, place: -1})
		b.byPerson = b.byPerson.with(person, int32(len(b.rows)-1))
	}
}

// people finds the rows of a person: direct conversations, or the one row of
// somebody who has none. It is made when it is asked for first, so that a start
// need not wait for it.
func (b *Board) people() index {
	if b.byPerson == nil {
		b.byPerson = newIndex(b.rows, personKey)
	}
	return b.byPerson
}

func threadKey(h model.Head) model.Key { return h.Key }

func personKey(h model.Head) model.Key { return h.Person }

// fill puts all rows into their tabs in order.
func (b *Board) fill() {
	order := make([]position, len(b.rows))
	for i := range b.rows {
		order[i] = b.position(int32(i))
	}
	slices.SortFunc(order, position.compare)
	for _, p := range order {
		unread := count(b.rows[p.row].unread)
		for t := range b.tabsOf(int(p.row)) {
			b.tabs[t].rows = append(b.tabs[t].rows, p.row)
			b.tabs[t].unread += unread
		}
	}
}

// tabsOf goes through the places in tabs of the tabs a row belongs to.
func (b *Board) tabsOf(i int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for in := b.rows[i].in; in != 0; in &= in - 1 {
			if !yield(bits.TrailingZeros8(in)) {
				return
			}
		}
		for _, t := range b.labelled[i] {
			if !yield(t) {
				return
			}
		}
	}
}

// position is what the order of rows reads, side by side in memory.
type position struct {
	at          int64
	key, person model.Key
	row         int32
}

// position is a row's place in the order.
func (b *Board) position(i int32) position {
	r := &b.rows[i]
	return position{at: r.at, key: r.head.Key, person: r.head.Person, row: i}
}

// compare orders rows newest first; equal ones keep an order of their own, so
// that a list never shuffles.
func (p position) compare(o position) int {
	if p.at != o.at {
		return cmp.Compare(o.at, p.at)
	}
	return cmp.Or(cmp.Compare(p.key, o.key), cmp.Compare(p.person, o.person))
}

// compare orders rows by their positions.
func (b *Board) compare(i, j int32) int { return b.position(i).compare(b.position(j)) }

// derive computes a row's place in the order and its tabs. Most conversations of
// an export were never touched by a decision, and take the short way.
func (b *Board) derive(i int) {
	r := &b.rows[i]
	if !b.book.Touched(r.head.Key, r.head.Person) {
		b.calm.derive(r)
		return
	}
	v := b.view(i)
	r.at, r.unread, r.in = v.Activity.Unix(), v.Unread, 0
	delete(b.labelled, i)
	if r.place < 0 && !b.book.Engaged(r.head.Person) {
		return // every decision about this lone person was taken back
	}
	for t := range b.tabs {
		switch {
		case !v.in(b.tabs[t].tab):
		case b.tabs[t].tab.Kind == Labelled:
			b.labelled[i] = append(b.labelled[i], t)
		default:
			r.in |= 1 << t
		}
	}
	if v.State.Reminder != nil {
		b.timed[i] = true
	} else {
		delete(b.timed, i)
	}
}

// view is what is true of a row now.
func (b *Board) view(i int) View {
	h := b.rows[i].head
	var s model.State
	var facts personFacts
	if b.book.Touched(h.Key, h.Person) {
		s = b.book.State(h.Key, h.Person)
		facts = b.facts(i)
	}
	return look(h, s, facts, b.book.ReadBefore(), b.now)
}

// facts gathers what the decisions about the person of a row add.
func (b *Board) facts(i int) personFacts {
	person := b.rows[i].head.Person
	if person == 0 {
		return personFacts{}
	}
	f := personFacts{last: b.book.LastContact(person), open: b.book.OpenInMailTo(person, b.now) != nil}
	f.out, f.in = b.book.LastMessages(person)
	if f.last.IsZero() && b.rows[i].place < 0 {
		f.last, _ = b.book.FirstDecision(person)
	}
	return f
}

// count is 1 for true.
func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
