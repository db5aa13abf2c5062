package store

import (
	"errors"
	"fmt"
	"os"
	"runtime/debug"
	"time"

	bolt "go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"

	"cordial/model"
)

// lockStep is the pause between two looks at a lock that is taken. It is far
// shorter than bbolt's own 50 ms, so that a save finds the gap between two batches
// of an import.
const lockStep = time.Millisecond

// read runs a burst that only reads; any number of programs may do so at once.
func (s *Store) read(do func(*bolt.Tx) error) error {
	s.gate.RLock()
	defer s.gate.RUnlock()
	return s.burst(false, s.wait, do)
}

// write runs a burst in one durable transaction, all or nothing.
func (s *Store) write(do func(*bolt.Tx) error) error {
	s.gate.Lock()
	defer s.gate.Unlock()
	return s.burst(true, s.wait, do)
}

// writePatiently is write for work that nobody waits for: a backup of another
// program's is no reason to break an import off.
func (s *Store) writePatiently(do func(*bolt.Tx) error) error {
	s.gate.Lock()
	defer s.gate.Unlock()
	return s.burst(true, 20*s.wait, do)
}

// errNothing, answered by a write, ends it well without writing.
var errNothing = errors.New("nothing to write")

// burst opens the file, runs one transaction and closes the file. A panic in
// bbolt, or a page that is no longer there, means a damaged file: bbolt trusts what
// it reads. The handle is then left as it is, and only the lock is given back.
func (s *Store) burst(write bool, wait time.Duration, do func(*bolt.Tx) error) (err error) {
	var file *os.File
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if cause := recover(); cause != nil {
			if file != nil {
				_ = file.Close()
			}
			err = damaged("%v", cause)
		}
	}()
	options := &bolt.Options{
		Timeout: wait, ReadOnly: !write, FreelistType: bolt.FreelistMapType, NoStatistics: true,
		OpenFile: func(path string, flag int, mode os.FileMode) (*os.File, error) {
			opened, err := s.open(path, flag&^os.O_CREATE, mode, write, wait)
			file = opened
			return opened, err
		},
	}
	db, err := bolt.Open(s.path, 0o600, options)
	if err != nil {
		return s.openError(err)
	}
	err = transact(db, write, func(tx *bolt.Tx) error {
		if err := s.admit(tx); err != nil {
			return err
		}
		return do(tx)
	})
	if closing := db.Close(); err == nil && closing != nil {
		err = fmt.Errorf("closing the database: %w", closing)
	}
	return err
}

// transact runs one transaction.
func transact(db *bolt.DB, write bool, do func(*bolt.Tx) error) error {
	if !write {
		return db.View(do)
	}
	err := db.Update(do)
	if errors.Is(err, errNothing) {
		return nil
	}
	return err
}

// open opens the file for bbolt: takes the lock, so that no other program is
// half-way through a change, and only then examines the headers. A file that was
// replaced while we waited for its lock is let go for the one that is there now.
func (s *Store) open(path string, flag int, mode os.FileMode, write bool, wait time.Duration) (*os.File, error) {
	for {
		f, err := openNoFollow(path, flag, mode)
		if err != nil {
			return nil, err
		}
		if err = s.lock(f, write, wait); err == nil {
			if !stillThere(f, path) {
				_ = f.Close()
				continue
			}
			if err = preflight(f, s.options.Lenient); err == nil {
				return f, nil
			}
		}
		_ = f.Close()
		return nil, err
	}
}

// lock waits for the lock on the file.
func (s *Store) lock(f *os.File, exclusive bool, wait time.Duration) error {
	for waited := time.Duration(0); ; waited += lockStep {
		ok, err := tryLock(f, exclusive)
		if err != nil {
			return fmt.Errorf("locking the database: %w", err)
		}
		if ok {
			return nil
		}
		if waited >= wait {
			return s.busy()
		}
		time.Sleep(lockStep)
	}
}

// openError puts bbolt's answers into sentences.
func (s *Store) openError(err error) error {
	var known *fault
	switch {
	case errors.As(err, &known):
		return known
	case errors.Is(err, bolterrors.ErrTimeout):
		return s.busy()
	case errors.Is(err, bolterrors.ErrInvalid), errors.Is(err, bolterrors.ErrChecksum):
		return damaged("its headers are not whole")
	case errors.Is(err, bolterrors.ErrVersionMismatch):
		return newer("its file format is another")
	case errors.Is(err, os.ErrNotExist):
		return &fault{os.ErrNotExist, fmt.Sprintf("the database %s is gone: it was moved or removed while it was in use", s.path)}
	default:
		return fmt.Errorf("opening the database: %w", err)
	}
}

// admit refuses a file that is no database of ours, or of a format to come.
func (s *Store) admit(tx *bolt.Tx) error {
	meta := tx.Bucket([]byte(bucketMeta))
	if meta == nil || meta.Get([]byte(keyFormat)) == nil {
		return notOurs(s.path, "it is a database of another program's")
	}
	f, err := s.codec.format(meta)
	if err != nil {
		return err
	}
	if f.Format > formatNow {
		return newer("its format is %d and was written by %s", f.Format, f.Program)
	}
	for _, name := range buckets() {
		if tx.Bucket([]byte(name)) == nil && !late(name) {
			return damaged("its %s bucket is missing", name)
		}
	}
	return nil
}

// late tells whether a bucket came after the first version of the format: it is made
// with its first record.
func late(bucket string) bool { return bucket == bucketDraft || bucket == bucketBefore }

// busy says who holds the file, as far as they left a note.
func (s *Store) busy() error {
	text := "the database is busy: another program is writing to it; try again in a moment"
	if note, ok := readOwner(s.path); ok {
		text = fmt.Sprintf("the database is busy: %s; try again when it is done", note)
	}
	return &fault{model.ErrBusy, text}
}
