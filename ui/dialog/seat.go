package dialog

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"cordial/keymap"
	"cordial/model"
	"cordial/model/clean"
	"cordial/model/credit"
	"cordial/model/day"
	"cordial/model/when"
	"cordial/ui/ask"
	"cordial/ui/theme"
)

// Seat opens a seat: a name, a plan, and what LinkedIn shows of it.
type Seat struct {
	entry
	name, plan, billing, shown, opened, zone *field
	start                                    credit.Ledger // the ledger that the seat would begin with
}

// NewSeat is the dialog that opens a seat.
func NewSeat(w World) *Seat {
	d := &Seat{
		name:    &field{label: "Name"},
		plan:    planField(""),
		billing: &field{label: "Billed"},
		shown:   &field{label: "Shown"},
		opened:  &field{label: "Since"},
		zone:    &field{label: "Zone"},
	}
	d.name.input.Limit, d.billing.input.Limit, d.shown.input.Limit = 60, 2, 6
	d.opened.input.Limit, d.zone.input.Limit = 60, 60
	d.billing.input.Placeholder = "day of the month; empty: the day of opening"
	d.shown.input.Placeholder = "credits LinkedIn shows then; empty: a month's grant"
	d.opened.input.Placeholder = "now; or 3d ago, 2026-01-05"
	d.zone.input.SetValue(w.zone())
	d.zone.input.Placeholder = "UTC"
	d.form.fields = []*field{d.name, d.plan, d.billing, d.shown, d.opened, d.zone}
	d.form.at = 1
	d.check, d.accept = d.foresee, d.open
	d.cancel = func() ask.Request { return discard(d.touched(), "this seat") }
	d.Refresh(w)
	return d
}

// policyWords is a plan's numbers: "5 a month, cap 15, kept 90 days".
func policyWords(p credit.Policy) string {
	if p.Monthly == 0 {
		return "no credits"
	}
	kept := "no expiry"
	if p.ExpiryDays > 0 {
		kept = fmt.Sprintf("kept %d days", p.ExpiryDays)
	}
	return fmt.Sprintf("%d a month, cap %d, %s", p.Monthly, p.Cap, kept)
}

// policyColumns is a plan's numbers under those of the others.
func policyColumns(p credit.Policy) string {
	if p.Monthly == 0 {
		return "  no credits"
	}
	kept := ""
	if p.ExpiryDays > 0 {
		kept = fmt.Sprintf(", %dd", p.ExpiryDays)
	}
	return fmt.Sprintf("%3d/mo, cap %3d%s", p.Monthly, p.Cap, kept)
}

// errNoPlan: no plan was chosen yet.
var errNoPlan = errors.New("choose the plan you pay for")

// chosen is the plan chosen; ok is false while there is none.
func (d *Seat) chosen() (p credit.Plan, ok bool) {
	return planOf(d.plan)
}

// at is the moment of opening that is typed.
func (d *Seat) at() (time.Time, error) {
	if d.opened.text() == "" {
		return d.world.Now, nil
	}
	return when.ParsePast(d.opened.text(), d.world.Now, d.world.When)
}

// number reads a field of digits; ok is false when it is empty.
func number(f *field, what string) (n int, ok bool, err error) {
	if f.text() == "" {
		return 0, false, nil
	}
	n, err = strconv.Atoi(f.text())
	if err != nil {
		return 0, false, fmt.Errorf("%s is a number, not %q", what, clean.Line(f.text()))
	}
	return n, true, nil
}

// seat is what the form says.
func (d *Seat) seat() (model.SeatOpened, error) {
	plan, ok := d.chosen()
	if !ok {
		return model.SeatOpened{}, errNoPlan
	}
	s := model.SeatOpened{
		Name: or(clean.Line(d.name.text()), plan.Name), Plan: plan.ID, Zone: clean.Line(d.zone.text()),
	}
	billing, given, err := number(d.billing, "the billing day")
	switch {
	case err != nil:
		return s, err
	case given && (billing < 1 || billing > 31):
		return s, errors.New("the billing day is a day of the month, 1 to 31")
	}
	s.BillingDay = billing
	shown, given, err := number(d.shown, "what LinkedIn shows")
	if given {
		s.OpeningBalance = &shown
	}
	return s, err
}

// foresee asks the model whether the seat can be opened, and folds how it would
// begin.
func (d *Seat) foresee() error {
	plan, _ := d.chosen()
	d.name.input.Placeholder = or(plan.Name, "the plan's name, unless you have several")
	d.start = credit.Ledger{}
	s, err := d.seat()
	if err != nil {
		return err
	}
	at, err := d.at()
	if err != nil {
		return err
	}
	if _, err := d.world.Book.OpenSeat(s, at, d.world.Now); err != nil {
		return err
	}
	fact := credit.Fact{Kind: credit.Opened, At: at, Plan: s.Plan, BillingDay: s.BillingDay, OpeningBalance: s.OpeningBalance}
	zone := d.world.Now.Location()
	if s.Zone == "" {
		zone = time.UTC
	}
	h := credit.History{Name: s.Name, Zone: zone, Facts: []credit.Fact{fact}}
	d.start = credit.Fold(h, day.Of(d.world.Now, h.Zone))
	return nil
}

// touched is what was typed by hand, for the question before it is lost.
func (d *Seat) touched() string {
	var typed []string
	for _, f := range []*field{d.name, d.billing, d.shown, d.opened} {
		typed = append(typed, f.text())
	}
	return strings.Join(nonEmpty(typed...), ", ")
}

// open opens the seat.
func (d *Seat) open() ask.Request {
	s, _ := d.seat()
	at, _ := d.at()
	return done(ask.OpenSeat{Seat: s, At: at})
}

// Draw is the box.
func (d *Seat) Draw(t *theme.Theme, w, h int) string {
	scope := d.Scope()
	f := frame{title: "Open a seat", width: 84, lines: 18}
	f.hints = d.world.hint(t, scope, keymap.Accept, "open it")
	f.hints = append(f.hints, chooseHint(t, "choose plan"))
	f.hints = append(f.hints, d.world.hint(t, scope, keymap.NextField, "next")...)
	f.hints = append(f.hints, d.world.hint(t, scope, keymap.Cancel, "cancel")...)
	return f.draw(t, w, h, func(s *sheet) {
		d.form.draw(s, d.name, "")
		d.form.draw(s, d.plan, "")
		for _, in := range []*field{d.billing, d.shown, d.opened, d.zone} {
			d.form.draw(s, in, "")
		}
		s.rule()
		d.drawStart(s)
	})
}

// drawStart adds what the seat would begin with, or what is wrong.
func (d *Seat) drawStart(s *sheet) {
	if plan, ok := d.chosen(); ok {
		s.say(theme.Dim, "", policyWords(plan.Policy)+"; source: "+plan.Source+"."+behind(" ", plan.Hint))
	}
	if d.wrong(s, d.err) {
		return
	}
	if d.zone.text() != d.world.zone() {
		s.say(theme.Text, s.t.Glyphs.Arrow+" ", "Its days begin and end in "+d.zone.text()+".")
		return
	}
	words := fmt.Sprintf("It has %d credits today", d.start.Balance)
	if grant, ok := d.start.NextGrant(); ok {
		words += fmt.Sprintf("; %d more arrive on %s", grant.Amount, d.world.day(grant.On))
	}
	s.say(theme.Text, s.t.Glyphs.Arrow+" ", words+".")
}
