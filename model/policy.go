package model

import (
	"time"

	"cordial/model/credit"
	"cordial/model/day"
	"cordial/model/source"
)

// PolicySheet is every number and choice that a seat's credits follow on a day.
type PolicySheet struct {
	Seat       Seat
	On         day.Day
	Plan       credit.Plan // the last one after a cancel
	Active     bool        // the seat has a plan
	BillingDay int         // day of the month of the grants, 1 to 31
	Overrides  credit.Overrides
	Lines      []PolicyLine
}

// PolicyLine is one number or choice, and where it comes from.
type PolicyLine struct {
	Field   credit.Field
	Value   string        // as credit.Policy.Text writes it
	Default string        // the plan's own
	Source  source.Source // of the value; source.Yours when the seat overrides it
	Basis   string        // who says so, in a few words; of the default when it is overridden
}

// Policy is the policy of a seat on a day; ok is false when there is no such seat, or
// it had no plan yet.
func (b *Book) Policy(seat string, on day.Day) (sheet PolicySheet, ok bool) {
	found, ok := b.seat(seat)
	if !ok {
		return PolicySheet{}, false
	}
	l, _ := b.Ledger(seat, on)
	if l.BillingDay == 0 {
		return PolicySheet{}, false
	}
	sheet = PolicySheet{
		Seat: found, On: on, Plan: l.Plan, Active: l.Active, BillingDay: l.BillingDay, Overrides: l.Overrides,
	}
	for _, f := range credit.Fields() {
		line := PolicyLine{Field: f, Value: l.Policy.Text(f), Default: l.Plan.Policy.Text(f)}
		line.Source, line.Basis = l.Plan.SourceOf(f)
		if l.Overrides.Has(f) {
			line.Source = source.Yours
		}
		sheet.Lines = append(sheet.Lines, line)
	}
	return sheet, true
}

// SetPolicy sets what a seat does differently from its plan, from the day of at on;
// o is all of it and replaces what was set before. Refused are numbers that no policy
// can have, a seat without a plan on that day, a day before the seat was opened or in
// the future, and a policy that is in force already.
func (b *Book) SetPolicy(seat string, o credit.Overrides, at, now time.Time) ([]Draft, error) {
	d := SeatPolicyChanged{Seat: seat, Policy: o}
	if err := d.check(); err != nil {
		return nil, err
	}
	drafts, err := b.seatEvent(seat, d, at, now)
	if err != nil {
		return nil, err
	}
	s, _ := b.seat(seat)
	on := day.Of(at, s.Zone)
	l, _ := b.Ledger(seat, on)
	switch {
	case !l.Active:
		return nil, refuse("ledger 13", "give it a plan with: cordial seat plan SEAT PLAN", "the seat %q has no plan on %s", s.Name, on)
	case l.Overrides.Same(o):
		return nil, refuse("", "", "that is the policy of the seat %q on %s already", s.Name, on)
	}
	if begins, later := b.planAfter(seat, at, on); later {
		return nil, refuse("ledger 13", "name a time after that, or another day",
			"the plan of the seat %q begins at %s on %s", s.Name, begins.In(s.Zone).Format("15:04"), on)
	}
	return drafts, nil
}

// planAfter tells whether a plan begins later on the day of an instant: it would take
// the place of a policy set before it.
func (b *Book) planAfter(seat string, at time.Time, on day.Day) (begins time.Time, later bool) {
	h, _ := b.History(seat)
	for _, f := range h.Facts {
		plan := f.Kind == credit.Opened || f.Kind == credit.PlanChanged
		if plan && f.At.After(at) && day.Of(f.At, h.Zone) == on {
			return f.At, true
		}
	}
	return time.Time{}, false
}
