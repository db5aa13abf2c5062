package theme

import (
	"image/color"

	"github.com/charmbracelet/x/ansi"
)

// Profile is how many colours the terminal can show.
type Profile uint8

// The profiles, from poor to rich. None keeps bold and reverse video, which
// NO_COLOR allows.
const (
	None Profile = iota
	Colors16
	Colors256
	TrueColor
)

// Options choose a theme. The zero value is the plainest: no colour, Unicode
// glyphs.
type Options struct {
	Name    string  // a palette, see Names; empty for the default one
	Dark    bool    // the terminal's background is dark
	Profile Profile // colours the terminal can show
	ASCII   bool    // the terminal or its font lacks Unicode
}

// Theme holds one ready-made span per role. It never changes after New and may
// be shared between goroutines.
type Theme struct {
	Glyphs   Glyphs
	spans    [roleCount]string
	selected *Theme
}

// New builds the theme for o. An unknown name is taken as the default palette;
// Choose is where names are checked.
func New(o Options) *Theme {
	t := &Theme{Glyphs: glyphs(o.ASCII)}
	row := &Theme{Glyphs: t.Glyphs}
	row.selected = row
	t.selected = row
	p := paletteFor(o.Name, o.Dark)
	for r := range roleCount {
		role := Role(r)
		switch o.Profile {
		case TrueColor, Colors256:
			s := p.style(role)
			t.spans[r] = s.sequence(o.Profile, "")
			row.spans[r] = s.onRow(p).sequence(o.Profile, p.row)
		case Colors16, None:
			s := plainStyle(role)
			if o.Profile == Colors16 {
				s.basic = basicColor(role, o.Dark)
			}
			t.spans[r] = s.sequence(o.Profile, "")
			row.spans[r] = s.reversed().sequence(o.Profile, "")
		}
	}
	return t
}

// Paint gives s the look of role r. It costs one concatenation. Text that is
// already painted ends the look at its own end, so paint the inner parts and
// the outer parts side by side rather than inside each other.
func (t *Theme) Paint(r Role, s string) string {
	p := t.spans[r]
	if p == "" || s == "" {
		return s
	}
	return p + s + ansi.ResetStyle
}

// Span is the pair of sequences that Paint puts around a text; both are empty
// where the role has no look of its own.
func (t *Theme) Span(r Role) (before, after string) {
	if t.spans[r] == "" {
		return "", ""
	}
	return t.spans[r], ansi.ResetStyle
}

// Selected is the same theme on the background of the selected row, for
// drawing every cell of that row, blanks included. Its own Selected is itself.
func (t *Theme) Selected() *Theme { return t.selected }

// style is how one role looks before it becomes an escape sequence.
type style struct {
	fg        string           // "#rrggbb" or empty for the terminal's own
	basic     *ansi.BasicColor // for 16 colours
	bold      bool
	faint     bool
	underline bool
	reverse   bool
}

// onRow is the style on the selected row's background, where the terminal's own
// text colour can't be trusted to be readable any more.
func (s style) onRow(p palette) style {
	if s.fg == "" {
		s.fg = p.text
	}
	return s
}

// reversed is the style on a selected row without colours: reverse video as a
// whole, which leaves underlining to show the text cursor.
func (s style) reversed() style {
	s.basic, s.faint = nil, false
	s.underline = s.underline || s.reverse
	s.reverse = true
	return s
}

// sequence is the escape sequence for s on the background bg ("" for the
// terminal's own), or "" if s is the terminal's own look.
func (s style) sequence(p Profile, bg string) string {
	var seq ansi.Style
	if s.bold {
		seq = seq.Bold()
	}
	if s.faint {
		seq = seq.Faint()
	}
	if s.underline {
		seq = seq.Underline(true)
	}
	if s.reverse {
		seq = seq.Reverse(true)
	}
	if s.basic != nil {
		seq = seq.ForegroundColor(*s.basic)
	}
	if s.fg != "" {
		seq = seq.ForegroundColor(shade(s.fg, p))
	}
	if bg != "" {
		seq = seq.BackgroundColor(shade(bg, p))
	}
	if len(seq) == 0 {
		return ""
	}
	return seq.String()
}

// shade is the nearest colour to hex that profile p has. Among 256 colours the
// nearest to a bluish grey is a teal, and the eye sees the hue before the
// lightness: so what is nearly grey becomes a grey.
func shade(hex string, p Profile) color.Color {
	c := ansi.HexColor(hex)
	if p == TrueColor {
		return c
	}
	r, g, b, _ := c.RGBA()
	if max(r, g, b)-min(r, g, b) > nearlyGrey {
		return ansi.Convert256(c)
	}
	light := (299*r + 587*g + 114*b) / 1000 >> 8
	const first, step, steps = 8, 10, 24 // the ramp of greys: 8, 18, … 238, from colour 232 on
	n := (max(light, first) - first + step/2) / step
	return ansi.IndexedColor(232 + min(n, steps-1))
}

// nearlyGrey is how far apart the parts of a colour, 0 to 0xffff, may be for it to
// count as a grey.
const nearlyGrey = 0x2828
