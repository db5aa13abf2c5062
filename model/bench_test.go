package model

import (
	"fmt"
	"testing"
	"time"
)

// BenchmarkFold100k folds a hundred thousand decisions: what an opening costs
// after many years.
func BenchmarkFold100k(b *testing.B) {
	events := make([]Event, 0, 100_000)
	for i := range cap(events) {
		key := ThreadKey(fmt.Sprint(i % 5_000))
		s := Subjects{Threads: []string{key.ThreadID()}}
		var d Decision = ThreadMarked{Mark: MarkArchived, Subjects: s}
		if i%3 == 0 {
			d = LabelApplied{Label: "Hot Leads", Subjects: s}
		}
		when := at("01-01 09:00").Add(time.Duration(i) * time.Minute)
		events = append(events, Event{ID: fmt.Sprint(i), At: when, Recorded: when, Decision: d})
	}
	for b.Loop() {
		book := NewBook(utcWorld())
		for _, e := range events {
			if _, err := book.Apply(e); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// BenchmarkPeople5k removes five thousand people, merges as many, and takes all of it
// back.
func BenchmarkPeople5k(b *testing.B) {
	var events []Event
	add := func(d Decision) {
		when := at("01-01 09:00").Add(time.Duration(len(events)) * time.Second)
		events = append(events, Event{ID: fmt.Sprint(len(events)), At: when, Recorded: when, Decision: d})
	}
	const n = 5_000
	for i := range 3 * n {
		add(ContactAdded{Contact: fmt.Sprint("c", i), Name: "N"})
	}
	for i := range n {
		add(ContactRemoved{Contact: fmt.Sprint("c", i)})
		add(ContactMerged{Contact: fmt.Sprint("c", n+i), Into: fmt.Sprint("c", 2*n+i)})
	}
	for i := range 2 * n {
		add(EventReverted{Event: fmt.Sprint(3*n + i)})
	}
	for b.Loop() {
		book := NewBook(utcWorld())
		for _, e := range events {
			if _, err := book.Apply(e); err != nil {
				b.Fatal(err)
			}
		}
	}
}
