package credit

import (
	"sort"

	"cordial/model/day"
)

// Lately is what a seat's last days were like: the habits a forecast goes on from.
type Lately struct {
	Days     int `json:"days"`     // how many, the ledger's day included
	Sent     int `json:"sent"`     // InMails that cost a credit and were delivered
	Answered int `json:"answered"` // of those, answered within their window so far
	Refunded int `json:"refunded"` // credits that came back
	Expired  int `json:"expired"`
	Evicted  int `json:"evicted"`
}

// youngest is the age below which a seat's pace would be that of a first rush.
const youngest = 7

// Lately answers the last days, a number of them or as many as the seat is old. A seat younger than a week
// counts as a week old.
func (l Ledger) Lately(days int) Lately {
	now := Lately{Days: max(min(days, l.age()), youngest)}
	from := l.On.Add(1 - now.Days)
	first := sort.Search(len(l.InMails), func(i int) bool { return l.InMails[i].SentOn >= from })
	for i := range l.InMails[first:] {
		m := &l.InMails[first+i]
		if m.Cost == 0 || m.State == InMailUndelivered {
			continue
		}
		now.Sent++
		if m.State == InMailAnswered && m.AnsweredOn <= m.RefundUntil {
			now.Answered++
		}
	}
	moves := sumOf(l.Entries[l.firstEntry(from):])
	now.Refunded, now.Expired, now.Evicted = moves.Refunded, moves.Expired, moves.Evicted
	return now
}

// Pace is that of the days' InMails.
func (n Lately) Pace() Pace { return Pace{7 * n.Sent, 5 * n.Days} }

// ReplyRate is the share of the days' InMails that were answered; the youngest may yet be.
func (n Lately) ReplyRate() Rate { return Rate{n.Answered, n.Sent} }

// age answers how many days the seat has had credits or sent InMails, the ledger's day included.
func (l Ledger) age() int {
	first := l.On
	if len(l.Entries) > 0 {
		first = min(first, l.Entries[0].Day)
	}
	if len(l.InMails) > 0 {
		first = min(first, l.InMails[0].SentOn)
	}
	return l.On.Sub(first) + 1
}

// firstEntry answers where in the statement a day begins.
func (l Ledger) firstEntry(from day.Day) int {
	return sort.Search(len(l.Entries), func(i int) bool { return l.Entries[i].Day >= from })
}

// sumOf adds lines of a statement up.
func sumOf(lines []Entry) Totals {
	var sum Totals
	for i := range lines {
		sum = sum.with(lines[i].Kind, lines[i].credits())
	}
	return sum
}

// credits answers how many credits a line counts in its total; a forfeited refund counts though none moved.
func (e Entry) credits() int {
	if e.Kind == EntryRefundForfeited {
		return 1
	}
	return max(e.Amount, -e.Amount)
}
