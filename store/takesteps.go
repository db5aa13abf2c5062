package store

import (
	"bytes"
	"encoding/binary"
	"time"

	bolt "go.etcd.io/bbolt"

	"cordial/model"
)

// verify makes sure that the import is the newest and that what it changed is known,
// before anything goes.
func (u *undoing) verify() error {
	err := u.s.readEvidence(func(_ *bolt.Tx, head evidenceHead) error {
		if head.Seq != u.rec.Seq {
			return damaged("the import of %s has the number %d, and the newest one %d", u.rec.title(), u.rec.Seq, head.Seq)
		}
		return nil
	})
	if err != nil {
		return err
	}
	n, err := u.kept()
	if err == nil && n != u.rec.Kept {
		err = damaged("of the %d records that the import of %s changed, %d are kept", u.rec.Kept, u.rec.title(), n)
	}
	return err
}

// kept counts and verifies what the import changed.
func (u *undoing) kept() (n int, err error) {
	prefix := binary.BigEndian.AppendUint32(nil, u.rec.Seq)
	var from []byte
	for more := true; more; {
		if err := u.ctx.Err(); err != nil {
			return n, err
		}
		err := u.s.read(func(tx *bolt.Tx) error {
			before := tx.Bucket([]byte(bucketBefore))
			if more = false; before == nil {
				return nil
			}
			cursor, seen := before.Cursor(), 0
			for k, v := cursor.Seek(append(prefix[:4:4], from...)); bytes.HasPrefix(k, prefix); k, v = cursor.Next() {
				if seen++; seen > 5*batchSize {
					from, more = bytes.Clone(k[4:]), true
					return nil
				}
				if _, err := u.s.codec.verifyKept(k, v); err != nil {
					return err
				}
				n++
			}
			return nil
		})
		if err != nil {
			return n, err
		}
	}
	return n, nil
}

// verifyKept looks whether a kept value is what was written, and answers the number
// of the import that changed it.
func (c *codec) verifyKept(k, v []byte) (seq uint32, err error) {
	value, err := unseal(bucketBefore, k, v)
	if err != nil {
		return 0, err
	}
	seq, bucket, key, ok := parseBeforeKey(k)
	if !ok {
		return seq, damagedIn(bucketBefore, k)
	}
	by, err := c.writtenBy(bucket, key, value)
	if err == nil && by >= seq {
		err = damagedIn(bucketBefore, k)
	}
	return seq, err
}

// made lists the keys of a bucket whose records the import wrote. That none is
// missing is made sure of, because one that a damaged page hides would stay.
func (u *undoing) made(bucket string) ([][]byte, error) {
	var keys [][]byte
	n, err := u.s.walk(u.ctx, bucket, func(_ *bolt.Tx, k, v []byte) error {
		by, err := u.s.codec.writtenBy(bucket, k, v)
		if err == nil && by == u.rec.Seq {
			keys = append(keys, bytes.Clone(k))
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return keys, u.s.readEvidence(func(_ *bolt.Tx, head evidenceHead) error {
		if should := *head.count(bucket); n != should {
			return damaged("its %s bucket has %d records and should have %d", bucket, n, should)
		}
		return nil
	})
}

// whole makes sure that no message of a conversation is hidden by a damaged page: its
// row is derived anew from what is there.
func (u *undoing) whole(tx *bolt.Tx, thread []byte) error {
	row, err := u.s.codec.threadOf(keyFrom(thread), tx.Bucket([]byte(bucketThread)).Get(thread))
	if err == nil {
		_, err = lastBefore(tx, row, time.Time{}, 0)
	}
	return err
}

// conversations takes back conversations with their messages and rows.
func (u *undoing) conversations() error {
	list, err := u.made(bucketConversation)
	if err != nil {
		return err
	}
	total := len(list)
	for len(list) > 0 {
		var done int
		err := u.batch(func(tx *bolt.Tx, a accounts) (err error) {
			done, err = u.someConversations(tx, a, list)
			return err
		})
		if err != nil {
			return err
		}
		list = list[done:]
		u.tell("messages", total-len(list), total)
	}
	return nil
}

// someConversations takes conversations back until the batch is full, and answers
// how many are done.
func (u *undoing) someConversations(tx *bolt.Tx, a accounts, list [][]byte) (done int, err error) {
	room := batchSize
	for _, key := range list {
		if err := u.whole(tx, key); err != nil {
			return done, err
		}
		used, err := u.messages(tx, a, key, room)
		if err != nil {
			return done, err
		}
		if room -= used + 1; room <= 0 { // there may be more of them
			return done, u.s.codec.putDigest(tx, a.head, keyFrom(key))
		}
		if err := u.conversation(tx, a, key); err != nil {
			return done, err
		}
		done++
	}
	return done, nil
}

// messages takes back at most so many messages of a conversation.
func (u *undoing) messages(tx *bolt.Tx, a accounts, thread []byte, most int) (used int, err error) {
	back, err := u.s.codec.putBack(tx, a, bucketMessage, thread, most)
	if err != nil || len(back) == most {
		return len(back), err
	}
	var keys [][]byte
	cursor := tx.Bucket([]byte(bucketMessage)).Cursor()
	for k, v := cursor.Seek(thread); bytes.HasPrefix(k, thread) && len(back)+len(keys) < most; k, v = cursor.Next() {
		by, err := u.s.codec.writtenBy(bucketMessage, k, v)
		if err != nil {
			return 0, err
		}
		if by == u.rec.Seq {
			keys = append(keys, bytes.Clone(k))
		}
	}
	return len(back) + len(keys), u.s.codec.remove(tx, a, bucketMessage, keys)
}

// conversation takes back the record of a conversation whose messages are back.
func (u *undoing) conversation(tx *bolt.Tx, a accounts, key []byte) error {
	back, err := u.s.codec.putBack(tx, a, bucketConversation, key, 1)
	if err != nil {
		return err
	}
	if len(back) > 0 {
		return u.s.codec.putDigest(tx, a.head, keyFrom(key))
	}
	if err := u.s.codec.remove(tx, a, bucketConversation, [][]byte{key}); err != nil {
		return err
	}
	return u.s.codec.remove(tx, a, bucketThread, [][]byte{key})
}

// invitations takes back invitations.
func (u *undoing) invitations() error { return u.bucket(bucketInvitation, "invitations") }

// people takes back people. Nobody names them any more.
func (u *undoing) people() error { return u.bucket(bucketPerson, "people") }

// bucket takes back a bucket whose keys begin with a person.
func (u *undoing) bucket(bucket, what string) error {
	for more := true; more; {
		err := u.batch(func(tx *bolt.Tx, a accounts) error {
			keys, err := u.s.codec.putBack(tx, a, bucket, nil, batchSize)
			u.touch(keys)
			more = len(keys) == batchSize
			return err
		})
		if err != nil {
			return err
		}
	}
	list, err := u.made(bucket)
	if err != nil {
		return err
	}
	for total := len(list); len(list) > 0; {
		part := list[:min(batchSize, len(list))]
		list = list[len(part):]
		err := u.batch(func(tx *bolt.Tx, a accounts) error {
			u.touch(part)
			return u.s.codec.remove(tx, a, bucket, part)
		})
		if err != nil {
			return err
		}
		u.tell(what, total-len(list), total)
	}
	return nil
}

// touch notes whose thread rows must be derived anew.
func (u *undoing) touch(keys [][]byte) {
	for _, key := range keys {
		u.touched[keyFrom(key[:8])] = struct{}{}
	}
}

// keyFrom is the way back from keyOf.
func keyFrom(key []byte) model.Key { return model.Key(binary.BigEndian.Uint64(key)) }

// forget puts back what stood in single records, and forgets the import. An import
// that was done is said to be taken back, in the same transaction.
func (u *undoing) forget() error {
	c := u.s.codec
	return u.batch(func(tx *bolt.Tx, a accounts) error {
		if err := u.owner(tx, a); err != nil {
			return err
		}
		key := []byte(u.archive)
		back, err := c.putBack(tx, a, bucketImport, key, 1)
		if err != nil {
			return err
		}
		if len(back) == 0 {
			if err := c.remove(tx, a, bucketImport, [][]byte{key}); err != nil {
				return err
			}
		}
		if a.rec.Kept != 0 {
			return damaged("%d records that the import of %s changed could not be put back", a.rec.Kept, a.rec.title())
		}
		a.head.Seq, a.head.Listed = a.rec.Seq-1, a.rec.Listed
		if a.rec.Undo != "" {
			if err := u.s.addEvent(tx, a.rec.reversal()); err != nil {
				return err
			}
		}
		*a.rec = importRecord{}
		return nil
	})
}

// owner takes back whose export it is.
func (u *undoing) owner(tx *bolt.Tx, a accounts) error {
	key := []byte(keyOwner)
	back, err := u.s.codec.putBack(tx, a, bucketMeta, key, 1)
	if err != nil || len(back) > 0 {
		return err
	}
	owner, known, err := u.s.codec.owner(tx)
	if err != nil || !known || owner.Import != a.rec.Seq {
		return err
	}
	a.head.Owner = false
	return tx.Bucket([]byte(bucketMeta)).Delete(key)
}
