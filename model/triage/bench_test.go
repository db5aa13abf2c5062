package triage

import (
	"cmp"
	"fmt"
	"slices"
	"testing"
	"time"

	"cordial/model"
)

// many is n conversations, one in a hundred with the user's last word, in the
// order in which a store answers them: that of their keys.
func many(n int) threads {
	set := make(threads, n)
	for i := range set {
		set[i] = direct(fmt.Sprintf("person-%d", i), time.Duration(i)*time.Minute, i%100 == 0)
	}
	slices.SortFunc(set, func(a, b model.Thread) int { return cmp.Compare(a.Key, b.Key) })
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
