package dialog

import (
	"fmt"
	"strings"
	"time"

	"cordial/keymap"
	"cordial/model"
	"cordial/model/clean"
	"cordial/model/credit"
	"cordial/model/day"
	"cordial/model/when"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// This file is what the dialogs about seats share: how they say what a decision
// would do before it is taken.

// tongue says days and people as the dialogs do.
func (w World) tongue() credit.Tongue { return credit.Tongue{Day: w.day, Person: w.contact} }

// contact is how the journal calls somebody.
func (w World) contact(id string) string {
	if p, ok := w.Book.Contact(id); ok && clean.Line(p.Name) != "" {
		return clean.Line(p.Name)
	}
	return clean.Line(id)
}

// seat is a seat as the journal has it now, also when it was taken back meanwhile.
func (w World) seat(id string) model.Seat {
	if s, ok := w.Book.FindSeat(id); ok {
		return s
	}
	return model.Seat{ID: id, Name: id, Zone: w.Now.Location()}
}

// ledger is a seat's ledger today.
func (w World) ledger(seat string) credit.Ledger {
	l, _, _ := w.Book.LedgerNow(seat, w.Now)
	return l
}

// past reads the moment that a field says; empty is now.
func (w World) past(f *field) (time.Time, error) {
	if f.text() == "" {
		return w.Now, nil
	}
	return when.ParsePast(f.text(), w.Now, w.When)
}

// since is the field for the moment from which something holds.
func since() *field {
	f := &field{label: "Since"}
	f.input.Limit = 60
	f.input.Placeholder = "now; or 3d ago, 2026-01-05"
	return f
}

// echo is the moment that a field says, as it was understood; empty where the field
// is, or is wrong.
func (w World) echo(t *theme.Theme, f *field) string {
	at, err := w.past(f)
	if err != nil || f.text() == "" {
		return ""
	}
	return t.Glyphs.Arrow + " " + when.Format(at)
}

// checked remembers what a dialog has asked the model about, since the answer is
// folded from the whole life of a seat.
type checked struct {
	book  *model.Book
	len   int
	on    day.Day
	typed string
}

// same tells whether the question is the one that was asked last, and remembers it.
func (c *checked) same(w World, seat string, typed ...string) bool {
	on, _, _ := w.Book.Today(seat, w.Now)
	next := checked{w.Book, w.Book.Len(), on, strings.Join(typed, "\x00")}
	if *c == next {
		return true
	}
	*c = next
	return false
}

// foresee adds what decisions would do to a seat's credits: what is lost first,
// since a small screen cuts the end.
func (w World) foresee(s *sheet, what credit.WhatIf) {
	said := what.Sentences(w.tongue())
	s.say(theme.Strong, s.t.Glyphs.Arrow+" ", said[0])
	if lost := lost(what.Moves); lost != "" {
		s.say(theme.Due, s.t.Glyphs.Warn+" ", lost)
	}
	rest := said[1:]
	if room := s.h - len(s.lines); len(rest) >= room && room > 0 {
		rest = []string{strings.Join(rest, " ")} // one paragraph takes fewer lines
	}
	for _, text := range rest {
		s.say(theme.Text, "  ", text)
	}
}

// wrong adds what is wrong, once: why the last wish was not granted, or else what
// speaks against what is typed. It tells whether that is wrong.
func (t *trouble) wrong(s *sheet, err error) bool {
	switch {
	case t.text != "":
		s.say(theme.Danger, s.t.Glyphs.Fail+" ", sentence(t.text))
	case err != nil:
		s.say(theme.Due, s.t.Glyphs.Warn+" ", sentence(reason(err)))
	}
	return err != nil
}

// lost says how many credits a change ends unused.
func lost(moves credit.Totals) string {
	switch n := moves.Forfeited + moves.Expired + moves.Evicted; {
	case n <= 0:
		return ""
	case n == 1:
		return "1 credit is lost for good."
	default:
		return fmt.Sprintf("%d credits are lost for good.", n)
	}
}

// planField is the choice among the plans; the one in force is marked.
func planField(now string) *field {
	f := &field{label: "Plan", at: -1} // so that no stray Enter changes anything
	for _, p := range credit.Plans() {
		name := p.Name
		if p.ID == now {
			name += " (now)"
		}
		source, _ := p.SourceOf(credit.FieldCap)
		f.options = append(f.options, name)
		f.details = append(f.details, [2]string{policyColumns(p.Policy), source.Words()})
	}
	return f
}

// planOf is the plan chosen in a field of planField; ok is false while there is
// none.
func planOf(f *field) (p credit.Plan, ok bool) {
	if f.at < 0 {
		return credit.Plan{}, false
	}
	return credit.Plans()[f.at], true
}

// changeHints are the keys of a dialog that changes a seat: do it, choose how, go to
// the next field, or leave things as they are.
func (w World) changeHints(t *theme.Theme, scope keymap.Scope, do, choose string) []widget.Hint {
	hints := append(w.hint(t, scope, keymap.Accept, do), chooseHint(t, choose))
	hints = append(hints, w.hint(t, scope, keymap.NextField, "next")...)
	return append(hints, w.hint(t, scope, keymap.Cancel, "keep it")...)
}
