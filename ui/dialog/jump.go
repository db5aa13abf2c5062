package dialog

import (
	tea "github.com/charmbracelet/bubbletea"

	"cordial/keymap"

	"cordial/ui/ask"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// Jump goes to the tab of a label.
type Jump struct{ w, h int }

// NewJump is the dialog that goes to the tab of a label.
func NewJump(_ World) *Jump { return &Jump{} }

// Scope is keymap.Picker.
func (d *Jump) Scope() keymap.Scope { return keymap.Picker }

// Do closes.
func (d *Jump) Do(a keymap.Action) ask.Request {
	if a == keymap.Cancel {
		return ask.Close{}
	}
	return nil
}

// Key takes nothing.
func (d *Jump) Key(tea.KeyMsg) ask.Request { return nil }

// Refresh changes nothing.
func (d *Jump) Refresh(World) {}

// Fail changes nothing.
func (d *Jump) Fail(error) {}

// Draw is an empty box.
func (d *Jump) Draw(t *theme.Theme, w, h int) string {
	d.w, d.h = w, h
	return widget.Box{Title: "Jump"}.Draw(t, w, h, "")
}
