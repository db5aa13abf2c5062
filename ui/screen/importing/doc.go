// Package importing shows how exports and lists are brought in, from the path to the
// report, and how what is here is handed out.
//
//	Choosing ─► Reading ─► Preview ─► Writing ─► Done
//	               │  └► Asking whose it is, Mapping columns ─┐
//	               └◄─────────────────────────────────────────┘
package importing
