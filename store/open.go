package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	bolt "go.etcd.io/bbolt"

	"cordial/model"
)

// Options are what a Store is told about its surroundings.
type Options struct {
	// Program is the version written into a new file, for people to read.
	Program string
	// World is what folding the journal asks for; without Zone, the system's time
	// zones are used.
	World model.World
	// Wait is how long a method waits for another program; 0 is 300 ms.
	Wait time.Duration
	// Lenient opens a file although one of its two headers is damaged, so that Check
	// can repair it. What is read then may lack the last change.
	Lenient bool
	// OwnDir says that the file's directory belongs to the program, so that its
	// mode is narrowed as well.
	OwnDir bool
}

// Store is a database file. It holds nothing open between two calls, needs no
// closing, and its methods may be called from any goroutine.
type Store struct {
	path    string
	options Options
	wait    time.Duration
	codec   *codec

	gate sync.RWMutex // bursts of this process wait here in turn, not at the lock
	seen seen
}

// Open opens the database at a path, and makes an empty one where nothing is. What
// it finds there is examined before anything is written: the errors wrap ErrNotOurs,
// ErrDamaged, ErrNewer or ErrBusy of package model. A file that others may read is
// closed to them.
func Open(path string, options Options) (*Store, error) {
	c, err := newCodec()
	if err != nil {
		return nil, err
	}
	s := &Store{path: path, options: options, wait: options.Wait, codec: c}
	if s.wait <= 0 {
		s.wait = 300 * time.Millisecond
	}
	if s.options.World.Zone == nil {
		s.options.World.Zone = zone
	}
	if err := s.examine(); err != nil {
		return nil, err
	}
	var f format
	err = s.read(func(tx *bolt.Tx) (err error) {
		f, err = s.codec.format(tx.Bucket([]byte(bucketMeta)))
		return err
	})
	if err == nil && f.Digest < digestNow {
		err = s.rederive(f)
	}
	if err != nil {
		return nil, err
	}
	return s, nil
}

// Path is where the database is.
func (s *Store) Path() string { return s.path }

// examine looks at what is at the path without opening it, makes a database where
// nothing is, and closes it to others.
func (s *Store) examine() error {
	info, err := os.Lstat(s.path)
	if errors.Is(err, fs.ErrNotExist) {
		if err := s.create(); err != nil {
			return err
		}
		info, err = os.Lstat(s.path)
	}
	if err != nil {
		return fmt.Errorf("looking for the database: %w", err)
	}
	switch mode := info.Mode(); {
	case mode.IsDir():
		return notOurs(s.path, "it is a directory; name a file in it")
	case mode&fs.ModeSymlink != 0:
		return notOurs(s.path, "it is a link; name the file it points to")
	case !mode.IsRegular():
		return notOurs(s.path, "it is a device or a pipe")
	}
	if err := narrow(s.path, info, 0o600); err != nil || !s.options.OwnDir {
		return err
	}
	dir := filepath.Dir(s.path)
	if info, err = os.Stat(dir); err != nil {
		return fmt.Errorf("looking at the directory of the database: %w", err)
	}
	return narrow(dir, info, 0o700)
}

// narrow takes away what a mode allows beyond the given one.
func narrow(path string, info fs.FileInfo, mode fs.FileMode) error {
	if info.Mode().Perm()&^mode == 0 {
		return nil
	}
	if err := os.Chmod(path, info.Mode().Perm()&mode); err != nil {
		return fmt.Errorf("closing the database to other users: %w", err)
	}
	return nil
}

// zone finds a time zone in the system; "" is UTC.
func zone(name string) (*time.Location, error) { return time.LoadLocation(name) }
