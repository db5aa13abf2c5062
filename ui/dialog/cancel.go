package dialog

import (
	"errors"

	"cordial/model"
	"cordial/model/clean"
	"cordial/model/credit"
	"cordial/ui/ask"
	"cordial/ui/theme"
)

// CancelSeat ends a seat's plan. What that forfeits is shown before it is done, and
// nothing is done by Enter alone.
type CancelSeat struct {
	entry
	seat         string
	choice, from *field
	checked      checked
	what         credit.WhatIf // what it would do
}

// NewCancelSeat is the dialog for a seat.
func NewCancelSeat(w World, seat string) *CancelSeat {
	d := &CancelSeat{seat: seat, from: since()}
	d.choice = &field{label: "Plan", options: []string{"keep it", "end it"}}
	d.form.fields = []*field{d.choice, d.from}
	d.check, d.accept = d.foresee, d.end
	d.Refresh(w)
	return d
}

// foresee asks the model what the end would do.
func (d *CancelSeat) foresee() error {
	if d.checked.same(d.world, d.seat, d.from.text()) {
		return d.err
	}
	d.what = credit.WhatIf{}
	at, err := d.world.past(d.from)
	var drafts []model.Draft
	if err == nil {
		drafts, err = d.world.Book.CancelSeat(d.seat, at, d.world.Now)
	}
	if err == nil {
		d.what, _ = d.world.Book.WhatIf(d.seat, drafts, d.world.Now)
	}
	return err
}

// errKept: Enter while the plan is to be kept.
var errKept = errors.New("nothing is done: choose to end it, or close this")

// end ends the plan.
func (d *CancelSeat) end() ask.Request {
	if d.choice.at == 0 {
		d.Fail(errKept)
		return nil
	}
	at, _ := d.world.past(d.from)
	return done(ask.CancelSeat{Seat: d.seat, At: at})
}

// Draw is the box: the choice, and below it what the end would do.
func (d *CancelSeat) Draw(t *theme.Theme, w, h int) string {
	f := frame{title: "Cancel the seat " + clean.Line(d.world.seat(d.seat).Name), width: 78, lines: 9}
	f.hints = d.world.changeHints(t, d.Scope(), "do it", "choose")
	return f.draw(t, w, h, func(s *sheet) {
		d.form.draw(s, d.choice, "")
		d.form.draw(s, d.from, d.world.echo(t, d.from))
		s.rule()
		if d.wrong(s, d.err) {
			return
		}
		s.say(theme.Dim, "  ", "If the plan ends:")
		d.world.foresee(s, d.what)
	})
}
