package invitations

import (
	"fmt"

	"cordial/model"
	"cordial/model/clean"
	"cordial/model/day"
	"cordial/model/quota"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// row is a request in one line, or in two.
func (s *Screen) row(t *theme.Theme, w int, r model.Request, cursor, tall bool) string {
	bar := ""
	if cursor {
		bar, t = t.Glyphs.Cursor, t.Selected()
	}
	sign, look := s.sign(t, r)
	words := s.words(r)
	if note := clean.Line(r.Note); note != "" && !tall {
		words += " " + t.Glyphs.Sep + ` "` + note + `"`
	}
	when := ""
	if r.On != 0 {
		when = s.day(r.On)
	}
	cells := []widget.Cell{
		{Text: bar, Role: theme.Accent, Width: 1, Gap: 1},
		{Text: sign, Role: look, Width: 1, Gap: 1},
	}
	if tall {
		first := widget.Row(t, w, append(cells, widget.Cell{Text: name(r), Role: theme.Text, Grow: 1, Gap: 1},
			widget.Cell{Text: when, Role: theme.Dim, Gap: 1})...)
		return first + "\n" + widget.Row(t, w, widget.Cell{Width: 4}, widget.Cell{Text: words, Role: look, Grow: 1})
	}
	return widget.Row(t, w, append(cells,
		widget.Cell{Text: name(r), Role: theme.Text, Width: min(20, max(10, w/3)), Gap: 1},
		widget.Cell{Text: words, Role: look, Grow: 1, Gap: 1},
		widget.Cell{Text: when, Role: theme.Dim, Width: max(6, widget.Width(when)), Right: true, Gap: 1})...)
}

// sign is the sign of a request's state, and its look.
func (s *Screen) sign(t *theme.Theme, r model.Request) (string, theme.Role) {
	switch g := t.Glyphs; {
	case s.proposed(r):
		return g.Arrow, theme.Accent
	case r.Stale():
		return g.Due, theme.Due
	case r.State == model.InvitationIncoming:
		return g.Inbound, theme.Text
	case r.State == model.InvitationAccepted:
		return g.Check, theme.Good
	case r.State == model.InvitationPending:
		return g.Pending, theme.Text
	default:
		return "", theme.Dim
	}
}

// words say where a request stands, and what is to be done.
func (s *Screen) words(r model.Request) string {
	whose := ""
	if !r.Outgoing {
		whose = "theirs, "
	}
	ended := ""
	if r.EndedOn != 0 {
		ended = " " + s.day(r.EndedOn)
	}
	switch {
	case s.proposed(r):
		return "accepted" + ended + ", says the export"
	case r.Stale():
		return fmt.Sprintf("pending for %d days: withdraw it", r.Age)
	case r.State == model.InvitationPending:
		return "pending" + forDays(r.Age)
	case r.State == model.InvitationIncoming:
		return "waits for your answer" + forDays(r.Age)
	case r.State == model.InvitationUnknown:
		return whose + "no longer open"
	case r.State == model.InvitationWithdrawn && r.ReinviteOn() > day.Of(s.world.Now, s.world.Now.Location()):
		return "withdrawn" + ended + ", again from " + s.day(r.ReinviteOn())
	case r.State == model.InvitationAccepted && r.On != 0 && r.EndedOn >= r.On:
		return whose + "accepted" + ended + " after " + days(r.EndedOn.Sub(r.On))
	default:
		return whose + string(r.State) + ended
	}
}

// forDays says since how many days.
func forDays(n int) string {
	if n == 0 {
		return " since today"
	}
	return " for " + days(n)
}

// days counts days.
func days(n int) string {
	if n == 1 {
		return "1 day"
	}
	return fmt.Sprintf("%d days", n)
}

// day is a day as people write it, with the year if it is another one.
func (s *Screen) day(d day.Day) string {
	year, month, n := d.Date()
	if year == s.world.Now.Year() {
		return fmt.Sprintf("%d %s", n, month.String()[:3])
	}
	return fmt.Sprintf("%d %s %d", n, month.String()[:3], year)
}

// drawLimits is where things stand against LinkedIn's limits; with a cursor where they
// are the view.
func (s *Screen) drawLimits(t *theme.Theme, w, h int, front bool) string {
	var lines []string
	for i, m := range s.world.Meters {
		if i > 0 {
			lines = append(lines, "")
		}
		lines = append(lines, s.meterLines(t, w, m, front && i == s.list().Cursor)...)
	}
	if len(lines) > h { // without the blank lines, and from the cursor on
		var dense []string
		first := 0
		for i, m := range s.world.Meters {
			if front && i == s.list().Cursor {
				first = len(dense)
			}
			dense = append(dense, s.meterLines(t, w, m, front && i == s.list().Cursor)...)
		}
		lines = dense[min(first, max(0, len(dense)-h)):]
	}
	return widget.Lines(lines, w, h)
}

// meterLines is one quota: where it stands, and who says what the limit is.
func (s *Screen) meterLines(t *theme.Theme, w int, m quota.Meter, cursor bool) []string {
	bar, look := "", theme.Text
	if cursor {
		bar, look = t.Glyphs.Cursor, theme.Strong
	}
	stand := fmt.Sprintf("%d of %d", m.Count, m.Number)
	if m.Off {
		stand = fmt.Sprintf("%d, no limit", m.Count)
	}
	gauge := ""
	if !m.Off {
		gauge = widget.Meter{Have: m.Count, Cap: m.Number, Risk: m.Over(0)}.Draw(t, max(0, min(16, w-44)))
	}
	role := theme.Text
	if m.Over(1) > 0 || m.Locked() {
		role = theme.Due
	}
	lines := []string{widget.Row(t, w,
		widget.Cell{Text: bar, Role: theme.Accent, Width: 1},
		widget.Cell{Text: m.Name, Role: look, Grow: 1, Gap: 1},
		widget.Cell{Text: gauge, Gap: 1, Drop: 1},
		widget.Cell{Text: stand, Role: role, Width: max(10, widget.Width(stand)), Right: true, Gap: 1})}
	add := func(role theme.Role, sign, text string) {
		for _, line := range widget.Wrap(text, max(1, w-4)) {
			lines = append(lines, widget.Row(t, w, widget.Cell{Width: 1}, widget.Cell{Text: sign, Role: role, Width: 2},
				widget.Cell{Text: line, Role: role, Grow: 1}))
			sign = ""
		}
	}
	switch {
	case m.Locked():
		add(theme.Due, t.Glyphs.Warn, "LinkedIn's own limit is hit: wait until "+m.LockedUntil.In(s.world.Now.Location()).Format("Mon 2 Jan 15:04"))
	case m.Over(1) > 0:
		add(theme.Due, t.Glyphs.Warn, "that is the limit: the next one may be one too many")
	}
	add(theme.Dim, "", m.Source.Words()+": "+m.Basis)
	return lines
}
