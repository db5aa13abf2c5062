package cli

import (
	"strings"
	"testing"
	"unicode"

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
		if got := fold(text); got != want {
			t.Errorf("fold %q: %q, want %q", text, got, want)
		}
	}
}

// TestFoldHolds: folding again changes nothing, whatever the case of the letters.
func TestFoldHolds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		once := fold(text)
		if again := fold(once); again != once {
			t.Errorf("%q folds to %q, and that to %q", text, once, again)
		}
		name := rapid.StringOfN(rapid.RuneFrom(nil, unicode.Latin), 1, 12, -1).Draw(t, "name")
		if a, b := fold(name), fold(strings.ToLower(name)); a != b {
			t.Errorf("%q folds to %q, in small letters to %q", name, a, b)
		}
	})
}

func TestHasWords(t *testing.T) {
	tests := []struct {
		query string
		want  bool
	}{
		{"", true}, {"muller", true}, {"mull hot", true}, {"hot lead", true}, {"globex", false}, {"muller globex", false},
	}
	for _, tt := range tests {
		if got := hasWords(fold(tt.query), "Jürgen Müller", "Hot Leads"); got != tt.want {
			t.Errorf("%q: %v, want %v", tt.query, got, tt.want)
		}
	}
}
