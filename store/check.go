package store

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"os"
	"slices"

	bolt "go.etcd.io/bbolt"

	"cordial/model"
)

// Check verifies the chain of the journal and the checksum of every value, derives
// the row of every conversation anew in memory, and compares. With repair it builds
// a new file of everything that is sound, with all that is derived derived anew, and
// keeps the old one beside it; evidence that is damaged is left out, and comes back
// by importing its export again. A damaged journal is reported and never touched.
// The report's faults are those that are left.
func (s *Store) Check(ctx context.Context, repair bool) (model.CheckReport, error) {
	release, err := s.own("a check")
	if err != nil {
		return model.CheckReport{}, err
	}
	defer release()
	found, err := s.inspect(ctx)
	if err != nil || !repair || len(found.report.Faults) == 0 || found.journal {
		return found.report, err
	}
	if err := s.repair(); err != nil {
		return found.report, err
	}
	left, err := s.inspect(ctx)
	left.report.Repaired = append(found.report.Faults, "the file as it was is kept as "+s.path+beforeRepair)
	return left.report, err
}

// inspection is one look at everything.
type inspection struct {
	s       *Store
	ctx     context.Context
	report  model.CheckReport
	journal bool // the journal itself is damaged
	counted map[string]int
	seq     uint32         // number of the newest import
	kept    map[uint32]int // values in bucket before, by import
	keeps   map[uint32]int // how many there should be
}

// inspect looks at everything, a burst at a time. What it finds is in the report;
// the error is that it could not look.
func (s *Store) inspect(ctx context.Context) (*inspection, error) {
	c := &inspection{s: s, ctx: ctx, counted: map[string]int{}, kept: map[uint32]int{}, keeps: map[uint32]int{}}
	steps := []func() error{c.headers, c.events, c.ids, c.owner, c.newest, c.evidence, c.counts, c.rows, c.drafts}
	for _, step := range steps {
		err := step()
		if err != nil && !errors.Is(err, model.ErrDamaged) {
			return c, err
		}
		c.fault(err)
	}
	return c, nil
}

// fault notes an error, if it is one.
func (c *inspection) fault(err error) {
	if err != nil {
		c.report.Faults = append(c.report.Faults, err.Error())
	}
}

// headers looks at both headers.
func (c *inspection) headers() error {
	f, err := openNoFollow(c.s.path, os.O_RDONLY, 0)
	if err != nil {
		return c.s.openError(err)
	}
	defer func() { _ = f.Close() }()
	if err := c.s.lock(f, false, c.s.wait); err != nil {
		return err
	}
	return preflight(f, false)
}

// events verifies the chain, and that the events fit together.
func (c *inspection) events() error {
	events, err := c.s.Events(0)
	if err == nil {
		c.report.Events = len(events)
		_, err = c.s.fold(events)
	}
	c.journal = err != nil
	return err
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

// ids compares the index of event ids with the journal.
func (c *inspection) ids() error {
	if c.journal {
		return nil
	}
	return c.s.read(func(tx *bolt.Tx) error {
		head, err := c.s.codec.journalHead(tx)
		if err != nil {
			return err
		}
		journal := tx.Bucket([]byte(bucketJournal))
		return scan(tx, bucketJournalID, int(head.Count), func(k, v []byte) error {
			seq, err := unseal(bucketJournalID, k, v)
			if err != nil {
				return err
			}
			var body eventBody
			if value := journal.Get(seq); len(value) > recordHeadLen {
				err = c.s.codec.decode(bucketJournal, seq, value[recordHeadLen:], &body)
			}
			if err == nil && body.ID != string(k) {
				err = damagedIn(bucketJournalID, k)
			}
			return err
		})
	})
}

// owner verifies whose export it is.
func (c *inspection) owner() error {
	_, _, err := c.s.Owner()
	return err
}

// evidence verifies every record of the evidence.
func (c *inspection) evidence() error {
	for _, bucket := range evidenceBuckets() {
		bad := 0
		n, err := c.s.walk(c.ctx, bucket, func(tx *bolt.Tx, k, v []byte) error {
			err := c.record(tx, bucket, k, v)
			if errors.Is(err, model.ErrDamaged) {
				bad++
				return nil
			}
			return err
		})
		c.counted[bucket] = n
		if bad > 0 {
			c.fault(damaged("%d of the %d records of its %s bucket are not what was written", bad, n, bucket))
		}
		if errors.Is(err, model.ErrDamaged) {
			c.fault(err)
		} else if err != nil {
			return err
		}
	}
	c.report.People, c.report.Messages = c.counted[bucketPerson], c.counted[bucketMessage]
	c.report.Threads = c.counted[bucketThread]
	return nil
}

// evidenceBuckets lists the buckets of the evidence and what is derived from it.
func evidenceBuckets() []string {
	return []string{bucketPerson, bucketConversation, bucketMessage, bucketInvitation, bucketThread, bucketImport, bucketBefore}
}

// verify decodes one record of the evidence, looks whether what it names is there,
// and answers the number of the import that wrote it.
func (c *codec) verify(tx *bolt.Tx, bucket string, k, v []byte) (by uint32, err error) {
	there := func(bucket string, key []byte) error {
		if tx.Bucket([]byte(bucket)).Get(key) == nil {
			return damagedIn(bucket, key)
		}
		return nil
	}
	bad := damagedIn(bucket, k)
	switch bucket {
	case bucketMessage:
		if _, ok := parseMessageKey(k); !ok {
			return 0, bad
		}
		by, err = c.writtenBy(bucket, k, v)
		return by, errors.Join(err, there(bucketConversation, k[:8]))
	case bucketInvitation:
		if _, ok := parseInvitationKey(k); !ok {
			return 0, bad
		}
		by, err = c.writtenBy(bucket, k, v)
		return by, errors.Join(err, there(bucketPerson, k[:8]))
	case bucketImport:
		return c.writtenBy(bucket, k, v)
	case bucketBefore:
		return c.verifyKept(k, v)
	}
	if len(k) != 8 {
		return 0, bad
	}
	switch bucket {
	case bucketPerson:
		return c.writtenBy(bucket, k, v)
	case bucketThread:
		_, err := c.threadOf(keyFrom(k), v)
		return 0, errors.Join(err, there(bucketConversation, k))
	default:
		return c.verifyConversation(k, v, there)
	}
}

// verifyConversation is verify of a conversation.
func (c *codec) verifyConversation(k, v []byte, there func(bucket string, key []byte) error) (by uint32, err error) {
	var r conversationRecord
	if err := c.decodeSealed(bucketConversation, k, v, &r); err != nil {
		return 0, err
	}
	err = there(bucketThread, k)
	if r.Unknown {
		err = errors.Join(err, there(bucketPerson, keyOf(unknownKey(keyFrom(k)))))
	}
	for _, m := range r.Members {
		err = errors.Join(err, there(bucketPerson, keyOf(m)))
	}
	return r.Import, err
}

// walk visits all of a bucket, a burst at a time, and answers how many records it
// saw. It relies on nothing being written meanwhile, see own.
func (s *Store) walk(ctx context.Context, bucket string, visit func(tx *bolt.Tx, k, v []byte) error) (n int, err error) {
	var last []byte
	for more := true; more && err == nil; {
		if err := ctx.Err(); err != nil {
			return n, err
		}
		err = s.read(func(tx *bolt.Tx) error {
			all := tx.Bucket([]byte(bucket))
			if all == nil && late(bucket) {
				more = false
				return nil
			}
			cursor := all.Cursor()
			k, v := cursor.First()
			if last != nil {
				if k, v = cursor.Seek(last); bytes.Equal(k, last) {
					k, v = cursor.Next()
				}
			}
			for i := 0; k != nil && i < 5*batchSize; i++ {
				if last != nil && bytes.Compare(last, k) >= 0 || v == nil {
					return damagedIn(bucket, k)
				}
				if err := visit(tx, k, v); err != nil {
					return err
				}
				n++
				last = bytes.Clone(k)
				k, v = cursor.Next()
			}
			more = k != nil
			return nil
		})
	}
	return n, err
}

// counts compares the counts that stand in the file with what was counted.
func (c *inspection) counts() error {
	return c.s.readEvidence(func(_ *bolt.Tx, head evidenceHead) error {
		for _, bucket := range evidenceBuckets() {
			if is, should := c.counted[bucket], *head.count(bucket); is != should {
				c.fault(damaged("its %s bucket has %d records and should have %d", bucket, is, should))
			}
		}
		for _, seq := range slices.Sorted(maps.Keys(c.keeps)) {
			if is, should := c.kept[seq], c.keeps[seq]; is != should {
				c.fault(damaged("of import %d its %s bucket has %d records and should have %d", seq, bucketBefore, is, should))
			}
		}
		return nil
	})
}

// rows derives every thread's row anew and compares. Rows of an import that was
// interrupted are expected to be behind: finishing it, or taking it back, derives all of them anew.
func (c *inspection) rows() error {
	_, _, behind, err := c.s.findImport(importRecord.unfinished)
	if behind || err != nil {
		return err
	}
	stale := 0
	_, err = c.s.walk(c.ctx, bucketConversation, func(tx *bolt.Tx, k, _ []byte) error {
		row, err := c.s.codec.digest(tx, model.Key(binary.BigEndian.Uint64(k)))
		if errors.Is(err, model.ErrDamaged) {
			return nil // found by evidence
		}
		var value []byte
		if err == nil {
			value, err = c.s.codec.encodeThread(row)
		}
		if err == nil && !bytes.Equal(value, tx.Bucket([]byte(bucketThread)).Get(k)) {
			stale++
		}
		return err
	})
	if stale > 0 {
		c.fault(damaged("the rows of %d conversations are not what their messages say", stale))
	}
	if err != nil && !errors.Is(err, model.ErrDamaged) {
		return fmt.Errorf("comparing conversations: %w", err)
	}
	return nil
}
