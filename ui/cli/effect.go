package cli

import (
	"strings"

	"cordial/model"
	"cordial/model/clean"
	"cordial/model/credit"
	"cordial/model/day"
)

// effectView is what a decision about a seat would do, or has done, as --json prints
// it.
type effectView struct {
	Seat        string         `json:"seat"`
	On          day.Day        `json:"on"`
	Before      standing       `json:"before"`
	After       standing       `json:"after"`
	Moves       credit.Totals  `json:"moves"` // what comes and goes by it
	New         []credit.Entry `json:"new"`   // lines of the statement
	Gone        []credit.Entry `json:"gone"`
	LostRefunds int            `json:"lost_refunds"` // open InMails that bring nothing back any more
	Says        []string       `json:"says"`
}

// reconcileView is a reconcile, with what may explain the difference.
type reconcileView struct {
	effectView
	Hints []hintView `json:"hints"`
}

// standing is a seat before or after.
type standing struct {
	Plan      string        `json:"plan"`
	Active    bool          `json:"active"`
	Balance   int           `json:"balance"`
	Cap       int           `json:"cap"`
	NextGrant *credit.Grant `json:"next_grant"`
}

// hintView is what may explain a difference.
type hintView struct {
	Kind    model.HintKind `json:"kind"`
	Text    string         `json:"text"`
	InMails []string       `json:"inmails"`
}

// tongue says days and people as the commands do. It looks everybody up once: a
// statement names the same people over and over.
func (s *session) tongue() credit.Tongue {
	names := map[string]string{}
	return credit.Tongue{Day: s.date, Person: func(contact string) string {
		name, known := names[contact]
		if !known {
			name = s.contactName(contact)
			names[contact] = name
		}
		return name
	}}
}

// standingOf is what matters of a ledger.
func standingOf(l credit.Ledger) standing {
	v := standing{Plan: l.Plan.ID, Active: l.Active, Balance: l.Balance, Cap: l.Policy.Cap}
	if grant, coming := l.NextGrant(); coming {
		v.NextGrant = &grant
	}
	return v
}

// effectOf is a what-if as --json prints it.
func (s *session) effectOf(seat model.Seat, w credit.WhatIf) effectView {
	return effectView{
		Seat: seat.ID, On: w.On, Before: standingOf(w.Before), After: standingOf(w.After), Moves: w.Moves,
		New: listOf(w.New), Gone: listOf(w.Gone), LostRefunds: w.LostRefunds, Says: w.Sentences(s.tongue()),
	}
}

// listOf is a list in JSON: empty, where there is none.
func listOf[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// printEffect prints what a decision would do.
func (s *session) printEffect(seat model.Seat, w credit.WhatIf, asJSON bool) error {
	if asJSON {
		return s.printJSON(s.effectOf(seat, w))
	}
	for _, sentence := range w.Sentences(s.tongue()) {
		s.print("%s", sentence)
	}
	return nil
}

// sayEffect says what a decision does.
func (s *session) sayEffect(w credit.WhatIf) {
	for _, sentence := range w.Sentences(s.tongue()) {
		s.say("%s", sentence)
	}
}

// mustConfirm tells whether to ask first: on a terminal, before credits are lost for
// good.
func (s *session) mustConfirm(w credit.WhatIf) bool {
	lost := w.Moves.Forfeited+w.Moves.RefundForfeited > 0 || w.LostRefunds > 0
	return lost && !s.flags.yes && s.InTTY && s.ErrTTY
}

// hints is what may explain that LinkedIn shows another number today.
func (s *session) hints(seat model.Seat, shown int, on day.Day) ([]model.Hint, error) {
	if today, _, _ := s.book.Today(seat.ID, s.now); on != today {
		return nil, nil
	}
	review, err := s.review()
	if err != nil {
		return nil, err
	}
	var answered []string
	for _, p := range review.Of(model.ProposeAnswer) {
		answered = append(answered, p.InMail)
	}
	return s.book.ReconcileHints(seat.ID, shown, answered, s.now), nil
}

// sayDifference says what became of the difference between LinkedIn and the ledger.
func (s *session) sayDifference(w credit.WhatIf) {
	for _, e := range w.New {
		switch e.Kind {
		case credit.EntryAdjustedIn:
			s.say("%s added: %s; each one %s", plural(e.Amount, "credit", "credits"), e.Reason, expiryWords(s.date, e.Lot.Expires))
		case credit.EntryAdjustedOut:
			s.say("%s taken out: %s; of the %s of %s", plural(-e.Amount, "credit", "credits"), e.Reason, e.Lot.Kind, s.date(e.Lot.Born))
		default: // what a grant or an expiry makes of it is no difference of LinkedIn's
		}
	}
}

// expiryWords says when a credit is gone.
func expiryWords(date func(day.Day) string, on day.Day) string {
	if on == day.Never {
		return "does not expire"
	}
	return "expires " + date(on)
}

// sayHints says what may explain a difference.
func (s *session) sayHints(hints []model.Hint) {
	for _, h := range hints {
		s.say("hint: %s", stopped(clean.Line(h.Text)))
	}
}

// printReconcile prints what a reconcile would do, or has done.
func (s *session) printReconcile(seat model.Seat, w credit.WhatIf, hints []model.Hint, asJSON bool) error {
	if !asJSON {
		if err := s.printEffect(seat, w, false); err != nil {
			return err
		}
		for _, h := range hints {
			s.print("hint: %s", stopped(clean.Line(h.Text)))
		}
		return nil
	}
	v := reconcileView{effectView: s.effectOf(seat, w), Hints: []hintView{}}
	for _, h := range hints {
		v.Hints = append(v.Hints, hintView{h.Kind, clean.Line(h.Text), listOf(h.InMails)})
	}
	return s.printJSON(v)
}

// stopped is a sentence with its full stop, unless it is a question.
func stopped(text string) string {
	if strings.HasSuffix(text, "?") {
		return text
	}
	return text + "."
}
