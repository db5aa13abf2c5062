package credit_test

import (
	"cmp"
	"slices"

	"cordial/model/credit"
	"cordial/model/day"
)

// reference is the ledger once more, written from the rules in the plainest way that can be thought of: it
// lives through every single day and keeps every single credit in a struct of its own for ever. It shares
// nothing with the fold but the calendar and the shape of the input; it is slow, and there to disagree.
type reference struct {
	facts   []refFact
	credits []*refCredit
	inmails []*refInMail
	lost    int // refunds forfeited

	active     bool
	plan       string // "" before the first
	policy     refPolicy
	billingDay int
	begun      day.Day // the day the current plan began
	grantDue   bool    // the activation grant of a plan that began today
}

type refFact struct {
	credit.Fact
	on day.Day
}

type refCredit struct {
	kind          string
	born, expires day.Day
	lasts         bool // has no expiry
	end           string
}

type refInMail struct {
	id                    string
	sent                  day.Day
	paid                  bool
	answered, undelivered bool
	refund                string // "given" or "forfeited" once settled
}

type refPolicy struct {
	monthly, cap, expiry, window int
	noReply, overflow            bool
}

// newReference takes a history apart; what happens is told day by day.
func newReference(h credit.History) *reference {
	r := &reference{policy: refPolicy{window: 90}}
	for _, f := range h.Facts {
		r.facts = append(r.facts, refFact{f, day.Of(f.At, h.Zone)})
	}
	slices.SortStableFunc(r.facts, refFact.compare)
	// An InMail is sent once.
	seen := map[string]bool{}
	r.facts = slices.DeleteFunc(r.facts, func(f refFact) bool {
		again := f.Kind == credit.Sent && seen[f.InMail]
		seen[f.InMail] = seen[f.InMail] || f.Kind == credit.Sent
		return again
	})
	return r
}

func (f refFact) compare(g refFact) int {
	return cmp.Or(cmp.Compare(f.on, g.on), f.At.Compare(g.At), cmp.Compare(f.Seq, g.Seq))
}

func (f refFact) beginsPlan() bool { return f.Kind == credit.Opened || f.Kind == credit.PlanChanged }

// live takes the seat through one day. Days must be lived one after the other.
func (r *reference) live(today day.Day) {
	for _, c := range r.alive() {
		if !c.lasts && today >= c.expires {
			c.end = "expired"
		}
	}
	for _, f := range r.of(today) {
		r.morning(f)
	}
	r.grant(today)
	for _, m := range r.inmails {
		p := r.policyOf(m, today)
		if p.noReply && m.paid && !m.answered && !m.undelivered && m.refund == "" && today.Sub(m.sent) == p.window+1 {
			r.giveBack(m, today)
		}
	}
	for _, f := range r.inSpokenOrder(today) {
		r.event(f)
	}
}

func (r *reference) of(today day.Day) []refFact {
	var facts []refFact
	for _, f := range r.facts {
		if f.on == today {
			facts = append(facts, f)
		}
	}
	return facts
}

// morning is what a plan's beginning or end does (rules 1 and 13).
func (r *reference) morning(f refFact) {
	if f.Kind == credit.PolicyChanged && r.plan != "" {
		r.policy = refPolicyOf(r.plan, f.Overrides)
	}
	if !f.beginsPlan() && f.Kind != credit.Cancelled {
		return
	}
	for _, c := range r.alive() {
		c.end = "forfeited"
	}
	r.active, r.grantDue = f.Kind != credit.Cancelled, false
	if !r.active {
		return
	}
	r.begun, r.plan, r.policy = f.on, f.Plan, refPolicyOf(f.Plan, f.Overrides)
	_, _, r.billingDay = f.on.Date()
	if f.Kind == credit.Opened && f.BillingDay > 0 {
		r.billingDay = f.BillingDay
	}
	r.grantDue = true
	if f.Kind == credit.Opened && f.OpeningBalance != nil {
		r.grantDue = false
		r.bear("opening", *f.OpeningBalance, f.on)
	}
}

// grant is the day's grant, if it has one (rules 2 and 3).
func (r *reference) grant(today day.Day) {
	year, month, date := today.Date()
	lastOfMonth := today.Add(1).Sub(day.New(year, month, 1)) // today's date, if it is the last
	_, _, tomorrow := today.Add(1).Date()
	billed := date == r.billingDay || tomorrow == 1 && r.billingDay > lastOfMonth
	monthly := r.active && today > r.begun && billed
	if r.policy.monthly > 0 && (r.grantDue || monthly) {
		r.bear("grant", r.policy.monthly, today)
		for len(r.alive()) > r.policy.cap {
			r.first().end = "evicted"
		}
	}
	r.grantDue = false
}

// inSpokenOrder is the day's facts with every answer that precedes its send put right behind it.
func (r *reference) inSpokenOrder(today day.Day) []refFact {
	facts := r.of(today)
	var order []refFact
	for i, f := range facts {
		isAnswer := func(g refFact) bool { return g.Kind == credit.Answered || g.Kind == credit.Undelivered }
		sentLater := slices.ContainsFunc(facts[i:], func(g refFact) bool {
			return g.Kind == credit.Sent && g.InMail == f.InMail
		})
		if isAnswer(f) && sentLater {
			continue
		}
		order = append(order, f)
		for _, g := range facts[:i] {
			if f.Kind == credit.Sent && isAnswer(g) && g.InMail == f.InMail {
				order = append(order, g)
			}
		}
	}
	return order
}

func (r *reference) event(f refFact) {
	switch f.Kind {
	case credit.Sent:
		m := &refInMail{id: f.InMail, sent: f.on, paid: f.Cost > 0}
		r.inmails = append(r.inmails, m)
		if m.paid {
			if len(r.alive()) == 0 {
				r.bear("overdrawn", 1, f.on)
			}
			r.first().end = "debited"
		}
	case credit.Reconciled:
		for len(r.alive()) > f.Balance {
			r.first().end = "adjusted_out"
		}
		r.bear("adjustment", f.Balance-len(r.alive()), f.on)
	case credit.Answered, credit.Undelivered:
		for _, m := range r.inmails {
			if m.id == f.InMail {
				r.hear(m, f)
			}
		}
	default: // the morning's
	}
}

// hear is what an answer or its impossibility does to an InMail (rules 8 and 10).
func (r *reference) hear(m *refInMail, f refFact) {
	if f.Kind == credit.Undelivered {
		m.undelivered = true
		if m.paid && m.refund == "" {
			r.giveBack(m, f.on)
		}
		return
	}
	if m.answered || m.undelivered {
		return
	}
	m.answered = true
	p := r.policyOf(m, f.on)
	if m.paid && m.refund == "" && !p.noReply && f.on.Sub(m.sent) <= p.window {
		r.giveBack(m, f.on)
	}
}

// giveBack refunds an InMail, or not (rules 11 and 13).
func (r *reference) giveBack(m *refInMail, today day.Day) {
	full := !r.policy.overflow && len(r.alive()) >= r.policy.cap
	if full || r.planEnded(m.sent, today) {
		m.refund = "forfeited"
		r.lost++
		return
	}
	m.refund = "given"
	r.bear("refund", 1, today)
}

// planEnded tells whether a plan ended after one day and by another. The seat's first opening ends none.
func (r *reference) planEnded(after, by day.Day) bool {
	hadPlan := false
	for _, f := range r.facts {
		ends := f.Kind == credit.Cancelled || f.Kind == credit.PlanChanged || f.Kind == credit.Opened && hadPlan
		if ends && f.on > after && f.on <= by {
			return true
		}
		hadPlan = hadPlan || f.beginsPlan()
	}
	return false
}

// policyOf is the policy an InMail was sent under, as known today. Before the first opening there was none, and
// the opening's stands in for it.
func (r *reference) policyOf(m *refInMail, today day.Day) refPolicy {
	policy, plan := refPolicy{window: 90}, ""
	for _, f := range r.facts {
		switch {
		case f.on > today:
			return policy
		case f.on <= m.sent && f.beginsPlan():
			plan, policy = f.Plan, refPolicyOf(f.Plan, f.Overrides)
		case f.on <= m.sent && f.Kind == credit.PolicyChanged && plan != "":
			policy = refPolicyOf(plan, f.Overrides)
		case f.on > m.sent && f.Kind == credit.Opened && plan == "":
			return refPolicyOf(f.Plan, f.Overrides)
		case f.on > m.sent && (f.beginsPlan() || f.Kind == credit.Cancelled):
			return policy
		}
	}
	return policy
}

// bear brings credits into the world.
func (r *reference) bear(kind string, n int, today day.Day) {
	for range n {
		r.credits = append(r.credits, &refCredit{
			kind: kind, born: today, expires: today.Add(r.policy.expiry), lasts: r.policy.expiry == 0,
		})
	}
}

func (r *reference) alive() []*refCredit {
	var alive []*refCredit
	for _, c := range r.credits {
		if c.end == "" {
			alive = append(alive, c)
		}
	}
	return alive
}

// first is the credit to be spent next (rule 5): credits stand in order of birth, so only expiry is compared.
func (r *reference) first() *refCredit {
	return slices.MinFunc(r.alive(), func(a, b *refCredit) int {
		switch {
		case a.lasts && b.lasts:
			return 0
		case a.lasts:
			return 1
		case b.lasts:
			return -1
		}
		return cmp.Compare(a.expires, b.expires)
	})
}

// refPolicyOf reads the policy of a plan from a table, and what a seat overrides of it.
func refPolicyOf(plan string, o credit.Overrides) refPolicy {
	p, known := map[string]refPolicy{
		"free":                   {0, 0, 0, 90, false, false},
		"career":                 {5, 15, 90, 90, false, false},
		"business":               {15, 45, 90, 90, false, false},
		"salesnav-core":          {50, 150, 90, 90, false, false},
		"salesnav-advanced":      {50, 150, 90, 90, false, false},
		"salesnav-advanced-plus": {50, 150, 90, 90, false, false},
		"recruiter-lite":         {30, 90, 90, 90, false, false},
		"recruiter-professional": {100, 400, 0, 90, false, true},
		"recruiter-corporate":    {150, 600, 0, 90, false, true},
	}[plan]
	if !known {
		p.window = 90
	}
	if o.Monthly != nil {
		p.monthly = *o.Monthly
	}
	if o.Cap != nil {
		p.cap = *o.Cap
	}
	if o.ExpiryDays != nil {
		p.expiry = *o.ExpiryDays
	}
	if o.RefundWindowDays != nil {
		p.window = *o.RefundWindowDays
	}
	if o.RefundRule != nil {
		p.noReply = *o.RefundRule == "no-reply"
	}
	if o.RefundAtCap != nil {
		p.overflow = *o.RefundAtCap == "overflow"
	}
	return p
}
