package ui_test

import (
	"strings"
	"testing"
	"time"

	"cordial/model"
	"cordial/ui/uitest"
)

// The story of one InMail: logged, the balance falls, answered, the credit returns.
func TestInMailFromSendingToAnswer(t *testing.T) {
	s := uitest.Open(t, uitest.Busy).Sees("InMail 12/15")
	s.Press("j").Press("C").Sees("Jürgen Müller").Type("Platform deck").Press("enter")
	s.Sees("Booked the InMail to Jürgen Müller", "InMail 11/15", "4 Waiting 3")
	s.Press("C").Press("enter").Sees("unanswered").Press("esc").Sees("InMail 11/15")
	s.Leap(3 * 24 * time.Hour).Press("A").Sees("Jürgen Müller").Press("enter")
	s.Sees("InMail 12/15", "Booked the answer").Press("enter").Sees("credit back", "Platform deck")
	s.Reopen().Sees("InMail 12/15")
}

// Somebody who has no conversation: an InMail makes a row, and undo takes both back.
func TestInMailToSomebodyNew(t *testing.T) {
	s := uitest.Open(t, uitest.Busy).Press("/").Type("becker").Press("enter").Press("C").Press("enter")
	s.Sees("Booked the InMail to Tom Becker").Press("esc").Sees("1 Inbox 9", "InMail 11/15", "Tom Becker")
	s.Press("z").Sees("Undone: booked the InMail to Tom Becker", "1 Inbox 8", "InMail 12/15").SeesNot("● Tom Becker")
}

// A rule's no can be overruled, because what happened on LinkedIn happened.
func TestInsisting(t *testing.T) {
	s := uitest.Open(t, uitest.Busy).Press("G").Press("C").Press("enter").Sees("unanswered")
	s.Press("ctrl+o").Press("enter").Sees("Booked the InMail to Lena Öztürk", "InMail 11/15")
}

func TestTheDayTurnsTheMeter(t *testing.T) {
	s := uitest.Open(t, uitest.Busy).Sees("InMail 12/15", "2 lost to the grant of 1 Dec")
	appends := s.Memory.Appends
	s.Leap(14 * 24 * time.Hour).Sees("InMail 15/15")
	if s.Memory.Appends != appends {
		t.Error("time passing was written down")
	}
	s.Leap(-20 * 24 * time.Hour)
}

func TestAClockBehindIsSaid(t *testing.T) {
	s := uitest.Open(t, uitest.Busy)
	s.Memory.Decide(uitest.Start().AddDate(0, 0, 20), model.SeatReconciled{Seat: "work", Balance: 7})
	s.Wait(3*time.Second).Sees("InMail 7/15", "clock behind: as of 8 Dec")
}

func TestWithoutASeat(t *testing.T) {
	quiet := func(m *uitest.Memory) {
		m.Say(m.Talk(m.Know(model.Person{Name: "Maria Rossi"})), uitest.Start().Add(-time.Hour), false, "Hello")
	}
	s := uitest.Open(t, quiet).Sees("no InMail seat · g m opens one")
	s.Press("g").Press("m")
	s.Press("esc").Press("C").Press("esc").Runs()
}

func TestCreditsAndBack(t *testing.T) {
	s := uitest.Open(t, uitest.Busy).Press("g").Press("m").Sees("Premium Career").Press("esc").Sees("[1 Inbox 8]")
	s.Press("enter").Press("g").Press("m").Press("esc").Sees("Maria Rossi   1 of 8")
	s.Press("g").Press("m").Press("z").Sees("Undone: archived Pavel Ivanov").Press("esc").Press("esc").Sees("[1 Inbox 9]")
}

func TestASecondSeatIsNamed(t *testing.T) {
	s := uitest.Open(t, func(m *uitest.Memory) {
		uitest.Busy(m)
		m.Decide(uitest.Start().AddDate(0, 0, -3), model.SeatCancelled{Seat: "work"},
			model.SeatOpened{Seat: "second", Name: "Second", Plan: "business"})
	})
	if !strings.Contains(s.Line("InMail"), "InMail Second 15/45") {
		t.Errorf("the header shows %q, want the active seat", s.Line("InMail"))
	}
}
