package dialog

import (
	tea "github.com/charmbracelet/bubbletea"

	"cordial/keymap"
	"cordial/model/triage"
	"cordial/ui/ask"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// Note takes a private note.
type Note struct{ w, h int }

// NewNote is the dialog that takes a private note.
func NewNote(_ World, _ triage.ID) *Note { return &Note{} }

// Scope is keymap.Note.
func (d *Note) Scope() keymap.Scope { return keymap.Note }

// Do closes.
func (d *Note) Do(a keymap.Action) ask.Request {
	if a == keymap.Cancel {
		return ask.Close{}
	}
	return nil
}

// Key takes nothing.
func (d *Note) Key(tea.KeyMsg) ask.Request { return nil }

// Refresh changes nothing.
func (d *Note) Refresh(World) {}

// Fail changes nothing.
func (d *Note) Fail(error) {}

// Draw is an empty box.
func (d *Note) Draw(t *theme.Theme, w, h int) string {
	d.w, d.h = w, h
	return widget.Box{Title: "Note"}.Draw(t, w, h, "")
}
