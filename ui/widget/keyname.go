package widget

import (
	"strings"

	"cordial/ui/theme"
)

// KeyName is a key, or a sequence of keys, as hints show it: "⏎" for enter,
// arrows for the arrow keys, "g e" and "ctrl+s" as they are. In ASCII the keys
// keep their names.
func KeyName(t *theme.Theme, seq string) string {
	keys := strings.Fields(seq)
	for i, k := range keys {
		keys[i] = keyName(t, k)
	}
	return strings.Join(keys, " ")
}

func keyName(t *theme.Theme, key string) string {
	switch key {
	case "enter":
		return t.Glyphs.EnterKey
	case "pgdown":
		return "PgDn"
	case "pgup":
		return "PgUp"
	case "f1":
		return "F1"
	}
	if t.Glyphs.Up != "↑" {
		return key
	}
	switch key {
	case "up":
		return "↑"
	case "down":
		return "↓"
	case "left":
		return "←"
	case "right":
		return "→"
	}
	return key
}
