package credits

import (
	"fmt"

	"cordial/model"
	"cordial/model/clean"
	"cordial/model/credit"
	"cordial/model/day"
	"cordial/model/when"
)

// details is a line in full: who, when, why, and which credits, what matters most
// first, since a small screen cuts the end.
type details struct {
	title  string
	facts  [][2]string
	person model.Key // the one it is about, 0 for nobody
}

func (d *details) add(name, text string) {
	if text != "" {
		d.facts = append(d.facts, [2]string{name, text})
	}
}

// entryDetails is a line of the statement in full.
func (a account) entryDetails(e credit.Entry) details {
	d := details{title: fmt.Sprintf("%s %s", signed(e.Amount), kindWords(e.Kind))}
	d.add("Day", full(e.Day))
	d.add("Why", clean.Line(e.Reason))
	if e.Contact != "" {
		d.add("Who", a.name(e.Contact))
		d.person = a.world.Book.PersonKey(e.Contact)
	}
	d.add("Balance", fmt.Sprintf("%d afterwards", e.Balance))
	if e.Lot.Kind != "" {
		d.add("Lot", a.lot(e.Lot))
	}
	if m, ok := a.InMail(e.InMail); ok {
		d.add("Subject", clean.Line(m.Subject))
		d.add("Sent", full(m.SentOn))
		d.add("Now", a.standing(m))
	}
	d.add("Typed", a.recorded(e.Event))
	return d
}

// recorded says when an event was typed, and its id.
func (a account) recorded(id string) string {
	if id == "" {
		return "computed: nobody typed it"
	}
	book := a.world.Book
	for place := book.Len() - 1; place >= 0; place-- {
		if e := book.Event(place); e.ID == id {
			return when.Format(e.Recorded.In(a.world.Now.Location())) + ", event " + clean.Line(id)
		}
	}
	return "event " + clean.Line(id)
}

// lot is a lot in words.
func (a account) lot(o credit.Origin) string {
	if o.Expires == day.Never {
		return fmt.Sprintf("%s of %s, no expiry", lotWords(o.Kind), full(o.Born))
	}
	return fmt.Sprintf("%s of %s, expires %s", lotWords(o.Kind), full(o.Born), full(o.Expires))
}

// lotDetails is a lot in full.
func (a account) lotDetails(lot credit.Lot) details {
	d := details{title: credits(lot.Left) + " left"}
	d.add("From", lotWords(lot.Kind)+" of "+full(lot.Born))
	d.add("Began with", fmt.Sprint(a.born[lot.Origin]))
	if lot.Expires == day.Never {
		d.add("Expires", "never")
		return d
	}
	d.add("Last day", full(lot.Expires.Add(-1)))
	d.add("Expires", full(lot.Expires)+", "+days(lot.Expires.Sub(a.On)))
	return d
}

// grantDetails is the next grant in full.
func (a account) grantDetails() details {
	g := a.grant
	d := details{title: "Next grant"}
	d.add("Day", full(g.On)+", "+days(g.On.Sub(a.On)))
	d.add("Brings", credits(g.Amount))
	d.add("Cap", fmt.Sprintf("%d: a grant fills the pool to it and no further", a.Policy.Cap))
	if g.Evicts > 0 {
		d.add("Pushes out", credits(g.Evicts)+" unless you use them before")
	}
	d.add("Billed", fmt.Sprintf("on day %d of the month", a.BillingDay))
	return d
}

// inmailDetails is an open InMail in full.
func (a account) inmailDetails(m credit.InMail) details {
	d := details{title: "InMail to " + a.name(m.Contact), person: a.world.Book.PersonKey(m.Contact)}
	d.add("Subject", clean.Line(m.Subject))
	d.add("Sent", full(m.SentOn))
	d.add("Now", a.standing(m))
	if m.Paid.Kind != "" {
		d.add("Paid from", a.lot(m.Paid))
	}
	d.add("Typed", a.recorded(m.Event))
	return d
}

// standing says where an InMail stands and what has become of its credit.
func (a account) standing(m credit.InMail) string {
	text := ""
	switch m.State {
	case credit.InMailOpen:
		text = "waiting for an answer, " + a.dayN(m)
	case credit.InMailAnswered:
		text = fmt.Sprintf("answered (%s) on %s", clean.Line(m.Answer), full(m.AnsweredOn))
	case credit.InMailUndelivered:
		text = "not delivered"
	case credit.InMailLapsed:
		text = "no answer within the window, which ended on " + full(m.RefundUntil)
	}
	switch m.Refund {
	case credit.RefundPossible:
		return text + "; " + a.refundWords(m)
	case credit.RefundGiven:
		return text + "; the credit came back on " + full(m.RefundedOn)
	case credit.RefundForfeited:
		return text + "; the credit was forfeited on " + full(m.RefundedOn)
	case credit.RefundNone:
	}
	if m.Cost == 0 {
		return text + "; it cost nothing"
	}
	return text
}

// dayN is "day 12 of 90".
func (a account) dayN(m credit.InMail) string {
	return fmt.Sprintf("day %d of %d", m.DayN(a.On), m.RefundUntil.Sub(m.SentOn))
}

// refundWords says until when the credit of an open InMail can come back.
func (a account) refundWords(m credit.InMail) string {
	if m.Refund != credit.RefundPossible {
		return "no refund: plan ended"
	}
	if a.Policy.RefundRule == credit.RefundOnNoReply {
		return "refund on " + a.day(m.RefundUntil.Add(1)) + " if unanswered"
	}
	return "refund until " + a.day(m.RefundUntil)
}

// signed is a number with its sign; nothing for 0, which moves no credit.
func signed(n int) string {
	if n == 0 {
		return "0"
	}
	return fmt.Sprintf("%+d", n)
}
