package dialog

import (
	"strconv"

	"cordial/model"
	"cordial/model/clean"
	"cordial/model/credit"
	"cordial/ui/ask"
	"cordial/ui/theme"
)

// Plan moves a seat to another plan. What that forfeits and grants is shown before
// it is done.
type Plan struct {
	entry
	seat       string
	plan, from *field
	checked    checked
	what       credit.WhatIf // what it would do
}

// NewPlan is the dialog for a seat.
func NewPlan(w World, seat string) *Plan {
	now := ""
	if l := w.ledger(seat); l.Active {
		now = l.Plan.ID
	}
	d := &Plan{seat: seat, plan: planField(now), from: since()}
	d.form.fields = []*field{d.plan, d.from}
	d.check, d.accept = d.foresee, d.save
	d.Refresh(w)
	return d
}

// change is the request that the form makes.
func (d *Plan) change() (ask.ChangePlan, error) {
	plan, ok := planOf(d.plan)
	if !ok {
		return ask.ChangePlan{}, errNoPlan
	}
	at, err := d.world.past(d.from)
	return ask.ChangePlan{Plan: model.SeatPlanChanged{Seat: d.seat, Plan: plan.ID}, At: at}, err
}

// foresee asks the model what the change would do.
func (d *Plan) foresee() error {
	if d.checked.same(d.world, d.seat, strconv.Itoa(d.plan.at), d.from.text()) {
		return d.err
	}
	d.what = credit.WhatIf{}
	c, err := d.change()
	var drafts []model.Draft
	if err == nil {
		drafts, err = d.world.Book.ChangePlan(c.Plan, c.At, d.world.Now)
	}
	if err == nil {
		d.what, _ = d.world.Book.WhatIf(d.seat, drafts, d.world.Now)
	}
	return err
}

// save changes the plan.
func (d *Plan) save() ask.Request {
	c, _ := d.change()
	return done(c)
}

// hintLines is how many lines the hint of a plan takes at most on a screen with room
// for it.
const hintLines = 2

// Draw is the box: the plans, and below them what the change would do.
func (d *Plan) Draw(t *theme.Theme, w, h int) string {
	f := frame{title: "Change the plan of " + clean.Line(d.world.seat(d.seat).Name), width: 84, lines: 18}
	f.hints = d.world.changeHints(t, d.Scope(), "change it", "choose plan")
	return f.draw(t, w, h, func(s *sheet) {
		d.form.draw(s, d.plan, "")
		d.form.draw(s, d.from, d.world.echo(t, d.from))
		s.rule()
		if d.wrong(s, d.err) {
			return
		}
		d.world.foresee(s, d.what)
		if plan, _ := planOf(d.plan); plan.Hint != "" && len(s.lines)+hintLines <= s.h {
			s.say(theme.Dim, "  ", plan.Hint)
		}
	})
}
