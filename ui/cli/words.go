package cli

import (
	"time"

	"cordial/model"
	"cordial/model/when"
)

// fewNames is how many conversations are named before they are only counted.
const fewNames = 3

// describe says in a few words what a decision did. It is cleaned.
func (s *session) describe(d model.Decision) string {
	return s.book.Describe(d, model.Names{
		Person: s.contactName,
		Thread: s.threadNamed,
		Time:   func(t time.Time) string { return when.Format(t.In(s.now.Location())) },
		Few:    fewNames,
	})
}

// contactName is the name of a contact, as the export has it or as it was typed; the
// id of one who cannot be read.
func (s *session) contactName(contact string) string {
	p, ok, err := s.person(s.book.PersonKey(contact))
	if err != nil || !ok {
		return shown("", contact)
	}
	return shown(p.Name, contact)
}

// threadNamed is the name of a conversation, or the id of one that cannot be read.
func (s *session) threadNamed(key model.Key) string {
	if at, ok := s.threadPlace(key); ok {
		return threadName(s.threadSet.Row(at))
	}
	return key.ThreadID()
}

// threadPlace is where a conversation is among the threads.
func (s *session) threadPlace(key model.Key) (int, bool) {
	threads, err := s.threads()
	if err != nil {
		return 0, false
	}
	if s.threadAt == nil {
		s.threadAt = make(map[model.Key]int, threads.Len())
		for i := range threads.Len() {
			s.threadAt[threads.Head(i).Key] = i
		}
	}
	at, ok := s.threadAt[key]
	return at, ok
}
