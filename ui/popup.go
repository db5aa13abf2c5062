package ui

import (
	"strings"

	"cordial/keymap"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// popupCell is the width of one choice in the popup.
const popupCell = 20

// popup draws how the sequence that has begun may go on over the foot of a frame.
func (a *App) popup(frame string) string {
	choices := a.keys.Which()
	if len(choices) == 0 {
		return frame
	}
	t := a.theme
	columns := max(1, (a.w-2)/popupCell)
	width := (a.w - 2) / columns
	title := " " + keymap.Label(a.keys.Pending(), t.Glyphs.EnterKey == "enter") + " " + t.Glyphs.Ellipsis + " "
	rule := t.Paint(theme.Focus, t.Glyphs.Horizontal) + t.Paint(theme.Title, title) +
		t.Paint(theme.Focus, strings.Repeat(t.Glyphs.Horizontal, max(0, a.w-1-widget.Width(title))))
	lines := []string{rule}
	for i := 0; i < len(choices); i += columns {
		var cells []widget.Cell
		for _, c := range choices[i:min(i+columns, len(choices))] {
			cells = append(cells,
				widget.Cell{Text: "  " + keymap.Label(c.Key, t.Glyphs.EnterKey == "enter"), Role: theme.Key, Width: 4, Gap: 1},
				widget.Cell{Text: c.Title, Role: theme.Text, Width: width - 5})
		}
		lines = append(lines, widget.Row(t, a.w, cells...))
	}
	lines = append(lines, widget.Fit(" "+t.Paint(theme.Key, "esc")+" "+t.Paint(theme.Hint, "cancel"), a.w))
	if len(lines) > a.h {
		return frame
	}
	return widget.Overlay(frame, widget.Lines(lines, a.w, len(lines)), 0, a.h-len(lines))
}
