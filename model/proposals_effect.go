package model

import (
	"fmt"
	"strings"
	"time"

	"cordial/model/credit"
	"cordial/model/day"
)

// SeatEffect is what decisions would do to the credits of a seat.
type SeatEffect struct {
	credit.WhatIf
	Seat Seat
}

// Sentences say what becomes of today's balance, and of how many credits it is made.
func (e SeatEffect) Sentences(say credit.Tongue) []string {
	said := e.WhatIf.Sentences(say)[:1]
	spent, back := e.Moves.Debited, e.Moves.Refunded
	switch {
	case spent > 0 && back > 0:
		said = append(said, fmt.Sprintf("%s spent, %d of them came back.", plural(spent, "credit"), back))
	case spent > 0:
		said = append(said, plural(spent, "credit")+" spent.")
	case back > 0:
		said = append(said, plural(back, "credit")+" came back.")
	}
	if n := e.Moves.Overdrawn; n > 0 {
		said = append(said, plural(n, "InMail")+wasWere(n)+" sent without a credit left: when LinkedIn shows another balance, reconcile.")
	}
	return said
}

// AcceptEffects answers what accepting proposals would do to the credits of each seat
// concerned, in the order of opening; those that are refused are left out.
func (b *Book) AcceptEffects(now time.Time, proposals ...Proposal) []SeatEffect {
	drafts := map[string][]Draft{}
	for _, p := range proposals {
		if p.Refusal == nil && p.Seat.ID != "" {
			drafts[p.Seat.ID] = append(drafts[p.Seat.ID], p.booking(p.person.ID)...)
		}
	}
	var list []SeatEffect
	for _, s := range b.Seats() {
		if len(drafts[s.ID]) == 0 {
			continue
		}
		if w, ok := b.WhatIf(s.ID, drafts[s.ID], now); ok {
			list = append(list, SeatEffect{w, s})
		}
	}
	return list
}

// oneByOne is how many facts of a seat may be folded to tell the effect of each proposal
// alone; beyond it the effect is told as if all were accepted.
const oneByOne = 150_000

// effects tells what accepting the proposals about InMails does to the credits.
func (f *finder) effects() {
	all := map[string][]*Proposal{} // by seat
	for i := range f.review.Proposals {
		switch p := &f.review.Proposals[i]; {
		case p.Refusal != nil:
			p.Effect.Words = p.Refusal.Help
		case p.Seat.ID != "":
			all[p.Seat.ID] = append(all[p.Seat.ID], p)
		}
	}
	for seat, list := range all {
		if h, _ := f.History(seat); len(list)*len(h.Facts) > oneByOne {
			f.effectsTogether(list)
			continue
		}
		for _, p := range list {
			for _, e := range f.AcceptEffects(f.now, *p) {
				p.Effect = p.effectIn(e.WhatIf)
				p.Effect.Credits = e.After.Balance - e.Before.Balance
			}
		}
	}
}

// effectsTogether tells the effects on one seat as if all were accepted.
func (f *finder) effectsTogether(list []*Proposal) {
	values := make([]Proposal, len(list))
	for i, p := range list {
		values[i] = *p
	}
	for _, e := range f.AcceptEffects(f.now, values...) {
		for _, p := range list {
			p.Effect = p.effectIn(e.WhatIf)
		}
	}
}

// effectIn is what becomes of the credit of a proposal's InMail when it is accepted, maybe
// with others.
func (p Proposal) effectIn(w credit.WhatIf) Effect {
	m, _ := w.After.InMail(p.InMail)
	e := Effect{Overdrawn: p.Kind == ProposeInMail && m.Overdrawn}
	switch {
	case p.Kind == ProposeAnswer:
		e.Words = backWords(p, w)
		return e
	case p.FreeReason == FreeFirstDegree:
		e.Words = "free: 1st degree"
	case p.Cost == 0:
		e.Words = "free: Open Profile"
	case e.Overdrawn:
		e.Words = "-1 credit, overdrawn"
	default:
		e.Words = "-1 credit"
	}
	if p.Cost > 0 && !p.Reply.IsZero() {
		back := strings.Replace(backWords(p, w), "+1 credit", "+1", 1)
		e.Words += "; " + strings.Replace(back, "no credit:", "none back:", 1)
	}
	return e
}

// backWords says whether the answer brings the credit back, and why not.
func backWords(p Proposal, w credit.WhatIf) string {
	m, _ := w.After.InMail(p.InMail)
	for _, e := range w.New {
		switch {
		case e.InMail != p.InMail:
		case e.Kind == credit.EntryRefunded:
			return "+1 credit on " + shortDay(e.Day, w.On)
		case e.Kind == credit.EntryRefundForfeited:
			_, but, _ := strings.Cut(e.Reason, ", but ")
			return "no credit: " + but
		}
	}
	switch late := day.Of(p.Reply, p.Seat.Zone).Sub(m.RefundUntil); {
	case m.Cost == 0:
		return "no credit: it was free"
	case late > 0:
		return "no credit: " + plural(late, "day") + " too late"
	default:
		return "no credit: only silence brings it back"
	}
}

// shortDay is a day as people write it, with the year if it is another one.
func shortDay(d, today day.Day) string {
	year, month, n := d.Date()
	if this, _, _ := today.Date(); this == year {
		return fmt.Sprintf("%d %s", n, month.String()[:3])
	}
	return fmt.Sprintf("%d %s %d", n, month.String()[:3], year)
}
