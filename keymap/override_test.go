package keymap

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestWithChangesOneScope(t *testing.T) {
	k, err := Default().With(Overrides{Inbox: {Archive: {"d", "e", "Ctrl+E", "e"}}})
	if err != nil {
		t.Fatal(err)
	}
	if got := k.Keys(Archive, Stack(Inbox)...); !slices.Equal(got, []string{"d", "e", "ctrl+e"}) {
		t.Errorf("archive in the inbox: %q", got)
	}
	if got := k.Keys(Archive, Stack(Thread)...); !slices.Equal(got, []string{"e"}) {
		t.Errorf("archive in the conversation: %q", got)
	}
	if got := Default().Keys(Archive, Stack(Inbox)...); !slices.Equal(got, []string{"e"}) {
		t.Errorf("the default changed: %q", got)
	}
}

func TestWithScreenReachesEveryScreen(t *testing.T) {
	k, err := Default().With(Overrides{
		Thread: {Archive: {"f9"}},
		Screen: {Archive: {"f8"}, Undo: {"u"}, Unread: {"U"}, Unmerge: {"-"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		scope  Scope
		action Action
		key    string
	}{{Inbox, Archive, "f8"}, {Thread, Archive, "f9"}, {Credits, Undo, "u"}, {Thread, Unread, "U"}} {
		if got := k.Keys(c.action, Stack(c.scope)...); !slices.Equal(got, []string{c.key}) {
			t.Errorf("%s in %s: %q, want %s", c.action, c.scope, got, c.key)
		}
	}
	if got := k.Keys(Down, Stack(Picker)...); !slices.Equal(got, []string{"down", "ctrl+n"}) {
		t.Errorf("a dialog was reached: %q", got)
	}
}

func TestWithUnbinds(t *testing.T) {
	k, err := Default().With(Overrides{Screen: {Mute: {}}})
	if err != nil {
		t.Fatal(err)
	}
	if got := k.Keys(Mute, Stack(Inbox)...); got != nil {
		t.Errorf("mute still has %q", got)
	}
	if got := typed(k, "m", Stack(Inbox)); got.Kind != Unbound {
		t.Errorf("m: %+v", got)
	}
	if !slices.ContainsFunc(k.Bindings(), func(b Binding) bool { return b.Action == Mute }) {
		t.Error("mute is no longer listed")
	}
}

func TestWithSwapsKeys(t *testing.T) {
	k, err := Default().With(Overrides{Screen: {Archive: {"h"}, RemindSet: {"e"}}})
	if err != nil {
		t.Fatal(err)
	}
	if got := typed(k, "h", Stack(Thread)); got.Action != Archive {
		t.Errorf("h: %+v", got)
	}
}

func TestWithNewSequence(t *testing.T) {
	k, err := Default().With(Overrides{Screen: {Undo: {"g u"}}})
	if err != nil {
		t.Fatal(err)
	}
	if got := typed(k, "g u", Stack(Thread)); got.Action != Undo {
		t.Errorf("g u: %+v", got)
	}
}

func TestWithRefuses(t *testing.T) {
	for _, c := range []struct {
		name  string
		given Overrides
		says  []string
	}{
		{"taken", Overrides{Inbox: {LabelPick: {"e"}}}, []string{`"e" is both archive in [keys.inbox] and label.pick in [keys.inbox]`}},
		{"taken further out", Overrides{Inbox: {LabelPick: {"z"}}}, []string{`"z"`, "undo in [keys.screen]"}},
		{"a prefix", Overrides{Inbox: {Star: {"g"}}}, []string{`begins like "g" (star in [keys.inbox])`}},
		{"behind a key", Overrides{Inbox: {Star: {"e e"}}}, []string{`"e e" (star in [keys.inbox]) begins like "e" (archive`}},
		{"own prefix", Overrides{Inbox: {Star: {"s", "s s"}}}, []string{`"s s"`, `"s"`}},
		{"a letter in a field", Overrides{Picker: {Toggle: {"x"}}}, []string{"[keys.picker] toggle", "typed into the text field"}},
		{"a global letter", Overrides{Global: {Redraw: {"r"}}}, []string{"[keys.global] redraw", "typed into the text field"}},
		{"no such scope", Overrides{"inboxx": {Archive: {"d"}}}, []string{"[keys.inboxx] archive", "no such section", "thread"}},
		{"no such action", Overrides{Inbox: {"archve": {"d"}}}, []string{"[keys.inbox] archve", "cordial keys"}},
		{"elsewhere", Overrides{Inbox: {Undo: {"f7"}}}, []string{"[keys.inbox] undo", "belongs to the sections [screen]"}},
		{"not a key", Overrides{Inbox: {Archive: {"ctrl+i"}}}, []string{"[keys.inbox] archive", "use tab"}},
		{"no way back", Overrides{Thread: {Back: {}}}, []string{"[keys.thread] back needs at least one key"}},
		{"no way out", Overrides{Global: {Quit: {}}}, []string{"[keys.global] quit needs at least one key"}},
		{"two mistakes", Overrides{Inbox: {"x": {"d"}, Archive: {"f99"}}}, []string{"[keys.inbox] x", "f99"}},
	} {
		_, err := Default().With(c.given)
		if err == nil {
			t.Errorf("%s: accepted", c.name)
			continue
		}
		for _, part := range c.says {
			if !strings.Contains(err.Error(), part) {
				t.Errorf("%s: %v\nlacks %s", c.name, err, part)
			}
		}
		if lines := strings.Count(err.Error(), "\n") + 1; lines > 2 {
			t.Errorf("%s: %d lines for it:\n%v", c.name, lines, err)
		}
	}
}

// Whatever a user writes, With answers a sound keymap or an error.
func TestWithIsSoundOrRefuses(t *testing.T) {
	all := Default().Bindings()
	names := keyNames()
	rapid.Check(t, func(t *rapid.T) {
		given := Overrides{}
		for range rapid.IntRange(1, 4).Draw(t, "rows") {
			b := rapid.SampledFrom(all).Draw(t, "binding")
			keys := rapid.SliceOfN(rapid.SampledFrom(names), 0, 3).Draw(t, "keys")
			if len(keys) > 1 && rapid.Bool().Draw(t, "sequence") {
				keys = []string{strings.Join(keys, " ")}
			}
			if given[b.Scope] == nil {
				given[b.Scope] = map[Action][]string{}
			}
			given[b.Scope][b.Action] = keys
		}
		k, err := Default().With(given)
		if err != nil {
			return
		}
		for s, actions := range given {
			for a, keys := range actions {
				for _, seq := range keys {
					if got := typed(k, seq, Stack(s)); got.Action != a {
						t.Fatalf("%q in %s is %+v, want %s", seq, s, got, a)
					}
				}
			}
		}
	})
}
