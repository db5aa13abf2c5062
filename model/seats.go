package model

import (
	"slices"
	"time"
)

// planFree is the id of the plan that costs nothing.
const planFree = "free"

// PriceSeat says what a seat costs a month; "0" takes the price away.
func (b *Book) PriceSeat(seat, price, currency string, at, now time.Time) ([]Draft, error) {
	d := SeatPriced{Seat: seat, Price: price, Currency: currency}
	if err := d.check(); err != nil {
		return nil, err
	}
	return b.seatEvent(seat, d, at, now)
}

// ActivateSeat makes a seat the one that is meant when none is named. A seat that was
// made so already is refused, and so is one without a plan.
func (b *Book) ActivateSeat(seat string, now time.Time) ([]Draft, error) {
	s, ok := b.seat(seat)
	if !ok {
		return nil, refuse("", "open one with: cordial seat open NAME --plan PLAN", "there is no seat %q", seat)
	}
	if chosen, ok := b.ChosenSeat(now); ok && chosen.ID == seat {
		return nil, refuse("", "", "the seat %q is the active one already", s.Name)
	}
	if l, _, _ := b.LedgerNow(seat, now); !l.Active {
		return nil, refuse("ledger 13", "give it a plan with: cordial seat plan SEAT PLAN", "the seat %q has no plan", s.Name)
	}
	return []Draft{{At: now, Decision: SeatActivated{Seat: seat}}}, nil
}

// ActiveSeat is the seat that is meant when none is named: of those with a plan the
// one activated last, else the first; without any plan the first seat. ok is false
// when there is no seat.
func (b *Book) ActiveSeat(now time.Time) (Seat, bool) {
	if s, ok := b.ChosenSeat(now); ok {
		return s, true
	}
	seats := b.Seats()
	if len(seats) == 0 {
		return Seat{}, false
	}
	for _, s := range seats {
		if l, _, _ := b.LedgerNow(s.ID, now); l.Active {
			return s, true
		}
	}
	return seats[0], true
}

// ChosenSeat is the seat that the user activated last, of those with a plan; ok is
// false when none was chosen, so that the active one is so by default.
func (b *Book) ChosenSeat(now time.Time) (Seat, bool) {
	for _, place := range slices.Backward(b.settings) {
		d, ok := b.events[place].Decision.(SeatActivated)
		if !ok || b.dead[place] {
			continue
		}
		if l, _, ok := b.LedgerNow(d.Seat, now); ok && l.Active {
			return b.seat(d.Seat)
		}
	}
	return Seat{}, false
}

// NextSeat is the seat with a plan that follows the active one in the order of
// opening, after the last the first; ok is false when there is no other.
func (b *Book) NextSeat(now time.Time) (Seat, bool) {
	active, ok := b.ActiveSeat(now)
	if !ok {
		return Seat{}, false
	}
	seats := b.Seats()
	at := slices.IndexFunc(seats, func(s Seat) bool { return s.ID == active.ID })
	for i := 1; i < len(seats); i++ {
		s := seats[(at+i)%len(seats)]
		if l, _, _ := b.LedgerNow(s.ID, now); l.Active {
			return s, true
		}
	}
	return Seat{}, false
}

// Paid tells whether the user has a paid account: a seat with a plan other than the
// free one. It decides how long a note may be and which quotas count.
func (b *Book) Paid(now time.Time) bool {
	return slices.ContainsFunc(b.Seats(), func(s Seat) bool {
		l, _, _ := b.LedgerNow(s.ID, now)
		return l.Active && l.Plan.ID != planFree
	})
}
