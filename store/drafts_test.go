package store

import (
	"bytes"
	"encoding/hex"
	"errors"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"
	"pgregory.net/rapid"

	"cordial/model"
	"cordial/model/channel"
	"cordial/ui/port"
)

// letter is a draft to somebody, saved so many minutes after noon.
func letter(to string, by channel.Channel, minutes int) model.Letter {
	return model.Letter{
		Person: model.PersonKey(to), Channel: by, Body: "Hi " + to + ",\n\n  I 🎿\x00", Template: "t1",
		Saved: noon().Add(time.Duration(minutes) * time.Minute),
	}
}

// sameDraft compares two drafts; zones may be named differently.
func sameDraft(t interface{ Fatalf(string, ...any) }, got, want model.Letter) {
	if !got.Saved.Equal(want.Saved) || !got.Copied.Equal(want.Copied) || got.Copied.IsZero() != want.Copied.IsZero() {
		t.Fatalf("saved %s and copied %s, want %s and %s", got.Saved, got.Copied, want.Saved, want.Copied)
	}
	got.Saved, got.Copied, want.Saved, want.Copied = time.Time{}, time.Time{}, time.Time{}, time.Time{}
	if !reflect.DeepEqual(got, want) {
		t.Fatalf("%+v, want %+v", got, want)
	}
}

func TestTheStoreKeepsDraftsAsAsked(t *testing.T) {
	var asked any = newStore(t)
	if _, ok := asked.(port.Drafts); !ok {
		t.Error("the store keeps no drafts")
	}
}

func save(t testing.TB, s *Store, drafts ...model.Letter) {
	t.Helper()
	for _, d := range drafts {
		if err := s.SaveDraft(d); err != nil {
			t.Fatal(err)
		}
	}
}

func TestDraftsStayUntilDropped(t *testing.T) {
	s := newStore(t)
	inmail, note := letter("ada", channel.InMail, 1), letter("ada", channel.Invitation, 3)
	inmail.Subject, inmail.Copied = "Engines", noon().Add(time.Hour)
	other := letter("bob", channel.InMail, 2)
	before := must[model.Stamp](t)(s.Stamp())
	save(t, s, inmail, note, other)
	if after := must[model.Stamp](t)(s.Stamp()); after != before {
		t.Errorf("a draft is no decision and no evidence: %+v", after)
	}
	s = reopen(t, s.Path())
	for _, want := range []model.Letter{inmail, note, other} {
		got, ok, err := s.Draft(want.Person, want.Channel)
		if !ok || err != nil {
			t.Fatal(ok, err)
		}
		sameDraft(t, got, want)
	}
	list := must[[]model.Letter](t)(s.Drafts())
	if len(list) != 3 {
		t.Fatal(list)
	}
	for i, want := range []model.Letter{note, other, inmail} { // the one saved last first
		sameDraft(t, list[i], want)
	}
	inmail.Body, inmail.Copied = "better", time.Time{}
	save(t, s, inmail)
	got, _, _ := s.Draft(inmail.Person, inmail.Channel)
	sameDraft(t, got, inmail)
	for range 2 { // that it is gone already is no error
		if err := s.DropDraft(inmail.Person, channel.InMail); err != nil {
			t.Error(err)
		}
	}
	if _, ok, err := s.Draft(inmail.Person, channel.InMail); ok || err != nil {
		t.Error(ok, err)
	}
	if list = must[[]model.Letter](t)(s.Drafts()); len(list) != 2 {
		t.Error(list)
	}
	sound(t, s)
}

func TestBlankDraftsAreDropped(t *testing.T) {
	s := newStore(t)
	d := letter("ada", channel.Message, 1)
	save(t, s, d)
	d.Body = " \n"
	save(t, s, d)
	if list := must[[]model.Letter](t)(s.Drafts()); len(list) != 0 {
		t.Error(list)
	}
	d.Subject = "with a subject it is kept"
	save(t, s, d)
	if list := must[[]model.Letter](t)(s.Drafts()); len(list) != 1 {
		t.Error(list)
	}
}

func TestADraftIsToSomebodyByAChannel(t *testing.T) {
	s := newStore(t)
	if err := s.SaveDraft(letter("ada", "pigeon", 1)); err == nil {
		t.Error("a pigeon was taken")
	}
	d := letter("ada", channel.InMail, 1)
	d.Person = 0
	if err := s.SaveDraft(d); err == nil {
		t.Error("a draft to nobody was taken")
	}
}

// withoutDrafts is a database as it was before there were drafts.
func withoutDrafts(t *testing.T) *Store {
	s, _ := filled(t)
	tamper(t, s, func(tx *bolt.Tx) error { return tx.DeleteBucket([]byte(bucketDraft)) })
	return s
}

func TestAFileFromBeforeThereWereDrafts(t *testing.T) {
	s := withoutDrafts(t)
	if list := must[[]model.Letter](t)(s.Drafts()); len(list) != 0 {
		t.Error(list)
	}
	d := letter("ada", channel.InMail, 1)
	if _, ok, err := s.Draft(d.Person, d.Channel); ok || err != nil {
		t.Error(ok, err)
	}
	if err := s.DropDraft(d.Person, d.Channel); err != nil {
		t.Error(err)
	}
	sound(t, s)
	backup := filepath.Join(t.TempDir(), "backup.db")
	if err := s.Backup(t.Context(), backup); err != nil {
		t.Error(err)
	}
	if _, _, err := s.Compact(); err != nil {
		t.Error(err)
	}
	sound(t, s)
	save(t, s, d)
	got, ok, err := s.Draft(d.Person, d.Channel)
	if !ok || err != nil {
		t.Fatal(ok, err)
	}
	sameDraft(t, got, d)
	sound(t, s)
}

func TestRepairOfAFileFromBeforeThereWereDrafts(t *testing.T) {
	s := withoutDrafts(t)
	tamper(t, s, func(tx *bolt.Tx) error { return tx.Bucket([]byte(bucketJournalID)).Delete([]byte("event-000003")) })
	if r := must[model.CheckReport](t)(s.Check(t.Context(), true)); len(r.Faults) > 0 || len(r.Repaired) == 0 {
		t.Errorf("%+v", r)
	}
	save(t, s, letter("ada", channel.InMail, 1))
	sound(t, s)
}

func TestDraftsAreInBackupsAndSurviveCompacting(t *testing.T) {
	s, _ := filled(t)
	d := letter("ada", channel.InMail, 1)
	save(t, s, d)
	if _, _, err := s.Compact(); err != nil {
		t.Fatal(err)
	}
	backup := filepath.Join(t.TempDir(), "backup.db")
	if err := s.Backup(t.Context(), backup); err != nil {
		t.Fatal(err)
	}
	save(t, s, letter("bob", channel.InMail, 2))
	if _, err := Restore(t.Context(), s.Path(), backup, Options{}); err != nil {
		t.Fatal(err)
	}
	list := must[[]model.Letter](t)(reopen(t, s.Path()).Drafts())
	if len(list) != 1 {
		t.Fatal(list)
	}
	sameDraft(t, list[0], d)
}

// A damaged draft is found, costs no other draft, and goes with a repair.
func TestDamagedDrafts(t *testing.T) {
	ada, bob := letter("ada", channel.InMail, 1), letter("bob", channel.InMail, 2)
	key := draftKey(ada.Person, ada.Channel)
	for name, do := range map[string]func(*bolt.Bucket) error{
		"a flipped bit": func(b *bolt.Bucket) error {
			value := bytes.Clone(b.Get(key))
			value[len(value)-3] ^= 4
			return b.Put(key, value)
		},
		"another's": func(b *bolt.Bucket) error {
			return b.Put(key, bytes.Clone(b.Get(draftKey(bob.Person, bob.Channel))))
		},
		"by no channel": func(b *bolt.Bucket) error {
			body := bytes.Clone(b.Get(key))[sealLen:]
			odd := draftKey(ada.Person, "pigeon")
			return errors.Join(b.Delete(key), b.Put(odd, seal(bucketDraft, odd, body)))
		},
		"to nobody": func(b *bolt.Bucket) error {
			body := bytes.Clone(b.Get(key))[sealLen:]
			return errors.Join(b.Delete(key), b.Put([]byte("x"), seal(bucketDraft, []byte("x"), body)))
		},
		"nothing": func(b *bolt.Bucket) error { return b.Put(key, nil) },
	} {
		t.Run(name, func(t *testing.T) {
			s, _ := filled(t)
			save(t, s, ada, bob)
			tamper(t, s, func(tx *bolt.Tx) error { return do(tx.Bucket([]byte(bucketDraft))) })
			list, err := s.Drafts()
			if len(list) != 1 {
				t.Fatalf("%d drafts can be read, %v", len(list), err)
			}
			oneSentence(t, err, model.ErrDamaged)
			sameDraft(t, list[0], bob)
			r := must[model.CheckReport](t)(s.Check(t.Context(), false))
			if len(r.Faults) != 1 {
				t.Errorf("%q", r.Faults)
			}
			r = must[model.CheckReport](t)(s.Check(t.Context(), true))
			if len(r.Faults) > 0 || len(r.Repaired) == 0 {
				t.Errorf("%+v", r)
			}
			list = must[[]model.Letter](t)(s.Drafts())
			if len(list) != 1 {
				t.Fatal(list)
			}
			sameDraft(t, list[0], bob)
		})
	}
}

// Whatever is written comes back, and the last one counts.
func TestDraftsAgainstAMap(t *testing.T) {
	s := newStore(t)
	want := map[string]model.Letter{}
	rapid.Check(t, func(r *rapid.T) {
		by := rapid.SampledFrom(channel.All()).Draw(r, "channel")
		d := letter(rapid.SampledFrom([]string{"ada", "bob"}).Draw(r, "to"), by, rapid.IntRange(0, 99).Draw(r, "minutes"))
		d.Subject, d.Body, d.Bare = rapid.String().Draw(r, "subject"), rapid.String().Draw(r, "body"), rapid.Bool().Draw(r, "bare")
		if rapid.Bool().Draw(r, "copied") {
			d.Copied = d.Saved.Add(time.Minute)
		}
		key := string(draftKey(d.Person, d.Channel))
		if rapid.IntRange(0, 3).Draw(r, "drop") == 0 {
			d = model.Letter{Person: d.Person, Channel: by}
		}
		if err := s.SaveDraft(d); err != nil {
			r.Fatal(err)
		}
		if want[key] = d; d.Blank() {
			delete(want, key)
		}
		got, ok, err := s.Draft(d.Person, d.Channel)
		if ok == d.Blank() || err != nil {
			r.Fatal(ok, err)
		}
		if ok {
			sameDraft(r, got, d)
		}
		list, err := s.Drafts()
		if err != nil || len(list) != len(want) {
			r.Fatalf("%d drafts, want %d; %v", len(list), len(want), err)
		}
		for i, d := range list {
			if i > 0 && d.Saved.After(list[i-1].Saved) {
				r.Fatal("not the newest first")
			}
			sameDraft(r, d, want[string(draftKey(d.Person, d.Channel))])
		}
	})
}

// A draft of the first version can always be read.
func TestDraftRecordOfVersion1(t *testing.T) {
	s := newStore(t)
	const value = "01c3d94b64a5016353756202644269747303627431047821323032362d30342d30315431323a30303a30302e303030303030352b30323a3030" +
		"057819323032362d30342d30315431333a30303a30302b30323a3030"
	d := model.Letter{
		Person: model.PersonKey("ada"), Channel: channel.InMail, Subject: "Sub", Body: "Bits", Template: "t1",
		Saved: noon(), Copied: noon().Add(time.Hour - 500),
	}
	save(t, s, d)
	key := draftKey(d.Person, d.Channel)
	err := s.read(func(tx *bolt.Tx) error {
		if got := hex.EncodeToString(tx.Bucket([]byte(bucketDraft)).Get(key)); got != value {
			t.Errorf("written as\n%s", got)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	raw, _ := hex.DecodeString(value)
	got, err := s.codec.draft(key, raw)
	if err != nil {
		t.Fatal(err)
	}
	sameDraft(t, got, d)
}
