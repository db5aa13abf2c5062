package dialog

import (
	tea "github.com/charmbracelet/bubbletea"

	"cordial/keymap"
	"cordial/model/triage"
	"cordial/ui/ask"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// Labels puts labels on conversations and takes them off.
type Labels struct{ w, h int }

// NewLabels is the dialog that puts labels on conversations and takes them off.
func NewLabels(_ World, _ []triage.ID) *Labels { return &Labels{} }

// Scope is keymap.Picker.
func (d *Labels) Scope() keymap.Scope { return keymap.Picker }

// Do closes.
func (d *Labels) Do(a keymap.Action) ask.Request {
	if a == keymap.Cancel {
		return ask.Close{}
	}
	return nil
}

// Key takes nothing.
func (d *Labels) Key(tea.KeyMsg) ask.Request { return nil }

// Refresh changes nothing.
func (d *Labels) Refresh(World) {}

// Fail changes nothing.
func (d *Labels) Fail(error) {}

// Draw is an empty box.
func (d *Labels) Draw(t *theme.Theme, w, h int) string {
	d.w, d.h = w, h
	return widget.Box{Title: "Labels"}.Draw(t, w, h, "")
}
