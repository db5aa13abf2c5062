package credit

import "cordial/model/day"

// changePlan ends and begins plans, and changes their policy, as the day's facts say; the last one has its way.
func (f *fold) changePlan(facts []dated) {
	for _, fact := range facts {
		switch fact.Kind {
		case Opened, PlanChanged:
			f.endPlan(fact)
			f.beginPlan(fact)
		case Cancelled:
			f.endPlan(fact)
		case PolicyChanged:
			f.changePolicy(fact)
		default: // the user's own events have their turn later in the day
		}
	}
}

// endPlan forfeits all credits, and every refund of what was sent until now (ledger rule 13). The first
// opening ends no plan: what was sent before it lives on under the opening's policy.
func (f *fold) endPlan(fact dated) {
	f.take(f.Balance, Entry{
		Day: fact.on, Kind: EntryForfeited, Event: fact.Event, Reason: whyForfeited(fact.Kind),
	})
	if f.planned() || fact.Kind != Opened {
		f.terms = append(f.terms, terms{f.Policy, f.inForce().plan + 1})
	}
	f.Active, f.activation, f.billing = false, nil, day.Never
	f.Overdrawn = 0 // whatever the pool was, it is empty now
}

// planned tells whether the seat has had a plan.
func (f *fold) planned() bool { return f.BillingDay != 0 }

// beginPlan puts the seat on a plan and leaves its activation grant to the day's third step, unless the
// opening says what was there (ledger rules 1 and 13).
func (f *fold) beginPlan(fact dated) {
	first := !f.planned()
	f.setPlan(fact)
	if first {
		f.adoptUnplanned(fact.on)
	}
	if fact.Kind == Opened && fact.OpeningBalance != nil {
		f.add(LotOpening, max(*fact.OpeningBalance, 0), Entry{
			Day: fact.on, Kind: EntryOpening, Event: fact.Event, Reason: whyOpening,
		})
		return
	}
	f.activation = fact.Fact
}

// setPlan sets the plan's policy and calendar. A plan this program does not know grants nothing.
func (f *fold) setPlan(fact dated) {
	plan, known := PlanByID(fact.Plan)
	if !known {
		plan = Plan{ID: fact.Plan, Name: fact.Plan, Policy: unplanned()}
	}
	f.Plan, f.Overrides = plan, fact.Overrides
	f.Policy = plan.Policy.With(fact.Overrides)
	f.inForce().Policy = f.Policy
	f.Active = true
	_, _, f.BillingDay = fact.on.Date()
	if fact.BillingDay > 0 {
		f.BillingDay = fact.BillingDay
	}
	f.billing = day.MonthlyAfter(fact.on, f.BillingDay)
}

// changePolicy sets other overrides in the place of those given before. Nothing is forfeited or granted, and the
// calendar stays. What was sent until now keeps its terms; before the first plan there is nothing to override.
func (f *fold) changePolicy(fact dated) {
	if !f.planned() {
		return
	}
	f.Overrides = fact.Overrides
	f.Policy = f.Plan.Policy.With(fact.Overrides)
	f.terms = append(f.terms, terms{f.Policy, f.inForce().plan})
}

// grant adds the activation grant of a plan that began today, or the month's (ledger rules 1, 2 and 13).
// What the cap does not hold is evicted, the earliest to expire first (ledger rule 3).
func (f *fold) grant(today day.Day) {
	line := Entry{Day: today, Kind: EntryGranted}
	switch {
	case f.activation != nil:
		line.Event, line.Reason = f.activation.Event, whyActivated(f.Plan)
		f.activation = nil
	case today == f.billing:
		line.Reason = whyGranted(f.Plan)
		f.billing = day.MonthlyAfter(today, f.BillingDay)
	default:
		return
	}
	if f.Policy.Monthly <= 0 {
		return
	}
	f.add(LotGrant, f.Policy.Monthly, line)
	line.Kind, line.Reason = EntryEvicted, whyEvicted(f.Policy.Cap)
	f.take(f.Balance-max(f.Policy.Cap, 0), line)
}
