package credit

import (
	"slices"

	"cordial/model/day"
)

// Grant is a monthly grant to come.
type Grant struct {
	On     day.Day `json:"on"`
	Amount int     `json:"amount"`
	Evicts int     `json:"evicts"` // credits it pushes out if nothing is spent until then
}

// NextGrant answers the next monthly grant, and false if none will come: the seat is not active or its
// plan grants nothing. What it evicts assumes that nothing more is recorded until then; expiries and
// no-reply refunds on the way are counted in.
func (l Ledger) NextGrant() (Grant, bool) {
	if !l.Active || l.Policy.Monthly <= 0 {
		return Grant{}, false
	}
	f := l.resume()
	f.run(l.billing)
	return Grant{l.billing, l.Policy.Monthly, f.Totals.Evicted - l.Totals.Evicted}, true
}

// resume answers a fold that goes on from the ledger's day without touching the ledger. Its statement
// starts empty.
func (l Ledger) resume() *fold {
	f := &fold{Ledger: l}
	f.Entries = nil
	f.Lots = slices.Clone(l.Lots)
	if len(f.awaiting) > 0 { // whose refunds are noted with them
		f.InMails = slices.Clone(l.InMails)
	}
	return f
}

// Expiry is a day on which credits grow too old.
type Expiry struct {
	On     day.Day `json:"on"`
	Amount int     `json:"amount"`
}

// NextExpiry answers the next day on which credits of today's pool expire and how many if none is spent,
// and false if none expires. It looks at age alone: a grant may evict them sooner.
func (l Ledger) NextExpiry() (Expiry, bool) {
	if len(l.Lots) == 0 || l.Lots[0].Expires == day.Never {
		return Expiry{}, false
	}
	next := Expiry{On: l.Lots[0].Expires}
	for _, lot := range l.Lots {
		if lot.Expires == next.On {
			next.Amount += lot.Left
		}
	}
	return next, true
}

// Quote says what sending one InMail that costs a credit would do to the ledger.
type Quote struct {
	On            day.Day // the day of the send
	Before, After int     // the balance
	Takes         Origin  // the lot the credit comes from; zero if there is none
	RefundRule    RefundRule
	RefundUntil   day.Day // the last day on which an answer counts
	NextGrant     *Grant  // when credits come again, if there is none now; nil if none will come
}

// Refused tells that there is no credit to send with (ledger rule 7).
func (q Quote) Refused() bool { return q.Before == 0 }

// Quote answers what sending one InMail of cost 1 would do at the end of the ledger's day.
func (l Ledger) Quote() Quote {
	quote := Quote{
		On: l.On, Before: l.Balance, RefundRule: l.Policy.RefundRule,
		RefundUntil: l.On.Add(l.Policy.RefundWindowDays),
	}
	if quote.Refused() {
		if grant, coming := l.NextGrant(); coming {
			quote.NextGrant = &grant
		}
		return quote
	}
	quote.After = l.Balance - 1
	quote.Takes = l.Lots[0].Origin
	return quote
}
