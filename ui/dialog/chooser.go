package dialog

import (
	tea "github.com/charmbracelet/bubbletea"

	"cordial/keymap"
	"cordial/model/clean"
	"cordial/ui/match"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// chooser is a list of names that typing filters. With create, what is typed can
// be a new name: one more row below the others.
type chooser struct {
	input  widget.Input
	create func(name string) bool // whether the name may be a new one; nil never

	names []string
	goal  string // the name to go to when there is one of that name
	index *match.Index
	hits  []match.Hit
	list  widget.List
}

// setNames replaces the names. What is typed stays, and the cursor stays in its
// place unless it waits for one of the names.
func (c *chooser) setNames(names []string) {
	c.names, c.index = names, match.Strings(cleaned(names)...)
	c.find()
	c.list = c.list.Resize(c.rows(), c.list.Height)
	c.seek()
}

// seek goes to the name that the cursor waits for, once it is there.
func (c *chooser) seek() {
	for i, h := range c.hits {
		if c.goal != "" && c.names[h.Item] == c.goal {
			c.list, c.goal = c.list.To(i), ""
		}
	}
}

// cleaned is the names as they are shown.
func cleaned(names []string) []string {
	shown := make([]string, len(names))
	for i, n := range names {
		shown[i] = clean.Line(n)
	}
	return shown
}

// find filters the names by what is typed.
func (c *chooser) find() { c.hits, _ = c.index.Find(c.input.Value(), len(c.names)) }

// filter goes to the best name for what is typed.
func (c *chooser) filter() {
	c.goal = ""
	c.find()
	c.list = c.list.Resize(c.rows(), c.list.Height).Top()
}

// clear takes back what was typed and goes to a name, as soon as it is there.
func (c *chooser) clear(name string) {
	c.input.SetValue("")
	c.filter()
	c.goal = name
	c.seek()
}

// typed is what is typed, as it would be a name.
func (c *chooser) typed() string { return clean.Line(c.input.Value()) }

// rows counts the names found and the row for a new one.
func (c *chooser) rows() int {
	if c.creates() {
		return len(c.hits) + 1
	}
	return len(c.hits)
}

// creates tells whether there is a row for a new name.
func (c *chooser) creates() bool {
	return c.create != nil && c.typed() != "" && c.create(c.typed())
}

// current is the name under the cursor; fresh tells that it would be a new one.
func (c *chooser) current() (name string, fresh, ok bool) {
	at := c.list.Cursor
	switch {
	case at < len(c.hits):
		return c.names[c.hits[at].Item], false, true
	case c.creates():
		return c.typed(), true, true
	}
	return "", false, false
}

// do moves the cursor and tells whether the action was one for that.
func (c *chooser) do(a keymap.Action) bool {
	switch a {
	case keymap.Down:
		c.list = c.list.Move(1)
	case keymap.Up:
		c.list = c.list.Move(-1)
	case keymap.PageDown:
		c.list = c.list.Page(1)
	case keymap.PageUp:
		c.list = c.list.Page(-1)
	default:
		return false
	}
	c.goal = ""
	return true
}

// key types into the filter.
func (c *chooser) key(k tea.KeyMsg) {
	was := c.input.Value()
	if c.input.Key(k) && c.input.Value() != was {
		c.filter()
	}
}

// draw adds the filter and as many rows as fit in h lines; cells draws what
// stands before and behind a name.
func (c *chooser) draw(s *sheet, h int, create string, cells func(name string) (before, behind widget.Cell)) {
	s.add(c.input.View(s.t, s.w))
	h--
	if h > 4 {
		s.add("")
		h--
	}
	c.list = c.list.Resize(c.rows(), max(1, h))
	first, last := c.list.Window()
	for i := first; i < last; i++ {
		s.add(c.row(s.t, s.w, i, create, cells))
	}
}

func (c *chooser) row(t *theme.Theme, w, i int, create string, cells func(string) (before, behind widget.Cell)) string {
	bar := ""
	if i == c.list.Cursor {
		bar, t = t.Glyphs.Cursor, t.Selected()
	}
	line := []widget.Cell{{Text: bar, Role: theme.Accent, Width: 1, Gap: 1}}
	if i >= len(c.hits) {
		return widget.Row(t, w, append(line, widget.Cell{Text: create + " «" + c.typed() + "»", Role: theme.Accent, Grow: 1})...)
	}
	hit := c.hits[i]
	before, behind := cells(c.names[hit.Item])
	name := widget.Highlight(t, theme.Text, clean.Line(c.names[hit.Item]), hit.At)
	return widget.Row(t, w, append(line, before, widget.Cell{Text: name, Role: theme.Text, Grow: 1, Gap: 1}, behind)...)
}
