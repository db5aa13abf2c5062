package dossier

import (
	"time"

	"cordial/model"
	"cordial/model/clean"
	"cordial/model/triage"
)

// Subject is one conversation with everything that is known of it, ready to be
// shown. Line and Evidence may each be missing: a conversation whose messages are
// still being read, or somebody with whom there is none.
type Subject struct {
	Book     *model.Book
	Now      time.Time // its zone is the user's
	ID       triage.ID
	Line     triage.Line
	Listed   bool // Line is there
	Evidence Evidence
	Read     bool // Evidence is there
}

// Look gathers a subject. find answers what was read of it so far.
func Look(b *model.Book, board *triage.Board, id triage.ID, now time.Time, find func(triage.ID) (Evidence, bool)) Subject {
	s := Subject{Book: b, Now: now, ID: id}
	s.Line, s.Listed = board.Line(id)
	s.Evidence, s.Read = find(id)
	return s
}

// Person is the other side, as far as it is known by now; false in a group and
// while nothing is known.
func (s Subject) Person() (model.Person, bool) {
	if s.ID.Person == 0 {
		return model.Person{}, false
	}
	return s.Book.Person(s.ID.Person, s.Evidence.Person, s.Read && s.Evidence.Known)
}

// Name is how the conversation is called.
func (s Subject) Name() string {
	if s.Listed {
		return s.Line.Name
	}
	if p, ok := s.Person(); ok && clean.Line(p.Name) != "" {
		return clean.Line(p.Name)
	}
	return "LinkedIn Member"
}

// URL is the profile address, empty when it is not known.
func (s Subject) URL() string {
	p, _ := s.Person()
	return clean.Line(p.URL)
}
