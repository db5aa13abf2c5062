package widget

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

func TestWrapExamples(t *testing.T) {
	for _, c := range []struct {
		in   string
		w    int
		want []string
	}{
		{"", 5, []string{""}},
		{"one two three", 7, []string{"one two", "three"}},
		{"one two three", 8, []string{"one two", "three"}},
		{"one two", 3, []string{"one", "two"}},
		{"longword", 3, []string{"lon", "gwo", "rd"}},
		{"a longword b", 4, []string{"a", "long", "word", "b"}},
		{"a\nb\n\nc", 9, []string{"a", "b", "", "c"}},
		{"a\r\nb", 9, []string{"a", "b"}},
		{"end\n", 9, []string{"end", ""}},
		{"  indented text", 10, []string{"  indented", "text"}},
		{"trailing   ", 8, []string{"trailing"}},
		{"a    b", 3, []string{"a", "b"}},
		{"日本語テキスト", 5, []string{"日本", "語テ", "キス", "ト"}},
		{"日a", 1, []string{"…", "a"}},
		{"e\u0301te\u0301", 2, []string{"e\u0301t", "e\u0301"}},
		{"👩‍💻👩‍💻", 3, []string{"👩‍💻", "👩‍💻"}},
		{"x", 0, []string{""}},
	} {
		if got := Wrap(c.in, c.w); !slices.Equal(got, c.want) {
			t.Errorf("Wrap(%q, %d) = %q, want %q", c.in, c.w, got, c.want)
		}
	}
}

func TestWrapNeverExceedsAndNeverLoses(t *testing.T) {
	letters := func(s string) string {
		return strings.Map(func(r rune) rune {
			if unicode.IsSpace(r) || moves(r) || r == ansi.ESC || r == '?' {
				return -1
			}
			return r
		}, s)
	}
	rapid.Check(t, func(t *rapid.T) {
		s := hostile().Draw(t, "text")
		w := rapid.IntRange(1, 40).Draw(t, "w")
		lines := Wrap(s, w)
		for _, line := range lines {
			if ansi.StringWidth(line) > w || strings.ContainsFunc(line, moves) {
				t.Fatalf("Wrap(%q, %d): bad line %q", s, w, line)
			}
		}
		if got, want := letters(strings.Join(lines, "")), letters(s); w > 1 && got != want {
			t.Fatalf("Wrap(%q, %d) lost letters: %q, want %q", s, w, got, want)
		}
	})
}

// One word of a megabyte, and the same in wide characters and blanks: a
// quadratic wrap would not come back from this.
func TestWrapIsLinear(t *testing.T) {
	for _, unit := range []string{"a", "é", "世", " ", "a ", "👩‍💻"} {
		n := 1 << 20 / len(unit)
		lines := Wrap(strings.Repeat(unit, n), 80)
		if unit == " " {
			continue
		}
		total := 0
		for _, line := range lines {
			total += len(strings.ReplaceAll(line, " ", ""))
		}
		if want := n * len(strings.TrimSpace(unit)); total != want {
			t.Errorf("%q: %d bytes left of %d", unit, total, want)
		}
	}
}

func BenchmarkWrapMegabyteWord(b *testing.B) {
	s := strings.Repeat("é", 1<<19)
	for b.Loop() {
		Wrap(s, 80)
	}
}

func BenchmarkWrapMessage(b *testing.B) {
	s := strings.Repeat("Thanks, I would love to hear more about it. ", 20)
	for b.Loop() {
		Wrap(s, 57)
	}
}
