package uitest

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"
)

// Press presses keys one after the other, by their names in the keymap with blanks
// between: "g i", "ctrl+d", "enter".
func (s *Scenario) Press(keys string) *Scenario {
	s.t.Helper()
	for _, name := range strings.Fields(keys) {
		k, ok := Key(name)
		if !ok {
			s.t.Fatalf("there is no key %q", name)
		}
		s.Send(k)
	}
	return s
}

// Type types a text, letter by letter.
func (s *Scenario) Type(text string) *Scenario {
	s.t.Helper()
	for _, r := range text {
		s.Send(letter(r))
	}
	return s
}

// Paste pastes a text.
func (s *Scenario) Paste(text string) *Scenario {
	s.t.Helper()
	return s.Send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(text), Paste: true})
}

// Key is a key press by its name.
func Key(name string) (tea.KeyMsg, bool) {
	rest, alt := strings.CutPrefix(name, "alt+")
	if runes := []rune(rest); len(runes) == 1 {
		k := letter(runes[0])
		k.Alt = alt
		return k, true
	}
	if rest == "space" {
		return tea.KeyMsg{Type: tea.KeySpace, Runes: []rune{' '}, Alt: alt}, true
	}
	for kind := tea.KeyType(-200); kind < 200; kind++ {
		if k := (tea.KeyMsg{Type: kind}); kind != tea.KeyRunes && k.String() == rest {
			k.Alt = alt
			return k, true
		}
	}
	return tea.KeyMsg{}, false
}

// letter is a typed character.
func letter(r rune) tea.KeyMsg {
	if r == ' ' {
		return tea.KeyMsg{Type: tea.KeySpace, Runes: []rune{' '}}
	}
	return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}}
}

// Runes types a text so fast that the terminal sends it at once.
func (s *Scenario) Runes(text string) *Scenario {
	s.t.Helper()
	return s.Send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(text)})
}
