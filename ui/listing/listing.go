// Package listing moves a list by the actions of the keymap.
package listing

import (
	"cordial/keymap"
	"cordial/ui/widget"
)

// Do is the list after an action, and whether it was one for lists.
func Do(l widget.List, a keymap.Action) (widget.List, bool) {
	switch a {
	case keymap.Down:
		return l.Move(1), true
	case keymap.Up:
		return l.Move(-1), true
	case keymap.HalfDown:
		return l.HalfPage(1), true
	case keymap.HalfUp:
		return l.HalfPage(-1), true
	case keymap.PageDown:
		return l.Page(1), true
	case keymap.PageUp:
		return l.Page(-1), true
	case keymap.Top:
		return l.Top(), true
	case keymap.Bottom:
		return l.Bottom(), true
	default:
		return l, false
	}
}
