package match

import (
	"strings"

	"github.com/junegunn/fzf/src/util"
)

// Finder asks an index one query after the other, as somebody types them: a query
// that goes on where the last one ended is looked for only among what that one found.
// It answers what Find answers.
type Finder struct {
	index *Index
	skip  func(item int) bool
	query string
	among []int32 // what the last query found, in the order of the list; nil for all
}

// NewFinder asks an index, as if the items that skip names were not in it; nil skips
// none.
func NewFinder(x *Index, skip func(item int) bool) *Finder { return &Finder{index: x, skip: skip} }

// Find answers the best texts that match, at most limit of them, and how many there
// are in all.
func (f *Finder) Find(query string, limit int) (hits []Hit, total int) {
	words := terms(query)
	if f.among != nil && !strings.HasPrefix(query, f.query) {
		f.among = nil
	}
	slab := util.MakeSlab(slab16, slab32)
	best := make([]found, 0, max(0, limit)+1)
	matching := []int32{}
	f.each(func(i int32) {
		score, ok := f.index.score(int(i), words, slab)
		if !ok {
			return
		}
		matching = append(matching, i)
		best = keep(best, found{int(i), score, f.index.texts[i].Length()}, limit)
	})
	if len(words) == 0 {
		return f.first(matching, limit), len(matching) // every text begins so: nothing to remember
	}
	f.query, f.among = query, matching
	for _, b := range best {
		hits = append(hits, Hit{Item: b.item, Score: b.score, At: f.index.places(b.item, words, slab)})
	}
	return hits, len(matching)
}

// each goes through the items that the query may match.
func (f *Finder) each(visit func(i int32)) {
	if f.among != nil {
		for _, i := range f.among {
			visit(i)
		}
		return
	}
	for i := range f.index.texts {
		if f.skip == nil || !f.skip(i) {
			visit(int32(i))
		}
	}
}

// first is the answer to an empty query: the list in its own order.
func (f *Finder) first(matching []int32, limit int) (hits []Hit) {
	f.query, f.among = "", nil
	for _, i := range matching[:min(len(matching), max(0, limit))] {
		hits = append(hits, Hit{Item: int(i)})
	}
	return hits
}
