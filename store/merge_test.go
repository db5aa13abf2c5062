package store

import (
	"slices"
	"testing"

	"cordial/model"
)

// TestMerging goes through the rules of linkedin-export.md section 8.
func TestMerging(t *testing.T) {
	say := func(texts ...string) []mail {
		var list []mail
		for _, text := range texts {
			list = append(list, mail{conversation: "2-a", from: "anna", to: me, at: clock(5), text: text})
		}
		return list
	}
	for _, c := range []struct {
		name          string
		first, second []mail
		older         bool // the second archive was made before the first
		want          []string
		fresh         int
		changed       int
	}{
		{"the same", say("one"), say("one"), false, []string{"anna: one"}, 0, 0},
		{"an edit", say("one"), say("two"), false, []string{"anna: two"}, 0, 1},
		{"an edit in an older archive", say("one"), say("two"), true, []string{"anna: one"}, 0, 0},
		{"emptied", say("one"), say(""), false, []string{"anna: one"}, 0, 0},
		{"filled by an older archive", say(""), say("one"), true, []string{"anna: one"}, 0, 1},
		{"one more in the second", say("one"), say("one", "two"), false, []string{"anna: one", "anna: two"}, 1, 0},
		{"one more, sorting before", say("one"), say("a", "one"), false, []string{"anna: one", "anna: a"}, 1, 0},
		{"one of two gone", say("one", "two"), say("two"), false, []string{"anna: one", "anna: two"}, 0, 0},
		{"one of two edited", say("one", "two"), say("two", "three"), false, []string{"anna: three", "anna: two"}, 0, 1},
		{"all gone", say("one"), []mail{{conversation: "2-b", from: "anna", to: me, at: clock(9), text: "x"}}, false, []string{"anna: one"}, 1, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newStore(t)
			first, second := export{made: clock(1000), messages: c.first}, export{made: clock(2000), messages: c.second}
			if c.older {
				second.made = clock(100)
			}
			bring(t, s, first)
			r := bring(t, s, second)
			if got := texts(t, s, "2-a"); !slices.Equal(got, c.want) {
				t.Errorf("%q", got)
			}
			if r.Messages.New != c.fresh || r.Changed != c.changed {
				t.Errorf("%d new, %d changed", r.Messages.New, r.Changed)
			}
			sound(t, s)
		})
	}
}

func TestMergingPeople(t *testing.T) {
	s := newStore(t)
	look := func() model.Person {
		p, ok, err := s.Person(model.PersonKey("anna"))
		if !ok || err != nil {
			t.Fatal(ok, err)
		}
		return p
	}
	bring(t, s, week())
	newer := export{made: clock(70 * 86400), connections: []connection{{"anna", "Anna Neu", "Newco", "", "anna@example.org", "05 Jan 2026"}}}
	if r := bring(t, s, newer); r.Changed != 1 {
		t.Errorf("%d changed", r.Changed)
	}
	want := look()
	if want.Name != "Anna Neu" || want.Company != "Newco" || want.Position != "Buyer" || want.Email != "anna@example.org" {
		t.Errorf("%+v", want)
	}
	if row := thread(t, s, "2-a"); row.People[0].Name != "Anna Neu" {
		t.Errorf("the row still says %+v", row.People)
	}
	older := week()
	older.made = clock(50 * 86400)
	if r := bring(t, s, older); r.Changed != 0 || look() != want {
		t.Errorf("%d changed, %+v", r.Changed, look())
	}
	gone := export{made: clock(75 * 86400), connections: []connection{{"bert", "Bert Baum", "", "", "", "11 Jan 2026"}}}
	bring(t, s, gone)
	if look() != want {
		t.Errorf("an absent row changed %+v", look())
	}
	sound(t, s)
}

func TestAClosedAccountKeepsItsName(t *testing.T) {
	old := personRecord{ID: "x", Name: "Anna Alt", Observed: 1}
	if got := mergePerson(old, personRecord{ID: "x", Name: closedAccount, Observed: 2}); got.Name != "Anna Alt" {
		t.Error(got)
	}
	if got := mergePerson(personRecord{ID: "x"}, personRecord{ID: "x", Name: closedAccount}); got.Name != closedAccount {
		t.Error(got)
	}
}
