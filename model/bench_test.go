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
