package cli

import (
	"slices"
	"strings"

	"cordial/model"
	"cordial/ui/port"
)

// roll is everybody whom the evidence and a Book know, to be found again. Unlike a
// look at the store, one at it costs no read.
type roll struct {
	book    *model.Book
	people  port.People
	places  map[model.Key]int         // in people
	threads map[model.Key][]model.Key // direct conversations by person
	owner   model.Key                 // 0 while nobody's export was read
	named   map[string][]model.Key    // by folded name, made when first needed
	said    map[model.Key]bool        // of whom the user said whether they are an Open Profile
}

// newRoll reads everybody.
func (s *session) newRoll(book *model.Book) (*roll, error) {
	people, err := s.people()
	if err != nil {
		return nil, err
	}
	threads, err := s.threads()
	if err != nil {
		return nil, err
	}
	owner, _, err := s.store.Owner()
	if err != nil {
		return nil, err
	}
	r := &roll{book: book, people: people, places: make(map[model.Key]int, people.Len()), threads: map[model.Key][]model.Key{}, owner: owner.Key}
	for i := range people.Len() {
		r.places[people.Row(i).Key] = i
	}
	for i := range threads.Len() {
		if h := threads.Head(i); h.Person != 0 {
			r.threads[h.Person] = append(r.threads[h.Person], h.Key)
		}
	}
	return r, nil
}

// person is what evidence and Book together know of somebody.
func (r *roll) person(key model.Key) (model.Person, bool) {
	place, known := r.places[key]
	var found model.Person
	if known {
		found = r.people.Row(place)
	}
	return r.book.Person(key, found, known)
}

// everybody is all people, those of the evidence first, each once.
func (r *roll) everybody() []model.Key {
	keys := make([]model.Key, 0, r.people.Len())
	for i := range r.people.Len() {
		keys = append(keys, r.people.Row(i).Key)
	}
	seen := map[model.Key]bool{r.owner: true}
	for _, p := range r.book.Contacts() {
		if _, evident := r.places[p.Key]; !evident && !seen[p.Key] {
			seen[p.Key] = true
			keys = append(keys, p.Key)
		}
	}
	return keys
}

// kept is the labels and notes of somebody and of the conversations with them.
func (r *roll) kept(key model.Key) (labels []string, notes []model.Note) {
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
func (r *roll) find(c port.ListedContact) (model.Key, bool) {
	for _, k := range c.Keys {
		if key := model.PersonKey(k); key == r.owner || r.knows(key) {
			return key, true
		}
	}
	if key, ok := r.byID(c); ok {
		return key, true
	}
	for _, same := range []func(model.Person, port.ListedContact) bool{sameAddress, sameCompany} {
		for _, key := range r.names()[fold(listedName(c))] {
			p, ok := r.person(key)
			if ok && (p.URL == "" || len(c.Keys) == 0) && same(p, c) {
				return key, true
			}
		}
	}
	return 0, false
}

// knows tells whether there is such a person.
func (r *roll) knows(key model.Key) bool {
	_, ok := r.person(key)
	return ok
}

// byID finds a contact of our own export. One with another profile is somebody else
// with the same id.
func (r *roll) byID(c port.ListedContact) (model.Key, bool) {
	if c.ID == "" {
		return 0, false
	}
	if p, ok := r.book.Contact(c.ID); ok && (p.URL == "" || len(c.Keys) == 0) {
		return p.Key, true
	}
	key := model.PersonKey(c.ID)
	return key, len(c.Keys) == 0 && r.knows(key)
}

// sameAddress tells that both have one address.
func sameAddress(p model.Person, c port.ListedContact) bool {
	return c.Email != "" && strings.EqualFold(p.Email, c.Email)
}

// sameCompany tells that both are at one company and not known to have different
// addresses. People without a company are the same when neither has a profile.
func sameCompany(p model.Person, c port.ListedContact) bool {
	if c.Email != "" && p.Email != "" || fold(p.Company) != fold(c.Company) {
		return false
	}
	return fold(c.Company) != "" || p.URL == "" && len(c.Keys) == 0
}

// names is everybody by folded name.
func (r *roll) names() map[string][]model.Key {
	if r.named == nil {
		r.named = map[string][]model.Key{}
		for _, key := range r.everybody() {
			if p, ok := r.person(key); ok {
				r.named[fold(p.Name)] = append(r.named[fold(p.Name)], key)
			}
		}
	}
	return r.named
}

// enter files somebody who was added to the Book since.
func (r *roll) enter(key model.Key, name string) {
	if named := r.names()[fold(name)]; !slices.Contains(named, key) {
		r.named[fold(name)] = append(named, key)
	}
}

// saidOpen tells whether the user said that somebody is an Open Profile, or is not.
func (r *roll) saidOpen(key model.Key) bool {
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
func listedName(c port.ListedContact) string {
	switch {
	case strings.TrimSpace(c.Name) != "":
		return c.Name
	case len(c.Keys) > 0:
		return c.Keys[0]
	default:
		return c.Email
	}
}
