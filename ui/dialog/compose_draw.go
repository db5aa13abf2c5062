package dialog

import (
	"fmt"
	"strings"

	"github.com/dustin/go-humanize"

	"cordial/keymap"
	"cordial/model"
	"cordial/model/channel"
	"cordial/model/clean"
	"cordial/model/role"
	"cordial/ui/keyhint"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// Draw is the box of screen 3a: to whom, by what way, the text, and what to know
// before it is sent.
func (d *Compose) Draw(t *theme.Theme, w, h int) string {
	if d.stage == handed && d.trip.failed() {
		return d.trip.page(t, w, h)
	}
	narrow := w < 60
	f := frame{title: d.title(), width: 92, hints: d.hints(t, narrow)}
	if narrow {
		f.title += " " + t.Glyphs.Arrow + " " + clean.Line(d.who.Person.Name)
		f.note = degree(d.who.Person)
	}
	return f.draw(t, w, h, func(s *sheet) {
		d.content(s, narrow)
		f.lines = len(s.lines)
	})
}

// title names what is written.
func (d *Compose) title() string {
	switch d.way.at {
	case byMessage:
		return "New message"
	case byInMail:
		return "New InMail"
	default:
		return "New invitation"
	}
}

// tallest is how many lines the dialog takes where there is room.
const tallest = 30

// content adds all there is, in as many lines as there are.
func (d *Compose) content(s *sheet, narrow bool) {
	total := min(s.h, tallest)
	if !narrow {
		p := d.who.Person
		p.Degree, p.Connected = model.DegreeUnknown, false // that is in the next line
		fact(s, "To", to(p, s.t.Glyphs.Sep))
		d.about(s)
	}
	d.drawWay(s, total)
	d.form.draw(s, d.seat, "")
	if !d.subject.off {
		limit := d.option().Subject
		tail := fmt.Sprintf("%d/%d", d.subject.input.Len(), limit.Max)
		if over := d.subject.input.Len() - limit.Max; over > 0 {
			tail += fmt.Sprintf(", %d too many", over)
		}
		d.form.draw(s, d.subject, tail)
	}
	least := max(3, total*3/10)
	if total >= 18 {
		s.add(widget.Rule(s.t, s.w, -1, false))
	}
	notes := d.remarks(s.t, s.w)
	if d.stage != composing {
		notes = d.trip.remarks(s.t, s.w)
	}
	below := notes.fit(total - len(s.lines) - 1 - least)
	d.drawText(s, max(1, total-len(s.lines)-1-len(below)))
	s.add(d.measure(s.t, s.w))
	s.block(below)
}

// about adds what of the profile decides, each with the key that changes it.
func (d *Compose) about(s *sheet) {
	p, kw := d.who.Person, keyhint.New(d.world.Keys, d.Scope(), s.t)
	near := degree(p)
	if near == "" {
		near = "degree ?"
	}
	cells := label(s.t, "About", false)
	add := func(text string, a keymap.Action) {
		cells = append(cells, widget.Cell{Text: text, Role: theme.Text, Gap: 1}, widget.Cell{Text: kw.Key(a), Role: theme.Key, Gap: 2, Drop: 2})
	}
	open := "no Open Profile"
	if p.OpenProfile {
		open = "Open Profile"
	}
	add(near, keymap.SetDegree)
	add(roleWords(p), keymap.SetRole)
	add(open, keymap.SetOpenProfile)
	s.row(cells...)
}

// roleWords is what somebody is, and who says so.
func roleWords(p model.Person) string {
	words := map[role.Role]string{role.IsCLevel: "C-level", role.IsRecruiter: "recruiter", role.IsOther: "other role"}[p.Role()]
	if p.Says != "" {
		words += ", you say"
	}
	return words
}

// drawWay adds the ways: one a line with what each costs where there is room.
func (d *Compose) drawWay(s *sheet, total int) {
	if total < 26 {
		d.form.draw(s, d.way, "")
		return
	}
	focused := d.form.fields[d.form.at] == d.way
	for i, o := range d.advice.Options {
		name := ""
		if i == 0 {
			name = d.way.label
		}
		look, cost := theme.Text, "free"
		switch {
		case !o.Open:
			look, cost = theme.Disabled, "closed"
		case o.Cost > 0:
			cost = "1 credit"
		}
		if i == d.way.at {
			look = theme.Accent
		}
		s.row(append(label(s.t, name, focused && i == d.way.at),
			widget.Cell{Text: button(s.t, i == d.way.at), Role: look, Gap: 1},
			widget.Cell{Text: d.way.options[i], Role: look, Width: 17, Gap: 2},
			widget.Cell{Text: cost, Role: look, Width: 8, Gap: 2},
			widget.Cell{Text: d.wayWords(s.t, i), Role: theme.Dim, Grow: 1})...)
	}
}

// drawText adds the text in h lines.
func (d *Compose) drawText(s *sheet, h int) {
	if d.way.at == byInvitation {
		words := "Without a note there is nothing to write: the profile opens, and you press Connect there."
		if strings.TrimSpace(d.text().area.Value()) != "" {
			words += " The note you wrote stays as a draft."
		}
		sub := &sheet{t: s.t, w: s.w, h: h}
		sub.say(theme.Dim, "", words)
		s.block(strings.Split(widget.Lines(sub.lines, s.w, h), "\n"))
		return
	}
	area := d.text().area
	area.Placeholder = d.placeholder()
	if s.w != d.w || h != d.h || d.drawn != d.Channel() {
		d.w, d.h, d.drawn = s.w, h, d.Channel() // resizing forgets the column that up and down aim for
		area.Resize(s.w, h)
	}
	if d.form.fields[d.form.at] == d.body && d.stage == composing {
		s.block(strings.Split(area.View(s.t), "\n"))
		s.focus = len(s.lines) - 1
		return
	}
	s.block(strings.Split(area.ViewBlurred(s.t), "\n"))
}

// placeholder is what stands where no text is yet.
func (d *Compose) placeholder() string {
	switch d.Channel() {
	case channel.Invitation:
		return "Why you would like to connect, in a sentence or two"
	case channel.InMail:
		return "Short and personal: under 400 characters is answered most"
	default:
		return "Write the message"
	}
}

// measure is the rule below the text, with its length.
func (d *Compose) measure(t *theme.Theme, w int) string {
	limit := d.option().Body
	if d.way.at == byInvitation || limit.Max == 0 {
		return widget.Rule(t, w, -1, false)
	}
	n := channel.Length(d.text().area.Value())
	words, look := fmt.Sprintf("%s/%s", thousands(n), thousands(limit.Max)), theme.Dim
	switch {
	case n > limit.Max:
		words, look = fmt.Sprintf("%s, %s too many", words, thousands(n-limit.Max)), theme.Danger
	case limit.Best > 0 && n > limit.Best:
		words = fmt.Sprintf("%s, best under %d", words, limit.Best)
	case n > 0 && limit.Best > 0:
		look = theme.Good
	}
	gauge := widget.Meter{Have: n, Cap: limit.Max, Risk: max(0, n-limit.Max)}.Draw(t, min(16, w/4))
	room := max(0, w-widget.Width(gauge)-widget.Width(words)-3)
	return widget.Row(t, w, widget.Cell{Text: widget.Rule(t, room, -1, false), Width: room, Gap: 1},
		widget.Cell{Text: gauge, Gap: 1}, widget.Cell{Text: words, Role: look, Gap: 1})
}

// thousands is a number as people write it.
func thousands(n int) string { return humanize.Comma(int64(n)) }
