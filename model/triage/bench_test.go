package triage

import (
	"fmt"
	"testing"
	"time"

	"cordial/model"
)

// many is n conversations, one in a hundred with the user's last word.
func many(n int) threads {
	set := make(threads, n)
	for i := range set {
		set[i] = direct(fmt.Sprintf("person-%d", i), time.Duration(i)*time.Minute, i%100 == 0)
	}
	return set
}

func BenchmarkNewBoard100k(b *testing.B) {
	d := newDesk(many(100_000))
	for b.Loop() {
		NewBoard(d.book, d.board.threads, noon())
	}
}

// BenchmarkDecision100k archives and brings back one conversation of 100,000.
func BenchmarkDecision100k(b *testing.B) {
	d := newDesk(many(100_000))
	for b.Loop() {
		d.board.Update(model.Change{Threads: []model.Key{model.ThreadKey("person-50000")}})
	}
}

// BenchmarkPage100k reads the 36 lines of a screen in the middle of the list.
func BenchmarkPage100k(b *testing.B) {
	d := newDesk(many(100_000))
	for b.Loop() {
		for i := range 36 {
			at, _ := d.board.At(Tab{Kind: Inbox}, 50_000+i)
			d.board.Line(at)
		}
	}
}
