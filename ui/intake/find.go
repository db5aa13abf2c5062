package intake

import (
	"cmp"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"cordial/ui/port"
)

// Limits of what is looked at: a folder of downloads may hold anything.
const (
	mostEntries = 5000
	mostLooked  = 40 // files of a folder that are opened
	mostFound   = 20
)

// Entry is something in a folder.
type Entry struct {
	Name   string
	Folder bool
	Size   int64
	At     time.Time // last changed
}

// Folder lists what is in a folder, folders first and then what can be imported, by
// name. Hidden entries are left out.
func Folder(dir string) ([]Entry, error) {
	f, err := os.Open(dir)
	if err != nil {
		return nil, err
	}
	defer f.Close()                                                 //nolint:errcheck // it was only read
	names, err := f.Readdirnames(mostEntries)                       // not their state: of a folder on a network that takes long
	if err != nil && !(errors.Is(err, io.EOF) && len(names) == 0) { // an empty one
		return nil, err
	}
	var list []Entry
	for _, name := range names {
		if strings.HasPrefix(name, ".") {
			continue
		}
		if info, err := os.Stat(filepath.Join(dir, name)); err == nil && (info.IsDir() || info.Mode().IsRegular()) {
			list = append(list, Entry{name, info.IsDir(), info.Size(), info.ModTime()})
		}
	}
	slices.SortFunc(list, func(a, b Entry) int {
		return cmp.Or(a.rank()-b.rank(), strings.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name)), strings.Compare(a.Name, b.Name))
	})
	return list, nil
}

// rank sorts by how likely something is wanted.
func (e Entry) rank() int {
	switch {
	case e.Folder:
		return 0
	case e.readable():
		return 1
	default:
		return 2
	}
}

// readable tells by the name whether a file can be imported.
func (e Entry) readable() bool {
	return slices.Contains([]string{".zip", ".csv", ".vcf", ".tsv", ".txt"}, strings.ToLower(filepath.Ext(e.Name)))
}

// Found is a file that can be imported.
type Found struct {
	Path   string
	Export bool // LinkedIn's; else a list of people
	Size   int64
	At     time.Time // last changed
}

// Find looks for exports and lists in folders, not below them. Exports come first,
// the newest before older ones.
func Find(dirs []string, x port.Exchange) []Found {
	var found []Found
	seen := map[string]bool{}
	for _, dir := range dirs {
		list, err := Folder(dir)
		if err != nil || seen[dir] {
			continue // there may be no such folder
		}
		seen[dir] = true
		list = slices.DeleteFunc(list, func(e Entry) bool { return !e.likely() })
		slices.SortStableFunc(list, func(a, b Entry) int { return b.At.Compare(a.At) })
		for _, e := range list[:min(len(list), mostLooked)] {
			if f, ok := look(filepath.Join(dir, e.Name), e, x); ok {
				found = append(found, f)
			}
		}
	}
	slices.SortStableFunc(found, func(a, b Found) int {
		if a.Export != b.Export {
			if a.Export {
				return -1
			}
			return 1
		}
		return b.At.Compare(a.At)
	})
	return found[:min(len(found), mostFound)]
}

// likely tells by the name whether something is worth opening.
func (e Entry) likely() bool {
	if e.Folder {
		return strings.Contains(strings.ToLower(e.Name), "linkedin")
	}
	return e.readable() && !strings.EqualFold(filepath.Ext(e.Name), ".txt")
}

// look tells what a file is.
func look(path string, e Entry, x port.Exchange) (Found, bool) {
	f := Found{Path: path, Size: e.Size, At: e.At}
	if export, err := x.IsExport(path); err == nil && export {
		f.Export = true
		return f, true
	}
	if e.Folder {
		return f, false
	}
	list, err := x.IsList(path)
	return f, list && err == nil
}
