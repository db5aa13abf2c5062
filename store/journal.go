package store

import (
	"encoding/binary"
	"errors"
	"fmt"

	bolt "go.etcd.io/bbolt"

	"cordial/model"
)

// Stamp tells how far the database has come. It reads two small records, and may be
// asked every second.
func (s *Store) Stamp() (model.Stamp, error) {
	var stamp model.Stamp
	err := s.read(func(tx *bolt.Tx) error {
		j, err := s.journalHead(tx)
		if err != nil {
			return err
		}
		e, err := s.codec.evidenceHead(tx)
		stamp = model.Stamp{Journal: j.Count, Evidence: e.Writes}
		return err
	})
	return stamp, err
}

// rawEvents is a stretch of the journal as it stands in the file.
type rawEvents struct {
	after  uint64
	before []byte // hash of event `after`
	head   journalHead
	arena  []byte
	ends   []int // of each value in arena
}

// Events lists the events after the first n, oldest first, and verifies the chain
// on the way: an event that is not what was written is ErrDamaged, one of a kind to
// come ErrNewer. No events after the last is no error.
func (s *Store) Events(after uint64) ([]model.Event, error) {
	var raw rawEvents
	err := s.read(func(tx *bolt.Tx) (err error) {
		head, err := s.journalHead(tx)
		if err == nil {
			raw, err = copyEvents(tx, head, after)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	events, err := s.codec.decodeEvents(raw)
	if err == nil {
		s.seen.learn(raw.head)
	}
	return events, err
}

// journalHead reads how far the journal has come, and makes sure that it is the one
// that was read before.
func (s *Store) journalHead(tx *bolt.Tx) (journalHead, error) {
	head, err := s.codec.journalHead(tx)
	if err != nil {
		return head, err
	}
	return head, s.seen.check(head)
}

// copyEvents copies a stretch of the journal, so that decoding needs no lock.
func copyEvents(tx *bolt.Tx, head journalHead, after uint64) (rawEvents, error) {
	raw := rawEvents{after: after, head: head, before: make([]byte, hashLen)}
	if after > head.Count {
		return raw, replaced()
	}
	bucket := tx.Bucket([]byte(bucketJournal))
	if after > 0 {
		value := bucket.Get(key8(after))
		if len(value) < recordHeadLen {
			return raw, damaged("event %d of the journal is not what was written", after)
		}
		copy(raw.before, value[1:recordHeadLen])
	}
	seq := after
	cursor := bucket.Cursor()
	for k, v := cursor.Seek(key8(after + 1)); k != nil; k, v = cursor.Next() {
		seq++
		if len(k) != 8 || binary.BigEndian.Uint64(k) != seq {
			return raw, damaged("event %d of the journal is missing", seq)
		}
		raw.arena = append(raw.arena, v...)
		raw.ends = append(raw.ends, len(raw.arena))
	}
	if seq != head.Count {
		return raw, damaged("the journal has %d events and should have %d", seq, head.Count)
	}
	return raw, nil
}

// decodeEvents verifies and decodes a stretch of the journal.
func (c *codec) decodeEvents(raw rawEvents) ([]model.Event, error) {
	events := make([]model.Event, 0, len(raw.ends))
	before, from, seq := raw.before, 0, raw.after
	for _, end := range raw.ends {
		seq++
		body, hash, err := splitRecord(before, seq, raw.arena[from:end])
		if err != nil {
			return nil, err
		}
		e, err := c.decodeEvent(seq, body)
		if err != nil {
			return nil, err
		}
		events = append(events, e)
		before, from = hash, end
	}
	if string(before) != string(raw.head.Hash) {
		return nil, damaged("the last event of the journal is not the one that was written last")
	}
	return events, nil
}

// Append adds events in one durable transaction, all or none, if the journal still
// has exactly `after` events; otherwise it answers ErrMoved and adds nothing. Events
// whose id is there already are passed over. After an error that is none of these,
// ask Events whether they were added: a disk can fail after it has written.
func (s *Store) Append(after uint64, events []model.Event) error {
	if len(events) == 0 {
		return nil
	}
	bodies := make([][]byte, len(events))
	for i, e := range events {
		var err error
		if bodies[i], err = s.codec.encodeEvent(e); err != nil {
			return err
		}
	}
	var grown journalHead
	err := s.write(func(tx *bolt.Tx) error {
		head, err := s.journalHead(tx)
		if err != nil {
			return err
		}
		if head.Count != after {
			return &fault{model.ErrMoved, fmt.Sprintf("the journal has %d events by now, not %d", head.Count, after)}
		}
		if grown, err = s.codec.appendEvents(tx, head, events, bodies); err == nil && grown.Count == head.Count {
			err = errNothing
		}
		return err
	})
	var known *fault
	switch {
	case err == nil:
		s.seen.learn(grown)
		return nil
	case errors.As(err, &known):
		return err
	default:
		return fmt.Errorf("saving: %w", err)
	}
}

// appendEvents adds events after the head, and answers the new head.
func (c *codec) appendEvents(tx *bolt.Tx, head journalHead, events []model.Event, bodies [][]byte) (journalHead, error) {
	journal, ids := tx.Bucket([]byte(bucketJournal)), tx.Bucket([]byte(bucketJournalID))
	journal.FillPercent, ids.FillPercent = 0.95, 0.8 // both grow at their end
	count := head.Count
	for i, e := range events {
		id := []byte(e.ID)
		if ids.Get(id) != nil {
			continue
		}
		head.Count++
		seq := key8(head.Count)
		var value []byte
		value, head.Hash = record(head.Hash, head.Count, bodies[i])
		if err := journal.Put(seq, value); err != nil {
			return head, fmt.Errorf("adding to the journal: %w", err)
		}
		if err := ids.Put(id, seal(bucketJournalID, id, seq)); err != nil {
			return head, fmt.Errorf("adding to the journal: %w", err)
		}
	}
	if head.Count == count {
		return head, nil
	}
	return head, c.putMeta(tx, keyJournal, head)
}
