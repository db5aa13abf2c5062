package match

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/junegunn/fzf/src/algo"
	"github.com/junegunn/fzf/src/util"
)

// Index is a list of texts, folded once so that each search only compares. It
// does not change and may be searched from several goroutines.
type Index struct{ texts []util.Chars }

// Hit is a text that matches.
type Hit struct {
	Item  int   // its place in the list
	Score int   // the higher, the better; 0 without a query
	At    []int // the characters (runes of the text, ascending) that the query hit
}

// The scratch memory of one search: enough for a name and a company of 200
// letters; longer texts are matched a little less cleverly.
const (
	slab16 = 16 << 10
	slab32 = 4 << 10
)

// fillTables is fzf's set-up: it keeps the weights of word starts in tables of
// its own, which must be filled once before the first match.
//
//nolint:gochecknoglobals // fzf's tables are global, so filling them once is, too
var fillTables = sync.OnceFunc(func() { algo.Init("default") })

// NewIndex folds n texts. Texts need not be clean: they are compared, never
// shown.
func NewIndex(n int, text func(i int) string) *Index {
	fillTables()
	x := &Index{texts: make([]util.Chars, n)}
	var arena []byte
	for i := range n {
		folded, ascii := fold(text(i))
		if !ascii {
			x.texts[i] = util.RunesToChars(folded)
			continue
		}
		if len(folded) > cap(arena)-len(arena) {
			arena = make([]byte, 0, max(64<<10, len(folded)))
		}
		start := len(arena)
		for _, r := range folded {
			arena = append(arena, byte(r))
		}
		x.texts[i] = util.ToChars(arena[start:len(arena):len(arena)])
	}
	return x
}

// Strings is an index of a few texts.
func Strings(texts ...string) *Index {
	return NewIndex(len(texts), func(i int) string { return texts[i] })
}

// Len is the number of texts.
func (x *Index) Len() int { return len(x.texts) }

// fold lowers a text and takes accents off its letters, rune by rune, so that a
// place in it is the same place in the text.
func fold(s string) (folded []rune, ascii bool) {
	folded, ascii = []rune(s), true
	for i, r := range folded {
		if r >= 'A' && r <= 'Z' {
			folded[i] = r + 'a' - 'A'
		} else if r > unicode.MaxASCII {
			folded[i] = plain(r)
			ascii = ascii && folded[i] <= unicode.MaxASCII
		}
	}
	return folded, ascii
}

// plain is a letter without case and accent.
func plain(r rune) rune {
	return unicode.ToLower(algo.NormalizeRunes([]rune{unicode.ToLower(r)})[0])
}

// terms are the words of a query, folded; an accent typed as a character of its
// own says nothing that its letter does not.
func terms(query string) [][]rune {
	var all [][]rune
	for _, word := range strings.Fields(query) {
		folded, _ := fold(word)
		folded = slices.DeleteFunc(folded, func(r rune) bool { return unicode.Is(unicode.Mn, r) })
		if len(folded) > 0 {
			all = append(all, folded)
		}
	}
	return all
}

// found is a text and how well it matches.
type found struct{ item, score, length int }

// Find answers the best texts that match, at most limit of them, and how many
// there are in all. Every word of the query must be in the text, its letters in
// order; letters that stand together and at the beginning of words count more,
// then the shorter text, then the earlier one. An empty query finds all texts
// in their own order.
func (x *Index) Find(query string, limit int) (hits []Hit, total int) {
	words := terms(query)
	if len(words) == 0 {
		for i := range min(max(0, limit), len(x.texts)) {
			hits = append(hits, Hit{Item: i})
		}
		return hits, len(x.texts)
	}
	slab := util.MakeSlab(slab16, slab32)
	best := make([]found, 0, max(0, limit)+1)
	for i := range x.texts {
		score, ok := x.score(i, words, slab)
		if !ok {
			continue
		}
		total++
		best = keep(best, found{i, score, x.texts[i].Length()}, limit)
	}
	for _, f := range best {
		hits = append(hits, Hit{Item: f.item, Score: f.score, At: x.places(f.item, words, slab)})
	}
	return hits, total
}

// score adds up how well a text matches each word. Words that can't match are
// ruled out first, since weighing the others costs most.
func (x *Index) score(i int, words [][]rune, slab *util.Slab) (score int, ok bool) {
	if len(words) > 1 && x.texts[i].IsBytes() {
		for _, w := range words {
			if !within(w, x.texts[i].Bytes()) {
				return 0, false
			}
		}
	}
	for _, w := range words {
		r, _ := algo.FuzzyMatchV2(true, false, true, &x.texts[i], w, false, slab)
		if r.Start < 0 {
			return 0, false
		}
		score += r.Score
	}
	return score, true
}

// within tells whether the letters of a word are in an ASCII text, in order.
func within(word []rune, text []byte) bool {
	for _, r := range word {
		at := bytes.IndexByte(text, byte(r))
		if at < 0 || r > unicode.MaxASCII {
			return false
		}
		text = text[at+1:]
	}
	return true
}

// keep files a text among the best so far, which never exceed limit.
func keep(best []found, f found, limit int) []found {
	if len(best) >= limit && (limit <= 0 || compare(best[len(best)-1], f) <= 0) {
		return best
	}
	at, _ := slices.BinarySearchFunc(best, f, compare)
	best = slices.Insert(best, at, f)
	return best[:min(len(best), limit)]
}

// compare puts the better match first.
func compare(a, b found) int {
	return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.length, b.length), cmp.Compare(a.item, b.item))
}

// places are the characters of a text that the words hit.
func (x *Index) places(i int, words [][]rune, slab *util.Slab) []int {
	var at []int
	for _, w := range words {
		if _, places := algo.FuzzyMatchV2(true, false, true, &x.texts[i], w, true, slab); places != nil {
			at = append(at, *places...)
		}
	}
	slices.Sort(at)
	return slices.Compact(at)
}
