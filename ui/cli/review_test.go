package cli

import (
	"strings"
	"testing"
	"time"

	"cordial/model"
)

// reviewable is a store with two probable InMails to people with wild names, one of them
// sent when no seat had a plan any more, and an invitation that has vanished.
func reviewable() *fakeStore {
	s := &fakeStore{invitations: map[model.Key][]model.Invitation{}}
	day := func(month time.Month, n int) time.Time { return time.Date(2026, month, n, 12, 0, 0, 0, time.UTC) }
	none := 0
	for i, d := range []struct {
		at time.Time
		model.Decision
	}{
		{day(1, 1), model.SeatOpened{Seat: "main", Name: "Main", Plan: "career", BillingDay: 28, OpeningBalance: &none}},
		{day(2, 1), model.SeatCancelled{Seat: "main"}},
	} {
		s.events = append(s.events, model.Event{ID: string(rune('a' + i)), At: d.at, Recorded: d.at, Decision: d.Decision})
	}
	person := func(id, name string) model.PersonRef {
		p := model.Person{ID: id, Key: model.PersonKey(id), Name: name, URL: "https://www.linkedin.com/in/" + id, Degree: model.DegreeUnknown}
		s.people = append(s.people, p)
		return model.PersonRef{ID: id, Key: p.Key, Name: name}
	}
	for id, at := range map[string]time.Time{"ada": day(1, 20), "bo": day(2, 20)} {
		p := person(id, id+"\x1b[31m")
		key := model.ThreadKey(id)
		s.threads = append(s.threads, model.Thread{
			Head: model.Head{Key: key, Person: p.Key, LastAt: at.Unix(), LastOut: at.Unix(), LastFromMe: true}, ID: key.ThreadID(), Out: 1,
			People: []model.PersonRef{p}, Subject: "Hello", InMail: model.Guess{Kind: model.ProbablySent, At: at.Unix()},
		})
	}
	gone := person("cy", "cy\x1b[31m")
	s.invitations[gone.Key] = []model.Invitation{{Person: gone, Outgoing: true, At: day(1, 5), Gone: day(3, 1)}}
	return s
}

// idOf is the id of the proposal whose line of a list has a word in it.
func idOf(t *testing.T, list, word string) string {
	t.Helper()
	for line := range strings.SplitSeq(list, "\n") {
		if strings.Contains(line, word) {
			return strings.Fields(line)[0]
		}
	}
	t.Fatalf("no %q in\n%s", word, list)
	return ""
}

// On a terminal all of a kind are recorded only after a yes, with what it does said
// before; what a rule refuses is left, and said.
func TestAcceptAllAsks(t *testing.T) {
	for _, tt := range []struct {
		name, typed string
		args        []string
		terminal    bool
		asked, done bool
	}{
		{"a yes", "y\n", nil, true, true, true},
		{"a no", "n\n", nil, true, true, false},
		{"a yes in advance", "", []string{"--yes"}, true, false, true},
		{"a pipe", "", nil, false, false, true},
		{"a try", "", []string{"--dry-run"}, true, false, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s, set := reviewable(), terminal(tt.typed)
			if !tt.terminal {
				set = nil
			}
			o := try(t, s, set, append([]string{"review", "--accept-all", "inmail"}, tt.args...)...)
			if o.code != ExitDone {
				t.Fatalf("exit code %d: %s", o.code, o.err)
			}
			if asked := strings.Contains(o.err, "[y/N]"); asked != tt.asked {
				t.Errorf("asked: %t\n%s", asked, o.err)
			}
			if !strings.Contains(o.err, "1 InMail was sent without a credit left") {
				t.Errorf("the overdraft is not said:\n%s", o.err)
			}
			if tt.done && !strings.Contains(o.err, "1 is left: no seat had a plan on 20 Feb") {
				t.Errorf("what is left is not said:\n%s", o.err)
			}
			if done := len(s.events) > 2; done != tt.done || strings.Contains(o.err, "ada\x1b") {
				t.Errorf("recorded: %t\n%q", done, o.err)
			}
		})
	}
}

// What another program settles meanwhile is not recorded twice.
func TestAcceptAgainstAnother(t *testing.T) {
	s := reviewable()
	id := idOf(t, try(t, s, nil, "review", "--kind", "inmail").out, "20 Jan")
	s.before = func(s *fakeStore) {
		s.before = nil
		s.events = append(s.events, model.Event{ID: "theirs", At: noon(), Recorded: noon(), Decision: model.ProposalDeclined{Proposal: id}})
	}
	o := try(t, s, nil, "review", "--accept", id)
	if o.code != ExitRefused || !strings.Contains(o.err, "settled meanwhile") || len(s.events) != 3 {
		t.Errorf("exit code %d, %d events: %s", o.code, len(s.events), o.err)
	}
}

// A vanished invitation was declined or withdrawn, and only such a one.
func TestVanishedInvitationByCommand(t *testing.T) {
	s := reviewable()
	list := try(t, s, nil, "review").out
	if strings.Contains(list, "\x1b") {
		t.Errorf("a name is not cleaned: %q", list)
	}
	if o := try(t, s, nil, "review", "--withdrawn", idOf(t, list, "20 Jan")); o.code != ExitRefused {
		t.Errorf("exit code %d: %s", o.code, o.err)
	}
	o := try(t, s, nil, "review", "--withdrawn", idOf(t, list, "declined or withdrawn"))
	if d, ok := s.events[len(s.events)-1].Decision.(model.InvitationRecorded); !ok || d.State != model.InviteWithdrawn || o.code != ExitDone {
		t.Errorf("%+v, exit code %d: %s", d, o.code, o.err)
	}
}
