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

// impliedSeat is the seat that is meant when none is named: the one that was made the
// active one, or the only one with a plan. Of several none is guessed: a credit cannot
// be taken from another seat afterwards.
func (s *session) impliedSeat() (model.Seat, error) {
	active := s.activeSeats()
	if len(active) == 1 {
		return active[0], nil
	}
	if seat, ok := s.book.ChosenSeat(s.now); ok {
		return seat, nil
	}
	if len(active) == 0 {
		return model.Seat{}, usage("no seat is open; open one with: cordial seat open NAME --plan PLAN")
	}
	return model.Seat{}, usage("there are several seats; say which: %s; or choose one with: cordial seat activate SEAT", seatNames(active))
}

// seatOr is the seat of that name, or the one that is meant without a name.
func (s *session) seatOr(name string) (model.Seat, error) {
	if name == "" {
		return s.impliedSeat()
	}
	return s.seat(name)
}
