package store

import (
	"fmt"
	"os"
	"strings"
)

// An import or a repair holds the lock only for bursts, but is alone for its whole
// length: it keeps a note beside the file, <database>.owner, and the lock on that
// note. The lock is what counts; the text is for whoever has to wait.

// ownerPath is where the note of a database is.
func ownerPath(path string) string { return path + ".owner" }

// own writes the note and answers what ends it. It fails with ErrBusy when another
// program does long work.
func (s *Store) own(what string) (release func(), err error) {
	path := ownerPath(s.path)
	for {
		f, err := openNoFollow(path, os.O_RDWR|os.O_CREATE, 0o600)
		if err != nil {
			return nil, fmt.Errorf("leaving a note beside the database: %w", err)
		}
		free, err := tryLock(f, true)
		if err != nil || !free {
			_ = f.Close()
			return nil, s.busy()
		}
		if !stillThere(f, path) { // its former owner has just removed it
			_ = f.Close()
			continue
		}
		note := fmt.Sprintf("%s is running (process %d)", what, os.Getpid())
		if err := writeNote(f, note); err != nil {
			_ = f.Close()
			return nil, fmt.Errorf("leaving a note beside the database: %w", err)
		}
		return func() {
			_ = os.Remove(path)
			_ = f.Close()
		}, nil
	}
}

// owned tells whether a program does long work now. A note alone says nothing: one
// that was killed leaves it behind.
func (s *Store) owned() bool {
	f, err := openNoFollow(ownerPath(s.path), os.O_RDONLY, 0)
	if err != nil {
		return false
	}
	defer func() { _ = f.Close() }()
	free, err := tryLock(f, false)
	return err == nil && !free
}

// stillThere tells whether the path still names the open file.
func stillThere(f *os.File, path string) bool {
	mine, err := f.Stat()
	if err != nil {
		return false
	}
	there, err := os.Lstat(path)
	return err == nil && os.SameFile(mine, there)
}

// writeNote replaces what is in the file.
func writeNote(f *os.File, note string) error {
	if err := f.Truncate(0); err != nil {
		return err
	}
	_, err := f.WriteAt([]byte(note+"\n"), 0)
	return err
}

// readOwner reads the note of who does long work, if there is one.
func readOwner(path string) (string, bool) {
	f, err := openNoFollow(ownerPath(path), os.O_RDONLY, 0)
	if err != nil {
		return "", false
	}
	defer func() { _ = f.Close() }()
	b := make([]byte, 200)
	n, _ := f.Read(b)
	note := strings.TrimSpace(string(b[:n]))
	return note, note != ""
}
