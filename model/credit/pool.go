package credit

import "cordial/model/day"

// add brings credits into the pool, born today with a full life under the policy in force.
func (f *fold) add(kind LotKind, n int, line Entry) {
	lot := Lot{Origin{kind, line.Day, day.Never}, n}
	if f.Policy.ExpiryDays > 0 {
		lot.Expires = line.Day.Add(f.Policy.ExpiryDays)
	}
	if n > 0 {
		f.Lots = queued(f.Lots, lot)
	}
	f.enter(line, lot.Origin, n)
}

// take ends credits in spending order (ledger rule 5), a line for every lot they come from. There must be
// that many.
func (f *fold) take(n int, line Entry) {
	for n > 0 {
		first := &f.Lots[0]
		taken := min(n, first.Left)
		first.Left -= taken
		n -= taken
		f.enter(line, first.Origin, -taken)
		if first.Left == 0 {
			f.Lots = f.Lots[1:]
		}
	}
}

// enter writes a line of the statement and moves the balance and the totals with it.
func (f *fold) enter(line Entry, lot Origin, amount int) {
	f.Balance += amount
	f.Totals = f.Totals.with(line.Kind, max(amount, -amount))
	line.Lot, line.Amount, line.Balance = lot, amount, f.Balance
	f.Entries = append(f.Entries, line)
}

// expire ends what is too old (ledger rule 4).
func (f *fold) expire(today day.Day) {
	for len(f.Lots) > 0 && f.Lots[0].Expires <= today {
		f.take(f.Lots[0].Left, Entry{Day: today, Kind: EntryExpired, Reason: whyExpired(f.Lots[0].Origin)})
	}
}

// reconcile makes the balance what LinkedIn shows (ledger rule 14).
func (f *fold) reconcile(fact dated) {
	shown := max(fact.Balance, 0)
	line := Entry{Day: fact.on, Event: fact.Event, Reason: whyAdjusted(shown, f.Balance)}
	switch {
	case shown > f.Balance:
		line.Kind = EntryAdjustedIn
		f.add(LotAdjustment, shown-f.Balance, line)
	case shown < f.Balance:
		line.Kind = EntryAdjustedOut
		f.take(f.Balance-shown, line)
	}
	f.Overdrawn = 0
}
