package cli

import (
	"slices"

	"cordial/model"
	"cordial/ui/port"
)

// targets is what a triage verb acts on: every direct conversation with a person, or
// the person who has none.
func (s *session) targets(list []subject) ([]model.Target, error) {
	threads, err := s.threads()
	if err != nil {
		return nil, err
	}
	var targets []model.Target
	for _, sub := range list {
		keys := s.directThreads(threads, sub)
		if len(keys) == 0 {
			keys = []model.Key{0}
		}
		for _, key := range keys {
			t := model.Target{Thread: key, Person: sub.Person}
			if !slices.Contains(targets, t) {
				targets = append(targets, t)
			}
		}
	}
	return targets, nil
}

// target is what a verb acts on that would be a nuisance twice: the newest direct
// conversation with a person, or the person who has none.
func (s *session) target(sub subject) (model.Target, error) {
	threads, err := s.threads()
	if err != nil {
		return model.Target{}, err
	}
	t := model.Target{Thread: sub.thread, Person: sub.Person}
	last := int64(-1)
	for i := range threads.Len() {
		if h := threads.Head(i); sub.thread == 0 && h.Person != 0 && s.book.Root(h.Person) == sub.Key && h.LastAt > last {
			t.Thread, last = h.Key, h.LastAt
		}
	}
	return t, nil
}

// directThreads is the conversations that a subject stands for.
func (s *session) directThreads(threads port.Threads, sub subject) []model.Key {
	if sub.thread != 0 {
		return []model.Key{sub.thread}
	}
	var keys []model.Key
	for i := range threads.Len() {
		if h := threads.Head(i); h.Person != 0 && s.book.Root(h.Person) == sub.Key {
			keys = append(keys, h.Key)
		}
	}
	return keys
}
