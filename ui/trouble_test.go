package ui_test

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"cordial/model"
	"cordial/ui"
	"cordial/ui/term"
	"cordial/ui/uitest"
)

func TestWhatCannotBeCopiedOrOpenedIsShown(t *testing.T) {
	s := uitest.Open(t, uitest.Busy).With(func(d *ui.Deps) {
		d.Copy = func(string) error { return errors.New("no clipboard") }
		d.Open = func(string) error { return errors.New("no browser was found") }
	})
	s.Press("Y").Sees("Not copied: https://www.linkedin.com/in/maria-rossi")
	s.Press("o").Sees("Not opened (no browser was found): https://www.linkedin.com/in/maria-rossi")
}

func TestOnlyProfilesAreOpened(t *testing.T) {
	s := uitest.Open(t, func(m *uitest.Memory) {
		p := m.Know(model.Person{ID: "eve", Name: "Eve", URL: "https://evil.example/in/eve"})
		m.Say(m.Talk(p), uitest.Start().Add(-time.Hour), false, "Click here")
	}).Press("o").Sees("this is no address of LinkedIn's")
	if s.Opened != "" {
		t.Errorf("opened %q", s.Opened)
	}
}

func TestPeopleThatCannotBeRead(t *testing.T) {
	s := uitest.Open(t, uitest.Busy)
	s.Memory.FailRead = errors.New("a page is torn")
	s.Press("/").Press("esc").Sees("a page is torn")
	s.Memory.FailRead = nil
	s.Press("/").Type("becker").Sees("Tom Becker")
}

// Looking at the store fails while it is written to: the next look sees all.
func TestALookThatFails(t *testing.T) {
	s := uitest.Open(t, uitest.Busy)
	s.Memory.FailRead = errors.New("busy")
	s.Memory.Decide(s.Now(), model.LabelCreated{Label: "Berlin"})
	s.Wait(10 * time.Second).SeesNot("Berlin")
	s.Memory.FailRead = nil
	s.Wait(3 * time.Second).Sees("Berlin")
}

// What others wrote contradicts what is here: everything is read anew, and if that
// fails it is said.
func TestAJournalThatContradictsItself(t *testing.T) {
	s := uitest.Open(t, uitest.Busy)
	s.Memory.Decide(s.Now(), model.SeatCancelled{Seat: "nobody's"})
	s.Wait(3*time.Second).Sees("cannot be", "cordial check").Press("j").Runs()
}

// A save meets a store that moved and then cannot be read: nothing is lost.
func TestMovedAndThenUnreadable(t *testing.T) {
	s := uitest.Open(t, uitest.Busy).Hold().Press("s")
	s.Memory.Decide(s.Now(), model.LabelCreated{Label: "Berlin"})
	s.Memory.FailRead = errors.New("a page is torn")
	s.Release().Wait(20 * time.Second).Sees("1 not saved: a page is torn")
	s.Memory.FailRead = nil
	s.Press("ctrl+s").Wait(time.Second).SeesNot("not saved").Sees("Berlin", "★")
}

func TestASignalWhileNothingCanBeSaved(t *testing.T) {
	s := uitest.Open(t, uitest.Busy)
	s.Memory.FailAppend = errors.New("disk full")
	s.Press("s").Send(term.Terminated{}).Ended()
	s = uitest.Open(t, uitest.Busy)
	s.Memory.FailAppend = errors.New("disk full")
	s.Press("a").Type("x").Send(term.Terminated{}).Ended()
}

// Only some conversations are kept in memory; one that was forgotten is read again.
func TestManyConversationsAreReadAndForgotten(t *testing.T) {
	s := uitest.Open(t, func(m *uitest.Memory) {
		for i := range 80 {
			p := m.Know(model.Person{Name: fmt.Sprintf("Person %02d", i)})
			m.Say(m.Talk(p), uitest.Start().Add(-time.Duration(i+1)*time.Hour), false, fmt.Sprintf("This is what number %d says", i))
		}
	}).Sees("This is what number 0 says")
	for i := range 79 {
		s.Press("j").Sees(fmt.Sprintf("what number %d says", i+1))
	}
	s.Press("g").Press("g").Press("enter").Sees("│ This is what number 0 says")
}

func TestAttachmentsAndOddities(t *testing.T) {
	s := uitest.Open(t, func(m *uitest.Memory) {
		key := m.Talk(m.Know(model.Person{Name: "Maria Rossi"}))
		m.Say(key, uitest.Start().AddDate(-1, 0, 0), false, "Last year")
		m.Say(key, uitest.Start().Add(-time.Hour), false, "See the files")
		m.Attach(key, "a.pdf", "b.pdf")
		m.Say(key, uitest.Start().Add(-time.Minute), true, "And mine")
		m.Attach(key, "c.pdf")
	}).Press("enter").Sees("2 attachments", "1 attachment", "18 Nov 2025 Tue", "18 Nov Wed")
	s.Press("esc").Sees("Last year", "2 attachments")
}

// A request that a rule refuses is said where it was asked, and changes nothing.
func TestRefusals(t *testing.T) {
	s := uitest.Open(t, uitest.Busy)
	before := len(s.Memory.Journal())
	s.Press("h").Type("yesterday").Press("enter").Sees("Remind me about").Press("esc")
	s.Press("G").Press("A").Press("down").Type("2020-01-01").Press("enter").Sees("InMail answered").Press("esc")
	if got := len(s.Memory.Journal()) - before; got != 0 {
		t.Errorf("%d events were saved", got)
	}
}

func TestOpenASeat(t *testing.T) {
	s := uitest.Open(t, func(m *uitest.Memory) {
		m.Say(m.Talk(m.Know(model.Person{Name: "Maria Rossi"})), uitest.Start().Add(-time.Hour), false, "Hello")
	}).Press("C").Sees("No seat is open").Press("enter").Sees("Open a seat")
	// On top of the InMail's dialog, which then has a seat to book on.
	s.Press("right right right").Press("enter").Sees("Opened the seat Premium Business", "Log a sent InMail").SeesNot("No seat is open")
	s.Press("enter").Sees("Booked the InMail to Maria Rossi", "InMail 14/45")
	for _, e := range s.Memory.Journal() {
		if seat, ok := e.Decision.(model.SeatOpened); ok && seat.Zone != "Europe/Berlin" {
			t.Errorf("the seat is %+v, want the user's zone", seat)
		}
	}
}

// breaking is a store that panics instead of reading messages.
type breaking struct{ *uitest.Memory }

func (breaking) Messages(model.Key, time.Time, int) ([]model.Message, error) {
	panic("out of\x1b[2J order")
}

// A fault of the program ends it in order: nothing decided is lost, and what is said
// of it is clean.
func TestACrashInACommand(t *testing.T) {
	m := &uitest.Memory{}
	uitest.Busy(m)
	s := uitest.OpenStore(t, breaking{m}).Ended()
	crash := s.Failure()
	if crash == nil || len(crash.Stack) == 0 {
		t.Fatalf("the failure is %v", crash)
	}
	if want := "the program failed: out of\uFFFD[2J order; what you decided is saved"; crash.Error() != want {
		t.Errorf("it says %q, want %q", crash.Error(), want)
	}
}

func TestACrashWhileAKeyIsHandled(t *testing.T) {
	s := uitest.Open(t, uitest.Busy).With(func(d *ui.Deps) {
		d.NewID = func(time.Time) string { panic("no ids left") }
	})
	s.Press("s").Ended()
	if crash := s.Failure(); crash == nil || crash.Value != "no ids left" {
		t.Errorf("the failure is %v", crash)
	}
}
