package model

import (
	"strings"
	"time"
	"unicode"

	"cordial/model/day"
)

// OpenSeat opens a seat under a name; the id is the name in small letters with
// dashes when none is given. A name that overlaps another seat's is a Refusal.
func (b *Book) OpenSeat(d SeatOpened, at, now time.Time) ([]Draft, error) {
	if d.Seat == "" {
		d.Seat = slug(d.Name)
	}
	for _, taken := range []string{d.Name, d.Seat} {
		if s, ok := b.FindSeat(taken); ok {
			return nil, refuse("", "give it another name", "there is a seat %q already", s.Name)
		}
	}
	if at.After(now) {
		return nil, notYet("the opening", at)
	}
	if err := d.check(); err != nil {
		return nil, err
	}
	if err := b.admitSeat(d); err != nil {
		return nil, err
	}
	return []Draft{{At: at, Decision: d}}, nil
}

// ChangePlan moves a seat to another plan (ledger rule 13).
func (b *Book) ChangePlan(d SeatPlanChanged, at, now time.Time) ([]Draft, error) {
	if err := d.check(); err != nil {
		return nil, err
	}
	return b.seatEvent(d.Seat, d, at, now)
}

// CancelSeat ends a seat's plan (ledger rule 13).
func (b *Book) CancelSeat(seat string, at, now time.Time) ([]Draft, error) {
	if l, _, ok := b.LedgerNow(seat, now); ok && !l.Active {
		return nil, refuse("ledger 13", "", "the seat %q is cancelled already", seat)
	}
	return b.seatEvent(seat, SeatCancelled{Seat: seat}, at, now)
}

// Reconcile records the balance that LinkedIn shows (ledger rule 14).
func (b *Book) Reconcile(seat string, balance int, at, now time.Time) ([]Draft, error) {
	d := SeatReconciled{Seat: seat, Balance: balance}
	if err := d.check(); err != nil {
		return nil, err
	}
	return b.seatEvent(seat, d, at, now)
}

// seatEvent drafts an event of a seat, unless it is dated before the opening or
// in the future.
func (b *Book) seatEvent(seat string, d Decision, at, now time.Time) ([]Draft, error) {
	if err := b.dated(seat, at, now, "this"); err != nil {
		return nil, err
	}
	return []Draft{{At: at, Decision: d}}, nil
}

// dated refuses what is dated before a seat was opened or in the future.
func (b *Book) dated(seat string, at, now time.Time, what string) error {
	s, ok := b.seatByID[seat]
	if !ok || !b.Live(s.opened) {
		return refuse("", "open one with: cordial seat open NAME --plan PLAN", "there is no seat %q", seat)
	}
	opened := day.Of(b.events[s.opened].At, s.zone)
	if on := day.Of(at, s.zone); on < opened {
		return refuse("ledger 1", "", "%s is dated %s, before the seat was opened on %s", what, on, opened)
	}
	if at.After(now) {
		return notYet(what, at)
	}
	return nil
}

// notYet refuses what is dated in the future.
func notYet(what string, at time.Time) error {
	return refuse("", "record it when it has happened", "%s is dated %s, which is in the future", what, at.Format("Mon 2 Jan 2006 15:04"))
}

// slug is a name as an id: small letters and digits, dashes between, at most 64
// bytes.
func slug(name string) string {
	var id strings.Builder
	for _, r := range strings.ToLower(name) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			id.WriteRune(r)
		case id.Len() > 0 && !strings.HasSuffix(id.String(), "-"):
			id.WriteByte('-')
		}
		if id.Len() > 60 {
			break
		}
	}
	return strings.TrimRight(id.String(), "-")
}
