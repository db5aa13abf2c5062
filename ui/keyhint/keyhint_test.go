package keyhint

import (
	"testing"

	"cordial/keymap"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

func TestHintsFollowTheKeymap(t *testing.T) {
	changed, err := keymap.Default().With(keymap.Overrides{keymap.Inbox: {
		keymap.Archive: {"ctrl+a"}, keymap.Star: {},
	}})
	if err != nil {
		t.Fatal(err)
	}
	w := New(changed, keymap.Inbox, theme.New(theme.Options{}))
	tests := []struct {
		got, want widget.Hint
	}{
		{w.Hint(keymap.Archive, ""), widget.Hint{Key: "ctrl+a", Text: "archive"}},
		{w.Hint(keymap.Open, "look"), widget.Hint{Key: "⏎", Text: "look"}},
		{w.Hint(keymap.Star, "star"), widget.Hint{}},
		{w.Pair(keymap.Down, keymap.Up, "move"), widget.Hint{Key: "j/k", Text: "move"}},
		{w.Pair(keymap.Down, keymap.Star, "move"), widget.Hint{}},
		{Keep(w.Hint(keymap.ShowHelp, "")), widget.Hint{Key: "?", Text: "help", Keep: true}},
	}
	for i, tt := range tests {
		if tt.got != tt.want {
			t.Errorf("%d: %+v, want %+v", i, tt.got, tt.want)
		}
	}
	if got := There(w.Hint(keymap.Star, ""), w.Hint(keymap.Archive, "")); len(got) != 1 {
		t.Errorf("a hint without a key was kept: %v", got)
	}
	if got := w.Say(keymap.GoCredits, "opens one") + w.Say(keymap.Star, "stars"); got != "g m opens one" {
		t.Errorf("said %q", got)
	}
}

func TestPlainKeysForPlainTerminals(t *testing.T) {
	w := New(keymap.Default(), keymap.Inbox, theme.New(theme.Options{ASCII: true}))
	if got := w.Key(keymap.Open); got != "enter" {
		t.Errorf("the key that opens is %q", got)
	}
}
