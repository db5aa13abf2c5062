package contactlist

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"cordial/model"
	"cordial/model/who"
)

func noon() time.Time { return time.Date(2026, 11, 18, 12, 0, 0, 0, time.UTC) }

func world() model.World {
	return model.World{Zone: func(string) (*time.Location, error) { return time.UTC, nil }}
}

type peopleList []model.Person

func (l peopleList) Len() int               { return len(l) }
func (l peopleList) Name(i int) string      { return l[i].Name }
func (l peopleList) Row(i int) model.Person { return l[i] }

type noThreads struct{}

func (noThreads) Len() int             { return 0 }
func (noThreads) Head(int) model.Head  { return model.Head{} }
func (noThreads) Row(int) model.Thread { return model.Thread{} }

// exported is somebody of the export.
func exported(slug, name, company string) model.Person {
	return model.Person{ID: slug, Key: model.PersonKey(slug), URL: who.ProfileURL(slug), Name: name, Company: company, Degree: model.DegreeUnknown}
}

// known is an export of some people.
func known(people ...model.Person) Known {
	return Known{People: peopleList(people), Threads: noThreads{}, Fold: strings.ToLower}
}

// bookOf is a Book with the drafts of some verbs.
func bookOf(t *testing.T, verbs ...func(*model.Book) ([]model.Draft, error)) *model.Book {
	t.Helper()
	b := model.NewBook(world())
	for i, verb := range verbs {
		drafts, err := verb(b)
		if err != nil {
			t.Fatal(err)
		}
		for j, d := range drafts {
			if _, err := b.Apply(model.Event{ID: fmt.Sprintf("e%d-%d", i, j), At: d.At, Recorded: d.At, Decision: d.Decision}); err != nil {
				t.Fatal(err)
			}
		}
	}
	return b
}

// listed is a list of one person.
func listed(c Contact) []List {
	c.Degree = model.DegreeUnknown
	return []List{{File: "list.csv", Format: "plain", Contacts: []Contact{c}, Records: 1}}
}

// What a list says of an id of old is of the person whom it has become.
func TestAListFindsMergedPeople(t *testing.T) {
	old, now := exported("ACoAAB1", "Maria R.", "Old"), exported("maria", "Maria Rossi", "")
	b := bookOf(t, func(b *model.Book) ([]model.Draft, error) { return b.MergePeople(old, now, noon()) })
	c := Contact{Name: "Maria R.", Keys: []string{"ACoAAB1"}, URL: old.URL, Headline: "CTO", Labels: []string{"Oslo"}, Notes: "met"}
	drafts, report, err := Take(world(), b, known(old, now), listed(c), noon())
	if err != nil || report.Completed != 1 || report.Added != 0 || len(drafts) != 3 {
		t.Fatalf("%+v, %+v, %v", drafts, report, err)
	}
	if d, ok := drafts[0].Decision.(model.ContactEdited); !ok || d.Contact != "maria" || *d.Headline != "CTO" || d.Company != nil {
		t.Errorf("%+v", drafts[0].Decision)
	}
	if d := model.SubjectsOf(drafts[1].Decision); !slices.Equal(d.People, []string{"maria"}) {
		t.Errorf("%+v", d)
	}
	roll := NewRoll(b, known(old, now))
	if got := roll.Everybody(); !slices.Equal(got, []model.Key{now.Key}) {
		t.Errorf("%v", got)
	}
	if p, ok := roll.Person(old.Key); !ok || p.Name != "Maria Rossi" || p.Company != "Old" {
		t.Errorf("%+v", p)
	}
}

// A list does not bring back whoever was removed, by profile or by name, and says so.
func TestAListDoesNotBringRemovedPeopleBack(t *testing.T) {
	maria := exported("maria", "Maria Rossi", "Acme")
	carl := model.ContactAdded{Contact: "c:carl", Name: "Carl Berg", Company: "Acme"}
	b := bookOf(t,
		func(b *model.Book) ([]model.Draft, error) { return b.RemoveContact(maria, noon()) },
		func(b *model.Book) ([]model.Draft, error) { return b.AddContact(carl, noon()) },
		func(b *model.Book) ([]model.Draft, error) {
			return b.RemoveContact(model.Person{ID: "c:carl", Key: model.PersonKey("c:carl")}, noon())
		},
	)
	for _, c := range []Contact{
		{Name: "M. Rossi", Keys: []string{"maria"}, Headline: "CTO", Notes: "met"},
		{Name: "Maria Rossi", Company: "Acme", Labels: []string{"Oslo"}},
		{Name: "Carl Berg", Company: "Acme", Email: "carl@acme.com"},
	} {
		drafts, report, err := Take(world(), b, known(maria), listed(c), noon())
		if err != nil || len(drafts) != 0 || report.ProblemCount != 1 || !strings.Contains(report.Problems[0].Reason, "was removed on 2026-11-18") {
			t.Errorf("%s: %+v, %+v, %v", c.Name, drafts, report, err)
		}
	}
	if got := NewRoll(b, known(maria)).Everybody(); len(got) != 0 {
		t.Errorf("%v", got)
	}
}
