package model

import (
	"strings"
	"testing"
)

func TestSureSuggestions(t *testing.T) {
	pair := func(text string) MergeSuggestion {
		names, likely := strings.CutSuffix(text, "!")
		return MergeSuggestion{A: Person{Key: PersonKey(names[:1]), Name: names[:1]}, B: Person{Key: PersonKey(names[1:]), Name: names[1:]}, Likely: likely}
	}
	for pairs, want := range map[string]struct {
		sure string
		left int
	}{
		"":                {"", 0},
		"ab":              {"", 0},
		"ab! cd! ef":      {"ab cd", 0},
		"ba! ca! cb!":     {"ba ca cb", 0}, // three who all look alike
		"ab! ac!":         {"", 2},         // a is b or c, and those are two
		"ab! ac! bc":      {"", 2},
		"ab! ac! xy!":     {"xy", 2},
		"ab! bc! cd!":     {"", 3},
		"ab! ac! bc! cd!": {"ab", 3}, // all that touches whom c may be is left
	} {
		var list []MergeSuggestion
		for text := range strings.FieldsSeq(pairs) {
			list = append(list, pair(text))
		}
		sure, left := SureSuggestions(list)
		var got []string
		for _, s := range sure {
			got = append(got, s.A.Name+s.B.Name)
		}
		if strings.Join(got, " ") != want.sure || left != want.left {
			t.Errorf("%s: sure of %q, %d left, want %q and %d", pairs, got, left, want.sure, want.left)
		}
	}
}

func TestKeptApart(t *testing.T) {
	j := newJournal(t)
	x, y, z := somebody("a", "Maria Rossi"), somebody("b", "Maria Rossi"), somebody("c", "Maria Rossi")
	j.take(j.KeepApart(x, y, at("03-01 10:00")))
	if !j.KeptApart(y.Key, x.Key) || j.KeptApart(x.Key, z.Key) {
		t.Error("x and y are kept apart, and nobody else")
	}
	j.take(j.Undo(1, at("03-02 10:00")))
	if j.KeptApart(x.Key, y.Key) {
		t.Error("apart although it was taken back")
	}
}
