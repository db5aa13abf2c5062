// Package outward writes what the inbox holds in formats that other programs read: contacts, reminders, messages and
// statements as CSV, JSON, vCard, iCalendar and hledger's journal.
//
//	rows of the model ─┬─► sheet ─► CSV, harmless to spreadsheets, read back by this program to the same values
//	                   ├─► lines ─► vCard 4, iCalendar
//	                   ├─► JSON, one document
//	                   └─► hledger
//
// It reads no clock and opens no file. What is written is the text as it came, valid UTF-8 but not cleaned for a
// terminal: whoever writes to one cleans it.
package outward
