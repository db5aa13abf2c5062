package ui_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"cordial/model"
	"cordial/model/day"
	"cordial/ui/uitest"
)

// long is one conversation of 180 messages, three of which fall into every second:
// pages of 50 end in the middle of a second.
func long(m *uitest.Memory) {
	t := m.Talk(m.Know(model.Person{Name: "Maria Rossi", ConnectedOn: day.New(2020, 1, 1)}))
	for i := range 180 {
		m.Say(t, uitest.Start().Add(time.Duration(i/3-1000)*time.Second), i%2 == 0, fmt.Sprintf("message number %d.", i))
	}
	m.Decide(uitest.Start().Add(-990*time.Second), model.NoteAdded{Text: "in the middle of it", Subjects: uitest.On(t)})
}

func TestALongConversationIsReadInPages(t *testing.T) {
	s := uitest.Open(t, long).Press("enter").Sees("number 179.", "end").SeesNot("number 120.")
	// Walking up line by line meets every message once and in order.
	seen := map[int]bool{}
	for range 800 {
		frame := s.Frame()
		for n := range 180 {
			if strings.Contains(frame, fmt.Sprintf("number %d.", n)) {
				seen[n] = true
			}
		}
		s.Press("k")
	}
	if len(seen) != 180 {
		t.Errorf("%d of 180 messages were seen on the way up", len(seen))
	}
	s.Sees("number 0.", "Connected", "top")
	frame := s.Frame()
	for n := range 6 {
		if strings.Count(frame, fmt.Sprintf("number %d.", n)) != 1 {
			t.Errorf("message %d is there %d times", n, strings.Count(frame, fmt.Sprintf("number %d.", n)))
		}
	}
	s.Press("G").Sees("number 179.", "end").Press("g g").Sees("number 0.")
}

// Older messages arrive above what is read, and move nothing.
func TestOlderMessagesMoveNothing(t *testing.T) {
	s := uitest.Open(t, long).Press("enter").Hold()
	for range 8 {
		s.Press("pgup")
	}
	before := strings.Split(s.Frame(), "\n")[3]
	s.Release()
	if after := strings.Split(s.Frame(), "\n")[3]; !strings.Contains(s.Frame(), strings.TrimSpace(before[:60])) {
		t.Errorf("the line %q is gone; in its place stands %q", before, after)
	}
}

// What happened before the messages that were read waits for its place.
func TestNothingIsShownOutOfItsPlace(t *testing.T) {
	s := uitest.Open(t, long).Press("enter").SeesNot("in the middle of it")
	for range 40 {
		s.Press("p")
	}
	for range 120 {
		if strings.Contains(s.Frame(), "in the middle of it") {
			return
		}
		s.Press("p")
	}
	t.Error("the note was never seen")
}

func TestMessagesOneByOne(t *testing.T) {
	s := uitest.Open(t, long).Press("enter").Press("p").Press("p")
	top := func() string { return strings.TrimSpace(strings.Split(s.Frame(), "\n")[2][:70]) }
	first := top()
	if s.Press("p"); top() == first || !strings.Contains(top(), "You") && !strings.Contains(top(), "Maria") {
		t.Errorf("p went from %q to %q, want the head of a message", first, top())
	}
	if s.Press("n"); top() != first {
		t.Errorf("n came back to %q, want %q", top(), first)
	}
	for range 20 {
		s.Press("n")
	}
	s.Sees("end")
}

func TestScrolling(t *testing.T) {
	s := uitest.Open(t, long).Press("enter")
	end := s.Frame()
	for _, pair := range [][2]string{{"k", "j"}, {"up", "down"}, {"ctrl+u", "ctrl+d"}, {"pgup", "pgdown"}} {
		if s.Press(pair[0]); s.Frame() == end {
			t.Errorf("%s scrolled nothing", pair[0])
		}
		if s.Press(pair[1]); s.Frame() != end {
			t.Errorf("%s did not undo %s", pair[1], pair[0])
		}
	}
	s.Press("ctrl+u").Sees("%")
}

func TestOlderMessagesThatCannotBeRead(t *testing.T) {
	s := uitest.Open(t, long).Press("enter")
	s.Memory.FailRead = errors.New("a page is torn")
	s.Press("g").Press("g").Sees("a page is torn").Press("k").Runs()
	s.Memory.FailRead = nil
	s.Press("ctrl+r").Sees("Read again").Press("g").Press("g").Press("k").Press("g").Press("g").Sees("number")
}

// Every kind of decision has a line in the timeline, or is told to be none.
func TestTheTimelineTellsEveryDecision(t *testing.T) {
	var key model.Key
	s := uitest.Open(t, func(m *uitest.Memory) {
		p := m.Know(model.Person{Name: "Maria Rossi", Degree: 2, OpenProfile: true})
		m.Invite(p, false, day.New(2026, 3, 1), "Shall we connect?")
		key = m.Talk(p)
		m.Say(key, uitest.Start().Add(-200*24*time.Hour), false, "Hello\n\nthere")
		m.Say(key, uitest.Start().Add(-100*24*time.Hour), true, "")
		on, at := uitest.On(key), uitest.Start().Add(-30*24*time.Hour)
		m.Decide(at, model.ContactAdded{Contact: p.ID, Name: p.Name},
			model.SeatOpened{Seat: "work", Name: "Work", Plan: "business"},
			model.InMailSent{InMail: "1", Contact: p.ID, Seat: "work", Cost: 0, FreeReason: model.FreeOpenProfile, Subject: "Free one"},
			model.InMailSent{InMail: "2", Contact: p.ID, Seat: "work", Cost: 1, Subject: "Paid one"},
			model.InMailUndelivered{InMail: "2"},
			model.InMailSent{InMail: "3", Contact: p.ID, Seat: "work", Cost: 1},
			model.InMailAnswered{InMail: "3", Answer: model.AnswerAutoReply},
			model.InvitationRecorded{State: model.InviteSent, Contact: p.ID, Note: "by the way"},
			model.InvitationRecorded{State: model.InviteAccepted, Contact: p.ID},
			model.LabelApplied{Label: "Hot Leads", Subjects: on}, model.LabelRemoved{Label: "Hot Leads", Subjects: on},
			model.ReminderSet{Due: uitest.Start(), Text: "call", IfNoReply: true, Subjects: on}, model.ReminderDone{Subjects: on},
			model.ThreadMarked{Mark: model.MarkMuted, Subjects: on}, model.ThreadMarked{Mark: model.MarkUnmuted, Subjects: on},
			model.ThreadMarked{Mark: model.MarkArchived, Subjects: on}, model.ThreadMarked{Mark: model.MarkUnarchived, Subjects: on},
			model.ThreadMarked{Mark: model.MarkStarred, Subjects: on}, model.ThreadMarked{Mark: model.MarkRead, Subjects: on},
			model.NoteAdded{Text: "a note\nof two lines", Subjects: on})
	}).Size(120, 80).Press("enter")
	s.Sees("Invitation received", "Shall we connect?", "Hello", "(no text)", "InMail, free: an Open Profile", "Free one",
		"InMail, 1 credit", "Paid one", "InMail not delivered: credit back", "InMail answered automatically: credit back",
		"Invitation sent", "by the way", "Invitation accepted", "Label + Hot Leads", "Label - Hot Leads",
		"Reminder for Wed 18 Nov 2026 15:02, if no reply", "Reminder done", "Muted", "Unmuted", "Archived", "Back to the inbox",
		"a note", "of two lines", "2nd, invitation accepted")
	s.SeesNot("Starred", "Marked")
}

func TestTheCard(t *testing.T) {
	tests := []struct {
		name   string
		person model.Person
		change func(*model.Thread)
		want   []string
	}{
		{"nothing known", model.Person{Name: "A B", ID: "ab", Degree: model.DegreeUnknown}, nil, []string{"not connected", "none sent"}},
		{"headline names the company", model.Person{Name: "A B", Headline: "CTO at Acme", Company: "ACME"}, nil, []string{"CTO at Acme"}},
		{"position for want of a headline", model.Person{Name: "A B", Position: "CTO", Company: "Acme", Degree: 3}, nil, []string{"CTO · Acme", "3rd"}},
		{"out of network", model.Person{Name: "A B", Degree: model.OutOfNetwork}, nil, []string{"out of network"}},
		{"a probable InMail", model.Person{Name: "A B", Degree: 2}, func(t *model.Thread) { t.InMail.Kind = model.ProbablySent }, []string{"probably sent, not booked"}},
		{"invitation pending", model.Person{Name: "A B", Degree: 2}, func(t *model.Thread) { t.Invitation = model.InvitationPending }, []string{"2nd, invitation pending"}},
		{"connected by the thread alone", model.Person{Name: "A B", ID: "ab"}, func(t *model.Thread) { t.Connected = true }, []string{"1st", "not needed"}},
		{"an address with letters beyond ASCII", model.Person{Name: "A B", ID: "ab", URL: "https://www.linkedin.com/in/j%C3%BCrgen/"}, nil, []string{"linkedin.com/in/jürgen"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			uitest.Open(t, func(m *uitest.Memory) {
				key := m.Talk(m.Know(tt.person))
				m.Say(key, uitest.Start().Add(-time.Hour), false, "Hello")
				if tt.change != nil {
					m.Change(key, tt.change)
				}
			}).Press("enter").Sees(tt.want...)
		})
	}
}

func TestTwoConversationsWithOnePerson(t *testing.T) {
	s := uitest.Open(t, func(m *uitest.Memory) {
		p := m.Know(model.Person{Name: "Maria Rossi"})
		m.Say(m.Talk(p), uitest.Start().Add(-time.Hour), false, "The first one")
		again := p
		again.ID = "other"
		key := m.Talk(again)
		m.Say(key, uitest.Start().Add(-2*time.Hour), false, "The second one")
	}).Press("enter").Sees("Also", "The second one")
	s.Press("esc").Press("/").Type("maria").Press("enter").Sees("The first one", "1 of 2")
}

// Names and messages come from strangers: nothing of theirs reaches the terminal
// but letters.
func TestHostileText(t *testing.T) {
	evil := "\x1b]0;pwned\a\x1b[2J\u202egpj.exe\u2066\x00\x9b31m"
	s := uitest.Open(t, func(m *uitest.Memory) {
		p := m.Know(model.Person{Name: "Eve" + evil, ID: "eve", URL: "https://www.linkedin.com/in/eve" + evil, Headline: evil, Company: evil, Email: evil})
		key := m.Talk(p)
		m.Say(key, uitest.Start().Add(-time.Hour), false, "Hello"+evil+"\n\tthere")
		m.Invite(p, true, day.New(2026, 1, 1), evil)
		m.Decide(uitest.Start(), model.NoteAdded{Text: "x" + evil, Subjects: uitest.On(key)},
			model.LabelApplied{Label: "L" + strings.ReplaceAll(evil, "\x00", ""), Subjects: uitest.On(key)},
			model.ReminderSet{Due: uitest.Start(), Text: evil, Subjects: uitest.On(key)})
	})
	check := func() {
		t.Helper()
		for _, bad := range []string{"\x1b]", "\x1b[2J", "\u202e", "\u2066", "\x00", "\u009b", "\a"} {
			if strings.Contains(s.View(), bad) {
				t.Fatalf("%q is in the frame", bad)
			}
		}
	}
	for _, size := range sizes() {
		s.Size(size[0], size[1])
		for _, keys := range []string{"enter", "i", "esc", "l", "esc", "h", "esc", "a", "esc", "s", "z", "2", "?", "esc", "/", "esc", "g l", "esc", "Y", "1"} {
			s.Press(keys)
			check()
		}
	}
}

// A message recorded by hand stands in the timeline until an export brings it.
func TestMessagesRecordedByHand(t *testing.T) {
	at := uitest.Start().Add(-5 * 24 * time.Hour)
	fill := func(m *uitest.Memory) {
		p := m.Know(model.Person{Name: "Maria Rossi", Degree: 1})
		key := m.Talk(p)
		m.Say(key, at.Add(-48*time.Hour), false, "Hello")
		m.Decide(at, model.ContactAdded{Contact: p.ID, Name: p.Name, URL: p.URL},
			model.MessageRecorded{Contact: p.ID, Direction: model.MessageSent, Text: "By hand from me"},
			model.MessageRecorded{Contact: p.ID, Direction: model.MessageReceived, Text: "By hand from her"})
	}
	s := uitest.Open(t, fill).Press("enter").Sees("You  recorded by hand", "Maria  recorded by hand", "By hand from me", "By hand from her")
	s.Memory.Say(model.ThreadKey("maria-rossi"), at.Add(time.Hour), true, "By hand from me")
	s.Wait(3*time.Second).SeesNot("You  recorded by hand").Sees("By hand from me", "Maria  recorded by hand")
}
