package store

import (
	"slices"
	"time"

	bolt "go.etcd.io/bbolt"

	"cordial/model"
)

// Messages is the last n messages of a thread before an instant (zero: the newest),
// oldest first; more than n when others were sent in the same second as the first
// of them, so that asking again for those before it leaves none out. It verifies
// the whole thread, and so notices when one is missing, but decodes only the n.
func (s *Store) Messages(thread model.Key, before time.Time, n int) ([]model.Message, error) {
	var list []model.Message
	err := s.readEvidence(func(tx *bolt.Tx, head evidenceHead) error {
		value, err := lookup(tx, bucketThread, head.Threads, keyOf(thread))
		if err != nil || value == nil {
			return err
		}
		row, err := s.codec.threadOf(thread, value)
		if err != nil {
			return err
		}
		page, err := lastBefore(tx, row, before, n)
		if err != nil {
			return err
		}
		list, err = s.codec.messages(tx, head, page)
		return err
	})
	return list, err
}

// threadOf decodes a thread's value.
func (c *codec) threadOf(key model.Key, value []byte) (model.Thread, error) {
	body, err := unseal(bucketThread, keyOf(key), value)
	if err != nil {
		return model.Thread{}, err
	}
	head, ok := decodeHead(key, body)
	if !ok {
		return model.Thread{}, damagedIn(bucketThread, keyOf(key))
	}
	return c.decodeRow(head, body)
}

// pair is one key and value of a bucket, valid while its transaction lasts.
type pair struct{ k, v []byte }

// lastBefore is the last n messages of a thread before an instant, oldest first. It
// counts the whole thread.
func lastBefore(tx *bolt.Tx, row model.Thread, before time.Time, n int) ([]pair, error) {
	var page []pair
	count := 0
	var last []byte
	err := eachMessage(tx, row.Key, func(k, v []byte) error {
		if count++; last != nil && string(last) >= string(k) {
			return damagedIn(bucketMessage, k)
		}
		last = k
		if _, err := unseal(bucketMessage, k, v); err != nil {
			return err
		}
		key, _ := parseMessageKey(k)
		if before.IsZero() || at(key.at).Before(before) {
			page = append(page, pair{k, v})
		}
		return nil
	})
	if err == nil && count != row.In+row.Out {
		err = damaged("conversation %s has %d messages and should have %d", row.ID, count, row.In+row.Out)
	}
	from := max(0, len(page)-max(0, n))
	for from > 0 && from < len(page) && second(page[from-1]) == second(page[from]) {
		from--
	}
	return page[from:], err
}

// second is when a message was sent, as it stands in its key.
func second(p pair) string { return string(p.k[8:16]) }

// eachMessage visits the messages of a thread, oldest first.
func eachMessage(tx *bolt.Tx, thread model.Key, visit func(k, v []byte) error) error {
	prefix := keyOf(thread)
	cursor := tx.Bucket([]byte(bucketMessage)).Cursor()
	for k, v := cursor.Seek(prefix); len(k) == messageKeyLen && string(k[:8]) == string(prefix); k, v = cursor.Next() {
		if err := visit(k, v); err != nil {
			return err
		}
	}
	return nil
}

// messages decodes a page.
func (c *codec) messages(tx *bolt.Tx, head evidenceHead, page []pair) ([]model.Message, error) {
	list := make([]model.Message, 0, len(page))
	senders := map[model.Key]model.PersonRef{}
	for _, p := range page {
		key, ok := parseMessageKey(p.k)
		if !ok {
			return nil, damagedIn(bucketMessage, p.k)
		}
		var r messageRecord
		if err := c.decodeSealed(bucketMessage, p.k, p.v, &r); err != nil {
			return nil, err
		}
		from, known := senders[key.sender]
		if !known {
			var err error
			if from, err = c.sender(tx, head, key.sender); err != nil {
				return nil, err
			}
			senders[key.sender] = from
		}
		if r.Name != "" {
			from.Name = r.Name
		}
		list = append(list, model.Message{
			At: at(key.at), Me: key.sender == 0, From: from, Subject: r.Subject, Text: plain(r.Text), Attachments: r.Attachments,
		})
	}
	return slices.Clip(list), nil
}

// sender names the sender of a message, 0 being the owner.
func (c *codec) sender(tx *bolt.Tx, head evidenceHead, key model.Key) (model.PersonRef, error) {
	if key != 0 {
		return c.nameOf(tx, head, key)
	}
	r, _, err := c.owner(tx)
	owner := ownerPerson(r)
	return model.PersonRef{ID: owner.ID, Key: owner.Key, Name: owner.Name}, err
}

// nameOf names a person; of one who is not there, only the key.
func (c *codec) nameOf(tx *bolt.Tx, head evidenceHead, key model.Key) (model.PersonRef, error) {
	r, err := c.personOf(tx, head, key)
	return model.PersonRef{ID: r.ID, Key: key, Name: r.Name}, err
}

// personOf reads a person; one who is not there is empty.
func (c *codec) personOf(tx *bolt.Tx, head evidenceHead, key model.Key) (personRecord, error) {
	value, err := lookup(tx, bucketPerson, head.People, keyOf(key))
	if err != nil || value == nil {
		return personRecord{}, err
	}
	return c.decodePerson(bucketPerson, keyOf(key), value)
}
