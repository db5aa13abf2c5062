package store

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"
	"pgregory.net/rapid"

	"cordial/model"
	"cordial/store/internal/eventgen"
)

func TestAppendedEventsAreReadBack(t *testing.T) {
	s := newStore(t)
	if err := s.Append(0, contacts(0, 3)); err != nil {
		t.Fatal(err)
	}
	if err := s.Append(3, contacts(3, 2)); err != nil {
		t.Fatal(err)
	}
	s = reopen(t, s.Path())
	for after := range uint64(6) {
		got := must[[]model.Event](t)(s.Events(after))
		if want := contacts(int(after), 5-int(after)); len(got) != len(want) || len(want) > 0 && !reflect.DeepEqual(got, want) {
			t.Errorf("after %d: %v", after, got)
		}
	}
	if stamp := must[model.Stamp](t)(s.Stamp()); stamp != (model.Stamp{Journal: 5}) {
		t.Error(stamp)
	}
}

func TestAppendToAJournalThatHasGrown(t *testing.T) {
	s := newStore(t)
	if err := s.Append(0, contacts(0, 2)); err != nil {
		t.Fatal(err)
	}
	for _, after := range []uint64{0, 1, 3} {
		if err := s.Append(after, contacts(7, 1)); !errors.Is(err, model.ErrMoved) {
			t.Errorf("after %d: %v", after, err)
		}
	}
	if got := must[[]model.Event](t)(s.Events(0)); len(got) != 2 {
		t.Error(got)
	}
}

func TestAnEventIsAddedOnce(t *testing.T) {
	s := newStore(t)
	if err := s.Append(0, []model.Event{contact(0), contact(1), contact(0)}); err != nil {
		t.Fatal(err)
	}
	before := dump(t, s)
	if err := s.Append(2, contacts(0, 2)); err != nil {
		t.Fatal(err)
	}
	if dump(t, s) != before {
		t.Error("events that were there changed the file")
	}
	if err := s.Append(2, []model.Event{contact(1), contact(2)}); err != nil {
		t.Fatal(err)
	}
	if got := must[[]model.Event](t)(s.Events(0)); !reflect.DeepEqual(got, contacts(0, 3)) {
		t.Error(got)
	}
	if err := s.Append(3, nil); err != nil {
		t.Error(err)
	}
}

func TestAppendIsAllOrNothing(t *testing.T) {
	at := noon()
	for name, bad := range map[string]model.Event{
		"no id":             {At: at, Decision: model.SeatCancelled{Seat: "s"}},
		"long id":           {ID: strings.Repeat("x", 65), At: at, Decision: model.SeatCancelled{Seat: "s"}},
		"no decision":       {ID: "a", At: at},
		"unknown kind":      {ID: "a", At: at, Decision: model.ThreadMarked{Mark: "eaten"}},
		"at in year 10000":  {ID: "a", At: time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC), Decision: model.SeatCancelled{Seat: "s"}},
		"offset of seconds": {ID: "a", At: at.In(time.FixedZone("", 1)), Decision: model.SeatCancelled{Seat: "s"}},
		"recorded in -1":    {ID: "a", At: at, Recorded: time.Date(-1, 1, 1, 0, 0, 0, 0, time.UTC), Decision: model.SeatCancelled{Seat: "s"}},
	} {
		s := newStore(t)
		if err := s.Append(0, []model.Event{contact(0), bad}); err == nil {
			t.Errorf("%s: no error", name)
		}
		if got := must[[]model.Event](t)(s.Events(0)); len(got) != 0 {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// TestEveryKindSurvives writes events of every kind with any content.
func TestEveryKindSurvives(t *testing.T) {
	s := newStore(t)
	n := uint64(0)
	rapid.Check(t, func(r *rapid.T) {
		e := eventgen.Event(r, fmt.Sprintf("e%d", n))
		if err := s.Append(n, []model.Event{e}); err != nil {
			r.Fatal(err)
		}
		got, err := s.Events(n)
		if err != nil || len(got) != 1 {
			r.Fatal(got, err)
		}
		n++
		if want := textOf(e); textOf(got[0]) != want {
			r.Fatalf("%s became %s", want, textOf(got[0]))
		}
	})
}

// textOf is an event in a form to compare, with instants as written.
func textOf(e model.Event) string {
	stamp := func(at time.Time) string { return at.Format(time.RFC3339Nano) }
	text := e.ID + " " + stamp(e.At) + " " + stamp(e.Recorded) + " " + e.Decision.Kind()
	switch d := e.Decision.(type) {
	case model.ReminderSet:
		due := d.Due
		d.Due = time.Time{}
		return fmt.Sprintf("%s %s %#v", text, stamp(due), d)
	case model.ExportImported:
		newest := d.Newest
		d.Newest = time.Time{}
		return fmt.Sprintf("%s %s %#v", text, stamp(newest), d)
	default:
		c, err := newCodec()
		if err != nil {
			panic(err)
		}
		body, err := c.encode(d)
		return fmt.Sprintf("%s %x %v", text, body, err)
	}
}

// tamper changes the file behind the store's back.
func tamper(t testing.TB, s *Store, do func(*bolt.Tx) error) {
	t.Helper()
	if err := s.write(do); err != nil {
		t.Fatal(err)
	}
}

func TestTheChainFindsWhatWasChanged(t *testing.T) {
	journal := func(tx *bolt.Tx) *bolt.Bucket { return tx.Bucket([]byte(bucketJournal)) }
	for name, do := range map[string]func(*Store) func(*bolt.Tx) error{
		"a byte": func(*Store) func(*bolt.Tx) error {
			return func(tx *bolt.Tx) error {
				v := append([]byte(nil), journal(tx).Get(key8(3))...)
				v[len(v)-1] ^= 1
				return journal(tx).Put(key8(3), v)
			}
		},
		"an event taken out": func(*Store) func(*bolt.Tx) error {
			return func(tx *bolt.Tx) error { return journal(tx).Delete(key8(3)) }
		},
		"the last taken out": func(*Store) func(*bolt.Tx) error {
			return func(tx *bolt.Tx) error { return journal(tx).Delete(key8(5)) }
		},
		"two changed places": func(*Store) func(*bolt.Tx) error {
			return func(tx *bolt.Tx) error {
				a, b := append([]byte(nil), journal(tx).Get(key8(2))...), append([]byte(nil), journal(tx).Get(key8(3))...)
				return errors.Join(journal(tx).Put(key8(2), b), journal(tx).Put(key8(3), a))
			}
		},
		"one added behind": func(*Store) func(*bolt.Tx) error {
			return func(tx *bolt.Tx) error { return journal(tx).Put(key8(6), journal(tx).Get(key8(5))) }
		},
		"cut short": func(*Store) func(*bolt.Tx) error {
			return func(tx *bolt.Tx) error { return journal(tx).Put(key8(2), []byte{1, 2, 3}) }
		},
		"the last rewritten, chain and all": func(s *Store) func(*bolt.Tx) error {
			return func(tx *bolt.Tx) error {
				before := journal(tx).Get(key8(4))[1:recordHeadLen]
				body, err := s.codec.encodeEvent(contact(99))
				value, _ := record(before, 5, body)
				return errors.Join(err, journal(tx).Put(key8(5), value))
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := newStore(t)
			if err := s.Append(0, contacts(0, 5)); err != nil {
				t.Fatal(err)
			}
			tamper(t, s, do(s))
			got, err := s.Events(0)
			if !errors.Is(err, model.ErrDamaged) || got != nil {
				t.Errorf("%v, %v", got, err)
			}
			if r := must[model.CheckReport](t)(s.Check(t.Context(), true)); len(r.Faults) == 0 || len(r.Repaired) > 0 {
				t.Errorf("check: %+v", r)
			}
		})
	}
}

func TestRecordsOfALaterProgram(t *testing.T) {
	for name, value := range map[string]func(s *Store, before []byte) ([]byte, []byte){
		"kind": func(s *Store, before []byte) ([]byte, []byte) {
			body, _ := s.codec.encode(eventBody{ID: "x", At: "2026-01-01T00:00:00Z", Kind: "thread.dreamt", Data: []byte{0xa0}})
			return record(before, 2, body)
		},
		"field": func(s *Store, before []byte) ([]byte, []byte) {
			body, _ := s.codec.encode(eventBody{ID: "x", At: "2026-01-01T00:00:00Z", Kind: "seat.cancelled", Data: []byte{0xa2, 1, 0x61, 's', 24, 99, 1}})
			return record(before, 2, body)
		},
		"version": func(_ *Store, before []byte) ([]byte, []byte) {
			hash := chain(before, 2, 9, []byte("whatever"))
			return append(append([]byte{9}, hash...), "whatever"...), hash
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := newStore(t)
			if err := s.Append(0, contacts(0, 1)); err != nil {
				t.Fatal(err)
			}
			tamper(t, s, func(tx *bolt.Tx) error {
				head, err := s.codec.journalHead(tx)
				v, hash := value(s, head.Hash)
				return errors.Join(err, tx.Bucket([]byte(bucketJournal)).Put(key8(2), v),
					s.codec.putMeta(tx, keyJournal, journalHead{Count: 2, Hash: hash}))
			})
			if _, err := s.Events(0); !errors.Is(err, model.ErrNewer) {
				t.Error(err)
			}
		})
	}
}

func BenchmarkAppend(b *testing.B) {
	s := newStore(b)
	for i := 0; b.Loop(); i++ {
		if err := s.Append(uint64(i), contacts(i, 1)); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkOpenAndEvents(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s := newStore(b)
			if err := s.Append(0, contacts(0, n)); err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				s := reopen(b, s.Path())
				if events, err := s.Events(0); err != nil || len(events) != n {
					b.Fatal(len(events), err)
				}
			}
		})
	}
}

func BenchmarkStamp(b *testing.B) {
	s := newStore(b)
	for b.Loop() {
		if _, err := s.Stamp(); err != nil {
			b.Fatal(err)
		}
	}
}
