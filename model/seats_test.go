package model

import "testing"

// The first seat is the active one by default; it can still be chosen, and only what
// was chosen may be meant without being named.
func TestChosenSeat(t *testing.T) {
	j := newJournal(t)
	now := at("03-01 12:00")
	want := func(what, seat string) {
		t.Helper()
		if s, ok := j.ChosenSeat(now); s.ID != seat || ok != (seat != "") {
			t.Errorf("%s: the chosen seat is %q, want %q", what, s.ID, seat)
		}
	}
	want("no seat", "")
	j.add("01-01 12:00", SeatOpened{Seat: "a", Name: "A", Plan: "career"})
	j.add("01-02 12:00", SeatOpened{Seat: "b", Name: "B", Plan: "business"})
	want("none was chosen", "")
	j.take(j.ActivateSeat("a", now))
	want("the one that was active by default", "a")
	_, err := j.ActivateSeat("a", now)
	refused(t, err, "active one already")
	j.take(j.ActivateSeat("b", now))
	want("another", "b")
	j.add("03-01 12:00", SeatCancelled{Seat: "b"})
	want("of those with a plan", "a")
	j.take(j.Undo(2, now))
	want("the choice of b was taken back", "a")
}
