package widget

import (
	"strings"
	"unicode/utf8"

	tea "github.com/charmbracelet/bubbletea"

	"cordial/ui/theme"
)

// Input is a text field of one line. Pasted line breaks become blanks and
// control characters are left out.
type Input struct {
	Prompt      string // drawn before the text, such as "> "
	Placeholder string // drawn dim while there is no text
	Limit       int    // most characters it takes; 0 for no limit

	edit editor
}

// Value is the text in the field.
func (in *Input) Value() string { return in.edit.text }

// SetValue replaces the text and puts the caret behind it.
func (in *Input) SetValue(s string) { in.edit.set(limited(typed(s, false), in.Limit)) }

// Len is the number of characters in the field, as Limit counts them.
func (in *Input) Len() int { return utf8.RuneCountInString(in.edit.text) }

// Key handles a key press or a paste and tells whether the field used it. It
// leaves Enter, Esc, Tab and the vertical arrows to the caller.
func (in *Input) Key(k tea.KeyMsg) bool {
	if text, ok := keyText(k); ok {
		in.edit.insert(limited(typed(text, false), in.room()))
		return true
	}
	return in.edit.key(k.String())
}

// room is how many characters may still be typed; 0 for no limit, -1 for none.
func (in *Input) room() int { return roomLeft(in.Limit, in.edit.text) }

// View draws the field in one line of exactly w cells, scrolled so that the
// caret is in sight.
func (in *Input) View(t *theme.Theme, w int) string { return in.view(t, w, true) }

// ViewBlurred draws the field without a caret, for when another one is typed in.
func (in *Input) ViewBlurred(t *theme.Theme, w int) string { return in.view(t, w, false) }

func (in *Input) view(t *theme.Theme, w int, focused bool) string {
	if w <= 0 {
		return ""
	}
	prompt := ""
	if pw := Width(in.Prompt); pw < w {
		prompt = t.Paint(theme.Accent, Fit(in.Prompt, pw))
		w -= pw
	}
	if in.edit.text == "" && in.Placeholder != "" {
		return settle(prompt+placeholder(t, in.Placeholder, w, focused), Width(prompt)+w)
	}
	if !focused {
		return settle(prompt+FitTail(in.edit.text, w, t.Glyphs.Ellipsis), Width(prompt)+w)
	}
	left, under, right := in.around(w)
	line := left + t.Paint(theme.Caret, under) + right
	return settle(prompt+Fit(line, w), Width(prompt)+w)
}

// around is the text before, under and behind the caret as it fits in w cells.
func (in *Input) around(w int) (left, under, right string) {
	left, right = in.edit.text[:in.edit.at], in.edit.text[in.edit.at:]
	under = " "
	if right != "" {
		under = grapheme(right)
		right = right[len(under):]
	}
	if Width(under) > w {
		under = Ellipsis
	}
	if under != " " && Width(under) == 0 {
		under = " "
	}
	if over := Width(left) + Width(under) - w; over > 0 {
		left = cutLeft(left, over)
	}
	right, _ = clip(right, w-Width(left)-Width(under), "")
	return left, under, right
}

// placeholder is the dim text of an empty field, its first cell under the caret.
func placeholder(t *theme.Theme, s string, w int, focused bool) string {
	if !focused || !printable(s) {
		return t.Paint(theme.Dim, FitTail(s, w, t.Glyphs.Ellipsis))
	}
	s = FitTail(s, w, t.Glyphs.Ellipsis)
	if !printable(s[:1]) {
		return t.Paint(theme.Dim, s)
	}
	return t.Paint(theme.Caret, s[:1]) + t.Paint(theme.Dim, s[1:])
}

// keyText is the text a key press types, if it types any.
func keyText(k tea.KeyMsg) (string, bool) {
	switch {
	case k.Alt && !k.Paste:
		return "", false
	case k.Type == tea.KeyRunes:
		return string(k.Runes), true
	case k.Type == tea.KeySpace:
		return " ", true
	}
	return "", false
}

// roomLeft is limit less the characters of s: 0 for no limit, -1 for no room.
func roomLeft(limit int, s string) int {
	if limit <= 0 {
		return 0
	}
	if n := limit - utf8.RuneCountInString(s); n > 0 {
		return n
	}
	return -1
}

// limited is the first n characters of s; all of them if n is 0, none if less.
func limited(s string, n int) string {
	if n == 0 || len(s) <= n {
		return s
	}
	if n < 0 {
		return ""
	}
	var b strings.Builder
	for s != "" {
		g := grapheme(s)
		if n -= utf8.RuneCountInString(g); n < 0 {
			break
		}
		b.WriteString(g)
		s = s[len(g):]
	}
	return b.String()
}
