package store

import (
	"bytes"
	"errors"
	"math"

	bolt "go.etcd.io/bbolt"
)

// newest finds out which number the newest import has. Where the counts cannot be
// read, which counts says, every number will do.
func (c *inspection) newest() error {
	c.seq = math.MaxUint32
	_ = c.s.readEvidence(func(_ *bolt.Tx, head evidenceHead) error {
		c.seq = head.Seq
		return nil
	})
	return nil
}

// record verifies one record of the evidence, and that the number of the import that
// wrote it was given.
func (c *inspection) record(tx *bolt.Tx, bucket string, k, v []byte) error {
	by, err := c.s.codec.verify(tx, bucket, k, v)
	if err != nil {
		return err
	}
	switch bucket {
	case bucketImport:
		return c.keepsOf(k, v, by)
	case bucketBefore:
		c.kept[by]++
		if _, of, key, _ := parseBeforeKey(k); of == bucketImport {
			err = c.keepsOf(key, v[sealLen:], by)
		}
	}
	if err == nil && by > c.seq {
		err = damagedIn(bucket, k)
	}
	return err
}

// keepsOf notes how much an import says is kept for it.
func (c *inspection) keepsOf(key, value []byte, by uint32) error {
	var r importRecord
	if err := c.s.codec.decodeSealed(bucketImport, key, value, &r); err != nil {
		return err
	}
	if r.Seq != 0 {
		c.keeps[r.Seq] = r.Kept
	}
	if by > c.seq {
		return damagedIn(bucketImport, key)
	}
	return nil
}

// settleKept makes imports say how much is kept for them after a repair. One for which
// something is missing can no longer be taken back.
func (v *salvage) settleKept(tx *bolt.Tx) error {
	imports, before := tx.Bucket([]byte(bucketImport)), tx.Bucket([]byte(bucketBefore))
	var fixed, fixedBefore []pair
	err := imports.ForEach(func(k, value []byte) error {
		is, changed, err := v.settled(k, value)
		if changed {
			fixed = append(fixed, pair{bytes.Clone(k), is})
		}
		return err
	})
	if err != nil {
		return err
	}
	err = before.ForEach(func(k, value []byte) error {
		_, bucket, key, _ := parseBeforeKey(k)
		if bucket != bucketImport {
			return nil
		}
		is, changed, err := v.settled(key, value[sealLen:])
		if changed {
			fixedBefore = append(fixedBefore, pair{bytes.Clone(k), seal(bucketBefore, k, is)})
		}
		return err
	})
	for _, p := range fixed {
		err = errors.Join(err, imports.Put(p.k, p.v))
	}
	for _, p := range fixedBefore {
		err = errors.Join(err, before.Put(p.k, p.v))
	}
	return err
}

// settled is the value of an import that says how much is kept for it.
func (v *salvage) settled(key, value []byte) (is []byte, changed bool, err error) {
	c := v.s.codec
	var r importRecord
	if err := c.decodeSealed(bucketImport, key, value, &r); err != nil {
		return nil, false, err
	}
	if r.Seq == 0 || r.Kept == v.kept[r.Seq] {
		return nil, false, nil
	}
	r.Kept, r.Lasting = v.kept[r.Seq], true
	is, err = c.encodeSealed(bucketImport, key, r)
	return is, true, err
}
