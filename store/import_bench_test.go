package store

import (
	"testing"
	"time"

	"cordial/model"
	"cordial/store/linkedin/sample"
)

func BenchmarkImport50k(b *testing.B) {
	path, _ := sampleZip(b, sample.Size{Connections: 3000, Messages: 50_000, Invitations: 300}, 1)
	for b.Loop() {
		s := newStore(b)
		if _, err := s.Import(b.Context(), []string{path}, unowned(), nil); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkThreads20k(b *testing.B) {
	path, _ := sampleZip(b, sample.Size{Connections: 9000, Messages: 130_000, Invitations: 300}, 1)
	s := newStore(b)
	if _, err := s.Import(b.Context(), []string{path}, unowned(), nil); err != nil {
		b.Fatal(err)
	}
	var threads model.ThreadSet
	b.Run("threads", func(b *testing.B) {
		for b.Loop() {
			threads = must[model.ThreadSet](b)(s.Threads())
		}
		b.ReportMetric(float64(threads.Len()), "rows")
	})
	b.Run("row", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			threads.Row(i % threads.Len())
		}
	})
	b.Run("people", func(b *testing.B) {
		for b.Loop() {
			must[model.PeopleSet](b)(s.People())
		}
	})
	b.Run("messages", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			if _, err := s.Messages(threads.Head(i%threads.Len()).Key, time.Time{}, 50); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("check", func(b *testing.B) {
		for b.Loop() {
			if r, err := s.Check(b.Context(), false); err != nil || len(r.Faults) > 0 {
				b.Fatal(r, err)
			}
		}
	})
}
