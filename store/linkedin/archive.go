package linkedin

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"cordial/store/linkedin/table"
)

// Limits of an archive, far above any export and far below what would fill a machine.
const (
	maxEntries = 2000
	maxMember  = 512 << 20
	maxTotal   = 1 << 30
	maxRatio   = 200
	maxRows    = 4 << 20 // of one file
	// smallMember is the size in bytes under which the ratio does not matter: a table of commas packs very well.
	smallMember = 1 << 20
)

// isZip tells a zip by its first bytes, whatever it is called.
func isZip(name string) (bool, error) {
	if info, err := os.Stat(name); err != nil || !info.Mode().IsRegular() {
		return false, err
	}
	f, err := os.Open(name)
	if err != nil {
		return false, err
	}
	defer func() { _ = f.Close() }()
	head := make([]byte, 4)
	n, _ := io.ReadFull(f, head)
	return bytes.HasPrefix(head[:n], []byte("PK")), nil
}

// openZip opens a zip. Nothing is ever extracted.
func (s *source) openZip(name string, size int64) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	s.closers = append(s.closers, f)
	return s.addArchive(f, size)
}

// addArchive looks through the directory of a zip that is open.
func (s *source) addArchive(f io.ReaderAt, size int64) error {
	archive, err := zip.NewReader(f, size)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return fmt.Errorf("%w: it is not a whole zip (%w); download the export again", ErrRefused, err)
	}
	if len(archive.File) > maxEntries {
		return fmt.Errorf("%w: it has %d entries, and an export has at most %d", ErrRefused, len(archive.File), maxEntries)
	}
	if err := whole(f, size, archive.File); err != nil {
		return err
	}
	s.archives = append(s.archives, io.NewSectionReader(f, 0, size))
	return s.addEntries(archive.File)
}

// addEntries judges every entry of a zip.
func (s *source) addEntries(entries []*zip.File) error {
	seen := map[string]bool{}
	var total uint64
	for _, entry := range entries {
		if entry.FileInfo().IsDir() || junk(entry.Name) {
			continue
		}
		f := File{Path: entry.Name, Kind: kindOf(strings.ReplaceAll(entry.Name, `\`, "/")), Size: int64(entry.UncompressedSize64)}
		if f.Kind == KindOther {
			s.add(f, nil)
			continue
		}
		if seen[entry.Name] {
			return fmt.Errorf("%w: two of its entries are called %s", ErrRefused, quote(entry.Name))
		}
		seen[entry.Name] = true
		if f.Why = unsafeEntry(entry); f.Why != "" {
			f.State = FileRefused
		} else if total += entry.UncompressedSize64; total > maxTotal {
			return fmt.Errorf("%w: it unpacks to more than %d MiB", ErrRefused, maxTotal>>20)
		}
		s.observe(entry.Modified)
		s.add(f, func() (io.ReadCloser, error) {
			in, err := entry.Open()
			if err != nil {
				return nil, fmt.Errorf("%w: it cannot be unpacked (%w); download the export again", ErrRefused, err)
			}
			return in, nil
		})
	}
	return nil
}

// openFolder looks through an unpacked export, one level of folders deep.
func (s *source) openFolder(name string) error {
	root, err := os.OpenRoot(name)
	if err != nil {
		return err
	}
	s.closers = append(s.closers, root)
	var count int
	return fs.WalkDir(root.FS(), ".", func(at string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() {
			if strings.Count(at, "/") > 0 || at != "." && junk(at) {
				return fs.SkipDir
			}
			return nil
		}
		if junk(at) {
			return nil
		}
		if count++; count > maxEntries {
			return fmt.Errorf("%w: it has more than %d files", ErrRefused, maxEntries)
		}
		return s.addFile(root, at, entry)
	})
}

// addFile judges one file of a folder.
func (s *source) addFile(root *os.Root, at string, entry fs.DirEntry) error {
	info, err := entry.Info()
	if err != nil {
		return err
	}
	f := File{Path: at, Kind: kindOf(at), Size: info.Size()}
	switch {
	case f.Kind == KindOther:
	case !info.Mode().IsRegular():
		f.State, f.Why = FileRefused, "it is a link or a device, not a file"
	case info.Size() > maxMember:
		f.State, f.Why = FileRefused, fmt.Sprintf("it is larger than %d MiB", maxMember>>20)
	}
	s.add(f, func() (io.ReadCloser, error) { return root.Open(at) })
	return nil
}

// openSingle takes one CSV file by its name or, where somebody renamed it, by its header.
func (s *source) openSingle(name string, size int64) error {
	f := File{Path: filepath.ToSlash(name), Size: size}
	if f.Kind = kindOf(f.Path); f.Kind == KindOther && !assistantChat(f.Path) {
		var err error
		if f.Kind, err = kindByHeader(name); err != nil {
			return err
		}
	}
	if size > maxMember {
		f.State, f.Why = FileRefused, fmt.Sprintf("it is larger than %d MiB", maxMember>>20)
	}
	s.add(f, func() (io.ReadCloser, error) { return os.Open(name) })
	return nil
}

// kindByHeader tells a file's kind by its columns.
func kindByHeader(name string) (Kind, error) {
	f, err := os.Open(name)
	if err != nil {
		return KindOther, err
	}
	defer func() { _ = f.Close() }()
	head, _ := table.UTF8Text(f).Peek(table.Peek)
	for _, kind := range allKinds() {
		if _, ok := table.FindHeader(head, kind.fits); ok {
			return kind, nil
		}
	}
	return KindOther, nil
}
