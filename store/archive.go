package store

import (
	"encoding/binary"
	"slices"
	"time"

	bolt "go.etcd.io/bbolt"

	"cordial/model"
	"cordial/model/who"
)

// rows is all of one bucket, copied into a few large pieces of memory: rows do not
// cost an allocation each, and growing moves nothing.
type rows struct {
	keys   []model.Key
	bodies [][]byte
	chunk  []byte // the piece being filled
}

// chunkSize is how much memory is taken at a time, in bytes.
const chunkSize = 1 << 20

// body is the body of row i.
func (r *rows) body(i int) []byte { return r.bodies[i] }

// add copies a row in.
func (r *rows) add(key model.Key, body []byte) {
	if cap(r.chunk)-len(r.chunk) < len(body) {
		r.chunk = make([]byte, 0, max(chunkSize, len(body)))
	}
	from := len(r.chunk)
	r.chunk = append(r.chunk, body...)
	r.keys = append(r.keys, key)
	r.bodies = append(r.bodies, r.chunk[from:len(r.chunk):len(r.chunk)])
}

// copyRows copies a bucket with keys of eight bytes, verifies every value, and that
// none is missing.
func copyRows(tx *bolt.Tx, bucket string, count int) (*rows, error) {
	r := &rows{keys: make([]model.Key, 0, count), bodies: make([][]byte, 0, count)}
	err := scan(tx, bucket, count, func(k, v []byte) error {
		body, err := unseal(bucket, k, v)
		if err != nil {
			return err
		}
		if len(k) != 8 {
			return damagedIn(bucket, k)
		}
		r.add(model.Key(binary.BigEndian.Uint64(k)), body)
		return nil
	})
	return r, err
}

// scan visits all of a bucket, and verifies that its keys ascend and that there are
// as many as there should be. Whoever needs to know that none of them has turned
// into another one must unseal them all.
func scan(tx *bolt.Tx, bucket string, count int, visit func(k, v []byte) error) error {
	cursor := tx.Bucket([]byte(bucket)).Cursor()
	var last []byte
	n := 0
	for k, v := cursor.First(); k != nil; k, v = cursor.Next() {
		if n++; n > count || last != nil && string(last) >= string(k) || v == nil {
			return damagedIn(bucket, k)
		}
		if err := visit(k, v); err != nil {
			return err
		}
		last = k
	}
	if n != count {
		return damaged("its %s bucket has %d records and should have %d", bucket, n, count)
	}
	return nil
}

// lookup finds one value. That it is not there is believed only after a look at the
// whole bucket: a damaged page hides what it holds, and a damaged key who it was.
func lookup(tx *bolt.Tx, bucket string, count int, key []byte) ([]byte, error) {
	if value := tx.Bucket([]byte(bucket)).Get(key); value != nil {
		return value, nil
	}
	return nil, scan(tx, bucket, count, func(k, v []byte) error {
		if string(k) == string(key) {
			return damagedIn(bucket, key)
		}
		_, err := unseal(bucket, k, v)
		return err
	})
}

// threadSet is a model.ThreadSet.
type threadSet struct {
	codec *codec
	rows  *rows
	heads []model.Head
}

// Len is the number of conversations.
func (t *threadSet) Len() int { return len(t.heads) }

// Head is what order and tabs need of conversation i.
func (t *threadSet) Head(i int) model.Head { return t.heads[i] }

// Row is all of conversation i. Its checksum was verified when the set was made, so
// that what is left of an undecodable one, which only a mistake of the program's
// can write, is its head.
func (t *threadSet) Row(i int) model.Thread {
	row, err := t.codec.decodeRow(t.heads[i], t.rows.body(i))
	if err != nil {
		return model.Thread{Head: t.heads[i], ID: t.heads[i].Key.ThreadID()}
	}
	return row
}

// Threads is every conversation, in no order, as of now.
func (s *Store) Threads() (model.ThreadSet, error) {
	t := &threadSet{codec: s.codec}
	err := s.readEvidence(func(tx *bolt.Tx, head evidenceHead) (err error) {
		t.rows, err = copyRows(tx, bucketThread, head.Threads)
		return err
	})
	if err != nil {
		return nil, err
	}
	t.heads = make([]model.Head, len(t.rows.keys))
	for i, key := range t.rows.keys {
		head, ok := decodeHead(key, t.rows.body(i))
		if !ok {
			return nil, damagedIn(bucketThread, keyOf(key))
		}
		t.heads[i] = head
	}
	return t, nil
}

// peopleSet is a model.PeopleSet.
type peopleSet struct {
	codec *codec
	rows  *rows
}

// Len is the number of people.
func (p *peopleSet) Len() int { return len(p.rows.keys) }

// Name is the name of person i as LinkedIn shows it.
func (p *peopleSet) Name(i int) string {
	name, _, _ := splitName(p.rows.body(i))
	return string(name)
}

// Row is all that is known of person i; of an undecodable one (see threadSet.Row)
// the name.
func (p *peopleSet) Row(i int) model.Person {
	key := p.rows.keys[i]
	name, rest, _ := splitName(p.rows.body(i))
	var r personRecord
	if err := p.codec.decode(bucketPerson, keyOf(key), rest, &r); err != nil {
		r = personRecord{Degree: model.DegreeUnknown}
	}
	r.Name = string(name)
	return r.person(key)
}

// People is everybody the evidence names but the owner, in no order, as of now.
func (s *Store) People() (model.PeopleSet, error) {
	p := &peopleSet{codec: s.codec}
	err := s.readEvidence(func(tx *bolt.Tx, head evidenceHead) (err error) {
		p.rows, err = copyRows(tx, bucketPerson, head.People)
		return err
	})
	if err != nil {
		return nil, err
	}
	for i, key := range p.rows.keys {
		if _, _, ok := splitName(p.rows.body(i)); !ok {
			return nil, damagedIn(bucketPerson, keyOf(key))
		}
	}
	return p, nil
}

// readEvidence is read with the counts of the evidence.
func (s *Store) readEvidence(do func(*bolt.Tx, evidenceHead) error) error {
	return s.read(func(tx *bolt.Tx) error {
		head, err := s.codec.evidenceHead(tx)
		if err != nil {
			return err
		}
		return do(tx, head)
	})
}

// Person is one of People; ok is false when the evidence does not know the key.
func (s *Store) Person(key model.Key) (p model.Person, ok bool, err error) {
	err = s.readEvidence(func(tx *bolt.Tx, head evidenceHead) error {
		value, err := lookup(tx, bucketPerson, head.People, keyOf(key))
		if err != nil || value == nil {
			return err
		}
		r, err := s.codec.decodePerson(bucketPerson, keyOf(key), value)
		p, ok = r.person(key), true
		return err
	})
	return p, ok && err == nil, err
}

// Owner is whose export it is; ok is false before the first import.
func (s *Store) Owner() (p model.Person, ok bool, err error) {
	err = s.readEvidence(func(tx *bolt.Tx, head evidenceHead) error {
		r, found, err := s.codec.owner(tx)
		p, ok = ownerPerson(r), found
		if err == nil && found != head.Owner {
			err = damaged("it does not say whose export it is")
		}
		return err
	})
	return p, ok && err == nil, err
}

// owner reads whose export it is.
func (c *codec) owner(tx *bolt.Tx) (r personRecord, ok bool, err error) {
	key := []byte(keyOwner)
	value := tx.Bucket([]byte(bucketMeta)).Get(key)
	if value == nil {
		return r, false, nil
	}
	r, err = c.decodePerson(bucketMeta, key, value)
	return r, true, err
}

// Invitations lists the connection requests from and to a person, oldest first.
func (s *Store) Invitations(person model.Key) ([]model.Invitation, error) {
	var list []model.Invitation
	err := s.readEvidence(func(tx *bolt.Tx, head evidenceHead) error {
		who, err := s.codec.personOf(tx, head, person)
		if err != nil {
			return err
		}
		return scan(tx, bucketInvitation, head.Invitations, func(k, v []byte) error {
			if _, err := unseal(bucketInvitation, k, v); err != nil {
				return err
			}
			key, ok := parseInvitationKey(k)
			if !ok || key.person != person {
				return nil
			}
			var r invitationRecord
			if err := s.codec.decodeSealed(bucketInvitation, k, v, &r); err != nil {
				return err
			}
			list = append(list, r.invitation(key, who, head))
			return nil
		})
	})
	slices.SortStableFunc(list, func(a, b model.Invitation) int { return a.At.Compare(b.At) })
	return list, err
}

// ownerPerson is the owner as the model's value.
func ownerPerson(r personRecord) model.Person {
	key := r.ID
	if identity, ok := who.Identity(r.URL); ok {
		key = identity // the id is shorter where the address is long
	}
	return r.person(model.PersonKey(key))
}

// at is an instant of the evidence.
func at(unix int64) time.Time { return time.Unix(unix, 0).UTC() }
