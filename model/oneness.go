package model

import "slices"

// oneness is who is one with whom, and who was removed. A Book in which nobody ever
// was has empty maps, and pays nothing.
//
//	contact.merged anna-old → anna     root: anna-old → anna     keys: anna → [anna, anna-old]
type oneness struct {
	merges  []whose       // all merges: a became part of b
	removes []whose       // all removals, of a
	aparts  []whose       // all decisions to keep a and b apart
	naming  map[Key][]int // places in merges, by whom they name
	root    map[Key]Key   // of everybody who became part of somebody else
	keys    map[Key][]Key // by root: the root first, then the others as they came
	places  map[Key][]int // by root: the places of the events about any of them
	gone    map[Key][]int // the places of all removals, by who was removed
}

// whose is the place of a decision about who is who, and whom it names by their own keys.
type whose struct {
	place int
	a, b  Key
}

// newOneness: everybody is one of their own.
func newOneness() oneness {
	return oneness{
		naming: map[Key][]int{}, root: map[Key]Key{}, keys: map[Key][]Key{}, places: map[Key][]int{}, gone: map[Key][]int{},
	}
}

// Root is the person whom a key belongs to: the key itself, unless it was made part of
// somebody else.
func (b *Book) Root(k Key) Key {
	if root, part := b.one.root[k]; part {
		return root
	}
	return k
}

// Keys lists the keys of a person, under which evidence may be found: the root first,
// then those that became part of it.
func (b *Book) Keys(k Key) []Key {
	root := b.Root(k)
	if keys, joined := b.one.keys[root]; joined {
		return slices.Clone(keys)
	}
	return []Key{root}
}

// Joined tells whether somebody became part of a person: they have several keys.
func (b *Book) Joined(k Key) bool {
	_, joined := b.one.keys[b.Root(k)]
	return joined
}

// Removed tells whether a person was removed.
func (b *Book) Removed(k Key) bool {
	_, gone := b.removal(k)
	return gone
}

// removal is the place of the last removal of a person that counts.
func (b *Book) removal(k Key) (place int, gone bool) {
	if len(b.one.gone) == 0 {
		return 0, false
	}
	for _, key := range b.Keys(k) {
		for _, place := range slices.Backward(b.one.gone[key]) {
			if !b.dead[place] {
				return place, true
			}
		}
	}
	return 0, false
}

// placesOf is the places of the events about a person, in the order of the journal.
func (b *Book) placesOf(person Key) []int {
	if len(b.one.root) == 0 {
		return b.people[person]
	}
	root := b.Root(person)
	if places, joined := b.one.places[root]; joined {
		return places
	}
	return b.people[root]
}

// rootsOf is whom keys belong to.
func (b *Book) rootsOf(keys []Key) []Key {
	if len(b.one.root) == 0 {
		return keys
	}
	roots := make([]Key, 0, len(keys))
	for _, k := range keys {
		roots = append(roots, b.Root(k))
	}
	return roots
}

// ofOneness tells whether a decision is about who is who.
func ofOneness(d Decision) bool {
	switch d.(type) {
	case ContactMerged, ContactRemoved:
		return true
	default:
		return false
	}
}

// file puts a new event about a person where the events of all they are one with are.
func (b *Book) file(k Key, place int) {
	b.people[k] = fileOnce(b.people[k], place)
	if len(b.one.root) == 0 {
		return
	}
	if places, joined := b.one.places[b.Root(k)]; joined {
		b.one.places[b.Root(k)] = fileOnce(places, place)
	}
}

// fileOnce adds the place of a new event: one event may name a person twice.
func fileOnce(places []int, place int) []int {
	if n := len(places); n > 0 && places[n-1] == place {
		return places
	}
	return append(places, place)
}

// unite takes in a new decision about who is who.
func (b *Book) unite(place int) {
	w, what := b.whose(place)
	switch what.(type) {
	case ContactMerged:
		for _, k := range []Key{w.a, w.b} {
			b.one.naming[k] = append(b.one.naming[k], len(b.one.merges))
		}
		b.one.merges = append(b.one.merges, w)
		if !b.dead[place] {
			b.join(w)
		}
	case ContactRemoved:
		b.one.removes = append(b.one.removes, w)
		b.one.gone[w.a] = append(b.one.gone[w.a], place)
	case ContactApart:
		b.one.aparts = append(b.one.aparts, w)
	}
}

// whose is whom the decision at a place says something about, if it says who is who.
func (b *Book) whose(place int) (whose, Decision) {
	w := whose{place: place}
	switch d := b.events[place].Decision.(type) {
	case ContactMerged:
		w.a, w.b = b.keyOf(d.Contact), b.keyOf(d.Into)
	case ContactRemoved:
		w.a = b.keyOf(d.Contact)
	case ContactApart:
		w.a, w.b = b.keyOf(d.Contact), b.keyOf(d.Other)
	}
	return w, b.events[place].Decision
}

// rejoin finds out anew who is one with the people of a merge that counts no more, or
// again, from the merges that name any of them, in the order of the journal: one of two
// that contradict each other joins nothing more.
func (b *Book) rejoin(place int) {
	merge, _ := b.whose(place)
	var merges []int
	for _, k := range append(b.Keys(merge.a), b.Keys(merge.b)...) {
		merges = append(merges, b.one.naming[k]...)
		delete(b.one.root, k)
		delete(b.one.keys, k)
		delete(b.one.places, k)
	}
	slices.Sort(merges)
	for _, i := range slices.Compact(merges) {
		if w := b.one.merges[i]; !b.dead[w.place] {
			b.join(w)
		}
	}
}

// rename finds out anew whom all decisions about who is who name, because a contact has
// become somebody else.
func (b *Book) rename() {
	was := b.one
	b.one = newOneness()
	for _, list := range [][]whose{was.merges, was.removes, was.aparts} {
		for _, w := range list {
			b.unite(w.place)
		}
	}
}

// join makes one person part of another, with all who are part of them.
func (b *Book) join(w whose) {
	from, into := b.Root(w.a), b.Root(w.b)
	if from == into {
		return
	}
	places := unitePlaces(b.placesOf(into), b.placesOf(from))
	parts := b.Keys(from)
	keys, joined := b.one.keys[into]
	if !joined {
		keys = []Key{into}
	}
	delete(b.one.keys, from)
	delete(b.one.places, from)
	for _, part := range parts {
		b.one.root[part] = into
	}
	b.one.keys[into] = append(keys, parts...)
	b.one.places[into] = places
}

// unitePlaces is two ascending lists as one, each place once: a decision can be about
// both.
func unitePlaces(x, y []int) []int {
	all := append(append(make([]int, 0, len(x)+len(y)), x...), y...)
	slices.Sort(all)
	return slices.Compact(all)
}
