package credit

import (
	"slices"

	"cordial/model/day"
)

// InMailState is where an InMail stands on the ledger's day.
type InMailState string

// Where an InMail stands.
const (
	InMailOpen        InMailState = "open"        // no answer yet, and the window is open
	InMailAnswered    InMailState = "answered"    // answered, in time or not
	InMailLapsed      InMailState = "lapsed"      // the window closed without an answer
	InMailUndelivered InMailState = "undelivered" // LinkedIn could not deliver it
)

// RefundState is what has become of an InMail's credit on the ledger's day.
type RefundState string

// What becomes of an InMail's credit.
const (
	RefundNone      RefundState = "none"      // free, or nothing to be had (any more)
	RefundPossible  RefundState = "possible"  // may still come, as the refund rule has it
	RefundGiven     RefundState = "refunded"  // came back
	RefundForfeited RefundState = "forfeited" // was due, but the pool was full or the plan had ended
)

// InMail is one InMail sent from the seat.
type InMail struct {
	ID         string
	Contact    string
	Subject    string
	Event      string // the journal event of the send
	SentOn     day.Day
	Cost       int    // credits: 0 or 1
	FreeReason string // why it cost nothing
	Overdrawn  bool   // sent with no credit left (ledger rule 7)
	Paid       Origin // the lot its credit was taken from; zero if it was free

	State       InMailState
	Answer      string  // the first answer
	AnsweredOn  day.Day // [day.Never] without one
	RefundUntil day.Day // the last day on which an answer counts (ledger rules 8 and 9)
	Refund      RefundState
	RefundedOn  day.Day // the day the refund was given or forfeited; [day.Never] without one

	terms int // those it was sent under, an index into the ledger's
}

// DayN answers how many days after its sending a day is: the n of "day n of 90".
func (m InMail) DayN(on day.Day) int { return on.Sub(m.SentOn) }

// settled tells whether a refund, given or forfeited, has closed the InMail.
func (m InMail) settled() bool { return m.RefundedOn != day.Never }

// InMail finds an InMail of the seat by its id.
func (l Ledger) InMail(id string) (InMail, bool) {
	at, known := l.sent[id]
	if !known {
		return InMail{}, false
	}
	return l.InMails[at], true
}

// Silent tells whether an InMail's credit comes back if it is not answered (ledger rule 9), rather than if it is:
// the rule it was sent under decides, whatever holds now.
func (l Ledger) Silent(id string) bool {
	at, known := l.sent[id]
	return known && slices.Contains(l.awaiting, at)
}

// OpenInMails answers the InMails that cost a credit and still wait for an answer within their window, in
// order of sending.
func (l Ledger) OpenInMails() []InMail {
	var open []InMail
	for _, m := range l.InMails {
		if m.Cost > 0 && m.State == InMailOpen {
			open = append(open, m)
		}
	}
	return open
}
