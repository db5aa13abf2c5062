// Package credits draws the InMail credits of a seat: the meter, the lots, the
// open InMails and the statement, all of it computed by the ledger.
//
//	┌ lots ──────────┬ statement ─────┐   beside each other on a wide screen,
//	│ balance, meter │ newest first,  │   one at a time on others; tab goes from
//	│ lots, grant    │ what came and  │   one to the next, and on to the next seat
//	│ open InMails   │ went, and why  │
//	│ totals         │                │
//	└────────────────┴────────────────┘
package credits
