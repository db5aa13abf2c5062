// Package credits draws the InMail credits of a seat as a bank draws an account: the
// lots, the statement, the forecast and the plan, all of it computed by the ledger.
//
//	┌ lots ──────────┬ forecast ──────┐   beside each other on a wide screen, where
//	│ balance, meter │ chart, events  │   the plan takes the right half while it has
//	│ use or lose    ├ ledger ────────┤   the keys; one at a time on others. Tab goes
//	│ lots, grant    │ newest first,  │   from one to the next.
//	│ open InMails   │ what came and  │
//	│ totals         │ went, and why  │
//	└────────────────┴────────────────┘
package credits
