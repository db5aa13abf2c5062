package dialog

import (
	"fmt"
	"slices"
	"strings"

	"cordial/keymap"
	"cordial/model"
	"cordial/model/channel"
	"cordial/model/clean"
	"cordial/model/credit"
	"cordial/model/quota"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// remarks are what is to be known before a letter is sent, each in finished lines. When
// there is no room for all of them, those of the highest rank go first.
type remarks struct {
	t    *theme.Theme
	w    int
	list []remark
}

type remark struct {
	rank  int
	lines []string
}

// The ranks of remarks.
const (
	vital = iota
	weighty
	useful
	advisory
	background
	formal
)

// add adds a remark.
func (r *remarks) add(rank int, draw func(s *sheet)) {
	s := &sheet{t: r.t, w: r.w, h: 1}
	draw(s)
	r.list = append(r.list, remark{rank, s.lines})
}

// say adds a remark of one text.
func (r *remarks) say(rank int, role theme.Role, sign, text string) {
	if text != "" {
		r.add(rank, func(s *sheet) { s.say(role, sign, text) })
	}
}

// fit is the lines of the remarks that have room in h lines.
func (r *remarks) fit(h int) []string {
	for {
		var lines []string
		last := -1
		for i, one := range r.list {
			lines = append(lines, one.lines...)
			if last < 0 || one.rank >= r.list[last].rank {
				last = i
			}
		}
		if len(lines) <= h || last < 0 {
			return lines
		}
		if len(r.list) == 1 {
			return lines[:max(0, h)]
		}
		r.list = append(r.list[:last:last], r.list[last+1:]...)
	}
}

// remarks gathers what is to be known before the letter is sent.
func (d *Compose) remarks(t *theme.Theme, w int) *remarks {
	r := &remarks{t: t, w: w}
	if d.trouble.text != "" {
		r.say(vital, theme.Danger, t.Glyphs.Fail+" ", d.trouble.text)
	}
	if d.way.at == byInMail && len(d.seats) == 0 {
		r.say(vital, theme.Due, t.Glyphs.Warn+" ", "No seat is open, so there are no credits to count. "+
			"Open one first: say which plan you have and what LinkedIn shows today.")
	} else {
		d.cost(r)
		d.against(r)
	}
	if names := d.missing(); len(names) > 0 && d.trouble.text == "" {
		r.say(vital, theme.Due, t.Glyphs.Warn+" ", "Still to be filled in or taken out: "+braced(names))
	}
	d.advise(r)
	for _, warning := range d.option().Warnings {
		r.say(advisory, theme.Due, t.Glyphs.Warn+" ", sentence(clean.Line(warning)))
	}
	for _, fact := range channel.Facts(d.Channel()) {
		r.say(background, theme.Dim, t.Glyphs.Bullet+" ", sentence(fact.Text+" ("+fact.Source.Words()+")"))
	}
	if limit := d.option().Body; d.way.at != byInvitation {
		r.say(background, theme.Dim, t.Glyphs.Bullet+" ", sentence(fmt.Sprintf("the %s may have %s characters (%s)",
			limit.Part, thousands(limit.Max), limit.Basis)))
	}
	r.say(formal, theme.Dim, "", "Nothing is sent from here: the text is copied, the profile opens, and when you come back "+
		"you are asked whether you pressed Send. Only yes books it.")
	return r
}

// cost adds what the way chosen costs, and what remains.
func (d *Compose) cost(r *remarks) {
	title := "BEFORE SENDING"
	if d.way.at == byInMail {
		title = "CREDIT CHECK"
	}
	words, lot := d.costWords(r.t)
	if c := d.advice.Check; lot != "" && r.w < 60 && d.way.at == byInMail && c.Cost > 0 {
		lot = "from the lot that " + d.world.expiry(c.Quote.Takes.Expires)
	}
	r.add(weighty, func(s *sheet) {
		head := []widget.Cell{{Text: title, Role: theme.Strong, Gap: 3}, {Text: words, Role: theme.Text, Gap: 3}}
		if used := widget.Width(title) + widget.Width(words) + 6; used+widget.Width(lot) <= s.w {
			s.row(append(head, widget.Cell{Text: lot, Role: theme.Dim, Grow: 1})...)
			return
		}
		if widget.Width(title)+widget.Width(words)+3 > s.w {
			s.say(theme.Text, "", words)
		} else {
			s.row(head...)
		}
		if lot != "" {
			s.say(theme.Dim, "  ", lot)
		}
	})
	if c := d.advice.Check; d.way.at == byInMail && c != nil && c.Cost > 0 && !c.Quote.Refused() {
		r.say(useful, theme.Text, "  ", d.world.refundWords(d.who.Person.Name, c.Quote, r.w >= 60))
	}
}

// costWords is what the way chosen costs, and the lot that pays or what remains of
// LinkedIn's limits.
func (d *Compose) costWords(t *theme.Theme) (words, rest string) {
	c := d.advice.Check
	switch {
	case d.way.at != byInMail:
		return "free", d.meterWords(t)
	case c == nil:
		return "not known", ""
	case c.Cost == 0:
		return fmt.Sprintf("costs nothing: %s", freeWords(c.FreeReason)), fmt.Sprintf("the balance stays %d", c.Quote.Before)
	case c.Quote.Refused():
		return fmt.Sprintf("now %d", c.Quote.Before), ""
	}
	return fmt.Sprintf("now %d %s after %d", c.Quote.Before, t.Glyphs.Arrow, c.Quote.After), d.world.lotWords(*c)
}

// wayWords says in a few words what a way takes, or why it is closed.
func (d *Compose) wayWords(t *theme.Theme, way int) string {
	o, c := d.advice.Options[way], d.advice.Check
	for _, m := range o.Meters {
		if m.Locked() && !o.Open {
			return "LinkedIn's limit, until " + m.LockedUntil.In(d.world.Now.Location()).Format("Mon 2 Jan 15:04")
		}
	}
	switch p := d.who.Person; {
	case way == byInMail && c == nil:
		return "no seat is open"
	case o.Channel == channel.Invitation && (p.Connected || p.Degree == 1):
		return "you are connected"
	case way == byInMail && c != nil && c.Open != nil:
		return fmt.Sprintf("the InMail of %s is unanswered", d.world.day(c.Open.SentOn))
	case way == byInMail && c != nil && c.Cost > 0 && o.Open:
		back := "if answered by " + d.world.day(c.Quote.RefundUntil)
		if c.Quote.RefundRule == credit.RefundOnNoReply {
			back = "if unanswered by " + d.world.day(c.Quote.RefundUntil)
		}
		return fmt.Sprintf("%d %s %d, back %s", c.Quote.Before, t.Glyphs.Arrow, c.Quote.After, back)
	case !o.Open && o.Channel == channel.Invitation && d.requestWords() != "":
		return d.requestWords()
	case !o.Open || o.Channel != channel.Invitation || len(o.Meters) == 0:
		return strings.TrimPrefix(clean.Line(o.Why), "free: ")
	}
	var words []string
	for _, m := range o.Meters {
		if m.ID == quota.NotesMonth || !o.Note {
			words = append(words, shortMeter(m))
		}
	}
	return strings.Join(words, ", ")
}

// requestWords says in a few words how the last connection request stands in the way;
// empty when it does not.
func (d *Compose) requestWords() string {
	for _, r := range slices.Backward(d.who.Requests) {
		switch {
		case !r.Outgoing:
			continue
		case r.State == model.InvitationPending:
			return "pending since " + d.world.day(r.On)
		case r.State == model.InvitationWithdrawn:
			return "withdrawn, again from " + d.world.day(r.ReinviteOn())
		}
		break
	}
	return ""
}

// shortMeter says where a quota stands, where its name is clear: "2 of 19 today".
func shortMeter(m quota.Meter) string {
	words := map[quota.ID]string{
		quota.InvitationsDay: "today", quota.InvitationsWeek: "in 7 days", quota.NotesMonth: "this month", quota.MessagesWeek: "in 7 days",
	}[m.ID]
	if m.Off {
		return fmt.Sprintf("%d %s, no limit", m.Count, words)
	}
	return fmt.Sprintf("%d of %d %s", m.Count, m.Number, words)
}

// meterWords is what remains of what LinkedIn limits for the way chosen.
func (d *Compose) meterWords(t *theme.Theme) string {
	var words []string
	for _, m := range d.option().Meters {
		if w := meterWords(m); w != "" {
			words = append(words, w)
		}
	}
	return strings.Join(words, " "+t.Glyphs.Sep+" ")
}

// meterWords says where a quota stands: "2 of about 19 invitations today".
func meterWords(m quota.Meter) string {
	if m.Off {
		return fmt.Sprintf("%s: %d, no limit", m.Name, m.Count)
	}
	return fmt.Sprintf("%d of about %d %s", m.Count, m.Number, m.Name)
}

// against adds what speaks against the way chosen, and what would help.
func (d *Compose) against(r *remarks) {
	why, can := d.obstacle()
	if why == "" {
		return
	}
	r.say(vital, theme.Due, r.t.Glyphs.Warn+" ", sentence(why))
	help := helpWords(d.option().Help)
	if can {
		help = append(help, d.insist("if LinkedIn lets you send it all the same, press "))
	}
	if help = nonEmpty(help...); len(help) > 0 {
		r.say(weighty, theme.Dim, "  ", sentence(strings.Join(help, "; ")))
	}
}

// helpWords is what would help, without what is said to those who type commands.
func helpWords(help string) []string {
	var words []string
	for part := range strings.SplitSeq(clean.Line(help), "; ") {
		if !strings.Contains(part, "--") && !strings.Contains(part, "cordial ") {
			words = append(words, part)
		}
	}
	return words
}

// advise adds which way is the cheapest that is likely to be answered.
func (d *Compose) advise(r *remarks) {
	sign, role := r.t.Glyphs.Arrow+" ", theme.Accent
	switch {
	case d.advice.Best == "" && !d.option().Open:
		return // that is what speaks against it
	case d.advice.Best == d.Channel() && d.option().Open && d.way.at != byInvitation:
		sign, role = r.t.Glyphs.Check+" ", theme.Good
	}
	r.say(advisory, role, sign, sentence(clean.Line(d.advice.Why)))
}

// hints are the keys of the dialog.
func (d *Compose) hints(t *theme.Theme, narrow bool) []widget.Hint {
	if d.stage != composing {
		return []widget.Hint{{Key: "any key", Text: "asks whether it was sent"}}
	}
	words := []string{"copy + open", "$EDITOR", "template", "keep draft"}
	if narrow {
		words = []string{"copy", "editor", "templ", "close"}
	}
	scope, hints := d.Scope(), []widget.Hint(nil)
	why, can := d.obstacle()
	switch {
	case d.way.at == byInMail && len(d.seats) == 0:
		hints = d.world.hint(t, scope, keymap.Accept, "open a seat")
	case why != "" && can:
		hints = d.world.kept(t, scope, keymap.Insist, "LinkedIn lets me")
	default:
		hints = d.world.hint(t, scope, keymap.Accept, words[0])
	}
	for i, a := range []keymap.Action{keymap.Editor, keymap.Template} {
		hints = append(hints, d.world.hint(t, scope, a, words[i+1])...)
	}
	hints = append(hints, d.world.kept(t, scope, keymap.Cancel, words[3])...)
	return append(hints, d.world.hint(t, scope, keymap.NextField, "next field")...)
}
