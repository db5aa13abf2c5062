// Package linkedin reads LinkedIn's own data export, a zip, a folder or single CSV files, into people, conversations,
// messages and invitations, and says for every record it did not take where it stood and why.
//
//	zip, folder, CSV ─► archive ─► table ─────────────────► rows ─► resolve ─► Export
//	                    limits     UTF-8, records, columns  arena    owner, directions, order, InMails
//
// It knows neither the database nor the rules of the inbox: bytes in, records and problems out. The contract is the
// format as measured on public exports of 2020-2026.
package linkedin
