package cli

import (
	"strings"
	"time"

	"github.com/spf13/cobra"

	"cordial/model"
	"cordial/model/when"
)

// seatFlag adds --seat to a command.
func (a *app) seatFlag(cmd *cobra.Command) *string {
	name := cmd.Flags().String("seat", "", "the `SEAT`, by id or name")
	a.completeSeats(cmd, "seat")
	return name
}

// atFlag adds --at to a command that records something.
func atFlag(cmd *cobra.Command) *string {
	return cmd.Flags().String("at", "", "when it happened, such as 'yesterday 14:00' or 2026-01-05 (default: now)")
}

// at reads --at in a time zone.
func (a *app) at(text string, zone *time.Location) (time.Time, error) {
	if text == "" {
		return a.now, nil
	}
	return when.ParsePast(text, a.now.In(zone), when.Options{})
}

// seat is the seat with this id or name.
func (s *session) seat(name string) (model.Seat, error) {
	if seat, ok := s.book.FindSeat(name); ok {
		return seat, nil
	}
	if seats := s.book.Seats(); len(seats) > 0 {
		return model.Seat{}, notFound("there is no seat %q; there is: %s", name, seatNames(seats))
	}
	return model.Seat{}, notFound("there is no seat %q, and no other; open one with: cordial seat open NAME --plan PLAN", name)
}

// seatNames lists seats for a sentence.
func seatNames(seats []model.Seat) string {
	var names []string
	for _, seat := range seats {
		names = append(names, seat.ID)
	}
	return strings.Join(names, ", ")
}

// activeSeats is the seats with a plan.
func (s *session) activeSeats() []model.Seat {
	var active []model.Seat
	for _, seat := range s.book.Seats() {
		if l, _, _ := s.book.LedgerNow(seat.ID, s.now); l.Active {
			active = append(active, seat)
		}
	}
	return active
}

// onlySeat is the seat that is meant when none is named: the only active one.
func (s *session) onlySeat() (model.Seat, error) {
	active := s.activeSeats()
	switch len(active) {
	case 0:
		return model.Seat{}, usage("no seat is open; open one with: cordial seat open NAME --plan PLAN")
	case 1:
		return active[0], nil
	default:
		return model.Seat{}, usage("there are several seats; say which: %s", seatNames(active))
	}
}

// seatOr is the seat of that name, or the only active one.
func (s *session) seatOr(name string) (model.Seat, error) {
	if name == "" {
		return s.onlySeat()
	}
	return s.seat(name)
}
