package store

import (
	"time"

	bolt "go.etcd.io/bbolt"

	"cordial/model"
)

// importRecord is what the import bucket says of an archive.
//
//	        begin            finish           undo
//	none ──────────► running ──────► done ──────────► undoing ──────► as before
//	                    └── cancelled, abandoned ────────►┘
type importRecord struct {
	State string   `cbor:"1,keyasint"`
	Name  string   `cbor:"2,keyasint,omitempty"`
	Paths []string `cbor:"3,keyasint,omitempty"` // where it was; older programs kept it while running
	tally          // 4 to 13

	Seq    uint32 `cbor:"14,keyasint,omitempty"` // its number, 0 of a program that did not number imports
	Kept   int    `cbor:"15,keyasint,omitempty"` // values in bucket before
	Listed int64  `cbor:"16,keyasint,omitempty"` // what the head of the evidence said before it
	Event  string `cbor:"17,keyasint,omitempty"` // id of its export.imported, when it is done
	// Lasting: not all that it changed is known, because a program that did not number
	// imports began it, or a repair had to leave something out.
	Lasting bool      `cbor:"18,keyasint,omitempty"`
	Undo    string    `cbor:"19,keyasint,omitempty"` // while undoing: id of its event.reverted
	UndoAt  time.Time `cbor:"20,keyasint,omitzero"`  // when that was decided
}

// The states of an import.
const (
	importRunning = "running"
	importDone    = "done"
	importUndoing = "undoing"
)

// importRecord reads what is known of an archive; State is empty for a new one.
func (c *codec) importRecord(tx *bolt.Tx, head evidenceHead, archive string) (importRecord, error) {
	var r importRecord
	key := []byte(archive)
	value, err := lookup(tx, bucketImport, head.Imports, key)
	if value == nil || err != nil {
		return r, err
	}
	return r, c.decodeSealed(bucketImport, key, value, &r)
}

// putImport writes what is known of an archive.
func (c *codec) putImport(tx *bolt.Tx, head *evidenceHead, archive string, r importRecord) error {
	key := []byte(archive)
	if tx.Bucket([]byte(bucketImport)).Get(key) == nil {
		head.Imports++
	}
	value, err := c.encodeSealed(bucketImport, key, r)
	if err != nil {
		return err
	}
	return tx.Bucket([]byte(bucketImport)).Put(key, value)
}

// findImport looks for an import; ok is false when there is none.
func (s *Store) findImport(is func(importRecord) bool) (archive string, r importRecord, ok bool, err error) {
	err = s.readEvidence(func(tx *bolt.Tx, head evidenceHead) error {
		return scan(tx, bucketImport, head.Imports, func(k, v []byte) error {
			var x importRecord
			if err := s.codec.decodeSealed(bucketImport, k, v, &x); err != nil {
				return err
			}
			if is(x) && !ok {
				archive, r, ok = string(k), x, true
			}
			return nil
		})
	})
	return archive, r, ok && err == nil, err
}

// Unfinished lists the paths of an import whose program was killed while writing it or
// taking it back: importing them again brings all of it, Abandon takes it back. It is
// empty when there is none, and while a program is still at it.
func (s *Store) Unfinished() (paths []string, err error) {
	_, r, left, err := s.findImport(importRecord.unfinished)
	if !left || s.owned() {
		return nil, err
	}
	return r.Paths, err
}

// unfinished tells whether the import was interrupted, or its taking back.
func (r importRecord) unfinished() bool { return r.State == importRunning || r.State == importUndoing }

// resumes is the number of the import that goes on, 0 for one that begins.
func (r importRecord) resumes() uint32 {
	if r.State != importRunning {
		return 0
	}
	return r.Seq
}

// title is how people call the import.
func (r importRecord) title() string {
	if r.Name == "" {
		return "an export"
	}
	return r.Name
}

// reversal is the event that says that the import was taken back.
func (r importRecord) reversal() model.Event {
	return model.Event{ID: r.Undo, At: r.UndoAt, Recorded: r.UndoAt, Decision: model.EventReverted{Event: r.Event}}
}
