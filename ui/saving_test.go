package ui_test

import (
	"errors"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"cordial/model"
	"cordial/ui/port"
	"cordial/ui/term"
	"cordial/ui/uitest"
)

func TestEveryDecisionIsSaved(t *testing.T) {
	s := uitest.Open(t, uitest.Busy)
	before := len(s.Memory.Journal())
	s.Press("s").Press("j").Press("e")
	if got := len(s.Memory.Journal()) - before; got != 2 {
		t.Errorf("%d events were saved, want 2", got)
	}
}

// While a save is under way the next ones wait and go together.
func TestOneAppendInFlight(t *testing.T) {
	s := uitest.Open(t, uitest.Busy)
	before, batches := len(s.Memory.Journal()), s.Memory.Appends
	s.Hold().Press("s j s j s j s").Sees("Starred Sam O'Brien")
	if len(s.Memory.Journal()) != before {
		t.Fatal("a held save reached the disk")
	}
	s.Release()
	if got := len(s.Memory.Journal()) - before; got != 4 {
		t.Errorf("%d events were saved, want 4", got)
	}
	if got := s.Memory.Appends - batches; got != 2 {
		t.Errorf("they went in %d batches, want the first alone and the rest together", got)
	}
}

func TestAFailedSaveStaysVisibleAndIsRetried(t *testing.T) {
	s := uitest.Open(t, uitest.Busy)
	before := len(s.Memory.Journal())
	s.Memory.FailAppend = errors.New("disk full")
	s.Press("s").Press("j").Press("s").Wait(20*time.Second).Sees("2 not saved: disk full", "ctrl+s tries again", "★")
	s.Press("ctrl+s").Sees("2 not saved")
	s.Memory.FailAppend = nil
	s.Press("ctrl+s").SeesNot("not saved")
	if got := len(s.Memory.Journal()) - before; got != 2 {
		t.Errorf("%d events were saved, want 2", got)
	}
}

func TestABusyDatabaseIsTriedAgainByItself(t *testing.T) {
	s := uitest.Open(t, uitest.Busy)
	s.Memory.FailAppend = port.ErrBusy
	s.Press("s").Sees("1 not saved")
	s.Memory.FailAppend = nil
	s.Wait(10 * time.Second).SeesNot("not saved").Press("q").Ended()
}

func TestQuitting(t *testing.T) {
	uitest.Open(t, uitest.Busy).Press("q").Ended()
	uitest.Open(t, uitest.Busy).Press("ctrl+c").Ended()
	uitest.Open(t, uitest.Busy).Press("enter").Press("q").Runs().Press("ctrl+c").Ended()
	uitest.Open(t, uitest.Busy).Hold().Press("s").Press("q").Runs().Release().Ended()
	uitest.Open(t, uitest.Busy).Press("/").Press("q").Runs().Sees("q").Press("ctrl+c").Runs().SeesNot("Find").Press("ctrl+c").Ended()
}

func TestQuittingWithoutHavingSavedAsks(t *testing.T) {
	open := func() *uitest.Scenario {
		s := uitest.Open(t, uitest.Busy)
		s.Memory.FailAppend = errors.New("disk full")
		return s.Press("s").Press("q").Runs().Sees("1 decision", "disk full").Wait(time.Second)
	}
	open().Press("n").Runs().Press("j")
	open().Press("y").Ended()
	s := open()
	s.Memory.FailAppend = nil
	s.Press("l").Runs().SeesNot("not saved").Press("q").Ended()
	// In the first moment nothing but esc is an answer.
	s = uitest.Open(t, uitest.Busy)
	s.Memory.FailAppend = errors.New("disk full")
	s.Press("s").Press("q").Press("y").Runs()
}

func TestASignalSavesWhatIsTyped(t *testing.T) {
	s := uitest.Open(t, uitest.Busy).Press("a").Type("half a thought")
	s.Send(term.Terminated{}).Ended()
	s.Reopen().Press("enter").Sees("half a thought")
}

func TestAnotherProgramsDecisionAppears(t *testing.T) {
	s := uitest.Open(t, uitest.Busy).Press("j")
	s.Memory.Decide(s.Now(), model.LabelCreated{Label: "Berlin"}, model.ThreadMarked{Mark: model.MarkArchived, Subjects: uitest.On(model.ThreadKey("maria-rossi"))})
	s.SeesNot("Berlin").Wait(3*time.Second).Sees("4 Berlin 0", "[1 Inbox 7]", "▌ ● Jürgen Müller")
	s.Press("s").Sees("Starred Jürgen").Reopen().Sees("4 Berlin 0", "★")
}

// Others were faster: read on, keep ours, save again.
func TestOursComesAfterTheirs(t *testing.T) {
	s := uitest.Open(t, uitest.Busy).Hold().Press("s")
	s.Memory.Decide(s.Now(), model.LabelCreated{Label: "Berlin"})
	s.Press("j").Press("s").Release().Sees("Berlin").SeesNot("not saved")
	journal := s.Memory.Journal()
	if len(journal) < 3 || journal[len(journal)-3].Decision.Kind() != "label.created" {
		t.Errorf("the journal ends with %v", journal[len(journal)-3:])
	}
	s.Reopen().Sees("Diego García        ★").Press("g s").Sees("Starred 3")
}

// Two programs introduce the same person: one introduction is enough.
func TestTheSamePersonIntroducedTwice(t *testing.T) {
	s := uitest.Open(t, uitest.Busy).Press("/").Type("becker").Press("enter").Hold().Press("s")
	s.Memory.Decide(s.Now(), model.ContactAdded{Contact: "tom-becker", Name: "Tom Becker", URL: "https://www.linkedin.com/in/tom-becker", Source: model.SourceExport})
	s.Release().SeesNot("cannot be kept", "not saved").Reopen().Press("g s").Sees("Tom Becker")
}

// What another program made impossible is given up, and said.
func TestWhatCannotBeKeptIsSaid(t *testing.T) {
	s := uitest.Open(t, uitest.Busy)
	s.Memory.FailAppend = errors.New("disk full")
	s.Press("/").Type("becker").Press("enter").Press("C").Press("enter").Sees("Booked the InMail")
	s.Memory.Decide(s.Now(), model.InMailSent{InMail: "ours-1", Contact: "lena-öztürk", Seat: "work", Cost: 1})
	s.Memory.FailAppend = nil
	s.Press("ctrl+s").Sees("Booked the InMail to Tom Becker cannot be kept")
	s.Press("ctrl+c").Ended()
}

func TestAnImportByAnotherProgramAppears(t *testing.T) {
	s := uitest.Open(t, uitest.Busy).Press("j")
	s.Memory.Say(s.Memory.Talk(s.Memory.Know(model.Person{Name: "Olga Sidorova"})), s.Now().Add(-time.Minute), false, "Hello there")
	s.Memory.Say(model.ThreadKey("jürgen-müller"), s.Now(), false, "And the price list, please.")
	s.Wait(3*time.Second).Sees("Olga Sidorova", "1 Inbox 9", "And the price list, please.")
	if l := s.Line("▌"); l == "" || s.Line("Jürgen Müller") != l {
		t.Errorf("the cursor left its conversation: %q", l)
	}
}

func TestAStoreThatCannotBeRead(t *testing.T) {
	s := uitest.Open(t, func(m *uitest.Memory) { m.FailRead = port.ErrDamaged })
	s.Sees("The inbox cannot be shown.", "damaged", "ctrl+r try again").Press("j e").Press("s")
	s.Memory.FailRead = nil
	s.Press("ctrl+r").Sees("Welcome to Cordial").Press("q").Ended()
	uitest.Open(t, func(m *uitest.Memory) { m.FailRead = port.ErrBusy }).Press("q").Ended()
}

func TestMessagesThatCannotBeRead(t *testing.T) {
	s := uitest.Open(t, uitest.Busy).Hold()
	s.Memory.FailRead = errors.New("a page is torn")
	s.Press("G").Press("g g").Press("ctrl+r").Release()
	s.Press("j").Runs()
}

// Keys typed before the store was read, or while an action waits for what is being
// read, keep their order.
func TestKeysWaitInTheirOrder(t *testing.T) {
	s := uitest.Open(t, uitest.Busy).Hold().Reopen().Press("j l").Type("hot").Press("enter")
	s.Release().Sees("Took Hot Leads off Jürgen Müller")
	s.Hold().Press("G").Press("C").Type("eee").Release().Sees("eee", "[1 Inbox 8]")
}

// The end of the program in another goroutine saves what is left.
func TestRescue(t *testing.T) {
	s := uitest.Open(t, uitest.Busy).Hold().Press("s j s")
	before := len(s.Memory.Journal())
	s.Rescue()
	s.Rescue()
	if got := len(s.Memory.Journal()) - before; got != 2 {
		t.Errorf("%d events were rescued, want 2", got)
	}
	s.Release()
	if got := len(s.Memory.Journal()) - before; got != 2 {
		t.Errorf("%d events are in the journal after all, want 2", got)
	}
}

func TestFocusLooksAtOnce(t *testing.T) {
	s := uitest.Open(t, uitest.Busy)
	s.Memory.Decide(s.Now(), model.LabelCreated{Label: "Berlin"})
	s.Send(tea.FocusMsg{}).Sees("Berlin")
}
