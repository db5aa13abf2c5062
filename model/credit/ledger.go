package credit

import "cordial/model/day"

// Ledger is everything about a seat's credits at the end of one day. It is there to be read: whoever changes
// its slices changes what the ledger says.
type Ledger struct {
	On         day.Day
	Plan       Plan      // the plan as this program knows it; the last one after a cancel, zero before the opening
	Policy     Policy    // the plan's policy with the seat's overrides
	Overrides  Overrides // what the seat sets differently from the plan
	BillingDay int       // day of the month of the grants, 1–31
	Active     bool      // opened and not cancelled
	Balance    int       // credits there to be spent, never negative
	Lots       []Lot     // what the balance is made of, in spending order
	Totals     Totals
	Entries    []Entry  // the statement, oldest first
	InMails    []InMail // in order of sending
	Overdrawn  int      // sends without credit since the balance was last known: if any, ask to reconcile

	running
}

// running is what the fold carries from day to day beyond what its reader sees.
type running struct {
	sent     map[string]int // where an InMail is in InMails, by id
	terms    []terms        // one for each stretch under one policy; the last is in force
	billing  day.Day        // the next monthly grant
	awaiting []int          // InMails that a missing answer may refund, by due day, then order of sending
}

// terms are what the InMails sent during one stretch are refunded by.
type terms struct {
	Policy
	plan int // how many plans had ended before
}

// Fold answers the ledger of a seat at the end of a day: what its history makes of it, ignoring whatever
// is dated later. For a day to come it answers what will be if nothing more happens, which is a forecast.
func Fold(h History, on day.Day) Ledger {
	f := newFold(h, on)
	f.run(on)
	return f.close(on)
}
