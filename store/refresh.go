package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"

	bolt "go.etcd.io/bbolt"

	"cordial/model"
)

// putDigest derives a thread's row and writes it if it differs from what is there.
func (c *codec) putDigest(tx *bolt.Tx, head *evidenceHead, key model.Key) error {
	row, err := c.digest(tx, key)
	if err != nil {
		return err
	}
	value, err := c.encodeThread(row)
	if err != nil {
		return err
	}
	bucket := tx.Bucket([]byte(bucketThread))
	bucket.FillPercent = 0.9
	old := bucket.Get(keyOf(key))
	if bytes.Equal(old, value) {
		return nil
	}
	if old == nil {
		head.Threads++
	}
	return bucket.Put(keyOf(key), value)
}

// refresh derives the rows of the threads whose people or invitations changed; of
// all threads when an earlier run was interrupted, because what it changed is no
// longer known.
func (in *intake) refresh(all bool) error {
	written := make(map[model.Key]struct{}, len(in.plan.threads))
	for _, t := range in.plan.threads {
		written[t.key] = struct{}{}
	}
	stale, err := in.s.staleThreads(func(key model.Key, r conversationRecord) bool {
		_, done := written[key]
		return !done && (all || names(key, r, in.plan.touched))
	})
	if err != nil {
		return err
	}
	total := len(stale)
	for len(stale) > 0 {
		part := stale[:min(batchSize/4, len(stale))]
		stale = stale[len(part):]
		err := in.batch(func(tx *bolt.Tx, head *evidenceHead) error { return in.s.codec.putDigests(tx, head, part) })
		if err != nil {
			return err
		}
		in.progress(model.Progress{Step: "writing conversations", Phase: model.Writing, Done: int64(total - len(stale)), Total: int64(total)})
	}
	return nil
}

// rows derives the rows of the threads whose people or invitations are as before
// again; of all threads when taking back goes on after an interruption.
func (u *undoing) rows() error {
	stale, err := u.s.staleThreads(func(key model.Key, r conversationRecord) bool {
		return u.resumed || names(key, r, u.touched)
	})
	if err != nil {
		return err
	}
	for total := len(stale); len(stale) > 0; {
		part := stale[:min(batchSize/4, len(stale))]
		stale = stale[len(part):]
		err := u.batch(func(tx *bolt.Tx, a accounts) error { return u.s.codec.putDigests(tx, a.head, part) })
		if err != nil {
			return err
		}
		u.tell("conversations", total-len(stale), total)
	}
	return nil
}

// putDigests derives the rows of some threads.
func (c *codec) putDigests(tx *bolt.Tx, head *evidenceHead, keys []model.Key) error {
	for _, key := range keys {
		if err := c.putDigest(tx, head, key); err != nil {
			return err
		}
	}
	return nil
}

// staleThreads lists the threads whose rows must be derived anew.
func (s *Store) staleThreads(is func(model.Key, conversationRecord) bool) ([]model.Key, error) {
	var stale []model.Key
	from := []byte{}
	for from != nil {
		err := s.read(func(tx *bolt.Tx) (err error) {
			from, err = s.codec.eachConversation(tx, from, func(key model.Key, r conversationRecord) {
				if is(key, r) {
					stale = append(stale, key)
				}
			})
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return stale, nil
}

// names tells whether one of these people takes part in a conversation.
func names(key model.Key, r conversationRecord, people map[model.Key]struct{}) bool {
	if r.Unknown {
		if _, ok := people[unknownKey(key)]; ok {
			return true
		}
	}
	for _, m := range r.Members {
		if _, ok := people[m]; ok {
			return true
		}
	}
	return false
}

// eachConversation visits some conversations from a key on, and answers where to go
// on, nil at the end.
func (c *codec) eachConversation(tx *bolt.Tx, from []byte, visit func(model.Key, conversationRecord)) (next []byte, err error) {
	cursor := tx.Bucket([]byte(bucketConversation)).Cursor()
	n := 0
	for k, v := cursor.Seek(from); k != nil; k, v = cursor.Next() {
		if n++; n > 5*batchSize {
			return bytes.Clone(k), nil
		}
		var r conversationRecord
		if err := c.decodeSealed(bucketConversation, k, v, &r); err != nil {
			return nil, err
		}
		visit(model.Key(binary.BigEndian.Uint64(k)), r)
	}
	return nil, nil
}

// rederive derives the rows of all conversations by the rules of this program, when
// an older one has written the file. Interrupted, it begins anew at the next start.
func (s *Store) rederive(f format) error {
	release, err := s.own("an update of the database")
	if err != nil {
		return err
	}
	defer release()
	for from := []byte{}; from != nil; {
		err := s.write(func(tx *bolt.Tx) error {
			head, err := s.codec.evidenceHead(tx)
			if err != nil {
				return err
			}
			var keys []model.Key
			from, err = s.codec.eachConversation(tx, from, func(key model.Key, _ conversationRecord) { keys = append(keys, key) })
			for _, key := range keys {
				err = errors.Join(err, s.codec.putDigest(tx, &head, key))
			}
			head.Writes++
			return errors.Join(err, s.codec.putMeta(tx, keyEvidence, head))
		})
		if err != nil {
			return fmt.Errorf("updating the database: %w", err)
		}
	}
	return s.write(func(tx *bolt.Tx) error {
		f.Digest = digestNow
		return s.codec.putMeta(tx, keyFormat, f)
	})
}
