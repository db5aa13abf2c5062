package credit

// RefundRule says which InMails give their credit back.
type RefundRule string

const (
	// RefundOnReply returns the credit of an InMail answered within the window (ledger rule 8).
	RefundOnReply RefundRule = "reply"
	// RefundOnNoReply returns the credit of an InMail not answered within the window (ledger rule 9).
	RefundOnNoReply RefundRule = "no-reply"
)

// RefundAtCap says what happens to a refund that finds the pool full (ledger rule 11).
type RefundAtCap string

const (
	// Clamp loses the refund; it is counted as refund_forfeited.
	Clamp RefundAtCap = "clamp"
	// Overflow adds the refund above the cap; the next grant evicts the surplus.
	Overflow RefundAtCap = "overflow"
)

// Policy holds the numbers and choices a seat's credits follow.
type Policy struct {
	Monthly          int         // credits granted a month; 0 grants nothing
	Cap              int         // credits a grant may fill the pool to
	ExpiryDays       int         // days a credit lives, its first one counted; 0 is for ever
	RefundRule       RefundRule  // which InMails are refunded
	RefundWindowDays int         // the last day after the send on which an answer counts
	RefundAtCap      RefundAtCap // what becomes of a refund into a full pool
}

// With answers the policy with the given overrides in place.
func (p Policy) With(o Overrides) Policy {
	replace(&p.Monthly, o.Monthly)
	replace(&p.Cap, o.Cap)
	replace(&p.ExpiryDays, o.ExpiryDays)
	replace(&p.RefundRule, o.RefundRule)
	replace(&p.RefundWindowDays, o.RefundWindowDays)
	replace(&p.RefundAtCap, o.RefundAtCap)
	return p
}

func replace[T any](field, override *T) {
	if override != nil {
		*field = *override
	}
}
