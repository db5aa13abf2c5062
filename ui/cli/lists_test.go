package cli

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"cordial/model"
	"cordial/model/contactlist"
	"cordial/ui/port"
)

// listing makes an import read these people, whatever the path; with a mapping, too.
func listing(people ...port.ListedContact) func(*Streams, *Deps) {
	return func(_ *Streams, d *Deps) {
		d.IsExport = func(string) (bool, error) { return false, nil }
		d.IsList = func(string) (bool, error) { return true, nil }
		d.BadMapping = func(error) bool { return false }
		d.ReadList = func(_ context.Context, path, _ string) (port.ContactList, error) {
			return port.ContactList{File: path, Format: "apollo", FormatName: "Apollo", Records: len(people), Contacts: people}, nil
		}
	}
}

// profile is a listed person with a LinkedIn profile.
func profile(slug, name string) port.ListedContact {
	return port.ListedContact{
		Keys: []string{slug}, Name: name, URL: "https://www.linkedin.com/in/" + slug, Degree: model.DegreeUnknown, Line: 2,
	}
}

// kinds lists what was decided, in words of the journal.
func kinds(events []model.Event) []string {
	var list []string
	for _, e := range events {
		switch d := e.Decision.(type) {
		case model.ContactAdded:
			list = append(list, d.Kind()+" "+d.Contact+" "+d.Source)
		case model.ContactEdited:
			list = append(list, d.Kind()+" "+d.Contact)
		case model.LabelApplied:
			list = append(list, d.Kind()+" "+d.Label+" "+strings.Join(d.People, ","))
		case model.NoteAdded:
			list = append(list, d.Kind()+" "+d.Text+" "+strings.Join(d.People, ","))
		default:
			list = append(list, d.Kind())
		}
	}
	return list
}

// TestListIsTakenOnce adds people, labels and notes, one label by one event, and the
// second time nothing.
func TestListIsTakenOnce(t *testing.T) {
	ada, ben := profile("ada", "Ada"), port.ListedContact{Name: "Ben Brown", Company: "Acme", Degree: 2}
	ada.Labels, ada.Notes = []string{"Prospects", "hot leads"}, "line\r\nline"
	ben.Labels = []string{"prospects"}
	s := &fakeStore{}
	if o := try(t, s, listing(ada, ben), "import", "x.csv"); o.code != ExitDone {
		t.Fatalf("exit code %d: %s", o.code, o.err)
	}
	want := []string{
		"contact.added ada list:apollo", "note.added line\nline ada", "contact.added c:ben-brown list:apollo",
		"label.applied Prospects ada,c:ben-brown", "label.applied Hot Leads ada",
	}
	if got := kinds(s.events); !slices.Equal(got, want) {
		t.Errorf("decided\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if d := s.events[2].Decision.(model.ContactAdded); d.Degree == nil || *d.Degree != 2 || d.OpenProfile != nil {
		t.Errorf("added %+v", d)
	}
	o := try(t, s, listing(ada, ben), "import", "x.csv")
	if len(s.events) != len(want) || !strings.Contains(o.out, "0 new, 0 completed, 2 known") {
		t.Errorf("the second time it decided %v and said\n%s", kinds(s.events)[len(want):], o.out)
	}
}

// TestListCompletes adds to people who are known only what was not, and does not touch
// who needs nothing.
func TestListCompletes(t *testing.T) {
	evident := somebody("eva", "Eva", "Acme")
	evident.URL = "https://www.linkedin.com/in/eva"
	whole := somebody("wim", "Wim", "Acme")
	s := &fakeStore{people: []model.Person{evident, whole}}
	steps(t, s, []string{"contact", "add", "Hank", "--id", "hank", "--email", "h@x.org", "--company", "Mine"})

	eva, wim := profile("eva", "Somebody Else"), profile("wim", "Wim")
	eva.Company, eva.Email, eva.Degree, eva.OpenProfile = "Other", "eva@x.org", 3, new(true)
	wim.Company, wim.OpenProfile = "Other", new(false)
	hank := port.ListedContact{Name: "HANK", Email: "H@x.org", Company: "Other", Position: "CEO", Degree: model.DegreeUnknown}
	o := try(t, s, listing(eva, wim, hank), "import", "x.csv")
	if !strings.Contains(o.out, "0 new, 2 completed, 1 known") {
		t.Errorf("said\n%s", o.out)
	}
	want := []string{"contact.added hank ", "contact.added eva list:apollo", "contact.edited hank"}
	if got := kinds(s.events); !slices.Equal(got, want) {
		t.Fatalf("decided %q, want %q", got, want)
	}
	if d := s.events[1].Decision.(model.ContactAdded); d.Name != "Eva" || d.Company != "" || d.Email != "eva@x.org" || *d.Degree != 3 || !*d.OpenProfile {
		t.Errorf("added %+v", d)
	}
	if d := s.events[2].Decision.(model.ContactEdited); d.Company != nil || d.Email != nil || d.Name != nil || *d.Position != "CEO" {
		t.Errorf("edited %+v", d)
	}
}

// TestListMeetsThePerson of whom it speaks, and nobody else.
func TestListMeetsThePerson(t *testing.T) {
	linked := somebody("ada", "Ada Lace", "Acme")
	linked.URL, linked.Email = "https://www.linkedin.com/in/ada", "ada@x.org"
	tests := []struct {
		name  string
		c     port.ListedContact
		added bool
	}{
		{"the profile", profile("ada", "Other Name"), false},
		{"a second key", port.ListedContact{Keys: []string{"ACoAA1", "ada"}, Name: "Ada"}, false},
		{"another profile", port.ListedContact{Keys: []string{"ada-2"}, Name: "Ada Lace", Company: "Acme", Email: "ada@x.org"}, true},
		{"name and address", port.ListedContact{Name: "ada  LACE", Email: "ADA@x.org"}, false},
		{"name and company", port.ListedContact{Name: "Ada Lace", Company: "ACME"}, false},
		{"another address", port.ListedContact{Name: "Ada Lace", Company: "Acme", Email: "ada@other.org"}, true},
		{"another company", port.ListedContact{Name: "Ada Lace", Company: "Other"}, true},
		{"a name alone", port.ListedContact{Name: "Ada Lace"}, true},
		{"our own id", port.ListedContact{ID: "ada", Name: "Ada L."}, false},
		{"our own id with another profile", port.ListedContact{ID: "ada", Keys: []string{"ada-3"}, Name: "Ada"}, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.c.Degree = model.DegreeUnknown
			s := &fakeStore{people: []model.Person{linked}}
			o := try(t, s, listing(tt.c), "import", "x.csv")
			if added := strings.Contains(o.out, "1 new"); added != tt.added || o.code != ExitDone {
				t.Errorf("added %v, exit code %d\n%s%s", added, o.code, o.out, o.err)
			}
			before := len(s.events)
			for _, e := range s.events {
				if d, ok := e.Decision.(model.ContactAdded); ok && tt.added && d.Contact == "ada" {
					t.Error("it took the id of somebody else")
				}
			}
			if try(t, s, listing(tt.c), "import", "x.csv"); len(s.events) != before {
				t.Errorf("the second time it decided %v", kinds(s.events[before:]))
			}
		})
	}
}

// TestListKeepsWhatTheUserSaid: who is said to be no Open Profile stays none, and a
// label or note of the conversation is not put on the person again.
func TestListKeepsWhatTheUserSaid(t *testing.T) {
	p := somebody("ada", "Ada", "Acme")
	s := &fakeStore{people: []model.Person{p}, threads: []model.Thread{talk("2-ada", p, 1)}}
	steps(t, s, []string{"label", "ada", "Hot Leads"}, []string{"note", "ada", "first"}, []string{"note", "ada", "second"},
		[]string{"contact", "edit", "ada", "--open-profile", "yes"}, []string{"contact", "edit", "ada", "--open-profile", "no"})
	before := len(s.events)
	c := profile("ada", "Ada")
	c.OpenProfile, c.Labels, c.Notes = new(true), []string{"hot leads"}, "first\n\nsecond"
	if try(t, s, listing(c), "import", "x.csv"); len(s.events) != before {
		t.Errorf("decided %v", kinds(s.events[before:]))
	}
}

// TestListIsOneTransaction, written once however many people are on it, also when
// another program is faster the first time; a dry run writes nothing.
func TestListIsOneTransaction(t *testing.T) {
	var people []port.ListedContact
	for i := range contactlist.MostSubjects + 1 {
		c := profile(fmt.Sprint("p", i), fmt.Sprint("Person ", i))
		c.Labels = []string{"Many"}
		people = append(people, c)
	}
	appends := 0
	s := &fakeStore{}
	s.before = func(s *fakeStore) {
		if appends++; appends == 1 {
			s.events = append(s.events, model.Event{ID: "x", At: noon(), Recorded: noon(), Decision: model.ContactAdded{Contact: "p7", Name: "P"}})
		}
	}
	if o := try(t, s, listing(people...), "import", "x.csv", "--dry-run"); appends != 0 || !strings.Contains(o.out, "Nothing is written yet") {
		t.Fatalf("%d appends by a dry run\n%s", appends, o.out)
	}
	o := try(t, s, listing(people...), "import", "x.csv")
	if appends != 2 || !strings.Contains(o.out, "1000 new") || len(s.events) != 1+contactlist.MostSubjects+2 {
		t.Errorf("%d appends, %d events\n%s%s", appends, len(s.events), o.out, o.err)
	}
}

// TestListAsks on a terminal, with the names of the file cleaned.
func TestListAsks(t *testing.T) {
	for _, tt := range []struct {
		typed string
		added int
	}{{"y\n", 1}, {"n\n", 0}, {"", 0}} {
		s := &fakeStore{}
		o := try(t, s, func(streams *Streams, d *Deps) {
			terminal(tt.typed)(streams, d)
			listing(profile("ada", "Ada"))(streams, d)
		}, "import", "x\x1b.csv")
		if len(s.events) != tt.added || !strings.Contains(o.err, "[y/N]") || strings.Contains(o.out, "x\x1b.csv") {
			t.Errorf("%q: %d events, %q, %q", tt.typed, len(s.events), o.out, o.err)
		}
	}
}

// TestListProblems are listed with file and line, and end with their exit code.
func TestListProblems(t *testing.T) {
	set := func(s *Streams, d *Deps) {
		listing()(s, d)
		d.ReadList = func(context.Context, string, string) (port.ContactList, error) {
			list := port.ContactList{File: "x.csv", Format: "csv", Records: 7, Refused: 7, ProblemAll: 7}
			for i := range 7 {
				list.Problems = append(list.Problems, model.Problem{File: "x.csv", Line: i + 2, Reason: "odd\u202e"})
			}
			return list, nil
		}
	}
	o := try(t, &fakeStore{}, set, "import", "x.csv")
	if o.code != ExitSkipped || !strings.Contains(o.out, "x.csv:2: odd\ufffd") || !strings.Contains(o.out, "and 2 more") {
		t.Errorf("exit code %d\n%s", o.code, o.out)
	}
	failing := errors.New("x.csv: the mapping is odd")
	for code, bad := range map[int]bool{ExitUsage: true, ExitFailed: false} {
		o := try(t, &fakeStore{}, func(s *Streams, d *Deps) {
			listing()(s, d)
			d.ReadList = func(context.Context, string, string) (port.ContactList, error) { return port.ContactList{}, failing }
			d.BadMapping = func(error) bool { return bad }
		}, "import", "x.csv", "--map", "a=b")
		if o.code != code || o.err != "cordial: x.csv: the mapping is odd\n" {
			t.Errorf("exit code %d, want %d: %s", o.code, code, o.err)
		}
	}
}
