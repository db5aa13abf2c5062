package model

import (
	"errors"
	"fmt"
	"reflect"
	"testing"
	"time"

	"pgregory.net/rapid"

	"cordial/model/day"
)

// numbered answers ids that were not used yet.
func numbered(b *Book) func(time.Time) string {
	n := b.Len()
	return func(time.Time) string {
		n++
		return fmt.Sprintf("n%d", n)
	}
}

// decide seals drafts as one command does, and applies them.
func (j *journal) decide(drafts ...Draft) []Event {
	j.t.Helper()
	events := Seal(drafts, at("06-01 12:00"), numbered(j.Book))
	for _, e := range events {
		if _, err := j.Apply(e); err != nil {
			j.t.Fatal(err)
		}
	}
	return events
}

func TestWhatIsDecidedTogetherIsOneStep(t *testing.T) {
	j := opened(t)
	labels := func(names ...string) (drafts []Draft) {
		for _, name := range names {
			drafts = append(drafts, Draft{At: at("02-01 12:00"), Decision: LabelCreated{Label: name}})
		}
		return drafts
	}
	before := j.Labels()
	events := j.decide(labels("one", "two", "three")...)
	if events[0].Step == "" || events[0].Step != events[2].Step {
		t.Fatalf("steps %q, %q, %q", events[0].Step, events[1].Step, events[2].Step)
	}
	if alone := j.decide(labels("four")...); alone[0].Step != "" {
		t.Errorf("a decision by itself has step %q", alone[0].Step)
	}
	with := j.Labels()
	take := func(drafts []Draft, err error, want int) {
		t.Helper()
		if err != nil || len(drafts) != want {
			t.Fatalf("%d drafts, %v; want %d", len(drafts), err, want)
		}
		j.decide(drafts...)
	}
	drafts, err := j.Undo(2, at("06-02 12:00"))
	take(drafts, err, 4)
	if got := j.Labels(); !reflect.DeepEqual(got, before) {
		t.Errorf("labels %v after undo, before it were %v", got, before)
	}
	drafts, err = j.Redo(1, at("06-02 12:00"))
	take(drafts, err, 3) // the three together, the fourth not
	drafts, err = j.Redo(1, at("06-02 12:00"))
	take(drafts, err, 1)
	if got := j.Labels(); !reflect.DeepEqual(got, with) {
		t.Errorf("labels %v after redo, before it were %v", got, with)
	}
}

func TestAContactTheProgramAddsIsNoStepOfItsOwn(t *testing.T) {
	j := opened(t)
	events := j.decide(
		Draft{At: at("02-01 12:00"), Decision: ContactAdded{Contact: "x", Name: "X", Source: SourceExport}},
		Draft{At: at("02-01 12:00"), Decision: NoteAdded{Text: "n", Subjects: Subjects{People: []string{"x"}}}},
	)
	if events[0].Step+events[1].Step != "" {
		t.Errorf("steps %q and %q for one decision of the user's", events[0].Step, events[1].Step)
	}
}

func TestSomebodyFromAnExportIsMadeKnownOnce(t *testing.T) {
	j := newJournal(t)
	target := []Target{{Person: ada()}}
	one, err := j.Label(target, "one", true, at("02-01 12:00"))
	if err != nil {
		t.Fatal(err)
	}
	two, err := j.Label(target, "two", true, at("02-01 12:00"))
	if err != nil {
		t.Fatal(err)
	}
	if events := j.decide(append(one, two...)...); len(events) != 3 {
		t.Errorf("%d events, want the contact and two labels", len(events))
	}
}

func TestAnImportIsAStepForTheStore(t *testing.T) {
	j := opened(t)
	if _, ok := j.ImportToUndo(); ok {
		t.Fatal("there was no import")
	}
	id := j.add("03-01 12:00", ExportImported{Archive: "a", Name: "a.zip", Newest: at("02-01 12:00")})
	if e, ok := j.ImportToUndo(); !ok || e.ID != id {
		t.Fatalf("%v, %v", e, ok)
	}
	var refusal *Refusal
	if _, err := j.Undo(1, at("03-02 12:00")); !errors.As(err, &refusal) {
		t.Errorf("undo of an import by the journal alone: %v", err)
	}
	j.add("03-02 12:00", LabelCreated{Label: "x"})
	if drafts, err := j.Undo(5, at("03-03 12:00")); err != nil || len(drafts) != 1 {
		t.Errorf("%d drafts, %v: undo must end before the import", len(drafts), err)
	}
	j.take(j.Undo(1, at("03-03 12:00")))
	j.add("03-04 12:00", EventReverted{Event: id})
	if _, err := j.Redo(1, at("03-05 12:00")); !errors.As(err, &refusal) || refusal.Help == "" {
		t.Errorf("redo of an import: %v", err)
	}
	if e, ok := j.ImportToUndo(); ok {
		t.Errorf("%v was taken back", e)
	}
}

// TestStepsGoBackAndForth undoes and redoes random batches: each leaves the picture
// that was there before it.
func TestStepsGoBackAndForth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := NewBook(utcWorld())
		on := day.Of(at("10-10 10:00"), time.UTC)
		pictures := []picture{pictureOf(b, on)}
		for n := range rapid.IntRange(1, 8).Draw(t, "batches") {
			applied := 0
			for i := range rapid.IntRange(1, 5).Draw(t, "events") {
				e := randomEvent(t, 10*n+i)
				e.Step = fmt.Sprint("step", n)
				switch e.Decision.(type) {
				case EventReverted, ExportImported:
					continue
				}
				if _, err := b.Apply(e); err == nil {
					applied++
				}
			}
			if applied > 0 {
				pictures = append(pictures, pictureOf(b, on))
			}
		}
		walk := func(do func(int, time.Time) ([]Draft, error), n int, want picture) {
			drafts, err := do(n, at("10-10 10:00"))
			if err != nil {
				t.Fatal(err)
			}
			for _, e := range Seal(drafts, at("10-10 10:00"), numbered(b)) {
				mustApply(t, b, e)
			}
			if got := pictureOf(b, on); !reflect.DeepEqual(got, want) {
				t.Fatalf("%+v, want %+v", got, want)
			}
		}
		place := len(pictures) - 1
		for place > 0 {
			n := rapid.IntRange(1, place).Draw(t, "steps back")
			place -= n
			walk(b.Undo, n, pictures[place])
		}
		for place < len(pictures)-1 {
			n := rapid.IntRange(1, len(pictures)-1-place).Draw(t, "steps forth")
			place += n
			walk(b.Redo, n, pictures[place])
		}
	})
}

func BenchmarkUndoOfALargeStep(b *testing.B) {
	book := NewBook(utcWorld())
	for i := range 20_000 {
		e := Event{ID: fmt.Sprint(i), At: at("01-01 12:00"), Step: "s", Decision: ContactAdded{Contact: fmt.Sprint(i), Name: "N"}}
		if _, err := book.Apply(e); err != nil {
			b.Fatal(err)
		}
	}
	for b.Loop() {
		if drafts, err := book.Undo(2, at("01-02 12:00")); err != nil || len(drafts) != 20_000 {
			b.Fatal(len(drafts), err)
		}
	}
}
