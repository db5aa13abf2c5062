package model

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// drawPeople draws a decision about some contacts, or one that takes an event back.
func drawPeople(r *rapid.T, contacts []string, events []Event) Decision {
	one, other := rapid.SampledFrom(contacts).Draw(r, "one"), rapid.SampledFrom(contacts).Draw(r, "other")
	text := rapid.SampledFrom([]string{"", "x", "y"}).Draw(r, "text")
	both := Subjects{People: []string{one, other}}
	switch rapid.IntRange(0, 8).Draw(r, "what") {
	case 0:
		return ContactRemoved{Contact: one}
	case 1:
		return ContactEdited{Contact: one, Company: &text}
	case 2:
		return ContactUnedited{Contact: one, Fields: []string{"company"}}
	case 3:
		return NoteAdded{Text: "note", Subjects: both}
	case 4, 5:
		return EventReverted{Event: rapid.SampledFrom(events).Draw(r, "event").ID}
	default:
		if one == other {
			return NoteAdded{Text: "note", Subjects: both}
		}
		if text == "" {
			return ContactApart{Contact: one, Other: other}
		}
		return ContactMerged{Contact: one, Into: other}
	}
}

// Whatever was taken back, and taken back again: the Book is the one in which what does
// not count never was.
func TestTakingBackIsAsIfItNeverWas(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		book := NewBook(utcWorld())
		var events []Event
		apply := func(b *Book, e Event) {
			if _, err := b.Apply(e); err != nil {
				r.Fatal(err)
			}
		}
		var contacts []string
		decide := func(d Decision) {
			when := at("01-01 12:00")
			e := Event{ID: fmt.Sprintf("e%d", len(events)), At: when, Recorded: when, Decision: d}
			events = append(events, e)
			apply(book, e)
		}
		for i := range 5 {
			contacts = append(contacts, fmt.Sprintf("c%d", i))
			decide(ContactAdded{Contact: contacts[i], Name: contacts[i], Company: fmt.Sprint(i % 2)})
		}
		added := len(events)
		decide(NoteAdded{Text: "first", Subjects: Subjects{People: contacts[:1]}})
		for range rapid.IntRange(1, 25).Draw(r, "steps") {
			decide(drawPeople(r, contacts, events[added:]))
		}
		never := NewBook(utcWorld())
		for place, e := range events {
			if _, reversal := e.Decision.(EventReverted); book.Live(place) && !reversal {
				apply(never, e)
			}
		}
		for _, id := range contacts {
			sameOf(r, book, never, id)
		}
		merges, removals := book.Merges(), book.Removals()
		if !reflect.DeepEqual(merges, never.Merges()) || !reflect.DeepEqual(removals, never.Removals()) {
			r.Fatalf("merges %v, removals %v; want %v, %v", merges, removals, never.Merges(), never.Removals())
		}
		if !reflect.DeepEqual(book.keptApart(), never.keptApart()) || !reflect.DeepEqual(book.Contacts(), never.Contacts()) {
			r.Fatalf("%v", book.Contacts())
		}
	})
}

// sameOf fails unless two Books say the same of a contact.
func sameOf(r *rapid.T, got, want *Book, id string) {
	k := PersonKey(id)
	if !slices.Equal(got.Keys(k), want.Keys(k)) || got.Root(k) != want.Root(k) || got.Removed(k) != want.Removed(k) {
		r.Fatalf("%s is one with %v, want %v", id, got.Keys(k), want.Keys(k))
	}
	is, _ := got.Contact(id)
	was, _ := want.Contact(id)
	if is != was {
		r.Fatalf("%+v, want %+v", is, was)
	}
	if a, b := got.State(0, k), want.State(0, k); !reflect.DeepEqual(a, b) {
		r.Fatalf("%+v, want %+v", a, b)
	}
	if a, b := got.About(0, k), want.About(0, k); len(a) != len(b) || got.Engaged(k) != want.Engaged(k) {
		r.Fatalf("%d decisions about %s, want %d", len(a), id, len(b))
	}
}
