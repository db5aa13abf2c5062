package ui

import (
	"errors"
	"slices"
	"time"

	"cordial/model"
	"cordial/model/credit"
	"cordial/model/triage"
	"cordial/ui/port"
)

// base is what one reading of a store brings, folded: it is made beside the
// screen and never changed after it was handed over, except by its session.
type base struct {
	book     *model.Book
	board    *triage.Board
	threads  model.ThreadSet
	evidence uint64 // Stamp.Evidence of threads
	stored   uint64 // events that were read
}

// fold builds Book and board from all that a store holds. The error is a journal
// that contradicts itself, which a store's own check would have found.
func fold(w model.World, events []model.Event, threads model.ThreadSet, evidence uint64, now time.Time) (base, error) {
	book, err := model.Fold(w, events)
	if err != nil {
		return base{}, err
	}
	return base{
		book: book, board: triage.NewBoard(book, threads, now), threads: threads,
		evidence: evidence, stored: uint64(len(events)),
	}, nil
}

// session is what the program knows while it runs: the Book and the board that
// follow every decision at once, and the decisions that are not on disk yet.
// It does no I/O: it hands out what to save and is told what came of it.
type session struct {
	base

	unsaved []model.Event // applied, not known to be in the journal, oldest first
	saving  int           // how many of them are under way, 0 when none is
	failed  error         // why the last save failed, nil otherwise
	version uint64        // grows whenever anything drawn may differ
	whose   uint64        // grows whenever who is one with whom may differ

	course *credit.Course // typed for the forecast, nil for the seat's own
}

// decide applies new events at once, so that the very next key meets them, and
// queues them to be saved.
func (s *session) decide(events []model.Event) error {
	var all model.Change
	defer func() { s.noticed(all) }() // once: it may be thousands of people
	for _, e := range events {
		change, err := s.book.Apply(e)
		if err != nil {
			return err
		}
		all.Add(change)
		s.unsaved = append(s.unsaved, e)
	}
	s.version++
	return nil
}

// noticed lets the board follow the Book.
func (s *session) noticed(c model.Change) {
	s.board.Update(c)
	if c.Who {
		s.whose++
	}
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

// notSaved tells that the batch under way is not on disk, and why. That others
// wrote meanwhile is no failure: the session reads on and tries again.
func (s *session) notSaved(err error) {
	s.saving = 0
	if !errors.Is(err, port.ErrMoved) {
		s.failed = err
	}
}

// retry lets the next batch go again after a failure.
func (s *session) retry() { s.failed = nil }

// append takes in what others saved after the first n events. It is false when
// that cannot simply come last, because decisions of our own are not on disk
// yet or the reading is older than our last save; then everything is read anew.
func (s *session) append(after uint64, events []model.Event) bool {
	if after != s.stored || len(s.unsaved) > 0 {
		return false
	}
	var all model.Change
	defer func() { s.noticed(all) }()
	for _, e := range events {
		change, err := s.book.Apply(e)
		if err != nil {
			return false
		}
		all.Add(change)
		s.stored++
	}
	s.version++
	return true
}

// mergesOf is the decisions that say who is one with whom.
func mergesOf(b *model.Book) []string {
	var events []string
	for _, m := range b.Merges() {
		events = append(events, m.Event)
	}
	return events
}

// adopt goes on from a new reading of the store. The journal's order is the
// truth: what is not saved yet comes after what others saved. What then cannot
// be any more, because another program did the same, is given up and answered.
func (s *session) adopt(b base) (lost []model.Event) {
	if s.saving > 0 || b.stored < s.stored {
		return nil // older than what we know to be on disk: the next look reads again
	}
	ours := s.unsaved
	if !slices.Equal(mergesOf(b.book), mergesOf(s.book)) {
		s.whose++
	}
	s.base, s.unsaved = b, nil
	for _, e := range ours {
		if s.book.Has(e.ID) {
			continue // it did reach the disk
		}
		if s.decide([]model.Event{e}) != nil && !introduces(e) {
			lost = append(lost, e)
		}
	}
	if len(s.unsaved) == 0 {
		s.failed = nil
	}
	s.version++
	return lost
}

// introduces tells whether an event only makes somebody from the export known,
// which another program may have done already.
func introduces(e model.Event) bool {
	d, ok := e.Decision.(model.ContactAdded)
	return ok && d.Source == model.SourceExport
}

// stale tells whether a stamp shows something that the session has not read, and
// whether that includes evidence.
func (s *session) stale(stamp port.Stamp) (journal, evidence bool) {
	return stamp.Journal > s.stored && s.saving == 0, stamp.Evidence != s.evidence
}
