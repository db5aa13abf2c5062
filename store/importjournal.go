package store

import (
	"errors"
	"fmt"

	"cordial/model"
	"cordial/store/journal"
)

// ImportJournal adds the events of a portable journal, all or none. Each is first
// folded behind what is there, so that an event that names something never added is
// refused, as a *journal.LineError: event i is that of line i+1. It answers how many
// were new; those whose id is there already change nothing.
func (s *Store) ImportJournal(events []model.Event) (added int, err error) {
	for {
		there, err := s.Events(0)
		if err != nil {
			return 0, err
		}
		book, err := s.fold(there)
		if err != nil {
			return 0, err
		}
		for i, e := range events {
			if _, err := book.Apply(e); err != nil {
				return 0, &journal.LineError{Line: i + 1, Err: err}
			}
			if _, err := s.codec.encodeEvent(e); err != nil {
				return 0, &journal.LineError{Line: i + 1, Err: err}
			}
		}
		err = s.Append(uint64(len(there)), events)
		if errors.Is(err, model.ErrMoved) {
			continue // somebody was faster: fold again behind what they did
		}
		if err != nil {
			return 0, fmt.Errorf("adding the journal: %w", err)
		}
		return book.Len() - len(there), nil
	}
}

// fold is the Book of the events in the file. That they do not fit together is
// damage: each was admitted when it was added.
func (s *Store) fold(events []model.Event) (*model.Book, error) {
	book := model.NewBook(s.options.World)
	for i, e := range events {
		if _, err := book.Apply(e); err != nil {
			return nil, damaged("event %d of the journal contradicts those before it: %v", i+1, err)
		}
	}
	return book, nil
}
