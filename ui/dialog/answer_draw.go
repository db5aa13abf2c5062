package dialog

import (
	"fmt"

	"cordial/keymap"
	"cordial/model/clean"
	"cordial/model/credit"
	"cordial/model/when"
	"cordial/ui/theme"
)

// Draw is the box: the form, and below it what comes back.
func (d *Answer) Draw(t *theme.Theme, w, h int) string {
	scope := d.Scope()
	f := frame{title: "InMail answered", width: 78, lines: 9}
	switch {
	case d.unknown():
		f.hints = d.world.hint(t, scope, keymap.Accept, "log the InMail first")
	case d.err == nil && d.refusal != nil:
		f.hints = d.world.kept(t, scope, keymap.Insist, "book all the same")
	default:
		f.hints = d.world.hint(t, scope, keymap.Accept, "book it")
	}
	f.hints = append(f.hints, chooseHint(t, "choose"))
	f.hints = append(f.hints, d.world.hint(t, scope, keymap.NextField, "next")...)
	f.hints = append(f.hints, d.world.hint(t, scope, keymap.Cancel, "cancel")...)
	return f.draw(t, w, h, func(s *sheet) {
		fact(s, "From", to(d.person, t.Glyphs.Sep))
		if d.effect.inmail.ID != "" {
			fact(s, "InMail", d.inmailWords(t))
		}
		d.form.draw(s, d.what, "")
		echo := ""
		if at, err := d.at(); err == nil {
			echo = t.Glyphs.Arrow + " " + when.Format(at)
		}
		d.form.draw(s, d.day, echo)
		s.rule()
		d.trouble.draw(s)
		d.drawEffect(s)
	})
}

// inmailWords is the InMail that the answer counts for.
func (d *Answer) inmailWords(t *theme.Theme) string {
	m := d.effect.inmail
	window := m.RefundUntil.Sub(m.SentOn)
	text := fmt.Sprintf("of %s, day %d of %d", d.world.day(m.SentOn), m.DayN(d.effect.on), window)
	if m.DayN(d.effect.on) > window {
		text = fmt.Sprintf("of %s, %d days ago", d.world.day(m.SentOn), m.DayN(d.effect.on))
	}
	return text + behind(" "+t.Glyphs.Sep+" ", clean.Line(m.Subject))
}

// drawEffect adds what comes back, or why nothing does.
func (d *Answer) drawEffect(s *sheet) {
	if d.err != nil {
		s.say(theme.Due, s.t.Glyphs.Warn+" ", sentence(reason(d.err)))
		return
	}
	e := d.effect
	balance := fmt.Sprintf("Balance of %s: %d %s %d", clean.Line(e.seat.Name), e.before, s.t.Glyphs.Arrow, e.after)
	switch {
	case e.moved && e.line.Kind == credit.EntryRefunded:
		s.say(theme.Good, s.t.Glyphs.Check+" ", "The credit comes back: +1, "+d.world.expiry(e.line.Lot.Expires)+".")
	case e.moved:
		s.say(theme.Due, s.t.Glyphs.Warn+" ", "No credit comes back: "+clean.Line(e.line.Reason)+".")
	case d.refusal != nil:
		s.say(theme.Due, s.t.Glyphs.Warn+" ", sentence(reason(d.refusal)))
		s.say(theme.Dim, "  ", d.world.insist("To keep the answer all the same: "))
		return
	default:
		s.say(theme.Dim, "  ", "No credit comes back: "+d.why()+".")
	}
	s.say(theme.Text, "  ", balance)
}

// why no credit comes back although the answer is in time.
func (d *Answer) why() string {
	m := d.effect.inmail
	switch {
	case m.Cost == 0:
		return "the InMail cost none"
	case m.Refund == credit.RefundGiven:
		return "it came back on " + d.world.day(m.RefundedOn) + " already"
	case m.Refund == credit.RefundForfeited:
		return "it was forfeited on " + d.world.day(m.RefundedOn)
	}
	return "this plan returns it when there is no answer"
}
