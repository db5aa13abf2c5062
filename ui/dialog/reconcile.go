package dialog

import (
	"errors"
	"fmt"
	"strconv"

	"cordial/keymap"
	"cordial/model"
	"cordial/model/clean"
	"cordial/model/credit"
	"cordial/ui/ask"
	"cordial/ui/theme"
)

// Reconcile takes the number of credits that LinkedIn shows, and says what becomes
// of the difference before it is booked.
type Reconcile struct {
	entry    // its err is errNoNumber while there is none
	seat     string
	answered []string // InMails that look answered
	shown    *field
	checked  checked

	typed int           // the number
	what  credit.WhatIf // what booking it would do
}

// errNoNumber: no number was typed yet.
var errNoNumber = errors.New("type the number that LinkedIn shows")

// NewReconcile is the dialog for a seat. answered are the InMails whose conversation
// has a message from the other side since.
func NewReconcile(w World, seat string, answered []string) *Reconcile {
	d := &Reconcile{seat: seat, answered: answered, shown: &field{label: "Shown"}}
	d.shown.input.Limit = 7
	d.shown.input.Placeholder = "the number LinkedIn shows"
	d.form.fields = []*field{d.shown}
	d.check, d.accept = d.foresee, d.book
	d.Refresh(w)
	return d
}

// foresee asks the model what the number would do.
func (d *Reconcile) foresee() error {
	if d.checked.same(d.world, d.seat, d.shown.text()) {
		return d.err
	}
	n, given, err := number(d.shown, "what LinkedIn shows")
	if err == nil && !given {
		err = errNoNumber
	}
	var drafts []model.Draft
	if err == nil {
		drafts, err = d.world.Book.Reconcile(d.seat, n, d.world.Now, d.world.Now)
	}
	d.typed, d.what = n, credit.WhatIf{}
	if err == nil {
		d.what, _ = d.world.Book.WhatIf(d.seat, drafts, d.world.Now)
	}
	return err
}

// book books the difference.
func (d *Reconcile) book() ask.Request {
	return done(ask.Reconcile{Seat: d.seat, Balance: d.typed})
}

// Draw is the box: the number, and below it what it changes and what may explain it.
func (d *Reconcile) Draw(t *theme.Theme, w, h int) string {
	f := frame{title: "How many credits does LinkedIn show?", note: clean.Line(d.world.seat(d.seat).Name), width: 78, lines: 9}
	f.hints = d.world.hint(t, d.Scope(), keymap.Accept, "book it")
	f.hints = append(f.hints, d.world.hint(t, d.Scope(), keymap.Cancel, "cancel")...)
	return f.draw(t, w, h, func(s *sheet) {
		ledger := d.world.ledger(d.seat)
		d.form.draw(s, d.shown, fmt.Sprintf("the ledger says %d", ledger.Balance))
		s.rule()
		switch {
		case errors.Is(d.err, errNoNumber) && d.text == "":
			d.explain(s, ledger)
		case d.wrong(s, d.err):
		default:
			d.difference(s)
		}
	})
}

// explain adds why the ledger says what it says, as long as nothing is typed.
func (d *Reconcile) explain(s *sheet, l credit.Ledger) {
	from := l.On.Add(-credit.HabitDays)
	for _, text := range l.Account(from).Sentences(d.world.tongue()) {
		s.say(theme.Dim, "  ", text)
	}
}

// difference adds the balance before and after, what moves, and the hints.
func (d *Reconcile) difference(s *sheet) {
	before, after := d.what.Before.Balance, d.what.After.Balance
	diff := d.typed - before
	if diff == 0 {
		s.say(theme.Good, s.t.Glyphs.Check+" ", "LinkedIn and the ledger agree: "+strconv.Itoa(before)+".")
		if n := d.what.Before.Overdrawn; n > 0 {
			s.say(theme.Text, "  ", fmt.Sprintf("The %d sent without a credit are settled by that.", n))
		}
		return
	}
	s.say(theme.Strong, s.t.Glyphs.Arrow+" ", fmt.Sprintf("%d before, %+d, %d after.", before, diff, after))
	for _, e := range d.what.New {
		s.say(theme.Text, "  ", d.moved(e))
	}
	if n := len(d.what.New); n > 0 {
		s.say(theme.Dim, "  ", "Why: "+d.what.New[n-1].Reason+".")
	}
	hints := d.world.Book.ReconcileHints(d.seat, d.typed, d.answered, d.world.Now)
	if len(hints) == 0 {
		return
	}
	s.blank()
	s.say(theme.Title, "", "BEFORE YOU BOOK IT")
	for _, hint := range hints {
		s.say(theme.Due, s.t.Glyphs.Bullet+" ", sentence(clean.Line(hint.Text)))
	}
}

// moved says one line that the statement gets.
func (d *Reconcile) moved(e credit.Entry) string {
	switch e.Kind {
	case credit.EntryAdjustedIn:
		return fmt.Sprintf("%+d as an adjustment that %s.", e.Amount, d.world.expiry(e.Lot.Expires))
	case credit.EntryAdjustedOut:
		return fmt.Sprintf("%+d from the lot of %s that %s.", e.Amount, d.world.day(e.Lot.Born), d.world.expiry(e.Lot.Expires))
	default:
		return fmt.Sprintf("%+d: %s.", e.Amount, e.Reason)
	}
}
