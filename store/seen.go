package store

import (
	"bytes"
	"sync"

	"cordial/model"
)

// seen remembers the last event that this Store has read, so that a database that
// was put in the place of ours while the program runs, a restored backup for
// instance, is not taken for it.
type seen struct {
	mu    sync.Mutex
	count uint64
	hash  []byte // of event number count
}

// replaced says that the file is another one than before.
func replaced() error {
	return &fault{model.ErrNotOurs, "the database was replaced by another one while it was in use; quit and start again"}
}

// check refuses a journal that is shorter than it was, or as long and another one.
func (s *seen) check(head journalHead) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if head.Count < s.count || head.Count == s.count && s.hash != nil && !bytes.Equal(s.hash, head.Hash) {
		return replaced()
	}
	return nil
}

// learn remembers an event, if it is a later one.
func (s *seen) learn(head journalHead) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.hash == nil || head.Count > s.count {
		s.count, s.hash = head.Count, bytes.Clone(head.Hash)
	}
}
