package ui

import (
	"cordial/keymap"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// popupCell is the width of one choice in the popup.
const popupCell = 19

// popup draws how the sequence that has begun may go on over the foot of a frame.
func (a *App) popup(frame string) string {
	t := a.theme
	plain := t.Glyphs.EnterKey == "enter"
	columns := max(1, a.w/popupCell)
	var lines []string
	var cells []widget.Cell
	for i, c := range a.keys.Which() {
		cells = append(cells,
			widget.Cell{Width: 2},
			widget.Cell{Text: keymap.Label(c.Key, plain), Role: theme.Key, Width: 2, Gap: 1},
			widget.Cell{Text: c.Title, Role: theme.Text, Width: popupCell - 5})
		if (i+1)%columns == 0 {
			lines = append(lines, widget.Row(t, a.w, cells...))
			cells = nil
		}
	}
	if len(cells) > 0 {
		lines = append(lines, widget.Row(t, a.w, cells...))
	}
	lines = append(lines, "  "+t.Paint(theme.Key, "esc")+" "+t.Paint(theme.Hint, "cancel"))
	h := min(len(lines)+1, a.h)
	title := keymap.Label(a.keys.Pending(), plain) + " " + t.Glyphs.Ellipsis
	return widget.Overlay(frame, widget.Panel(t, a.w, h, title, widget.Lines(lines, a.w, h-1)), 0, a.h-h)
}
