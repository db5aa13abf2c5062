package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
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

// FuzzPreflight hands any bytes to Open: it answers or refuses, and never dies.
func FuzzPreflight(f *testing.F) {
	s, whole := filled(f)
	page := os.Getpagesize()
	f.Add(whole[:2*page])
	f.Add(whole[:page+pageHeaderLen+metaLen])
	f.Add([]byte("SQLite format 3"))
	dir := filepath.Dir(s.Path())
	f.Fuzz(func(t *testing.T, content []byte) {
		path := filepath.Join(dir, "fuzzed.db")
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		opened, err := Open(path, Options{})
		if err == nil {
			_, err = answers(opened)
		}
		if err != nil && strings.Contains(err.Error(), "\n") {
			t.Errorf("no sentence: %q", err)
		}
	})
}
