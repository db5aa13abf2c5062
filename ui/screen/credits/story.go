package credits

import (
	"fmt"
	"slices"
	"strings"

	"cordial/keymap"
	"cordial/model"
	"cordial/model/clean"
	"cordial/model/credit"
	"cordial/model/day"
	"cordial/model/when"
	"cordial/ui/keyhint"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// story is a row in full: what is told in sentences, and the facts below them, what
// matters most first, since a small screen cuts the end.
type story struct {
	title  string
	told   []string
	facts  [][2]string
	person model.Key // the one it is about, 0 for nobody
}

func (st *story) tell(text ...string) { st.told = append(st.told, text...) }

func (st *story) add(name, text string) {
	if text != "" {
		st.facts = append(st.facts, [2]string{name, text})
	}
}

// entryStory is a line of the statement in full: who, when, why, and what became of
// the credits it moved.
func (a account) entryStory(place int) story {
	tale := a.Tale(place)
	e := tale.Entry
	st := story{title: signed(e.Amount) + " " + kindWords(e.Kind)}
	st.tell(tale.Sentences(a.tongue())...)
	if dip, ok := a.dipOf(e); ok {
		st.tell(dip.Sentence(a.tongue()))
	}
	st.add("Day", full(e.Day))
	if e.Contact != "" {
		st.add("Who", a.name(e.Contact))
		st.person = a.book.PersonKey(e.Contact)
	}
	st.add("Balance", fmt.Sprintf("%d before, %s, %d after", e.Balance-e.Amount, signed(e.Amount), e.Balance))
	if tale.InMail != nil {
		st.add("Subject", clean.Line(tale.InMail.Subject))
	}
	st.add("Recorded", a.recorded(e.Event))
	return st
}

// dipOf is the dip that an expiry of the statement began.
func (a account) dipOf(e credit.Entry) (credit.Dip, bool) {
	if e.Kind != credit.EntryExpired {
		return credit.Dip{}, false
	}
	dips := a.Dips()
	i := slices.IndexFunc(dips, func(d credit.Dip) bool { return d.From == e.Day && d.Granted == e.Lot.Born })
	if i < 0 {
		return credit.Dip{}, false
	}
	return dips[i], true
}

// recorded says when an event was typed, and its id.
func (a account) recorded(id string) string {
	if id == "" {
		return "by nobody: time did it"
	}
	for place := a.book.Len() - 1; place >= 0; place-- {
		if e := a.book.Event(place); e.ID == id {
			return when.Format(e.Recorded.In(a.now.Location())) + ", event " + clean.Line(id)
		}
	}
	return "event " + clean.Line(id)
}

// lotStory is a lot in full: where its credits came from, and where each of them
// went.
func (a account) lotStory(lot credit.Lot) story {
	life, _ := a.LifeOf(lot.Origin)
	st := story{title: counted(lot.Left, "credit") + " left"}
	st.tell(life.Sentence(a.tongue()))
	if lot.Expires != day.Never {
		st.add("Last day", full(lot.Expires.Add(-1))+", "+in(lot.Expires.Add(-1).Sub(a.On)))
	}
	for _, place := range life.Births {
		e := a.Entries[place]
		st.add("Born", fmt.Sprintf("%s %s: %s", a.day(e.Day), signed(e.Amount), a.why(e)))
	}
	for _, place := range life.Ends {
		e := a.Entries[place]
		st.add("Went", fmt.Sprintf("%s %s %s: %s", a.day(e.Day), signed(e.Amount), kindWords(e.Kind), a.why(e)))
	}
	return st
}

// grantStory is the next grant in full.
func (a account) grantStory() story {
	g := a.grant
	st := story{title: "Next grant"}
	st.tell(fmt.Sprintf("%s arrive %s, on %s.", counted(g.Amount, "credit"), in(g.On.Sub(a.On)), full(g.On)))
	if g.Evicts > 0 {
		st.tell(fmt.Sprintf("It fills the pool to the cap of %d, so %s that would expire first go unless you use them before.",
			a.Policy.Cap, counted(g.Evicts, "credit")))
		st.tell(a.savings()...)
	} else {
		st.tell(fmt.Sprintf("The pool has room for it: the cap is %d.", a.Policy.Cap))
	}
	st.add("Billed", fmt.Sprintf("on day %d of the month", a.BillingDay))
	return st
}

// lossStory is a day that loses credits, and what saves them.
func (a account) lossStory(loss credit.Loss) story {
	st := story{title: fmt.Sprintf("%s lost on %s", counted(loss.Total(), "credit"), a.day(loss.On))}
	st.tell(credit.Risk{Losses: []credit.Loss{loss}}.Sentences(a.tongue())...)
	st.tell(a.savings()...)
	if dip, ok := a.dipAt(loss.On); ok {
		st.tell(dip.Sentence(a.tongue()))
	}
	return st
}

// dipStory explains a dip.
func (a account) dipStory(dip credit.Dip) story {
	st := story{title: fmt.Sprintf("A dip of %s", counted(dip.Days(), "day"))}
	st.tell(dip.Sentence(a.tongue()), "Nothing is wrong: credits live a number of days, and grants come by the month.")
	return st
}

// inmailStory is an open InMail in full.
func (a account) inmailStory(m credit.InMail) story {
	st := story{title: "InMail to " + a.name(m.Contact), person: a.book.PersonKey(m.Contact)}
	for place := a.entryOf(m.SentOn); place < len(a.Entries); place++ {
		if e := &a.Entries[place]; e.InMail == m.ID && e.Kind == credit.EntryDebited {
			st.tell(a.Tale(place).Sentences(a.tongue())...)
			break
		}
	}
	st.add("Now", a.dayN(m)+", "+a.refundWords(m))
	if a.wrote[m.ID] {
		st.add("Answer", "they have written since: go to the conversation, and book the answer there if it is one")
	}
	st.add("Subject", clean.Line(m.Subject))
	st.add("Recorded", a.recorded(m.Event))
	return st
}

// eventStory is a day of the forecast in full.
func (a account) eventStory(o outlook, d credit.ForecastDay) story {
	st := story{title: full(d.On)}
	st.tell(fmt.Sprintf("At %s: %s. The balance is %d then.", courseWords(o.Course), o.eventWords(a, d), d.Balance))
	for _, dip := range o.Dips {
		if dip.From == d.On {
			st.tell(dip.Sentence(a.tongue()))
		}
	}
	if d.On == o.FirstShort {
		st.tell("From then on the pace asks for more than the grants and refunds bring.")
	}
	return st
}

// outlookStory is where a course leads, in full.
func (a account) outlookStory(o outlook) story {
	st := story{title: "At " + courseWords(o.Course)}
	m := o.Moves
	st.tell(fmt.Sprintf("From %d today to %d on %s: %d granted, %d refunded, %d sent, %d expired, %d pushed out.",
		o.Start, end(o.Forecast), a.day(o.From.Add(len(o.Days))), m.Granted, m.Refunded, m.Debited, m.Expired, m.Evicted))
	switch {
	case o.short < day.Never:
		st.tell("The first InMail without a credit would be on " + full(o.short) + ".")
	case a.Active:
		st.tell("The credits last for the next three years.")
	}
	st.tell(a.economicsWords(o)...)
	st.add("Rule", ruleWords(a.Policy.RefundRule))
	st.add("Reckoned", fmt.Sprintf("%d sent and %d answered in the last %d days", a.lately.Sent, a.lately.Answered, a.lately.Days))
	return st
}

// lines is the story in lines of at most w cells, with a blank line between what is
// told and the facts where h lines have room for it.
func (st *story) lines(t *theme.Theme, w, h int) []string {
	var lines []string
	for i, text := range st.told {
		role := theme.Text
		if i == 0 {
			role = theme.Strong
		}
		for _, line := range widget.Wrap(text, max(1, w)) {
			lines = append(lines, t.Paint(role, line))
		}
	}
	if len(st.told) > 0 && len(st.facts) > 0 && len(lines)+1+len(st.facts) <= h {
		lines = append(lines, "")
	}
	for _, fact := range st.facts {
		for i, line := range widget.Wrap(fact[1], max(1, w-10)) {
			name := fact[0]
			if i > 0 {
				name = ""
			}
			lines = append(lines, widget.Row(t, w,
				widget.Cell{Text: name, Role: theme.Dim, Width: 9, Gap: 1}, widget.Cell{Text: line, Grow: 1}))
		}
	}
	return lines
}

// drawStory is the story in front of the views, from the line it is scrolled to.
func (s *Screen) drawStory(t *theme.Theme, body string, w, h int) string {
	boxW := min(w, 76)
	box := widget.Box{Title: s.story.title, Focus: true}
	inW, inH := box.Inner(boxW, h)
	lines := s.story.lines(t, inW, inH)
	s.page = max(1, inH-1)
	s.scroll = max(0, min(s.scroll, len(lines)-inH))
	lines = lines[s.scroll:]
	if len(lines) > inH && inH > 0 {
		lines = lines[:inH]
		more := keyhint.New(s.world.Keys, s.Scope(), t).Say(keymap.PageDown, "more")
		lines[inH-1] = t.Paint(theme.Dim, t.Glyphs.Down+" "+more)
	}
	return widget.Dialog(t, body, w, h, box, boxW, len(lines)+2, strings.Join(lines, "\n"))
}
