package ui

import (
	"time"

	"cordial/model"
	"cordial/model/triage"
)

// session is what the program knows while it runs: the Book and the board that
// follow every decision at once, and the decisions that are not on disk yet.
// It does no I/O: it hands out what to save and is told what came of it.
type session struct {
	world   model.World
	book    *model.Book
	board   *triage.Board
	threads model.ThreadSet

	stored  uint64        // events known to be in the journal
	unsaved []model.Event // applied, not known to be in the journal, oldest first
	saving  int           // how many of them are under way, 0 when none is
	failed  error         // why the last save failed, nil otherwise

	evidence uint64 // Stamp.Evidence of threads
	version  uint64 // grows whenever anything drawn may differ
}

// loaded is what one reading of a store brings.
type loaded struct {
	events  []model.Event   // after the first `after`
	after   uint64          //
	threads model.ThreadSet // nil: as before
	stamp   model.Stamp
}

// newSession folds what a store holds. The error is a journal that contradicts
// itself, which a store's own check would have found.
func newSession(w model.World, l loaded, now time.Time) (*session, error) {
	s := &session{world: w, threads: l.threads, evidence: l.stamp.Evidence}
	if err := s.fold(l.events, now); err != nil {
		return nil, err
	}
	s.stored = uint64(len(l.events))
	return s, nil
}

// fold builds Book and board anew from all events.
func (s *session) fold(events []model.Event, now time.Time) error {
	book := model.NewBook(s.world)
	for _, e := range events {
		if _, err := book.Apply(e); err != nil {
			return err
		}
	}
	s.book = book
	s.board = triage.NewBoard(book, s.threads, now)
	s.version++
	return nil
}

// decide applies new events at once, so that the very next key meets them, and
// queues them to be saved.
func (s *session) decide(events []model.Event) error {
	for _, e := range events {
		change, err := s.book.Apply(e)
		if err != nil {
			return err
		}
		s.board.Update(change)
		s.unsaved = append(s.unsaved, e)
	}
	s.version++
	return nil
}

// next is the batch to save now: nothing while one is under way, because two
// saves at once could reach the disk in either order, and nothing after a failed
// one until it is retried.
func (s *session) next() (after uint64, batch []model.Event) {
	if s.saving > 0 || s.failed != nil || len(s.unsaved) == 0 {
		return 0, nil
	}
	s.saving = len(s.unsaved)
	return s.stored, append([]model.Event(nil), s.unsaved...)
}

// saved tells that the batch under way is on disk.
func (s *session) saved() {
	s.stored += uint64(s.saving)
	s.unsaved = s.unsaved[s.saving:]
	s.saving = 0
}

// notSaved tells that the batch under way is not on disk, and why.
func (s *session) notSaved(err error) {
	s.saving, s.failed = 0, err
}

// retry lets the next batch go again after a failure.
func (s *session) retry() { s.failed = nil }

// follow takes in what another program wrote meanwhile. The journal's order is
// the truth: what is not saved yet comes after what others saved.
func (s *session) follow(l loaded, now time.Time) error {
	if l.after != s.stored {
		return nil // read before our own last save: the next look brings it again
	}
	if l.threads != nil {
		s.threads, s.evidence = l.threads, l.stamp.Evidence
	}
	if len(s.unsaved) == 0 && l.threads == nil {
		return s.append(l.events)
	}
	events := make([]model.Event, 0, int(s.stored)+len(l.events)+len(s.unsaved))
	for i := range int(s.stored) {
		events = append(events, s.book.Event(i))
	}
	events = append(append(events, l.events...), s.unsaved...)
	s.stored += uint64(len(l.events))
	s.saving = 0
	return s.fold(events, now)
}

// append takes in events of others when none of ours are waiting.
func (s *session) append(events []model.Event) error {
	for _, e := range events {
		change, err := s.book.Apply(e)
		if err != nil {
			return err
		}
		s.board.Update(change)
		s.stored++
	}
	s.version++
	return nil
}

// stale tells whether a stamp shows something that the session has not read.
func (s *session) stale(stamp model.Stamp) bool {
	return stamp.Evidence != s.evidence || stamp.Journal > s.stored && s.saving == 0
}
