package store

import (
	"errors"
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

// write carries the plan out. When the context ends meanwhile, it takes back what
// was written.
func (in *intake) write() error {
	in.done, in.batches = in.plan.past, 0
	resumed := in.done.State == importRunning
	if in.plan.empty() && in.done.State == importDone {
		return nil
	}
	steps := []func() error{
		in.begin, in.writePeople, in.writeInvitations, in.writeThreads,
		func() error { return in.refresh(resumed) }, in.finish,
	}
	for _, step := range steps {
		if err := step(); err != nil {
			if ended := in.ctx.Err(); ended != nil && errors.Is(err, ended) && in.batches > 0 {
				return in.cancel(ended)
			}
			return err
		}
	}
	return nil
}

// begin marks the import as running, so that an interruption is noticed, and gives
// it its number. One that was begun by a program that did not number imports goes
// on under a number.
func (in *intake) begin() error {
	fresh := in.done.State != importRunning || in.done.Seq == 0
	if in.done.State != importRunning {
		in.done = importRecord{}
	}
	in.done.State, in.done.Name, in.done.Paths = importRunning, in.name(), nil
	for _, p := range in.paths {
		if full, err := filepath.Abs(p); err == nil {
			p = full
		}
		in.done.Paths = append(in.done.Paths, p)
	}
	return in.batch(func(tx *bolt.Tx, head *evidenceHead) error {
		if fresh {
			head.Seq++
			in.done.Seq, in.done.Listed = head.Seq, head.Listed
			in.done.Lasting = in.plan.past.State == importRunning
			if err := in.keep(tx, head, bucketImport, []byte(in.archive())); err != nil {
				return err
			}
		}
		if in.lists() {
			head.Listed = max(head.Listed, in.observed)
		}
		owner, dirty, err := in.ownerRecord(tx)
		if err != nil || !dirty {
			return err
		}
		if err := in.keep(tx, head, bucketMeta, []byte(keyOwner)); err != nil {
			return err
		}
		head.Owner, owner.Import = true, in.done.Seq
		return in.s.codec.putOwner(tx, owner)
	})
}

// keep keeps a value before it is changed.
func (in *intake) keep(tx *bolt.Tx, head *evidenceHead, bucket string, key []byte) error {
	return in.s.codec.keep(tx, accounts{head, &in.done}, bucket, key)
}

// batch runs one transaction of the import: the records, the counts of the
// evidence, and how far the import has come.
func (in *intake) batch(do func(*bolt.Tx, *evidenceHead) error) error {
	if err := in.ctx.Err(); err != nil {
		return err
	}
	before := in.done // in memory, and so not undone by a transaction that fails
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
				} else if err := in.keep(tx, head, bucketPerson, keyOf(p.key)); err != nil {
					return err
				}
				change.record.Import = in.done.Seq
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
				p.record.Import = in.done.Seq
				value, err := in.s.codec.encodeSealed(bucketInvitation, key, p.record)
				if err != nil {
					return err
				}
				in.done.invitation(p)
				if p.fresh {
					head.Invitations++
				} else if err := in.keep(tx, head, bucketInvitation, key); err != nil {
					return err
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
	room := batchSize
	for _, t := range list {
		change, err := in.compareThread(tx, t)
		if err != nil {
			return done, fresh, err
		}
		puts := change.puts[:min(max(room, len(change.moved)), len(change.puts))]
		n, err := in.writeMessages(tx, head, change.moved, puts)
		if err != nil {
			return done, fresh, err
		}
		if err := in.writeConversation(tx, head, t.key, &change); err != nil {
			return done, fresh, err
		}
		if err := in.s.codec.putDigest(tx, head, t.key); err != nil {
			return done, fresh, err
		}
		fresh += n
		if len(puts) == len(change.puts) {
			done++
		}
		if room -= len(puts) + 1; room <= 0 {
			break
		}
	}
	return done, fresh, nil
}

// writeMessages writes messages of one conversation, takes those that moved from
// their places, and answers how many are new.
func (in *intake) writeMessages(tx *bolt.Tx, head *evidenceHead, moved []messageKey, puts []put) (fresh int64, err error) {
	bucket := tx.Bucket([]byte(bucketMessage))
	bucket.FillPercent = 0.9
	for _, m := range moved {
		key := m.bytes()
		if err := in.keep(tx, head, bucketMessage, key); err != nil {
			return fresh, err
		}
		if err := bucket.Delete(key); err != nil {
			return fresh, err
		}
	}
	for _, p := range puts {
		in.done.message(p)
		if p.fresh {
			head.Messages++
			fresh++
		} else if err := in.keep(tx, head, bucketMessage, p.key.bytes()); err != nil {
			return fresh, err
		}
		p.record.Import = in.done.Seq
		if err := in.s.codec.putMessage(bucket, p); err != nil {
			return fresh, err
		}
	}
	return fresh, nil
}

// writeConversation writes the record of one conversation.
func (in *intake) writeConversation(tx *bolt.Tx, head *evidenceHead, key model.Key, change *threadChange) error {
	if change.newly(in.done.Seq) {
		in.done.Conversations++
	}
	if change.freshThread {
		head.Conversations++
	} else if err := in.keep(tx, head, bucketConversation, keyOf(key)); err != nil {
		return err
	}
	change.conversation.Import = in.done.Seq
	return in.s.codec.putConversation(tx, key, change.conversation)
}

// finish marks the import as done and adds its event, in one transaction.
func (in *intake) finish() error {
	event := in.event()
	in.done.State, in.done.Event = importDone, event.ID
	return in.batch(func(tx *bolt.Tx, _ *evidenceHead) error { return in.s.addEvent(tx, event) })
}

// addEvent adds the event of an import to the journal, whatever was added meanwhile.
func (s *Store) addEvent(tx *bolt.Tx, event model.Event) error {
	body, err := s.codec.encodeEvent(event)
	if err != nil {
		return err
	}
	head, err := s.journalHead(tx)
	if err != nil {
		return err
	}
	grown, err := s.codec.appendEvents(tx, head, []model.Event{event}, [][]byte{body})
	if err == nil && grown.Count == head.Count {
		err = idTaken(event.ID)
	}
	return err
}

// idTaken says that an event has the id that another one was to have.
func idTaken(id string) error { return fmt.Errorf("the id %q of the import's event is taken", id) }

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
