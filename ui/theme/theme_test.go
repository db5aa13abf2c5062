package theme

import (
	"math"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/lucasb-eyer/go-colorful"
)

func all() []Options {
	var list []Options
	for _, name := range append(palettes(), "") {
		for _, dark := range []bool{true, false} {
			for _, p := range []Profile{None, Colors16, Colors256, TrueColor} {
				list = append(list, Options{Name: name, Dark: dark, Profile: p, ASCII: p == None})
			}
		}
	}
	return list
}

// luminance is WCAG 2's relative luminance of "#rrggbb".
func luminance(t *testing.T, hex string) float64 {
	t.Helper()
	if len(hex) != 7 || hex[0] != '#' {
		t.Fatalf("%q is no colour", hex)
	}
	r, g, b, _ := ansi.HexColor(hex).RGBA()
	linear := func(v uint32) float64 {
		c := float64(v) / 0xffff
		if c <= 0.04045 {
			return c / 12.92
		}
		return math.Pow((c+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}

func contrast(t *testing.T, a, b string) float64 {
	t.Helper()
	x, y := luminance(t, a), luminance(t, b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// backgrounds are those of common terminals: pure, and the greys and creams
// of popular palettes.
func backgrounds(dark bool) []string {
	if dark {
		return []string{"#000000", "#121212", "#1e1e1e", "#282c34", "#002b36"}
	}
	return []string{"#ffffff", "#fafafa", "#f5f5f5", "#fdf6e3"}
}

// decoration is what nobody has to read: lines, the empty part of a meter, and
// what a dialog has put out of reach. It has to be visible, not legible.
func decoration(r Role) bool { return r == Border || r == MeterEmpty || r == Behind }

// Screen rule 8: 4.5:1 for every 24-bit theme, on every usual background and
// on the selected row.
func TestContrast(t *testing.T) {
	for _, name := range append(palettes(), "") {
		for _, dark := range []bool{true, false} {
			p := paletteFor(name, dark)
			need := 4.5
			if name == nameHighContrast {
				need = 7
			}
			for i := range roleCount {
				r := Role(i)
				want := need
				if decoration(r) {
					want = 1.4
				}
				if r >= Tint0 {
					want = 4.5
				}
				fg := p.style(r).fg
				for _, bg := range backgrounds(dark) {
					if fg != "" && contrast(t, fg, bg) < want {
						t.Errorf("%q dark=%v role %d: %s on %s is %.2f:1", name, dark, i, fg, bg, contrast(t, fg, bg))
					}
				}
				onRow := p.style(r).onRow(p).fg
				if decoration(r) {
					want = 1
				}
				if got := contrast(t, onRow, p.row); got < min(want, 4.5) {
					t.Errorf("%q dark=%v role %d on the selected row: %s on %s is %.2f:1", name, dark, i, onRow, p.row, got)
				}
			}
			for _, bg := range backgrounds(dark) {
				if contrast(t, p.row, bg) > 2.6 {
					t.Errorf("%q dark=%v: the selected row %s shouts on %s", name, dark, p.row, bg)
				}
			}
		}
	}
}

// seenBy is the colour as a reader with the named colour blindness sees it: the
// matrices of Machado, Oliveira and Fernandes (2009) for its full severity.
func seenBy(t *testing.T, name, hex string) colorful.Color {
	t.Helper()
	c, err := colorful.Hex(hex)
	if err != nil {
		t.Fatal(err)
	}
	var m [9]float64
	switch name {
	case nameDeuteranopia:
		m = [9]float64{0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881}
	case nameTritanopia:
		m = [9]float64{1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900}
	default:
		return c
	}
	r, g, b := c.LinearRgb()
	return colorful.LinearRgb(m[0]*r+m[1]*g+m[2]*b, m[3]*r+m[4]*g+m[5]*b, m[6]*r+m[7]*g+m[8]*b).Clamped()
}

// The three states look apart to the reader that each palette is for.
func TestStatesDiffer(t *testing.T) {
	for _, name := range append(palettes(), "") {
		for _, dark := range []bool{true, false} {
			p := paletteFor(name, dark)
			states := []string{p.good, p.due, p.danger}
			for i, a := range states {
				for _, b := range states[i+1:] {
					if d := seenBy(t, name, a).DistanceCIEDE2000(seenBy(t, name, b)); d < 0.15 {
						t.Errorf("%q dark=%v: %s and %s look alike (%.2f)", name, dark, a, b, d)
					}
				}
			}
		}
	}
}

func TestPaintIsPrefixAndSuffix(t *testing.T) {
	for _, o := range all() {
		for _, th := range []*Theme{New(o), New(o).Selected()} {
			for r := range roleCount {
				got := th.Paint(Role(r), "text")
				if ansi.Strip(got) != "text" {
					t.Errorf("%+v role %d: %q", o, r, got)
				}
				before, after := th.Span(Role(r))
				if got != before+"text"+after {
					t.Errorf("%+v role %d: Span and Paint differ: %q", o, r, got)
				}
				if th.Paint(Role(r), "") != "" {
					t.Errorf("%+v role %d paints nothing", o, r)
				}
				if strings.Contains(got, "\x1b") && !strings.HasSuffix(got, ansi.ResetStyle) {
					t.Errorf("%+v role %d leaks: %q", o, r, got)
				}
			}
		}
	}
}

// NO_COLOR means no colour: bold, faint, underline and reverse at most.
func TestNoneHasNoColour(t *testing.T) {
	for _, th := range []*Theme{New(Options{}), New(Options{Name: nameTritanopia, Dark: true}).Selected()} {
		for r := range roleCount {
			before, _ := th.Span(Role(r))
			for _, code := range strings.Split(strings.Trim(before, "\x1b[m"), ";") {
				if !strings.Contains(" 1 2 4 7 ", " "+code+" ") && code != "" {
					t.Errorf("role %d: %q", r, before)
				}
			}
		}
	}
}

func TestProfilesStayInTheirDepth(t *testing.T) {
	for _, o := range all() {
		for r := range roleCount {
			before, _ := New(o).Selected().Span(Role(r))
			before2, _ := New(o).Span(Role(r))
			both := before + before2
			if o.Profile < TrueColor && strings.Contains(both, "8;2;") {
				t.Errorf("%+v role %d uses 24-bit colours: %q", o, r, both)
			}
			if o.Profile < Colors256 && strings.Contains(both, "8;5;") {
				t.Errorf("%+v role %d uses 256 colours: %q", o, r, both)
			}
		}
	}
}

// The selected row is told from the others in every theme, over its whole
// width: each role has a look there.
func TestSelectedRowHasNoHoles(t *testing.T) {
	for _, o := range all() {
		th := New(o)
		for r := range roleCount {
			plain, _ := th.Span(Role(r))
			selected, _ := th.Selected().Span(Role(r))
			if selected == "" || selected == plain {
				t.Errorf("%+v role %d: %q, selected %q", o, r, plain, selected)
			}
		}
		if th.Selected().Selected() != th.Selected() {
			t.Errorf("%+v: selecting twice differs", o)
		}
		caret, _ := th.Selected().Span(Caret)
		text, _ := th.Selected().Span(Text)
		if caret == text {
			t.Errorf("%+v: no caret on the selected row", o)
		}
	}
}

// States that matter are told apart without colour: by bold or reverse beside
// their glyphs and words.
func TestPlainEmphasis(t *testing.T) {
	th := New(Options{})
	for _, r := range []Role{Unread, Due, Danger, Caret, TabActive, Key, Match} {
		if before, _ := th.Span(r); before == "" {
			t.Errorf("role %d looks like text", r)
		}
	}
}

func TestTint(t *testing.T) {
	for n, want := range map[int]Role{0: Tint0, 7: Tint7, 8: Tint0, 13: Tint5, -1: Tint7, -8: Tint0} {
		if got := Tint(n); got != want {
			t.Errorf("Tint(%d) = %d, want %d", n, got, want)
		}
	}
}

func TestUnknownNameIsTheDefault(t *testing.T) {
	o := Options{Name: "nope", Dark: true, Profile: TrueColor}
	if got, want := New(o).Paint(Accent, "x"), New(Options{Dark: true, Profile: TrueColor}).Paint(Accent, "x"); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestDetect(t *testing.T) {
	for _, c := range []struct {
		env  string
		want Options
	}{
		{"", Options{Dark: true}},
		{"TERM=dumb", Options{Dark: true}},
		{"TERM=xterm", Options{Dark: true, Profile: Colors16}},
		{"TERM=xterm-256color", Options{Dark: true, Profile: Colors256}},
		{"TERM=xterm-256color COLORTERM=truecolor", Options{Dark: true, Profile: TrueColor}},
		{"TERM=xterm-256color COLORTERM=truecolor NO_COLOR=1", Options{Dark: true}},
		{"TERM=xterm-256color NO_COLOR=yes", Options{Dark: true}},
		{"TERM=xterm-256color NO_COLOR=", Options{Dark: true, Profile: Colors256}},
		{"TERM=linux LANG=C.UTF-8", Options{Dark: true, Profile: Colors16, ASCII: true}},
		{"TERM=xterm LC_ALL=C", Options{Dark: true, Profile: Colors16, ASCII: true}},
		{"TERM=xterm LC_CTYPE=POSIX LANG=de_DE.UTF-8", Options{Dark: true, Profile: Colors16, ASCII: true}},
		{"TERM=xterm LANG=de_DE.UTF-8", Options{Dark: true, Profile: Colors16}},
		{"TERM=xterm COLORFGBG=0;15", Options{Profile: Colors16}},
		{"TERM=xterm COLORFGBG=0;default;7", Options{Profile: Colors16}},
		{"TERM=xterm COLORFGBG=15;0", Options{Dark: true, Profile: Colors16}},
		{"TERM=xterm COLORFGBG=12;8", Options{Dark: true, Profile: Colors16}},
		{"TERM=xterm COLORFGBG=default;default", Options{Dark: true, Profile: Colors16}},
		{"TERM=vt100 TERM=xterm", Options{Dark: true, Profile: Colors16}},
	} {
		if got := Detect(strings.Fields(c.env)); got != c.want {
			t.Errorf("%q: %+v, want %+v", c.env, got, c.want)
		}
	}
}

func TestChoose(t *testing.T) {
	found := Options{Dark: true, Profile: TrueColor}
	for name, want := range map[string]Options{
		"": found, "auto": found, "dark": found,
		"light":         {Profile: TrueColor},
		"high-contrast": {Name: "high-contrast", Dark: true, Profile: TrueColor},
		"deuteranopia":  {Name: "deuteranopia", Dark: true, Profile: TrueColor},
		"tritanopia":    {Name: "tritanopia", Dark: true, Profile: TrueColor},
		"16":            {Dark: true, Profile: Colors16},
		"none":          {Dark: true},
	} {
		if got, err := Choose(name, found); got != want || err != nil {
			t.Errorf("%q: %+v, %v", name, got, err)
		}
	}
	for _, name := range Names() {
		if _, err := Choose(name, found); err != nil {
			t.Error(err)
		}
	}
	if got, err := Choose("16", Options{}); got.Profile != None || err != nil {
		t.Errorf("colours on a terminal without: %+v, %v", got, err)
	}
	got, err := Choose("solarized", found)
	if err == nil || !strings.Contains(err.Error(), "high-contrast") || got != found {
		t.Errorf("%+v, %v", got, err)
	}
}

func BenchmarkPaint(b *testing.B) {
	th := New(Options{Dark: true, Profile: TrueColor})
	b.ReportAllocs()
	for b.Loop() {
		th.Paint(Dim, "Head of Platform · Acme")
	}
}
