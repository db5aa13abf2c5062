package dialog

import (
	"cmp"
	"slices"

	"cordial/model"
	"cordial/model/clean"
	"cordial/model/triage"
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

// searcher finds people as somebody types: those of the evidence, and those whom only
// the journal knows. Who was removed, or became part of somebody else, is not found.
type searcher struct {
	people   *Directory // nil while it is being read
	contacts contactIndex
	indexed  int // events of the journal when contacts were indexed
	total    int // people there are

	among, typed *match.Finder
}

// refresh looks at the world anew and tells whether the people may be others. What it
// leaves reads nothing of the world any more.
func (s *searcher) refresh(w World) bool {
	if s.among != nil && w.People == s.people && w.Book.Len() == s.indexed {
		return false
	}
	s.people, s.contacts, s.indexed = w.People, w.contacts(), w.Book.Len()
	s.typed = match.NewFinder(s.contacts.index, nil)
	s.among, s.total = match.NewFinder(match.Strings(), nil), len(s.contacts.people)
	if d := w.People; d != nil {
		hidden := w.hidden()
		s.among = match.NewFinder(d.index, func(i int) bool { return hidden[d.keys[i]] })
		s.total += len(d.keys)
		for k := range hidden {
			if _, there := d.place(k); there {
				s.total--
			}
		}
	}
	return true
}

// removed is the keys of everybody who was removed.
func (w World) removed() map[model.Key]bool {
	gone := map[model.Key]bool{}
	for _, r := range w.Book.Removals() {
		for _, k := range w.Book.Keys(r.Person.Key) {
			gone[k] = true
		}
	}
	return gone
}

// hidden is everybody who is not there for themselves: who was removed, or is part of
// somebody else.
func (w World) hidden() map[model.Key]bool {
	gone := w.removed()
	for _, m := range w.Book.Merges() {
		for _, k := range w.Book.Keys(m.Root) {
			if k != m.Root {
				gone[k] = true
			}
		}
	}
	return gone
}

// find answers the best people for a query, at most limit, and how many there are in
// all.
func (s *searcher) find(query string, limit int) (best []found, total int) {
	hits, total := s.typed.Find(query, limit)
	for _, h := range hits {
		best = append(best, found{s.contacts.people[h.Item], h.At, h.Score})
	}
	hits, more := s.among.Find(query, limit)
	for _, h := range hits {
		best = append(best, found{s.people.people.Row(h.Item), h.At, h.Score})
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

// recent is the people of the latest conversations, each once, at most limit of them.
func (w World) recent(limit int) []model.Person {
	var people []model.Person
	seen := map[model.Key]bool{}
	for i := 0; len(people) < limit; i++ {
		id, ok := w.Board.At(triage.Tab{Kind: triage.All}, i)
		if !ok {
			break
		}
		t, ok := w.Board.Thread(id)
		if id.Person == 0 || !ok || len(t.People) == 0 || seen[id.Person] {
			continue
		}
		seen[id.Person] = true
		people = append(people, w.partner(id.Person, t))
	}
	return people
}

// partner is what is known of the person of a conversation.
func (w World) partner(k model.Key, t model.Thread) model.Person {
	if w.People != nil {
		if p, ok := w.People.person(k); ok {
			return p
		}
	}
	ref := t.People[0]
	return model.Person{ID: ref.ID, Key: k, Name: ref.Name, Degree: model.DegreeUnknown, Connected: t.Connected}
}
