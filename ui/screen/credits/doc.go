// Package credits draws the InMail credits of a seat: the meter, the lots, the
// open InMails and the statement, all of it computed by the ledger.
package credits
