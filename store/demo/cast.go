package demo

import (
	"cmp"
	"slices"
	"time"

	"cordial/model"
	"cordial/store"
)

// cast is the conversations of the export from which the story picks, each once.
type cast struct {
	s       *store.Store
	now     time.Time
	threads []model.Thread // newest first
	taken   map[model.Key]bool
}

// readCast reads the conversations.
func readCast(s *store.Store, now time.Time) (*cast, error) {
	set, err := s.Threads()
	if err != nil {
		return nil, err
	}
	c := &cast{s: s, now: now, taken: map[model.Key]bool{}}
	for i := range set.Len() {
		c.threads = append(c.threads, set.Row(i))
	}
	slices.SortFunc(c.threads, func(a, b model.Thread) int {
		return cmp.Or(cmp.Compare(b.LastAt, a.LastAt), cmp.Compare(a.Key, b.Key))
	})
	return c, nil
}

// take picks the newest n conversations of a sort that are still free.
func (c *cast) take(n int, sort func(model.Thread) bool) []model.Thread {
	var list []model.Thread
	for _, t := range c.threads {
		if len(list) < n && !c.taken[t.Key] && sort(t) {
			c.taken[t.Key] = true
			list = append(list, t)
		}
	}
	return list
}

// quiet is a sort: direct conversations with a person who is known, in which nothing
// was written for some days.
func (c *cast) quiet(days int) func(model.Thread) bool {
	end := c.now.AddDate(0, 0, -days).Unix()
	return func(t model.Thread) bool { return known(t) && t.LastAt < end }
}

// known is a sort: direct conversations with a person whose profile is known.
func known(t model.Thread) bool {
	return !t.Group && t.Person != 0 && len(t.People) == 1 && t.People[0].Name != "LinkedIn Member"
}

// mine narrows a sort to those in which the user wrote last.
func mine(sort func(model.Thread) bool) func(model.Thread) bool {
	return func(t model.Thread) bool { return t.LastFromMe && sort(t) }
}

// person is the other side of a direct conversation.
func (c *cast) person(t model.Thread) (model.Person, error) {
	p, _, err := c.s.Person(t.Person)
	return p, err
}

// targets is conversations as verbs take them.
func (c *cast) targets(threads []model.Thread) []model.Target {
	var list []model.Target
	for _, t := range threads {
		list = append(list, model.Target{Thread: t.Key, Person: model.Person{Key: t.Person}})
	}
	return list
}
