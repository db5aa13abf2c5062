package cli

import (
	"errors"
	"fmt"
	"sync"
	"testing"

	"cordial/model"
)

// seatWith opens a seat with a number of credits and adds somebody to write to.
func seatWith(t *testing.T, s *fakeStore, credits int) {
	t.Helper()
	d := openDesk(t, s, "seat")
	_, err := d.do(func(b *model.Book) ([]model.Draft, error) {
		return b.OpenSeat(model.SeatOpened{Name: "Main", Plan: "free", OpeningBalance: &credits}, noon(), noon())
	})
	if err != nil {
		t.Fatal(err)
	}
}

func openDesk(t *testing.T, s *fakeStore, prefix string) *desk {
	t.Helper()
	d, err := newDesk(s, noon(), counting(prefix))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// sendTo is the decision to send somebody an InMail.
func sendTo(id string) func(b *model.Book) ([]model.Draft, error) {
	return func(b *model.Book) ([]model.Draft, error) {
		p := somebody(id, "Ms "+id, "")
		drafts, _, err := b.SendInMail(model.InMailRequest{InMail: "im-" + id, Person: p, Seat: "main", At: noon()}, noon())
		return drafts, err
	}
}

// TestTheLastCreditIsSpentOnce lets another program spend it between the question
// and the append.
func TestTheLastCreditIsSpentOnce(t *testing.T) {
	s := &fakeStore{}
	seatWith(t, s, 1)
	slow, quick := openDesk(t, s, "slow"), openDesk(t, s, "quick")
	s.before = func(s *fakeStore) {
		s.before = nil
		if _, err := quick.do(sendTo("anna")); err != nil {
			t.Fatal(err)
		}
	}
	_, err := slow.do(sendTo("bert"))
	var refusal *model.Refusal
	if !errors.As(err, &refusal) || refusal.Rule != "ledger 7" {
		t.Fatalf("the second send answered %v, want a refusal by rule 7", err)
	}
	if got := len(s.events); got != 3 { // the seat, Anna, the InMail to her
		t.Errorf("%d events in the journal", got)
	}
}

// TestDecisionIsTakenAnew lets another program write something that does no harm.
func TestDecisionIsTakenAnew(t *testing.T) {
	s := &fakeStore{}
	seatWith(t, s, 2)
	slow, quick := openDesk(t, s, "slow"), openDesk(t, s, "quick")
	s.before = func(s *fakeStore) {
		s.before = nil
		if _, err := quick.do(sendTo("anna")); err != nil {
			t.Fatal(err)
		}
	}
	asked := 0
	events, err := slow.do(func(b *model.Book) ([]model.Draft, error) {
		asked++
		return sendTo("bert")(b)
	})
	if err != nil || asked != 2 || len(events) != 2 {
		t.Fatalf("asked %d times, %d events, %v", asked, len(events), err)
	}
	l, _, _ := slow.book.LedgerNow("main", noon())
	if l.Balance != 0 || slow.read != uint64(len(s.events)) {
		t.Errorf("balance %d, %d of %d events read", l.Balance, slow.read, len(s.events))
	}
}

// TestManyWriters lets several programs write at once: nothing is lost, and no
// decision of several events is torn apart.
func TestManyWriters(t *testing.T) {
	s := &fakeStore{}
	seatWith(t, s, 100)
	const writers, each = 4, 10
	var wait sync.WaitGroup
	for w := range writers {
		d := openDesk(t, s, fmt.Sprintf("w%d-", w))
		wait.Go(func() {
			for i := range each {
				if _, err := d.do(sendTo(fmt.Sprintf("p%d-%d", w, i))); err != nil {
					t.Errorf("writer %d: %v", w, err)
				}
			}
		})
	}
	wait.Wait()
	if got, want := len(s.events), 1+2*writers*each; got != want {
		t.Fatalf("%d events, want %d", got, want)
	}
	for i := 1; i < len(s.events); i += 2 {
		added, ok := s.events[i].Decision.(model.ContactAdded)
		sent, also := s.events[i+1].Decision.(model.InMailSent)
		if !ok || !also || added.Contact != sent.Contact {
			t.Errorf("events %d and %d were torn apart", i, i+1)
		}
	}
}

// TestDeskGivesUp meets a journal that never stands still.
func TestDeskGivesUp(t *testing.T) {
	s := &fakeStore{}
	seatWith(t, s, 1)
	d := openDesk(t, s, "x")
	tries := 0
	s.failed = model.ErrMoved
	s.before = func(*fakeStore) { tries++ }
	_, err := d.do(sendTo("anna"))
	if !errors.Is(err, model.ErrBusy) || tries != maxTries {
		t.Errorf("after %d tries: %v", tries, err)
	}
}

// TestDeskFails passes on what a store answers, and changes nothing.
func TestDeskFails(t *testing.T) {
	s := &fakeStore{failed: errors.New("the disk is full")}
	d := openDesk(t, s, "x")
	_, err := d.do(func(b *model.Book) ([]model.Draft, error) { return b.CreateLabel("Oslo", noon()) })
	if err == nil || err.Error() != "the disk is full" || d.book.Len() != 0 {
		t.Errorf("%v, %d events in the book", err, d.book.Len())
	}
}

// TestDeskAsksNothing takes no decision.
func TestDeskAsksNothing(t *testing.T) {
	s := &fakeStore{before: func(*fakeStore) { panic("appended nothing") }}
	events, err := openDesk(t, s, "x").do(func(*model.Book) ([]model.Draft, error) { return nil, nil })
	if err != nil || events != nil {
		t.Errorf("%v, %v", events, err)
	}
}

// TestJournalThatCannotBe meets a journal in which an InMail goes to nobody.
func TestJournalThatCannotBe(t *testing.T) {
	s := &fakeStore{events: []model.Event{
		{ID: "e1", At: noon(), Decision: model.InMailSent{InMail: "im", Contact: "nobody", Seat: "none"}},
	}}
	_, err := newDesk(s, noon(), counting("x"))
	if !errors.Is(err, model.ErrDamaged) || exitCode(err) != ExitDatabase {
		t.Errorf("%v, exit code %d", err, exitCode(err))
	}
}

// TestDeskWritesNothingThatCannotBe is asked to book an InMail from a seat that is not
// there, after a decision that could be.
func TestDeskWritesNothingThatCannotBe(t *testing.T) {
	s := &fakeStore{}
	d := openDesk(t, s, "x")
	_, err := d.do(func(*model.Book) ([]model.Draft, error) {
		return []model.Draft{
			{At: noon(), Decision: model.LabelCreated{Label: "Oslo"}},
			{At: noon(), Decision: model.SeatCancelled{Seat: "none"}},
		}, nil
	})
	if err == nil || errors.Is(err, model.ErrDamaged) || len(s.events) != 0 {
		t.Errorf("%v, %d events in the journal", err, len(s.events))
	}
}
