package store

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"cordial/model"
	"cordial/store/linkedin/sample"
)

func TestCheckCounts(t *testing.T) {
	s, _ := filled(t)
	r := must[model.CheckReport](t)(s.Check(t.Context(), false))
	if r.Events != 301 || r.Messages != 4 || r.Threads != 3 || r.People != 4 || len(r.Faults) > 0 || len(r.Repaired) > 0 {
		t.Errorf("%+v", r)
	}
	sound(t, newStore(t))
}

func TestRepairRebuildsWhatIsDerived(t *testing.T) {
	bucket := func(tx *bolt.Tx, name string) *bolt.Bucket { return tx.Bucket([]byte(name)) }
	threadA, threadB := keyOf(model.ThreadKey("2-a")), keyOf(model.ThreadKey("2-b"))
	for name, do := range map[string]func(s *Store, tx *bolt.Tx) error{
		"a row of another conversation": func(s *Store, tx *bolt.Tx) error {
			row, err := s.codec.digest(tx, model.ThreadKey("2-a"))
			row.Snippet = "made up"
			value, failed := s.codec.encodeThread(row)
			return errors.Join(err, failed, bucket(tx, bucketThread).Put(threadA, value))
		},
		"a row that is missing":  func(_ *Store, tx *bolt.Tx) error { return bucket(tx, bucketThread).Delete(threadA) },
		"a row without a thread": func(_ *Store, tx *bolt.Tx) error { return bucket(tx, bucketThread).Put(key8(1), []byte("x")) },
		"rows in others' places": func(_ *Store, tx *bolt.Tx) error {
			return bucket(tx, bucketThread).Put(threadA, bytes.Clone(bucket(tx, bucketThread).Get(threadB)))
		},
		"an id that is missing": func(_ *Store, tx *bolt.Tx) error { return bucket(tx, bucketJournalID).Delete([]byte("event-000003")) },
		"an id of another event": func(_ *Store, tx *bolt.Tx) error {
			return bucket(tx, bucketJournalID).Put([]byte("event-000003"), seal(bucketJournalID, []byte("event-000003"), key8(6)))
		},
		"an id too many": func(_ *Store, tx *bolt.Tx) error { return bucket(tx, bucketJournalID).Put([]byte("zzz"), []byte("x")) },
		"counts that are wrong": func(s *Store, tx *bolt.Tx) error {
			return s.codec.putMeta(tx, keyEvidence, evidenceHead{Writes: 7, People: 99, Owner: true})
		},
		"counts that are missing": func(_ *Store, tx *bolt.Tx) error { return bucket(tx, bucketMeta).Delete([]byte(keyEvidence)) },
	} {
		t.Run(name, func(t *testing.T) {
			s, _ := filled(t)
			want := dump(t, s)
			tamper(t, s, func(tx *bolt.Tx) error { return do(s, tx) })
			if r := must[model.CheckReport](t)(s.Check(t.Context(), false)); len(r.Faults) == 0 {
				t.Fatal("nothing was found")
			}
			r := must[model.CheckReport](t)(s.Check(t.Context(), true))
			if len(r.Faults) > 0 || len(r.Repaired) == 0 {
				t.Errorf("%+v", r)
			}
			if got := dump(t, s); got != want {
				t.Errorf("repaired to something else:\n%s\n%s", got, want)
			}
			if _, err := os.Stat(s.Path() + beforeRepair); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestEvidenceThatIsDamagedComesBackWithTheNextImport(t *testing.T) {
	for _, name := range []string{bucketPerson, bucketConversation, bucketMessage, bucketInvitation, bucketImport} {
		t.Run(name, func(t *testing.T) {
			s, _ := filled(t)
			want := must[string](t)(answersOfEvidence(s))
			tamper(t, s, func(tx *bolt.Tx) error {
				b := tx.Bucket([]byte(name))
				k, v := b.Cursor().First()
				bad := bytes.Clone(v)
				bad[len(bad)-1] ^= 4
				return b.Put(bytes.Clone(k), bad)
			})
			r := must[model.CheckReport](t)(s.Check(t.Context(), true))
			if len(r.Repaired) == 0 || !strings.Contains(strings.Join(r.Repaired, "\n"), name) {
				t.Errorf("%+v", r)
			}
			o := fixedID("again")
			must[model.ImportReport](t)(s.Import(t.Context(), []string{week().zip(t)}, o, nil))
			sound(t, s)
			if got := must[string](t)(answersOfEvidence(s)); got != want {
				t.Errorf("other evidence than before: %s, not %s", got, want)
			}
		})
	}
}

// answers is everything that a store says, as text; the error is the first one.
func answers(s *Store) (string, error) {
	var b strings.Builder
	stamp, err := s.Stamp()
	if err != nil {
		return "", err
	}
	fmt.Fprintln(&b, stamp)
	events, err := s.Events(0)
	if err != nil {
		return "", err
	}
	for _, e := range events {
		fmt.Fprintln(&b, textOf(e))
	}
	threads, err := s.Threads()
	if err != nil {
		return "", err
	}
	for i := range threads.Len() {
		row := threads.Row(i)
		fmt.Fprintf(&b, "%+v\n", row)
		messages, err := s.Messages(row.Key, time.Time{}, 100)
		if err != nil {
			return "", err
		}
		fmt.Fprintf(&b, "%+v\n", messages)
	}
	people, err := s.People()
	if err != nil {
		return "", err
	}
	for i := range people.Len() {
		p := people.Row(i)
		again, ok, err := s.Person(p.Key)
		if err != nil || !ok {
			return "", errors.Join(err, model.ErrDamaged)
		}
		invitations, err := s.Invitations(p.Key)
		if err != nil {
			return "", err
		}
		fmt.Fprintf(&b, "%s %+v %+v %+v\n", people.Name(i), p, again, invitations)
	}
	owner, ok, err := s.Owner()
	fmt.Fprintf(&b, "%+v %v\n", owner, ok)
	return b.String(), err
}

// TestFlippedBitsNeverChangeAnAnswer damages a database in many ways, one at a
// time. Each is harmless or ErrDamaged.
func TestFlippedBitsNeverChangeAnAnswer(t *testing.T) {
	s := newStore(t)
	path, _ := sampleZip(t, sample.Size{Connections: 60, Messages: 500, Invitations: 20}, 9)
	must[model.ImportReport](t)(s.Import(t.Context(), []string{path}, unowned(), nil))
	if err := s.Append(1, contacts(0, 150)); err != nil {
		t.Fatal(err)
	}
	whole := must[[]byte](t)(os.ReadFile(s.Path()))
	want := must[string](t)(answers(s))
	rnd := rand.New(rand.NewPCG(1, 2))
	page := os.Getpagesize()
	count := map[string]int{}
	damage := func(name string, n int, do func(b []byte)) {
		for range n {
			bad := bytes.Clone(whole)
			do(bad)
			file := filepath.Join(t.TempDir(), "bad.db")
			if err := os.WriteFile(file, bad, 0o600); err != nil {
				t.Fatal(err)
			}
			hurt, err := Open(file, Options{})
			var got string
			if err == nil {
				got, err = answers(hurt)
			}
			switch {
			case err == nil && got != want:
				t.Errorf("%s changed an answer", name)
			case err == nil:
				count[name+" harmless"]++
			case errors.Is(err, model.ErrDamaged) || errors.Is(err, model.ErrNotOurs) || errors.Is(err, model.ErrNewer):
				count[name+" found"]++
			default:
				t.Errorf("%s: %v", name, err)
			}
		}
	}
	damage("bit", 130, func(b []byte) { b[rnd.IntN(len(b))] ^= 1 << rnd.IntN(8) })
	damage("bit of a header", 30, func(b []byte) { b[rnd.IntN(2)*page+rnd.IntN(96)] ^= 1 << rnd.IntN(8) })
	damage("bit of a page header", 40, func(b []byte) { b[rnd.IntN(len(b)/page)*page+rnd.IntN(16)] ^= 1 << rnd.IntN(8) })
	damage("sector of zeros", 20, func(b []byte) { clear(b[rnd.IntN(len(b)/512)*512:][:512]) })
	damage("page in another's place", 20, func(b []byte) {
		from, to := rnd.IntN(len(b)/page)*page, rnd.IntN(len(b)/page)*page
		copy(b[to:to+page], whole[from:from+page])
	})
	t.Log(count)
	if count["bit found"] == 0 || count["bit of a header found"] == 0 {
		t.Error("nothing was ever found")
	}
}

func TestBackupAndRestore(t *testing.T) {
	s, _ := filled(t)
	want := dump(t, s)
	backup := filepath.Join(t.TempDir(), "backup.db")
	if err := s.Backup(t.Context(), backup); err != nil {
		t.Fatal(err)
	}
	if got := dump(t, reopen(t, backup)); got != want {
		t.Error("the backup differs")
	}
	if err := s.Backup(t.Context(), backup); err == nil || !strings.Contains(err.Error(), "there already") {
		t.Errorf("a backup was overwritten: %v", err)
	}
	if err := s.Append(301, contacts(500, 1)); err != nil {
		t.Fatal(err)
	}
	after := dump(t, s)
	kept := must[string](t)(Restore(t.Context(), s.Path(), backup, Options{}))
	if dump(t, reopen(t, s.Path())) != want || dump(t, reopen(t, kept)) != after {
		t.Error("not restored, or not kept")
	}
	fresh := filepath.Join(t.TempDir(), "new", "cordial.db")
	if kept := must[string](t)(Restore(t.Context(), fresh, backup, Options{})); kept != "" || dump(t, reopen(t, fresh)) != want {
		t.Errorf("kept %q", kept)
	}
	if _, err := Restore(t.Context(), fresh, filepath.Join(t.TempDir(), "none.db"), Options{}); !errors.Is(err, os.ErrNotExist) {
		t.Error(err)
	}
	leftovers(t, filepath.Dir(s.Path()), "cordial.db", "cordial.db"+beforeRestore)
}

// leftovers fails the test unless a directory holds the named files only.
func leftovers(t *testing.T, dir string, names ...string) {
	t.Helper()
	var got []string
	for _, e := range must[[]os.DirEntry](t)(os.ReadDir(dir)) {
		got = append(got, e.Name())
	}
	if fmt.Sprint(got) != fmt.Sprint(names) {
		t.Errorf("%v is left in the directory", got)
	}
}

func TestADamagedBackupIsRefused(t *testing.T) {
	s, _ := filled(t)
	tamper(t, s, func(tx *bolt.Tx) error {
		b := tx.Bucket([]byte(bucketMessage))
		k, v := b.Cursor().First()
		bad := bytes.Clone(v)
		bad[sealLen] ^= 1
		return b.Put(bytes.Clone(k), bad)
	})
	backup := filepath.Join(t.TempDir(), "backup.db")
	if err := s.Backup(t.Context(), backup); !errors.Is(err, model.ErrDamaged) {
		t.Error(err)
	}
	leftovers(t, filepath.Dir(backup))
	target := newStore(t)
	before := dump(t, target)
	if _, err := Restore(t.Context(), target.Path(), s.Path(), Options{}); !errors.Is(err, model.ErrDamaged) {
		t.Error(err)
	}
	if dump(t, target) != before {
		t.Error("the database was replaced all the same")
	}
}

func TestCompactLeavesNothingDeletedBehind(t *testing.T) {
	s, _ := filled(t)
	secret := []byte("a very secret sentence")
	key := []byte("secret")
	for i := range 200 {
		tamper(t, s, func(tx *bolt.Tx) error {
			return tx.Bucket([]byte(bucketImport)).Put(fmt.Appendf(key, "%d", i), bytes.Repeat(secret, 50))
		})
	}
	tamper(t, s, func(tx *bolt.Tx) error {
		for i := range 200 {
			if err := tx.Bucket([]byte(bucketImport)).Delete(fmt.Appendf(key, "%d", i)); err != nil {
				return err
			}
		}
		return nil
	})
	want := dump(t, s)
	if !bytes.Contains(must[[]byte](t)(os.ReadFile(s.Path())), secret) {
		t.Fatal("the test proves nothing")
	}
	before, after, err := s.Compact()
	if err != nil || after >= before {
		t.Errorf("%d to %d, %v", before, after, err)
	}
	if bytes.Contains(must[[]byte](t)(os.ReadFile(s.Path())), secret) {
		t.Error("what was deleted is still there")
	}
	if dump(t, s) != want {
		t.Error("something else changed")
	}
	leftovers(t, filepath.Dir(s.Path()), "cordial.db")
}

func TestRowsOfAnOlderProgramAreDerivedAnew(t *testing.T) {
	s, _ := filled(t)
	want := dump(t, s)
	tamper(t, s, func(tx *bolt.Tx) error {
		row, err := s.codec.digest(tx, model.ThreadKey("2-a"))
		row.Snippet = "by older rules"
		value, failed := s.codec.encodeThread(row)
		return errors.Join(err, failed, tx.Bucket([]byte(bucketThread)).Put(keyOf(row.Key), value),
			s.codec.putMeta(tx, keyFormat, format{Format: formatNow, Program: "test", Digest: digestNow - 1}))
	})
	if got := dump(t, reopen(t, s.Path())); got != want {
		t.Errorf("derived to\n%s\nand not\n%s", got, want)
	}
	sound(t, s)
}
