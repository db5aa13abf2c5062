package model

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"cordial/model/day"
	"cordial/model/role"
)

func TestMergeAndItsRefusals(t *testing.T) {
	j := newJournal(t)
	a, b, c := somebody("a", "Ann A"), somebody("b", "Ben B"), somebody("c", "Cy C")
	noon := at("02-01 12:00")
	j.take(j.MergePeople(a, b, noon))
	if j.Root(a.Key) != b.Key || j.Root(b.Key) != b.Key || !slices.Equal(j.Keys(a.Key), []Key{b.Key, a.Key}) || j.Joined(c.Key) {
		t.Fatalf("%v", j.Keys(a.Key))
	}
	for says, two := range map[string][2]Person{
		"the same person":              {a, a},
		"are one person already":       {a, b},
		"Ben B and Ann A are one":      {b, a}, // into one's own part
		"Ann A is part of Ben B alre":  {a, c},
		"only two people can be merge": {a, {Name: "a group"}},
	} {
		_, err := j.MergePeople(two[0], two[1], noon)
		refused(t, err, says)
	}
	j.take(j.MergePeople(b, c, noon)) // a chain
	if got := j.Keys(a.Key); !slices.Equal(got, []Key{c.Key, b.Key, a.Key}) {
		t.Errorf("%v", got)
	}
	_, err := j.MergePeople(c, a, noon)
	refused(t, err, "are one person already")
	merges := j.Merges()
	if len(merges) != 2 || merges[0].From.Name != "Ben B" || merges[1].Into.Key != b.Key || merges[1].Root != c.Key {
		t.Fatalf("%+v", merges)
	}
	j.take(j.Unmerge(merges[1], noon)) // the older one
	if j.Root(a.Key) != a.Key || j.Root(b.Key) != c.Key || len(j.Merges()) != 1 {
		t.Error("a is still part of b")
	}
	_, err = j.Unmerge(merges[1], noon)
	refused(t, err, "are two people already")
	j.take(j.MergePeople(a, b, noon)) // once more
	j.take(j.Undo(2, noon))           // this one, and the chain
	if j.Root(a.Key) != a.Key || j.Root(b.Key) != b.Key {
		t.Error("undo left something")
	}
}

// Two merges that contradict each other, as undo and redo of several programs can
// leave them, join nothing twice.
func TestMergesInACircle(t *testing.T) {
	j := newJournal(t)
	for _, id := range []string{"a", "b"} {
		j.add("01-01 12:00", ContactAdded{Contact: id, Name: id})
	}
	first := j.add("01-02 12:00", ContactMerged{Contact: "a", Into: "b"})
	back := j.add("01-03 12:00", EventReverted{Event: first})
	j.add("01-04 12:00", ContactMerged{Contact: "b", Into: "a"})
	if j.PersonKey("b") != PersonKey("a") {
		t.Error("b is not part of a")
	}
	j.add("01-05 12:00", EventReverted{Event: back})
	if j.PersonKey("a") != PersonKey("b") || len(j.Keys(PersonKey("a"))) != 2 {
		t.Error("the older merge does not count")
	}
}

// A contact that was taken back and added anew as somebody else takes the merge along.
func TestAMergedContactIsAddedAnew(t *testing.T) {
	j := newJournal(t)
	first := j.add("01-01 12:00", ContactAdded{Contact: "a", Name: "A", URL: "https://linkedin.com/in/first"})
	j.add("01-01 12:00", ContactAdded{Contact: "b", Name: "B"})
	j.add("01-02 12:00", ContactMerged{Contact: "a", Into: "b"})
	j.add("01-02 12:00", ContactRemoved{Contact: "a"})
	gone := j.add("01-02 12:00", ContactRemoved{Contact: "a"})
	if !j.Removed(PersonKey("first")) || j.Root(PersonKey("first")) != PersonKey("b") {
		t.Fatal("not merged and removed")
	}
	j.add("01-03 12:00", EventReverted{Event: first})
	j.add("01-03 12:00", EventReverted{Event: gone})
	if !j.Removed(PersonKey("b")) {
		t.Error("the other removal counts no more")
	}
	j.add("01-04 12:00", ContactAdded{Contact: "a", Name: "A", URL: "https://linkedin.com/in/second"})
	for id, root := range map[string]string{"first": "first", "second": "b", "b": "b"} {
		if j.Root(PersonKey(id)) != PersonKey(root) || j.Removed(PersonKey(id)) != (id != "first") {
			t.Errorf("%s is not %s", id, root)
		}
	}
}

func TestAMergeNamesWhatIsToBeDrawnAnew(t *testing.T) {
	j := newJournal(t)
	for _, id := range []string{"a", "b", "c"} {
		j.add("01-01 12:00", ContactAdded{Contact: id, Name: id})
	}
	apply := func(id string, d Decision) Change {
		t.Helper()
		c, err := j.Apply(Event{ID: id, At: at("01-02 12:00"), Decision: d})
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	keys := func(ids ...string) []Key {
		var list []Key
		for _, id := range ids {
			list = append(list, PersonKey(id))
		}
		slices.Sort(list)
		return list
	}
	apply("one", ContactMerged{Contact: "a", Into: "b"})
	if c := apply("two", ContactMerged{Contact: "b", Into: "c"}); !c.Who || !slices.Equal(c.People, keys("a", "b", "c")) {
		t.Errorf("%+v", c)
	}
	if c := apply("undo", EventReverted{Event: "two"}); !c.Who || !slices.Equal(c.People, keys("a", "b", "c")) {
		t.Errorf("%+v", c)
	}
	if c := apply("note", NoteAdded{Text: "x", Subjects: Subjects{People: []string{"a"}}}); c.Who || !slices.Equal(c.People, keys("b")) {
		t.Errorf("%+v: a is part of b", c)
	}
	if c := apply("gone", ContactRemoved{Contact: "c"}); !c.Who || !slices.Equal(c.People, keys("c")) {
		t.Errorf("%+v", c)
	}
}

// What is known of the root goes before what is known of the others, and what was
// edited before both.
func TestAMergedPersonIsAllOfThem(t *testing.T) {
	j := newJournal(t)
	old := somebody("ACoAAB1", "Anna Doe/Old Ltd/anna@old.com")
	old.Connected, old.Degree, old.ConnectedOn = true, 1, day.New(2020, 1, 2)
	now := somebody("anna-roe", "Anna Roe")
	evidence := func(k Key) (Person, bool, error) {
		for _, p := range []Person{old, now} {
			if p.Key == k {
				return p, true, nil
			}
		}
		return Person{}, false, nil
	}
	cto := "CTO"
	j.take(j.EditContact(old, ContactEdited{Position: &cto}, at("01-02 12:00")))
	j.take(j.MergePeople(old, now, at("01-03 12:00")))
	for _, k := range []Key{old.Key, now.Key} {
		p, ok, err := j.Known(k, evidence)
		want := Person{
			ID: "anna-roe", Key: now.Key, Name: "Anna Roe", URL: now.URL, Company: "Old Ltd", Email: "anna@old.com", Position: "CTO",
			Degree: 1, Connected: true, ConnectedOn: old.ConnectedOn,
		}
		if !ok || err != nil || p != want {
			t.Errorf("%+v\nwant %+v", p, want)
		}
	}
	if id, _ := j.ContactID(old.Key); id != "anna-roe" {
		t.Errorf("known as %s", id)
	}
	for _, id := range []string{"ACoAAB1", "anna-roe"} {
		if p, ok := j.Contact(id); !ok || p.ID != "anna-roe" || p.Key != now.Key || p.Company != "Old Ltd" || p.Position != "CTO" {
			t.Errorf("%s is %+v", id, p)
		}
	}
	if list := j.Contacts(); len(list) != 1 || list[0].Name != "Anna Roe" {
		t.Errorf("%+v", list)
	}
	company := "New Inc"
	j.take(j.EditContact(now, ContactEdited{Company: &company}, at("01-04 12:00")))
	if p, _, _ := j.Known(old.Key, evidence); p.Company != "New Inc" {
		t.Errorf("%+v", p)
	}
	j.take(j.Unmerge(j.Merges()[0], at("01-05 12:00")))
	if p, _, _ := j.Known(old.Key, evidence); p.Company != "Old Ltd" || p.Position != "CTO" || p.ID != "ACoAAB1" {
		t.Errorf("%+v", p)
	}
	if p, _, _ := j.Known(now.Key, evidence); p.Company != "New Inc" || p.Position != "" || p.Connected {
		t.Errorf("%+v", p)
	}
	if _, _, err := j.Known(old.Key, func(Key) (Person, bool, error) { return Person{}, false, errors.New("disk") }); err == nil {
		t.Error("a failure to read is not told")
	}
}

// An open InMail to either id blocks another to both (ledger rule 12), and an answer
// to either counts.
func TestInMailsToAMergedPerson(t *testing.T) {
	j := opened(t)
	eve := somebody("eve", "Eve")
	send := func(p Person, id string) error {
		drafts, _, err := j.SendInMail(InMailRequest{InMail: id, Person: p, Seat: "main", At: at("02-01 12:00")}, at("02-01 12:00"))
		if err == nil {
			j.take(drafts, nil)
		}
		return err
	}
	if err := send(eve, "im1"); err != nil {
		t.Fatal(err)
	}
	j.take(j.MergePeople(eve, ada(), at("02-02 12:00")))
	for _, p := range []Person{ada(), eve} {
		refused(t, send(p, "im2"), "unanswered")
		if m, ok := j.AnsweredBy(p.Key, at("02-03 12:00").Unix(), at("02-04 12:00")); !ok || m.ID != "im1" {
			t.Errorf("%+v", m)
		}
	}
	j.take(j.AnswerInMail(ada(), AnswerReplied, at("02-03 12:00"), at("02-04 12:00"), false))
	if list := j.InMailsTo(eve.Key, at("02-04 12:00")); len(list) != 1 || list[0].Answer != AnswerReplied {
		t.Errorf("%+v", list)
	}
	j.take(j.Unmerge(j.Merges()[0], at("02-05 12:00")))
	if len(j.InMailsTo(ada().Key, at("02-05 12:00"))) != 0 || len(j.InMailsTo(eve.Key, at("02-05 12:00"))) != 1 {
		t.Error("the InMail stayed with the other")
	}
}

func TestWhatPassedIsOfTheMergedPerson(t *testing.T) {
	j := opened(t)
	eve := somebody("eve", "Eve")
	j.take(j.RecordMessage(eve, MessageRecorded{Direction: MessageSent, Text: "hi"}, at("02-01 12:00"), at("02-09 12:00")))
	j.take(j.Invite(ada(), InviteSent, "", at("02-03 12:00")))
	j.add("02-04 12:00", NoteAdded{Text: "both", Subjects: Subjects{People: []string{"ada", "eve"}}})
	j.take(j.MergePeople(ada(), eve, at("02-05 12:00")))
	for _, k := range []Key{ada().Key, eve.Key} {
		out, _ := j.LastMessages(k)
		if !out.Equal(at("02-01 12:00")) || j.LastByHand(k).Text != "hi" || !j.LastContact(k).Equal(at("02-03 12:00")) {
			t.Errorf("%v: messages", k)
		}
		if s := j.State(0, k); len(s.Notes) != 1 || !j.Touched(0, k) || !j.Engaged(k) {
			t.Errorf("%+v: a note about both is one", s)
		}
		if got := len(j.About(0, k)); got != 3 {
			t.Errorf("%d decisions, want the message, the invitation and the note", got)
		}
	}
	none := func(Key) (day.Day, bool) { return 0, false }
	exported := []Invitation{{Person: PersonRef{ID: "ada", Key: ada().Key, Name: "Ada"}, Outgoing: true, At: at("02-03 00:00")}}
	list := j.Requests(exported, none, at("02-09 12:00"))
	if len(list) != 1 || list[0].Person.Key != eve.Key || list[0].Person.Name != "Eve" || !list[0].Recorded || !list[0].Found {
		t.Errorf("%+v", list)
	}
	linked := func(k Key) (day.Day, bool) { return day.New(2026, 2, 6), k == ada().Key }
	if list = j.Requests(exported, linked, at("02-09 12:00")); list[0].State != InvitationAccepted {
		t.Errorf("%+v: connected under the old id", list)
	}
	if with := j.RequestsWith(eve, exported, at("02-09 12:00")); len(with) != 1 || !with[0].Recorded {
		t.Errorf("%+v", with)
	}
	if people := j.TouchedPeople(); len(people) != 1 || people[0] != eve.Key {
		t.Errorf("%v", people)
	}
}

func TestKeepApart(t *testing.T) {
	j := newJournal(t)
	a, b := somebody("a", "Ann A"), somebody("b", "Ben B")
	noon := at("02-01 12:00")
	j.take(j.KeepApart(a, b, noon))
	_, err := j.KeepApart(b, a, noon)
	refused(t, err, "kept apart already")
	j.take(j.MergePeople(a, b, noon)) // one may change one's mind
	_, err = j.KeepApart(a, b, noon)
	refused(t, err, "are one person")
	_, err = j.KeepApart(a, Person{}, noon)
	refused(t, err, "two people")
	j.take(j.Undo(2, noon))
	j.take(j.KeepApart(a, b, noon))
}

func TestRemovedPeopleAreLeftAlone(t *testing.T) {
	j := opened(t)
	noon, eve := at("02-01 12:00"), somebody("eve", "Eve")
	j.take(j.RemoveContact(ada(), noon))
	if !j.Removed(ada().Key) || j.Removed(eve.Key) || len(j.Contacts()) != 0 {
		t.Fatal("ada is still there")
	}
	text, target := "x", []Target{{Person: ada()}}
	for name, do := range map[string]func() ([]Draft, error){
		"edit":   func() ([]Draft, error) { return j.EditContact(ada(), ContactEdited{Email: &text}, noon) },
		"unedit": func() ([]Draft, error) { return j.AsLinkedIn(ada(), []string{"email"}, noon) },
		"message": func() ([]Draft, error) {
			return j.RecordMessage(ada(), MessageRecorded{Direction: MessageSent}, noon, noon)
		},
		"inmail": func() ([]Draft, error) {
			d, _, err := j.SendInMail(InMailRequest{InMail: "im", Person: ada(), Seat: "main", At: noon, Insist: true}, noon)
			return d, err
		},
		"invitation": func() ([]Draft, error) {
			d, _, err := j.RecordInvitation(InviteRequest{Person: ada(), State: InviteSent, At: noon, Insist: true}, noon)
			return d, err
		},
		"invite": func() ([]Draft, error) { return j.Invite(ada(), InviteSent, "", noon) },
		"label":  func() ([]Draft, error) { return j.Label(target, "x", true, noon) },
		"remind": func() ([]Draft, error) { return j.Remind(target, Reminder{Set: noon, Due: at("02-02 12:00")}) },
		"note":   func() ([]Draft, error) { return j.Note(target[0], "x", noon) },
		"merge":  func() ([]Draft, error) { return j.MergePeople(eve, ada(), noon) },
		"apart":  func() ([]Draft, error) { return j.KeepApart(ada(), eve, noon) },
		"remove": func() ([]Draft, error) { return j.RemoveContact(ada(), noon) },
	} {
		_, err := do()
		if refused(t, err, "Ada Lovelace was removed on 2026-02-01; undo brings them back"); t.Failed() {
			t.Fatal(name)
		}
	}
	removals := j.Removals()
	if len(removals) != 1 || removals[0].Person.Name != "Ada Lovelace" || !removals[0].At.Equal(noon) {
		t.Errorf("%+v", removals)
	}
	j.take(j.RestoreContact(ada(), noon))
	_, err := j.RestoreContact(ada(), noon)
	refused(t, err, "was not removed")
	j.take(j.Note(target[0], "back", noon))
	j.take(j.RemoveContact(ada(), noon))
	j.take(j.Undo(1, noon))
	if j.Removed(ada().Key) || len(j.Removals()) != 0 {
		t.Error("undo does not bring them back")
	}
}

// Removing somebody removes all that is part of them; adding their profile again is
// refused.
func TestRemovingAMergedPerson(t *testing.T) {
	j := newJournal(t)
	noon, a, b := at("02-01 12:00"), somebody("a", "Ann A"), somebody("b", "Ben B")
	j.take(j.MergePeople(a, b, noon))
	j.take(j.RemoveContact(b, noon))
	if !j.Removed(a.Key) || !j.Removed(b.Key) || len(j.Contacts()) != 0 || len(j.Removals()) != 1 {
		t.Error("a part of them is still there")
	}
	_, err := j.AddContact(ContactAdded{Contact: "again", Name: "Ann", URL: a.URL}, noon)
	refused(t, err, "Ann was removed")
	j.take(j.RestoreContact(a, noon))
	if j.Removed(a.Key) || j.Root(a.Key) != b.Key {
		t.Error("they are not as they were")
	}
}

func TestLinkedInSays(t *testing.T) {
	j := newJournal(t)
	found := somebody("eve", "Eve Eks/Acme/eve@acme.com")
	if said := j.LinkedInSays(found.Key, found); said != nil {
		t.Errorf("%v", said)
	}
	company, email, headline, degree := "Beta", "", "CTO", 2
	j.take(j.EditContact(found, ContactEdited{Company: &company, Email: &email, Headline: &headline, Degree: &degree}, at("01-02 12:00")))
	check := func(want ...Said) {
		t.Helper()
		if said := j.LinkedInSays(found.Key, found); !slices.Equal(said, want) {
			t.Errorf("%v, want %v", said, want)
		}
	}
	check(Said{"company", "Acme"}, Said{"email", "eve@acme.com"})
	found.Connected, found.Headline = true, "CTO"
	check(Said{"company", "Acme"}, Said{"email", "eve@acme.com"}, Said{"degree", "1st"})

	j.take(j.AsLinkedIn(found, []string{"company", "degree", "company"}, at("01-03 12:00")))
	check(Said{"email", "eve@acme.com"})
	if p, _ := j.Person(found.Key, found, true); p.Company != "Acme" || !p.Connected || p.Email != "" {
		t.Errorf("%+v", p)
	}
	found.Company = "Gamma" // and it follows what later exports say
	if p, _ := j.Person(found.Key, found, true); p.Company != "Gamma" {
		t.Errorf("%+v", p)
	}
	_, err := j.AsLinkedIn(found, []string{"company"}, at("01-04 12:00"))
	refused(t, err, "you have said nothing of the company of Eve Eks")
	_, err = j.AsLinkedIn(somebody("other", "Other"), []string{"open_profile"}, at("01-04 12:00"))
	refused(t, err, "nothing of the open profile")
	if _, err = j.AsLinkedIn(found, []string{"shoe size"}, at("01-04 12:00")); err == nil || !strings.Contains(err.Error(), "shoe size") {
		t.Error(err)
	}
	j.take(j.Undo(1, at("01-05 12:00")))
	check(Said{"company", "Gamma"}, Said{"email", "eve@acme.com"}, Said{"degree", "1st"})
}

// Every field can be given, and given back.
func TestEveryFieldIsGivenBack(t *testing.T) {
	for _, field := range ContactFields() {
		j := newJournal(t)
		p := somebody("eve", "Eve")
		text, degree, open, what := "x", 3, true, role.IsCLevel
		d := map[string]ContactEdited{
			"name": {Name: &text}, "headline": {Headline: &text}, "company": {Company: &text}, "position": {Position: &text},
			"email": {Email: &text}, "degree": {Degree: &degree}, "open_profile": {OpenProfile: &open}, "role": {Role: &what},
		}[field]
		j.take(j.EditContact(p, d, at("01-02 12:00")))
		if now, _ := j.Person(p.Key, p, true); now == p {
			t.Errorf("%s is not edited", field)
		}
		j.take(j.AsLinkedIn(p, []string{field}, at("01-03 12:00")))
		if now, _ := j.Person(p.Key, p, true); now != p {
			t.Errorf("%s: %+v", field, now)
		}
	}
}

func TestDecisionsAboutPeopleAreChecked(t *testing.T) {
	for says, d := range map[string]Decision{
		"contact and into are both":  ContactMerged{Contact: "ada", Into: "ada"},
		"into is missing":            ContactMerged{Contact: "ada"},
		`contact "x" was never`:      ContactMerged{Contact: "ada", Into: "x"},
		"contact and other are both": ContactApart{Contact: "ada", Other: "ada"},
		"other is missing":           ContactApart{Contact: "ada"},
		`contact "y" was never`:      ContactApart{Contact: "y", Other: "ada"},
		`contact "z" was never`:      ContactRemoved{Contact: "z"},
		"contact is missing":         ContactRemoved{},
		"fields are missing":         ContactUnedited{Contact: "ada"},
		`the field "x" is none of`:   ContactUnedited{Contact: "ada", Fields: []string{"name", "x"}},
		`contact "w" was never`:      ContactUnedited{Contact: "w", Fields: []string{"name"}},
	} {
		j := opened(t)
		_, err := j.Apply(Event{ID: "x", At: at("02-01 09:00"), Decision: d})
		var bad *InputError
		if !errors.As(err, &bad) || !strings.Contains(err.Error(), says) {
			t.Errorf("%v, want %q", err, says)
		}
	}
}
