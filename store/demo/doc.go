// Package demo makes a database of made-up people in which everything occurs that
// the inbox can show: relative to an instant, and the same for the same instant.
//
//	sample export ─► as it was three days ago ─► import ─┐
//	              └► as it is today ───────────► import ─┴─► decisions of four months
package demo
