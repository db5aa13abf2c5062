package ui_test

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"cordial/keymap"
	"cordial/model"
	"cordial/ui/uitest"
)

// everyKey is every key of the keymap, and letters to type.
func everyKey() []string {
	keys := []string{"a", "b", "space", "backspace", "left", "é", "1", "3"}
	for _, b := range keymap.Default().Bindings() {
		if b.Action == keymap.Quit {
			continue
		}
		for _, seq := range b.Keys {
			keys = append(keys, strings.Fields(seq)...)
		}
	}
	return keys
}

// Whatever is pressed, whatever the size: the frame has exactly the terminal's
// cells (the driver checks each one), nothing panics, and what was decided is in
// the journal and is shown again after a new start.
func TestAnyKeysAtAnySize(t *testing.T) {
	keys := everyKey()
	rapid.Check(t, func(r *rapid.T) {
		s := uitest.Open(t, uitest.Busy)
		for _, step := range rapid.SliceOfN(rapid.SampledFrom(keys), 1, 40).Draw(r, "keys") {
			s.Press(step)
			switch rapid.IntRange(0, 20).Draw(r, "then") {
			case 0:
				s.Size(rapid.IntRange(1, 140).Draw(r, "w"), rapid.IntRange(1, 45).Draw(r, "h"))
			case 1:
				s.Wait(rapid.SampledFrom([]time.Duration{time.Second, 10 * time.Second, time.Minute}).Draw(r, "wait"))
			case 2:
				s.TurnDay()
			case 3:
				s.Hold()
			case 4:
				s.Release()
			}
		}
		s.Release()
		if book := replay(t, s.Memory.Journal()); book.Len() != len(s.Memory.Journal()) {
			t.Fatal("the journal holds an event twice")
		}
	})
}

// replay folds a journal, which must not contradict itself.
func replay(t *testing.T, events []model.Event) *model.Book {
	t.Helper()
	book := model.NewBook(model.World{Zone: time.LoadLocation})
	for _, e := range events {
		if _, err := book.Apply(e); err != nil {
			t.Fatalf("the journal holds %v: %v", e, err)
		}
	}
	return book
}

// Another program writes in the middle of everything: both programs' decisions
// are kept, none twice.
func TestAnyKeysBesideAnotherProgram(t *testing.T) {
	keys := strings.Fields("j k e E s u m z Z x v * enter esc tab D h l")
	rapid.Check(t, func(r *rapid.T) {
		s := uitest.Open(t, uitest.Busy)
		theirs := 0
		for _, key := range rapid.SliceOfN(rapid.SampledFrom(keys), 1, 30).Draw(r, "keys") {
			s.Press(key)
			switch rapid.IntRange(0, 6).Draw(r, "then") {
			case 0:
				theirs++
				s.Memory.Decide(s.Now(), model.LabelCreated{Label: strings.Repeat("x", theirs)})
			case 1:
				s.Hold()
			case 2:
				s.Release()
			case 3:
				s.Wait(3 * time.Second)
			}
		}
		s.Release().Wait(10 * time.Second)
		book, got := replay(t, s.Memory.Journal()), 0
		for _, e := range s.Memory.Journal() {
			if d, ok := e.Decision.(model.LabelCreated); ok && strings.Trim(d.Label, "x") == "" {
				got++
			}
		}
		if got != theirs {
			t.Fatalf("%d decisions of the other program are there, want %d", got, theirs)
		}
		if s.SeesNot("not saved"); len(s.Memory.Journal()) != book.Len() {
			t.Fatal("the journal holds an event twice")
		}
	})
}
