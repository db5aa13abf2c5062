package credit_test

import (
	"fmt"
	"time"

	"cordial/model/credit"
	"cordial/model/day"
)

// A seat is opened, an InMail is sent and answered; three months later nobody has opened the program, and yet
// every grant has come and the oldest credits have gone.
func ExampleFold() {
	noon := func(month time.Month, date int) time.Time { return time.Date(2026, month, date, 12, 0, 0, 0, time.UTC) }
	seat := credit.History{Seat: "main", Name: "Main", Zone: time.UTC, Facts: []credit.Fact{
		{Kind: credit.Opened, At: noon(1, 10), Plan: "career"},
		{Kind: credit.Sent, At: noon(1, 11), InMail: "im1", Contact: "ada", Cost: 1},
		{Kind: credit.Answered, At: noon(1, 12), InMail: "im1", Answer: "accepted"},
	}}
	ledger := credit.Fold(seat, day.New(2026, 4, 10))
	for _, entry := range ledger.Entries {
		fmt.Printf("%s %+3d %3d  %s\n", entry.Day, entry.Amount, entry.Balance, entry.Reason)
	}
	if grant, coming := ledger.NextGrant(); coming {
		fmt.Printf("next: %d on %s, pushing out %d\n", grant.Amount, grant.On, grant.Evicts)
	}
	// Output:
	// 2026-01-10  +5   5  activation grant of Premium Career
	// 2026-01-11  -1   4  InMail sent
	// 2026-01-12  +1   5  answered (accepted) on day 1 of 90
	// 2026-02-10  +5  10  monthly grant of Premium Career
	// 2026-03-10  +5  15  monthly grant of Premium Career
	// 2026-04-10  -4  11  unused for 90 days
	// 2026-04-10  +5  16  monthly grant of Premium Career
	// 2026-04-10  -1  15  pushed out by the grant: the cap is 15
	// next: 5 on 2026-05-10, pushing out 5
}
