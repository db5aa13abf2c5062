package drafts

import (
	"fmt"
	"strings"

	"cordial/keymap"
	"cordial/model/channel"
	"cordial/model/clean"
	"cordial/model/when"
	"cordial/ui/frame"
	"cordial/ui/keyhint"
	"cordial/ui/layout"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// Draw is the whole screen in w×h cells. The toast is one finished line, or empty.
func (s *Screen) Draw(t *theme.Theme, w, h int, toast string) string {
	side := 50
	if len(s.world.Drafts) == 0 {
		side = 0
	}
	return frame.Draw(t, w, h, layout.PageOpen{SidePercent: side}, toast, func(f layout.Page) frame.Parts {
		header := widget.Row(t, w, widget.Cell{Width: 1}, widget.Cell{Text: "Drafts", Role: theme.Title, Gap: 2},
			widget.Cell{Text: count(len(s.world.Drafts)), Role: theme.Dim, Grow: 1})
		return frame.Parts{Header: header, Body: s.body(t, f, w), Hints: s.hints(t, w)}
	})
}

// count is how many drafts there are.
func count(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprint(n)
}

// body is the list and the draft under the cursor, beside it or below it.
func (s *Screen) body(t *theme.Theme, f layout.Page, w int) string {
	h := f.Main.H
	switch {
	case len(s.world.Drafts) == 0:
		return s.empty(t, w, h)
	case !f.Side.Empty():
		list := s.rows(t, f.Main.W, h, f.Class)
		return widget.Columns(t, list, f.Main.W, s.preview(t, f.Side.W, h), f.Side.W, h)
	case f.Class != layout.Narrow && h >= 12:
		above := max(3, min(h/2, len(s.world.Drafts)))
		return widget.Stack(s.rows(t, w, above, f.Class), widget.Rule(t, w, -1, false), s.preview(t, w, h-above-1))
	}
	return s.rows(t, w, h, f.Class)
}

// empty says how a draft begins.
func (s *Screen) empty(t *theme.Theme, w, h int) string {
	kw := keyhint.New(s.world.Keys, keymap.Inbox, t)
	words := "No drafts. " + kw.Say(keymap.Compose, "on somebody in the inbox begins one") + "; what you type is kept as you type it, until it is sent or thrown away."
	lines := []string{""}
	for _, line := range widget.Wrap(words, max(1, min(70, w-4))) {
		lines = append(lines, "  "+t.Paint(theme.Dim, line))
	}
	return widget.Lines(lines, w, h)
}

// rows is the list.
func (s *Screen) rows(t *theme.Theme, w, h int, class layout.Class) string {
	tall := 1
	if class == layout.Narrow {
		tall = 2
	}
	s.list = s.list.Resize(len(s.world.Drafts), max(1, h/tall))
	return s.list.Draw(w, h, tall, func(i int, cursor bool) string {
		return s.row(t, w, s.world.Drafts[i], cursor, tall == 2)
	})
}

// row is a draft in one line, or in two.
func (s *Screen) row(t *theme.Theme, w int, d Draft, cursor, tall bool) string {
	bar := ""
	if cursor {
		bar, t = t.Glyphs.Cursor, t.Selected()
	}
	text, role := snippet(d), theme.Dim
	if !d.Copied.IsZero() {
		text, role = "sent? copied "+when.Short(d.Copied, s.world.Now)+": "+text, theme.Due
	}
	gutter := []widget.Cell{{Text: bar, Role: theme.Accent, Width: 1, Gap: 1}}
	by := widget.Cell{Text: kind(d), Role: theme.Text, Width: 10, Gap: 1}
	age := widget.Cell{Text: when.Age(d.Saved, s.world.Now), Role: theme.Dim, Width: 3, Right: true, Gap: 1}
	if tall {
		first := widget.Row(t, w, append(gutter, widget.Cell{Text: name(d), Role: theme.Text, Grow: 1, Gap: 1}, by, age)...)
		return first + "\n" + widget.Row(t, w, widget.Cell{Width: 4}, widget.Cell{Text: text, Role: role, Grow: 1})
	}
	return widget.Row(t, w, append(gutter,
		widget.Cell{Text: name(d), Role: theme.Text, Width: min(20, max(10, w/3)), Gap: 1}, by,
		widget.Cell{Text: text, Role: role, Grow: 1, Gap: 1}, age)...)
}

// kind is what a letter is.
func kind(d Draft) string {
	if d.Channel == channel.InMail {
		return "InMail"
	}
	return string(d.Channel)
}

// snippet is the beginning of a letter.
func snippet(d Draft) string {
	text := strings.TrimSpace(clean.Line(d.Subject) + " " + clean.Line(d.Body))
	if text == "" {
		return "(without a note)"
	}
	return text
}

// preview is the draft under the cursor.
func (s *Screen) preview(t *theme.Theme, w, h int) string {
	d, ok := s.current()
	if !ok || w < 3 {
		return widget.Blank(w, h)
	}
	lines := []string{t.Paint(theme.Strong, name(d))}
	about := strings.Trim(clean.Line(d.To.Position)+", "+clean.Line(d.To.Company), ", ")
	if about == "" {
		about = clean.Line(d.To.Headline)
	}
	if about != "" {
		lines = append(lines, t.Paint(theme.Dim, about))
	}
	lines = append(lines, t.Paint(theme.Dim, fmt.Sprintf("%s %s %d characters %s saved %s", kind(d), t.Glyphs.Sep,
		channel.Length(d.Body), t.Glyphs.Sep, when.Short(d.Saved, s.world.Now))))
	if !d.Copied.IsZero() {
		lines = append(lines, t.Paint(theme.Due, t.Glyphs.Warn+" Copied "+when.Short(d.Copied, s.world.Now)+"; was it sent?"))
	}
	lines = append(lines, "")
	if d.Subject != "" {
		lines = append(lines, t.Paint(theme.Strong, clean.Line(d.Subject)), "")
	}
	lines = append(lines, widget.Wrap(clean.Block(d.Body), w-2)...)
	for i := range lines {
		lines[i] = " " + lines[i]
	}
	return widget.Lines(lines, w, h)
}

// hints is the last line.
func (s *Screen) hints(t *theme.Theme, w int) string {
	kw := keyhint.New(s.world.Keys, s.Scope(), t)
	may := func(a keymap.Action, text string) widget.Hint {
		hint := kw.Hint(a, text)
		hint.Off = s.Off(a) != ""
		return hint
	}
	tail := ""
	if n := len(s.world.Drafts); n > 0 {
		tail = fmt.Sprintf("%d/%d", s.list.Cursor+1, n)
	}
	return widget.Hints(t, w, keyhint.There(
		may(keymap.Compose, "go on"), may(keymap.DraftDrop, "throw away"), keyhint.Keep(kw.Hint(keymap.Back, "back")),
		may(keymap.ProfileOpen, "LinkedIn"), kw.Pair(keymap.Down, keymap.Up, "move"), kw.Hint(keymap.ShowHelp, "help")), tail)
}
