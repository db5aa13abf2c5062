package dialog

import (
	"errors"
	"fmt"
	"strconv"

	tea "github.com/charmbracelet/bubbletea"

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
	trouble
	world    World
	seat     string
	answered []string // InMails that look answered
	form     form
	shown    *field
	checked  checked

	typed int           // the number
	err   error         // what is wrong with it; errNoNumber while there is none
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
	d.Refresh(w)
	return d
}

// Scope is keymap.Form.
func (d *Reconcile) Scope() keymap.Scope { return keymap.Form }

// Refresh compares anew.
func (d *Reconcile) Refresh(w World) {
	d.world = w
	d.recheck()
}

// recheck asks the model what the number would do.
func (d *Reconcile) recheck() {
	if d.checked.same(d.world, d.seat, d.shown.text()) {
		return
	}
	n, given, err := number(d.shown, "what LinkedIn shows")
	if err == nil && !given {
		err = errNoNumber
	}
	var drafts []model.Draft
	if err == nil {
		drafts, err = d.world.Book.Reconcile(d.seat, n, d.world.Now, d.world.Now)
	}
	d.typed, d.err, d.what = n, err, credit.WhatIf{}
	if err == nil {
		d.what, _ = d.world.Book.WhatIf(d.seat, drafts, d.world.Now)
	}
}

// Do books and closes.
func (d *Reconcile) Do(a keymap.Action) ask.Request {
	d.text = ""
	switch {
	case a == keymap.Cancel:
		return ask.Close{}
	case a != keymap.Accept:
		return nil
	}
	if d.recheck(); d.err != nil {
		d.Fail(d.err)
		return nil
	}
	return ask.Batch{ask.Reconcile{Seat: d.seat, Balance: d.typed}, ask.Close{}}
}

// Key types.
func (d *Reconcile) Key(k tea.KeyMsg) ask.Request {
	d.text = ""
	if d.form.key(k) {
		d.recheck()
	}
	return nil
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
