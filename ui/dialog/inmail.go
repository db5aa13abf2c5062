package dialog

import (
	tea "github.com/charmbracelet/bubbletea"

	"cordial/keymap"
	"cordial/model"
	"cordial/ui/ask"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// InMail books an InMail that was sent.
type InMail struct{ w, h int }

// NewInMail is the dialog that books an InMail that was sent.
func NewInMail(_ World, _ model.Person) *InMail { return &InMail{} }

// Scope is keymap.Form.
func (d *InMail) Scope() keymap.Scope { return keymap.Form }

// Do closes.
func (d *InMail) Do(a keymap.Action) ask.Request {
	if a == keymap.Cancel {
		return ask.Close{}
	}
	return nil
}

// Key takes nothing.
func (d *InMail) Key(tea.KeyMsg) ask.Request { return nil }

// Refresh changes nothing.
func (d *InMail) Refresh(World) {}

// Fail changes nothing.
func (d *InMail) Fail(error) {}

// Draw is an empty box.
func (d *InMail) Draw(t *theme.Theme, w, h int) string {
	d.w, d.h = w, h
	return widget.Box{Title: "InMail"}.Draw(t, w, h, "")
}
