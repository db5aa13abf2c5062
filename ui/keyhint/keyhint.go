// Package keyhint writes keys as the screen shows them, from the keymap, so that
// a footer never names a key that the user has changed.
package keyhint

import (
	"cordial/keymap"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// Writer names the keys that work in a scope.
type Writer struct {
	keys   keymap.Keymap
	scopes []keymap.Scope
	plain  bool
}

// New is a Writer for a scope; the theme tells whether there is more than ASCII.
func New(k keymap.Keymap, s keymap.Scope, t *theme.Theme) Writer {
	return Writer{keys: k, scopes: keymap.Stack(s), plain: t.Glyphs.EnterKey == "enter"}
}

// Key is the first key of an action, empty when it has none.
func (w Writer) Key(a keymap.Action) string {
	keys := w.keys.Keys(a, w.scopes...)
	if len(keys) == 0 {
		return ""
	}
	return keymap.Label(keys[0], w.plain)
}

// Hint is an action with a word of its own, or the keymap's title when text is
// empty. An action without a key makes an empty hint, which Hints leaves out.
func (w Writer) Hint(a keymap.Action, text string) widget.Hint {
	rows := w.keys.Rows(w.scopes, a)
	if len(rows) == 0 {
		return widget.Hint{}
	}
	if text == "" {
		text = rows[0].Title
	}
	return widget.Hint{Key: keymap.Label(rows[0].Keys[0], w.plain), Text: text}
}

// Pair is a hint for two actions that belong together: "j/k move".
func (w Writer) Pair(a, b keymap.Action, text string) widget.Hint {
	x, y := w.Key(a), w.Key(b)
	if x == "" || y == "" {
		return widget.Hint{}
	}
	return widget.Hint{Key: x + "/" + y, Text: text}
}

// There leaves out the hints of actions without a key.
func There(hints ...widget.Hint) []widget.Hint {
	var there []widget.Hint
	for _, h := range hints {
		if h.Key != "" {
			there = append(there, h)
		}
	}
	return there
}

// Keep marks a hint as one that goes last.
func Keep(h widget.Hint) widget.Hint {
	h.Keep = true
	return h
}

// Say is a key and its word inside a sentence, such as "z undo"; empty when the
// action has no key.
func (w Writer) Say(a keymap.Action, text string) string {
	key := w.Key(a)
	if key == "" {
		return ""
	}
	return key + " " + text
}
