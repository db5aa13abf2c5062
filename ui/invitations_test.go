package ui_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"cordial/model"
	"cordial/model/day"
	"cordial/ui/uitest"
)

// asking is the busy inbox with connection requests of every kind.
func asking(m *uitest.Memory) {
	uitest.Busy(m)
	today := day.Of(uitest.Start(), uitest.Zone())
	person := func(name string) model.Person {
		return m.Know(model.Person{Name: name, Company: "Acme", Degree: 2})
	}
	m.Invite(person("Ada Stale"), true, today.Add(-40), "")
	m.Invite(person("Bea Fresh"), true, today.Add(-5), "Your talk was a delight, and I would like to hear the rest of it.")
	m.Invite(person("Cem Today"), true, today, "")
	m.Invite(person("Dana Theirs"), false, today.Add(-3), "Hello!")
	eve := m.Know(model.Person{Name: "Eve Accepted", ConnectedOn: today.Add(-2)})
	m.Invite(eve, true, today.Add(-6), "")
	back := m.Know(model.Person{Name: "Finn Back", Degree: 3})
	m.Invite(back, true, today.Add(-60), "")
	m.Decide(uitest.Start().AddDate(0, 0, -10),
		model.ContactAdded{Contact: back.ID, Name: back.Name, URL: back.URL},
		model.InvitationRecorded{State: model.InviteWithdrawn, Contact: back.ID})
}

// The list says what is pending, what is old, and what the export shows.
func TestInvitations(t *testing.T) {
	s := uitest.Open(t, asking).Press("g v")
	s.Sees("Invitations", "[To do 5]", "Received 1", "All 7", "Limits")
	for name, words := range map[string]string{
		"Eve Accepted": "accepted 16 Nov, says the export",
		"Ada Stale":    "pending for 40 days: withdraw it",
		"Bea Fresh":    "pending for 5 days",
		"Cem Today":    "pending since today",
		"Maria Rossi":  "accepted 2 Oct, says the export",
	} {
		if !strings.Contains(s.Line(name), words) {
			t.Errorf("the row of %s is %q", name, s.Line(name))
		}
	}
	s.Sees("Sent         6", "Pending      3 (1 over 21 days)", "invitations in the last 7 days", "3 of 200")
	s.Press("tab").Sees("[Received 1]", "waits for your answer for 3 days", "Dana Theirs")
	s.Press("tab").Sees("[All 7]", "withdrawn 8 Nov, again from 29 Nov")
	s.Press("tab").Sees("[Limits]", "article: 10 to 19 a day were accepted best").Press("tab").Sees("[To do 5]").Press("shift+tab").Sees("[Limits]")
	s.Press("esc").Sees("[1 Inbox")
}

// Proposals are recorded with y at the day the export gives, and put off with n.
func TestAcceptProposals(t *testing.T) {
	s := uitest.Open(t, asking).Press("g v")
	before := len(s.Memory.Journal())
	first := "Maria Rossi" // the oldest proposal
	s.Sees("1/5").Press("y").Sees("Booked the invitation of "+first+" as accepted", "[To do 4]")
	last := s.Memory.Journal()[len(s.Memory.Journal())-1]
	if got := kinds(s, before); !strings.HasSuffix(got, "invitation.accepted") || day.Of(last.At, uitest.Zone()) != day.New(2026, 10, 2) {
		t.Errorf("booked %s at %v", got, last.At)
	}
	s.Press("n").Sees("Left for another time", "[To do 3]").SeesNot("says the export")
	s.Press("y").Sees("Nothing is proposed here")
	s.Press("z").Sees("[To do 4]").Reopen().Press("g v").Sees("[To do 5]")
}

// What the user knows is recorded by a letter, and blocks or frees another invitation.
func TestRecordWhatBecameOfIt(t *testing.T) {
	s := uitest.Open(t, asking).Press("g v").Press("j j")
	if !strings.Contains(s.Line("Ada Stale"), "▌") {
		t.Fatal(s.Frame())
	}
	s.Press("o")
	if s.Opened != "https://www.linkedin.com/in/ada-stale" {
		t.Errorf("opened %q", s.Opened)
	}
	s.Press("c").Sees("New InMail", "To      Ada Stale").Press("shift+tab left").Sees("Your invitation to Ada Stale of 2026-10-09 is pending (40 days)").Press("esc")
	s.Press("w").Sees("Booked the invitation to Ada Stale as withdrawn", "[To do 4]")
	s.Press("g i").Press("g v").Press("tab tab").Press("G")
	for !strings.Contains(s.Line("Ada Stale"), "▌") {
		if before := s.Frame(); s.Press("k").Frame() == before {
			t.Fatal("Ada cannot be reached")
		}
	}
	s.Press("c").Sees("New ", "withdrawn, again from 9 Dec").Press("shift+tab left").Sees("from 2026-12-09 on.")
	s.Press("esc").Press("esc").Press("g v").Press("G").Press("a").Sees("Booked the invitation of Cem Today as accepted").Press("d").Sees("as declined")
}

// That LinkedIn's limit was hit locks for seven days, a limit can be set, and switched
// off.
func TestLimits(t *testing.T) {
	s := uitest.Open(t, asking).Press("g v").Press("shift+tab").Sees("[Limits]")
	s.Press("L").Sees("LinkedIn's own limit is hit: wait until Wed 25 Nov 15:02")
	s.Press("esc").Press("/").Type("tom").Press("enter").Press("c").Sees("LinkedIn's limit, until Wed 25 Nov 15:02").Press("esc")
	s.Leap(7 * 24 * time.Hour).Press("g v").Press("shift+tab").SeesNot("limit is hit")
	s.Press("enter").Sees("Limit of invitations today", "empty: 19").Type("2").Press("enter").Sees("0 of 2", "yours: you set it")
	s.Press("s").Sees("0, no limit", "yours: you switched it off").Press("s").Sees("0 of 19")
	s.Press("j j").Press("s").Sees("Limit of notes this month").Type("x").Press("enter").Sees("✗ a limit is a number").Press("esc")
	s.Press("tab").Press("s").Sees("go to the limits first")
}

// Nothing is known before it is counted, and a failure is said.
func TestInvitationsThatCannotBeCounted(t *testing.T) {
	uitest.Open(t, asking).Hold().Press("g v").Sees("Counting what was sent…").Press("L").Sees("The limits are still being counted").Release().Sees("[To do 5]")
	s := uitest.Open(t, asking)
	s.Memory.FailRead = errors.New("a page is torn")
	s.Press("g v").Sees("The limits cannot be counted: a page is torn")
	uitest.Open(t, uitest.Empty).Press("g v").Sees("No connection request is known.").Press("y").Sees("No connection request is under the cursor")
}
