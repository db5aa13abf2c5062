package credits

import (
	"slices"

	"cordial/model/day"
	"cordial/ui/ask"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// narrow is the width under which a line says only what matters most.
const narrow = 48

// row is one line of a view. One that leads nowhere is passed over by the cursor.
type row struct {
	key   any                                       // what the cursor stays on when the rows change; comparable
	cells func(t *theme.Theme, w int) []widget.Cell // nil for a blank line
	story func() story                              // what Enter tells, nil for nothing
	ask   ask.Request                               // what Enter asks for before it tells anything
	on    day.Day                                   // the day it is about, 0 for none in particular
}

// live tells whether the cursor can be on the row.
func (r row) live() bool { return r.story != nil || r.ask != nil }

// draw is the row in w cells.
func (r row) draw(t *theme.Theme, w int, cursor bool) string {
	bar := ""
	if cursor {
		bar, t = t.Glyphs.Cursor, t.Selected()
	}
	if r.cells == nil {
		return widget.Fit("", w)
	}
	cells := []widget.Cell{{Text: bar, Role: theme.Accent, Width: 1}}
	return widget.Row(t, w, append(cells, r.cells(t, w-1)...)...)
}

// said is a line of words.
func said(text string, role theme.Role) row {
	return row{cells: func(*theme.Theme, int) []widget.Cell {
		return []widget.Cell{{Text: text, Role: role, Grow: 1}}
	}}
}

// paragraph is a text in as many lines of w cells as it takes, after its sign.
func paragraph(sign, text string, role theme.Role, w int) []row {
	indent := widget.Width(sign)
	var rows []row
	for i, line := range widget.Wrap(text, max(1, w-1-indent)) {
		if i > 0 {
			sign = widget.Fit("", indent)
		}
		rows = append(rows, said(sign+line, role))
	}
	return rows
}

// heading is the title of a part, with a word on how to read it.
func heading(title, note string) row {
	return row{cells: func(*theme.Theme, int) []widget.Cell {
		return []widget.Cell{{Text: title, Role: theme.Title, Gap: 2}, {Text: note, Role: theme.Dim, Grow: 1, Drop: 1}}
	}}
}

// rows is a view made of rows, and its cursor.
type rows struct {
	all  []row
	list widget.List
}

// set replaces the rows; the cursor stays on what it is on, or at its place.
func (v *rows) set(all []row) {
	at := v.list.Cursor
	if key := v.current().key; key != nil {
		if place := slices.IndexFunc(all, func(r row) bool { return r.key == key }); place >= 0 {
			at = place
		}
	}
	v.all = all
	v.list = v.list.Resize(len(all), v.list.Height).To(at)
	v.settle(0)
}

// current is the row under the cursor, an empty one where there is none.
func (v *rows) current() row {
	if v.list.Cursor < len(v.all) {
		return v.all[v.list.Cursor]
	}
	return row{}
}

// move takes the cursor to where a motion leads.
func (v *rows) move(to func(widget.List) widget.List) {
	before := v.list.Cursor
	v.list = to(v.list)
	v.settle(before)
}

// settle takes the cursor off a row that leads nowhere: on in the direction in which
// it was going, or back when nothing follows.
func (v *rows) settle(before int) {
	step := 1
	if v.list.Cursor < before {
		step = -1
	}
	for _, step := range []int{step, -step} {
		for i := v.list.Cursor; i >= 0 && i < len(v.all); i += step {
			if v.all[i].live() {
				v.list = v.list.To(i)
				return
			}
		}
	}
}

// draw is the view in w×h cells.
func (v *rows) draw(t *theme.Theme, w, h int, focused bool) string {
	v.list = v.list.Resize(len(v.all), h)
	if !v.reached() {
		v.list = v.list.Top()
	}
	v.settle(0)
	v.showEnd()
	return v.list.Draw(w, h, 1, func(i int, cursor bool) string {
		return v.all[i].draw(t, w, cursor && focused)
	})
}

// showEnd shows what stands below the last row that the cursor can be on, as far as
// the cursor stays in sight.
func (v *rows) showEnd() {
	for i := v.list.Cursor + 1; i < len(v.all); i++ {
		if v.all[i].live() {
			return
		}
	}
	v.list.Offset = max(v.list.Offset, min(v.list.Cursor, v.list.Total-v.list.Height))
}

// reached tells whether the cursor is past the first row that it can be on; as long
// as it is not, what stands above that row is shown.
func (v *rows) reached() bool {
	for i, r := range v.all {
		if r.live() {
			return v.list.Cursor > i
		}
	}
	return false
}
