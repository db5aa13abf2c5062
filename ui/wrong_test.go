package ui_test

import (
	"strings"
	"testing"

	"cordial/keymap"
	"cordial/ui"
	"cordial/ui/uitest"
)

// A key that does nothing where the user is says what it is elsewhere, or what helps.
func TestWrongKeysAreAnswered(t *testing.T) {
	for _, c := range []struct {
		way       []string
		key, said string
	}{
		{[]string{"enter"}, "q", `q is "quit" in the inbox · esc goes back`},
		{[]string{"enter"}, "x", `x is "select" in the inbox · esc goes back`},
		{[]string{"enter"}, "space", `space is "select" in the inbox · esc goes back`},
		{[]string{"g m"}, "e", `e is "archive" in the inbox · esc goes back`},
		{[]string{"g d"}, "w", `w is "whom to write to" in the credits · ? shows the keys that work here`},
		{[]string{"g v"}, "$", `$ is "price…" in the credits · ? shows`},
		{[]string{"g p"}, "q", `q is "quit" in the inbox · esc goes back`},
		{nil, "n", `n is "next message" in a conversation · ? shows`},
		{nil, "f9", "f9 does nothing here · ? shows the keys that work here"},
		{nil, "&", "& does nothing here"},
		{nil, "ctrl+t", "ctrl+t does nothing here"},
		{nil, "g &", "g & does nothing here · ? shows"},
	} {
		s := uitest.Open(t, uitest.Busy)
		for _, keys := range c.way {
			s.Press(keys)
		}
		before := len(s.Memory.Journal())
		s.Press(c.key).Sees(c.said).Runs()
		if len(s.Memory.Journal()) != before {
			t.Errorf("%v %s booked something", c.way, c.key)
		}
	}
}

// A question and a sheet answer a wrong key themselves; keys meant for what was in front
// before are passed over.
func TestWrongAnswers(t *testing.T) {
	s := uitest.Open(t, uitest.Busy).Press("#").Press("j").SeesNot("is no answer")
	s.Wait(pause).Press("j").Sees("j is no answer here; f1 shows the keys that work here", "Remove Maria Rossi?")
	s.Press("n").SeesNot("Remove Maria Rossi?")
	s.Press("g b").Wait(pause).Press("x").Sees("x is no answer here").Press("j").SeesNot("is no answer")
}

// The keys are those of the user's keymap.
func TestWrongKeysOfAnotherKeymap(t *testing.T) {
	vim, err := keymap.Preset("vim")
	if err != nil {
		t.Fatal(err)
	}
	s := uitest.Open(t, uitest.Busy).With(func(d *ui.Deps) { d.Keys = vim }).Press("enter")
	s.Press("V").Sees(`V is "select range" in the inbox`)
}

// No key of the keyboard is mute on any screen: what does nothing there is answered.
func TestNoKeyIsMute(t *testing.T) {
	for scope, way := range map[keymap.Scope]string{
		keymap.Inbox: "", keymap.Thread: "enter", keymap.Credits: "g m", keymap.Drafts: "g d", keymap.Invitations: "g v", keymap.Merges: "g p",
	} {
		s := uitest.Open(t, uitest.Busy).Press(way)
		for r := '!'; r <= '~'; r++ {
			if keymap.NewResolver(keymap.Default()).Press(string(r), keymap.Stack(scope)).Kind != keymap.Unbound {
				continue
			}
			s.Press(string(r))
			if !strings.Contains(s.Frame(), string(r)+" does nothing here") && !strings.Contains(s.Frame(), string(r)+` is "`) {
				t.Errorf("%q is mute in %s:\n%s", r, scope, s.Frame())
			}
		}
	}
}
