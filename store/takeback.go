package store

import (
	"context"
	"fmt"
	"time"

	bolt "go.etcd.io/bbolt"

	"cordial/model"
)

// undoing is an import that is being taken back.
//
//	mark it ─► conversations: messages, record and row ─► invitations ─► people
//	             ─► rows of those who changed ─► forget it, add event.reverted
//
// What the import made is deleted, what it changed is put back from bucket before, a
// short transaction each batch. Every step finds out from the file what is left to
// do, so that an interruption is no matter: the same steps again do the rest.
type undoing struct {
	s        *Store
	ctx      context.Context
	progress func(model.Progress)
	archive  string
	rec      importRecord
	resumed  bool                   // what was touched before is no longer known
	touched  map[model.Key]struct{} // people whose thread rows must be derived anew
	batches  int
}

// TakeBack undoes the newest import that counts, whose event export.imported has this
// id: all it brought goes, what it changed is as before, and event.reverted is added
// for it. After an interruption the same call finishes it. Refused with a reason when
// the import is not the newest, or was made before imports could be undone. ErrBusy
// means that another program imports.
func (s *Store) TakeBack(ctx context.Context, event string, o model.ImportOptions, progress func(model.Progress)) error {
	release, err := s.alone("undoing an import", o.Now)
	if err != nil {
		return err
	}
	defer release()
	events, err := s.Events(0)
	if err != nil {
		return err
	}
	book, err := s.fold(events)
	if err != nil {
		return err
	}
	if elsewhere, err := s.broughtElsewhere(book, event); err != nil || elsewhere {
		if err != nil {
			return err
		}
		reversal := importRecord{Event: event, Undo: o.NewID(o.Now), UndoAt: o.Now}.reversal()
		return s.Append(uint64(len(events)), []model.Event{reversal})
	}
	archive, r, err := s.newest(book, event)
	if err != nil {
		return err
	}
	if r.State != importUndoing {
		r.Undo, r.UndoAt = o.NewID(o.Now), o.Now
	}
	if book.Has(r.Undo) {
		return idTaken(r.Undo)
	}
	if _, err := book.Apply(r.reversal()); err != nil {
		return err
	}
	return s.takeBack(ctx, archive, r, progress)
}

// Abandon takes an unfinished import back instead of finishing it; none is no error.
// ErrBusy means that another program imports.
func (s *Store) Abandon(ctx context.Context, progress func(model.Progress)) error {
	release, err := s.own("taking back an import")
	if err != nil {
		return err
	}
	defer release()
	if err := s.settle(ctx, "", progress); err != nil {
		return err
	}
	_, r, left, err := s.findImport(importRecord.unfinished)
	if err == nil && left { // its program did not number imports
		return &model.Refusal{
			Reason: fmt.Sprintf("the import of %s was begun by an older version of the program, which cannot take it back", r.title()),
			Help:   "finish it by importing it again",
		}
	}
	return err
}

// settle takes back what must not be there when another import begins: imports that
// were to be taken back, and unfinished ones of other archives.
func (s *Store) settle(ctx context.Context, archive string, progress func(model.Progress)) error {
	for {
		found, r, ok, err := s.findImport(func(r importRecord) bool {
			return r.State == importUndoing || r.State == importRunning && r.Seq != 0
		})
		if err != nil || !ok || r.State == importRunning && found == archive {
			return err
		}
		if err := s.takeBack(ctx, found, r, progress); err != nil {
			return err
		}
	}
}

// cancel takes back what was written when the context of the import ended, and
// answers how that ended.
func (in *intake) cancel(ended error) error {
	ctx := context.WithoutCancel(in.ctx)
	var r importRecord
	err := in.s.readEvidence(func(tx *bolt.Tx, head evidenceHead) (err error) {
		r, err = in.s.codec.importRecord(tx, head, in.archive())
		return err
	})
	if err == nil {
		err = in.s.takeBack(ctx, in.archive(), r, in.progress)
	}
	if err != nil {
		return fmt.Errorf("%w; taking back what was imported so far: %w", ended, err)
	}
	return ended
}

// broughtElsewhere tells whether the newest import came with a journal from another
// database: nothing here was brought by it, so that there is nothing but its event to
// take back.
func (s *Store) broughtElsewhere(book *model.Book, event string) (bool, error) {
	last, ok := book.LastImport()
	if !ok || last.ID != event {
		return false, nil
	}
	of := last.Decision.(model.ExportImported).Archive
	here, newest := false, uint32(0)
	err := s.readEvidence(func(tx *bolt.Tx, head evidenceHead) error {
		err := scan(tx, bucketImport, head.Imports, func(k, v []byte) error {
			var r importRecord
			err := s.codec.decodeSealed(bucketImport, k, v, &r)
			here = here || string(k) == of && (r.Event == "" || r.Event == event)
			newest = max(newest, r.Seq)
			return err
		})
		here = here || newest != head.Seq // a repair had to leave an import out, which may be this one
		return err
	})
	return !here, err
}

// newest finds the import with this event, if it is the one to be taken back next.
func (s *Store) newest(book *model.Book, event string) (archive string, r importRecord, err error) {
	archive, r, ok, err := s.findImport(func(r importRecord) bool { return event != "" && r.Event == event })
	if err != nil {
		return archive, r, err
	}
	_, left, interrupted, err := s.findImport(importRecord.unfinished)
	if err != nil {
		return archive, r, err
	}
	const help = "restore a backup that was made before it"
	last, _ := book.LastImport()
	switch {
	case last.ID != event:
		err = &model.Refusal{Reason: "only the newest import can be undone", Help: "undo the imports after it first"}
	case interrupted && left.Event != event:
		err = &model.Refusal{
			Reason: fmt.Sprintf("an import of %s was interrupted after it", left.title()),
			Help:   "finish that one by importing it again, or take it back",
		}
	case !ok:
		err = &model.Refusal{Reason: "the import was made before imports could be undone", Help: help}
	case r.Lasting:
		err = &model.Refusal{Reason: fmt.Sprintf("not all that the import of %s changed is known any more", r.title()), Help: help}
	}
	return archive, r, err
}

// takeBack takes an import back, whatever state it is in.
func (s *Store) takeBack(ctx context.Context, archive string, r importRecord, progress func(model.Progress)) error {
	u := &undoing{
		s: s, ctx: ctx, progress: progressOr(progress), archive: archive, rec: r,
		resumed: r.State == importUndoing, touched: map[model.Key]struct{}{},
	}
	for _, step := range []func() error{u.verify, u.mark, u.conversations, u.invitations, u.people, u.rows, u.forget} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// mark marks the import as one that goes. It is a transaction even for one that is
// marked, so that a disk that takes nothing is met before anything is gone.
func (u *undoing) mark() error {
	u.rec.State = importUndoing
	return u.batch(func(*bolt.Tx, accounts) error { return nil })
}

// batch runs one transaction: the records, the counts of the evidence, and how far
// taking back has come.
func (u *undoing) batch(do func(*bolt.Tx, accounts) error) error {
	if err := u.ctx.Err(); err != nil {
		return err
	}
	before := u.rec
	err := u.s.writePatiently(func(tx *bolt.Tx) error {
		head, err := u.s.codec.evidenceHead(tx)
		if err != nil {
			return err
		}
		if err := do(tx, accounts{&head, &u.rec}); err != nil {
			return err
		}
		head.Writes++
		if u.rec.State != "" {
			if err := u.s.codec.putImport(tx, &head, u.archive, u.rec); err != nil {
				return err
			}
		}
		return u.s.codec.putMeta(tx, keyEvidence, head)
	})
	if err != nil {
		u.rec = before
		return fmt.Errorf("taking back what was imported: %w", err)
	}
	if u.batches++; u.batches%batchesInARow == 0 {
		time.Sleep(batchGap)
	}
	return nil
}

// tell tells how far a step has come.
func (u *undoing) tell(what string, done, total int) {
	u.progress(model.Progress{Step: "taking back " + what, Phase: model.TakingBack, Done: int64(done), Total: int64(total)})
}
