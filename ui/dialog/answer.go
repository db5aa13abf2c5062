package dialog

import (
	tea "github.com/charmbracelet/bubbletea"

	"cordial/keymap"
	"cordial/model"
	"cordial/ui/ask"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// Answer books the answer to an InMail.
type Answer struct{ w, h int }

// NewAnswer is the dialog that books the answer to an InMail.
func NewAnswer(_ World, _ model.Person) *Answer { return &Answer{} }

// Scope is keymap.Form.
func (d *Answer) Scope() keymap.Scope { return keymap.Form }

// Do closes.
func (d *Answer) Do(a keymap.Action) ask.Request {
	if a == keymap.Cancel {
		return ask.Close{}
	}
	return nil
}

// Key takes nothing.
func (d *Answer) Key(tea.KeyMsg) ask.Request { return nil }

// Refresh changes nothing.
func (d *Answer) Refresh(World) {}

// Fail changes nothing.
func (d *Answer) Fail(error) {}

// Draw is an empty box.
func (d *Answer) Draw(t *theme.Theme, w, h int) string {
	d.w, d.h = w, h
	return widget.Box{Title: "Answer"}.Draw(t, w, h, "")
}
