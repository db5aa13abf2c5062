package ui_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"cordial/model"
	"cordial/model/day"
	"cordial/ui"
	"cordial/ui/theme"
	"cordial/ui/uitest"
)

// reviewing is the busy inbox after an import that shows something of every kind.
func reviewing(m *uitest.Memory) {
	uitest.Busy(m)
	ago := func(days int) time.Time { return uitest.Start().AddDate(0, 0, -days) }
	person := func(name string) model.Person { return m.Know(model.Person{Name: name, Company: "Acme", Degree: 3}) }
	mail := func(p model.Person, days int, subject, text string) model.Key {
		t := m.Talk(p)
		m.Say(t, ago(days), true, text)
		m.Change(t, func(t *model.Thread) {
			t.Subject, t.InMail = subject, model.Guess{Kind: model.ProbablySent, At: ago(days).Unix()}
		})
		return t
	}
	answer := func(t model.Key, days int, text string) {
		m.Say(t, ago(days), false, text)
		m.Change(t, func(t *model.Thread) { t.InMail.Answered = ago(days).Unix() })
	}
	// Probable InMails: one answered in time, one not, one to somebody connected since, one
	// of before the seat.
	t := mail(person("Ada Vogel"), 30, "Platform lead", "Dear Ada,\n\nyour talk on ledgers was the best of the day. Would a call be welcome?\n\nBest, Pavel")
	answer(t, 28, "Thank you, Pavel. Thursday at ten would suit me.")
	mail(person("Bruno Costa"), 21, "A question on your talk", "Dear Bruno, may I ask you something about your talk?")
	mail(m.Know(model.Person{Name: "Chiara Fontana", ConnectedOn: day.New(2026, 11, 10)}), 40, "Hello from Oslo", "Dear Chiara, greetings from Oslo.")
	mail(person("Dan Early"), 90, "Before the seat", "Dear Dan, we have met.")
	// An answer to the InMail to Lena, which is on record.
	lena := m.Talk(model.Person{ID: "lena-öztürk", Key: model.PersonKey("lena-öztürk"), Name: "Lena Öztürk"})
	m.Say(lena, ago(3), false, "Hello Pavel, tell me more about the platform team.")
	// Invitations: accepted, and vanished.
	eve := m.Know(model.Person{Name: "Eve Accepted", ConnectedOn: day.New(2026, 11, 12)})
	m.Decide(ago(9), model.ContactAdded{Contact: eve.ID, Name: eve.Name, URL: eve.URL, Source: model.SourceExport},
		model.InvitationRecorded{State: model.InviteSent, Contact: eve.ID})
	m.Invite(person("Finn Gone"), true, day.Of(ago(50), uitest.Zone()), "")
	m.Vanish("finn-gone", ago(5))
	// A reminder that a reply has cleared, and a conversation back from the archive.
	hugo := m.Talk(person("Hugo Brandt"))
	m.Say(hugo, ago(14), true, "Shall I send you the deck?")
	m.Say(hugo, ago(2), false, "Yes please, send it over.")
	m.Decide(ago(13), model.ReminderSet{Due: uitest.Start().AddDate(0, 0, 6), Text: "send the deck", IfNoReply: true, Subjects: uitest.On(hugo)})
	ines := m.Talk(person("Ines Rocha"))
	m.Say(ines, ago(60), false, "Let us talk in the autumn.")
	m.Say(ines, ago(1), false, "It is autumn now. Are you still looking?")
	m.Decide(ago(59), model.ThreadMarked{Mark: model.MarkArchived, Subjects: uitest.On(ines)})
}

// open is the review.
func openReview(t *testing.T) *uitest.Scenario {
	t.Helper()
	return uitest.Open(t, reviewing).Sees("8 to review (g r)").Press("g r")
}

// The review lists everything by kind, with who, when and what it does, and the evidence
// of what is under the cursor.
func TestReview(t *testing.T) {
	s := openReview(t).Sees("Review  8 to review", "1/8", "ANSWERS TO INMAILS  1", "PROBABLE INMAILS  3")
	for name, words := range map[string]string{
		"Ada Vogel":      "-1 credit; +1 on 21 Oct",
		"Bruno Costa":    "-1 credit",
		"Chiara Fontana": "-1 credit",
		"Eve Accepted":   "accepted",
		"Finn Gone":      "declined or withdrawn",
		"Hugo Brandt":    "the reminder is done",
		"Ines Rocha":     "stays in the inbox",
	} {
		if !strings.Contains(s.Line(name), words) {
			t.Errorf("the row of %s is %q", name, s.Line(name))
		}
	}
	s.Sees("has answered your InMail", "+1 credit on 15 Nov", "Likely", "Hello Pavel, tell me more about the platform team.")
	s.Press("j j").Sees("was sent an InMail, and answered", "Platform lead", "your talk on ledgers", "Thursday at ten would suit me.")
	s.Press("tab").Sees("has accepted your invitation", "since 12 Nov").Press("shift+tab shift+tab").Sees("has answered your InMail").Press("shift+tab").Sees("has written since you archived it", "It is autumn now.")
	s.Press("enter").Sees("Ines Rocha", "It is autumn now").Press("esc").Sees("Review").Press("esc").Sees("[1 Inbox")
}

// y records at the time it happened, goes to the next, and z brings it back under the
// cursor.
func TestAcceptProposal(t *testing.T) {
	s := openReview(t).Press("j j")
	before := len(s.Memory.Journal())
	s.Press("y").Sees("Booked the InMail to Ada Vogel of 19 Oct 2026: -1 credit; +1 on 21 Oct", "z undo", "Review  7 to review")
	if got := kinds(s, before); got != "contact.added inmail.sent inmail.answered" {
		t.Errorf("recorded %s", got)
	}
	s.Sees("▌ ?  Chiara Fontana").SeesNot("Ada Vogel  ").Press("z").Sees("8 to review", "▌    Ada Vogel")
	s.Press("Z").Sees("7 to review").Press("G").Press("z").Sees("8 to review", "▌ ✓  Ines Rocha").Press("Z").Reopen().Sees("7 to review (g r)")
	// Nothing that comes late from the background moves the cursor.
	s.Press("g r").Press("j j").Hold().Press("y").Press("z").Press("G").Sees("▌ ✓  Ines Rocha").Release().Sees("▌ ✓  Ines Rocha", "7 to review")
}

// n is remembered; a reminder is set again, a conversation archived again.
func TestDeclineProposal(t *testing.T) {
	s := openReview(t)
	before := len(s.Memory.Journal())
	s.Press("n").Sees("Declined: Lena Öztürk", "7 to review").Reopen().Press("g r").SeesNot("ANSWERS TO INMAILS")
	s.Press("G").Press("n").Sees("Archived Ines Rocha", "6 to review")
	s.Press("n").Sees("The reminder of Hugo Brandt stays", "5 to review")
	if got := kinds(s, before); got != "proposal.declined thread.archived reminder.set" {
		t.Errorf("recorded %s", got)
	}
	s.Press("z").Press("z").Press("z").Sees("8 to review")
}

// A vanished invitation was declined or withdrawn.
func TestVanishedInvitation(t *testing.T) {
	s := openReview(t).Press("w").Sees("Only an invitation that has vanished").Press("tab tab tab").Sees("no longer has your invitation", "w withdrawn")
	s.Press("w").Sees("Booked the invitation to Finn Gone as withdrawn", "7 to review").Press("z").Press("y").Sees("as declined")
}

// Y asks first, with the count and what it does, and is one step.
func TestAcceptAllOfAKind(t *testing.T) {
	s := openReview(t).Press("tab").Press("Y").Sees("Record 3 probable InMails?", "On 18 Nov the balance goes from", "3 credits spent, 1 of them came back.", "y  yes, all 3")
	before := len(s.Memory.Journal())
	s.Press("n").Sees("8 to review").Press("Y").Wait(pause).Press("y").Sees("Booked 3 probable InMails", "5 to review")
	if got := strings.Count(kinds(s, before), "inmail.sent"); got != 3 {
		t.Errorf("recorded %s", kinds(s, before))
	}
	s.Press("z").Sees("8 to review")
}

// Without a seat nobody can pay; before it was opened, it is part of its balance.
func TestReviewWithoutASeat(t *testing.T) {
	s := uitest.Open(t, func(m *uitest.Memory) {
		m.Decide(uitest.Start(), model.ExportImported{Archive: "first", Newest: uitest.Start(), Messages: 1})
		p := m.Know(model.Person{Name: "Ada Vogel", Degree: 3})
		k := m.Talk(p)
		m.Say(k, uitest.Start().AddDate(0, 0, -30), true, "Dear Ada")
		m.Change(k, func(t *model.Thread) {
			t.InMail = model.Guess{Kind: model.ProbablySent, At: uitest.Start().AddDate(0, 0, -30).Unix()}
		})
	}).Press("g r").Sees("open a seat first", "g m goes to the credits")
	s.Press("y").Sees("There is no seat to pay for the InMail to Ada Vogel; open a seat first").Press("Y").Sees("open a seat first")
	s.Memory.Decide(s.Now(), model.SeatOpened{Seat: "work", Name: "Work", Plan: "career", Zone: "Europe/Berlin"})
	s.Wait(5*time.Second).Sees("Nothing is to be reviewed.", "1 probable InMail from before your seat was opened is part of its opening balance.")
	uitest.Open(t, uitest.Empty).Press("g r").Sees("Nothing was imported yet.", "g x imports one").Press("y").Sees("There is nothing to review")
}

// What other programs decide and import is followed, and what an import shows is said.
func TestReviewFollowsOthers(t *testing.T) {
	s := openReview(t)
	s.Memory.Decide(s.Now(), model.InMailAnswered{InMail: "inmail-lena", Answer: model.AnswerReplied})
	s.Wait(3 * time.Second).Sees("7 to review").SeesNot("ANSWERS TO INMAILS")
	p := s.Memory.Know(model.Person{Name: "Kim Later", Degree: 3})
	k := s.Memory.Talk(p)
	s.Memory.Say(k, s.Now().AddDate(0, 0, -1), true, "Dear Kim")
	s.Memory.Change(k, func(t *model.Thread) {
		t.Subject, t.InMail = "Hello", model.Guess{Kind: model.ProbablySent, At: s.Now().AddDate(0, 0, -1).Unix()}
	})
	s.Press("esc").Wait(3*time.Second).Sees("The import shows 1 new thing to review", "8 to review (g r)").Press("g r").Sees("Kim Later")
}

// What cannot be read is said, and tried again.
func TestReviewThatCannotBeRead(t *testing.T) {
	s := uitest.Open(t, reviewing)
	s.Memory.FailRead = errors.New("a page is torn")
	s.Reopen()
	s.Memory.FailRead = nil
	s.Press("ctrl+r").Sees("8 to review").Press("g r")
	s.Memory.FailRead = errors.New("a page is torn")
	s.Press("j j j").Sees("The messages could not be read: a page is torn")
	uitest.Open(t, reviewing).Hold().Reopen().Release().Press("g r").Sees("8 to review")
}

// The frames of the review at the sizes of the drawings.
func TestReviewFrames(t *testing.T) {
	for name, story := range map[string]func(s *uitest.Scenario){
		"first":    func(*uitest.Scenario) {},
		"inmail":   func(s *uitest.Scenario) { s.Press("j j") },
		"vanished": func(s *uitest.Scenario) { s.Press("tab tab tab") },
		"last":     func(s *uitest.Scenario) { s.Press("G") },
		"accepted": func(s *uitest.Scenario) { s.Press("y") },
		"all":      func(s *uitest.Scenario) { s.Press("tab").Press("Y") },
		"done":     func(s *uitest.Scenario) { s.Press("n n n n n n n n") },
		"inbox":    func(s *uitest.Scenario) { s.Press("esc") },
	} {
		for _, size := range sizes() {
			t.Run(fmt.Sprintf("%s-%dx%d", name, size[0], size[1]), func(t *testing.T) {
				s := uitest.Open(t, reviewing).Size(size[0], size[1]).Press("g r")
				story(s)
				s.Golden()
			})
		}
	}
}

// The review fills every terminal exactly, and is ASCII on a poor one.
func TestReviewAtEverySize(t *testing.T) {
	s := uitest.Open(t, reviewing).Press("g r")
	for w := 1; w <= 131; w += 10 {
		for h := 1; h <= 41; h += 4 {
			s.Size(w, h)
		}
	}
	poor := uitest.Open(t, func(m *uitest.Memory) {
		k := m.Talk(m.Know(model.Person{Name: "Ada Vogel", Degree: 3}))
		m.Say(k, uitest.Start().AddDate(0, 0, -30), true, strings.Repeat("Dear Ada, ", 200))
		m.Change(k, func(t *model.Thread) {
			t.InMail = model.Guess{Kind: model.ProbablySent, At: uitest.Start().AddDate(0, 0, -30).Unix()}
		})
	}).With(func(d *ui.Deps) { d.Theme = theme.Options{ASCII: true} })
	for _, size := range sizes() {
		for _, r := range poor.Size(size[0], size[1]).Press("g r").Frame() {
			if r > 127 {
				t.Fatalf("%q is not ASCII:\n%s", r, poor.Frame())
			}
		}
	}
}
