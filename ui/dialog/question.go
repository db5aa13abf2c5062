package dialog

import (
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"cordial/keymap"

	"cordial/ui/ask"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// Question asks for a yes or a no.
type Question struct{ w, h int }

// NewQuestion is the dialog that asks for a yes or a no.
func NewQuestion(_ ask.Question) *Question { return &Question{} }

// Scope is keymap.Question.
func (d *Question) Scope() keymap.Scope { return keymap.Question }

// Do closes.
func (d *Question) Do(a keymap.Action) ask.Request {
	if a == keymap.Cancel {
		return ask.Close{}
	}
	return nil
}

// Key takes nothing.
func (d *Question) Key(tea.KeyMsg) ask.Request { return nil }

// Refresh changes nothing.
func (d *Question) Refresh(World) {}

// Fail changes nothing.
func (d *Question) Fail(error) {}

// Draw is an empty box.
func (d *Question) Draw(t *theme.Theme, w, h int) string {
	d.w, d.h = w, h
	return widget.Box{Title: "Question"}.Draw(t, w, h, "")
}

// Elapsed tells how long the question has been in front.
func (d *Question) Elapsed(time.Duration) {}
