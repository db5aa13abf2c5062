package linkedin

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestArenaKeepsWhatItIsGiven(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := newArena()
		want := rapid.SliceOfN(rapid.StringN(0, 20, -1), 0, 50).Draw(t, "texts")
		want = append(want, strings.Repeat("x", chunk/2+1), strings.Repeat("y", chunk/2+1), strings.Repeat("z", 2*chunk), "end")
		got := make([]string, len(want))
		for i, text := range want {
			got[i] = a.keep(text)
		}
		if !slices.Equal(got, want) {
			t.Fatal("a text has changed")
		}
	})
}
