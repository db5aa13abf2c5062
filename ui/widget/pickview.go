package widget

import (
	"strconv"
	"strings"

	"cordial/ui/theme"
)

// View draws the input, a blank line if there is room, and the rows, in the
// size given to Resize.
func (p *Picker) View(t *theme.Theme) string {
	if p.w <= 0 || p.h <= 0 {
		return ""
	}
	count := strconv.Itoa(len(p.hits)) + " of " + strconv.Itoa(len(p.items))
	head := p.Input.View(t, p.w)
	if cw := Width(count); p.w >= 2*cw+10 {
		head = p.Input.View(t, p.w-cw-1) + " " + t.Paint(theme.Dim, count)
	}
	rows := p.list.Draw(p.w, p.h-1-p.space(), 1, func(i int, cursor bool) string {
		return p.row(t, p.w, i, cursor)
	})
	return Stack(head, Blank(p.w, p.space()), rows)
}

func (p *Picker) row(t *theme.Theme, w, i int, cursor bool) string {
	bar := ""
	if cursor {
		bar, t = t.Glyphs.Cursor, t.Selected()
	}
	cells := []Cell{{Text: bar, Role: theme.Accent, Width: 1, Gap: 1}}
	if i >= len(p.hits) {
		name := strconv.Quote(strings.TrimSpace(p.Input.Value()))
		return Row(t, w, append(cells, Cell{Text: p.Create + " " + name, Role: theme.Accent, Grow: 1})...)
	}
	hit := p.hits[i]
	it := p.items[hit.Index]
	if p.Multi {
		mark := ""
		if p.marked[it.ID] {
			mark = t.Glyphs.Mark
		}
		cells = append(cells, Cell{Text: mark, Role: theme.Mark, Width: 1, Gap: 1})
	}
	role, detail := theme.Text, it.Detail
	if it.Off != "" {
		role, detail = theme.Disabled, it.Off
	}
	cells = append(cells,
		Cell{Text: Highlight(t, role, it.Text, hit.At), Gap: 2},
		Cell{Text: detail, Role: theme.Dim, Grow: 1, Gap: 1},
		Cell{Text: it.Key, Role: theme.Key, Drop: 1})
	return Row(t, w, cells...)
}

// Highlight paints text in role, and the characters at the given places (runes,
// ascending) as matches.
func Highlight(t *theme.Theme, role theme.Role, text string, at []int) string {
	if len(at) == 0 {
		return t.Paint(role, text)
	}
	var b strings.Builder
	run, hit, place := 0, false, 0
	flush := func(end int) {
		r := role
		if hit {
			r = theme.Match
		}
		b.WriteString(t.Paint(r, text[run:end]))
		run = end
	}
	for i := 0; i < len(text); {
		g := grapheme(text[i:])
		place += len([]rune(g))
		now := false
		for len(at) > 0 && at[0] < place {
			now, at = true, at[1:]
		}
		if now != hit {
			flush(i)
			hit = now
		}
		i += len(g)
	}
	flush(len(text))
	return b.String()
}
