package model

import "time"

// undoable tells whether undo takes back the event at a place: a decision of the
// user's that still counts. Reversals are undone by redo; contacts that the program
// added by itself stay, and so does imported evidence.
func (b *Book) undoable(place int) bool {
	if b.dead[place] {
		return false
	}
	switch d := b.events[place].Decision.(type) {
	case EventReverted, ExportImported:
		return false
	case ContactAdded:
		return d.Source != SourceExport
	default:
		return true
	}
}

// Undo takes back the last n steps that still count, newest first. Fewer come
// back when there are no more; none is a Refusal.
func (b *Book) Undo(n int, at time.Time) ([]Draft, error) {
	var drafts []Draft
	for place := len(b.events) - 1; place >= 0 && len(drafts) < n; place-- {
		if b.undoable(place) {
			drafts = append(drafts, Draft{At: at, Decision: EventReverted{Event: b.events[place].ID}})
		}
	}
	if len(drafts) == 0 {
		return nil, refuse("ledger 16", "", "there is nothing to undo")
	}
	return drafts, nil
}

// Redo brings back the last n steps that were undone, unless something else was
// decided since.
func (b *Book) Redo(n int, at time.Time) ([]Draft, error) {
	var drafts []Draft
	for place := len(b.events) - 1; place >= 0 && len(drafts) < n; place-- {
		r, reversal := b.events[place].Decision.(EventReverted)
		if !reversal {
			if b.undoable(place) {
				break
			}
			continue
		}
		_, ofReversal := b.events[b.index[r.Event]].Decision.(EventReverted)
		if !ofReversal && !b.dead[place] {
			drafts = append(drafts, Draft{At: at, Decision: EventReverted{Event: b.events[place].ID}})
		}
	}
	if len(drafts) == 0 {
		return nil, refuse("ledger 16", "", "there is nothing to redo")
	}
	return drafts, nil
}

// Reverted is the event that a reversal takes back.
func (b *Book) Reverted(d EventReverted) (Event, bool) {
	place, ok := b.index[d.Event]
	if !ok {
		return Event{}, false
	}
	return b.events[place], true
}
