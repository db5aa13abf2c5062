package model

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"cordial/model/who"
)

// MergeSuggestion is two people who look like one human being.
type MergeSuggestion struct {
	A, B   Person // A would become part of B
	Why    string // "same e-mail address", without a full stop
	Likely bool   // otherwise it is merely possible
}

// mostOfAGroup is how many pairs are suggested among people who all look alike: a
// thousand people of one name at one company are not one human being.
const mostOfAGroup = 10

// MergeSuggestions lists who may be the same human being under two ids, the likely ones
// first: who has the same e-mail address, or the same name where only one of two
// profile addresses is a name; then who has the same name and company. Nobody is
// suggested for the name alone, nobody whom LinkedIn does not name, none who are one or
// kept apart already, and nobody who was removed. people is the evidence.
func (b *Book) MergeSuggestions(people PeopleSet) []MergeSuggestion {
	s := suggester{book: b, people: people, apart: b.keptApart(), found: map[pair]bool{}}
	s.gather()
	s.byMail()
	s.byName()
	slices.SortStableFunc(s.list, func(x, y suggestion) int {
		return cmp.Or(one(y.likely)-one(x.likely), cmp.Compare(x.b.name, y.b.name))
	})
	list := make([]MergeSuggestion, len(s.list))
	for i, g := range s.list {
		list[i] = MergeSuggestion{A: s.person(g.a), B: s.person(g.b), Why: g.why, Likely: g.likely}
	}
	return list
}

// suggester finds people who look alike.
type suggester struct {
	book   *Book
	people PeopleSet
	typed  []Person // those whom only the journal knows
	all    []lookalike
	rows   map[Key]int // places in all, by key; nil while nobody is part of anybody
	apart  map[pair]bool
	found  map[pair]bool
	list   []suggestion
}

// lookalike is one id of somebody, as far as they are compared by it.
type lookalike struct {
	name, mail string // as they are compared
	company    string // likewise, but only of those who share a name
	id         string
	key, root  Key
	place      int // in people, or behind them in typed
	rank       int // how good it is to be known by this id
	connected  bool
}

// suggestion is a pair on its way.
type suggestion struct {
	a, b   lookalike
	why    string
	likely bool
}

// gather takes in everybody who can be compared.
func (s *suggester) gather() {
	n := s.people.Len()
	s.all = make([]lookalike, 0, n)
	known := make(map[Key]bool, n)
	for i := range n {
		p := s.people.Row(i)
		known[p.Key] = true
		if _, touched := s.book.ids[p.Key]; touched && s.book.Root(p.Key) == p.Key {
			p, _ = s.book.Person(p.Key, p, true)
		}
		if p.URL != "" || p.Connected { // otherwise nobody knows who they are
			s.add(p, i, true)
		}
	}
	for _, p := range s.book.Contacts() {
		if !known[p.Key] {
			s.typed = append(s.typed, p)
			s.add(p, n+len(s.typed)-1, false)
		}
	}
	if len(s.book.one.root) > 0 {
		s.rows = make(map[Key]int, len(s.all))
		for i := range s.all {
			s.rows[s.all[i].key] = i
		}
	}
}

// add takes in one id of somebody, unless they were removed or have neither name nor
// mail address.
func (s *suggester) add(p Person, place int, found bool) {
	l := lookalike{
		name: who.FullName(p.Name), company: p.Company, mail: strings.ToLower(strings.TrimSpace(p.Email)), id: p.ID,
		key: p.Key, root: s.book.Root(p.Key), place: place, connected: p.Connected,
	}
	if l.name == "" && l.mail == "" || l.name == "linkedin member" || s.book.Removed(p.Key) {
		return
	}
	slug, profile := who.Identity(p.URL)
	switch {
	case profile && who.IsMemberID(slug):
		l.rank = rankMember
	case profile:
		l.rank = rankSlug
	}
	l.rank += one(found)
	s.all = append(s.all, l)
}

// The ranks of an id; one more when the evidence has it.
const (
	rankTyped  = 0 // no profile address
	rankMember = 2 // LinkedIn's own id, which says nothing to people
	rankSlug   = 4 // an address with a name
)

// byMail suggests who has the same mail address.
func (s *suggester) byMail() {
	s.groups(func(l *lookalike) string { return l.mail }, func(group []int) {
		s.pairs(group, "same e-mail address", true, func(x, y *lookalike) bool { return true })
	})
}

// byName suggests who has the same name and something more.
func (s *suggester) byName() {
	s.groups(func(l *lookalike) string { return l.name }, func(group []int) {
		for _, i := range group {
			s.all[i].company = who.Plain(s.all[i].company)
		}
		companies := s.runs(group, func(l *lookalike) string { return l.company })
		for _, same := range companies {
			s.twoKinds(same, "same name and company, and one address is LinkedIn's own id")
		}
		s.twoKinds(group, "same name, and one address is LinkedIn's own id")
		for _, same := range companies {
			s.pairs(same, "same name and company", false, func(x, y *lookalike) bool { return true })
		}
	})
}

// twoKinds suggests the pairs of a group of which one has an address with a name and
// the other has LinkedIn's own id. Of a name that many have, the first few of either
// are enough.
func (s *suggester) twoKinds(group []int, why string) {
	var slugs, members []int
	for _, i := range group {
		switch s.all[i].rank {
		case rankSlug, rankSlug + 1:
			slugs = append(slugs, i)
		case rankMember, rankMember + 1:
			members = append(members, i)
		}
	}
	if len(slugs) == 0 || len(members) == 0 {
		return
	}
	const few = mostOfAGroup / 2
	if n := len(slugs) + len(members); n > mostOfAGroup {
		why = asOthers(why, n)
		slugs, members = slugs[:min(len(slugs), few)], members[:min(len(members), few)]
	}
	s.pairs(slices.Concat(slugs, members), why, true, func(x, y *lookalike) bool { return x.rank/2 != y.rank/2 })
}

// asOthers says that only the first of a group are suggested.
func asOthers(why string, n int) string { return fmt.Sprintf("%s, as %d others have", why, n-2) }

// groups goes through everybody who has the same text, in the order of the texts.
func (s *suggester) groups(text func(*lookalike) string, each func(group []int)) {
	all := make([]int, len(s.all))
	for i := range all {
		all[i] = i
	}
	for _, group := range s.runs(all, text) {
		each(group)
	}
}

// runs is the people of a list who have the same text, best ids first; texts that are
// empty, and those that only one has, are left out.
func (s *suggester) runs(list []int, text func(*lookalike) string) [][]int {
	list = slices.DeleteFunc(slices.Clone(list), func(i int) bool { return text(&s.all[i]) == "" })
	slices.SortFunc(list, func(i, j int) int {
		return cmp.Or(cmp.Compare(text(&s.all[i]), text(&s.all[j])), s.compare(i, j))
	})
	var groups [][]int
	for from := 0; from < len(list); {
		to := from + 1
		for to < len(list) && text(&s.all[list[to]]) == text(&s.all[list[from]]) {
			to++
		}
		if to-from > 1 {
			groups = append(groups, list[from:to])
		}
		from = to
	}
	return groups
}

// compare puts first by whom two would better be known.
func (s *suggester) compare(i, j int) int {
	x, y := &s.all[i], &s.all[j]
	return cmp.Or(cmp.Compare(y.rank, x.rank), one(y.connected)-one(x.connected), cmp.Compare(x.id, y.id))
}

// pairs suggests the pairs of a group that fit, at most so many of them: of a large
// group only its first, and says so.
func (s *suggester) pairs(group []int, why string, likely bool, fits func(x, y *lookalike) bool) {
	if n := len(group); n > mostOfAGroup {
		why = asOthers(why, n)
		group = group[:mostOfAGroup]
	}
	left := mostOfAGroup
	for j := range group {
		for i := range j {
			into, from := &s.all[group[i]], &s.all[group[j]]
			two := s.book.pair(from.key, into.key)
			if left == 0 || from.root == into.root || s.apart[two] || s.found[two] || !fits(from, into) {
				continue
			}
			s.found[two] = true
			s.list = append(s.list, suggestion{a: *from, b: *into, why: why, likely: likely})
			left--
		}
	}
}

// person is all that is known of one of a pair.
func (s *suggester) person(l lookalike) Person {
	if l.root != l.key {
		if i, ok := s.rows[l.root]; ok {
			l = s.all[i]
		} else {
			p, _ := s.book.Person(l.root, Person{}, false)
			return p
		}
	}
	if n := s.people.Len(); l.place >= n {
		return s.typed[l.place-n]
	}
	p, _ := s.book.Person(l.key, s.people.Row(l.place), true)
	return p
}
