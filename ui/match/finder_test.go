package match

import (
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// Typed letter by letter, taken back and changed: the answers are those of a search
// from the beginning.
func TestFinderAnswersWhatFindAnswers(t *testing.T) {
	texts := []string{"Maria Rossi Acme", "Jürgen Müller Globex", "Mario Rossi", "Lena Öztürk Globex", "王小明 上海", "", "a b c"}
	rapid.Check(t, func(r *rapid.T) {
		x := Strings(texts...)
		skipped := rapid.IntRange(-1, len(texts)-1).Draw(r, "skipped")
		f := NewFinder(x, func(item int) bool { return item == skipped })
		left := make([]string, len(texts))
		for i, text := range texts {
			if i != skipped {
				left[i] = text
			}
		}
		query := ""
		for range rapid.IntRange(1, 12).Draw(r, "keys") {
			switch letter := rapid.SampledFrom(strings.Split("m a r i o ü g l x 小 \b", " ")).Draw(r, "letter"); letter {
			case "\b":
				runes := []rune(query)
				query = string(runes[:max(0, len(runes)-1)])
			default:
				query += letter
			}
			if rapid.Bool().Draw(r, "blank") {
				query += " "
			}
			limit := rapid.IntRange(0, 4).Draw(r, "limit")
			var want []Hit
			wanted := 0
			all, _ := x.Find(query, len(texts))
			for _, h := range all {
				if h.Item != skipped {
					wanted++
					if len(want) < limit {
						want = append(want, h)
					}
				}
			}
			if got, total := f.Find(query, limit); total != wanted || !reflect.DeepEqual(got, want) {
				r.Fatalf("%q: %v of %d, want %v of %d", query, got, total, want, wanted)
			}
		}
	})
}

func BenchmarkFinder(b *testing.B) {
	names := strings.Fields("Maria Jürgen Aiko Samuel Priya Diego Lena Pavel François Wang Rossi Müller Nakamura Shah")
	x := NewIndex(100_000, func(i int) string {
		return names[i%len(names)] + " " + names[i/7%len(names)] + " " + names[i/31%len(names)] + " & Co"
	})
	b.Run("letter-by-letter", func(b *testing.B) {
		for b.Loop() {
			f := NewFinder(x, nil)
			for at := range "müller maria" {
				f.Find("müller maria"[:at], 100)
			}
		}
	})
	b.Run("one-more-letter", func(b *testing.B) {
		f := NewFinder(x, nil)
		for b.Loop() {
			f.Find("muller mari", 100)
			f.Find("muller maria", 100)
			f.among, f.query = nil, ""
		}
	})
}
