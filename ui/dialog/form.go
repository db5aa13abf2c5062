package dialog

import (
	"fmt"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"cordial/keymap"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// labelWidth is the column of a form's labels, the cursor before it included.
const labelWidth = 10

// field is one line of a form: a text to type, or a choice.
type field struct {
	label   string
	input   widget.Input
	options []string    // makes it a choice
	details [][2]string // behind each option, when they stand one a line: what, and whence
	at      int         // the option chosen, -1 for none yet
	off     bool        // passed over and not drawn
}

// text is the text typed, without blanks around it.
func (f *field) text() string { return strings.TrimSpace(f.input.Value()) }

// form is fields one below the other, of which one takes the keys.
type form struct {
	fields []*field
	at     int
}

// do moves between the fields and tells whether the action was one for that.
func (f *form) do(a keymap.Action) bool {
	switch a {
	case keymap.NextField:
		f.move(1)
	case keymap.PrevField:
		f.move(-1)
	default:
		return false
	}
	return true
}

// move goes n fields further, round the ends, past those that are off.
func (f *form) move(n int) {
	for range f.fields {
		f.at = (f.at + n + len(f.fields)) % len(f.fields)
		if !f.fields[f.at].off {
			return
		}
	}
}

// key gives a key to the field in front and tells whether it used it.
func (f *form) key(k tea.KeyMsg) bool {
	in := f.fields[f.at]
	if in.options == nil {
		return in.input.Key(k)
	}
	n := len(in.options)
	switch name := k.String(); name {
	case "right", " ":
		in.at = (in.at + 1) % n
	case "left":
		in.at = (max(in.at, 0) + n - 1) % n
	case "home":
		in.at = 0
	case "end":
		in.at = n - 1
	default:
		return k.Type == tea.KeyRunes && !k.Alt && in.jump(name)
	}
	return true
}

// jump goes to the next option that begins with a letter.
func (f *field) jump(letter string) bool {
	for i := range f.options {
		at := (f.at + 1 + i) % len(f.options)
		if len(letter) > 0 && strings.HasPrefix(strings.ToLower(f.options[at]), strings.ToLower(letter)) {
			f.at = at
			return true
		}
	}
	return false
}

// draw adds a field to a sheet; tail stands at the right edge.
func (f *form) draw(s *sheet, in *field, tail string) {
	if in.off {
		return
	}
	focused := f.fields[f.at] == in
	if focused {
		s.here()
	}
	room := max(0, s.w-labelWidth)
	if tail != "" && room-widget.Width(tail)-2 >= 12 {
		room -= widget.Width(tail) + 2
	} else {
		tail = ""
	}
	var value string
	switch {
	case in.details != nil && focused && s.h >= len(in.options)+len(f.fields)+3:
		in.list(s)
		return
	case in.options != nil && in.details == nil && s.h >= 16:
		in.radios(s, focused)
		return
	case in.options != nil:
		value = in.radio(s.t, room, focused)
	case focused:
		value = in.input.View(s.t, room)
	default:
		value = in.input.ViewBlurred(s.t, room)
	}
	s.row(append(label(s.t, in.label, focused),
		widget.Cell{Text: value, Width: max(1, room), Gap: 2}, widget.Cell{Text: tail, Role: theme.Dim, Drop: 1})...)
}

// label is the cursor, if the field has it, and the field's name.
func label(t *theme.Theme, name string, focused bool) []widget.Cell {
	bar, role := "", theme.Dim
	if focused {
		bar, role = t.Glyphs.Cursor, theme.Accent
	}
	return []widget.Cell{
		{Text: bar, Role: theme.Accent, Width: 1, Gap: 1},
		{Text: name, Role: role, Width: labelWidth - 3, Gap: 1},
	}
}

// fact adds a line that looks like a field and can't be changed.
func fact(s *sheet, name, text string) {
	s.row(append(label(s.t, name, false), widget.Cell{Text: text, Role: theme.Text, Grow: 1})...)
}

// sourceWidth is the width of whence a detail is: "reported".
const sourceWidth = 8

// list adds the options one a line, with what speaks for each.
func (f *field) list(s *sheet) {
	widest, detail := 0, 0
	for i, o := range f.options {
		widest = max(widest, widget.Width(o))
		detail = max(detail, widget.Width(f.details[i][0]))
	}
	for i, o := range f.options {
		name := ""
		if i == 0 {
			name = f.label
		}
		role := theme.Text
		under := i == max(f.at, 0)
		if under {
			s.here()
		}
		if i == f.at {
			role = theme.Accent
		}
		s.row(append(label(s.t, name, under),
			widget.Cell{Text: button(s.t, i == f.at), Role: role, Gap: 1},
			widget.Cell{Text: o, Role: role, Width: min(widest, max(1, s.w-labelWidth-4)), Gap: 2},
			widget.Cell{Text: f.details[i][0], Role: theme.Dim, Width: detail, Gap: 1, Drop: 1},
			widget.Cell{Text: f.details[i][1], Role: theme.Dim, Width: sourceWidth, Drop: 2})...)
	}
}

// radios adds all options, in as many lines as they take.
func (f *field) radios(s *sheet, focused bool) {
	room := max(1, s.w-labelWidth)
	name, line, used := f.label, "", 0
	end := func() {
		s.row(append(label(s.t, name, focused && name != ""), widget.Cell{Text: line, Width: room})...)
		name, line, used = "", "", 0
	}
	for i, o := range f.options {
		role := theme.Dim
		if i == f.at {
			role = theme.Text
		}
		if i == f.at && focused {
			role = theme.Accent
		}
		n := widget.Width(o) + 4
		if used > 0 && used+2+n > room {
			end()
		}
		if used > 0 {
			line, used = line+"  ", used+2
		}
		line, used = line+s.t.Paint(role, button(s.t, i == f.at)+" "+o), used+n
	}
	end()
}

// radio is the option chosen, in one line.
func (f *field) radio(t *theme.Theme, w int, focused bool) string {
	role := theme.Text
	if focused {
		role = theme.Accent
	}
	chosen := "none yet"
	if f.at >= 0 {
		chosen = f.options[f.at]
	}
	if !focused {
		return t.Paint(role, chosen)
	}
	place := fmt.Sprintf(" %d/%d", f.at+1, len(f.options))
	chosen = widget.FitTail(chosen, min(widget.Width(chosen), max(1, w-4-len(place))), t.Glyphs.Ellipsis)
	return t.Paint(theme.Dim, t.Glyphs.Left+" ") + t.Paint(role, chosen) + t.Paint(theme.Dim, " "+t.Glyphs.Right+place)
}

// button is the round button before an option.
func button(t *theme.Theme, on bool) string {
	switch {
	case !on:
		return "( )"
	case t.Glyphs.Bullet == "•":
		return "(•)"
	}
	return "(*)"
}
