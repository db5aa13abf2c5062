package credit

// minus answers what came and went between two states of the same totals, the later first.
func (t Totals) minus(earlier Totals) Totals {
	return Totals{
		Opening:         t.Opening - earlier.Opening,
		Granted:         t.Granted - earlier.Granted,
		Refunded:        t.Refunded - earlier.Refunded,
		AdjustedIn:      t.AdjustedIn - earlier.AdjustedIn,
		Overdrawn:       t.Overdrawn - earlier.Overdrawn,
		Debited:         t.Debited - earlier.Debited,
		Expired:         t.Expired - earlier.Expired,
		Evicted:         t.Evicted - earlier.Evicted,
		Forfeited:       t.Forfeited - earlier.Forfeited,
		AdjustedOut:     t.AdjustedOut - earlier.AdjustedOut,
		RefundForfeited: t.RefundForfeited - earlier.RefundForfeited,
	}
}
