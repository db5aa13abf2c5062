package takeout

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// ErrThere says that there is a file already, and nobody said that it may go.
var ErrThere = errors.New("there is a file already")

// Target is a file that is to be written.
type Target struct {
	Path     string
	Over     bool   // a file that is there may be replaced
	Database string // of which no file may take the place; empty for none
}

// Write writes the file whole or not at all, readable by its owner alone. The error is
// ErrThere when there is a file and it may not go, or a sentence that says why nothing
// can be written there.
func (t Target) Write(write func(io.Writer) error) error {
	if err := t.check(); err != nil {
		return err
	}
	err := t.write(write)
	// A temporary file has a name that nobody has heard of.
	if onPath := (*fs.PathError)(nil); errors.As(err, &onPath) {
		err = onPath.Err
	} else if onLink := (*os.LinkError)(nil); errors.As(err, &onLink) {
		err = onLink.Err
	}
	if err != nil {
		return fmt.Errorf("writing %s: %w", t.Path, err)
	}
	return nil
}

// check looks what is there already.
func (t Target) check() error {
	if dir := filepath.Dir(t.Path); !isDir(dir) {
		return fmt.Errorf("there is no folder %s; make it first, or name another", dir)
	}
	there, err := os.Stat(t.Path)
	if err != nil {
		_, err := os.Lstat(t.Path) // a link that leads nowhere is something, too
		if err == nil && !t.Over {
			return ErrThere
		}
		return nil
	}
	database, err := os.Stat(t.Database)
	switch {
	case err == nil && os.SameFile(there, database):
		return fmt.Errorf("%s is the database itself; name another file", t.Path)
	case there.IsDir():
		return fmt.Errorf("%s is a folder; name a file in it", t.Path)
	case !t.Over:
		return ErrThere
	default:
		return nil
	}
}

// isDir tells whether there is a folder.
func isDir(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// write writes beside the place and moves there.
func (t Target) write(write func(io.Writer) error) error {
	temp, err := os.CreateTemp(filepath.Dir(t.Path), ".cordial-*.tmp") // mode 0600
	if err != nil {
		return err
	}
	defer os.Remove(temp.Name()) //nolint:errcheck // it is gone when all went well
	if err := errors.Join(write(temp), temp.Sync(), temp.Close()); err != nil {
		return err
	}
	return os.Rename(temp.Name(), t.Path)
}
