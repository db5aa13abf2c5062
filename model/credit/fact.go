package credit

import (
	"time"

	"cordial/model/day"
)

// FactKind tells what happened to a seat.
type FactKind string

// What can happen to a seat. The comments name the fields of [Fact] that each kind reads, besides At, Seq
// and Event.
const (
	Opened        FactKind = "opened"         // Plan, Overrides, BillingDay, OpeningBalance
	PlanChanged   FactKind = "plan-changed"   // Plan, Overrides, BillingDay
	PolicyChanged FactKind = "policy-changed" // Overrides
	Cancelled     FactKind = "cancelled"      // nothing more
	Reconciled    FactKind = "reconciled"     // Balance
	Sent          FactKind = "sent"           // InMail, Contact, Cost, FreeReason, Subject
	Answered      FactKind = "answered"       // InMail, Answer
	Undelivered   FactKind = "undelivered"    // InMail
)

// Fact is one thing that happened to a seat.
type Fact struct {
	Kind  FactKind
	At    time.Time // when it happened; the rules use only its civil day in the seat's zone
	Seq   int       // its place in the journal, which orders facts of the same instant
	Event string    // id of the journal event it comes from

	Plan           string    // id of the plan that begins
	Overrides      Overrides // what the seat sets differently from its plan
	BillingDay     int       // day of the month, 1–31; 0 takes the day the plan begins
	OpeningBalance *int      // credits LinkedIn showed at the opening; nil asks for an activation grant
	Balance        int       // credits LinkedIn shows, for a reconcile

	InMail     string // id of the InMail
	Contact    string // id of the person it went to
	Cost       int    // credits it cost: 0 or 1
	FreeReason string // why it cost nothing: "first-degree", "open-profile", "sponsored"
	Subject    string
	Answer     string // "accepted", "declined", "replied", "auto-reply"
}

// History is everything that happened to one seat, in any order.
type History struct {
	Seat  string         // id
	Name  string         // as the user calls it
	Zone  *time.Location // decides the day of an instant; nil is UTC
	Facts []Fact
}

// Today answers the day to compute the ledger at, given the clock's today: never earlier than the seat's
// latest fact, so that a clock set back un-grants and un-expires nothing (ledger rule 18). ClockBehind
// tells that the clock is that far back, which the meter must say.
func (h History) Today(today day.Day) (on day.Day, clockBehind bool) {
	on = today
	for i := range h.Facts {
		on = max(on, day.Of(h.Facts[i].At, h.Zone))
	}
	return on, on > today
}
