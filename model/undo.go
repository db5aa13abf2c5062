package model

import (
	"fmt"
	"iter"
	"slices"
	"time"
)

// Step is what one key, one command or one import did, as far as it still counts: undo
// takes all of it back.
type Step struct {
	Events []Event // the newest first, never none
}

// Import is the event of an import, if that is the step: what it brought is evidence,
// which only the store can take away.
func (s Step) Import() (Event, bool) {
	_, ok := s.Events[0].Decision.(ExportImported)
	return s.Events[0], ok
}

// reversal takes the step back.
func (s Step) reversal(at time.Time, group int) []Draft {
	drafts := make([]Draft, len(s.Events))
	for i, e := range s.Events {
		drafts[i] = Draft{At: at, Decision: EventReverted{Event: e.ID}, Group: group}
	}
	return drafts
}

// Steps goes through what undo takes back, the newest first.
func (b *Book) Steps() iter.Seq[Step] {
	return func(yield func(Step) bool) {
		for place := len(b.events) - 1; place >= 0; place-- {
			if !b.undoable(place) || !b.lastTogether(place) {
				continue // with others of its step, which has had its turn
			}
			var s Step
			for _, p := range slices.Backward(b.together(place)) {
				if b.undoable(p) {
					s.Events = append(s.Events, b.events[p])
				}
			}
			if !yield(s) {
				return
			}
		}
	}
}

// together is the places of what still counts of the step that the event at a place is
// part of, ascending.
func (b *Book) together(place int) []int {
	step := b.events[place].Step
	if step == "" {
		return []int{place}
	}
	var places []int
	for _, p := range b.steps[step] {
		if !b.dead[p] {
			places = append(places, p)
		}
	}
	return places
}

// lastTogether tells whether no later event of the same step still counts.
func (b *Book) lastTogether(place int) bool {
	for _, p := range slices.Backward(b.steps[b.events[place].Step]) {
		if !b.dead[p] {
			return p == place
		}
	}
	return true
}

// undoable tells whether undo takes back the event at a place: a decision of the
// user's, or an import, that still counts. Reversals are undone by redo, and contacts
// that the program added by itself stay.
func (b *Book) undoable(place int) bool {
	d := b.events[place].Decision
	_, reversal := d.(EventReverted)
	return !b.dead[place] && !reversal && ofTheUser(d)
}

// ImportToUndo is the event of an import, if that is the next step to undo.
func (b *Book) ImportToUndo() (Event, bool) {
	for s := range b.Steps() {
		return s.Import()
	}
	return Event{}, false
}

// Undo takes back the last n steps that still count, newest first. Fewer come back
// when there are no more, or when the next one is an import, whose evidence is the
// store's; none is a Refusal.
func (b *Book) Undo(n int, at time.Time) ([]Draft, error) {
	var drafts []Draft
	for s := range b.Steps() {
		_, ofImport := s.Import()
		if n == 0 || ofImport {
			break
		}
		drafts = append(drafts, s.reversal(at, n)...)
		n--
	}
	if len(drafts) == 0 {
		return nil, refuse("ledger 16", "", "there is nothing to undo")
	}
	return drafts, nil
}

// TakeBack takes one step back; one that is an import is a Refusal.
func (b *Book) TakeBack(s Step, at time.Time) ([]Draft, error) {
	if e, ok := s.Import(); ok {
		return nil, refuse("ledger 16", "", "%s is taken back by the store", e.Decision.(ExportImported).called())
	}
	return s.reversal(at, 0), nil
}

// Redo brings back the last n steps that were undone, unless something else was
// decided since. An import that was taken back is a Refusal: what it brought is gone.
func (b *Book) Redo(n int, at time.Time) ([]Draft, error) {
	var drafts []Draft
	for place := len(b.events) - 1; place >= 0 && n > 0; place-- {
		r, reversal := b.events[place].Decision.(EventReverted)
		if !reversal && b.undoable(place) {
			break
		}
		if !b.takesBack(place) || !b.lastTogether(place) {
			continue
		}
		if gone, ok := b.events[b.index[r.Event]].Decision.(ExportImported); ok {
			if len(drafts) == 0 {
				return nil, refuse("ledger 16", "import the file again", "%s was taken back, and what it brought is gone", gone.called())
			}
			break
		}
		for _, p := range b.together(place) {
			drafts = append(drafts, Draft{At: at, Decision: EventReverted{Event: b.events[p].ID}, Group: n})
		}
		n--
	}
	if len(drafts) == 0 {
		return nil, refuse("ledger 16", "", "there is nothing to redo")
	}
	return drafts, nil
}

// takesBack tells whether the event at a place takes back something that was decided,
// and still counts.
func (b *Book) takesBack(place int) bool {
	r, reversal := b.events[place].Decision.(EventReverted)
	if !reversal || b.dead[place] {
		return false
	}
	_, ofReversal := b.events[b.index[r.Event]].Decision.(EventReverted)
	return !ofReversal
}

// called is what people call the import.
func (d ExportImported) called() string {
	if d.Name == "" {
		return "the import"
	}
	return fmt.Sprintf("the import of %s", d.Name)
}

// Reverted is the event that a reversal takes back.
func (b *Book) Reverted(d EventReverted) (Event, bool) {
	place, ok := b.index[d.Event]
	if !ok {
		return Event{}, false
	}
	return b.events[place], true
}
