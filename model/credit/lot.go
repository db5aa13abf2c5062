package credit

import (
	"slices"

	"cordial/model/day"
)

// LotKind tells how credits came to be.
type LotKind string

// How credits come to be.
const (
	LotOpening    LotKind = "opening"    // the balance LinkedIn showed when the seat was opened
	LotGrant      LotKind = "grant"      // an activation or monthly grant
	LotRefund     LotKind = "refund"     // an InMail's credit that came back
	LotAdjustment LotKind = "adjustment" // found by a reconcile
	LotOverdrawn  LotKind = "overdrawn"  // born and spent on the spot, by a send without credit
)

// Origin is all that distinguishes one credit from another.
type Origin struct {
	Kind    LotKind `json:"kind"`
	Born    day.Day `json:"born_on"`
	Expires day.Day `json:"expires_on"` // the first day it is gone (ledger rule 4); [day.Never] if it lasts
}

// Lot is a number of credits of the same origin.
type Lot struct {
	Origin
	Left int `json:"left"` // credits not used yet, at least 1
}

// queued adds a new lot in the order of spending: earliest expiry first, ties by birth (ledger rule 5). Its place
// is the last, unless a change of policy lets it expire sooner than older ones.
func queued(lots []Lot, lot Lot) []Lot {
	at := len(lots)
	for at > 0 && lots[at-1].Expires > lot.Expires {
		at--
	}
	if at > 0 && lots[at-1].Origin == lot.Origin {
		lots[at-1].Left += lot.Left
		return lots
	}
	return slices.Insert(lots, at, lot)
}

// MergedLots answers the lots in spending order, those of the same origin as one.
func (l Ledger) MergedLots() []Lot {
	merged := make([]Lot, 0, len(l.Lots))
	place := make(map[Origin]int, len(l.Lots))
	for _, lot := range l.Lots {
		if at, known := place[lot.Origin]; known {
			merged[at].Left += lot.Left
			continue
		}
		place[lot.Origin] = len(merged)
		merged = append(merged, lot)
	}
	return merged
}
