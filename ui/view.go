package ui

import (
	"cordial/keymap"
	"cordial/model/clean"
	"cordial/ui/frame"
	"cordial/ui/keyhint"
	"cordial/ui/layout"
	"cordial/ui/term"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// View is the frame as the terminal gets it.
func (a *App) View() string { return term.Pin(a.frame()) }

// frame is exactly the terminal's lines of exactly its cells.
func (a *App) frame() string {
	switch {
	case a.w <= 0 || a.h <= 0 || a.ended:
		return ""
	case layout.ClassOf(a.w, a.h) == layout.TooSmall:
		return frame.TooSmall(a.theme, a.w, a.h)
	case a.session == nil:
		return a.opening()
	}
	frame := a.front().Draw(a.theme, a.w, a.h, a.line(a.w))
	for _, d := range a.dialogs {
		box := d.Draw(a.theme, a.w, a.h)
		frame = widget.OverlayCenter(widget.Recede(a.theme, frame), box, a.w, a.h)
	}
	if a.which {
		frame = a.popup(frame)
	}
	return frame
}

// opening is the screen before there is anything to show: the store is being
// read, or cannot be.
func (a *App) opening() string {
	lines := []string{" " + a.theme.Paint(theme.Title, "Cordial"), ""}
	if a.trouble == nil {
		return widget.Lines(lines, a.w, a.h)
	}
	lines = append(lines, " "+a.theme.Paint(theme.Danger, "The inbox cannot be shown."), "")
	for _, l := range widget.Wrap(clean.Line(a.trouble.Error()), max(1, a.w-2)) {
		lines = append(lines, " "+l)
	}
	if a.deps.DBPath != "" {
		lines = append(lines, "", " "+a.theme.Paint(theme.Dim, clean.Line(a.deps.DBPath)))
	}
	kw := keyhint.New(a.keymap, keymap.Inbox, a.theme)
	hints := keyhint.There(kw.Hint(keymap.Reload, "try again"), kw.Hint(keymap.Quit, "quit"))
	body := widget.Lines(lines, a.w, a.h-1)
	return widget.Stack(body, widget.Hints(a.theme, a.w, hints, ""))
}
