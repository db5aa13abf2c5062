package dialog

import (
	"errors"
	"strconv"
	"strings"
	"time"

	"cordial/keymap"
	"cordial/model/clean"
	"cordial/model/when"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// Draw is the box of screen 5b.
func (d *Remind) Draw(t *theme.Theme, w, h int) string {
	scope := d.Scope()
	f := frame{title: "Remind me about " + d.world.subject(d.targets), width: 72, lines: 13}
	f.hints = append(f.hints, d.world.hint(t, scope, keymap.Accept, "set")...)
	f.hints = append(f.hints, d.world.hint(t, scope, keymap.Toggle, "if no reply")...)
	f.hints = append(f.hints, d.world.hint(t, scope, keymap.Cancel, "cancel")...)
	f.hints = append(f.hints, widget.Hint{Key: "shift+tab", Text: "text"})
	return f.draw(t, w, h, func(s *sheet) {
		if d.onAbout {
			s.add(d.date.ViewBlurred(s.t, s.w))
		} else {
			s.add(d.date.View(s.t, s.w))
		}
		s.blank()
		d.drawEcho(s)
		s.blank()
		d.drawQuick(s)
		s.blank()
		d.drawRest(s)
	})
}

// drawEcho adds the moment that was understood, or why none was.
func (d *Remind) drawEcho(s *sheet) {
	due, err := d.due()
	switch {
	case d.text != "":
		d.trouble.draw(s)
	case errors.Is(err, errNoDate):
		s.say(theme.Dim, "  "+s.t.Glyphs.Arrow+" ", err.Error())
	case err != nil:
		s.say(theme.Due, "  ? ", clean.Line(err.Error()))
	default:
		s.row(widget.Cell{Text: "  " + s.t.Glyphs.Arrow + " ", Role: theme.Good},
			widget.Cell{Text: when.Format(due), Role: theme.Strong, Gap: 3},
			widget.Cell{Text: when.Distance(due, d.world.Now), Role: theme.Dim, Drop: 1})
	}
}

// drawQuick adds the suggestions, in two columns if there is room.
func (d *Remind) drawQuick(s *sheet) {
	half := (len(d.quick) + 1) / 2
	if s.w < 60 {
		for i := range d.quick {
			s.row(d.suggestion(s.t, i)...)
		}
		return
	}
	for i := range half {
		left := widget.Row(s.t, s.w/2, d.suggestion(s.t, i)...)
		right := ""
		if i+half < len(d.quick) {
			right = widget.Row(s.t, s.w-s.w/2, d.suggestion(s.t, i+half)...)
		}
		s.add(left + right)
	}
}

func (d *Remind) suggestion(t *theme.Theme, i int) []widget.Cell {
	q := d.quick[i]
	role, bar := theme.Text, ""
	if d.number() == i+1 {
		role, bar = theme.Accent, t.Glyphs.Cursor
	}
	return []widget.Cell{
		{Text: bar, Role: theme.Accent, Width: 1, Gap: 1},
		{Text: strconv.Itoa(i + 1), Role: theme.Key, Gap: 1},
		{Text: q.Label, Role: role, Width: 12, Gap: 1},
		{Text: shortTime(q, d.world.Now), Role: theme.Dim, Grow: 1},
	}
}

// shortTime is the time of a suggestion without the day that its label names.
func shortTime(q when.Suggestion, now time.Time) string {
	text := when.Short(q.Time, now)
	for _, day := range []string{"today ", "tomorrow "} {
		if strings.HasSuffix(q.Label, strings.TrimSpace(day)) {
			text = strings.TrimPrefix(text, day)
		}
	}
	return text
}

// drawRest adds the text, the condition, what it replaces, and examples.
func (d *Remind) drawRest(s *sheet) {
	room := max(1, s.w-labelWidth)
	text := d.about.ViewBlurred(s.t, room)
	if d.onAbout {
		s.here()
		text = d.about.View(s.t, room)
	}
	s.row(append(label(s.t, "About", d.onAbout), widget.Cell{Text: text, Width: room})...)
	box := "[ ]"
	if d.ifNoReply {
		box = "[x]"
	}
	s.row(widget.Cell{Width: 2}, widget.Cell{Text: box, Role: theme.Mark, Gap: 1},
		widget.Cell{Text: "only if no reply by then", Role: theme.Text, Grow: 1})
	if d.before != nil {
		s.say(theme.Dim, "  ", "Replaces the one of "+when.Short(d.before.Due, d.world.Now)+behind(" - ", clean.Line(d.before.Text)))
	}
	if s.h > 12 {
		s.say(theme.Dim, "  ", "Examples: 3d "+s.t.Glyphs.Sep+" 2w "+s.t.Glyphs.Sep+" fri 3pm "+s.t.Glyphs.Sep+
			" 24 dec "+s.t.Glyphs.Sep+" eom "+s.t.Glyphs.Sep+" 2026-12-24 09:00")
	}
}

// behind is a text behind a separator, or nothing without a text.
func behind(sep, text string) string {
	if text == "" {
		return ""
	}
	return sep + text
}
