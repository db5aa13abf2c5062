package widget_test

import (
	"testing"

	"cordial/ui/theme"
	"cordial/ui/widget"
)

func TestKeyName(t *testing.T) {
	uni, ascii := theme.New(theme.Options{}), theme.New(theme.Options{ASCII: true})
	for _, c := range []struct{ seq, uni, ascii string }{
		{"enter", "⏎", "enter"},
		{"down", "↓", "down"},
		{"up", "↑", "up"},
		{"left", "←", "left"},
		{"right", "→", "right"},
		{"pgdown", "PgDn", "PgDn"},
		{"pgup", "PgUp", "PgUp"},
		{"f1", "F1", "F1"},
		{"ctrl+s", "ctrl+s", "ctrl+s"},
		{"g e", "g e", "g e"},
		{"", "", ""},
	} {
		if got := widget.KeyName(uni, c.seq); got != c.uni {
			t.Errorf("%q is %q, want %q", c.seq, got, c.uni)
		}
		if got := widget.KeyName(ascii, c.seq); got != c.ascii {
			t.Errorf("%q is %q in ASCII, want %q", c.seq, got, c.ascii)
		}
	}
}
