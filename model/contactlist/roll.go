package contactlist

import (
	"slices"
	"strings"

	"cordial/model"
)

// Known is what there is beside the Book.
type Known struct {
	People  model.PeopleSet
	Threads model.ThreadSet
	Owner   model.Key // 0 while nobody's export was read
	// Fold makes names comparable: two that differ only in case or accents are one.
	Fold func(string) string
}

// Roll is everybody whom the evidence and a Book know, to be found again. Unlike a
// look at a store, one at it costs no read.
type Roll struct {
	Known
	book    *model.Book
	places  map[model.Key]int         // in People
	threads map[model.Key][]model.Key // direct conversations by person
	named   map[string][]model.Key    // by folded name, made when first needed
	said    map[model.Key]bool        // of whom the user said whether they are an Open Profile
}

// NewRoll files everybody.
func NewRoll(book *model.Book, k Known) *Roll {
	r := &Roll{Known: k, book: book, places: make(map[model.Key]int, k.People.Len()), threads: map[model.Key][]model.Key{}}
	for i := range k.People.Len() {
		r.places[k.People.Row(i).Key] = i
	}
	for i := range k.Threads.Len() {
		if h := k.Threads.Head(i); h.Person != 0 {
			person := book.Root(h.Person)
			r.threads[person] = append(r.threads[person], h.Key)
		}
	}
	return r
}

// Person is what evidence and Book together know of somebody.
func (r *Roll) Person(key model.Key) (model.Person, bool) {
	p, ok, _ := r.book.Known(key, func(k model.Key) (model.Person, bool, error) {
		place, known := r.places[k]
		if !known {
			return model.Person{}, false, nil
		}
		return r.People.Row(place), true, nil
	})
	return p, ok
}

// Everybody is all people, those of the evidence first, each once: neither those who
// became part of somebody nor those who were removed.
func (r *Roll) Everybody() []model.Key {
	keys := make([]model.Key, 0, r.People.Len())
	for i := range r.People.Len() {
		if key := r.People.Row(i).Key; r.book.Root(key) == key && !r.book.Removed(key) {
			keys = append(keys, key)
		}
	}
	seen := map[model.Key]bool{r.Owner: true}
	for _, p := range r.book.Contacts() {
		if _, evident := r.places[p.Key]; !evident && !seen[p.Key] {
			seen[p.Key] = true
			keys = append(keys, p.Key)
		}
	}
	return keys
}

// Kept is the labels and notes of somebody and of the conversations with them.
func (r *Roll) Kept(key model.Key) (labels []string, notes []model.Note) {
	key = r.book.Root(key)
	states := []model.State{r.book.State(0, key)}
	for _, thread := range r.threads[key] {
		states = append(states, r.book.State(thread, 0))
	}
	for _, state := range states {
		for _, label := range state.Labels {
			if !slices.ContainsFunc(labels, func(l string) bool { return strings.EqualFold(l, label) }) {
				labels = append(labels, label)
			}
		}
		notes = append(notes, state.Notes...)
	}
	slices.SortStableFunc(notes, func(a, b model.Note) int { return a.At.Compare(b.At) })
	return labels, notes
}

// find is whom a listed contact is: by profile, by the id that we gave them, or by
// name together with address or company.
func (r *Roll) find(c Contact) (model.Key, bool) {
	for _, k := range c.Keys {
		if key := model.PersonKey(k); key == r.Owner || r.knows(key) {
			return r.book.Root(key), true
		}
	}
	if key, ok := r.byID(c); ok {
		return key, true
	}
	for _, same := range []func(model.Person, Contact) bool{sameAddress, r.sameCompany} {
		for _, key := range r.names()[r.Fold(listedName(c))] {
			p, ok := r.Person(key)
			if ok && (p.URL == "" || len(c.Keys) == 0) && same(p, c) {
				return key, true
			}
		}
	}
	return 0, false
}

// knows tells whether there is such a person.
func (r *Roll) knows(key model.Key) bool {
	_, ok := r.Person(key)
	return ok
}

// byID finds a contact of our own export. One with another profile is somebody else
// with the same id.
func (r *Roll) byID(c Contact) (model.Key, bool) {
	if c.ID == "" {
		return 0, false
	}
	if p, ok := r.book.Contact(c.ID); ok && (p.URL == "" || len(c.Keys) == 0) {
		return p.Key, true
	}
	key := r.book.Root(model.PersonKey(c.ID))
	return key, len(c.Keys) == 0 && r.knows(key)
}

// sameAddress tells that both have one address.
func sameAddress(p model.Person, c Contact) bool {
	return c.Email != "" && strings.EqualFold(p.Email, c.Email)
}

// sameCompany tells that both are at one company and not known to have different
// addresses. People without a company are the same when neither has a profile.
func (r *Roll) sameCompany(p model.Person, c Contact) bool {
	if c.Email != "" && p.Email != "" || r.Fold(p.Company) != r.Fold(c.Company) {
		return false
	}
	return r.Fold(c.Company) != "" || p.URL == "" && len(c.Keys) == 0
}

// names is everybody by folded name, those who were removed included: a list does not
// bring them back.
func (r *Roll) names() map[string][]model.Key {
	if r.named == nil {
		r.named = map[string][]model.Key{}
		everybody := r.Everybody()
		for _, removal := range r.book.Removals() {
			everybody = append(everybody, removal.Person.Key)
		}
		for _, key := range everybody {
			if p, ok := r.Person(key); ok {
				r.named[r.Fold(p.Name)] = append(r.named[r.Fold(p.Name)], key)
			}
		}
	}
	return r.named
}

// enter files somebody who was added to the Book since.
func (r *Roll) enter(key model.Key, name string) {
	if named := r.names()[r.Fold(name)]; !slices.Contains(named, key) {
		r.named[r.Fold(name)] = append(named, key)
	}
}

// saidOpen tells whether the user said that somebody is an Open Profile, or is not.
func (r *Roll) saidOpen(key model.Key) bool {
	if r.said == nil {
		r.said = map[model.Key]bool{}
		for place := range r.book.Len() {
			if !r.book.Live(place) {
				continue
			}
			switch d := r.book.Event(place).Decision.(type) {
			case model.ContactAdded:
				r.said[r.book.PersonKey(d.Contact)] = r.said[r.book.PersonKey(d.Contact)] || d.OpenProfile != nil
			case model.ContactEdited:
				r.said[r.book.PersonKey(d.Contact)] = r.said[r.book.PersonKey(d.Contact)] || d.OpenProfile != nil
			}
		}
	}
	return r.said[key]
}

// listedName is what a listed contact is called: nobody goes without a name.
func listedName(c Contact) string {
	switch {
	case strings.TrimSpace(c.Name) != "":
		return c.Name
	case len(c.Keys) > 0:
		return c.Keys[0]
	default:
		return c.Email
	}
}
