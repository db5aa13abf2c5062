package importing

import (
	"path/filepath"

	"github.com/dustin/go-humanize"

	"cordial/model/clean"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// drawChoosing is the path, and what it may become.
func (s *Screen) drawChoosing(p page) string {
	var head []string
	if !p.narrow {
		head = append(head, "")
	}
	field := s.path.View(p.t, max(1, p.w-8))
	if s.chosen {
		field = s.path.ViewBlurred(p.t, max(1, p.w-8))
	}
	head = append(head, p.row(widget.Cell{Text: "Path", Role: theme.Dim, Width: 5, Gap: 1}, widget.Cell{Text: field, Grow: 1}), "")
	list := s.choices()
	if len(list) == 0 {
		for _, text := range s.why() {
			head = append(head, p.text(theme.Dim, text)...)
			head = append(head, "")
		}
		return widget.Lines(head, p.w, p.h)
	}
	title := "Found here"
	if list[0].found == nil {
		title = "In " + clean.Line(s.where())
	}
	head = append(head, p.row(widget.Cell{Text: title, Role: theme.Dim, Grow: 1}))
	tail := p.text(theme.Dim, "Nothing is written until you have seen what it would change.")
	rows := p.h - len(head) - len(tail) - 1
	if rows < 3 {
		rows, tail = p.h-len(head), nil
	}
	s.offers = s.offers.Resize(len(list), max(1, rows))
	body := s.offers.Draw(p.w, max(0, rows), 1, func(i int, cursor bool) string { return s.drawChoice(p, list[i], cursor && s.chosen) })
	return widget.Stack(widget.Lines(head, p.w, len(head)), body, widget.Lines(append([]string{""}, tail...), p.w, p.h-len(head)-rows))
}

// where is the folder that is listed, as people write it.
func (s *Screen) where() string {
	if s.world.Folder.Typed == "" {
		return s.world.Place.Short(s.world.Place.Dir)
	}
	return s.world.Folder.Typed
}

// drawChoice is a file or a folder in one line.
func (s *Screen) drawChoice(p page, c choice, cursor bool) string {
	bar, t := "", p.t
	if cursor {
		bar, t = t.Glyphs.Cursor, t.Selected()
	}
	name, what, size, where := clean.Line(c.Name), "", humanize.Bytes(uint64(max(c.Size, 0))), ""
	if c.Folder {
		name, size = name+"/", ""
	}
	if c.found != nil {
		what = "list"
		if c.found.Export {
			what = "export"
		}
		where = clean.Line(s.world.Place.Short(filepath.Dir(c.path)))
	}
	when := c.At.In(s.world.Now.Location()).Format("2 Jan 2006")
	var behind []widget.Cell
	if c.found != nil && !p.narrow {
		behind = append(behind, widget.Cell{Text: what, Role: theme.Dim, Width: 6, Gap: 1})
	}
	if p.w >= 100 && c.found != nil {
		behind = append(behind, widget.Cell{Text: where, Role: theme.Dim, Width: 20, Gap: 1})
	}
	behind = append(behind, widget.Cell{Text: size, Role: theme.Dim, Width: 7, Right: true, Gap: 1})
	if !p.narrow {
		behind = append(behind, widget.Cell{Text: when, Role: theme.Dim, Width: 11, Right: true, Gap: 1})
	}
	room := p.w - 3
	for _, cell := range behind {
		room -= cell.Width + cell.Gap
	}
	return widget.Row(t, p.w, append([]widget.Cell{
		{Text: bar, Role: theme.Accent, Width: 1, Gap: 1},
		{Text: bothEnds(t, name, room), Role: theme.Text, Grow: 1, Gap: 1},
	}, behind...)...)
}

// bothEnds is a name of a file in w cells: its end is kept, where exports have their
// date.
func bothEnds(t *theme.Theme, name string, w int) string {
	const kept = 14
	runes := []rune(name)
	if widget.Width(name) <= w || len(runes) < 2*kept || w < 2*kept {
		return name
	}
	end := string(runes[len(runes)-kept:])
	return widget.FitTail(name, max(1, w-widget.Width(end)), t.Glyphs.Ellipsis) + end
}

// why says why nothing can be chosen, and what to do.
func (s *Screen) why() []string {
	switch {
	case s.path.Value() != "" && !s.world.Folder.Read:
		return nil
	case s.path.Value() != "" && s.world.Folder.Err != nil:
		return []string{clean.Line(s.noFolder()) + "."}
	case s.path.Value() != "":
		return []string{"Nothing in " + clean.Line(s.where()) + " begins like this."}
	case !s.world.Searched:
		return []string{"Looking in your downloads, your home and the working directory…"}
	default:
		return []string{
			"No export was found in your downloads, your home or the working directory.",
			"LinkedIn gives it to you: Settings, Data privacy, Get a copy of your data; choose the larger archive, which has your " +
				"messages. It mails you a link within minutes to a day. Type where you saved the file, or drop it here.",
			"Lists of people can be read, too: of Google Contacts, Apollo, Evaboot, PhantomBuster, Kondo, HubSpot and Salesforce, " +
				"vCard, and any CSV.",
		}
	}
}

// drawAsking asks whose export it is.
func (s *Screen) drawAsking(p page) string {
	r := s.world.Run
	lines := append([]string{""}, p.row(widget.Cell{Text: "Which of these is you?", Role: theme.Strong, Grow: 1}))
	if len(r.Candidates) == 0 {
		lines = append([]string{""}, p.row(widget.Cell{Text: "Whose export is it?", Role: theme.Strong, Grow: 1}))
	}
	lines = append(lines, p.text(theme.Dim, clean.Line(r.Name())+" does not say it for sure, and a wrong guess would turn every message round.")...)
	lines = append(lines, "")
	if r.Err != nil {
		lines = append(append(lines, p.text(theme.Danger, clean.Line(s.sentence(r.Err)))...), "")
	}
	if s.view == typing {
		lines = append(lines, p.row(widget.Cell{Text: "Your profile", Role: theme.Dim, Width: 13}, widget.Cell{Text: s.owner.View(p.t, max(1, p.w-16)), Grow: 1}))
		return widget.Lines(lines, p.w, p.h)
	}
	rows := max(1, p.h-len(lines))
	s.people = s.people.Resize(len(r.Candidates)+1, rows)
	list := s.people.Draw(p.w, rows, 1, func(i int, cursor bool) string { return s.drawCandidate(p, i, cursor) })
	return widget.Stack(widget.Lines(lines, p.w, p.h-rows), list)
}

// drawCandidate is somebody whose export it could be; the last row is for others.
func (s *Screen) drawCandidate(p page, i int, cursor bool) string {
	bar, t := "", p.t
	if cursor {
		bar, t = t.Glyphs.Cursor, t.Selected()
	}
	cells := []widget.Cell{{Text: bar, Role: theme.Accent, Width: 1, Gap: 1}}
	if i == len(s.world.Run.Candidates) {
		return widget.Row(t, p.w, append(cells, widget.Cell{Text: "somebody else: type the address of the profile", Role: theme.Dim, Grow: 1})...)
	}
	c := s.world.Run.Candidates[i]
	name := clean.Line(c.Name)
	if name == "" {
		name = "no name"
	}
	cells = append(cells, widget.Cell{Text: name, Role: theme.Text, Width: min(24, max(10, p.w/4)), Gap: 1},
		widget.Cell{Text: clean.Line(shortURL(c.URL)), Role: theme.Text, Grow: 1, Gap: 1})
	if !p.narrow {
		cells = append(cells, widget.Cell{Text: plural(c.Conversations, "conversation", "conversations"), Role: theme.Dim, Width: 17, Right: true, Gap: 1})
	}
	if p.w >= 100 {
		cells = append(cells, widget.Cell{Text: plural(c.Invitations, "invitation", "invitations"), Role: theme.Dim, Width: 17, Right: true, Gap: 1})
	}
	return widget.Row(t, p.w, cells...)
}

// drawMapping asks which columns hold what.
func (s *Screen) drawMapping(p page) string {
	lines := append([]string{""}, p.row(widget.Cell{Text: clean.Line(s.world.Run.Name()), Role: theme.Strong},
		widget.Cell{Text: "  which column holds what?", Role: theme.Text, Grow: 1}), "")
	if p.narrow {
		lines = lines[1:2]
	}
	if s.world.Run.Err != nil {
		lines = append(append(lines, p.text(theme.Danger, clean.Line(s.sentence(s.world.Run.Err)))...), "")
	}
	var tail []string
	if names := s.unread(); len(names) > 0 {
		tail = append(tail, "", p.row(widget.Cell{Text: "not read: " + cleanList(names), Role: theme.Dim, Grow: 1}))
	}
	rows := max(1, min(len(fields()), p.h-len(lines)-len(tail)))
	s.fields = s.fields.Resize(len(fields()), rows)
	list := s.fields.Draw(p.w, rows, 1, func(i int, cursor bool) string { return s.drawField(p, i, cursor) })
	return widget.Stack(widget.Lines(lines, p.w, len(lines)), list, widget.Lines(tail, p.w, max(0, p.h-len(lines)-rows)))
}

// drawField is a field and the column that it is read from.
func (s *Screen) drawField(p page, i int, cursor bool) string {
	bar, t := "", p.t
	left, right := " ", " "
	if cursor {
		bar, t = t.Glyphs.Cursor, t.Selected()
		left, right = t.Glyphs.Left, t.Glyphs.Right
	}
	name, sample, role := "not on the list", "", theme.Dim
	if at := s.columns[i]; at >= 0 {
		c := s.world.Run.Columns[at]
		name, sample, role = clean.Line(c.Name), clean.Line(c.Sample), theme.Text
	}
	cells := []widget.Cell{
		{Text: bar, Role: theme.Accent, Width: 1, Gap: 1},
		{Text: fields()[i].title, Role: theme.Dim, Width: 16, Gap: 1},
		{Text: left, Role: theme.Key, Width: 1, Gap: 1},
		{Text: name, Role: role, Width: max(10, min(28, p.w-24)), Gap: 1},
		{Text: right, Role: theme.Key, Width: 1, Gap: 1},
	}
	if !p.narrow {
		cells = append(cells, widget.Cell{Text: sample, Role: theme.Dim, Grow: 1})
	}
	return widget.Row(t, p.w, cells...)
}

// drawExport is what can be written, and where.
func (s *Screen) drawExport(p page) string {
	var lines []string
	if !p.narrow {
		lines = append(lines, "")
	}
	list := products()
	rows := max(1, min(len(list), p.h-len(lines)-2))
	s.exports = s.exports.Resize(len(list), rows)
	body := s.exports.Draw(p.w, rows, 1, func(i int, cursor bool) string {
		bar, t := "", p.t
		if cursor {
			bar, t = t.Glyphs.Cursor, t.Selected()
		}
		cells := []widget.Cell{
			{Text: bar, Role: theme.Accent, Width: 1, Gap: 1},
			{Text: list[i].title, Role: theme.Text, Width: 11, Gap: 1},
			{Text: list[i].kind, Role: theme.Text, Width: 10, Gap: 1},
		}
		if !p.narrow {
			cells = append(cells, widget.Cell{Text: list[i].tells, Role: theme.Dim, Grow: 1})
		}
		return widget.Row(t, p.w, cells...)
	})
	tail := []string{"", p.row(widget.Cell{Text: "To", Role: theme.Dim, Width: 5, Gap: 1}, widget.Cell{Text: s.to.View(p.t, max(1, p.w-8)), Grow: 1})}
	if s.world.Exporting != "" {
		tail = append(tail, "", p.row(widget.Cell{Text: p.t.Glyphs.Right, Role: theme.Accent, Width: 1, Gap: 1},
			widget.Cell{Text: "writing the " + s.world.Exporting + p.t.Glyphs.Ellipsis, Grow: 1}))
	}
	return widget.Stack(widget.Lines(lines, p.w, len(lines)), body, widget.Lines(tail, p.w, max(0, p.h-len(lines)-rows)))
}
