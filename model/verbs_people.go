package model

import (
	"cmp"
	"slices"
	"time"

	"cordial/model/day"
)

// Merge is a decision that two contacts are one human being, which still counts.
type Merge struct {
	From  Person // as the journal knows them, under their own key
	Into  Person // likewise; they may have become part of somebody themselves
	Root  Key    // the person whom both are now
	Event string // the id of the decision
	At    time.Time
}

// Removal is a decision to remove somebody, which still counts.
type Removal struct {
	Person Person
	Event  string
	At     time.Time
}

// MergePeople makes one person part of another: what is known of them, decided about
// them and passed between them and the user is the other's from now on. It is refused
// for two who are one already, for somebody who is part of another already, and for
// whoever was removed.
func (b *Book) MergePeople(from, into Person, at time.Time) ([]Draft, error) {
	if err := b.Present(from, into); err != nil {
		return nil, err
	}
	if from.Key == 0 || into.Key == 0 {
		return nil, refuse("", "", "only two people can be merged")
	}
	if refusal := b.mergeRefusal(from, into); refusal != nil {
		return nil, refusal
	}
	contact, drafts := b.introduce(from, at)
	other, more := b.introduce(into, at)
	return append(append(drafts, more...), Draft{At: at, Decision: ContactMerged{Contact: contact, Into: other}}), nil
}

// mergeRefusal is why one person cannot become part of another.
func (b *Book) mergeRefusal(from, into Person) *Refusal {
	root := b.Root(from.Key)
	switch {
	case from.Key == into.Key:
		return refuse("", "name two people", "%s and %s are the same person", from.Name, into.Name)
	case root == b.Root(into.Key):
		return refuse("", "", "%s and %s are one person already", from.Name, into.Name)
	case root != from.Key:
		return refuse("", "take that back first with: cordial contact unmerge", "%s is part of %s already", from.Name, b.rootName(from.Key))
	default:
		return nil
	}
}

// rootName is how the person is called whom a key belongs to.
func (b *Book) rootName(k Key) string {
	if id, ok := b.ContactID(k); ok {
		return b.contactName(id)
	}
	return "somebody"
}

// Merges lists the merges that count, newest first.
func (b *Book) Merges() []Merge {
	var list []Merge
	for _, w := range slices.Backward(b.one.merges) {
		if b.dead[w.place] {
			continue
		}
		e := b.events[w.place]
		d := e.Decision.(ContactMerged)
		list = append(list, Merge{From: b.alone(d.Contact), Into: b.alone(d.Into), Root: b.Root(w.b), Event: e.ID, At: e.At})
	}
	return list
}

// alone is what the journal says of one contact, as if it were part of nobody.
func (b *Book) alone(contact string) Person {
	p, ok := b.added(contact)
	if !ok {
		return Person{ID: contact, Key: b.keyOf(contact), Degree: DegreeUnknown}
	}
	return p
}

// Unmerge makes two of one again. A merge that counts no more is a Refusal.
func (b *Book) Unmerge(m Merge, at time.Time) ([]Draft, error) {
	place, ok := b.index[m.Event]
	if !ok || b.dead[place] {
		return nil, refuse("", "", "%s and %s are two people already", m.From.Name, m.Into.Name)
	}
	return []Draft{{At: at, Decision: EventReverted{Event: m.Event}}}, nil
}

// KeepApart remembers that two people who look like one are two. It is refused for two
// who are one, and for two who are kept apart already.
func (b *Book) KeepApart(x, y Person, at time.Time) ([]Draft, error) {
	if err := b.Present(x, y); err != nil {
		return nil, err
	}
	switch {
	case x.Key == 0 || y.Key == 0:
		return nil, refuse("", "", "only two people can be kept apart")
	case b.Root(x.Key) == b.Root(y.Key):
		return nil, refuse("", "take the merge back with: cordial contact unmerge", "%s and %s are one person", x.Name, y.Name)
	case b.keptApart()[b.pair(x.Key, y.Key)]:
		return nil, refuse("", "", "%s and %s are kept apart already", x.Name, y.Name)
	}
	contact, drafts := b.introduce(x, at)
	other, more := b.introduce(y, at)
	return append(append(drafts, more...), Draft{At: at, Decision: ContactApart{Contact: contact, Other: other}}), nil
}

// pair is two people, the smaller key first.
type pair [2]Key

// pair is two people by their roots.
func (b *Book) pair(x, y Key) pair {
	x, y = b.Root(x), b.Root(y)
	return pair{min(x, y), max(x, y)}
}

// keptApart is all pairs that the user keeps apart.
func (b *Book) keptApart() map[pair]bool {
	pairs := map[pair]bool{}
	for _, w := range b.one.aparts {
		if !b.dead[w.place] {
			pairs[b.pair(w.a, w.b)] = true
		}
	}
	return pairs
}

// RemoveContact takes somebody out of sight: their direct conversations are in no list
// any more, and an import does not bring them back.
func (b *Book) RemoveContact(p Person, at time.Time) ([]Draft, error) {
	if p.Key == 0 {
		return nil, refuse("", "", "only one person at a time can be removed")
	}
	if err := b.Present(p); err != nil {
		return nil, err
	}
	contact, drafts := b.introduce(p, at)
	return append(drafts, Draft{At: at, Decision: ContactRemoved{Contact: contact}}), nil
}

// Removals lists who was removed, the last one first.
func (b *Book) Removals() []Removal {
	var list []Removal
	seen := map[Key]bool{}
	for _, w := range slices.Backward(b.one.removes) {
		if b.dead[w.place] || seen[b.Root(w.a)] {
			continue
		}
		seen[b.Root(w.a)] = true
		e := b.events[w.place]
		d := e.Decision.(ContactRemoved)
		p, ok := b.Contact(d.Contact)
		if !ok {
			p = b.alone(d.Contact)
		}
		list = append(list, Removal{Person: p, Event: e.ID, At: e.At})
	}
	return list
}

// RestoreContact brings somebody back who was removed. Whoever was not is a Refusal.
func (b *Book) RestoreContact(p Person, at time.Time) ([]Draft, error) {
	var drafts []Draft
	for _, w := range b.one.removes {
		if !b.dead[w.place] && b.Root(w.a) == b.Root(p.Key) {
			drafts = append(drafts, Draft{At: at, Decision: EventReverted{Event: b.events[w.place].ID}})
		}
	}
	if len(drafts) == 0 {
		return nil, refuse("", "", "%s was not removed", p.Name)
	}
	return drafts, nil
}

// Present refuses whoever was removed: nothing is decided about somebody out of sight.
func (b *Book) Present(people ...Person) error {
	for _, p := range people {
		if place, gone := b.removal(p.Key); gone {
			id, _ := b.ContactID(p.Key)
			at := b.events[place].At
			return refuse("", "undo brings them back, or: cordial contact restore "+cmp.Or(id, p.ID), "%s was removed on %s",
				shownName(p.Name, p.ID), day.Of(at, at.Location()))
		}
	}
	return nil
}

// targetsPresent is Present for the people of targets.
func (b *Book) targetsPresent(targets []Target) error {
	if len(b.one.gone) == 0 {
		return nil
	}
	for _, t := range targets {
		if err := b.Present(t.Person); err != nil {
			return err
		}
	}
	return nil
}
