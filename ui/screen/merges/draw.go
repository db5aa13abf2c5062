package merges

import (
	"fmt"
	"strings"

	"cordial/keymap"
	"cordial/model"
	"cordial/model/clean"
	"cordial/model/when"
	"cordial/ui/frame"
	"cordial/ui/keyhint"
	"cordial/ui/layout"
	"cordial/ui/theme"
	"cordial/ui/twins"
	"cordial/ui/widget"
)

// Draw is the whole screen in w×h cells. The toast is one finished line, or empty.
func (s *Screen) Draw(t *theme.Theme, w, h int, toast string) string {
	side := 58
	if s.rows() == 0 {
		side = 0
	}
	return frame.Draw(t, w, h, layout.PageOpen{SidePercent: side}, toast, func(f layout.Page) frame.Parts {
		return frame.Parts{Header: s.header(t, f.Class, w), Body: s.body(t, f, w), Hints: s.hints(t, f.Class, w)}
	})
}

// rows is how many rows the view has.
func (s *Screen) rows() int { return s.lists[s.view].Total }

// header is the first line: where we are, and the views.
func (s *Screen) header(t *theme.Theme, class layout.Class, w int) string {
	names := []string{fmt.Sprintf("Maybe one %d", len(s.world.Suggestions)), fmt.Sprintf("Made one %d", len(s.merges))}
	var tabs []string
	for i, n := range names {
		if view(i) == s.view {
			tabs = append(tabs, t.Paint(theme.TabActive, "["+n+"]"))
		} else {
			tabs = append(tabs, t.Paint(theme.Tab, n))
		}
	}
	title := "Same person?"
	if class == layout.Narrow {
		title = "Same?"
	}
	likely := ""
	if n := len(s.sure); n > 0 {
		likely = keyhint.New(s.world.Keys, s.Scope(), t).Say(keymap.MergeAll, "merges "+plural(n, "likely one"))
	}
	return widget.Row(t, w, widget.Cell{Width: 1}, widget.Cell{Text: title, Role: theme.Title, Gap: 2},
		widget.Cell{Text: strings.Join(tabs, "  "), Gap: 1}, widget.Cell{Grow: 1}, widget.Cell{Text: likely, Role: theme.Dim, Gap: 1, Drop: 1})
}

// body is the list and the pair under the cursor, beside it or below it.
func (s *Screen) body(t *theme.Theme, f layout.Page, w int) string {
	h := f.Main.H
	switch {
	case s.rows() == 0:
		return s.empty(t, w, h)
	case !f.Side.Empty():
		return widget.Columns(t, s.list(t, f.Main.W, h, 1), f.Main.W, s.detail(t, f.Side.W, h), f.Side.W, h)
	case h < 6:
		return s.list(t, w, h, 1)
	}
	tall := 1
	if f.Class == layout.Narrow {
		tall = 2
	}
	above := min(h/3+tall-1, s.rows()*tall)
	above -= above % tall
	return widget.Stack(s.list(t, w, above, tall), widget.Rule(t, w, -1, false), s.detail(t, w, h-above-1))
}

// list is the rows of the view, each tall lines.
func (s *Screen) list(t *theme.Theme, w, h, tall int) string {
	s.lists[s.view] = s.lists[s.view].Resize(s.rows(), max(1, h/tall))
	return s.lists[s.view].Draw(w, h, tall, func(i int, cursor bool) string {
		if s.view == made {
			return s.mergeRow(t, w, s.merges[i], cursor, tall == 2)
		}
		return s.suggestionRow(t, w, s.world.Suggestions[i], cursor, tall == 2)
	})
}

// suggestionRow is who, how likely, and why.
func (s *Screen) suggestionRow(t *theme.Theme, w int, one model.MergeSuggestion, cursor, tall bool) string {
	who := name(one.B)
	if other := name(one.A); other != who {
		who += " / " + other
	}
	sure, look := "maybe", theme.Dim
	if one.Likely {
		sure, look = "likely", theme.Good
	}
	return twoFacts(t, w, who, clean.Line(one.Why), widget.Cell{Text: sure, Role: look, Width: 6, Gap: 1}, cursor, tall)
}

// mergeRow is who became part of whom, and when.
func (s *Screen) mergeRow(t *theme.Theme, w int, m model.Merge, cursor, tall bool) string {
	age := widget.Cell{Text: when.Age(m.At, s.world.Now), Role: theme.Dim, Width: 4, Right: true, Gap: 1}
	return twoFacts(t, w, name(m.Into), address(m.From)+" became part of it", age, cursor, tall)
}

// address is what tells two people of one name apart.
func address(p model.Person) string {
	if id := clean.Line(p.ID); id != "" {
		return id
	}
	return name(p)
}

// twoFacts is a row of a name, a fact and a mark, in one line or in two.
func twoFacts(t *theme.Theme, w int, who, fact string, mark widget.Cell, cursor, tall bool) string {
	bar := ""
	if cursor {
		bar, t = t.Glyphs.Cursor, t.Selected()
	}
	gutter := widget.Cell{Text: bar, Role: theme.Accent, Width: 1, Gap: 1}
	if tall {
		return widget.Row(t, w, gutter, widget.Cell{Text: who, Grow: 1, Gap: 1}, mark) + "\n" +
			widget.Row(t, w, widget.Cell{Width: 4}, widget.Cell{Text: fact, Role: theme.Dim, Grow: 1})
	}
	return widget.Row(t, w, gutter, widget.Cell{Text: who, Width: min(30, max(10, w*2/5)), Gap: 1},
		widget.Cell{Text: fact, Role: theme.Dim, Grow: 1, Gap: 1}, mark)
}

// detail is the pair under the cursor, side by side.
func (s *Screen) detail(t *theme.Theme, w, h int) string {
	inner := max(1, w-2)
	look := func(p model.Person) twins.Side { return twins.Look(s.world.Book, s.world.Board, p, s.world.Now) }
	var lines []string
	if one, ok := s.suggestion(); ok {
		left, right := look(one.A), look(one.B)
		left.Stays, right.Stays = s.swaps[pairOf(one)], !s.swaps[pairOf(one)]
		if h > 8 {
			for _, line := range widget.Wrap(sentence(one), inner) {
				lines = append(lines, t.Paint(theme.Strong, line))
			}
			lines = append(lines, "")
		}
		lines = append(lines, twins.Lines(t, inner, h-len(lines), left, right)...)
	} else if m, ok := s.merge(); ok {
		left, right := twins.Side{Person: m.From}, look(m.Into)
		right.Stays = true
		if h > 8 {
			lines = append(lines, t.Paint(theme.Strong, widget.FitTail("One person since "+when.Short(m.At, s.world.Now), inner, t.Glyphs.Ellipsis)), "")
		}
		lines = append(lines, twins.Lines(t, inner, h-len(lines), left, right)...)
	}
	for i := range lines {
		lines[i] = " " + lines[i]
	}
	return widget.Lines(lines, w, h)
}

// sentence says how likely two people are one, and why.
func sentence(one model.MergeSuggestion) string {
	if one.Likely {
		return "Likely one person: " + clean.Line(one.Why) + "."
	}
	return "Maybe one person: " + clean.Line(one.Why) + "."
}

// hints is the last line.
func (s *Screen) hints(t *theme.Theme, class layout.Class, w int) string {
	kw := keyhint.New(s.world.Keys, s.Scope(), t)
	may := func(a keymap.Action, text string) widget.Hint {
		hint := kw.Hint(a, text)
		hint.Off = s.Off(a) != ""
		return hint
	}
	hints := []widget.Hint{may(keymap.Merge, "one"), may(keymap.Apart, "two"), may(keymap.MergeSwap, "swap")}
	if s.view == made {
		hints = []widget.Hint{may(keymap.Unmerge, "take apart")}
	} else if class != layout.Narrow {
		hints = append(hints, may(keymap.MergeAll, "all likely"))
	}
	if class != layout.Narrow {
		hints = append(hints, may(keymap.Open, "open"), kw.Hint(keymap.Undo, "undo"))
	}
	hints = append(hints, kw.Hint(keymap.NextTab, "view"), keyhint.Keep(kw.Hint(keymap.Back, "back")), kw.Hint(keymap.ShowHelp, "help"))
	tail := ""
	if n := s.rows(); n > 0 && class != layout.Narrow {
		tail = fmt.Sprintf("%d/%d", s.lists[s.view].Cursor+1, n)
	}
	return widget.Hints(t, w, keyhint.There(hints...), tail)
}
