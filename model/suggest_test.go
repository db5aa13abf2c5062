package model

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"cordial/model/who"
)

// peopleList is evidence in a list.
type peopleList []Person

func (l peopleList) Len() int          { return len(l) }
func (l peopleList) Name(i int) string { return l[i].Name }
func (l peopleList) Row(i int) Person  { return l[i] }

// somebody is a person of the export with an address, of "name/company/email".
func somebody(slug, text string) Person {
	parts := append(strings.Split(text, "/"), "", "")
	return Person{
		ID: slug, Key: PersonKey(slug), URL: who.ProfileURL(slug), Degree: DegreeUnknown,
		Name: parts[0], Company: parts[1], Email: parts[2],
	}
}

// suggested is the suggestions as text: "a>b!" for likely ones.
func suggested(b *Book, people ...Person) string {
	var list []string
	for _, s := range b.MergeSuggestions(peopleList(people)) {
		text := s.A.ID + ">" + s.B.ID
		if s.Likely {
			text += "!"
		}
		list = append(list, text)
	}
	return strings.Join(list, " ")
}

func TestMergeSuggestions(t *testing.T) {
	hidden := Person{ID: "unknown-1", Key: PersonKey("unknown-1"), Name: "Maria Rossi", Company: "Acme", Degree: DegreeUnknown}
	unnamed := Person{ID: "name-1", Key: PersonKey("name-1"), Name: "Maria Rossi", Company: "Acme", Connected: true, Degree: 1}
	for name, c := range map[string]struct {
		people []Person
		want   string
	}{
		"nobody":                    {nil, ""},
		"the name alone":            {[]Person{somebody("a", "Maria Rossi/Acme"), somebody("b", "Maria Rossi/Other"), somebody("c", "Maria Rossi")}, ""},
		"the company alone":         {[]Person{somebody("a", "Maria Rossi/Acme"), somebody("b", "Maria Bianchi/Acme")}, ""},
		"name and company":          {[]Person{somebody("a", "Maria Rossi/Acme"), somebody("b", "MARIA ROSSI, PhD/ACME!")}, "b>a"},
		"the connection is better":  {[]Person{somebody("a", "Maria Rossi/Acme"), {ID: "b", Key: PersonKey("b"), URL: who.ProfileURL("b"), Name: "Maria Rossi", Company: "Acme", Connected: true, Degree: 1}}, "a>b"},
		"a member id":               {[]Person{somebody("ACoAAB1", "Dr. Mária Rossi"), somebody("maria-rossi", "Maria Rossi/Acme")}, "ACoAAB1>maria-rossi!"},
		"two member ids":            {[]Person{somebody("ACoAAB1", "Maria Rossi"), somebody("ACwAAB1", "Maria Rossi")}, ""},
		"two of one company":        {[]Person{somebody("ACoAAB1", "Maria Rossi/Acme"), somebody("ACwAAB1", "Maria Rossi/Acme")}, "ACwAAB1>ACoAAB1"},
		"mail":                      {[]Person{somebody("a", "Maria Rossi//M@x.com "), somebody("b", "Maria Bianchi//m@X.com")}, "b>a!"},
		"LinkedIn Member":           {[]Person{somebody("ACoAAB1", "LinkedIn Member/Acme"), somebody("b", "LinkedIn Member/Acme")}, ""},
		"without an address":        {[]Person{hidden, somebody("b", "Maria Rossi/Acme")}, ""},
		"a connection without one":  {[]Person{unnamed, somebody("b", "Maria Rossi/Acme")}, "name-1>b"},
		"one name is no full name":  {[]Person{somebody("ACoAAB1", "Maria/Acme"), somebody("b", "Maria/Acme")}, ""},
		"likely first, each once":   {[]Person{somebody("a", "Abe Ax/Acme"), somebody("b", "Abe Ax/Acme"), somebody("y", "Zoe Zee/Q/z@q"), somebody("z", "Zoe Zee/Q/z@q")}, "z>y! b>a"},
		"three who look alike":      {[]Person{somebody("a", "Abe Ax/Acme"), somebody("b", "Abe Ax/Acme"), somebody("c", "Abe Ax/Acme")}, "b>a c>a c>b"},
		"the company tells members": {[]Person{somebody("ACoAAB1", "Abe Ax/Acme"), somebody("a", "Abe Ax/Acme"), somebody("b", "Abe Ax/Other")}, "ACoAAB1>a! ACoAAB1>b!"},
	} {
		t.Run(name, func(t *testing.T) {
			b := newJournal(t).Book
			if got := suggested(b, c.people...); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
			slices.Reverse(c.people)
			if got := suggested(b, c.people...); got != c.want {
				t.Errorf("%q the other way round, want %q", got, c.want)
			}
		})
	}
}

// Somebody added by hand without an address may be somebody of the export.
func TestMergeSuggestionsOfContacts(t *testing.T) {
	j := newJournal(t)
	j.add("01-01 12:00", ContactAdded{Contact: "c:maria", Name: "Maria Rossi", Company: "Acme"})
	j.add("01-01 12:00", ContactAdded{Contact: "c:other", Name: "Maria Rossi", Company: "Other"})
	j.add("01-01 12:00", ContactAdded{Contact: "c:bo", Name: "Bo Berg"})
	maria := somebody("maria", "María Rossi/acme")
	if got := suggested(j.Book, maria); got != "c:maria>maria" {
		t.Fatal(got)
	}
	if s := j.MergeSuggestions(peopleList{maria})[0]; s.Why != "same name and company" || s.A.Name != "Maria Rossi" || s.B.Name != "María Rossi" {
		t.Errorf("%+v", s)
	}
	other := "Other"
	j.take(j.EditContact(maria, ContactEdited{Company: &other}, at("01-02 12:00")))
	if got := suggested(j.Book, maria); got != "c:other>maria" {
		t.Errorf("what the user says of the company counts: %q", got)
	}
}

// Whoever is one, kept apart or removed is suggested no more, and again after undo.
func TestMergeSuggestionsFollowDecisions(t *testing.T) {
	a, b, c := somebody("a", "Abe Ax/Acme"), somebody("b", "Abe Ax/Acme"), somebody("c", "Abe Ax/Acme")
	for name, step := range map[string]struct {
		do   func(j *journal) ([]Draft, error)
		want string
	}{
		"merged":     {func(j *journal) ([]Draft, error) { return j.MergePeople(b, a, at("01-02 12:00")) }, "c>a"},
		"kept apart": {func(j *journal) ([]Draft, error) { return j.KeepApart(a, b, at("01-02 12:00")) }, "c>a c>b"},
		"removed":    {func(j *journal) ([]Draft, error) { return j.RemoveContact(a, at("01-02 12:00")) }, "c>b"},
	} {
		t.Run(name, func(t *testing.T) {
			j := newJournal(t)
			j.take(step.do(j))
			if got := suggested(j.Book, a, b, c); got != step.want {
				t.Errorf("%q, want %q", got, step.want)
			}
			j.take(j.Undo(1, at("01-03 12:00")))
			if got := suggested(j.Book, a, b, c); got != "b>a c>a c>b" {
				t.Errorf("%q after undo", got)
			}
		})
	}
}

// A merged person is suggested as what they are now, by all the names they had.
func TestMergeSuggestionsNameTheRoot(t *testing.T) {
	j := newJournal(t)
	old, now := somebody("ACoAAB1", "Anna Doe/Acme"), somebody("anna-roe", "Anna Roe/Acme")
	third := somebody("anna-doe", "Anna Doe/Acme")
	j.take(j.MergePeople(old, now, at("01-02 12:00")))
	list := j.MergeSuggestions(peopleList{third, old, now})
	if len(list) != 1 || list[0].A.Name != "Anna Roe" || list[0].A.Key != now.Key || list[0].B.Key != third.Key {
		t.Errorf("%+v", list)
	}
	if list = j.MergeSuggestions(peopleList{third, old}); len(list) != 1 || list[0].A.Key != now.Key || list[0].A.Name != "Anna Roe" {
		t.Errorf("the root is only in the journal: %+v", list)
	}
}

// A name that a thousand have does not give half a million pairs, and says so.
func TestMergeSuggestionsOfACommonName(t *testing.T) {
	var people []Person
	for i := range 1_000 {
		people = append(people, somebody(fmt.Sprintf("john-%03d", i), "John Smith/Acme"))
	}
	list := newJournal(t).MergeSuggestions(peopleList(people))
	if len(list) != mostOfAGroup || list[0].Why != "same name and company, as 998 others have" {
		t.Errorf("%d, %q", len(list), list[0].Why)
	}
	for i := range 500 {
		people[i] = somebody(fmt.Sprintf("ACoAA%03d", i), "John Smith/Acme")
	}
	if list = newJournal(t).MergeSuggestions(peopleList(people)); len(list) != 3*mostOfAGroup || !list[0].Likely || list[len(list)-1].Likely {
		t.Errorf("%d with member ids", len(list))
	}
}

// BenchmarkMergeSuggestions compares 100,000 people, of whom a tenth share a name with
// somebody and a thousand a name and a company.
func BenchmarkMergeSuggestions(b *testing.B) {
	people := make(peopleList, 100_000)
	for i := range people {
		text := fmt.Sprintf("Zoë Number%d, PhD/Company %d", i-i%10/9, i%5_000)
		if i < 1_000 {
			text = "John Smith/Acme"
		}
		people[i] = somebody(fmt.Sprintf("person-%d", i), text)
	}
	book := NewBook(utcWorld())
	for b.Loop() {
		book.MergeSuggestions(people)
	}
}
