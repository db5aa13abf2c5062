package credits

import (
	"fmt"
	"time"

	"cordial/model"
	"cordial/model/clean"
	"cordial/model/credit"
	"cordial/model/day"
)

// soon is how many days before its expiry a lot is "use or lose".
const soon = 30

// account is what is known of one seat on its day.
type account struct {
	credit.Ledger
	seat   model.Seat
	world  World
	behind bool                  // the clock is behind the journal (ledger rule 18)
	born   map[credit.Origin]int // credits that each lot began with
	grant  *credit.Grant         // the next one, nil if none will come
	risk   int                   // credits that expire soon
}

// read is the account of a seat today.
func read(w World, seat model.Seat) account {
	a := account{seat: seat, world: w, born: map[credit.Origin]int{}}
	a.Ledger, a.behind, _ = w.Book.LedgerNow(seat.ID, w.Now)
	for _, e := range a.Entries {
		if e.Amount > 0 {
			a.born[e.Lot] += e.Amount
		}
	}
	for _, lot := range a.Lots {
		if a.expiresSoon(lot.Origin) {
			a.risk += lot.Left
		}
	}
	if g, ok := a.NextGrant(); ok {
		a.grant = &g
	}
	return a
}

// expiresSoon tells whether the credits of a lot must be used soon.
func (a account) expiresSoon(o credit.Origin) bool {
	return o.Expires != day.Never && o.Expires.Sub(a.On) <= soon
}

// newest is the i-th line of the statement, 0 the newest.
func (a account) newest(i int) credit.Entry { return a.Entries[len(a.Entries)-1-i] }

// why is the reason of a line of the statement, and the person it is about.
func (a account) why(e credit.Entry) string {
	switch {
	case e.Contact == "":
		return clean.Line(e.Reason)
	case e.Kind == credit.EntryDebited:
		return a.name(e.Contact)
	}
	return a.name(e.Contact) + ": " + clean.Line(e.Reason)
}

// name is how the journal calls a contact.
func (a account) name(contact string) string {
	if p, ok := a.world.Book.Contact(contact); ok {
		return clean.Line(p.Name)
	}
	return clean.Line(contact)
}

// plan is the seat's plan in a few words.
func (a account) plan() string {
	if !a.Active {
		return "cancelled"
	}
	p := a.Policy
	switch {
	case p.Monthly == 0:
		return a.Plan.Name + ": no credits"
	case p.ExpiryDays == 0:
		return fmt.Sprintf("%s: %d a month, no expiry", a.Plan.Name, p.Monthly)
	}
	return fmt.Sprintf("%s: %d a month, kept %d days", a.Plan.Name, p.Monthly, p.ExpiryDays)
}

// day is a day as people write it, with the year if it is another one: "30 Nov".
func (a account) day(d day.Day) string {
	if d == day.Never {
		return "never"
	}
	year, month, n := d.Date()
	if now, _, _ := a.On.Date(); now == year {
		return fmt.Sprintf("%d %s", n, month.String()[:3])
	}
	return fmt.Sprintf("%d %s %d", n, month.String()[:3], year)
}

// full is a day with its weekday and year: "Mon 30 Nov 2026".
func full(d day.Day) string {
	if d == day.Never {
		return "never"
	}
	return d.Start(time.UTC).Format("Mon 2 Jan 2006")
}

// days is a number of days in words.
func days(n int) string {
	switch n {
	case 0:
		return "today"
	case 1:
		return "tomorrow"
	}
	return fmt.Sprintf("in %d days", n)
}

// credits is a number of credits in words.
func credits(n int) string {
	if n == 1 {
		return "1 credit"
	}
	return fmt.Sprintf("%d credits", n)
}

// lotWords says what a lot is made of.
func lotWords(k credit.LotKind) string {
	switch k {
	case credit.LotOpening:
		return "opening balance"
	case credit.LotGrant:
		return "grant"
	case credit.LotRefund:
		return "refund"
	case credit.LotAdjustment:
		return "adjustment"
	case credit.LotOverdrawn:
		return "overdrawn"
	}
	return ""
}

// kindWords says what a line of the statement does.
func kindWords(k credit.EntryKind) string {
	switch k {
	case credit.EntryOpening:
		return "opening"
	case credit.EntryGranted:
		return "grant"
	case credit.EntryRefunded:
		return "refund"
	case credit.EntryAdjustedIn, credit.EntryAdjustedOut:
		return "adjusted"
	case credit.EntryOverdrawn:
		return "overdrawn"
	case credit.EntryDebited:
		return "InMail"
	case credit.EntryExpired:
		return "expired"
	case credit.EntryEvicted:
		return "pushed out"
	case credit.EntryForfeited:
		return "forfeited"
	case credit.EntryRefundForfeited:
		return "no refund"
	}
	return string(k)
}
