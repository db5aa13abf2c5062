package store

import (
	"fmt"
	"path/filepath"
	"time"

	bolt "go.etcd.io/bbolt"

	"cordial/model"
)

// After every batchesInARow transactions an import pauses for batchGap, long enough
// for another program that waits to get its turn.
const (
	batchesInARow = 2
	batchGap      = 2 * lockStep
)

// write carries the plan out.
func (in *intake) write() error {
	in.done = in.plan.past
	running := in.done.State == importRunning
	if in.plan.empty() && in.done.State == importDone {
		return nil
	}
	in.done.Name = in.name()
	if !in.plan.empty() || running {
		if err := in.begin(); err != nil {
			return err
		}
		steps := []func() error{in.writePeople, in.writeInvitations, in.writeThreads, func() error { return in.refresh(running) }}
		for _, step := range steps {
			if err := step(); err != nil {
				return err
			}
		}
	}
	return in.finish()
}

// begin marks the import as running, so that an interruption is noticed.
func (in *intake) begin() error {
	if in.done.State != importRunning {
		in.done = importRecord{State: importRunning, Name: in.name()}
	}
	in.done.Paths = nil
	for _, p := range in.paths {
		if full, err := filepath.Abs(p); err == nil {
			p = full
		}
		in.done.Paths = append(in.done.Paths, p)
	}
	return in.batch(func(tx *bolt.Tx, head *evidenceHead) error {
		owner, dirty, err := in.ownerRecord(tx)
		if err != nil || !dirty {
			return err
		}
		head.Owner = true
		return in.s.codec.putOwner(tx, owner)
	})
}

// batch runs one transaction of the import: the records, the counts of the
// evidence, and how far the import has come.
func (in *intake) batch(do func(*bolt.Tx, *evidenceHead) error) error {
	if err := in.ctx.Err(); err != nil {
		return err
	}
	before := in.done
	err := in.s.writePatiently(func(tx *bolt.Tx) error {
		head, err := in.s.codec.evidenceHead(tx)
		if err != nil {
			return err
		}
		if err := do(tx, &head); err != nil {
			return err
		}
		head.Writes++
		if err := in.s.codec.putImport(tx, &head, in.archive(), in.done); err != nil {
			return err
		}
		return in.s.codec.putMeta(tx, keyEvidence, head)
	})
	if err != nil {
		in.done = before
		return fmt.Errorf("writing what was imported: %w", err)
	}
	if in.batches++; in.batches%batchesInARow == 0 {
		time.Sleep(batchGap)
	}
	return nil
}

// writePeople writes the people of the plan.
func (in *intake) writePeople() error {
	list := in.plan.people
	for len(list) > 0 {
		part := list[:min(batchSize, len(list))]
		list = list[len(part):]
		err := in.batch(func(tx *bolt.Tx, head *evidenceHead) error {
			tx.Bucket([]byte(bucketPerson)).FillPercent = 0.9
			for _, p := range part {
				change, err := in.s.codec.comparePerson(tx, p)
				if err != nil {
					return err
				}
				in.done.person(p, change)
				if change.fresh {
					head.People++
				}
				if err := in.s.codec.putPerson(tx, p.key, change.record); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
		in.progress(model.Progress{Step: "writing people", Phase: model.Writing, Done: int64(len(in.plan.people) - len(list)), Total: int64(len(in.plan.people))})
	}
	return nil
}

// writeInvitations writes the invitations of the plan.
func (in *intake) writeInvitations() error {
	list := in.plan.invitations
	for len(list) > 0 {
		part := list[:min(batchSize, len(list))]
		list = list[len(part):]
		err := in.batch(func(tx *bolt.Tx, head *evidenceHead) error {
			bucket := tx.Bucket([]byte(bucketInvitation))
			for _, p := range part {
				key := p.key.bytes()
				value, err := in.s.codec.encodeSealed(bucketInvitation, key, p.record)
				if err != nil {
					return err
				}
				in.done.invitation(p)
				if p.fresh {
					head.Invitations++
				}
				if err := bucket.Put(key, value); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// writeThreads writes the conversations of the plan with their messages and rows. A
// long conversation takes several transactions; its row is derived in each, so that
// it always counts the messages that are there.
func (in *intake) writeThreads() error {
	var messages int64
	list := in.plan.threads
	for len(list) > 0 {
		var done int
		var wrote int64
		err := in.batch(func(tx *bolt.Tx, head *evidenceHead) (err error) {
			done, wrote, err = in.writeSome(tx, head, list)
			return err
		})
		if err != nil {
			return err
		}
		list = list[done:]
		messages += wrote
		in.progress(model.Progress{Step: "writing messages", Phase: model.Writing, Done: messages, Total: int64(in.plan.found.New)})
	}
	return nil
}

// writeSome writes conversations until the batch is full, and answers how many are
// done and how many messages were new.
func (in *intake) writeSome(tx *bolt.Tx, head *evidenceHead, list []conversing) (done int, fresh int64, err error) {
	bucket := tx.Bucket([]byte(bucketMessage))
	bucket.FillPercent = 0.9
	room := batchSize
	for _, t := range list {
		change, err := in.compareThread(tx, t)
		if err != nil {
			return done, fresh, err
		}
		for _, key := range change.moved {
			if err := bucket.Delete(key.bytes()); err != nil {
				return done, fresh, err
			}
		}
		puts := change.puts[:min(max(room, len(change.moved)), len(change.puts))]
		for _, p := range puts {
			in.done.message(p)
			if p.fresh {
				head.Messages++
				fresh++
			}
			if err := in.s.codec.putMessage(bucket, p); err != nil {
				return done, fresh, err
			}
		}
		if change.freshThread {
			head.Conversations++
		}
		if len(puts) == len(change.puts) {
			done++
			if change.fresh > 0 {
				in.done.Conversations++
			}
		}
		if err := in.s.codec.putConversation(tx, t.key, change.conversation); err != nil {
			return done, fresh, err
		}
		if err := in.s.codec.putDigest(tx, head, t.key); err != nil {
			return done, fresh, err
		}
		if room -= len(puts) + 1; room <= 0 {
			break
		}
	}
	return done, fresh, nil
}

// finish marks the import as done and adds its event, in one transaction.
func (in *intake) finish() error {
	in.done.State, in.done.Paths = importDone, nil
	return in.batch(func(tx *bolt.Tx, _ *evidenceHead) error {
		event := in.event()
		body, err := in.s.codec.encodeEvent(event)
		if err != nil {
			return err
		}
		head, err := in.s.journalHead(tx)
		if err != nil {
			return err
		}
		grown, err := in.s.codec.appendEvents(tx, head, []model.Event{event}, [][]byte{body})
		if err == nil && grown.Count == head.Count {
			err = fmt.Errorf("the id %q of the import's event is taken", event.ID)
		}
		return err
	})
}

// event is the decision that remembers the import.
func (in *intake) event() model.Event {
	now := in.options.Now
	d := model.ExportImported{
		Archive: in.archive(), Name: in.name(), Messages: in.done.New, People: in.done.People,
	}
	if in.newest != 0 {
		d.Newest = at(in.newest)
	}
	return model.Event{ID: in.options.NewID(now), At: now, Recorded: now, Decision: d}
}
