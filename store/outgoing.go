package store

import (
	"context"
	"iter"
	"slices"

	bolt "go.etcd.io/bbolt"

	"cordial/model"
)

// One burst of an export copies at most so many messages and bytes of text: whoever
// reads the export slowly keeps no other program waiting, and no more than this is
// in memory, however many messages there are.
const (
	outgoingMessages = 1000
	outgoingBytes    = 1 << 20
)

// AllMessages is every message of the evidence, conversation by conversation, the
// oldest of each first. What is imported meanwhile may be in it or not. An error, of
// the context or the database, is the last that comes.
func (s *Store) AllMessages(ctx context.Context) iter.Seq2[model.MessageCopy, error] {
	return func(yield func(model.MessageCopy, error) bool) {
		o := outgoing{s: s}
		for !o.done {
			page, err := o.next(ctx)
			for _, m := range page {
				if !yield(m, nil) {
					return
				}
			}
			if err != nil {
				yield(model.MessageCopy{}, err)
				return
			}
		}
	}
}

// outgoing is an export of messages on its way.
type outgoing struct {
	s      *Store
	writes uint64 // of the evidence when it began
	count  int    // messages so far
	last   []byte // the key of the last one, nil before the first
	done   bool

	owner   model.Party
	thread  model.Key // the conversation that talk is of
	talk    conversationRecord
	parties map[model.Key]model.Party // the people in it; 0 is the owner
}

// next is the messages of one burst.
func (o *outgoing) next(ctx context.Context) (page []model.MessageCopy, err error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	err = o.s.readEvidence(func(tx *bolt.Tx, head evidenceHead) error {
		if o.last == nil {
			if err := o.begin(tx, head); err != nil {
				return err
			}
		}
		cursor := tx.Bucket([]byte(bucketMessage)).Cursor()
		k, v := cursor.Seek(o.last)
		if o.last != nil && string(k) == string(o.last) {
			k, v = cursor.Next()
		}
		for size := 0; k != nil && len(page) < outgoingMessages && size < outgoingBytes; k, v = cursor.Next() {
			m, err := o.message(tx, k, v)
			if err != nil {
				return err
			}
			page = append(page, m)
			size += len(v)
		}
		if o.done = k == nil; o.done && head.Writes == o.writes && o.count != head.Messages {
			return damaged("it has %d messages and should have %d", o.count, head.Messages)
		}
		return nil
	})
	return page, err
}

// begin verifies what messages refer to, so that a person who is not found later is
// not there.
func (o *outgoing) begin(tx *bolt.Tx, head evidenceHead) error {
	for _, of := range []struct {
		bucket string
		count  int
	}{{bucketPerson, head.People}, {bucketConversation, head.Conversations}} {
		err := scan(tx, of.bucket, of.count, func(k, v []byte) error {
			_, err := unseal(of.bucket, k, v)
			return err
		})
		if err != nil {
			return err
		}
	}
	owner, _, err := o.s.codec.owner(tx)
	o.writes, o.owner = head.Writes, model.Party{Name: owner.Name, URL: owner.URL}
	return err
}

// message decodes one, and remembers how far we have come.
func (o *outgoing) message(tx *bolt.Tx, k, v []byte) (model.MessageCopy, error) {
	key, ok := parseMessageKey(k)
	if !ok || string(o.last) >= string(k) {
		return model.MessageCopy{}, damagedIn(bucketMessage, k)
	}
	if o.thread != key.thread || o.parties == nil {
		if err := o.enter(tx, key.thread); err != nil {
			return model.MessageCopy{}, err
		}
	}
	var r messageRecord
	if err := o.s.codec.decodeSealed(bucketMessage, k, v, &r); err != nil {
		return model.MessageCopy{}, err
	}
	from, err := o.party(tx, key.sender)
	if err != nil {
		return model.MessageCopy{}, err
	}
	if r.Name != "" {
		from.Name = r.Name
	}
	o.last = slices.Clone(k)
	o.count++
	return model.MessageCopy{
		Conversation: o.talk.LinkedInID, Title: o.talk.Title, From: from, To: o.others(key.sender),
		At: at(key.at), Subject: r.Subject, Text: r.Text, Attachments: r.Attachments,
	}, nil
}

// enter reads the conversation that the next messages are of.
func (o *outgoing) enter(tx *bolt.Tx, thread model.Key) error {
	key := keyOf(thread)
	o.talk = conversationRecord{}
	if err := o.s.codec.decodeSealed(bucketConversation, key, tx.Bucket([]byte(bucketConversation)).Get(key), &o.talk); err != nil {
		return err
	}
	o.thread, o.parties = thread, map[model.Key]model.Party{0: o.owner}
	for _, member := range o.talk.Members {
		if _, err := o.party(tx, member); err != nil {
			return err
		}
	}
	return nil
}

// party names somebody; of one without an address nothing is known here.
func (o *outgoing) party(tx *bolt.Tx, person model.Key) (model.Party, error) {
	if p, ok := o.parties[person]; ok {
		return p, nil
	}
	var p model.Party
	if value := tx.Bucket([]byte(bucketPerson)).Get(keyOf(person)); value != nil {
		r, err := o.s.codec.decodePerson(bucketPerson, keyOf(person), value)
		if err != nil {
			return p, err
		}
		p = model.Party{Name: r.Name, URL: r.URL}
	}
	o.parties[person] = p
	return p, nil
}

// others is everybody in the conversation but the sender: the owner first.
func (o *outgoing) others(sender model.Key) []model.Party {
	var list []model.Party
	if sender != 0 {
		list = append(list, o.owner)
	}
	for _, member := range o.talk.Members {
		if member != sender {
			list = append(list, o.parties[member])
		}
	}
	return list
}
