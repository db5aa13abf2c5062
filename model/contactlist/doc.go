// Package contactlist decides what a list of people of another program adds to what
// is known: only what is not known yet, of people who are found again by rule.
//
//	lists ─► Take ─► drafts, one step ─► Book
//	          ▲ └──► Report
//	         Roll: everybody whom evidence and Book know
package contactlist
