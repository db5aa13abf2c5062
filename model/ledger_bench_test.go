package model

import (
	"fmt"
	"testing"
	"time"

	"cordial/model/day"
)

// longLife is a seat of twenty years with so many InMails.
func longLife(b *testing.B, inmails int) (*Book, time.Time) {
	b.Helper()
	book := NewBook(utcWorld())
	start := time.Date(2006, 1, 1, 9, 0, 0, 0, time.UTC)
	n := 0
	add := func(at time.Time, d Decision) {
		n++
		if _, err := book.Apply(Event{ID: fmt.Sprint(n), At: at, Recorded: at, Decision: d}); err != nil {
			b.Fatal(err)
		}
	}
	add(start, SeatOpened{Seat: "main", Name: "Main", Plan: "salesnav-core"})
	add(start, ContactAdded{Contact: "ada", Name: "Ada"})
	step := 20 * 365 * 24 * time.Hour / time.Duration(inmails)
	for i := range inmails {
		add(start.Add(time.Duration(i)*step), InMailSent{InMail: fmt.Sprint(i), Contact: "ada", Seat: "main", Cost: 1})
	}
	return book, start.AddDate(20, 0, 0)
}

// BenchmarkMeter asks for what the header shows when nothing has changed.
func BenchmarkMeter(b *testing.B) {
	book, now := longLife(b, 50_000)
	for b.Loop() {
		seat, _ := book.ActiveSeat(now)
		if l, _, ok := book.LedgerNow(seat.ID, now); !ok || l.Plan.ID == "" {
			b.Fatal("no ledger")
		}
	}
}

// BenchmarkPolicySheet changes the policy, which folds the seat anew, and draws it.
func BenchmarkPolicySheet(b *testing.B) {
	book, now := longLife(b, 50_000)
	limit := 0
	for i := 0; b.Loop(); i++ {
		limit = 100 + i
		overrides, _ := (PolicySheet{}).Overrides.Set("cap", fmt.Sprint(limit))
		if _, err := book.Apply(Event{ID: fmt.Sprint("p", i), At: now, Decision: SeatPolicyChanged{Seat: "main", Policy: overrides}}); err != nil {
			b.Fatal(err)
		}
		if _, ok := book.Policy("main", day.Of(now, time.UTC)); !ok {
			b.Fatal("no sheet")
		}
	}
}

// BenchmarkRequests folds ten thousand connection requests and measures the quotas.
func BenchmarkRequests(b *testing.B) {
	book, now := longLife(b, 10_000)
	evidence := make([]Invitation, 10_000)
	for i := range evidence {
		id := fmt.Sprint("p", i)
		evidence[i] = Invitation{
			Person: PersonRef{ID: id, Key: PersonKey(id), Name: id}, Outgoing: true, At: now.Add(-time.Duration(i) * time.Hour),
		}
	}
	for b.Loop() {
		requests := book.Requests(evidence, noConnections, now)
		if len(book.Quotas(requests, nil, now)) == 0 {
			b.Fatal("no meters")
		}
	}
}
