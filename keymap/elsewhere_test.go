package keymap

import "testing"

func TestElsewhere(t *testing.T) {
	for _, c := range []struct {
		key   string
		scope Scope
		want  Action
		in    Scope
	}{
		{"q", Thread, Quit, Inbox},
		{"x", Credits, Select, Inbox},
		{" ", Thread, Select, Inbox},
		{"n", Inbox, NextMessage, Thread},
		{"L", Thread, LimitHit, Invitations},
		{"ü", Inbox, "", ""},
		{"y", Question, Yes, Invitations},
	} {
		var got Binding
		if found := Default().Elsewhere(c.key, Stack(c.scope)...); len(found) > 0 {
			got = found[0]
		}
		if got.Action != c.want || got.Scope != c.in {
			t.Errorf("%q, pressed in %s, is %s in %s, want %s in %s", c.key, c.scope, got.Action, got.Scope, c.want, c.in)
		}
	}
}

// Every full screen has a place in words.
func TestPlaces(t *testing.T) {
	for _, s := range Scopes() {
		if named := s.Place() != "elsewhere"; named != (s.fullScreen() && s != Screen) {
			t.Errorf("%s is %q", s, s.Place())
		}
	}
}
