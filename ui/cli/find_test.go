package cli

import (
	"slices"
	"strings"
	"testing"

	"cordial/model"
)

// crowd is a store of people who are easily mistaken for each other.
func crowd() *fakeStore {
	s := &fakeStore{people: []model.Person{
		somebody("maria-rossi", "Maria Rossi", "Globex"),
		somebody("maria-rossini", "Maria Rossini", "Initech"),
		somebody("jm", "Jürgen Müller, PhD", "Acme"),
		somebody("anna-1", "Anna Schmidt", "Acme"),
		somebody("anna-2", "Anna Schmidt", "Umbrella"),
		somebody("straße-1", "Łukasz Straße", ""),
		somebody("smith", "Bob Baker", ""),
		somebody("bob-2", "Smith", ""),
		somebody("unknown-1", "", ""),
		somebody("ACoAAB12", "Case Kept", ""),
		somebody("李", "李小龍", ""),
	}}
	group := talk("group", model.Person{}, 3)
	group.Group, group.Title, group.Person = true, "Lyon fair", 0
	s.threads = []model.Thread{talk("m1", s.people[0], 9), talk("m2", s.people[0], 2), talk("jm", s.people[2], 1), group}
	s.events = []model.Event{
		{ID: "e1", At: noon(), Decision: model.ContactAdded{Contact: "c1", Name: "Carl Berg"}},
		{ID: "e2", At: noon(), Decision: model.ContactAdded{Contact: "c2", Name: "Jürgen at work", URL: "https://linkedin.com/in/jm"}},
		{ID: "e3", At: noon(), Decision: model.ContactAdded{Contact: "taken-back", Name: "Taken Back"}},
		{ID: "e4", At: noon(), Decision: model.EventReverted{Event: "e3"}},
	}
	return s
}

// sessionOn is a session on a store, without a command line.
func sessionOn(t *testing.T, store *fakeStore) *session {
	t.Helper()
	return &session{
		app:  &app{Streams: Streams{Zone: "UTC"}, now: noon()},
		desk: openDesk(t, store, "x"), store: store,
	}
}

func TestFind(t *testing.T) {
	s := sessionOn(t, crowd())
	tests := []struct{ asked, id string }{
		{"c1", "c1"},
		{"carl berg", "c1"},
		{"BERG", "c1"},
		{"maria rossi", "maria-rossi"}, // wholly, although others begin so
		{"maria rossin", "maria-rossini"},
		{"jurgen muller", "c2"}, // known to the journal under another name and id
		{"Jürgen at", "c2"},
		{"jm", "c2"},
		{"in/jm", "c2"},
		{"@JM", "c2"},
		{"https://www.linkedin.com/in/jm?x=y", "c2"},
		{"lukasz strasse", "straße-1"},
		{"anna-1", "anna-1"},
		{"smith", "smith"}, // a slug goes before a name
		{"Smith ", "smith"},
		{"ACoAAB12", "ACoAAB12"},
		{"小龍", "李"},
		{model.ThreadKey("jm").ThreadID(), "c2"},
	}
	for _, tt := range tests {
		got, err := s.find(tt.asked)
		if err != nil || got.ID != tt.id {
			t.Errorf("find %q: %q, %v; want %q", tt.asked, got.ID, err, tt.id)
		}
	}
}

func TestFindNobody(t *testing.T) {
	s := sessionOn(t, crowd())
	tests := []struct {
		asked, says string
		code        int
	}{
		{"", "PERSON is missing", ExitUsage},
		{"zoe", `nobody here is called "zoe"`, ExitNotFound},
		{"taken back", "nobody here is called", ExitNotFound},
		{"taken-back", "nobody here is called", ExitNotFound},
		{"acoaab12", "nobody here is called", ExitNotFound}, // such ids are case-sensitive
		{"https://www.linkedin.com/in/zoe", "nobody here has the profile zoe", ExitNotFound},
		{"anna", "could be any of 2 people", ExitNotFound},
		{"maria", "maria-rossini  Maria Rossini (Initech)", ExitNotFound},
		{"t0123456789abcdef", "no conversation", ExitNotFound},
	}
	for _, tt := range tests {
		_, err := s.find(tt.asked)
		if err == nil || !strings.Contains(err.Error(), tt.says) || exitCode(err) != tt.code {
			t.Errorf("find %q: %v (exit code %d); want %q and %d", tt.asked, err, exitCode(err), tt.says, tt.code)
		}
	}
	if _, err := s.findPerson(model.ThreadKey("group").ThreadID()); exitCode(err) != ExitNotFound {
		t.Errorf("a group was taken for a person: %v", err)
	}
	if _, err := s.findAll([]string{"c1", "zoe"}); exitCode(err) != ExitNotFound {
		t.Errorf("one of two was not found: %v", err)
	}
}

// TestManyCandidates lists no more than fit on a screen.
func TestManyCandidates(t *testing.T) {
	store := &fakeStore{}
	for i := range 14 {
		store.people = append(store.people, somebody("p"+string(rune('a'+i)), "Same Name", ""))
	}
	_, err := sessionOn(t, store).find("same name")
	if err == nil || strings.Count(err.Error(), "\n") != mostCandidates+1 || !strings.Contains(err.Error(), "and 4 more") {
		t.Errorf("%v", err)
	}
}

// TestTargets asks what the verbs of triage act on.
func TestTargets(t *testing.T) {
	s := sessionOn(t, crowd())
	find := func(asked string) subject {
		t.Helper()
		sub, err := s.find(asked)
		if err != nil {
			t.Fatal(err)
		}
		return sub
	}
	keys := func(targets []model.Target) []string {
		var list []string
		for _, target := range targets {
			list = append(list, target.Thread.ThreadID()+" "+target.Person.ID)
		}
		return list
	}
	id := func(thread string) string { return model.ThreadKey(thread).ThreadID() }
	none := model.Key(0).ThreadID()
	tests := []struct {
		asked []string
		want  []string
	}{
		{[]string{"maria rossi"}, []string{id("m1") + " maria-rossi", id("m2") + " maria-rossi"}},
		{[]string{id("m1")}, []string{id("m1") + " maria-rossi"}},
		{[]string{id("group")}, []string{id("group") + " "}},
		{[]string{"carl"}, []string{none + " c1"}},
		{[]string{"carl", "jm", "c1", "c2"}, []string{none + " c1", id("jm") + " c2"}},
	}
	for _, tt := range tests {
		var list []subject
		for _, asked := range tt.asked {
			list = append(list, find(asked))
		}
		targets, err := s.targets(list)
		if got := keys(targets); err != nil || !slices.Equal(got, tt.want) {
			t.Errorf("%v: %v, %v; want %v", tt.asked, got, err, tt.want)
		}
	}
	for asked, want := range map[string]string{"maria rossi": id("m2"), id("m1"): id("m1"), "carl": none} {
		if got, err := s.target(find(asked)); err != nil || got.Thread.ThreadID() != want {
			t.Errorf("the one conversation of %s is %s, %v; want %s", asked, got.Thread.ThreadID(), err, want)
		}
	}
}

func TestSplitLabels(t *testing.T) {
	b := model.NewBook(world())
	tests := []struct{ args, people, labels string }{
		{"anna/hot leads", "anna", "hot leads"},
		{"anna/new", "anna", "new"},
		{"anna/bert/Hot Leads", "anna/bert", "Hot Leads"},
		{"anna/Hot Leads/Potential Employers", "anna", "Hot Leads/Potential Employers"},
		{"anna/Hot Leads/new", "anna", "Hot Leads/new"},
		{"anna/new/Hot Leads", "anna/new", "Hot Leads"},
		{"Hot Leads/Hot Leads", "Hot Leads", "Hot Leads"},
		{"Hot Leads/Hot Leads/Hot Leads", "Hot Leads", "Hot Leads/Hot Leads"},
	}
	for _, tt := range tests {
		people, labels := splitLabels(b, strings.Split(tt.args, "/"))
		if strings.Join(people, "/") != tt.people || strings.Join(labels, "/") != tt.labels {
			t.Errorf("%s: people %v, labels %v", tt.args, people, labels)
		}
	}
}
