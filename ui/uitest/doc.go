// Package uitest drives the whole program through keys and frames, one message at
// a time: no terminal, no goroutine, no waiting.
//
//	uitest.Open(t, uitest.Busy).Press("l").Type("hot").Press("enter").
//		Sees("labelled Maria Rossi Hot Leads").TurnDay().Reopen().Sees("HL")
package uitest
