package credit

import (
	"fmt"
	"slices"

	"cordial/model/day"
)

// Dip is a fall of the balance shortly before a grant makes up for it: unused credits of a grant grew too
// old some days before the grant that takes their place, since 90 days are shorter than most three months.
type Dip struct {
	From    day.Day `json:"from"`       // the first day of the lower balance: the credits expire
	Until   day.Day `json:"until"`      // the day of the grant
	Credits int     `json:"credits"`    // how far the balance falls
	Granted day.Day `json:"granted_on"` // when the expired credits came
}

// longestDip is the most days that make a dip: 90 days from 1 July are two short of three months, 120 from
// 1 July three short of four.
const longestDip = 3

// Days answers how long the balance is lower.
func (d Dip) Days() int { return d.Until.Sub(d.From) }

// Sentence explains the dip.
func (d Dip) Sentence(say Tongue) string {
	return fmt.Sprintf(
		"From %s until the grant of %s the balance is %d lower: the credits of %s lived %s, and the %s to that grant have %d.",
		say.day(d.From), say.day(d.Until), d.Credits, say.day(d.Granted), counted(d.From.Sub(d.Granted), "day"),
		counted(monthsApart(d.Granted, d.Until), "month"), d.Until.Sub(d.Granted),
	)
}

// Dips answers the dips of the statement, the oldest first; the last may have begun and not ended.
func (l Ledger) Dips() []Dip {
	f := fold{Ledger: l}
	return dips(l.Entries, f.grantDay())
}

// dips finds the expiries that a grant of the statement, or the one to come, makes up for.
func dips(lines []Entry, toCome day.Day) []Dip {
	var found []Dip
	next := toCome
	for i := len(lines) - 1; i >= 0; i-- {
		switch e := &lines[i]; {
		case e.Kind == EntryGranted:
			next = e.Day
		case e.Kind == EntryExpired && e.Lot.Kind == LotGrant && isDip(e, next):
			found = append(found, Dip{e.Day, next, -e.Amount, e.Lot.Born})
		}
	}
	slices.Reverse(found)
	return found
}

// isDip tells whether an expired lot's place is taken by the grant that follows some days later.
func isDip(expired *Entry, grant day.Day) bool {
	days := grant.Sub(expired.Day)
	return days > 0 && days <= longestDip && sameBillingDay(expired.Lot.Born, grant)
}

// sameBillingDay tells whether two days can be grants of one calendar: they share the day of the month, but
// for a month too short for it.
func sameBillingDay(a, b day.Day) bool {
	_, _, dateA := a.Date()
	_, _, dateB := b.Date()
	return dateA == dateB || dateA < dateB && endsMonth(a) || dateB < dateA && endsMonth(b)
}

func endsMonth(d day.Day) bool {
	_, _, tomorrow := d.Add(1).Date()
	return tomorrow == 1
}

// monthsApart counts the months between two billing dates.
func monthsApart(a, b day.Day) int {
	yearA, monthA, _ := a.Date()
	yearB, monthB, _ := b.Date()
	return 12*(yearB-yearA) + int(monthB) - int(monthA)
}
