package dialog

import (
	"cmp"
	"slices"

	"cordial/model"
	"cordial/model/clean"
	"cordial/ui/match"
	"cordial/ui/port"
)

// Directory is everybody the evidence knows, ready to be searched. Making one of
// 100,000 people takes a moment, so the App makes it beside the screen and keeps
// it until the evidence changes. It does not change itself.
type Directory struct {
	people port.People
	index  *match.Index
	keys   []model.Key // of all people, in their order
	byKey  []int32     // their places by ascending key
}

// NewDirectory indexes a picture of all people by name and company.
func NewDirectory(people port.People) *Directory {
	d := &Directory{people: people, keys: make([]model.Key, people.Len())}
	d.index = match.NewIndex(people.Len(), func(i int) string {
		p := people.Row(i)
		d.keys[i] = p.Key
		return searched(p)
	})
	d.byKey = make([]int32, len(d.keys))
	for i := range d.byKey {
		d.byKey[i] = int32(i)
	}
	slices.SortFunc(d.byKey, func(a, b int32) int { return cmp.Compare(d.keys[a], d.keys[b]) })
	return d
}

// searched is the text by which a person is found: the name and the company as
// they are shown, so that places in one are places in the other.
func searched(p model.Person) string { return clean.Line(p.Name) + " " + clean.Line(p.Company) }

// person is somebody the evidence knows; ok is false when it does not.
func (d *Directory) person(k model.Key) (p model.Person, ok bool) {
	at, ok := d.place(k)
	if !ok {
		return model.Person{}, false
	}
	return d.people.Row(at), true
}

// place is the place of somebody among the people.
func (d *Directory) place(k model.Key) (int, bool) {
	at, ok := slices.BinarySearchFunc(d.byKey, k, func(i int32, k model.Key) int { return cmp.Compare(d.keys[i], k) })
	if !ok {
		return 0, false
	}
	return int(d.byKey[at]), true
}

// found is a person that matches, and the characters of searched that were hit.
type found struct {
	person model.Person
	at     []int
	score  int
}

// find answers the best people for a query, at most limit, and how many there
// are in all. Those whom only the journal knows are searched, too.
func (w World) find(query string, contacts contactIndex, limit int) (best []found, total int) {
	hits, total := contacts.index.Find(query, limit)
	for _, h := range hits {
		best = append(best, found{contacts.people[h.Item], h.At, h.Score})
	}
	if w.People == nil {
		return best, total
	}
	hits, more := w.People.index.Find(query, limit)
	for _, h := range hits {
		best = append(best, found{w.People.people.Row(h.Item), h.At, h.Score})
	}
	slices.SortStableFunc(best, func(a, b found) int { return b.score - a.score })
	return best[:min(len(best), limit)], total + more
}

// contactIndex is the people whom only the journal knows.
type contactIndex struct {
	people []model.Person
	index  *match.Index
}

// contacts indexes the people whom only the journal knows.
func (w World) contacts() contactIndex {
	var c contactIndex
	for _, p := range w.Book.Contacts() {
		if w.People != nil {
			if _, there := w.People.place(p.Key); there {
				continue
			}
		}
		c.people = append(c.people, p)
	}
	c.index = match.NewIndex(len(c.people), func(i int) string { return searched(c.people[i]) })
	return c
}
