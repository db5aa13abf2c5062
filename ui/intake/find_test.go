package intake

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"cordial/ui/port"
)

// files writes files into a folder, the first the oldest.
func files(t *testing.T, names ...string) string {
	t.Helper()
	dir := t.TempDir()
	for i, name := range names {
		path := filepath.Join(dir, name)
		at := time.Unix(int64(1_700_000_000+i), 0)
		if strings.HasSuffix(name, "/") {
			if err := errors.Join(os.MkdirAll(path, 0o700), os.Chtimes(path, at, at)); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, []byte(name), 0o600), os.Chtimes(path, at, at)); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// byName tells files by what their names contain.
func byName() port.Exchange {
	return port.Exchange{
		IsExport: func(path string) (bool, error) {
			if strings.Contains(path, "locked") {
				return false, os.ErrPermission
			}
			return strings.Contains(filepath.Base(path), "export"), nil
		},
		IsList: func(path string) (bool, error) { return strings.Contains(filepath.Base(path), "list"), nil },
	}
}

func TestFolder(t *testing.T) {
	dir := files(t, "b.pdf", "A.zip", "c.csv", "sub/", ".hidden.zip", "Z/", "a.zip")
	list, err := Folder(dir)
	var names []string
	for _, e := range list {
		names = append(names, e.Name)
	}
	if want := []string{"sub", "Z", "A.zip", "a.zip", "c.csv", "b.pdf"}; err != nil || !slices.Equal(names, want) {
		t.Errorf("%q, %v; want %q", names, err, want)
	}
	if list, err := Folder(t.TempDir()); err != nil || len(list) > 0 {
		t.Errorf("an empty one: %v, %v", list, err)
	}
	if _, err := Folder(filepath.Join(dir, "gone")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("none: %v", err)
	}
}

// TestFind: exports before lists, the newest first, each folder once, and nothing else.
func TestFind(t *testing.T) {
	one := files(t, "list.csv", "export-1.zip", "export-2.zip", "holiday.zip", "LinkedIn export/", "Documents export/", "export.txt", "locked-export.zip")
	two := files(t, "list-2.vcf", "export-3.csv")
	var names []string
	for _, f := range Find([]string{one, filepath.Join(one, "gone"), two, one}, byName()) {
		names = append(names, fmt.Sprint(filepath.Base(f.Path), " ", f.Export))
	}
	want := []string{"LinkedIn export true", "export-2.zip true", "export-1.zip true", "export-3.csv true", "list.csv false", "list-2.vcf false"}
	if !slices.Equal(names, want) {
		t.Errorf("%q, want %q", names, want)
	}
}

func TestSort(t *testing.T) {
	dir := files(t, "export.zip", "list.csv", "any.csv", "any.zip", "locked.csv", "folder.csv/")
	var paths []string
	for _, name := range []string{"export.zip", "list.csv", "any.csv", "any.zip", "locked.csv", "folder.csv", "gone.csv"} {
		paths = append(paths, filepath.Join(dir, name))
	}
	s := Sort(paths, byName())
	names := func(paths []string) string {
		var list []string
		for _, path := range paths {
			list = append(list, filepath.Base(path))
		}
		return strings.Join(list, " ")
	}
	if got := names(s.Exports); got != "export.zip any.zip locked.csv folder.csv gone.csv" {
		t.Errorf("left to the import of exports: %s", got)
	}
	if names(s.Lists) != "list.csv" || names(s.Unknown) != "any.csv" {
		t.Errorf("lists %v, unknown %v", s.Lists, s.Unknown)
	}
}
