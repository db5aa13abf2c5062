package match_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"cordial/ui/match"
)

func TestFind(t *testing.T) {
	people := []string{
		"Jürgen Müller", "Maria Rossi", "Łukasz Żak", "Lena Öztürk", "Marianne Rosenthal",
		"Ross Mariani", "Øystein Åberg", "王小明", "محمد علي", "Ann Lee", "Joanna Klee",
		"Mu\u0308ller Combined", "", "François-Élie D'Arc",
	}
	for _, c := range []struct {
		name, query string
		want        []string
	}{
		{"accents need not be typed", "muller", []string{"Jürgen Müller", "Mu\u0308ller Combined"}},
		{"nor need they be there", "Mária", []string{"Maria Rossi", "Ross Mariani", "Marianne Rosenthal"}},
		{"a typed accent of its own", "mu\u0308ll", []string{"Jürgen Müller", "Mu\u0308ller Combined"}},
		{"any case", "LUKASZ", []string{"Łukasz Żak"}},
		{"letters with a gap", "lzt", []string{"Lena Öztürk"}},
		{"words in any order", "rossi maria", []string{"Maria Rossi", "Ross Mariani"}},
		{"beginnings of words first", "mar", []string{"Maria Rossi", "Ross Mariani", "Marianne Rosenthal"}},
		{"the whole word before a part", "ann", []string{"Ann Lee", "Joanna Klee", "Marianne Rosenthal"}},
		{"strokes", "oystein aberg", []string{"Øystein Åberg"}},
		{"Chinese", "小明", []string{"王小明"}},
		{"Arabic", "محمد", []string{"محمد علي"}},
		{"punctuation", "darc", []string{"François-Élie D'Arc"}},
		{"nothing", "xyzzy", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			hits, total := match.Strings(people...).Find(c.query, len(people))
			var got []string
			for _, h := range hits {
				got = append(got, people[h.Item])
			}
			if !slices.Equal(got, c.want) || total != len(c.want) {
				t.Errorf("%q finds %q (%d), want %q", c.query, got, total, c.want)
			}
		})
	}
}

func TestFindAllAndLimit(t *testing.T) {
	x := match.Strings("b", "a", "ab")
	if hits, total := x.Find("  ", 2); total != 3 || len(hits) != 2 || hits[0].Item != 0 || hits[1].Item != 1 {
		t.Errorf("no query: %v of %d, want the first two in their own order of 3", hits, total)
	}
	if hits, total := x.Find("a", 1); total != 2 || len(hits) != 1 || hits[0].Item != 1 {
		t.Errorf("limit 1: %v of %d, want the shorter of two", hits, total)
	}
	for _, none := range []int{0, -1} {
		if hits, total := x.Find("a", none); total != 2 || len(hits) != 0 {
			t.Errorf("limit %d: %v of %d", none, hits, total)
		}
	}
	if hits, total := match.Strings().Find("a", 5); total != 0 || hits != nil {
		t.Errorf("an empty index finds %v of %d", hits, total)
	}
}

func TestPlaces(t *testing.T) {
	for _, c := range []struct {
		text, query string
		want        []int
	}{
		{"Jürgen Müller", "mul", []int{7, 8, 9}},
		{"王小明", "明", []int{2}},
		{"Maria Rossi", "ross mar", []int{0, 1, 2, 6, 7, 8, 9}},
		{"aa", "a a", []int{0}},
	} {
		hits, _ := match.Strings(c.text).Find(c.query, 1)
		if len(hits) != 1 || !slices.Equal(hits[0].At, c.want) {
			t.Errorf("%q in %q hits %v, want %v", c.query, c.text, hits, c.want)
		}
	}
}

// Whatever is asked, the answer is in order, within the limit, and its places
// spell the query's letters; a smaller limit is a beginning of a larger one.
func TestFindHolds(t *testing.T) {
	text := rapid.StringOfN(rapid.RuneFrom([]rune("abAB äÖé小ß-'\u0308")), 0, 12, -1)
	rapid.Check(t, func(t *rapid.T) {
		texts := rapid.SliceOfN(text, 0, 20).Draw(t, "texts")
		query := text.Draw(t, "query")
		x := match.Strings(texts...)
		all, total := x.Find(query, len(texts))
		if len(all) != total {
			t.Fatalf("%d hits, total %d", len(all), total)
		}
		some, again := x.Find(query, len(texts)/2)
		if again != total || len(some) > len(texts)/2 {
			t.Fatalf("half the limit: %d of %d, was %d", len(some), again, total)
		}
		for i, h := range all {
			if i < len(some) && some[i].Item != h.Item {
				t.Fatalf("hit %d differs with the limit: %v, %v", i, some[i], h)
			}
			if !slices.IsSorted(h.At) || len(slices.Compact(slices.Clone(h.At))) != len(h.At) {
				t.Fatalf("places %v", h.At)
			}
			if n := len(h.At); n > 0 && h.At[n-1] >= utf8.RuneCountInString(texts[h.Item]) {
				t.Fatalf("places %v in %q", h.At, texts[h.Item])
			}
		}
	})
}

// A text is always found by itself and by its words turned round.
func TestFindsItself(t *testing.T) {
	word := rapid.StringMatching(`[a-zA-ZäöüÄÖÜéèłŁøØ]{1,8}`)
	rapid.Check(t, func(t *rapid.T) {
		a, b := word.Draw(t, "a"), word.Draw(t, "b")
		for _, query := range []string{a, b, a + " " + b, b + " " + a, strings.ToUpper(a), strings.ToLower(b)} {
			if hits, _ := match.Strings(a+" "+b).Find(query, 1); len(hits) != 1 {
				t.Fatalf("%q does not find %q", query, a+" "+b)
			}
		}
	})
}

// names are n people as an export has them: a name and a company.
func names(n int) []string {
	first := []string{"Maria", "Jürgen", "Aiko", "Samuel", "Priya", "Diego", "Lena", "Pavel", "François", "王小明"}
	last := []string{"Rossi", "Müller", "Nakamura", "O'Brien", "Shah", "García", "Öztürk", "Ivanov", "Smith", "Andersson"}
	company := []string{"Acme", "Globex Corporation", "Initech", "Umbrella Health", "Stark Industries", "Wayne & Söhne GmbH"}
	list := make([]string, n)
	for i := range list {
		list[i] = fmt.Sprintf("%s %s %s %s", first[i%10], last[i/10%10], last[i/100%10], company[i%6])
	}
	return list
}

func BenchmarkFind(b *testing.B) {
	x := match.Strings(names(100_000)...)
	for _, query := range []string{"a", "mar", "muller", "rossi maria", "an in co", "xyz"} {
		b.Run(strings.ReplaceAll(query, " ", "+"), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				x.Find(query, 50)
			}
		})
	}
}

func BenchmarkIndex(b *testing.B) {
	list := names(100_000)
	b.ReportAllocs()
	for b.Loop() {
		match.Strings(list...)
	}
}
