package cli

import (
	"fmt"
	"strings"
	"testing"

	"cordial/model"
)

// seated is a store with a seat of five credits, one of which is out on an InMail.
func seated() *fakeStore {
	opened := noon().AddDate(0, -1, 0)
	return &fakeStore{events: []model.Event{
		{ID: "e1", At: opened, Decision: model.SeatOpened{Seat: "main", Name: "Main", Plan: "career", BillingDay: 20}},
		{ID: "e2", At: opened, Decision: model.ContactAdded{Contact: "ada", Name: "Ada\x1b One"}},
		{ID: "e3", At: opened, Decision: model.InMailSent{InMail: "im1", Contact: "ada", Seat: "main", Cost: 1}},
	}}
}

// TestLossIsConfirmed: on a terminal nothing is forfeited without a yes, and what is
// forfeited is said before.
func TestLossIsConfirmed(t *testing.T) {
	for _, tt := range []struct {
		name, typed string
		args        []string
		terminal    bool
		asked, done bool
	}{
		{"a yes", "y\n", []string{"seat", "cancel"}, true, true, true},
		{"a no", "n\n", []string{"seat", "cancel"}, true, true, false},
		{"nothing", "\n", []string{"seat", "plan", "business"}, true, true, false},
		{"the end of input", "", []string{"seat", "plan", "business"}, true, true, false},
		{"a yes in advance", "", []string{"seat", "cancel", "--yes"}, true, false, true},
		{"a pipe", "", []string{"seat", "cancel"}, false, false, true},
		{"nothing is lost", "", []string{"seat", "policy", "--cap", "20"}, true, false, true},
		{"a try", "", []string{"seat", "cancel", "--dry-run"}, true, false, false},
		{"a reconcile", "", []string{"seat", "reconcile", "3"}, true, false, true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s, set := seated(), terminal(tt.typed)
			if !tt.terminal {
				set = nil
			}
			o := try(t, s, set, tt.args...)
			if o.code != ExitDone {
				t.Fatalf("exit code %d: %s", o.code, o.err)
			}
			if asked := strings.Contains(o.err, "Record it? [y/N]"); asked != tt.asked {
				t.Errorf("asked: %t\n%s", asked, o.err)
			}
			if tt.asked && (!strings.Contains(o.err, "Forfeits 9 credits.") || strings.Index(o.err, "Forfeits") > strings.Index(o.err, "[y/N]")) {
				t.Errorf("it was not said before:\n%s", o.err)
			}
			if done := len(s.events) > 3; done != tt.done {
				t.Errorf("recorded: %t", done)
			}
		})
	}
}

// TestNobodyIsShownRaw: a name from elsewhere is cleaned wherever a command tells of
// it.
func TestNobodyIsShownRaw(t *testing.T) {
	for _, args := range [][]string{
		{"statement", "--why"},
		{"statement", "--line", "2", "--json"},
		{"credits", "--why"},
		{"forecast"},
		{"history"},
		{"invitations", "--all"},
		{"check-send", "ada"},
		{"check-send", "ada", "--json"},
		{"quota"},
		{"inmail", "ada", "replied"},
		{"invite", "ada", "sent"},
		{"contact", "edit", "ada", "--degree", "2"},
	} {
		o := try(t, seated(), nil, args...)
		if o.code != ExitDone || strings.ContainsRune(o.out+o.err, '\x1b') {
			t.Errorf("%v: exit code %d, %q %q", args, o.code, o.out, o.err)
		}
	}
}

// TestSentencesAreWhole: what explains is never cut at the end of a line.
func TestSentencesAreWhole(t *testing.T) {
	s := seated()
	for _, width := range []int{30, 40, 80, 120} {
		narrow := func(s *Streams, d *Deps) {
			terminal("")(s, d)
			s.Environ = []string{"NO_COLOR=1"}
			s.Width = width
		}
		for _, args := range [][]string{{"credits", "--why"}, {"statement", "--line", "2"}, {"check-send", "ada"}, {"forecast"}, {"quota"}, {"seat", "policy"}} {
			whole := words(try(t, s, nil, args...).out)
			o := try(t, s, narrow, args...)
			for _, word := range []string{"expires", "article", "reported"} {
				if got, want := strings.Count(words(o.out), word), strings.Count(whole, word); got != want {
					t.Errorf("%v, %d wide: %q occurs %d times, not %d\n%s", args, width, word, got, want, o.out)
				}
			}
		}
	}
}

// words is a text in one line.
func words(text string) string { return strings.Join(strings.Fields(text), " ") }

// TestSeatThatIsMeant: the only one, or the one that was chosen, and none otherwise.
func TestSeatThatIsMeant(t *testing.T) {
	s := seated()
	open := func(id string) {
		s.events = append(s.events, model.Event{
			ID: "o" + id, At: noon(), Decision: model.SeatOpened{Seat: id, Name: strings.ToUpper(id), Plan: "career"},
		})
	}
	runs := 0
	run := func(args ...string) outcome {
		runs++
		return try(t, s, func(_ *Streams, d *Deps) { d.NewID = counting(fmt.Sprintf("run%d-", runs)) }, args...)
	}
	meant := func() string {
		o := run("seat", "policy", "--json")
		if o.code != ExitDone {
			return fmt.Sprint(o.code)
		}
		var id string
		_, rest, _ := strings.Cut(o.out, `"seat": "`)
		id, _, _ = strings.Cut(rest, `"`)
		return id
	}
	if got := meant(); got != "main" {
		t.Errorf("the only one: %s", got)
	}
	open("two")
	if got := meant(); got != "2" {
		t.Errorf("of two, none chosen: %s", got)
	}
	if o := run("seat", "activate", "two"); o.code != ExitDone || meant() != "two" {
		t.Errorf("the chosen one: %s, %s", meant(), o.err)
	}
	open("three")
	if got := meant(); got != "two" {
		t.Errorf("a third does not matter: %s", got)
	}
	run("seat", "cancel", "two")
	if got := meant(); got != "2" {
		t.Errorf("the chosen one ended, two are left: %s", got)
	}
	run("seat", "cancel", "three")
	if got := meant(); got != "main" {
		t.Errorf("one is left: %s", got)
	}
}
