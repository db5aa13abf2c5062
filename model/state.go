package model

import (
	"slices"
	"strings"
	"time"
)

// State is what the user decided about one thread.
type State struct {
	ArchivedAt time.Time // zero when not archived
	Starred    bool
	Muted      bool
	ReadAt     time.Time // the last time it was read, zero for never
	Unread     bool      // marked unread by hand since
	Labels     []string  // in the order in which they were put on
	Reminder   *Reminder // nil for none
	Notes      []Note    // oldest first
}

// Reminder is a wish to be reminded.
type Reminder struct {
	Due       time.Time
	Set       time.Time
	Text      string
	IfNoReply bool // a message of theirs after Set clears it
}

// Note is a private note.
type Note struct {
	At   time.Time
	Text string
}

// HasLabel tells whether a label is on, in any case of its letters.
func (s State) HasLabel(label string) bool { return s.labelAt(label) >= 0 }

// labelAt is the place of a label, -1 when it is not on.
func (s State) labelAt(label string) int {
	return slices.IndexFunc(s.Labels, func(l string) bool { return strings.EqualFold(l, label) })
}

// State folds the decisions about a thread and, for a direct conversation, those
// about the person on its other side (0 for none), in the order of the journal.
func (b *Book) State(thread, person Key) State {
	var s State
	a, p := b.threads[thread], []int(nil)
	if person != 0 {
		p = b.placesOf(person)
	}
	for len(a) > 0 || len(p) > 0 {
		var place int
		if len(p) == 0 || len(a) > 0 && a[0] < p[0] {
			place, a = a[0], a[1:]
		} else {
			place, p = p[0], p[1:]
		}
		if !b.dead[place] {
			s = s.with(b.events[place], b.labelName)
		}
	}
	return s
}

// Touched tells whether any triage decision was ever taken about the thread or
// person; most threads of an export never are, and need no State.
func (b *Book) Touched(thread, person Key) bool {
	return len(b.threads[thread]) > 0 || person != 0 && len(b.placesOf(person)) > 0
}

// TouchedPeople lists the people that any decision is about, in no order, without
// those who became part of somebody.
func (b *Book) TouchedPeople() []Key {
	keys := make([]Key, 0, len(b.people))
	for k := range b.people {
		if b.Root(k) == k {
			keys = append(keys, k)
		}
	}
	return keys
}

// with is the state after one more decision. name gives a label the spelling it
// was made with.
func (s State) with(e Event, name func(string) string) State {
	switch d := e.Decision.(type) {
	case ThreadMarked:
		return s.marked(d.Mark, e.At)
	case LabelApplied:
		if !s.HasLabel(d.Label) {
			s.Labels = append(s.Labels, name(d.Label))
		}
	case LabelRemoved:
		if i := s.labelAt(d.Label); i >= 0 {
			s.Labels = slices.Delete(s.Labels, i, i+1)
		}
	case ReminderSet:
		s.Reminder = &Reminder{Due: d.Due, Set: e.At, Text: d.Text, IfNoReply: d.IfNoReply}
		s.ArchivedAt = time.Time{}
	case ReminderDone:
		s.Reminder = nil
	case NoteAdded:
		s.Notes = append(s.Notes, Note{At: e.At, Text: d.Text})
	}
	return s
}

// marked is the state after one more mark.
func (s State) marked(m Mark, at time.Time) State {
	switch m {
	case MarkArchived:
		s.ArchivedAt = at
	case MarkUnarchived:
		s.ArchivedAt = time.Time{}
	case MarkStarred, MarkUnstarred:
		s.Starred = m == MarkStarred
	case MarkMuted, MarkUnmuted:
		s.Muted = m == MarkMuted
	case MarkRead:
		s.ReadAt, s.Unread = at, false
	case MarkUnread:
		s.Unread = true
	}
	return s
}

// ReadBefore is the instant up to which messages count as read although nobody
// opened them: the newest message of the first import that brought any, because
// LinkedIn's export does not tell what was read. Zero before it.
func (b *Book) ReadBefore() time.Time {
	for _, place := range b.imports {
		if newest := b.events[place].Decision.(ExportImported).Newest; !b.dead[place] && !newest.IsZero() {
			return newest
		}
	}
	return time.Time{}
}

// LastImport is the last import that still counts.
func (b *Book) LastImport() (Event, bool) {
	for _, place := range slices.Backward(b.imports) {
		if !b.dead[place] {
			return b.events[place], true
		}
	}
	return Event{}, false
}
