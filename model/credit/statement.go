package credit

import "cordial/model/day"

// EntryKind tells what a line of the statement does; its words are the names of the totals.
type EntryKind string

// The ways credits come and go.
const (
	EntryOpening         EntryKind = "opening"
	EntryGranted         EntryKind = "granted"
	EntryRefunded        EntryKind = "refunded"
	EntryAdjustedIn      EntryKind = "adjusted_in"
	EntryOverdrawn       EntryKind = "overdrawn"
	EntryDebited         EntryKind = "debited"
	EntryExpired         EntryKind = "expired"
	EntryEvicted         EntryKind = "evicted"
	EntryForfeited       EntryKind = "forfeited"
	EntryAdjustedOut     EntryKind = "adjusted_out"
	EntryRefundForfeited EntryKind = "refund_forfeited" // moves nothing: a refund that was not to be had
)

// Entry is one line of the statement: credits of one origin that came or went.
type Entry struct {
	Day     day.Day   `json:"day"`
	Kind    EntryKind `json:"kind"`
	Amount  int       `json:"amount"`            // credits gained, or lost if negative
	Balance int       `json:"balance"`           // credits in the pool afterwards
	Reason  string    `json:"reason"`            // why, in plain words
	Event   string    `json:"event,omitempty"`   // the journal event that caused it; empty for what time did
	InMail  string    `json:"inmail,omitempty"`  // the InMail it concerns
	Contact string    `json:"contact,omitempty"` // the person that InMail went to
	Lot     Origin    `json:"lot,omitzero"`      // the lot the credits were born into or taken from
}

// Totals counts credits by what became of them, over the seat's whole life.
type Totals struct {
	Opening         int `json:"opening"`
	Granted         int `json:"granted"`
	Refunded        int `json:"refunded"`
	AdjustedIn      int `json:"adjusted_in"`
	Overdrawn       int `json:"overdrawn"`
	Debited         int `json:"debited"`
	Expired         int `json:"expired"`
	Evicted         int `json:"evicted"`
	Forfeited       int `json:"forfeited"`
	AdjustedOut     int `json:"adjusted_out"`
	RefundForfeited int `json:"refund_forfeited"`
}

// Conserves tells whether every credit that came is in the balance or accounted for (ledger rule 17).
func (t Totals) Conserves(balance int) bool {
	came := t.Opening + t.Granted + t.Refunded + t.AdjustedIn + t.Overdrawn
	went := t.Debited + t.Expired + t.Evicted + t.Forfeited + t.AdjustedOut
	return came == balance+went
}

// with answers the totals with n more credits of a kind.
func (t Totals) with(kind EntryKind, n int) Totals {
	switch kind {
	case EntryOpening:
		t.Opening += n
	case EntryGranted:
		t.Granted += n
	case EntryRefunded:
		t.Refunded += n
	case EntryAdjustedIn:
		t.AdjustedIn += n
	case EntryOverdrawn:
		t.Overdrawn += n
	case EntryDebited:
		t.Debited += n
	case EntryExpired:
		t.Expired += n
	case EntryEvicted:
		t.Evicted += n
	case EntryForfeited:
		t.Forfeited += n
	case EntryAdjustedOut:
		t.AdjustedOut += n
	case EntryRefundForfeited:
		t.RefundForfeited += n
	}
	return t
}
