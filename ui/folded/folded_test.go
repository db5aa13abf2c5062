package folded

import (
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

func TestFold(t *testing.T) {
	for text, want := range map[string]string{
		"Maria Rossi":       "maria rossi",
		" Jürgen   MÜLLER ": "jurgen muller",
		"Ju\u0308rgen":      "jurgen",
		"Łukasz Østergård":  "lukasz ostergard",
		"Straße STRASSE":    "strasse strasse",
		"Þóra Æsa":          "thora aesa",
		"İstanbul ılık":     "istanbul ilik",
		"Vũ Đặng":           "vu dang",
		"ﬁne ＡＢＣ":           "fine abc",
		"Андрей ЖУРАВЛЁВ":   "андреи журавлев",
		"李小龍":               "李小龍",
		"a\u200bb\x1bc":     "a b\ufffdc",
		"":                  "",
		"José\u00a0Ibáñez":  "jose ibanez",
	} {
		if got := Text(text); got != want {
			t.Errorf("fold %q: %q, want %q", text, got, want)
		}
	}
}

// TestFoldHolds: a name is the same in small and capital letters, and however its
// accents are written.
func TestFoldHolds(t *testing.T) {
	letters := rapid.RuneFrom([]rune{' '}, unicode.Latin, unicode.Greek, unicode.Cyrillic)
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.StringOf(letters).Draw(t, "name")
		want := Text(name)
		for how, same := range map[string]string{
			"small": strings.ToLower(name), "taken apart": norm.NFD.String(name), "put together": norm.NFC.String(name),
		} {
			if got := Text(same); got != want {
				t.Errorf("%q folds to %q, and %s, %q, to %q", name, want, how, same, got)
			}
		}
	})
}
