package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	bolt "go.etcd.io/bbolt"

	"cordial/model"
)

// oneSentence fails the test unless an error is one line, and of a kind.
func oneSentence(t *testing.T, err, kind error) {
	t.Helper()
	if !errors.Is(err, kind) {
		t.Fatalf("%v is not %v", err, kind)
	}
	if text := err.Error(); strings.Contains(text, "\n") || len(text) > 300 {
		t.Errorf("no sentence: %q", text)
	}
}

// filled is a database with some of everything, and its bytes.
func filled(t testing.TB) (*Store, []byte) {
	t.Helper()
	s := newStore(t)
	bring(t, s, week())
	if err := s.Append(1, contacts(0, 300)); err != nil {
		t.Fatal(err)
	}
	return s, must[[]byte](t)(os.ReadFile(s.Path()))
}

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

func TestAFileThatWasCutOffIsRefused(t *testing.T) {
	s, whole := filled(t)
	page := os.Getpagesize()
	var sizes []int
	for size := 0; size < len(whole); size += page {
		sizes = append(sizes, size, size+1, size+page/2)
	}
	refused := 0
	for _, size := range sizes {
		if err := os.WriteFile(s.Path(), whole[:size], 0o600); err != nil {
			t.Fatal(err)
		}
		cut, err := Open(s.Path(), Options{})
		if err == nil {
			if _, err = cut.Events(0); err == nil {
				_, err = cut.Threads()
			}
			if err != nil {
				t.Errorf("%d of %d bytes were opened, then: %v", size, len(whole), err)
			}
			continue // only pages that were free are missing
		}
		refused++
		if size < pageHeaderLen+metaLen {
			continue // too short to tell what it was
		}
		oneSentence(t, err, model.ErrDamaged)
	}
	if refused < len(sizes)/2 {
		t.Errorf("only %d of %d were refused", refused, len(sizes))
	}
}

func TestAFileThatIsCutWhileItIsOpen(t *testing.T) {
	s, whole := filled(t)
	err := s.read(func(tx *bolt.Tx) error {
		if err := os.Truncate(s.Path(), int64(len(whole))/8); err != nil {
			return err
		}
		for _, bucket := range buckets() {
			if err := tx.Bucket([]byte(bucket)).ForEach(func(k, v []byte) error { _ = checksum(bucket, k, 1, v); return nil }); err != nil {
				return err
			}
		}
		return nil
	})
	oneSentence(t, err, model.ErrDamaged)
	if _, err := s.Events(0); !errors.Is(err, model.ErrDamaged) {
		t.Error(err)
	}
	if err := os.WriteFile(s.Path(), whole, 0o600); err != nil {
		t.Fatal(err)
	}
	if events, err := s.Events(0); err != nil || len(events) != 301 {
		t.Errorf("after it was put back: %d events, %v", len(events), err)
	}
}

func TestADamagedHeaderIsNoticed(t *testing.T) {
	s, whole := filled(t)
	page := os.Getpagesize()
	for _, at := range []int{0, page} {
		for offset := pageHeaderLen; offset < pageHeaderLen+metaLen; offset++ {
			bad := append([]byte(nil), whole...)
			bad[at+offset] ^= 1 << (offset % 8)
			if err := os.WriteFile(s.Path(), bad, 0o600); err != nil {
				t.Fatal(err)
			}
			_, err := Open(s.Path(), Options{})
			oneSentence(t, err, model.ErrDamaged)
		}
	}
	lenient := must[*Store](t)(Open(s.Path(), Options{Lenient: true}))
	if r := must[model.CheckReport](t)(lenient.Check(t.Context(), true)); len(r.Faults) > 0 || len(r.Repaired) == 0 {
		t.Errorf("%+v", r)
	}
	sound(t, reopen(t, s.Path()))
}

func TestAFormatToCome(t *testing.T) {
	s := newStore(t)
	tamper(t, s, func(tx *bolt.Tx) error {
		return s.codec.putMeta(tx, keyFormat, map[int]any{1: formatNow + 1, 2: "9.0", 3: 1, 99: "something else"})
	})
	_, err := Open(s.Path(), Options{})
	oneSentence(t, err, model.ErrNewer)
	if !strings.Contains(err.Error(), "9.0") {
		t.Error(err)
	}
	if err := s.Append(0, contacts(0, 1)); !errors.Is(err, model.ErrNewer) {
		t.Errorf("a store that was open wrote into it: %v", err)
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

func TestAReplacedFileIsNoticed(t *testing.T) {
	s := newStore(t)
	if err := s.Append(0, contacts(0, 3)); err != nil {
		t.Fatal(err)
	}
	old := filepath.Join(t.TempDir(), "old.db")
	if err := s.Backup(t.Context(), old); err != nil {
		t.Fatal(err)
	}
	if err := s.Append(3, contacts(3, 1)); err != nil {
		t.Fatal(err)
	}
	if _, err := Restore(t.Context(), s.Path(), old, Options{}); err != nil {
		t.Fatal(err)
	}
	if err := s.Append(4, contacts(4, 1)); !errors.Is(err, model.ErrNotOurs) {
		t.Errorf("append: %v", err)
	}
	if _, err := s.Events(4); !errors.Is(err, model.ErrNotOurs) {
		t.Errorf("events: %v", err)
	}
	if err := reopen(t, s.Path()).Append(3, contacts(50, 1)); err != nil {
		t.Fatal(err)
	}
	if err := s.Append(4, contacts(4, 1)); !errors.Is(err, model.ErrNotOurs) {
		t.Errorf("as long, but another journal: %v", err)
	}
	if err := os.Remove(s.Path()); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Stamp(); !errors.Is(err, os.ErrNotExist) || strings.Contains(err.Error(), "\n") {
		t.Errorf("removed: %v", err)
	}
	if _, err := os.Stat(s.Path()); !errors.Is(err, os.ErrNotExist) {
		t.Error("a removed database came back empty")
	}
}

func TestABusyFileSaysWhoHoldsIt(t *testing.T) {
	s := newStore(t)
	short := must[*Store](t)(Open(s.Path(), Options{Wait: 5 * lockStep}))
	release, err := s.own("an import")
	if err != nil {
		t.Fatal(err)
	}
	err = s.write(func(*bolt.Tx) error {
		err := short.Append(0, contacts(0, 1))
		oneSentence(t, err, model.ErrBusy)
		if want := fmt.Sprintf("an import is running (process %d)", os.Getpid()); !strings.Contains(err.Error(), want) {
			t.Error(err)
		}
		return nil
	})
	release()
	if err != nil {
		t.Fatal(err)
	}
	err = s.read(func(*bolt.Tx) error {
		if _, err := short.Stamp(); err != nil {
			t.Errorf("two that read: %v", err)
		}
		oneSentence(t, short.Append(0, contacts(0, 1)), model.ErrBusy)
		return nil
	})
	if err := errors.Join(err, short.Append(0, contacts(0, 1))); err != nil {
		t.Error(err)
	}
}
