package model

import (
	"time"

	"cordial/model/credit"
	"cordial/model/day"
)

// WhatIf answers what decisions about a seat would do to its credits by today, or by
// their own day if that is later; nothing is recorded. ok is false when there is no
// such seat.
func (b *Book) WhatIf(seat string, drafts []Draft, now time.Time) (w credit.WhatIf, ok bool) {
	h, ok := b.History(seat)
	if !ok {
		return credit.WhatIf{}, false
	}
	on, _, _ := b.Today(seat, now)
	var facts []credit.Fact
	for _, d := range drafts {
		if f, counts := fact(Event{At: d.At, Decision: d.Decision}, len(b.events)); counts {
			facts = append(facts, f)
			on = max(on, day.Of(f.At, h.Zone))
		}
	}
	before, _ := b.Ledger(seat, on)
	return h.WhatIfFrom(before, facts...), true
}
