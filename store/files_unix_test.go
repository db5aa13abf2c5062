//go:build unix

package store

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	bolt "go.etcd.io/bbolt"

	"cordial/model"
)

func TestWhatIsNoDatabaseIsRefused(t *testing.T) {
	dir := t.TempDir()
	path := func(name string) string { return filepath.Join(dir, name) }
	write := func(name string, content []byte) string {
		if err := os.WriteFile(path(name), content, 0o600); err != nil {
			t.Fatal(err)
		}
		return path(name)
	}
	foreign := must[*bolt.DB](t)(bolt.Open(path("foreign"), 0o600, nil))
	err := foreign.Update(func(tx *bolt.Tx) error {
		_, err := tx.CreateBucket([]byte("meta"))
		return err
	})
	if err := errors.Join(err, foreign.Close(), syscall.Mkfifo(path("fifo"), 0o600), os.Mkdir(path("dir"), 0o700)); err != nil {
		t.Fatal(err)
	}
	empty := must[*bolt.DB](t)(bolt.Open(path("no buckets"), 0o600, nil))
	if err := empty.Close(); err != nil {
		t.Fatal(err)
	}
	sound := newStore(t).Path()
	if err := errors.Join(os.Symlink(sound, path("link")), os.Symlink(path("nowhere"), path("dangling"))); err != nil {
		t.Fatal(err)
	}
	for name, kind := range map[string]error{
		write("zero", nil):                                     model.ErrDamaged,
		write("byte", []byte("x")):                             model.ErrNotOurs,
		write("text", []byte("hello\n")):                       model.ErrNotOurs,
		write("long text", []byte(strings.Repeat("x", 1<<16))): model.ErrNotOurs,
		write("zeros", make([]byte, 1<<16)):                    model.ErrNotOurs,
		path("foreign"):                                        model.ErrNotOurs,
		path("no buckets"):                                     model.ErrNotOurs,
		path("dir"):                                            model.ErrNotOurs,
		path("fifo"):                                           model.ErrNotOurs,
		path("link"):                                           model.ErrNotOurs,
		path("dangling"):                                       model.ErrNotOurs,
		"/dev/null":                                            model.ErrNotOurs,
	} {
		before, _ := os.Lstat(name)
		_, err := Open(name, Options{})
		if !errors.Is(err, kind) {
			t.Errorf("%s: %v", name, err)
			continue
		}
		oneSentence(t, err, kind)
		after, _ := os.Lstat(name)
		if before.Size() != after.Size() || before.ModTime() != after.ModTime() {
			t.Errorf("%s was touched", name)
		}
	}
	if _, err := os.Lstat(path("nowhere")); !errors.Is(err, os.ErrNotExist) {
		t.Error("the target of a link was made")
	}
}

func TestModesAreNarrow(t *testing.T) {
	defer syscall.Umask(syscall.Umask(0))
	dir := filepath.Join(t.TempDir(), "data", "cordial")
	path := filepath.Join(dir, "cordial.db")
	mode := func(path string) os.FileMode { return must[os.FileInfo](t)(os.Stat(path)).Mode().Perm() }
	for _, umask := range []int{0, 0o022, 0o077} {
		syscall.Umask(umask)
		reopen(t, path)
		if mode(dir) != 0o700 || mode(path) != 0o600 {
			t.Errorf("umask %o: %o %o", umask, mode(dir), mode(path))
		}
	}
	syscall.Umask(0)
	if err := errors.Join(os.Chmod(path, 0o644), os.Chmod(dir, 0o755)); err != nil {
		t.Fatal(err)
	}
	reopen(t, path)
	if mode(path) != 0o600 || mode(dir) != 0o755 {
		t.Errorf("%o %o: only the file is ours", mode(dir), mode(path))
	}
	must[*Store](t)(Open(path, Options{OwnDir: true}))
	if mode(dir) != 0o700 {
		t.Errorf("%o", mode(dir))
	}
	s := reopen(t, path)
	backup := filepath.Join(dir, "backup.db")
	if err := s.Backup(t.Context(), backup); err != nil {
		t.Fatal(err)
	}
	if _, _, err := s.Compact(); err != nil {
		t.Fatal(err)
	}
	if mode(backup) != 0o600 || mode(path) != 0o600 {
		t.Errorf("%o %o", mode(backup), mode(path))
	}
}
