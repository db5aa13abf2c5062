package widget

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"cordial/ui/theme"
)

// pieces are what names and messages are made of, the awkward ones first.
func pieces() []string {
	return []string{
		"a", "Z", " ", "  ", "word", "-", "·", "é", "e\u0301", "\u0301", "\u0300\u0302", "ß",
		"世", "界", "日本語", "한", "ᄒ", "ᅡ", "ᆫ", "ｆ", "Ж", "я", "שלום", "مرحبا", "\u0600", "\u06dd",
		"क्षि", "த", "ி", "\u200d", "\u200c", "\ufe0f", "\ufe0e", "\u00ad", "\u2060", "\ufeff", "\u202e", "\u2066",
		"😀", "👩‍💻", "👨‍👩‍👧‍👦", "🏳️‍🌈", "👍🏽", "🏽", "🇩🇪", "🇩", "❤️", "❤", "1️⃣", "⌚", "☂", "★", "●", "▌", "…",
		"\t", "\n", "\r", "\x00", "\x07", "\x7f", "\u0085", "\u009b", "\xff", "\xc3", "\ufffd",
	}
}

// colours are sequences as the theme makes them.
func colours() []string {
	return []string{"\x1b[1m", "\x1b[38;2;1;2;3m", "\x1b[m", "\x1b[0m", "\x1b[7m", "\x1b[48;5;17m"}
}

// broken are sequences that nobody here makes, and that must do no harm.
func broken() []string {
	return []string{"\x1b", "\x1b[", "\x1b]0;title", "\x1b]8;;x\x07", "\x1bP", "\x1b[2J", "\x1b_x", "\x1b[999"}
}

func textOf(sets ...[]string) *rapid.Generator[string] {
	var all []string
	for _, s := range sets {
		all = append(all, s...)
	}
	part := rapid.OneOf(rapid.SampledFrom(all), rapid.SampledFrom(all), rapid.StringN(0, 4, -1))
	return rapid.Map(rapid.SliceOfN(part, 0, 12), func(s []string) string { return strings.Join(s, "") })
}

func hostile() *rapid.Generator[string] { return textOf(pieces(), colours(), broken()) }

// checkBlock fails unless s is h lines of w cells, alone and between others.
func checkBlock(t interface {
	Helper()
	Fatalf(string, ...any)
}, what, s string, w, h int,
) {
	t.Helper()
	if w <= 0 || h <= 0 {
		if s != "" {
			t.Fatalf("%s at %d×%d: want nothing, got %q", what, w, h, s)
		}
		return
	}
	lines := strings.Split(s, "\n")
	if len(lines) != h {
		t.Fatalf("%s at %d×%d: %d lines\n%q", what, w, h, len(lines), s)
	}
	for i, line := range lines {
		if got := ansi.StringWidth(line); got != w {
			t.Fatalf("%s at %d×%d: line %d has %d cells: %q", what, w, h, i, got, line)
		}
		if clean := neutral(line); clean != line {
			t.Fatalf("%s at %d×%d: line %d has a control: %q", what, w, h, i, line)
		}
	}
}

func TestFitIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := hostile().Draw(t, "text")
		w := rapid.IntRange(0, 60).Draw(t, "w")
		for name, f := range map[string]func(string, int) string{
			"Fit": Fit, "FitRight": FitRight, "Center": Center,
			"ascii": func(s string, w int) string { return FitTail(s, w, "~") },
			"none":  func(s string, w int) string { return FitTail(s, w, "") },
		} {
			checkBlock(t, name, f(s, w), w, 1)
		}
	})
}

func TestFitTwiceIsFitOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOf(rapid.SampledFrom([]rune("abc éßЖ世界·●"))).Draw(t, "text")
		w := rapid.IntRange(1, 30).Draw(t, "w")
		once := Fit(s, w)
		if twice := Fit(once, w); twice != once {
			t.Fatalf("Fit(%q, %d) = %q, again %q", s, w, once, twice)
		}
	})
}

func TestFitExamples(t *testing.T) {
	for _, c := range []struct {
		in   string
		w    int
		want string
	}{
		{"", 3, "   "},
		{"Maria", 5, "Maria"},
		{"Maria", 7, "Maria  "},
		{"Maria Rossi", 7, "Maria …"},
		{"Maria", 1, "…"},
		{"Jürgen", 4, "Jür…"},
		{"日本語", 5, "日本…"},
		{"日本語", 4, "日… "},
		{"日本語", 6, "日本語"},
		{"日", 1, "…"},
		{"👩‍💻 dev", 4, "👩‍💻 …"},
		{"two\nlines", 12, "two lines   "},
		{"tab\tbed", 7, "tab bed"},
		{"\x1b[1mbold\x1b[m", 6, "\x1b[1mbold\x1b[m  "},
		{"\x1b[1mbolder\x1b[m", 4, "\x1b[1mbol…\x1b[m"},
	} {
		if got := Fit(c.in, c.w); got != c.want {
			t.Errorf("Fit(%q, %d) = %q, want %q", c.in, c.w, got, c.want)
		}
	}
	if got := FitRight("12d", 5); got != "  12d" {
		t.Errorf("FitRight = %q", got)
	}
	if got := Center("ok", 5); got != " ok  " {
		t.Errorf("Center = %q", got)
	}
}

// The quick way to measure must agree with the one width function, for every
// character it claims to know and beside every kind of neighbour.
func TestSteadyCharactersAreSteady(t *testing.T) {
	for r := rune(0); r < 0x20000; r++ {
		w := steady(r)
		if w == 0 {
			continue
		}
		s := string(r)
		if got := ansi.StringWidth(s); got != w {
			t.Fatalf("%U %q: steady %d, measured %d", r, s, w, got)
		}
		for _, n := range []string{"a", "世", "─", "█", "é", "Ж", " "} {
			both := ansi.StringWidth(n) + w
			if ansi.StringWidth(s+n) != both || ansi.StringWidth(n+s) != both {
				t.Fatalf("%U joins %q", r, n)
			}
		}
	}
}

func TestWidthAgreesWithAnsi(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := hostile().Draw(t, "text")
		if got, want := Width(s), ansi.StringWidth(neutral(s)); got != want {
			t.Fatalf("Width(%q) = %d, want %d", s, got, want)
		}
	})
}

func TestGlyphsAreOneCell(t *testing.T) {
	for _, asciiOnly := range []bool{false, true} {
		g := theme.New(theme.Options{ASCII: asciiOnly}).Glyphs
		for _, s := range []string{
			g.Cursor, g.Mark, g.Unread, g.Due, g.Star, g.Ellipsis, g.Bullet, g.Sep, g.Horizontal, g.Vertical,
			g.TopLeft, g.TopRight, g.BottomLeft, g.BottomRight, g.TeeDown, g.TeeUp, g.TeeRight, g.TeeLeft, g.Cross,
			g.MeterFull, g.MeterRisk, g.MeterEmpty, g.Inbound, g.Outbound, g.Event, g.Check, g.Warn, g.Fail,
			g.Pending, g.Left, g.Right, g.Up, g.Down, g.Arrow, g.Link,
		} {
			if ansi.StringWidth(s) != 1 {
				t.Errorf("%q is %d cells", s, ansi.StringWidth(s))
			}
			if asciiOnly && !printable(s) {
				t.Errorf("%q is not ASCII", s)
			}
		}
	}
}
