package contactlist_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"cordial/model"
	"cordial/model/contactlist"
)

// people and threads are pictures of evidence.
type (
	people  []model.Person
	threads []model.Thread
)

func (p people) Len() int                { return len(p) }
func (p people) Name(i int) string       { return p[i].Name }
func (p people) Row(i int) model.Person  { return p[i] }
func (t threads) Len() int               { return len(t) }
func (t threads) Head(i int) model.Head  { return t[i].Head }
func (t threads) Row(i int) model.Thread { return t[i] }
func world() model.World                 { return model.World{Zone: time.LoadLocation} }
func noon() time.Time                    { return time.Date(2026, 11, 18, 12, 0, 0, 0, time.UTC) }
func known(p ...model.Person) contactlist.Known {
	return contactlist.Known{People: people(p), Threads: threads{}, Fold: strings.ToLower}
}

// somebody is of the evidence.
func somebody(id, name string) model.Person {
	return model.Person{ID: id, Key: model.PersonKey(id), Name: name, URL: "https://www.linkedin.com/in/" + id, Degree: model.DegreeUnknown}
}

// taken is a Book after drafts.
func taken(t interface{ Fatalf(string, ...any) }, book *model.Book, drafts []model.Draft) *model.Book {
	n := book.Len()
	for _, e := range model.Seal(drafts, noon(), func(time.Time) string { n++; return fmt.Sprint("e", n) }) {
		if _, err := book.Apply(e); err != nil {
			t.Fatalf("what was decided cannot be: %v", err)
		}
	}
	return book
}

// TestTakeLeavesTheBook alone, and answers one step.
func TestTakeLeavesTheBook(t *testing.T) {
	book := model.NewBook(world())
	lists := []contactlist.List{{Format: "apollo", Contacts: []contactlist.Contact{
		{Keys: []string{"ada"}, Name: "Ada", Degree: 2, Labels: []string{"Prospects"}, Notes: "met in Oslo"},
		{Keys: []string{"ben"}, Name: "Ben", Degree: model.DegreeUnknown, Labels: []string{"prospects"}},
	}}}
	drafts, r, err := contactlist.Take(world(), book, known(somebody("ben", "Ben")), lists, noon())
	if err != nil || book.Len() != 0 || r.Added != 1 || r.Known != 1 || r.Labels != 2 || r.Notes != 1 {
		t.Fatalf("%+v, %v; the Book has %d events", r, err, book.Len())
	}
	taken(t, book, drafts)
	steps := 0
	for range book.Steps() {
		steps++
	}
	if steps != 1 {
		t.Errorf("undo has %d steps", steps)
	}
	if p, ok := book.Contact("ada"); !ok || p.Degree != 2 {
		t.Errorf("%+v, %v", p, ok)
	}
	if drafts, r, err = contactlist.Take(world(), book, known(somebody("ben", "Ben")), lists, noon()); len(drafts) > 0 || r.Known != 2 || err != nil {
		t.Errorf("again: %d drafts, %+v, %v", len(drafts), r, err)
	}
}

// TestOwnerIsNobodyNew: the user's own entry on a list is passed over.
func TestOwnerIsNobodyNew(t *testing.T) {
	k := known()
	k.Owner = model.PersonKey("me")
	list := contactlist.List{Contacts: []contactlist.Contact{{Keys: []string{"me"}, Name: "Me", Labels: []string{"x"}}}}
	if drafts, r, err := contactlist.Take(world(), model.NewBook(world()), k, []contactlist.List{list}, noon()); len(drafts) > 0 || r.Known != 1 || err != nil {
		t.Errorf("%d drafts, %+v, %v", len(drafts), r, err)
	}
}

// TestWhatARuleRefuses is a problem of the report, with file and line; the rest is
// taken.
func TestWhatARuleRefuses(t *testing.T) {
	list := contactlist.List{File: "x.csv", Records: 2, Contacts: []contactlist.Contact{
		{Keys: []string{"ada"}, Name: "Ada", Labels: []string{strings.Repeat("long", 20)}, Line: 7},
		{Keys: []string{"ben"}, Name: strings.Repeat("n", 10_000), Degree: model.DegreeUnknown, Line: 8},
		{Keys: []string{"cy"}, Name: "Cy", Degree: model.DegreeUnknown, Line: 9},
	}}
	drafts, r, err := contactlist.Take(world(), model.NewBook(world()), known(), []contactlist.List{list}, noon())
	if err != nil || r.ProblemCount == 0 || len(r.Problems) != r.ProblemCount {
		t.Fatalf("%+v, %v", r, err)
	}
	book := taken(t, model.NewBook(world()), drafts)
	if _, ok := book.Contact("cy"); !ok {
		t.Error("what comes after a refused record is lost")
	}
}

// TestTakenOnce: whatever a list says, what is taken can be, and the second time
// nothing is new.
func TestTakenOnce(t *testing.T) {
	word := rapid.SampledFrom([]string{"", "ada", "Ada", "ben", "Acme", "a@x.org", "A@X.ORG", "Hot", "hot", "ACoAA1"})
	rapid.Check(t, func(t *rapid.T) {
		contact := rapid.Custom(func(t *rapid.T) contactlist.Contact {
			c := contactlist.Contact{
				Name: rapid.SampledFrom([]string{"Cy", "cy", "Dan"}).Draw(t, "name"), Company: word.Draw(t, "company"),
				Notes: word.Draw(t, "notes"), Degree: model.Degree(rapid.IntRange(1, 3).Draw(t, "degree")),
			}
			if rapid.Bool().Draw(t, "keyed") { // one human twice on a list, once without the profile, is the reader's affair
				key := rapid.SampledFrom([]string{"ada", "ben", "ACoAA1"}).Draw(t, "key")
				c.Keys, c.URL, c.Name = []string{key}, "https://www.linkedin.com/in/"+key, key+" "+c.Name
			}
			if label := word.Draw(t, "label"); label != "" {
				c.Labels = []string{label}
			}
			return c
		})
		lists := []contactlist.List{{Format: "csv", Contacts: rapid.SliceOfN(contact, 0, 6).Draw(t, "contacts")}}
		k := known(somebody("ada", "Ada"), somebody("zoe", "Acme"))
		book := model.NewBook(world())
		drafts, first, err := contactlist.Take(world(), book, k, lists, noon())
		if err != nil {
			t.Fatal(err)
		}
		taken(t, book, drafts)
		_, again, err := contactlist.Take(world(), book, k, lists, noon())
		if err != nil || again.Added > 0 || again.Labels > 0 || again.Notes > 0 {
			t.Errorf("first %+v, then %+v, %v", first, again, err)
		}
	})
}

func TestFreeID(t *testing.T) {
	book := model.NewBook(world())
	for _, want := range []string{"c:ada-lace", "c:ada-lace-2", "c:ada-lace-3"} {
		id := contactlist.FreeID(book, "ada  lace, phd"[:9])
		if id != want {
			t.Fatalf("%s, want %s", id, want)
		}
		taken(t, book, []model.Draft{{At: noon(), Decision: model.ContactAdded{Contact: id, Name: "Ada"}}})
	}
	if id := contactlist.FreeID(book, strings.Repeat("ü", 200)); len(id) > 64 {
		t.Errorf("an id of %d bytes", len(id))
	}
}
