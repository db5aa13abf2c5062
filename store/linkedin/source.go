package linkedin

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// ErrNothing says that there is no LinkedIn file among what was given.
var ErrNothing = errors.New("no LinkedIn export found")

// ErrRefused says that an archive is unsafe or damaged; nothing of it was imported.
var ErrRefused = errors.New("refused")

// File is one file of an export and what became of it.
type File struct {
	Name  string // base name
	Path  string // inside the archive or folder
	Kind  Kind
	Size  int64 // bytes, unpacked
	Rows  int   // records read
	State State
	Why   string // why it was ignored or refused, a sentence part
}

// State is what became of a file.
type State string

// The states of a file.
const (
	FileRead    State = "read"
	FileUnused  State = "ignored" // of no use here: skills, positions, advertisements…
	FileRefused State = "refused" // would be of use, but is unsafe or unreadable
)

// member is a file that is read.
type member struct {
	name  string
	kind  Kind
	size  int64
	limit int64
	rows  int
	open  func() (io.ReadCloser, error)
	read  *meter
	file  int // index in source.files
	src   *source
}

// refuse notes why the file could not be used after all.
func (m *member) refuse(why string) {
	m.src.files[m.file].State, m.src.files[m.file].Why = FileRefused, why
}

// done notes how many records there were.
func (m *member) done() { m.src.files[m.file].Rows = m.rows }

// source is everything that was given, its members in reading order.
type source struct {
	files    []File
	members  []*member
	closers  []io.Closer
	archives []*io.SectionReader // the zips as a whole
	observed time.Time           // newest plausible time stamp in them
	now      time.Time
}

// openSource looks into every path without reading a member yet.
func openSource(paths []string, now time.Time) (*source, error) {
	s := &source{now: now}
	for _, name := range paths {
		if err := s.open(name); err != nil {
			s.close()
			if onPath := (*fs.PathError)(nil); errors.As(err, &onPath) {
				err = onPath.Err
			}
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	if len(s.members) == 0 {
		s.close()
		return nil, s.nothing(paths)
	}
	slices.SortStableFunc(s.members, func(x, y *member) int {
		return slices.Index(allKinds(), x.kind) - slices.Index(allKinds(), y.kind)
	})
	return s, nil
}

func (s *source) open(name string) error {
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return err
	case info.IsDir():
		return s.openFolder(name)
	case !info.Mode().IsRegular():
		return fmt.Errorf("%w: it is not a file", ErrRefused)
	}
	if packed, err := isZip(name); err != nil {
		return err
	} else if packed {
		return s.openZip(name, info.Size())
	} else if strings.EqualFold(filepath.Ext(name), ".zip") {
		return fmt.Errorf("%w: it does not begin as a zip does; download the export again", ErrRefused)
	}
	return s.openSingle(name, info.Size())
}

// nothing says why there is nothing to read.
func (s *source) nothing(paths []string) error {
	for _, f := range s.files {
		if f.Why != "" {
			return fmt.Errorf("%w: %s: %s", ErrNothing, f.Path, f.Why)
		}
	}
	return fmt.Errorf("%w in %s: it has none of Connections.csv, messages.csv, Invitations.csv and Profile.csv",
		ErrNothing, strings.Join(paths, ", "))
}

// add notes a file, and makes it a member if it is to be read.
func (s *source) add(f File, open func() (io.ReadCloser, error)) {
	f.Name = path.Base(f.Path)
	if f.Kind == KindOther {
		f.State, f.Why = FileUnused, unusedBecause(f.Name)
	} else if f.State == "" {
		f.State = FileRead
		s.members = append(s.members, &member{
			name: f.Name, kind: f.Kind, size: f.Size, limit: maxMember, open: open, file: len(s.files), src: s,
		})
	}
	s.files = append(s.files, f)
}

// observe notes the time stamp of an archive's entry if an export can be that old and no older.
func (s *source) observe(at time.Time) {
	if at.After(s.observed) && at.Year() >= 2003 && (s.now.IsZero() || at.Before(s.now.AddDate(0, 0, 2))) {
		s.observed = at.UTC()
	}
}

func (s *source) close() {
	for _, c := range s.closers {
		_ = c.Close()
	}
}

func (s *source) has(kind Kind) bool {
	return slices.ContainsFunc(s.members, func(m *member) bool { return m.kind == kind })
}

func (s *source) missing() []Kind {
	return slices.DeleteFunc(allKinds(), s.has)
}

// contentHash answers the hash of the sorted hashes and names of the members. Names are those LinkedIn gives, so that
// a folder around them or a number in them makes no difference.
func (s *source) contentHash() string {
	lines := make([]string, 0, len(s.members))
	for _, m := range s.members {
		lines = append(lines, hex.EncodeToString(m.read.sum.Sum(nil))+"  "+m.kind.FileName()+"\n")
	}
	slices.Sort(lines)
	sum := sha256.Sum256([]byte(strings.Join(lines, "")))
	return hex.EncodeToString(sum[:])
}

// archiveHash answers the hash of the zip, nothing where not exactly one was read.
func (s *source) archiveHash() (string, error) {
	if len(s.archives) != 1 {
		return "", nil
	}
	sum := sha256.New()
	if _, err := io.Copy(sum, s.archives[0]); err != nil {
		return "", fmt.Errorf("hash the archive: %w", err)
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}
