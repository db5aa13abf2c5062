package dialog

import (
	"errors"
	"fmt"

	"cordial/keymap"
	"cordial/model"
	"cordial/model/clean"
	"cordial/model/credit"
	"cordial/model/when"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// Draw is the box: the form, and below it the credit check of screen 3b.
func (d *InMail) Draw(t *theme.Theme, w, h int) string {
	scope := d.Scope()
	f := frame{title: "Log a sent InMail", width: 78, lines: 14}
	switch {
	case errors.Is(d.err, errNoSeat):
		f.hints = d.world.hint(t, scope, keymap.Accept, "open a seat")
	case d.check.Refusal != nil:
		f.hints = d.world.kept(t, scope, keymap.Insist, "LinkedIn let me")
	default:
		f.hints = d.world.hint(t, scope, keymap.Accept, "book it")
	}
	f.hints = append(f.hints, d.world.hint(t, scope, keymap.NextField, "next")...)
	f.hints = append(f.hints, chooseHint(t, "choose"))
	f.hints = append(f.hints, d.world.hint(t, scope, keymap.Cancel, "cancel")...)
	return f.draw(t, w, h, func(s *sheet) {
		fact(s, "To", to(d.person, t.Glyphs.Sep))
		if len(d.seats) == 1 {
			fact(s, "Seat", d.seat.options[0])
		}
		if len(d.seats) > 0 {
			d.form.draw(s, d.seat, "")
		}
		d.form.draw(s, d.cost, "")
		d.form.draw(s, d.subject, fmt.Sprintf("%d/%d", d.subject.input.Len(), subjectLimit))
		d.form.draw(s, d.sent, d.echo(t))
		s.rule()
		d.trouble.draw(s)
		d.drawCheck(s)
	})
}

// echo is the moment of sending as it was understood.
func (d *InMail) echo(t *theme.Theme) string {
	at, err := d.at()
	if err != nil {
		return ""
	}
	return t.Glyphs.Arrow + " " + when.Format(at)
}

// drawCheck adds what booking would do to the credits, or why it can't be done.
func (d *InMail) drawCheck(s *sheet) {
	switch {
	case errors.Is(d.err, errNoSeat):
		s.say(theme.Due, s.t.Glyphs.Warn+" ", "No seat is open, so there are no credits to count. Open one first: "+
			"say which plan you have and what LinkedIn shows today.")
		return
	case d.err != nil:
		s.say(theme.Due, s.t.Glyphs.Warn+" ", sentence(reason(d.err)))
		return
	}
	c := d.check
	if c.Cost == 0 {
		s.say(theme.Strong, "", "CREDIT CHECK")
		s.say(theme.Text, "  ", "Costs nothing: "+freeWords(c.FreeReason)+". The balance stays "+fmt.Sprint(c.Quote.Before)+".")
		d.drawRefusal(s)
		return
	}
	after := fmt.Sprintf("now %d", c.Quote.Before)
	if !c.Quote.Refused() {
		after += fmt.Sprintf(" %s after %d", s.t.Glyphs.Arrow, c.Quote.After)
	}
	head := []widget.Cell{{Text: "CREDIT CHECK", Role: theme.Strong, Gap: 3}, {Text: after, Role: theme.Text, Gap: 3}}
	if s.w >= 60 {
		s.row(append(head, widget.Cell{Text: d.world.lotWords(c), Role: theme.Dim, Grow: 1})...)
	} else {
		s.row(head...)
		if lot := d.world.lotWords(c); lot != "" {
			s.say(theme.Dim, "  ", lot)
		}
	}
	s.say(theme.Text, "  ", d.world.refundWords(d.person.Name, c.Quote, s.w >= 60))
	d.drawRefusal(s)
}

// drawRefusal adds what speaks against it, and when it will not any more.
func (d *InMail) drawRefusal(s *sheet) {
	if d.check.Refusal == nil {
		return
	}
	s.say(theme.Due, s.t.Glyphs.Warn+" ", sentence(reason(d.check.Refusal)))
	s.say(theme.Dim, "  ", d.world.insist("Book it only if LinkedIn let you send it: "))
}

// lotWords is where the credit of an InMail comes from: "lot of 1 Sep 2026, expires
// 30 Nov 2026 (1 left)"; empty when there is none.
func (w World) lotWords(c model.InMailCheck) string {
	q := c.Quote
	if q.Refused() {
		return ""
	}
	left := 0
	l, _ := w.Book.Ledger(c.Seat.ID, q.On)
	for _, lot := range l.Lots {
		if lot.Origin == q.Takes {
			left += lot.Left
		}
	}
	return fmt.Sprintf("lot of %s, %s (%d left)", w.day(q.Takes.Born), w.expiry(q.Takes.Expires), left)
}

// refundWords says when the credit of an InMail to somebody comes back, in full or in
// short.
func (w World) refundWords(name string, q credit.Quote, full bool) string {
	until := w.day(q.RefundUntil)
	noReply := q.RefundRule == credit.RefundOnNoReply
	switch {
	case noReply && full:
		return fmt.Sprintf("Refunded on %s if %s has not answered by %s (%d days).",
			w.day(q.RefundUntil.Add(1)), clean.Line(name), until, q.RefundUntil.Sub(q.On))
	case noReply:
		return "Refunded if unanswered by " + until + "."
	case full:
		return fmt.Sprintf("Refunded if %s answers by %s (%d days).", clean.Line(name), until, q.RefundUntil.Sub(q.On))
	}
	return "Refunded if answered by " + until + "."
}

// freeWords says why an InMail is free.
func freeWords(reason string) string {
	switch reason {
	case model.FreeFirstDegree:
		return "you are connected"
	case model.FreeOpenProfile:
		return "an Open Profile"
	default:
		return "a sponsored message"
	}
}
