package keymap

import "fmt"

// Presets returns the names of the keymaps that come with the program, the
// default first.
func Presets() []string { return []string{"inbox", "vim", "gmail", "emacs"} }

// Preset returns the keymap of that name. The error lists the names.
func Preset(name string) (Keymap, error) {
	switch name {
	case "", "inbox":
		return Default(), nil
	case "vim":
		return Default().With(vim())
	case "gmail":
		return Default().With(gmail())
	case "emacs":
		return Default().With(emacs())
	}
	return Keymap{}, fmt.Errorf("there is no key preset %q; choose one of %v", name, Presets())
}

// vim moves between list and conversation with h and l, and gives u to undo.
func vim() Overrides {
	return Overrides{
		Screen: {
			Archive: press("d d", "e"), Unread: press("U"), LabelPick: press("L"),
			RemindSet: press("H"), RemindNoReply: press("R"),
			Undo: press("u"), Redo: press("ctrl+r"), Reload: press("f5"),
			Open: press("enter", "right", "l"), Back: press("esc", "left", "h"),
			SelectRange: press("V", "v"),
			PageDown:    press("pgdown", "ctrl+f"), PageUp: press("pgup", "ctrl+b"),
		},
		Merges: {Unmerge: press("U")},
	}
}

// gmail snoozes with b, goes back with u and opens with o.
func gmail() Overrides {
	return Overrides{
		Screen: {
			RemindSet: press("b"), RemindNoReply: press("B"), Unread: press("U"),
			Open: press("enter", "right", "o"), Back: press("esc", "left", "u"),
			ProfileOpen: press("O"),
		},
		Merges: {Unmerge: press("U")},
	}
}

// emacs adds the movement and cancel keys of Emacs and of most text fields.
func emacs() Overrides {
	cancel := map[Action][]string{Cancel: press("esc", "ctrl+g")}
	return Overrides{
		Screen: {
			PageDown: press("pgdown", "ctrl+v"), PageUp: press("pgup", "alt+v"),
			Top: press("g g", "home", "alt+<"), Bottom: press("G", "end", "alt+>"),
			Find: press("/", "ctrl+s"), SaveRetry: press("ctrl+x ctrl+s"),
			Undo: press("z", "ctrl+_"), Redo: press("Z", "alt+_"),
			Clear: press("esc", "ctrl+g"), Back: press("esc", "left", "ctrl+g"),
			Palette: press("ctrl+k", ":", "alt+x"),
		},
		Global: {Quit: press("ctrl+c", "ctrl+x ctrl+c")},
		Picker: cancel, Remind: cancel, Search: cancel, Commands: cancel, Note: cancel, Form: cancel,
		Question: cancel, Help: cancel, Twins: {Cancel: press("esc", "n", "ctrl+g")},
		Writing: {Cancel: press("esc", "ctrl+g"), SetDegree: press("alt+g")},
		Sheet:   {Cancel: press("esc", "q", "ctrl+g")},
	}
}
