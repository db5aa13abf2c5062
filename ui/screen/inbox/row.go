package inbox

import (
	"strings"

	"cordial/model/clean"
	"cordial/model/triage"
	"cordial/model/when"
	"cordial/ui/layout"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// nameWidth is the column of names on lists that are wide enough.
const nameWidth = 20

// title is a tab's name, cleaned: labels may come from a shared journal.
func title(t triage.Tab) string { return clean.Line(t.Title()) }

// list is the rows on screen, or why there are none.
func (s *Screen) list(t *theme.Theme, f layout.Inbox) string {
	p := s.spots[s.tab]
	if p.list.Total == 0 {
		return s.empty(t, f.List.W, f.List.H)
	}
	tints := s.tints()
	list := p.list.Resize(p.list.Total, f.List.H/max(1, f.RowHeight))
	return list.Draw(f.List.W, f.List.H, f.RowHeight, func(i int, cursor bool) string {
		id, _ := s.world.Board.At(s.tab, i)
		row := rowStyle{screen: s, tints: tints, cursor: cursor, selected: s.selected[id]}
		if f.RowHeight == 2 {
			return row.tall(t, f.List.W, s.line(id))
		}
		return row.flat(t, f.List.W, s.line(id))
	})
}

// tints gives every label its colour, by its place among all labels.
func (s *Screen) tints() map[string]theme.Role {
	tints := map[string]theme.Role{}
	for i, l := range s.world.Book.Labels() {
		tints[l] = theme.Tint(i)
	}
	return tints
}

// rowStyle is how one row is drawn.
type rowStyle struct {
	screen   *Screen
	tints    map[string]theme.Role
	cursor   bool
	selected bool
}

// flat is a row of one line.
func (r rowStyle) flat(t *theme.Theme, w int, l triage.Line) string {
	if r.cursor {
		t = t.Selected()
	}
	name, text := r.roles(l)
	width := min(nameWidth, max(10, w/3))
	return widget.Row(t, w, append(r.gutter(t, l),
		widget.Cell{Text: l.Name, Role: name, Width: width},
		r.star(t, l),
		widget.Cell{Text: r.text(l), Role: text, Grow: 1, Gap: 1},
		r.draft(l),
		widget.Cell{Text: r.labels(t, l), Gap: 1, Drop: 1},
		widget.Cell{Text: r.age(l), Role: theme.Dim, Width: 3, Right: true, Gap: 1},
	)...)
}

// tall is a row of two lines.
func (r rowStyle) tall(t *theme.Theme, w int, l triage.Line) string {
	if r.cursor {
		t = t.Selected()
	}
	name, text := r.roles(l)
	first := widget.Row(t, w, append(r.gutter(t, l),
		widget.Cell{Text: l.Name, Role: name, Grow: 1},
		r.star(t, l),
		r.draft(l),
		widget.Cell{Text: r.labels(t, l), Gap: 1, Drop: 1},
		widget.Cell{Text: r.age(l), Role: theme.Dim, Width: 3, Right: true, Gap: 1},
	)...)
	bar := widget.Cell{Width: 4}
	second := widget.Row(t, w, bar, widget.Cell{Text: r.text(l), Role: text, Grow: 1, Gap: 1})
	return first + "\n" + second
}

// gutter is cursor, selection and state, each in a column of its own.
func (r rowStyle) gutter(t *theme.Theme, l triage.Line) []widget.Cell {
	g := t.Glyphs
	bar, mark := "", ""
	if r.cursor {
		bar = g.Cursor
	}
	if r.selected {
		mark = g.Mark
	}
	state, role := "", theme.Text
	switch {
	case l.Due:
		state, role = g.Due, theme.Due
	case l.Unread:
		state, role = g.Unread, theme.Unread
	}
	return append(make([]widget.Cell, 0, 9),
		widget.Cell{Text: bar, Role: theme.Accent, Width: 1},
		widget.Cell{Text: mark, Role: theme.Mark, Width: 1},
		widget.Cell{Text: state, Role: role, Width: 1, Gap: 1},
	)
}

// star is the column behind the name.
func (r rowStyle) star(t *theme.Theme, l triage.Line) widget.Cell {
	c := widget.Cell{Width: 1, Gap: 1, Role: theme.Star}
	if l.State.Starred {
		c.Text = t.Glyphs.Star
	}
	return c
}

// draft is the mark of somebody to whom a letter is being written.
func (r rowStyle) draft(l triage.Line) widget.Cell {
	w := r.screen.world
	if l.ID.Person == 0 || w.Drafting == nil || !w.Drafting(l.ID.Person) {
		return widget.Cell{}
	}
	return widget.Cell{Text: "draft", Role: theme.Accent, Gap: 1, Drop: 2}
}

// roles are the looks of name and text.
func (r rowStyle) roles(l triage.Line) (name, text theme.Role) {
	switch {
	case l.Due:
		return theme.Strong, theme.Due
	case l.Unread:
		return theme.Strong, theme.Text
	default:
		return theme.Text, theme.Dim
	}
}

// text is what stands beside the name; among the snoozed, first until when.
func (r rowStyle) text(l triage.Line) string {
	if l.Place == triage.OutOfSight && l.State.Reminder != nil {
		return "until " + when.Short(l.State.Reminder.Due, r.screen.world.Now) + " - " + l.Text
	}
	return l.Text
}

// labels are two letters of each label, in its colour.
func (r rowStyle) labels(t *theme.Theme, l triage.Line) string {
	letters := strings.Fields(l.Initials)
	var b strings.Builder
	for i, pair := range letters {
		if i > 0 {
			b.WriteString(t.Paint(theme.Text, " "))
		}
		role := theme.Dim
		if i < len(l.State.Labels) {
			role = r.tints[l.State.Labels[i]]
		}
		b.WriteString(t.Paint(role, pair))
	}
	return b.String()
}

// age is how long ago something last happened.
func (r rowStyle) age(l triage.Line) string { return when.Age(l.Activity, r.screen.world.Now) }
