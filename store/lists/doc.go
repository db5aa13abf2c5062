// Package lists reads lists of people that other programs export, CSV of many kinds and vCard, into contacts, and says
// for every record it did not take where it stood and why.
//
//	file ─► UTF8Text ─► Recognise ─┬─► table ─► columns ─► values ─┐
//	                               └─► cards ─► go-vcard ─────────┴─► gather ─► List
//
// It knows neither the database nor the rules of the inbox. Nobody in a list is thereby a connection: whoever is one,
// LinkedIn's own export says.
package lists
