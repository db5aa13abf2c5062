package widget

import (
	"strings"

	"cordial/ui/theme"
)

// Hint is a key and what it does, in few words: "e archive".
type Hint struct {
	Key  string
	Text string
	Keep bool // goes only when no other is left, such as "? help"
	Off  bool // not possible right now
}

// Hints is the footer: one line of w cells with as many hints as fit, those at
// the right dropped first, and tail (a position, say) at the right edge.
func Hints(t *theme.Theme, w int, hints []Hint, tail string) string {
	if w <= 0 {
		return ""
	}
	tailW := Width(tail)
	if tailW > 0 {
		tailW += 2
	}
	if tailW >= w {
		tail, tailW = "", 0
	}
	text, used := fitHints(t, w-1-tailW, hints, "  ")
	line := " " + text + blanks(w-1-used-tailW)
	if tail != "" {
		line += " " + t.Paint(theme.Dim, tail) + " "
	}
	return exact(line, w)
}

// fitHints paints the hints that fit in w cells and says how many those take.
func fitHints(t *theme.Theme, w int, hints []Hint, sep string) (string, int) {
	shown := chooseHints(w, hints, Width(sep))
	var b strings.Builder
	used := 0
	for i, h := range hints {
		if !shown[i] {
			continue
		}
		if used > 0 {
			b.WriteString(t.Paint(theme.Border, sep))
			used += Width(sep)
		}
		b.WriteString(paintHint(t, h))
		used += hintWidth(h)
	}
	return b.String(), used
}

// chooseHints marks the hints to show: first those to keep, then the others
// from the left, stopping at the first that doesn't fit.
func chooseHints(w int, hints []Hint, sep int) []bool {
	shown := make([]bool, len(hints))
	used := -sep
	for _, keep := range []bool{true, false} {
		for i, h := range hints {
			if h.Keep != keep {
				continue
			}
			if used+sep+hintWidth(h) > w {
				break
			}
			used += sep + hintWidth(h)
			shown[i] = true
		}
	}
	return shown
}

func hintWidth(h Hint) int {
	if h.Key == "" || h.Text == "" {
		return Width(h.Key) + Width(h.Text)
	}
	return Width(h.Key) + 1 + Width(h.Text)
}

func paintHint(t *theme.Theme, h Hint) string {
	key, text := theme.Key, theme.Hint
	if h.Off {
		key, text = theme.Disabled, theme.Disabled
	}
	gap := ""
	if h.Key != "" && h.Text != "" {
		gap = " "
	}
	return t.Paint(key, h.Key) + gap + t.Paint(text, h.Text)
}

// Toast is one line of w cells that says what just happened, in the look of
// role, after its sign; tail stands at the right edge.
func Toast(t *theme.Theme, w int, role theme.Role, sign, text, tail string) string {
	if sign != "" {
		sign += " "
	}
	return Row(t, w,
		Cell{Width: 1},
		Cell{Text: sign, Role: role, Drop: 1},
		Cell{Text: text, Role: theme.Text, Grow: 1},
		Cell{Text: tail, Role: theme.Dim, Drop: 2},
	)
}
