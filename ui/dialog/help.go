package dialog

import (
	tea "github.com/charmbracelet/bubbletea"

	"cordial/keymap"

	"cordial/ui/ask"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// Help shows the keys that work, from the innermost scope outwards; off
// gives the reasons of actions that are not possible right now.
type Help struct{ w, h int }

// NewHelp is the dialog that shows the keys that work, from the innermost scope outwards; off
// gives the reasons of actions that are not possible right now.
func NewHelp(_ keymap.Keymap, _ []keymap.Scope, _ map[keymap.Action]string) *Help { return &Help{} }

// Scope is keymap.Help.
func (d *Help) Scope() keymap.Scope { return keymap.Help }

// Do closes.
func (d *Help) Do(a keymap.Action) ask.Request {
	if a == keymap.Cancel {
		return ask.Close{}
	}
	return nil
}

// Key takes nothing.
func (d *Help) Key(tea.KeyMsg) ask.Request { return nil }

// Refresh changes nothing.
func (d *Help) Refresh(World) {}

// Fail changes nothing.
func (d *Help) Fail(error) {}

// Draw is an empty box.
func (d *Help) Draw(t *theme.Theme, w, h int) string {
	d.w, d.h = w, h
	return widget.Box{Title: "Help"}.Draw(t, w, h, "")
}
