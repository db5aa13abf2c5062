package dialog

import (
	tea "github.com/charmbracelet/bubbletea"

	"cordial/keymap"

	"cordial/ui/ask"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// Seat opens a seat.
type Seat struct{ w, h int }

// NewSeat is the dialog that opens a seat.
func NewSeat(_ World) *Seat { return &Seat{} }

// Scope is keymap.Form.
func (d *Seat) Scope() keymap.Scope { return keymap.Form }

// Do closes.
func (d *Seat) Do(a keymap.Action) ask.Request {
	if a == keymap.Cancel {
		return ask.Close{}
	}
	return nil
}

// Key takes nothing.
func (d *Seat) Key(tea.KeyMsg) ask.Request { return nil }

// Refresh changes nothing.
func (d *Seat) Refresh(World) {}

// Fail changes nothing.
func (d *Seat) Fail(error) {}

// Draw is an empty box.
func (d *Seat) Draw(t *theme.Theme, w, h int) string {
	d.w, d.h = w, h
	return widget.Box{Title: "Seat"}.Draw(t, w, h, "")
}
