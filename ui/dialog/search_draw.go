package dialog

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"cordial/keymap"
	"cordial/model"
	"cordial/model/clean"
	"cordial/model/triage"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// Draw is the box.
func (d *Search) Draw(t *theme.Theme, w, h int) string {
	scope := d.Scope()
	f := frame{title: d.title, note: d.count(), width: 100, lines: h * 2 / 3}
	enter := "go"
	if d.pick != nil {
		enter = "compare the two"
	}
	f.hints = append(f.hints, d.world.hint(t, scope, keymap.Accept, enter)...)
	f.hints = append(f.hints, d.world.hint(t, scope, keymap.Down, "next")...)
	f.hints = append(f.hints, d.world.hint(t, scope, keymap.Cancel, "close")...)
	return f.draw(t, w, h, func(s *sheet) {
		s.add(d.input.View(s.t, s.w))
		room := s.h - 1
		if w >= 60 {
			room = min(s.h, f.lines) - 1
		}
		if room > 4 {
			s.add("")
			room--
		}
		d.trouble.draw(s)
		d.drawRows(s, room-min(1, len(d.text)))
	})
}

// drawRows adds as many rows as fit in h lines, or says why there are none.
func (d *Search) drawRows(s *sheet, h int) {
	d.list = d.list.Resize(len(d.rows), max(1, h))
	switch {
	case len(d.rows) == 0 && d.world.People == nil:
		s.say(theme.Dim, "  ", "The people are being read; one moment.")
	case len(d.rows) == 0 && d.input.Value() == "":
		s.say(theme.Dim, "  ", "There is nobody yet: import an export with cordial import.")
	case len(d.rows) == 0:
		s.say(theme.Dim, "  ", "Nobody is called so. Fewer letters find more; accents need not be typed.")
	}
	first, last := d.list.Window()
	for i := first; i < last; i++ {
		s.add(d.row(s.t, s.w, d.rows[i], i == d.list.Cursor))
	}
}

// count is how many people were found.
func (d *Search) count() string {
	switch {
	case d.world.People == nil:
		return "reading…"
	case strings.TrimSpace(d.input.Value()) == "":
		return fmt.Sprintf("%d people", d.whom.total)
	}
	return fmt.Sprintf("%d found", d.total)
}

// row is one answer: name, what they do, degree, and where they are.
func (d *Search) row(t *theme.Theme, w int, r result, cursor bool) string {
	bar := ""
	if cursor {
		bar, t = t.Glyphs.Cursor, t.Selected()
	}
	cells := []widget.Cell{{Text: bar, Role: theme.Accent, Width: 1, Gap: 1}}
	if r.label != "" {
		return widget.Row(t, w, append(cells,
			widget.Cell{Text: "label ", Role: theme.Dim},
			widget.Cell{Text: widget.Highlight(t, theme.Text, clean.Line(r.label), r.at), Role: theme.Text, Grow: 1, Gap: 1},
			widget.Cell{Text: d.world.labelled(r.label), Role: theme.Dim})...)
	}
	name, company := clean.Line(r.person.Name), clean.Line(r.person.Company)
	inName, inCompany := split(r.at, utf8.RuneCountInString(name))
	where := d.where(r.person.Key)
	nameW := max(8, min(28, w*2/5))
	position, whereW := "", 5
	if w >= 60 {
		whereW = 12
	}
	if w >= 90 {
		position = clean.Line(r.person.Position)
	}
	return widget.Row(t, w, append(cells,
		widget.Cell{Text: widget.Highlight(t, theme.Text, name, inName), Role: theme.Text, Width: nameW, Gap: 1},
		widget.Cell{Text: widget.Highlight(t, theme.Dim, company, inCompany), Role: theme.Dim, Grow: 2, Gap: 1},
		widget.Cell{Text: position, Role: theme.Dim, Width: min(24, widget.Width(position)), Gap: 1, Drop: 3},
		widget.Cell{Text: degree(r.person), Role: theme.Dim, Width: 4, Gap: 1, Drop: 2},
		widget.Cell{Text: where, Role: theme.Text, Width: whereW, Drop: 1})...)
}

// labelled counts the conversations of the inbox with a label.
func (w World) labelled(label string) string {
	total, _ := w.Board.Count(triage.Tab{Kind: triage.Labelled, Label: label})
	return fmt.Sprint(total)
}

// split deals places in "name company" to the two.
func split(at []int, name int) (inName, inCompany []int) {
	for _, i := range at {
		if i < name {
			inName = append(inName, i)
		} else if i > name {
			inCompany = append(inCompany, i-name-1)
		}
	}
	return inName, inCompany
}

// degree is the distance to a person in a few letters.
func degree(p model.Person) string {
	switch {
	case p.Connected:
		return "1st"
	case p.Degree == model.OutOfNetwork:
		return "out"
	}
	return p.Degree.String()
}

// where tells in which tab the conversation with a person is, and its labels.
func (d *Search) where(person model.Key) string {
	for _, id := range d.world.Board.OfPerson(person) {
		line, ok := d.world.Board.Line(id)
		if !ok {
			continue
		}
		place := ""
		if line.Place != triage.InInbox {
			place = string(line.Place)
		}
		return strings.Join(nonEmpty(line.Initials, place), " ")
	}
	return ""
}
