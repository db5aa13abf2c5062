package dialog

import (
	"strings"
	"unicode/utf8"

	"cordial/keymap"
	"cordial/model"
	"cordial/model/clean"
	"cordial/ui/layout"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// Draw is the box, and on a narrow screen the whole of it.
func (d *Palette) Draw(t *theme.Theme, w, h int) string {
	if w <= 0 || h <= 0 {
		return ""
	}
	c := layout.ClassOf(w, h)
	d.learn(c == layout.Narrow || c == layout.TooSmall)
	if d.narrow {
		return d.whole(t, w, h)
	}
	f := frame{title: "Commands", width: 100, lines: h * 2 / 3, hints: d.hints(t)}
	return f.draw(t, w, h, func(s *sheet) {
		room := min(s.h, f.lines)
		s.add(d.head(s.t, s.w))
		s.add("")
		d.trouble.draw(s)
		foot := 0
		if room >= 12 {
			foot = 2
		}
		s.block(strings.Split(d.rows(s.t, s.w, max(1, room-len(s.lines)-foot)), "\n"))
		if foot > 0 {
			s.add("")
			s.add(d.signs(s.t))
		}
	})
}

// whole is the palette on a screen of its own (screen 7b).
func (d *Palette) whole(t *theme.Theme, w, h int) string {
	head := []string{d.head(t, w)}
	if h >= 6 {
		head = append(head, widget.Rule(t, w, -1, false))
	}
	s := &sheet{t: t, w: w, h: h}
	d.trouble.draw(s)
	head = append(head, s.lines...)
	var foot []string
	if h >= 4 {
		foot = append(foot, widget.Rule(t, w, -1, false), widget.Hints(t, w, d.hints(t), ""))
	}
	if room := h - len(head) - len(foot); room > 0 {
		head = append(head, strings.Split(d.rows(t, w, room), "\n")...)
	}
	return widget.Lines(append(head, foot...), w, h)
}

// hints are the keys of the palette.
func (d *Palette) hints(t *theme.Theme) []widget.Hint {
	enter := "run"
	if o, ok := d.current(); ok && o.kind != aCommand {
		enter = "go there"
	}
	hints := d.world.hint(t, d.Scope(), keymap.Accept, enter)
	hints = append(hints, d.world.hint(t, d.Scope(), keymap.Toggle, "complete")...)
	return append(hints, d.world.kept(t, d.Scope(), keymap.Cancel, "close")...)
}

// head is what is typed, and how many were found.
func (d *Palette) head(t *theme.Theme, w int) string {
	n := widget.Width(d.count)
	if w < n+20 {
		return d.input.View(t, w)
	}
	return d.input.View(t, w-n-2) + " " + t.Paint(theme.Dim, d.count) + " "
}

// signs names the signs that limit the search.
func (d *Palette) signs(t *theme.Theme) string {
	var said []string
	for _, sign := range [][2]string{{">", "conversation"}, {"#", "label"}, {"@", "person"}, {":", "command"}} {
		said = append(said, t.Paint(theme.Key, sign[0])+" "+t.Paint(theme.Hint, sign[1]))
	}
	return "  " + strings.Join(said, "   ")
}

// rows is as many lines of the answer as fit in h, or why there are none.
func (d *Palette) rows(t *theme.Theme, w, h int) string {
	if len(d.lines) == 0 {
		s := &sheet{t: t, w: w, h: h}
		s.say(theme.Dim, "  ", d.nothing())
		return widget.Lines(s.lines, w, h)
	}
	d.list = d.list.Resize(len(d.lines), h)
	return d.list.Draw(w, h, 1, func(i int, cursor bool) string {
		return d.row(t, w, d.lines[i], cursor)
	})
}

// nothing says why there is no answer.
func (d *Palette) nothing() string {
	switch sign, _ := limited(d.input.Value()); {
	case sign == "@" && d.world.People == nil, sign == "" && d.world.People == nil:
		return "Nothing is called so yet: the people are being read, one moment."
	case (sign == ">" || sign == "›") && d.world.Talks == nil:
		return "The conversations are being read; one moment."
	case d.pending():
		return "One moment."
	case sign == "@":
		return "Nobody is called so. Fewer letters find more; accents need not be typed."
	case sign == "#":
		return "No label is called so."
	case sign == ">" || sign == "›":
		return "No conversation is called so."
	}
	return "Nothing is called so. Fewer letters find more."
}

// row is one line of the answer.
func (d *Palette) row(t *theme.Theme, w int, o offer, cursor bool) string {
	if o.kind == aHeading {
		return t.Paint(theme.Title, o.heading)
	}
	bar := ""
	if cursor {
		bar, t = t.Glyphs.Cursor, t.Selected()
	}
	cells := []widget.Cell{{Text: bar, Role: theme.Accent, Width: 1, Gap: 1}}
	switch o.kind {
	case aCommand:
		return widget.Row(t, w, append(cells, commandCells(t, w, o)...)...)
	case aLabel:
		return widget.Row(t, w, append(cells, d.labelCells(t, o)...)...)
	case aPerson:
		return widget.Row(t, w, append(cells, d.personCells(t, w, o)...)...)
	default:
		return widget.Row(t, w, append(cells, d.talkCells(w, o)...)...)
	}
}

// commandTitle is the column of the titles, and commandKey that of the keys.
const (
	commandTitle = 20
	commandKey   = 9
)

// commandCells is a command: what, what it is good for or why it is off, and the key.
func commandCells(t *theme.Theme, w int, o offer) []widget.Cell {
	title, key := signs(t, o.command.Title), keymap.Label(o.command.Key, ascii(t))
	about, text, aside, sign := o.command.Help, theme.Text, theme.Dim, theme.Key
	if o.command.Off == "" {
		title = widget.Highlight(t, theme.Text, title, o.at)
	} else {
		about, text, aside, sign = signs(t, clean.Line(o.command.Off)), theme.Disabled, theme.Disabled, theme.Disabled
	}
	switch {
	case w < 60 && o.command.Off != "":
		return []widget.Cell{{Text: title, Role: text, Gap: 2}, {Text: about, Role: aside, Grow: 1}}
	case w < 60:
		return []widget.Cell{{Text: title, Role: text, Grow: 1, Gap: 1}, {Text: key, Role: sign, Gap: 1}}
	case key == "":
		key, sign = "(no key)", theme.Dim
	}
	return []widget.Cell{
		{Text: title, Role: text, Width: commandTitle, Gap: 1},
		{Text: about, Role: aside, Grow: 1, Gap: 1},
		{Text: key, Role: sign, Width: max(commandKey, widget.Width(key)), Right: true, Gap: 1},
	}
}

// labelCells is a label and how many conversations of the inbox have it.
func (d *Palette) labelCells(t *theme.Theme, o offer) []widget.Cell {
	return []widget.Cell{
		{Text: d.sigil("#"), Role: theme.Dim},
		{Text: widget.Highlight(t, theme.Text, clean.Line(o.label), o.at), Role: theme.Text, Grow: 1, Gap: 1},
		{Text: d.world.labelled(o.label), Role: theme.Dim, Gap: 1},
	}
}

// personCells is somebody: the name, where they work, and their labels.
func (d *Palette) personCells(t *theme.Theme, w int, o offer) []widget.Cell {
	name := clean.Line(o.person.Name)
	if name == "" {
		name = "LinkedIn Member"
	}
	inName, inCompany := split(o.at, utf8.RuneCountInString(clean.Line(o.person.Name)))
	labels, initials := d.world.labelsOf(o.person.Key)
	sep := " " + t.Glyphs.Sep + " "
	if d.narrow {
		labels, sep = initials, " "
	}
	about := widget.Highlight(t, theme.Dim, clean.Line(o.person.Company), inCompany)
	if labels != "" {
		about = strings.Join(nonEmpty(about, t.Paint(theme.Dim, labels)), t.Paint(theme.Dim, sep))
	}
	return []widget.Cell{
		{Text: d.sigil("@"), Role: theme.Dim},
		{Text: widget.Highlight(t, theme.Text, name, inName), Role: theme.Text, Width: min(widget.Width(name), max(8, w/2)), Gap: 2},
		{Text: about, Role: theme.Dim, Grow: 1, Gap: 1},
		{Text: degree(o.person), Role: theme.Dim, Gap: 1, Drop: 1},
	}
}

// talkCells is a conversation: its name and its last words.
func (d *Palette) talkCells(w int, o offer) []widget.Cell {
	line, _ := d.world.Board.Line(o.talk)
	return []widget.Cell{
		{Text: d.sigil(">"), Role: theme.Dim},
		{Text: line.Name, Role: theme.Text, Width: min(widget.Width(line.Name), max(8, w*2/5)), Gap: 2},
		{Text: line.Text, Role: theme.Dim, Grow: 1, Gap: 1},
		{Text: line.Initials, Role: theme.Text, Gap: 1, Drop: 1},
	}
}

// sigil says what a row is where there are no headings.
func (d *Palette) sigil(sign string) string {
	if d.narrow {
		return sign + " "
	}
	return ""
}

// labelsOf is the labels of the conversations with somebody, in full and as initials.
func (w World) labelsOf(person model.Key) (full, initials string) {
	for _, id := range w.Board.OfPerson(person) {
		if line, ok := w.Board.Line(id); ok && len(line.State.Labels) > 0 {
			return strings.Join(cleaned(line.State.Labels), ", "), line.Initials
		}
	}
	return "", ""
}
