package widget

import (
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"cordial/ui/theme"
)

// press turns names into key messages: "left", "ctrl+w", or text to type.
func press(names ...string) []tea.KeyMsg {
	byName := map[string]tea.KeyMsg{}
	for k := tea.KeyType(-80); k < 128; k++ {
		if name := k.String(); name != "" {
			byName[name] = tea.KeyMsg{Type: k}
			byName["alt+"+name] = tea.KeyMsg{Type: k, Alt: true}
		}
	}
	keys := make([]tea.KeyMsg, 0, len(names))
	for _, name := range names {
		k, known := byName[name]
		if letter, alt := strings.CutPrefix(name, "alt+"); alt && !known {
			k, known = tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(letter), Alt: true}, true
		}
		if !known || name == "runes" {
			k = tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(name)}
		}
		keys = append(keys, k)
	}
	return keys
}

func paste(s string) tea.KeyMsg {
	return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(s), Paste: true}
}

// split shows a text with a bar at the caret.
func split(e editor) string { return e.text[:e.at] + "|" + e.text[e.at:] }

func TestInputKeys(t *testing.T) {
	for _, c := range []struct {
		start string
		keys  []string
		want  string
	}{
		{"", []string{"h", "i"}, "hi|"},
		{"one two", []string{"left", "left"}, "one t|wo"},
		{"one two", []string{"home", "right"}, "o|ne two"},
		{"one two", []string{"ctrl+a", "X"}, "X|one two"},
		{"one two", []string{"home", "end"}, "one two|"},
		{"one two", []string{"backspace"}, "one tw|"},
		{"one two", []string{"home", "delete"}, "|ne two"},
		{"one two", []string{"home", "backspace"}, "|one two"},
		{"one two", []string{"delete"}, "one two|"},
		{"one two", []string{"ctrl+w"}, "one |"},
		{"one two  ", []string{"ctrl+w"}, "one |"},
		{"one two", []string{"alt+backspace", "alt+backspace"}, "|"},
		{"one two", []string{"ctrl+left", "ctrl+left"}, "|one two"},
		{"one two", []string{"home", "alt+f"}, "one| two"},
		{"one two", []string{"home", "ctrl+right", "ctrl+right"}, "one two|"},
		{"one two", []string{"home", "alt+d"}, "| two"},
		{"one two", []string{"alt+b", "ctrl+u"}, "|two"},
		{"one two", []string{"alt+b", "ctrl+k"}, "one |"},
		{"e\u0301", []string{"backspace"}, "|"},
		{"a👩‍💻b", []string{"left", "left"}, "a|👩‍💻b"},
		{"a👩‍💻b", []string{"left", "backspace"}, "a|b"},
		{"🇩🇪🇫🇷", []string{"backspace"}, "🇩🇪|"},
		{"🇩🇪🇫🇷", []string{"left", "left", "delete"}, "|🇫🇷"},
		{"日本", []string{"left", "x"}, "日x|本"},
		{"e", []string{"home", "right", "\u0301"}, "e\u0301|"},
	} {
		var in Input
		in.SetValue(c.start)
		for _, k := range press(c.keys...) {
			if !in.Key(k) {
				t.Errorf("%q: key %q not used", c.start, k)
			}
		}
		if got := split(in.edit); got != c.want {
			t.Errorf("%q after %q: %q, want %q", c.start, c.keys, got, c.want)
		}
	}
}

func TestInputLeavesKeysToTheCaller(t *testing.T) {
	var in Input
	in.SetValue("text")
	for _, k := range press("enter", "esc", "tab", "up", "down", "ctrl+s", "f1", "alt+x", "ctrl+c") {
		if in.Key(k) {
			t.Errorf("used %q", k)
		}
	}
	if in.Value() != "text" {
		t.Errorf("changed to %q", in.Value())
	}
}

func TestPasteIsCleaned(t *testing.T) {
	const evil = "Hi\x1b[31m\r\nthere\t\u202edark\u2066 \u200bx\x00\u009b2J \u00a0end 👩‍💻 می‌خواهم"
	var in Input
	in.Key(paste(evil))
	if want := "Hi[31m there dark x2J  end 👩‍💻 می‌خواهم"; in.Value() != want {
		t.Errorf("input: %q, want %q", in.Value(), want)
	}
	area := NewTextArea(40, 5)
	area.Key(paste(evil))
	if want := "Hi[31m\nthere dark x2J  end 👩‍💻 می‌خواهم"; area.Value() != want {
		t.Errorf("area: %q, want %q", area.Value(), want)
	}
}

func TestPasteOfAMegabyte(t *testing.T) {
	for _, unit := range []string{"word ", "é", "👍🏽"} {
		s := strings.Repeat(unit, 1<<20/len(unit))
		area := NewTextArea(60, 10)
		area.Key(paste(s))
		area.Key(press("x")[0])
		if area.Value() != s+"x" {
			t.Errorf("%q: %d bytes of %d", unit, len(area.Value()), len(s)+1)
		}
		checkBlock(t, "TextArea", area.View(theme.New(theme.Options{})), 60, 10)
	}
}

func TestLimitCountsCharactersAndKeepsThemWhole(t *testing.T) {
	in := Input{Limit: 5}
	in.Key(paste("abc👩‍💻")) // 3 + 3 characters, the last three are one emoji
	if in.Value() != "abc" || in.Len() != 3 {
		t.Errorf("got %q, %d", in.Value(), in.Len())
	}
	in.Key(paste("defg"))
	in.Key(press("h")[0])
	if in.Value() != "abcde" {
		t.Errorf("got %q", in.Value())
	}
}

// The caret is never inside a character, whatever is typed and deleted.
func TestCaretStaysBetweenGraphemes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		area := NewTextArea(rapid.IntRange(1, 20).Draw(t, "w"), 4)
		for _, k := range rapid.SliceOfN(keys(), 1, 15).Draw(t, "keys") {
			area.Key(k)
			at := 0
			for at < area.edit.at {
				at += len(grapheme(area.edit.text[at:]))
			}
			if at != area.edit.at {
				t.Fatalf("after %q: %q", k, split(area.edit))
			}
		}
	})
}

// A blank that carries a vowel sign is a character: no line may begin inside it.
func TestWrapKeepsAccentedBlanks(t *testing.T) {
	area := NewTextArea(2, 3)
	area.SetValue("a  \u0bbf")
	area.Key(press("ctrl+home")[0])
	for _, k := range press("down", "down", "down") {
		area.Key(k)
		if got := split(area.edit); strings.HasSuffix(got, "|\u0bbf") {
			t.Fatalf("inside a character: %q", got)
		}
	}
}

func TestInputScrollsToTheCaret(t *testing.T) {
	th := theme.New(theme.Options{})
	in := Input{Prompt: "> "}
	in.SetValue("abcdefghij")
	for _, c := range []struct {
		keys []string
		want string
	}{
		{nil, "> ghij\x1b[7m \x1b[m"},
		{[]string{"left", "left", "left"}, "> defg\x1b[7mh\x1b[m"},
		{[]string{"home"}, "> \x1b[7ma\x1b[mbcde"},
	} {
		for _, k := range press(c.keys...) {
			in.Key(k)
		}
		if got := in.View(th, 7); got != c.want {
			t.Errorf("after %q: %q, want %q", c.keys, got, c.want)
		}
	}
	in.SetValue("")
	in.Placeholder = "name"
	if got := in.View(th, 7); ansi.Strip(got) != "> name " || !strings.Contains(got, "\x1b[7mn") {
		t.Errorf("placeholder: %q", got)
	}
}

func TestTextAreaRows(t *testing.T) {
	// Ten columns, of which nine hold text:
	//   one two
	//   three
	//   (empty)
	//   0123456789ab broken after nine
	area := NewTextArea(10, 3)
	area.SetValue("one two three\n\n0123456789ab")
	for _, c := range []struct {
		keys []string
		want string
	}{
		{[]string{"ctrl+home"}, "|one two three\n\n0123456789ab"},
		{[]string{"end"}, "one two three|\n\n0123456789ab"},
		{[]string{"up"}, "one t|wo three\n\n0123456789ab"},
		{[]string{"down", "down"}, "one two three\n|\n0123456789ab"},
		{[]string{"down"}, "one two three\n\n01234|56789ab"},
		{[]string{"down"}, "one two three\n\n0123456789ab|"},
		{[]string{"down"}, "one two three\n\n0123456789ab|"},
		{[]string{"pgup"}, "one two three\n|\n0123456789ab"},
		{[]string{"enter", "x"}, "one two three\n\nx|\n0123456789ab"},
		{[]string{"backspace", "backspace", "backspace"}, "one two three|\n0123456789ab"},
		{[]string{"ctrl+end", "home"}, "one two three\n|0123456789ab"},
		{[]string{"backspace"}, "one two three|0123456789ab"},
	} {
		for _, k := range press(c.keys...) {
			if !area.Key(k) {
				t.Errorf("%q not used", k)
			}
		}
		if got := split(area.edit); got != c.want {
			t.Fatalf("after %q: %q, want %q", c.keys, got, c.want)
		}
		if spans := area.spans(); area.row(spans) < area.top || area.row(spans) >= area.top+3 {
			t.Fatalf("after %q the caret is off screen", c.keys)
		}
	}
	for _, k := range press("esc", "tab", "ctrl+s") {
		if area.Key(k) {
			t.Errorf("used %q", k)
		}
	}
}
