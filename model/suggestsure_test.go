package model

import (
	"slices"
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

func TestStillSuggested(t *testing.T) {
	j := newJournal(t)
	x, y, z, u := somebody("a", "Maria Rossi"), somebody("b", "Maria Rossi"), somebody("c", "Maria Rossi"), somebody("d", "Maria Rossi")
	list := []MergeSuggestion{{A: x, B: y}, {A: y, B: z}, {A: z, B: u}}
	check := func(want ...MergeSuggestion) {
		t.Helper()
		if got := j.StillSuggested(list); !slices.Equal(got, want) {
			t.Errorf("%+v, want %+v", got, want)
		}
	}
	check(list...)
	j.take(j.KeepApart(y, x, at("03-01 10:00")))
	check(list[1], list[2])
	j.take(j.MergePeople(u, x, at("03-01 11:00")))
	check(list[1])
	j.take(j.RemoveContact(y, at("03-01 12:00")))
	check()
	j.take(j.Undo(3, at("03-02 10:00")))
	check(list...)
}
