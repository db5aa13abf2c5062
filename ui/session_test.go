package ui

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"cordial/model"
	"cordial/ui/port"
)

// noThreads is a picture without a conversation.
type noThreads struct{}

func (noThreads) Len() int             { return 0 }
func (noThreads) Head(int) model.Head  { return model.Head{} }
func (noThreads) Row(int) model.Thread { return model.Thread{} }

// base of events, as a reading would bring it.
func baseOf(t testing.TB, events []model.Event) base {
	t.Helper()
	b, err := fold(model.World{Zone: time.LoadLocation}, events, noThreads{}, 1, time.Unix(1e9, 0))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// made is an event that makes a label.
func made(id string) model.Event {
	at := time.Unix(1e9, 0)
	return model.Event{ID: id, At: at, Recorded: at, Decision: model.LabelCreated{Label: id}}
}

func TestSessionSavesOneBatchAtATime(t *testing.T) {
	s := &session{base: baseOf(t, nil)}
	if err := s.decide([]model.Event{made("a")}); err != nil {
		t.Fatal(err)
	}
	after, batch := s.next()
	if after != 0 || len(batch) != 1 {
		t.Fatalf("the first batch is %v after %d", batch, after)
	}
	if err := s.decide([]model.Event{made("b"), made("c")}); err != nil {
		t.Fatal(err)
	}
	if _, batch := s.next(); batch != nil {
		t.Fatalf("%v would be saved while another save is under way", batch)
	}
	s.saved()
	if after, batch = s.next(); after != 1 || len(batch) != 2 {
		t.Fatalf("the second batch is %v after %d", batch, after)
	}
	s.notSaved(errors.New("disk full"))
	if _, batch := s.next(); batch != nil || len(s.unsaved) != 2 {
		t.Fatal("a failed save went again by itself, or was lost")
	}
	s.retry()
	if after, batch = s.next(); after != 1 || len(batch) != 2 {
		t.Fatalf("after the failure the batch is %v after %d", batch, after)
	}
	s.notSaved(fmt.Errorf("it is so: %w", port.ErrMoved))
	if s.failed != nil {
		t.Error("that others were faster is no failure")
	}
}

func TestSessionAdopts(t *testing.T) {
	s := &session{base: baseOf(t, []model.Event{made("theirs-1")})}
	if err := s.decide([]model.Event{made("a"), made("b")}); err != nil {
		t.Fatal(err)
	}
	// a did reach the disk although the save was reported as failed.
	s.next()
	s.notSaved(errors.New("was it saved?"))
	lost := s.adopt(baseOf(t, []model.Event{made("theirs-1"), made("theirs-2"), made("a")}))
	if len(lost) > 0 || len(s.unsaved) != 1 || s.unsaved[0].ID != "b" || s.stored != 3 {
		t.Errorf("lost %v, unsaved %v, stored %d", lost, s.unsaved, s.stored)
	}
	if got := s.book.Len(); got != 4 {
		t.Errorf("the Book has %d events, want 4", got)
	}
	// A reading from before our own save is older than what we know.
	s.retry()
	s.next()
	s.saved()
	s.adopt(baseOf(t, []model.Event{made("theirs-1")}))
	if s.stored != 4 || s.book.Len() != 4 {
		t.Error("an old reading was taken for new")
	}
}

func TestSessionAppendsOnlyWhatComesLast(t *testing.T) {
	s := &session{base: baseOf(t, []model.Event{made("a")})}
	if s.append(0, []model.Event{made("a"), made("b")}) {
		t.Error("a reading from before was appended")
	}
	if !s.append(1, []model.Event{made("b")}) || s.stored != 2 {
		t.Error("what came last was not appended")
	}
	if err := s.decide([]model.Event{made("ours")}); err != nil {
		t.Fatal(err)
	}
	if s.append(2, []model.Event{made("c")}) {
		t.Error("others' events were put behind unsaved ones")
	}
}

func TestFoldNamesTheEventThatCannotBe(t *testing.T) {
	bad := model.Event{ID: "x", At: time.Unix(1, 0), Decision: model.SeatCancelled{Seat: "nobody's"}}
	_, err := fold(model.World{Zone: time.LoadLocation}, []model.Event{made("a"), bad}, noThreads{}, 0, time.Unix(1, 0))
	if !errors.Is(err, port.ErrDamaged) || err.Error() != `the database is damaged: event 2 of the journal cannot be: seat "nobody's" was never added; see: cordial check` {
		t.Errorf("folding a contradiction answered %v", err)
	}
}

// disk is a journal that others write to as well.
type disk struct{ events []model.Event }

func (d *disk) append(after uint64, batch []model.Event) error {
	if after != uint64(len(d.events)) {
		return port.ErrMoved
	}
	d.events = append(d.events, batch...)
	return nil
}

// Whatever happens in whatever order: the journal ends with every decision of both
// sides once, ours in our order, and the session shows exactly the journal.
func TestSessionAgainstADisk(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		d := &disk{}
		s := &session{base: baseOf(t, nil)}
		var ours, theirs []string
		var flight []model.Event
		var from uint64
		finish := func() {
			if flight == nil {
				return
			}
			if err := d.append(from, flight); err != nil {
				s.notSaved(err)
				s.adopt(baseOf(t, slices.Clone(d.events)))
			} else {
				s.saved()
			}
			flight = nil
		}
		for i := range rapid.IntRange(1, 40).Draw(r, "steps") {
			switch rapid.IntRange(0, 5).Draw(r, "step") {
			case 0, 1:
				id := fmt.Sprint("ours-", i)
				ours = append(ours, id)
				if err := s.decide([]model.Event{made(id)}); err != nil {
					t.Fatal(err)
				}
			case 2:
				id := fmt.Sprint("theirs-", i)
				theirs = append(theirs, id)
				d.events = append(d.events, made(id))
			case 3:
				if after, batch := s.next(); batch != nil {
					from, flight = after, batch
				}
			case 4:
				finish()
			case 5:
				s.append(s.stored, slices.Clone(d.events[min(int(s.stored), len(d.events)):]))
			}
		}
		for finish(); len(s.unsaved) > 0; finish() {
			from, flight = s.next()
		}
		s.adopt(baseOf(t, slices.Clone(d.events)))
		check(t, d.events, "ours-", ours)
		check(t, d.events, "theirs-", theirs)
		for i, e := range d.events {
			if s.book.Event(i).ID != e.ID {
				t.Fatalf("event %d is %s in the Book and %s in the journal", i, s.book.Event(i).ID, e.ID)
			}
		}
	})
}

// check compares the events of one side with what that side decided.
func check(t *testing.T, events []model.Event, prefix string, want []string) {
	t.Helper()
	var got []string
	for _, e := range events {
		if len(e.ID) > len(prefix) && e.ID[:len(prefix)] == prefix {
			got = append(got, e.ID)
		}
	}
	if !slices.Equal(got, want) {
		t.Fatalf("the journal holds %v, want %v", got, want)
	}
}
