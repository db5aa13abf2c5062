package dialog

import (
	tea "github.com/charmbracelet/bubbletea"

	"cordial/keymap"
	"cordial/model/triage"
	"cordial/ui/ask"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// Remind sets a reminder.
type Remind struct{ w, h int }

// NewRemind is the dialog that sets a reminder.
func NewRemind(_ World, _ []triage.ID, _ bool) *Remind { return &Remind{} }

// Scope is keymap.Remind.
func (d *Remind) Scope() keymap.Scope { return keymap.Remind }

// Do closes.
func (d *Remind) Do(a keymap.Action) ask.Request {
	if a == keymap.Cancel {
		return ask.Close{}
	}
	return nil
}

// Key takes nothing.
func (d *Remind) Key(tea.KeyMsg) ask.Request { return nil }

// Refresh changes nothing.
func (d *Remind) Refresh(World) {}

// Fail changes nothing.
func (d *Remind) Fail(error) {}

// Draw is an empty box.
func (d *Remind) Draw(t *theme.Theme, w, h int) string {
	d.w, d.h = w, h
	return widget.Box{Title: "Remind"}.Draw(t, w, h, "")
}
