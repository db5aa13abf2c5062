package review

import (
	"strings"

	"cordial/keymap"
	"cordial/model"
	"cordial/model/clean"
	"cordial/model/day"
	"cordial/model/when"
	"cordial/ui/layout"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// evidence is what speaks for the proposal under the cursor, in at most h lines of w
// cells: what is proposed, what that does, why, and the messages in question.
func (s *Screen) evidence(t *theme.Theme, w, h int, class layout.Class) []string {
	p, ok := s.current()
	if !ok {
		return nil
	}
	b := block{t: t, w: w}
	b.lines = append(b.lines, widget.Row(t, w, widget.Cell{Text: Name(p), Role: theme.Strong, Gap: 1}, widget.Cell{Text: headline(p), Role: theme.Text, Grow: 1}))
	if class == layout.Wide {
		b.lines = append(b.lines, "")
	}
	for _, fact := range s.facts(p) {
		if class == layout.Narrow { // the row says the effect already, and there is no room for a column
			if fact[0] != "Effect" {
				b.lines = append(b.lines, widget.Wrap(fact[0]+": "+fact[1], max(1, w))...)
			}
			continue
		}
		b.fact(fact[0], fact[1])
		if fact[0] == refused && p.Seat.ID == "" {
			b.fact("", s.writer(t).Say(keymap.GoCredits, "goes to the credits, where a seat is opened"))
		}
	}
	if class == layout.Wide {
		b.lines = append(b.lines, "")
	}
	b.lines = append(b.lines, s.quoted(t, w, max(0, h-len(b.lines)), p)...)
	return b.lines[:min(len(b.lines), h)]
}

// block is lines on their way.
type block struct {
	t     *theme.Theme
	w     int
	lines []string
}

// refused names the fact that a rule refuses a proposal.
const refused = "Not now"

// label is the width of what names a fact.
const label = 9

// fact adds a fact by its name, in as many lines as it takes.
func (b *block) fact(name, text string) {
	for i, line := range widget.Wrap(text, max(1, b.w-label-1)) {
		if i > 0 {
			name = ""
		}
		b.lines = append(b.lines, widget.Row(b.t, b.w, widget.Cell{Text: name, Role: theme.Dim, Width: label, Gap: 1}, widget.Cell{Text: line, Grow: 1}))
	}
}

// facts are a proposal's, as name and words, the most telling first.
func (s *Screen) facts(p model.Proposal) [][2]string {
	var list [][2]string
	add := func(name, text string) {
		if text != "" {
			list = append(list, [2]string{name, clean.Line(text)})
		}
	}
	if p.Refusal != nil {
		add(refused, sentence(p.Refusal.Error()))
	}
	add("Effect", s.effect(p))
	why := p.Why
	if p.Doubt != "" {
		why += "; but " + p.Doubt
	}
	add(sentence(p.Sure.String()), why)
	if !p.Sent.IsZero() {
		sent := s.on(p.Sent)
		if p.Subject != "" {
			sent += ", \"" + p.Subject + "\""
		}
		add("Sent", sent)
	}
	if days := day.Of(p.Reply, nil).Sub(day.Of(p.Sent, nil)); !p.Sent.IsZero() && !p.Reply.IsZero() {
		add("Answered", s.on(p.Reply)+", after "+plural(days, "day"))
	}
	if r := p.Reminder; r != nil {
		text := when.Short(r.Due, s.world.Now)
		if r.Text != "" {
			text += ", \"" + r.Text + "\""
		}
		add("Reminder", text)
	}
	if p.FreeReason == "" && p.Kind == model.ProposeInMail && len(s.world.Book.Seats()) > 1 && p.Seat.Name != "" {
		add("Seat", p.Seat.Name)
	}
	return list
}

// effect is what accepting does, in sentences.
func (s *Screen) effect(p model.Proposal) string {
	words := p.Effect.Words
	if p.Refusal != nil {
		return ""
	}
	if p.Kind == model.ProposeVanished && p.Outgoing {
		words = "records that it was declined, or that you withdrew it"
	}
	if said := s.does(p); len(said) > 0 {
		words += ". " + strings.Join(said, " ")
	}
	return words
}

// quoted is the messages that a proposal is about, in at most h lines.
func (s *Screen) quoted(t *theme.Theme, w, h int, p model.Proposal) []string {
	if len(p.Moments()) == 0 || h < 2 {
		return nil
	}
	q, read := s.world.Quotes[p.ID]
	switch {
	case !read:
		return []string{t.Paint(theme.Dim, "Reading the messages"+t.Glyphs.Ellipsis)}
	case q.Err != nil:
		return []string{t.Paint(theme.Danger, widget.Fit("The messages could not be read: "+clean.Line(q.Err.Error()), w))}
	}
	var lines []string
	share := max(2, h/max(1, len(q.Messages)))
	for _, m := range q.Messages {
		lines = append(lines, s.quote(t, w, share, m)...)
	}
	return lines
}

// quote is a message in at most h lines.
func (s *Screen) quote(t *theme.Theme, w, h int, m model.Message) []string {
	who, glyph, role := "You", t.Glyphs.Outbound, theme.Outbound
	if !m.Me {
		who, glyph, role = clean.Line(m.From.Name), t.Glyphs.Inbound, theme.Inbound
		if who == "" {
			who = "They"
		}
	}
	lines := []string{widget.Row(t, w, widget.Cell{Text: glyph, Role: role, Gap: 1}, widget.Cell{Text: who, Role: role},
		widget.Cell{Text: " " + t.Glyphs.Sep + " " + when.Short(m.At, s.world.Now), Role: theme.Dim, Grow: 1})}
	text := clean.Block(m.Text)
	if strings.TrimSpace(text) == "" {
		text = "(no text)"
	}
	body := widget.Wrap(strings.TrimSpace(text), max(1, w-2))
	if len(body) > h-2 && h > 3 {
		body = append(body[:h-3:h-3], t.Glyphs.Ellipsis)
	}
	for _, line := range body[:min(len(body), max(1, h-1))] {
		lines = append(lines, t.Paint(theme.Border, t.Glyphs.Vertical)+" "+line)
	}
	if len(lines) < h {
		lines = append(lines, "")
	}
	return lines
}
