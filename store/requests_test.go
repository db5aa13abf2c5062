package store

import (
	"slices"
	"testing"

	bolt "go.etcd.io/bbolt"

	"cordial/model"
	"cordial/store/linkedin/sample"
)

// All of them are those of everybody, oldest first.
func TestAllInvitationsAreThoseOfEverybody(t *testing.T) {
	path, _ := sampleZip(t, sample.Size{Connections: 200, Messages: 300, Invitations: 90}, 3)
	s := newStore(t)
	if none := must[[]model.Invitation](t)(s.AllInvitations()); len(none) != 0 {
		t.Errorf("before the first import: %v", none)
	}
	o := fixedID("the-import")
	o.Owner = ""
	must[model.ImportReport](t)(s.Import(t.Context(), []string{path}, o, nil))
	all := must[[]model.Invitation](t)(s.AllInvitations())
	if !slices.IsSortedFunc(all, func(a, b model.Invitation) int { return a.At.Compare(b.At) }) {
		t.Error("they are in no order")
	}
	people := must[model.PeopleSet](t)(s.People())
	n := 0
	for i := range people.Len() {
		p := people.Row(i)
		of := slices.DeleteFunc(slices.Clone(all), func(i model.Invitation) bool { return i.Person.Key != p.Key })
		if want := must[[]model.Invitation](t)(s.Invitations(p.Key)); !slices.Equal(of, want) {
			t.Errorf("%s: %+v, want %+v", p.ID, of, want)
		}
		n += len(of)
	}
	if n != len(all) || n < 50 {
		t.Errorf("%d of everybody, %d in all", n, len(all))
	}
}

func TestADamagedInvitationIsNoneOfAll(t *testing.T) {
	s := newStore(t)
	bring(t, s, week())
	before := must[[]model.Invitation](t)(s.AllInvitations())
	if len(before) == 0 {
		t.Fatal("there is none to damage")
	}
	err := s.write(func(tx *bolt.Tx) error {
		bucket := tx.Bucket([]byte(bucketInvitation))
		k, v := bucket.Cursor().First()
		damaged := slices.Clone(v)
		damaged[len(damaged)-1] ^= 1
		return bucket.Put(k, damaged)
	})
	if err != nil {
		t.Fatal(err)
	}
	if list, err := s.AllInvitations(); err == nil {
		t.Errorf("read as %+v", list)
	}
}
