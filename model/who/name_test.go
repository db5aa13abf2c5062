package who

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

func TestNameWords(t *testing.T) {
	for name, want := range map[string][]string{
		"Maria Rossi":                      {"Maria", "Rossi"},
		"Dr. Maria Rossi, PhD, MBA":        {"Maria", "Rossi"},
		"Maria (she/her) Rossi | we hire!": {"Maria", "Rossi"},
		"Maria Rossi PMP® MBA":             {"Maria", "Rossi"},
		"🚀 Maria Rossi 🚀":                  {"Maria", "Rossi"},
		"Prof. Dr.":                        {"Dr."},
		"Maria (Rossi":                     {"Maria", "(Rossi"},
		"Rossi, Maria":                     {"Rossi"},
		"":                                 {},
	} {
		if got := NameWords(name); !slices.Equal(got, want) {
			t.Errorf("%q is %q, want %q", name, got, want)
		}
	}
}

// Names that are the same for a human are the same; others are not.
func TestFullName(t *testing.T) {
	for _, same := range [][]string{
		{"jurgen muller", "Jürgen Müller", "Ju\u0308rgen Mu\u0308ller, PhD", "DR. JÜRGEN  MÜLLER", "Jürgen (Jay) Müller 🎿", "\u200bJürgen Müller MBA"},
		{"soren obrien", "Søren O'Brien", "Soren O’Brien", "Soren OBrien"},
		{"anna maria weiss", "Anna-Maria Weiß", "Anna Maria Weiss"},
		{"nguyen van an", "Nguyễn Văn Ân"},
		{"мария росси", "Мария Росси"},
		{"王 小明", "王 小明"},
	} {
		for _, name := range same[1:] {
			if got := FullName(name); got != same[0] {
				t.Errorf("%q is %q, want %q", name, got, same[0])
			}
		}
	}
	for _, name := range []string{"", "Maria", "Maria 🚀", "Rossi, Maria", "Dr. Rossi", "--- ---"} {
		if got := FullName(name); got != "" {
			t.Errorf("%q is %q, and tells nobody from anybody", name, got)
		}
	}
}

// Every accented Latin letter loses what Unicode takes off it.
func TestPlainTakesAccentsOff(t *testing.T) {
	for r := rune(0xc0); r < 0x1f00; r++ {
		if r >= 0x250 && r < 0x1e00 || !unicode.IsLetter(r) {
			continue
		}
		base := strings.Map(func(r rune) rune {
			if unicode.Is(unicode.Mn, r) {
				return -1
			}
			return unicode.ToLower(r)
		}, norm.NFD.String(string(r)))
		if got := Plain(string(r)); base[0] < 0x80 && got != base {
			t.Errorf("%c is %q, want %q", r, got, base)
		}
	}
}

func TestPlainSettlesAtOnce(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		text := rapid.StringOf(rapid.OneOf(rapid.Rune(), rapid.RuneFrom([]rune("aÄß'’ -,\u0308\u200b9")))).Draw(r, "text")
		once := Plain(text)
		if again := Plain(once); again != once {
			r.Fatalf("%q becomes %q, then %q", text, once, again)
		}
		if strings.TrimSpace(once) != once || strings.Contains(once, "  ") {
			r.Fatalf("%q keeps blanks: %q", text, once)
		}
	})
}
