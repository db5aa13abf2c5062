package dialog

import (
	tea "github.com/charmbracelet/bubbletea"

	"cordial/keymap"

	"cordial/ui/ask"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// Search finds people.
type Search struct{ w, h int }

// NewSearch is the dialog that finds people.
func NewSearch(_ World) *Search { return &Search{} }

// Scope is keymap.Search.
func (d *Search) Scope() keymap.Scope { return keymap.Search }

// Do closes.
func (d *Search) Do(a keymap.Action) ask.Request {
	if a == keymap.Cancel {
		return ask.Close{}
	}
	return nil
}

// Key takes nothing.
func (d *Search) Key(tea.KeyMsg) ask.Request { return nil }

// Refresh changes nothing.
func (d *Search) Refresh(World) {}

// Fail changes nothing.
func (d *Search) Fail(error) {}

// Draw is an empty box.
func (d *Search) Draw(t *theme.Theme, w, h int) string {
	d.w, d.h = w, h
	return widget.Box{Title: "Search"}.Draw(t, w, h, "")
}
