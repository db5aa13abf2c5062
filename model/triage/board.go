package triage

import (
	"cmp"
	"iter"
	"slices"
	"time"

	"cordial/model"
)

// Board keeps every conversation in every tab it belongs to, newest first. It is
// built once from a picture of the evidence; a decision then moves only the
// conversations it is about, and a new minute only those with a reminder.
type Board struct {
	book    *model.Book
	threads model.ThreadSet
	now     time.Time

	rows     []row
	byThread map[model.Key]int   // → rows
	byPerson map[model.Key]int32 // → the first of the person's rows, see row.sibling
	timed    map[int]bool        // rows with a reminder
	tabs     []tabList
}

// row is one conversation in memory.
type row struct {
	head    model.Head
	at      int64 // activity, Unix seconds
	place   int32 // in threads, -1 for somebody without a conversation
	sibling int32 // the next row of the same person, -1 for none
	in      uint64
	unread  bool
}

// tabList is the rows of one tab in order.
type tabList struct {
	tab    Tab
	rows   []int32
	unread int
}

// personFacts is what the InMails with a person add to a conversation.
type personFacts struct {
	last time.Time // the last InMail or invitation event
	open bool      // an InMail is unanswered
}

// maxTabs is how many tabs the membership bits of a row can hold.
const maxTabs = 64

// NewBoard sorts all conversations into their tabs as of an instant, whose zone
// decides where a day ends.
func NewBoard(book *model.Book, threads model.ThreadSet, now time.Time) *Board {
	b := &Board{book: book, threads: threads, now: now, timed: map[int]bool{}}
	b.rebuild()
	return b
}

// rebuild sorts everything anew.
func (b *Board) rebuild() {
	n := b.threads.Len()
	b.rows = make([]row, 0, n)
	b.byThread = make(map[model.Key]int, n)
	b.byPerson = make(map[model.Key]int32, n)
	clear(b.timed)
	b.tabs = nil
	for _, t := range everyTab(b.book.Labels()) {
		if len(b.tabs) < maxTabs {
			b.tabs = append(b.tabs, tabList{tab: t})
		}
	}
	for i := range n {
		b.add(row{head: b.threads.Head(i), place: int32(i)})
	}
	for _, person := range b.book.TouchedPeople() {
		b.addLone(person)
	}
	for i := range b.rows {
		b.derive(i)
	}
	b.fill()
}

// add files a row under its thread and its person.
func (b *Board) add(r row) {
	i := len(b.rows)
	if r.head.Key != 0 {
		b.byThread[r.head.Key] = i
	}
	r.sibling = -1
	if person := r.head.Person; person != 0 {
		if other, ok := b.byPerson[person]; ok {
			r.sibling = other
		}
		b.byPerson[person] = int32(i)
	}
	b.rows = append(b.rows, r)
}

// rowsOf goes through the rows of a person: direct conversations, or the one row
// of somebody who has none.
func (b *Board) rowsOf(person model.Key) iter.Seq[int] {
	return func(yield func(int) bool) {
		i, ok := b.byPerson[person]
		for ok && i >= 0 && yield(int(i)) {
			i = b.rows[i].sibling
		}
	}
}

// addLone makes a row for somebody without a conversation whom a decision is
// about.
func (b *Board) addLone(person model.Key) {
	if _, there := b.byPerson[person]; !there && b.book.Engaged(person) {
		b.add(row{head: model.Head{Person: person}, place: -1})
	}
}

// fill puts all rows into their tabs in order.
func (b *Board) fill() {
	order := make([]int32, len(b.rows))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, b.compare)
	for t := range b.tabs {
		list := &b.tabs[t]
		list.rows, list.unread = list.rows[:0], 0
		for _, i := range order {
			if b.rows[i].in&(1<<t) != 0 {
				list.rows = append(list.rows, i)
				list.unread += count(b.rows[i].unread)
			}
		}
	}
}

// compare orders rows newest first; equal ones keep an order of their own, so
// that a list never shuffles.
func (b *Board) compare(i, j int32) int {
	x, y := &b.rows[i], &b.rows[j]
	return cmp.Or(cmp.Compare(y.at, x.at), cmp.Compare(x.head.Key, y.head.Key), cmp.Compare(x.head.Person, y.head.Person))
}

// derive computes a row's place in the order and its tabs. Most conversations of
// an export were never touched by a decision, and take the short way.
func (b *Board) derive(i int) {
	r := &b.rows[i]
	v := b.view(i)
	r.at, r.unread, r.in = v.Activity.Unix(), v.Unread, 0
	if r.place < 0 && !b.book.Engaged(r.head.Person) {
		return // every decision about this lone person was taken back
	}
	for t := range b.tabs {
		if v.in(b.tabs[t].tab) {
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
		facts = b.facts(h.Person)
	}
	return look(h, s, facts, b.book.ReadBefore(), b.now)
}

// facts gathers what the InMails with a person add.
func (b *Board) facts(person model.Key) personFacts {
	if person == 0 {
		return personFacts{}
	}
	f := personFacts{last: b.book.LastContact(person), open: b.book.OpenInMailTo(person, b.now) != nil}
	if f.last.IsZero() && b.isLone(person) {
		f.last, _ = b.book.FirstDecision(person)
	}
	return f
}

// isLone tells whether a person has no direct conversation.
func (b *Board) isLone(person model.Key) bool {
	i, ok := b.byPerson[person]
	return ok && b.rows[i].place < 0
}

// count is 1 for true.
func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
