package store

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	bolt "go.etcd.io/bbolt"

	"cordial/model"
)

// twice is a database with two imports, of which the second changed much, and what it
// said after the first.
func twice(t testing.TB) (s *Store, first string) {
	t.Helper()
	s = newStore(t)
	bring(t, s, week())
	first = must[string](t)(answersOfEvidence(s))
	bring(t, s, later())
	return s, first
}

// entries are the keys of a bucket.
func entries(t testing.TB, s *Store, bucket string) (keys [][]byte) {
	t.Helper()
	err := s.read(func(tx *bolt.Tx) error {
		return tx.Bucket([]byte(bucket)).ForEach(func(k, _ []byte) error {
			keys = append(keys, bytes.Clone(k))
			return nil
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	return keys
}

// TestKeptIsWhatTheImportChanged looks that nothing is kept twice or for nothing.
func TestKeptIsWhatTheImportChanged(t *testing.T) {
	s, _ := twice(t)
	got := map[string]int{}
	for _, k := range entries(t, s, bucketBefore) {
		seq, bucket, key, ok := parseBeforeKey(k)
		if !ok || seq != 2 || !bytes.Equal(beforeKey(seq, bucket, key), k) {
			t.Errorf("%x: %d %s %x", k, seq, bucket, key)
		}
		got[bucket]++
	}
	// Everybody is named by a newer archive, as is the owner; every invitation is listed
	// by it; two conversations have another message.
	want := map[string]int{bucketPerson: 4, bucketConversation: 2, bucketMessage: 1, bucketInvitation: 3, bucketMeta: 1}
	for bucket, n := range want {
		if got[bucket] != n {
			t.Errorf("%d of %s, want %d", got[bucket], bucket, n)
		}
	}
	if len(got) != len(want) {
		t.Error(got)
	}
	_, r, _, err := s.findImport(func(r importRecord) bool { return r.Seq == 2 })
	if err != nil || r.Kept != 11 {
		t.Errorf("%+v, %v", r, err)
	}
}

// TestDamageToWhatIsKeptIsFound hurts what is kept in many ways: a check finds it,
// taking back refuses before anything is gone, and after a repair all is sound again,
// though that import stays.
func TestDamageToWhatIsKeptIsFound(t *testing.T) {
	anyKey := func(tx *bolt.Tx) []byte {
		k, _ := tx.Bucket([]byte(bucketBefore)).Cursor().First()
		return bytes.Clone(k)
	}
	for name, do := range map[string]func(s *Store, tx *bolt.Tx) error{
		"a flipped bit": func(_ *Store, tx *bolt.Tx) error {
			b, k := tx.Bucket([]byte(bucketBefore)), anyKey(tx)
			bad := bytes.Clone(b.Get(k))
			bad[len(bad)-1] ^= 4
			return b.Put(k, bad)
		},
		"a record that is missing": func(_ *Store, tx *bolt.Tx) error { return tx.Bucket([]byte(bucketBefore)).Delete(anyKey(tx)) },
		"a record of another import": func(_ *Store, tx *bolt.Tx) error {
			b, k := tx.Bucket([]byte(bucketBefore)), anyKey(tx)
			value := must[[]byte](t)(unseal(bucketBefore, k, b.Get(k)))
			err := b.Delete(k)
			k[3] = 7
			return errors.Join(err, b.Put(k, seal(bucketBefore, k, bytes.Clone(value))))
		},
		"a record of no bucket": func(_ *Store, tx *bolt.Tx) error {
			k := []byte{0, 0, 0, 2, 99, 1}
			return tx.Bucket([]byte(bucketBefore)).Put(k, seal(bucketBefore, k, []byte("x")))
		},
		"a record that is its own past": func(s *Store, tx *bolt.Tx) error {
			k := anyKey(tx)
			_, bucket, key, _ := parseBeforeKey(k)
			return tx.Bucket([]byte(bucketBefore)).Put(k, seal(bucketBefore, k, bytes.Clone(tx.Bucket([]byte(bucket)).Get(key))))
		},
		"all of it": func(_ *Store, tx *bolt.Tx) error { return tx.DeleteBucket([]byte(bucketBefore)) },
	} {
		t.Run(name, func(t *testing.T) {
			s, _ := twice(t)
			says := must[string](t)(answersOfEvidence(s))
			tamper(t, s, func(tx *bolt.Tx) error { return do(s, tx) })
			if r := must[model.CheckReport](t)(s.Check(t.Context(), false)); len(r.Faults) == 0 || !strings.Contains(strings.Join(r.Faults, "\n"), bucketBefore) {
				t.Errorf("%v", r.Faults)
			}
			before := dump(t, s)
			err := s.TakeBack(t.Context(), lastImport(t, s), options(), nil)
			if !errors.Is(err, model.ErrDamaged) || dump(t, s) != before {
				t.Errorf("taken back all the same: %v", err)
			}
			if r := must[model.CheckReport](t)(s.Check(t.Context(), true)); len(r.Faults) > 0 || len(r.Repaired) == 0 {
				t.Errorf("%+v", r)
			}
			if got := must[string](t)(answersOfEvidence(s)); got != says {
				t.Errorf("says\n%s\nand said\n%s", got, says)
			}
			err = s.TakeBack(t.Context(), lastImport(t, s), options(), nil)
			if name != "a record of no bucket" {
				refused(t, err, "not all that the import")
			} else if err != nil { // there is nothing missing
				t.Error(err)
			}
			sound(t, s)
		})
	}
}

// TestAHiddenMessageStopsTakingBack loses a message, as a damaged page does: its row is
// not derived anew from the rest, and nothing says that all is well.
func TestAHiddenMessageStopsTakingBack(t *testing.T) {
	s, _ := twice(t)
	tamper(t, s, func(tx *bolt.Tx) error {
		k, _ := tx.Bucket([]byte(bucketMessage)).Cursor().Seek(keyOf(model.ThreadKey("2-b")))
		return tx.Bucket([]byte(bucketMessage)).Delete(bytes.Clone(k))
	})
	for range 2 {
		if err := s.TakeBack(t.Context(), lastImport(t, s), options(), nil); !errors.Is(err, model.ErrDamaged) {
			t.Error(err)
		}
	}
}

// TestNumbersThatWereNotGivenAreFound makes the count of imports smaller than the
// numbers that records have, and larger ones of records.
func TestNumbersThatWereNotGivenAreFound(t *testing.T) {
	for name, do := range map[string]func(s *Store, tx *bolt.Tx) error{
		"the newest": func(s *Store, tx *bolt.Tx) error {
			head, err := s.codec.evidenceHead(tx)
			head.Seq--
			return errors.Join(err, s.codec.putMeta(tx, keyEvidence, head))
		},
		"a record's": func(s *Store, tx *bolt.Tx) error {
			key := keyOf(model.PersonKey("carl"))
			r, err := s.codec.decodePerson(bucketPerson, key, tx.Bucket([]byte(bucketPerson)).Get(key))
			r.Import = 9
			return errors.Join(err, s.codec.putPerson(tx, model.PersonKey("carl"), r))
		},
	} {
		t.Run(name, func(t *testing.T) {
			s, _ := twice(t)
			tamper(t, s, func(tx *bolt.Tx) error { return do(s, tx) })
			if r := must[model.CheckReport](t)(s.Check(t.Context(), false)); len(r.Faults) == 0 {
				t.Error("nothing was found")
			}
			if r := must[model.CheckReport](t)(s.Check(t.Context(), true)); len(r.Faults) > 0 {
				t.Error(r.Faults)
			}
		})
	}
}

// TestCopiesKeepWhatIsKept backs up, restores, compacts and repairs a database, and
// takes the newest import of each back.
func TestCopiesKeepWhatIsKept(t *testing.T) {
	s, first := twice(t)
	back := func(s *Store) {
		t.Helper()
		takeBack(t, s)
		if got := must[string](t)(answersOfEvidence(s)); got != first {
			t.Errorf("says\n%s\nand said\n%s", got, first)
		}
		sound(t, s)
	}
	path := filepath.Join(t.TempDir(), "backup.db")
	if err := s.Backup(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	restored := filepath.Join(t.TempDir(), "restored.db")
	must[string](t)(Restore(t.Context(), restored, path, Options{}))
	back(reopen(t, path))
	back(reopen(t, restored))
	compacted := copyOf(t, s)
	if _, _, err := compacted.Compact(); err != nil || dump(t, compacted) != dump(t, s) {
		t.Error(err)
	}
	back(compacted)
	tamper(t, s, func(tx *bolt.Tx) error { return tx.Bucket([]byte(bucketThread)).Delete(keyOf(model.ThreadKey("2-a"))) })
	must[model.CheckReport](t)(s.Check(t.Context(), true))
	back(s)
}

// TestFlippedBitsNeverChangeWhatIsTakenBack damages a database in many ways, one at a
// time, and takes the newest import back. It says what it should, or ErrDamaged.
func TestFlippedBitsNeverChangeWhatIsTakenBack(t *testing.T) {
	t.Parallel()
	s, first := twice(t)
	whole := must[[]byte](t)(os.ReadFile(s.Path()))
	id := lastImport(t, s)
	rnd := rand.New(rand.NewPCG(1, 2))
	kept := keptBytes(t, s, whole)
	found, harmless := 0, 0
	for i := range 150 {
		bad := bytes.Clone(whole)
		if at := rnd.IntN(len(kept)); i%3 > 0 {
			bit := byte(1) << rnd.IntN(8)
			for _, place := range kept[at] {
				bad[place] ^= bit
			}
		} else {
			bad[rnd.IntN(len(bad))] ^= 1 << rnd.IntN(8)
		}
		file := filepath.Join(t.TempDir(), "bad.db")
		if err := os.WriteFile(file, bad, 0o600); err != nil {
			t.Fatal(err)
		}
		hurt, err := Open(file, Options{})
		if err == nil {
			err = hurt.TakeBack(t.Context(), id, options(), nil)
		}
		got := ""
		if err == nil {
			got, err = answersOfEvidence(hurt)
		}
		switch {
		case err == nil && got != first:
			t.Errorf("a bit changed an answer:\n%s\n%s", got, first)
		case err == nil:
			harmless++
		case errors.Is(err, model.ErrDamaged) || errors.Is(err, model.ErrNotOurs) || errors.Is(err, model.ErrNewer):
			found++
		default:
			t.Error(err)
		}
	}
	if found < 60 {
		t.Errorf("%d found, %d harmless", found, harmless)
	}
}

// keptBytes are the places in the file of each byte of what is kept, keys and values,
// with the copies that pages no longer in use have.
func keptBytes(t testing.TB, s *Store, whole []byte) (places [][]int) {
	t.Helper()
	err := s.read(func(tx *bolt.Tx) error {
		return tx.Bucket([]byte(bucketBefore)).ForEach(func(k, v []byte) error {
			both := append(bytes.Clone(k), v...)
			found := make([][]int, len(both))
			for from := 0; ; {
				at := bytes.Index(whole[from:], both)
				if at < 0 {
					break
				}
				for i := range both {
					found[i] = append(found[i], from+at+i)
				}
				from += at + 1
			}
			places = append(places, found...)
			return nil
		})
	})
	if err != nil || len(places) == 0 {
		t.Fatal(len(places), err)
	}
	return places
}
