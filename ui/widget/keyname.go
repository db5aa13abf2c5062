package widget

import (
	"strings"

	"cordial/ui/theme"
)

// KeyName is a key, or a sequence of keys, as hints show it: "⏎" for enter,
// "↓" for down, "g e" and "ctrl+s" as they are.
func KeyName(t *theme.Theme, seq string) string {
	keys := strings.Fields(seq)
	for i, k := range keys {
		switch k {
		case "enter":
			keys[i] = t.Glyphs.EnterKey
		case "up":
			keys[i] = t.Glyphs.Up
		case "down":
			keys[i] = t.Glyphs.Down
		case "left":
			keys[i] = t.Glyphs.Left
		case "right":
			keys[i] = t.Glyphs.Right
		case "pgdown":
			keys[i] = "PgDn"
		case "pgup":
			keys[i] = "PgUp"
		case "f1":
			keys[i] = "F1"
		}
	}
	return strings.Join(keys, " ")
}
