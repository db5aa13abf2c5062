package store

import (
	"errors"

	bolt "go.etcd.io/bbolt"

	"cordial/model"
)

// beforeRepair is what the name of the file as it was before a repair ends in.
const beforeRepair = ".before-repair"

// repair builds a new file of what is sound and puts it in the place of this one,
// while no other program can write.
func (s *Store) repair() error {
	if _, err := keep(s.path, beforeRepair); err != nil {
		return err
	}
	return s.read(func(tx *bolt.Tx) error {
		return s.build(s.path, true, func(db *bolt.DB) error {
			db.NoSync = true // build syncs at the end
			return (&salvage{s: s, from: tx, to: db, kept: map[uint32]int{}}).run()
		})
	})
}

// salvage copies what is sound from one file to another.
type salvage struct {
	s    *Store
	from *bolt.Tx
	to   *bolt.DB
	head evidenceHead
	kept map[uint32]int // values in bucket before, by import
}

// run copies the journal as it is, the evidence record by record, and derives the
// rest.
func (v *salvage) run() error {
	if err := v.to.Update(v.s.empty); err != nil {
		return err
	}
	if err := v.copyJournal(); err != nil {
		return err
	}
	if old, err := v.s.codec.evidenceHead(v.from); err == nil {
		v.head.Writes, v.head.Seq, v.head.Listed = old.Writes, old.Seq, old.Listed
	}
	v.head.Writes++
	for _, bucket := range []string{bucketPerson, bucketConversation, bucketMessage, bucketInvitation, bucketImport, bucketBefore, bucketDraft} {
		count := v.head.count(bucket)
		if count == nil {
			count = new(int)
		}
		if v.from.Bucket([]byte(bucket)) == nil && late(bucket) {
			continue
		}
		if err := v.copyBucket(bucket, count); err != nil {
			return err
		}
	}
	if err := v.to.Update(v.settleKept); err != nil {
		return err
	}
	return v.derive()
}

// copyJournal copies the journal, whose chain was verified, and makes its index.
func (v *salvage) copyJournal() error {
	c := v.s.codec
	head, err := c.journalHead(v.from)
	if err != nil {
		return err
	}
	return v.to.Update(func(tx *bolt.Tx) error {
		if owner, known, err := c.owner(v.from); known && err == nil {
			v.head.Owner = true
			if err := c.putOwner(tx, owner); err != nil {
				return err
			}
		}
		journal, ids := tx.Bucket([]byte(bucketJournal)), tx.Bucket([]byte(bucketJournalID))
		err := v.from.Bucket([]byte(bucketJournal)).ForEach(func(k, value []byte) error {
			var body eventBody
			if err := c.decode(bucketJournal, k, value[recordHeadLen:], &body); err != nil {
				return err
			}
			id := []byte(body.ID)
			return errors.Join(journal.Put(k, value), ids.Put(id, seal(bucketJournalID, id, k)))
		})
		return errors.Join(err, c.putMeta(tx, keyJournal, head))
	})
}

// copyBucket copies the records of a bucket that are what was written, as far as
// its pages can be read.
func (v *salvage) copyBucket(bucket string, count *int) error {
	next := v.records(bucket)
	for more := true; more; {
		err := v.to.Update(func(tx *bolt.Tx) error {
			into := tx.Bucket([]byte(bucket))
			into.FillPercent = 0.9
			for range 10 * batchSize {
				var p pair
				if p, more = next(); !more {
					return nil
				}
				if v.sound(bucket, p) {
					*count++
					if err := into.Put(p.k, p.v); err != nil {
						return err
					}
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

// records visits a bucket and takes a page that cannot be read for its end.
func (v *salvage) records(bucket string) func() (pair, bool) {
	cursor := v.from.Bucket([]byte(bucket)).Cursor()
	step := cursor.First
	return func() (p pair, ok bool) {
		defer func() {
			if recover() != nil {
				p, ok = pair{}, false
			}
		}()
		p.k, p.v = step()
		step = cursor.Next
		return p, p.k != nil
	}
}

// sound tells whether a record is what was written, and notes what its number says.
func (v *salvage) sound(bucket string, p pair) bool {
	c := v.s.codec
	length := map[string]int{
		bucketPerson: 8, bucketConversation: 8, bucketMessage: messageKeyLen, bucketInvitation: invitationKeyLen,
	}[bucket]
	if length != 0 && len(p.k) != length {
		return false
	}
	if bucket == bucketDraft {
		_, err := c.draft(p.k, p.v)
		return err == nil
	}
	if bucket == bucketBefore {
		seq, err := c.verifyKept(p.k, p.v)
		if err == nil {
			v.kept[seq]++
			v.head.Seq = max(v.head.Seq, seq)
		}
		return err == nil
	}
	by, err := c.writtenBy(bucket, p.k, p.v)
	if err != nil {
		return false
	}
	v.head.Seq = max(v.head.Seq, by)
	if bucket == bucketInvitation {
		var r invitationRecord
		err = c.decodeSealed(bucket, p.k, p.v, &r)
		v.head.Listed = max(v.head.Listed, r.Seen)
	}
	return err == nil
}

// derive makes the rows of all conversations and writes the counts.
func (v *salvage) derive() error {
	return v.to.Update(func(tx *bolt.Tx) error {
		var from []byte
		for more := true; more; more = from != nil {
			var keys []model.Key
			var err error
			from, err = v.s.codec.eachConversation(tx, from, func(key model.Key, _ conversationRecord) {
				keys = append(keys, key)
			})
			if err != nil {
				return err
			}
			for _, key := range keys {
				if err := v.s.codec.putDigest(tx, &v.head, key); err != nil {
					return err
				}
			}
		}
		return v.s.codec.putMeta(tx, keyEvidence, v.head)
	})
}
