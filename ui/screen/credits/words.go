package credits

import (
	"fmt"
	"time"

	"cordial/model/credit"
	"cordial/model/day"
)

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

// in is a number of days ahead in words.
func in(n int) string {
	switch n {
	case 0:
		return "today"
	case 1:
		return "tomorrow"
	}
	return fmt.Sprintf("in %d days", n)
}

// counted is a number of things in words; the thing takes an s.
func counted(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}

// signed is a number with its sign; nothing for 0, which moves no credit.
func signed(n int) string {
	if n == 0 {
		return "0"
	}
	return fmt.Sprintf("%+d", n)
}

// percent is a rate in words.
func percent(r credit.Rate) string { return fmt.Sprintf("%.0f%%", 100*r.Share()) }

// lotWords says what a lot is made of.
func lotWords(k credit.LotKind) string {
	switch k {
	case credit.LotOpening:
		return "opening"
	case credit.LotGrant:
		return "grant"
	case credit.LotRefund:
		return "refund"
	case credit.LotAdjustment:
		return "adjusted"
	case credit.LotOverdrawn:
		return "overdrawn"
	}
	return string(k)
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
