package theme

import "github.com/charmbracelet/x/ansi"

// palette is one set of 24-bit colours. Text stays the terminal's own colour
// outside the selected row, so that a wrong guess about the background costs
// beauty and never reading.
type palette struct {
	text, row         string // words on the selected row, and its background
	dim, off, border  string
	behind            string // quieter than text may be: what can't be used just now
	accent            string
	due, danger, good string
	inbound, outbound string
	tints             [tintCount]string
}

func paletteFor(name string, dark bool) palette {
	p := calmLight()
	if dark {
		p = calmDark()
	}
	switch name {
	case nameHighContrast:
		return highContrast(p, dark)
	case nameDeuteranopia:
		return deuteranopia(p, dark)
	case nameTritanopia:
		return tritanopia(p, dark)
	}
	return p
}

func calmDark() palette {
	return palette{
		text: "#e4e8f0", row: "#2b3346",
		dim: "#9aa4b5", off: "#949dad", border: "#4d566b", behind: "#6a7488",
		accent: "#8ab4f8",
		due:    "#e5b567", danger: "#f58a8a", good: "#9ccb86",
		inbound: "#8fd0c8", outbound: "#b3bdd0",
		tints: [tintCount]string{
			"#8ab4f8", "#e5b567", "#9ccb86", "#d6a3e8", "#7fcfd0", "#f2a38c", "#c9c27a", "#e59ab8",
		},
	}
}

func calmLight() palette {
	return palette{
		text: "#1c2330", row: "#e2eaf7",
		dim: "#59606d", off: "#5f6673", border: "#b4bcc9", behind: "#8d95a3",
		accent: "#1a5fb4",
		due:    "#84550a", danger: "#b3261e", good: "#2c6a26",
		inbound: "#0f6a63", outbound: "#4a5364",
		tints: [tintCount]string{
			"#1a5fb4", "#84550a", "#2c6a26", "#7b3fa0", "#0e6a75", "#a8431f", "#666011", "#a02c66",
		},
	}
}

// highContrast lifts every colour of p far from the background.
func highContrast(p palette, dark bool) palette {
	if dark {
		p.text, p.row = "#ffffff", "#1f3a6e"
		p.dim, p.off, p.border, p.behind = "#d0d6e0", "#c2c9d6", "#aab3c5", "#9aa4b5"
		p.accent, p.inbound, p.outbound = "#a9d0ff", "#b5ece5", "#e6eaf2"
		p.due, p.danger, p.good = "#ffd479", "#ffb0b0", "#b6f09c"
		return p
	}
	p.text, p.row = "#000000", "#cfe0ff"
	p.dim, p.off, p.border, p.behind = "#33383f", "#3d434c", "#5f6673", "#59606d"
	p.accent, p.inbound, p.outbound = "#003a8c", "#084f49", "#23272e"
	p.due, p.danger, p.good = "#573400", "#7a0c08", "#0e4209"
	return p
}

// deuteranopia avoids red against green: good is blue, due yellow, danger a
// darker brick. A test looks at them through the reader's eyes.
func deuteranopia(p palette, dark bool) palette {
	if dark {
		p.due, p.danger, p.good = "#f4e65a", "#d98a72", "#8fbcf7"
		p.accent, p.inbound = "#a9b8ff", "#8ccdf2"
		p.tints = [tintCount]string{
			"#7cc4f5", "#f0d860", "#ff9b4a", "#a9b8ff", "#d5d9e3", "#e0b0d8", "#c9b458", "#9fb6cf",
		}
		return p
	}
	p.due, p.danger, p.good = "#463f00", "#c0351b", "#1f4ea8"
	p.accent, p.inbound = "#3a3fb0", "#00567f"
	p.tints = [tintCount]string{
		"#005a9c", "#6b5900", "#a13f00", "#3a3fb0", "#4a5364", "#7d3a73", "#70571a", "#3b5673",
	}
	return p
}

// tritanopia avoids blue against yellow: good is teal, due a pale pink (on
// light: plum), danger red. The same test looks at them.
func tritanopia(p palette, dark bool) palette {
	if dark {
		p.due, p.danger, p.good = "#f3c2dc", "#fa735c", "#7fdfda"
		p.accent, p.inbound = "#7fd4e6", "#5fd6c4"
		p.tints = [tintCount]string{
			"#5fd6c4", "#ffb3c8", "#ff8080", "#7fd4e6", "#d5d9e3", "#e59ab8", "#a8c8c4", "#d9a0a0",
		}
		return p
	}
	p.due, p.danger, p.good = "#58194d", "#c41230", "#0f6b6a"
	p.accent, p.inbound = "#00637a", "#006a5c"
	p.tints = [tintCount]string{
		"#006a5c", "#8f2a55", "#b00020", "#00637a", "#4a5364", "#a02c66", "#3c6660", "#8a3b3b",
	}
	return p
}

// style is the look of role r in 24-bit colours.
func (p palette) style(r Role) style {
	s := plainStyle(r)
	s.faint = false // a palette has a colour for what is quiet
	s.fg = p.foreground(r)
	return s
}

func (p palette) foreground(r Role) string {
	switch r {
	case Dim, Tab, Hint:
		return p.dim
	case Disabled:
		return p.off
	case Accent, TabActive, Unread, Mark, Key, Focus, Match, MeterFull:
		return p.accent
	case Star, Due, MeterRisk:
		return p.due
	case Danger:
		return p.danger
	case Good:
		return p.good
	case Border, MeterEmpty:
		return p.border
	case Behind:
		return p.behind
	case Inbound:
		return p.inbound
	case Outbound:
		return p.outbound
	case Text, Strong, Title, Caret:
		return ""
	default:
		return p.tints[r-Tint0]
	}
}

// plainStyle is the look of role r in attributes alone: what a terminal without
// colours shows, and what colours add to.
func plainStyle(r Role) style {
	switch r {
	case Strong, Title, TabActive, Unread, Due, Danger, Key:
		return style{bold: true}
	case Match:
		return style{bold: true, underline: true}
	case Dim, Disabled, Behind, Border, MeterEmpty:
		return style{faint: true}
	case Caret:
		return style{reverse: true}
	default:
		return style{}
	}
}

// basicColor is the colour of role r among the terminal's own sixteen, or nil
// for its default; bright ones on dark, deep ones on light backgrounds.
func basicColor(r Role, dark bool) *ansi.BasicColor {
	pick := func(onDark, onLight ansi.BasicColor) *ansi.BasicColor {
		if dark {
			return &onDark
		}
		return &onLight
	}
	switch r {
	case Accent, TabActive, Unread, Mark, Key, Focus, Match, MeterFull, Tint0:
		return pick(ansi.BrightCyan, ansi.Blue)
	case Star, Due, MeterRisk, Tint1:
		return pick(ansi.BrightYellow, ansi.Magenta)
	case Danger, Tint5:
		return pick(ansi.BrightRed, ansi.Red)
	case Good, Inbound, Tint2:
		return pick(ansi.BrightGreen, ansi.Green)
	case Tint3, Tint7:
		return pick(ansi.BrightMagenta, ansi.Magenta)
	case Tint4, Tint6:
		return pick(ansi.Cyan, ansi.Blue)
	default:
		return nil
	}
}
