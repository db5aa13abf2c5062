package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"time"

	bolt "go.etcd.io/bbolt"

	"cordial/model"
	"cordial/model/channel"
)

// draftRecord is a draft; to whom and by what channel stand in its key.
type draftRecord struct {
	Subject  string    `cbor:"1,keyasint,omitempty"`
	Body     string    `cbor:"2,keyasint,omitempty"`
	Template string    `cbor:"3,keyasint,omitempty"`
	Saved    time.Time `cbor:"4,keyasint"`
	Copied   time.Time `cbor:"5,keyasint,omitzero"`
	Bare     bool      `cbor:"6,keyasint,omitempty"`
}

// draftKey names a draft.
func draftKey(person model.Key, by channel.Channel) []byte { return append(keyOf(person), by...) }

// SaveDraft keeps a draft durably in the place of the last one to its person by its
// channel. A blank one drops it.
func (s *Store) SaveDraft(d model.Letter) error {
	if d.Person == 0 || !d.Channel.Known() {
		return errors.New("a draft is to somebody, as a message, an invitation or an InMail")
	}
	if d.Blank() {
		return s.DropDraft(d.Person, d.Channel)
	}
	key := draftKey(d.Person, d.Channel)
	value, err := s.codec.encodeSealed(bucketDraft, key, draftRecord{d.Subject, d.Body, d.Template, d.Saved, d.Copied, d.Bare})
	if err != nil {
		return err
	}
	err = s.write(func(tx *bolt.Tx) error {
		bucket, err := tx.CreateBucketIfNotExists([]byte(bucketDraft))
		if err != nil {
			return err
		}
		return bucket.Put(key, value)
	})
	if err != nil {
		return fmt.Errorf("saving the draft: %w", err)
	}
	return nil
}

// Draft is the draft to a person by a channel; ok is false when there is none.
func (s *Store) Draft(person model.Key, by channel.Channel) (d model.Letter, ok bool, err error) {
	err = s.read(func(tx *bolt.Tx) error {
		bucket := tx.Bucket([]byte(bucketDraft))
		if bucket == nil {
			return nil
		}
		key := draftKey(person, by)
		if value := bucket.Get(key); value != nil {
			var err error
			d, err = s.codec.draft(key, value)
			ok = err == nil
			return err
		}
		return nil
	})
	return d, ok, err
}

// Drafts lists all drafts, the one saved last first. Beside an error there may be
// those that can be read.
func (s *Store) Drafts() ([]model.Letter, error) {
	var list []model.Letter
	var unreadable error
	err := s.read(func(tx *bolt.Tx) error {
		return eachDraft(tx, func(k, v []byte) {
			if d, err := s.codec.draft(k, v); err == nil {
				list = append(list, d)
			} else {
				unreadable = err
			}
		})
	})
	slices.SortStableFunc(list, func(x, y model.Letter) int { return y.Saved.Compare(x.Saved) })
	return list, errors.Join(err, unreadable)
}

// DropDraft forgets a draft; that there is none is no error.
func (s *Store) DropDraft(person model.Key, by channel.Channel) error {
	err := s.write(func(tx *bolt.Tx) error {
		bucket := tx.Bucket([]byte(bucketDraft))
		if bucket == nil || bucket.Get(draftKey(person, by)) == nil {
			return errNothing
		}
		return bucket.Delete(draftKey(person, by))
	})
	if err != nil {
		return fmt.Errorf("dropping the draft: %w", err)
	}
	return nil
}

// eachDraft visits the records of all drafts. A file from before there were any has
// no bucket for them.
func eachDraft(tx *bolt.Tx, visit func(k, v []byte)) error {
	bucket := tx.Bucket([]byte(bucketDraft))
	if bucket == nil {
		return nil
	}
	return bucket.ForEach(func(k, v []byte) error {
		visit(k, v)
		return nil
	})
}

// draft is a record as the model's value.
func (c *codec) draft(key, value []byte) (model.Letter, error) {
	var r draftRecord
	if err := c.decodeSealed(bucketDraft, key, value, &r); err != nil {
		return model.Letter{}, err
	}
	if len(key) <= 8 || !channel.Channel(key[8:]).Known() {
		return model.Letter{}, damagedIn(bucketDraft, key)
	}
	return model.Letter{
		Person: model.Key(binary.BigEndian.Uint64(key)), Channel: channel.Channel(key[8:]),
		Subject: r.Subject, Body: r.Body, Bare: r.Bare, Template: r.Template, Saved: r.Saved, Copied: r.Copied,
	}, nil
}

// drafts verifies every draft.
func (c *inspection) drafts() error {
	bad, n := 0, 0
	err := c.s.read(func(tx *bolt.Tx) error {
		return eachDraft(tx, func(k, v []byte) {
			n++
			if _, err := c.s.codec.draft(k, v); err != nil {
				bad++
			}
		})
	})
	if bad > 0 {
		c.fault(damaged("%d of the %d drafts are not what was written", bad, n))
	}
	return err
}
