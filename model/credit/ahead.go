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
	f.InMails = slices.Clone(l.InMails)
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
	Before, After int
	Takes         Origin // the lot its credit comes from
	RefundRule    RefundRule
	RefundUntil   day.Day // the last day on which an answer counts
	Refusal       string  // why it cannot be sent, and what to do about it; empty if it can
}

// Quote answers what sending one InMail of cost 1 on the ledger's day would do. At balance 0 the answer is
// a refusal that names the next grant (ledger rule 7).
func (l Ledger) Quote() Quote {
	quote := Quote{
		Before: l.Balance, After: l.Balance,
		RefundRule: l.Policy.RefundRule, RefundUntil: l.On.Add(l.Policy.RefundWindowDays),
	}
	if l.Balance == 0 {
		quote.Refusal = l.refusal()
		return quote
	}
	quote.After--
	quote.Takes = l.Lots[0].Origin
	return quote
}

func (l Ledger) refusal() string {
	if !l.Active {
		return whyInactive
	}
	grant, coming := l.NextGrant()
	if !coming {
		return whyNoGrants(l.Plan)
	}
	return whyNoCredit(grant)
}
