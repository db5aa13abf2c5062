package model

import (
	"time"

	"cordial/model/credit"
	"cordial/model/day"
)

// Seat is one paid LinkedIn subscription.
type Seat struct {
	ID   string
	Name string
	Zone *time.Location
}

// ledgerCache remembers the ledgers that were asked for since the seat's last
// event.
type ledgerCache struct {
	history *credit.History
	latest  day.Day // of the latest fact
	days    map[day.Day]credit.Ledger
}

// cachedDays is how many days of a seat are kept: today, and the days that late
// entries are checked against.
const cachedDays = 8

// Seats lists the seats in the order of opening, those with a cancelled plan
// included.
func (b *Book) Seats() []Seat {
	var seats []Seat
	for _, s := range b.seats {
		if seat, ok := b.seat(s.id); ok {
			seats = append(seats, seat)
		}
	}
	return seats
}

// seat is the seat with this id.
func (b *Book) seat(id string) (Seat, bool) {
	s, ok := b.seatByID[id]
	if !ok || !b.Live(s.opened) {
		return Seat{}, false
	}
	return Seat{ID: s.id, Name: b.events[s.opened].Decision.(SeatOpened).Name, Zone: s.zone}, true
}

// FindSeat is the seat with this id or, in any case of its letters, this name.
func (b *Book) FindSeat(name string) (Seat, bool) {
	if s, ok := b.seat(name); ok {
		return s, true
	}
	for _, s := range b.Seats() {
		if containsFold([]string{s.ID, s.Name}, name) {
			return s, true
		}
	}
	return Seat{}, false
}

// History is the facts of a seat that count, for questions the Book does not
// answer itself.
func (b *Book) History(seat string) (credit.History, bool) {
	s, ok := b.seatByID[seat]
	if !ok || !b.Live(s.opened) {
		return credit.History{}, false
	}
	if s.ledger.history == nil {
		h := b.history(s)
		s.ledger.history = &h
		s.ledger.latest, _ = h.Today(day.Min)
	}
	return *s.ledger.history, true
}

// Ledger is the ledger of a seat at the end of a day. Asking again for the same
// day costs nothing until the seat's next event.
func (b *Book) Ledger(seat string, on day.Day) (credit.Ledger, bool) {
	h, ok := b.History(seat)
	if !ok {
		return credit.Ledger{}, false
	}
	cache := &b.seatByID[seat].ledger
	l, ok := cache.days[on]
	if ok {
		return l, true
	}
	if cache.days == nil || len(cache.days) >= cachedDays {
		cache.days = map[day.Day]credit.Ledger{}
	}
	l = credit.Fold(h, on)
	cache.days[on] = l
	return l, true
}

// Today is the day that a seat's ledger is computed at, which is the day of its
// latest event when the clock is behind that (ledger rule 18); behind tells that it
// is. ok is false when there is no such seat.
func (b *Book) Today(seat string, now time.Time) (on day.Day, behind, ok bool) {
	h, ok := b.History(seat)
	if !ok {
		return 0, false, false
	}
	today, latest := day.Of(now, h.Zone), b.seatByID[seat].ledger.latest
	return max(today, latest), latest > today, true
}

// LedgerNow is the ledger of a seat today. Asking again costs nothing until the
// seat's next event or the next day.
func (b *Book) LedgerNow(seat string, now time.Time) (l credit.Ledger, behind, ok bool) {
	on, behind, ok := b.Today(seat, now)
	if !ok {
		return credit.Ledger{}, false, false
	}
	l, ok = b.Ledger(seat, on)
	return l, behind, ok
}

// fact is what the ledger reads of an event.
func fact(e Event, place int) (credit.Fact, bool) {
	f := credit.Fact{At: e.At, Seq: place, Event: e.ID}
	switch d := e.Decision.(type) {
	case SeatOpened:
		f.Kind, f.Plan, f.BillingDay, f.OpeningBalance = credit.Opened, d.Plan, d.BillingDay, d.OpeningBalance
		f.Overrides = overrides(d.Policy)
	case SeatPlanChanged:
		f.Kind, f.Plan, f.Overrides = credit.PlanChanged, d.Plan, overrides(d.Policy)
	case SeatPolicyChanged:
		f.Kind, f.Overrides = credit.PolicyChanged, d.Policy
	case SeatCancelled:
		f.Kind = credit.Cancelled
	case SeatReconciled:
		f.Kind, f.Balance = credit.Reconciled, d.Balance
	case InMailSent:
		f.Kind, f.InMail, f.Contact, f.Cost = credit.Sent, d.InMail, d.Contact, d.Cost
		f.FreeReason, f.Subject = d.FreeReason, d.Subject
	case InMailAnswered:
		f.Kind, f.InMail, f.Answer = credit.Answered, d.InMail, d.Answer
	case InMailUndelivered:
		f.Kind, f.InMail = credit.Undelivered, d.InMail
	default:
		return credit.Fact{}, false
	}
	return f, true
}

// overrides is the policy object of an event, empty when there is none.
func overrides(o *credit.Overrides) credit.Overrides {
	if o == nil {
		return credit.Overrides{}
	}
	return *o
}
