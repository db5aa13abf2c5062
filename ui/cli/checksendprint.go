package cli

import (
	"fmt"
	"slices"
	"strings"

	"cordial/model"
	"cordial/model/channel"
	"cordial/model/credit"
	"cordial/model/quota"
	"cordial/model/triage"
	"cordial/ui/theme"
)

// printAdvice prints for people what writing to somebody would cost.
func (s *session) printAdvice(v adviceView, advice triage.Advice) {
	s.print("%s  %s", s.paint(theme.Title, "To "+v.Contact.Name), s.paint(theme.Dim, signalWords(v.Signals)))
	g := grid{}
	counted := map[quota.ID]bool{}
	for i, o := range v.Options {
		if i > 0 && o.Channel == v.Options[i-1].Channel && !o.Open && o.Why == v.Options[i-1].Why {
			continue // with a note it is no other than without
		}
		g.addWay(o)
		for _, m := range v.Quotas {
			if o.Open && slices.Contains(o.Quotas, m.Quota) && !counted[m.Quota] {
				counted[m.Quota] = true
				g.below(m.words(), theme.Dim)
			}
		}
	}
	s.printGrid(g)
	s.print("")
	s.printCredit(v, advice)
	facts := grid{}
	for _, f := range factsOf(v) {
		facts.add(plain(""), cell{text: f.Text + " (" + f.Source + ")", role: theme.Dim, whole: true})
	}
	s.printGrid(facts)
	s.print("%s", s.paint(theme.Strong, upperFirst(v.Why)+"."))
}

// addWay adds a way to write, with what limits it.
func (g *grid) addWay(o optionView) {
	sign, role := "-", theme.Disabled
	if o.Open {
		sign, role = "+", theme.Text
	}
	words := strings.Join(filled(o.Why, o.Help), "; ")
	g.add(plain("  "+sign), strong(wayName(o.Channel, o.Note)), cell{text: words, role: role, whole: true})
	for _, l := range o.Limits {
		switch {
		case l.Over > 0:
			g.below(l.words(), theme.Due)
		case o.Open:
			g.below(l.words(), theme.Dim)
		}
	}
	for _, warning := range o.Warnings {
		g.below("! "+warning, theme.Due)
	}
}

// below adds a line about the way to write above it.
func (g *grid) below(text string, role theme.Role) {
	g.add(plain(""), plain(""), cell{text: text, role: role, whole: true})
}

// words is what is used of a quota, and who says how much there is.
func (m meterView) words() string {
	if m.Limit == nil {
		return fmt.Sprintf("%d %s, without a limit (%s)", m.Count, m.Name, m.Source)
	}
	return fmt.Sprintf("%d of %d %s (%s)", m.Count, *m.Limit, m.Name, m.Source)
}

// wayName is a way to write in words.
func wayName(c channel.Channel, note bool) string {
	switch {
	case c == channel.InMail:
		return "InMail"
	case note:
		return "invitation with a note"
	default:
		return string(c)
	}
}

// signalWords is what is known of somebody.
func signalWords(v signalsView) string {
	words := []string{"degree not known"}
	switch {
	case v.Connected:
		words[0] = "1st, connected"
	case v.Degree != nil:
		words[0] = model.Degree(*v.Degree).String()
	}
	if v.OpenProfile {
		words = append(words, "Open Profile")
	}
	switch v.Role {
	case "c-level":
		words = append(words, "C-level")
	case "recruiter":
		words = append(words, "recruiter")
	}
	return join(words)
}

// words is how long a part may be, and is.
func (l lengthView) words() string {
	text := fmt.Sprintf("%s at most %d characters", l.Part, l.Max)
	if l.Length != nil {
		text = fmt.Sprintf("%s %d of %d characters", l.Part, *l.Length, l.Max)
	}
	switch {
	case l.Over > 0:
		text += fmt.Sprintf(", %d too many", l.Over)
	case l.Best != nil && (l.Length == nil || *l.Length > *l.Best):
		text += fmt.Sprintf(", best under %d", *l.Best)
	}
	return fmt.Sprintf("%s (%s)", text, l.Source)
}

// printCredit prints what an InMail would do to the credits, whether or not it is the
// best way.
func (s *session) printCredit(v adviceView, advice triage.Advice) {
	q := v.InMail
	if q == nil || q.Cost == 0 {
		return
	}
	g := grid{}
	seat := shown(advice.Check.Seat.Name, advice.Check.Seat.ID)
	switch {
	case q.Takes != nil:
		g.add(dim("  credit"), said(fmt.Sprintf("%s has %d, %d after; it takes one that %s", seat, q.BalanceBefore, q.BalanceAfter, expiryWords(s.date, q.Takes.Expires))))
		g.add(dim("  comes back"), said(backWords(*q, s.date(q.RefundUntil))))
		if !v.Signals.OpenProfile {
			g.add(dim("  for free"), said("if the profile says Open Profile: cordial contact edit "+shellWord(v.Contact.ID)+" --open-profile yes"))
		}
	case q.NextGrant != nil:
		g.add(dim("  credit"), said(fmt.Sprintf("%s has none; %d arrive on %s", seat, q.NextGrant.Amount, s.date(q.NextGrant.On))))
	default:
		g.add(dim("  credit"), said(seat+" has none, and no grant is due"))
	}
	s.printGrid(g)
}

// backWords says when a credit comes back.
func backWords(q quoteView, until string) string {
	if q.RefundRule == credit.RefundOnNoReply {
		return "if there is no answer by " + until
	}
	return "with an answer by " + until
}

// factsOf is what is known of the ways that are open, each once.
func factsOf(v adviceView) []factView {
	var list []factView
	for i, o := range v.Options {
		if o.Open && (i == 0 || v.Options[i-1].Channel != o.Channel || !v.Options[i-1].Open) {
			list = append(list, o.Facts...)
		}
	}
	return list
}
