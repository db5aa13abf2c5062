package store

import (
	"bytes"
	"encoding/binary"
	"slices"

	bolt "go.etcd.io/bbolt"
)

// What an import changes, and does not create, is kept in bucket "before" as it was,
// so that the import can be taken back:
//
//	import's number(4) ‖ place of its bucket in keptBuckets(1) ‖ key  →  the whole value

// beforeHeadLen is the length of what stands before the key, in bytes.
const beforeHeadLen = 4 + 1

// keptBuckets lists the buckets whose values are kept. Only the end may grow: the
// places stand in the file.
func keptBuckets() []string {
	return []string{bucketPerson, bucketConversation, bucketMessage, bucketInvitation, bucketImport, bucketMeta}
}

// beforeKey is where a value is kept; a beginning of the key is where all with that
// beginning are.
func beforeKey(seq uint32, bucket string, key []byte) []byte {
	b := binary.BigEndian.AppendUint32(make([]byte, 0, beforeHeadLen+len(key)), seq)
	b = append(b, byte(slices.Index(keptBuckets(), bucket)))
	return append(b, key...)
}

// parseBeforeKey is the way back from beforeKey.
func parseBeforeKey(b []byte) (seq uint32, bucket string, key []byte, ok bool) {
	if len(b) <= beforeHeadLen || int(b[4]) >= len(keptBuckets()) {
		return 0, "", nil, false
	}
	return binary.BigEndian.Uint32(b), keptBuckets()[b[4]], b[beforeHeadLen:], true
}

// accounts is what every transaction of an import, or of taking it back, keeps right.
type accounts struct {
	head *evidenceHead
	rec  *importRecord
}

// keep keeps a value before the import changes it. What the import has written
// itself, and what is not there, is not kept.
func (c *codec) keep(tx *bolt.Tx, a accounts, bucket string, key []byte) error {
	value := tx.Bucket([]byte(bucket)).Get(key)
	if value == nil {
		return nil
	}
	by, err := c.writtenBy(bucket, key, value)
	if err != nil || by == a.rec.Seq {
		return err
	}
	before, err := tx.CreateBucketIfNotExists([]byte(bucketBefore))
	if err != nil {
		return err
	}
	before.FillPercent = 0.9
	k := beforeKey(a.rec.Seq, bucket, key)
	if before.Get(k) == nil {
		a.head.Before++
		a.rec.Kept++
	}
	return before.Put(k, seal(bucketBefore, k, value))
}

// writtenBy is the number of the import that wrote a value, 0 for one of a program
// that did not number them yet.
func (c *codec) writtenBy(bucket string, key, value []byte) (uint32, error) {
	switch bucket {
	case bucketPerson, bucketMeta:
		r, err := c.decodePerson(bucket, key, value)
		return r.Import, err
	case bucketConversation:
		var r conversationRecord
		err := c.decodeSealed(bucket, key, value, &r)
		return r.Import, err
	case bucketMessage:
		var r messageRecord
		err := c.decodeSealed(bucket, key, value, &r)
		return r.Import, err
	case bucketInvitation:
		var r invitationRecord
		err := c.decodeSealed(bucket, key, value, &r)
		return r.Import, err
	default:
		var r importRecord
		err := c.decodeSealed(bucket, key, value, &r)
		return r.Seq, err
	}
}

// putBack puts kept values of a bucket whose keys begin with prefix back into their
// places, at most so many, and answers their keys.
func (c *codec) putBack(tx *bolt.Tx, a accounts, bucket string, prefix []byte, most int) (keys [][]byte, err error) {
	before := tx.Bucket([]byte(bucketBefore))
	if before == nil {
		return nil, nil
	}
	into := tx.Bucket([]byte(bucket))
	from := beforeKey(a.rec.Seq, bucket, prefix)
	cursor := before.Cursor()
	for k, v := cursor.Seek(from); bytes.HasPrefix(k, from) && len(keys) < most; k, v = cursor.Next() {
		value, err := unseal(bucketBefore, k, v)
		if err != nil {
			return nil, err
		}
		key := k[beforeHeadLen:]
		if n := a.head.count(bucket); n != nil && into.Get(key) == nil { // it was moved
			*n++
		}
		if err := into.Put(key, bytes.Clone(value)); err != nil {
			return nil, err
		}
		keys = append(keys, bytes.Clone(key))
	}
	for _, key := range keys {
		if err := before.Delete(beforeKey(a.rec.Seq, bucket, key)); err != nil {
			return nil, err
		}
	}
	a.head.Before -= len(keys)
	a.rec.Kept -= len(keys)
	return keys, nil
}

// remove deletes values that the import has made.
func (c *codec) remove(tx *bolt.Tx, a accounts, bucket string, keys [][]byte) error {
	from, n := tx.Bucket([]byte(bucket)), a.head.count(bucket)
	for _, key := range keys {
		if err := from.Delete(key); err != nil {
			return err
		}
		*n--
	}
	return nil
}
