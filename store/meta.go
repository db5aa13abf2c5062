package store

import (
	"github.com/fxamacker/cbor/v2"
	bolt "go.etcd.io/bbolt"
)

// format says what the file is. Its record keeps its shape for ever, so that every
// program can say that a file is too new for it.
type format struct {
	Format  int    `cbor:"1,keyasint"`
	Program string `cbor:"2,keyasint,omitempty"` // the version that made the file
	Digest  int    `cbor:"3,keyasint"`           // rules by which thread rows were derived
}

// journalHead is how far the journal has come. It stands apart from the journal, so
// that a lost last event is noticed.
type journalHead struct {
	Count uint64 `cbor:"1,keyasint"`
	Hash  []byte `cbor:"2,keyasint"` // of the last event, 32 bytes; zeros before the first
}

// evidenceHead counts the evidence, so that a lost record is noticed.
type evidenceHead struct {
	Writes        uint64 `cbor:"1,keyasint"` // transactions that changed evidence
	People        int    `cbor:"2,keyasint"`
	Conversations int    `cbor:"3,keyasint"`
	Messages      int    `cbor:"4,keyasint"`
	Invitations   int    `cbor:"5,keyasint"`
	Threads       int    `cbor:"6,keyasint"`
	Imports       int    `cbor:"7,keyasint"`
	Owner         bool   `cbor:"8,keyasint"` // there is one

	Before int    `cbor:"9,keyasint,omitempty"`  // values as they were before an import
	Seq    uint32 `cbor:"10,keyasint,omitempty"` // number of the newest import, from 1
	Listed int64  `cbor:"11,keyasint,omitempty"` // Unix seconds: how new the newest archive is that lists invitations
}

// count is how many values a bucket has, nil where that is not counted.
func (h *evidenceHead) count(bucket string) *int {
	switch bucket {
	case bucketPerson:
		return &h.People
	case bucketConversation:
		return &h.Conversations
	case bucketMessage:
		return &h.Messages
	case bucketInvitation:
		return &h.Invitations
	case bucketThread:
		return &h.Threads
	case bucketImport:
		return &h.Imports
	case bucketBefore:
		return &h.Before
	default:
		return nil
	}
}

// format reads the format record, and passes over fields it does not know.
func (c *codec) format(meta *bolt.Bucket) (format, error) {
	var f format
	key := []byte(keyFormat)
	body, err := unseal(bucketMeta, key, meta.Get(key))
	if err != nil {
		return f, err
	}
	if err := cbor.Unmarshal(body, &f); err != nil {
		return f, damagedIn(bucketMeta, key)
	}
	return f, nil
}

// getMeta reads a record of the meta bucket into v; ok is false when there is none.
func (c *codec) getMeta(tx *bolt.Tx, name string, v any) (ok bool, err error) {
	key := []byte(name)
	value := tx.Bucket([]byte(bucketMeta)).Get(key)
	if value == nil {
		return false, nil
	}
	body, err := unseal(bucketMeta, key, value)
	if err != nil {
		return false, err
	}
	return true, c.decode(bucketMeta, key, body, v)
}

// putMeta writes a record of the meta bucket.
func (c *codec) putMeta(tx *bolt.Tx, name string, v any) error {
	body, err := c.encode(v)
	if err != nil {
		return err
	}
	key := []byte(name)
	return tx.Bucket([]byte(bucketMeta)).Put(key, seal(bucketMeta, key, body))
}

// journalHead reads how far the journal has come.
func (c *codec) journalHead(tx *bolt.Tx) (journalHead, error) {
	var h journalHead
	ok, err := c.getMeta(tx, keyJournal, &h)
	if err == nil && (!ok || len(h.Hash) != hashLen) {
		err = damaged("it does not say how many events it has")
	}
	return h, err
}

// evidenceHead reads the counts of the evidence.
func (c *codec) evidenceHead(tx *bolt.Tx) (evidenceHead, error) {
	var h evidenceHead
	ok, err := c.getMeta(tx, keyEvidence, &h)
	if err == nil && !ok {
		err = damaged("it does not say how much evidence it has")
	}
	return h, err
}
