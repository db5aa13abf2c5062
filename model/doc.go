// Package model holds what Cordial knows: the evidence a LinkedIn export gives,
// the decisions its user took, and the rules that answer a decision or a refusal.
//
//	evidence  ──► Person, Thread, Message, Invitation      replaceable, never edited
//	decisions ──► Event ──► Book ──► seats, labels, …      precious, append-only
//	today     ──► an argument of every question
//
// The package reads no clock, no file and no screen.
package model
