package keymap

import (
	"fmt"
	"strings"
	"testing"
)

// keyNames lists names that Bubble Tea v1 gives to keys.
func keyNames() []string {
	names := strings.Fields(`enter esc tab space backspace delete insert home end pgup pgdown up down
		left right shift+tab shift+up shift+end ctrl+up ctrl+end ctrl+pgdown ctrl+shift+left
		ctrl+@ ctrl+\ ctrl+] ctrl+^ ctrl+_ alt+enter alt+a alt+Z alt+ctrl+c alt+up alt+1`)
	for r := rune('!'); r < 0x7f; r++ {
		names = append(names, string(r))
	}
	for _, r := range "abcdefghjklnopqrstuvwxyz" {
		names = append(names, "ctrl+"+string(r))
	}
	for n := 1; n <= 20; n++ {
		names = append(names, fmt.Sprintf("f%d", n))
	}
	return names
}

func TestSequenceKeepsNames(t *testing.T) {
	for _, name := range append(keyNames(), "g i", "ctrl+x ctrl+s", "d d", "é", "ж", "space x") {
		if got, err := Sequence(name); err != nil || got != name {
			t.Errorf("Sequence(%q) = %q, %v", name, got, err)
		}
	}
}

func TestSequenceKnowsOtherSpellings(t *testing.T) {
	for in, want := range map[string]string{
		"Ctrl+K": "ctrl+k", "CTRL+k": "ctrl+k", "shift+a": "A", "Shift+Tab": "shift+tab",
		"alt+shift+g": "alt+G", "Escape": "esc", "Return": "enter", "PageDown": "pgdown",
		"PgDn": "pgdown", "pageup": "pgup", "del": "delete", "ins": "insert", "F5": "f5",
		"ctrl+space": "ctrl+@", "ctrl+/": "ctrl+_", " ": "space", "  g   i ": "g i",
		"G": "G", "alt+X": "alt+X", "+": "+", "alt++": "alt++",
	} {
		if got, err := Sequence(in); err != nil || got != want {
			t.Errorf("Sequence(%q) = %q, %v; want %q", in, got, err, want)
		}
	}
}

// A key that never arrives is refused with the one that does.
func TestSequenceRefuses(t *testing.T) {
	for in, hint := range map[string]string{
		"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+[": "esc", "ctrl+enter": "alt+enter",
		"shift+enter": "alt+enter", "ctrl+shift+enter": "ctrl+s", "ctrl+tab": "tab",
		"shift+space": "space", "ctrl+backspace": "ctrl+w", "alt+[": "another letter",
		"alt+O": "another letter", "alt+esc": "esc", "cmd+k": "ctrl", "super+x": "ctrl",
		"gg": `"g i"`, "ctrl+1": "ctrl+k", "ctrl+é": "ctrl+k", "ctrl+shift+a": "ctrl+k",
		"f21": "f5", "f0": "f5", "": "[]", "   ": "[]", "esc a": "esc", "a esc": "esc",
		"alt+": "alt+1", "ctrl+": "ctrl+k", "+a": "ctrl+k", "hyper": "ctrl+k", "\x1b": "ctrl+k",
		"alt+alt+a": "alt+1", "shift+1": "ctrl+k", "\u200b": "ctrl+k", "\xff": "ctrl+k",
	} {
		got, err := Sequence(in)
		if err == nil || !strings.Contains(err.Error(), hint) {
			t.Errorf("Sequence(%q) = %q, %v; want an error with %q", in, got, err, hint)
		}
	}
}

func TestLabel(t *testing.T) {
	for seq, want := range map[string]string{
		"e": "e", "g g": "gg", "g e": "g e", "d d": "dd", "enter": "⏎", "left": "←", "right": "→",
		"up": "↑", "down": "↓", "shift+tab": "⇧tab", "ctrl+k": "ctrl+k", "alt+enter": "alt+⏎",
		"ctrl+x ctrl+x": "ctrl+x ctrl+x", "space": "space",
	} {
		if got := Label(seq, false); got != want {
			t.Errorf("Label(%q) = %q, want %q", seq, got, want)
		}
		for _, r := range Label(seq, true) {
			if r >= 0x7f {
				t.Errorf("plain Label(%q) has %q", seq, r)
			}
		}
	}
}

func TestLabels(t *testing.T) {
	for want, keys := range map[string][]string{
		"":           nil,
		"j ↓ ctrl+n": {"j", "down", "ctrl+n"},
		"1-9":        {"1", "2", "3", "4", "5", "6", "7", "8", "9"},
		"1 2 x 7-9":  {"1", "2", "x", "7", "8", "9"},
		"2 1 f1 f2":  {"2", "1", "f1", "f2"},
		"gg home":    {"g g", "home"},
	} {
		if got := Labels(keys, false); got != want {
			t.Errorf("Labels(%q) = %q, want %q", keys, got, want)
		}
	}
}

// What is accepted is its own spelling, and can be typed.
func FuzzSequence(f *testing.F) {
	for _, seed := range []string{"g i", "Ctrl+Shift+Left", "alt++", "+", "ctrl+é", "shift+ß", "alt+ ", "\xff+a"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		seq, err := Sequence(s)
		if err != nil {
			return
		}
		again, err := Sequence(seq)
		if err != nil || again != seq {
			t.Errorf("Sequence(%q) = %q, then %q, %v", s, seq, again, err)
		}
		k := build([]Binding{{Scope: Global, Action: "typed", Keys: []string{seq}}})
		if got := typed(k, seq, Stack(Global)); got.Action != "typed" {
			t.Errorf("%q from %q is not reached: %+v", seq, s, got)
		}
	})
}
