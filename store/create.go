package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	bolt "go.etcd.io/bbolt"
)

// create makes an empty database. It is built beside its place, verified, and then
// put there as a whole, so that a crash leaves either nothing or a database. If
// another program was faster, theirs stays.
func (s *Store) create() error {
	dir := filepath.Dir(s.path)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return fmt.Errorf("making the directory of the database: %w", err)
	}
	return s.build(s.path, false, func(db *bolt.DB) error {
		return db.Update(s.empty)
	})
}

// empty fills a new file.
func (s *Store) empty(tx *bolt.Tx) error {
	for _, name := range buckets() {
		if _, err := tx.CreateBucketIfNotExists([]byte(name)); err != nil {
			return err
		}
	}
	return errors.Join(
		s.codec.putMeta(tx, keyFormat, format{Format: formatNow, Program: s.options.Program, Digest: digestNow}),
		s.codec.putMeta(tx, keyJournal, journalHead{Hash: make([]byte, hashLen)}),
		s.codec.putMeta(tx, keyEvidence, evidenceHead{}),
	)
}

// build makes a database at a path through a temporary file: fill, sync, verify,
// put in place, sync the directory. With replace, what is there is replaced.
func (s *Store) build(path string, replace bool, fill func(*bolt.DB) error) error {
	dir := filepath.Dir(path)
	temp, err := os.CreateTemp(dir, ".cordial-*.tmp") // mode 0600
	if err != nil {
		return fmt.Errorf("making the database: %w", err)
	}
	defer func() { _ = os.Remove(temp.Name()) }()
	if err := temp.Close(); err != nil {
		return fmt.Errorf("making the database: %w", err)
	}
	db, err := bolt.Open(temp.Name(), 0o600, &bolt.Options{FreelistType: bolt.FreelistMapType, NoStatistics: true})
	if err != nil {
		return fmt.Errorf("making the database: %w", err)
	}
	if err := errors.Join(fill(db), db.Sync(), db.Close()); err != nil {
		return fmt.Errorf("making the database: %w", err)
	}
	made := &Store{path: temp.Name(), wait: s.wait, codec: s.codec}
	if err := made.read(func(*bolt.Tx) error { return nil }); err != nil {
		return fmt.Errorf("verifying the new database: %w", err)
	}
	return putInPlace(temp.Name(), path, replace)
}

// putInPlace gives a finished file its name, and makes the name durable. A link
// never replaces what another program put there meanwhile; where the file system
// has no links, renaming must do.
func putInPlace(temp, path string, replace bool) error {
	var err error
	if replace {
		err = os.Rename(temp, path)
	} else if err = os.Link(temp, path); errors.Is(err, fs.ErrExist) {
		return nil
	} else if err != nil {
		err = os.Rename(temp, path)
	}
	if err != nil {
		return fmt.Errorf("putting the database in its place: %w", err)
	}
	return syncDir(filepath.Dir(path))
}

// syncDir makes the names in a directory durable. Not every file system knows how;
// the file itself is safe all the same.
func syncDir(path string) error {
	dir, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("making the name of the database durable: %w", err)
	}
	_ = dir.Sync()
	return dir.Close()
}
