package credit_test

import (
	"testing"
	"time"

	"cordial/model/credit"
)

// balances is what a story must come to on some days, and on the last of them, if given, the totals and lots.
type balances struct {
	name   string
	story  *story
	want   []balance
	totals *credit.Totals
	lots   string
}

type balance struct {
	on string
	is int
}

func check(t *testing.T, cases []balances) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var last credit.Ledger
			for _, want := range c.want {
				last = c.story.on(want.on)
				if last.Balance != want.is {
					t.Errorf("%s: balance %d, want %d", want.on, last.Balance, want.is)
				}
			}
			if c.totals != nil && last.Totals != *c.totals {
				t.Errorf("totals\n got %+v\nwant %+v", last.Totals, *c.totals)
			}
			if c.lots != "" {
				wantText(t, "lots", lotsOf(last), c.lots)
			}
		})
	}
}

// monthsFirst is a seat that is granted on the 1st of the month.
func monthsFirst(on, plan string) *story {
	return openedWith(on, credit.Fact{Plan: plan, BillingDay: 1})
}

func TestGrantCalendar(t *testing.T) {
	idle := func() *story { return opened("salesnav-core", "2026-01-01") }
	career31 := opened("career", "2026-01-31")
	check(t, []balances{
		{name: "A1 an idle seat fills", story: idle(), want: []balance{{"2025-12-31", 0}, {"2026-01-01", 50}, {"2026-02-01", 100}, {"2026-03-01", 150}}},
		{name: "A2 expiry before the grant of the same day", story: idle(), want: []balance{{"2026-03-31", 150}, {"2026-04-01", 150}}},
		{
			name: "A3 a full pool evicts the oldest", story: idle(), want: []balance{{"2026-05-01", 150}, {"2026-05-02", 150}},
			totals: &credit.Totals{Granted: 250, Expired: 50, Evicted: 50},
		},
		{name: "A4 90 days are less than three months", story: idle(), want: []balance{{"2026-05-29", 150}, {"2026-05-30", 100}, {"2026-06-01", 150}}},
		{name: "A5 leap year", story: opened("salesnav-core", "2028-01-01"), want: []balance{{"2028-03-30", 150}, {"2028-03-31", 100}, {"2028-04-01", 150}}},
		{name: "A7 billing day 31", story: career31, want: []balance{{"2026-01-31", 5}, {"2026-02-27", 5}, {"2026-02-28", 10}, {"2026-03-31", 15}, {"2026-04-30", 15}, {"2026-05-01", 15}}},
		{name: "A8 billing day 31 in a leap year", story: opened("career", "2028-01-31"), want: []balance{{"2028-02-28", 5}, {"2028-02-29", 10}, {"2028-03-30", 10}, {"2028-03-31", 15}}},
		{name: "A9 billing day 30 returns from February", story: opened("career", "2026-01-30"), want: []balance{{"2026-02-27", 5}, {"2026-02-28", 10}, {"2026-03-29", 10}, {"2026-03-30", 15}}},
		{name: "A10 billing day 29 in a common year", story: opened("career", "2027-01-29"), want: []balance{{"2027-02-27", 5}, {"2027-02-28", 10}}},
		{name: "A10 billing day 29 in a leap year", story: opened("career", "2028-01-29"), want: []balance{{"2028-02-28", 5}, {"2028-02-29", 10}}},
		{name: "A11 across the year's end", story: opened("career", "2026-12-31"), want: []balance{{"2027-01-30", 5}, {"2027-01-31", 10}, {"2027-02-28", 15}}},
		{name: "A12 yearly billing grants monthly", story: opened("business", "2026-03-15"), want: []balance{{"2026-03-15", 15}, {"2026-04-15", 30}, {"2026-05-15", 45}, {"2026-06-13", 30}, {"2026-06-15", 45}}},
		{name: "A13 bought mid-month, granted on the 1st", story: monthsFirst("2026-01-20", "salesnav-core"), want: []balance{{"2026-01-20", 50}, {"2026-01-31", 50}, {"2026-02-01", 100}}},
		{name: "A15 opened once after months", story: idle(), want: []balance{{"2026-06-10", 150}}, totals: &credit.Totals{Granted: 300, Expired: 100, Evicted: 50}},
		{name: "A16 Free grants nothing", story: opened("free", "2026-01-01"), want: []balance{{"2026-01-01", 0}, {"2027-01-01", 0}}, totals: &credit.Totals{}},
	})
}

// TestGrantDates checks the dates themselves (A6), and that the zone decides them (A14).
func TestGrantDates(t *testing.T) {
	var dates string
	for _, entry := range opened("career", "2026-01-31").on("2026-06-30").Entries {
		if entry.Kind == credit.EntryGranted {
			dates += entry.Day.String() + "\n"
		}
	}
	wantText(t, "A6 grant dates", dates, "2026-01-31\n2026-02-28\n2026-03-31\n2026-04-30\n2026-05-31\n2026-06-30")

	// The same instant is the 1st in UTC and still the 31st in Los Angeles.
	late := credit.Fact{Plan: "salesnav-core", At: at("2026-02-01T00:00:00Z")}
	inUTC := openedWith("", late)
	inLA := openedWith("", late)
	inLA.Zone = location(t, "America/Los_Angeles")
	if l := inUTC.on("2026-01-31"); l.Balance != 0 {
		t.Errorf("A14 in UTC the seat opens on the 1st, yet on the 31st it has %d credits", l.Balance)
	}
	if l := inLA.on("2026-01-31"); l.Balance != 50 || l.BillingDay != 31 {
		t.Errorf("A14 in Los Angeles the seat opens on the 31st: balance %d, billing day %d", l.Balance, l.BillingDay)
	}
}

func TestDebits(t *testing.T) {
	hundred := opened("salesnav-core", "2026-01-01").send("2026-02-10", 60)
	corporate := opened("recruiter-corporate", "2026-01-01").send("2026-01-10", 20).sendFree("2026-01-10", 5)
	check(t, []balances{
		{name: "B1 one InMail", story: opened("salesnav-core", "2026-01-01").send("2026-01-05", 1), want: []balance{{"2026-01-04", 50}, {"2026-01-05", 49}}},
		{name: "B2 the oldest lot is emptied first", story: hundred, want: []balance{{"2026-02-10", 40}}, lots: "grant 2026-02-01–2026-05-02 ×40"},
		{name: "B3 and so nothing expires", story: hundred, want: []balance{{"2026-04-01", 140}}, totals: &credit.Totals{Granted: 200, Debited: 60}},
		{name: "B4 five credits, five sends", story: opened("career", "2026-01-10").send("2026-01-11", 5), want: []balance{{"2026-01-11", 0}}},
		{name: "B5 Open Profile and 1st degree are free", story: opened("salesnav-core", "2026-01-01").sendFree("2026-01-05", 2), want: []balance{{"2026-01-05", 50}}},
		{name: "B6 a bulk of 25 with 5 free", story: corporate, want: []balance{{"2026-01-10", 130}}},
		{name: "B8 a second InMail to the same person costs again", story: opened("salesnav-core", "2026-01-01").send("2026-01-05", 1).send("2026-01-06", 1), want: []balance{{"2026-01-06", 48}}},
		{name: "B9 undelivered", story: opened("salesnav-core", "2026-01-01").send("2026-01-05", 1).bounce("2026-01-05", 1), want: []balance{{"2026-01-05", 50}}},
		{
			name: "B10 all spent before the grant", story: opened("salesnav-core", "2026-01-01").send("2026-03-31", 150), want: []balance{{"2026-03-31", 0}, {"2026-04-01", 50}},
			totals: &credit.Totals{Granted: 200, Debited: 150},
		},
		{
			name: "a sixth is counted as overdrawn", story: opened("career", "2026-01-10").send("2026-01-11", 6), want: []balance{{"2026-01-11", 0}},
			totals: &credit.Totals{Granted: 5, Overdrawn: 1, Debited: 6},
		},
	})
}

func TestRefunds(t *testing.T) {
	sn := func() *story { return opened("salesnav-core", "2026-01-01") }
	one := func() *story { return sn().send("2026-01-10", 1) }
	day90 := func() *story { return sn().send("2026-01-01", 1).send("2026-02-10", 60) }
	leap := func() *story {
		return opened("salesnav-core", "2028-01-01").send("2028-02-01", 1).send("2028-04-10", 100)
	}
	twin := func() *story { return sn().send("2026-02-01", 1).send("2026-04-10", 100) }
	fullAgain := sn().send("2026-03-05", 1).answer("2026-04-03", 1, "replied")
	check(t, []balances{
		{
			name: "C1 a fresh credit", story: one().answer("2026-01-12", 1, "replied"), want: []balance{{"2026-01-11", 49}, {"2026-01-12", 50}},
			lots: "grant 2026-01-01–2026-04-01 ×49\nrefund 2026-01-12–2026-04-12 ×1",
		},
		{name: "C2 day 90 is inside", story: day90().answer("2026-04-01", 1, "replied"), want: []balance{{"2026-04-01", 140}}},
		{name: "C3 day 91 is outside", story: day90().answer("2026-04-02", 1, "replied"), want: []balance{{"2026-04-01", 139}, {"2026-04-02", 139}}},
		{name: "C4 day 90 in a leap year", story: leap().answer("2028-05-01", 1, "replied"), want: []balance{{"2028-05-01", 101}}},
		{name: "C5 day 91 in a leap year", story: leap().answer("2028-05-02", 1, "replied"), want: []balance{{"2028-05-02", 100}}},
		{name: "C6 day 90 in its common twin", story: twin().answer("2026-05-02", 1, "replied"), want: []balance{{"2026-05-02", 101}}},
		{
			name: "C7 silence returns nothing", story: opened("career", "2026-01-10").send("2026-01-11", 1), want: []balance{{"2026-04-09", 14}, {"2026-04-12", 15}},
			totals: &credit.Totals{Granted: 20, Debited: 1, Expired: 4},
		},
		{name: "C8 declined", story: one().answer("2026-01-11", 1, "declined"), want: []balance{{"2026-01-11", 50}}},
		{name: "C9 accepted", story: one().answer("2026-01-11", 1, "accepted"), want: []balance{{"2026-01-11", 50}}},
		{name: "C10 auto-reply", story: one().answer("2026-01-11", 1, "auto-reply"), want: []balance{{"2026-01-11", 50}}},
		{name: "C11 replied", story: one().answer("2026-01-11", 1, "replied"), want: []balance{{"2026-01-11", 50}}},
		{name: "C12 a second reply is nothing", story: one().answer("2026-01-11", 1, "replied").answer("2026-01-12", 1, "replied"), want: []balance{{"2026-01-12", 50}}},
		{
			name: "C13 a full pool clamps", story: fullAgain, want: []balance{{"2026-03-05", 149}, {"2026-04-01", 150}, {"2026-04-03", 150}},
			totals: &credit.Totals{Granted: 200, Debited: 1, Expired: 49, RefundForfeited: 1},
		},
		{
			name: "C14 Recruiter overflows until the next grant", story: opened("recruiter-corporate", "2026-01-01").send("2026-04-20", 1).answer("2026-05-05", 1, "replied"),
			want: []balance{{"2026-04-20", 599}, {"2026-05-01", 600}, {"2026-05-05", 601}, {"2026-06-01", 600}},
		},
		{
			name: "C15 a fresh credit though the spent one had expired", story: sn().send("2026-03-20", 51).answer("2026-04-15", 1, "replied"), want: []balance{{"2026-04-14", 149}, {"2026-04-15", 150}},
			lots: "grant 2026-02-01–2026-05-02 ×49\ngrant 2026-03-01–2026-05-30 ×50\ngrant 2026-04-01–2026-06-30 ×50\nrefund 2026-04-15–2026-07-14 ×1",
		},
		{
			name: "C16 a refund credit evicted before it expires", story: opened("career", "2026-01-10").send("2026-01-11", 1).answer("2026-01-12", 1, "replied"), want: []balance{{"2026-04-09", 15}, {"2026-04-10", 15}},
			totals: &credit.Totals{Granted: 20, Refunded: 1, Debited: 1, Expired: 4, Evicted: 1},
		},
		{
			name: "C17 three sends each answered", story: sn().send("2026-01-05", 1).answer("2026-01-06", 1, "replied").send("2026-01-07", 1).answer("2026-01-08", 2, "accepted").send("2026-01-09", 1).answer("2026-01-10", 3, "declined"),
			want: []balance{{"2026-01-05", 49}, {"2026-01-06", 50}, {"2026-01-08", 50}, {"2026-01-10", 50}}, totals: &credit.Totals{Granted: 50, Refunded: 3, Debited: 3},
		},
		{name: "C18 two InMails, one reply", story: one().send("2026-01-11", 1).answer("2026-01-13", 2, "replied"), want: []balance{{"2026-01-13", 49}}},
		{name: "C19 a reply to a free message", story: sn().sendFree("2026-01-05", 1).answer("2026-01-06", 1, "replied"), want: []balance{{"2026-01-06", 50}}, totals: &credit.Totals{Granted: 50}},
		{name: "C20 C22 nothing but an answer refunds", story: one(), want: []balance{{"2026-01-31", 49}}},
		{name: "C21 an answer dated before the send counts for nothing", story: sn().send("2026-01-05", 1).answer("2026-01-04", 1, "replied"), want: []balance{{"2026-01-05", 49}, {"2026-01-20", 49}}},
	})
}

func TestCaps(t *testing.T) {
	check(t, []balances{
		{
			name: "D1 what expires is not evicted", story: opened("salesnav-core", "2026-01-01").send("2026-03-31", 20), want: []balance{{"2026-03-31", 130}, {"2026-04-01", 150}},
			totals: &credit.Totals{Granted: 200, Debited: 20, Expired: 30},
		},
		{
			name: "D2 the surplus is evicted", story: opened("salesnav-core", "2026-02-01").send("2026-04-30", 20), want: []balance{{"2026-04-30", 130}, {"2026-05-01", 150}},
			totals: &credit.Totals{Granted: 200, Debited: 20, Evicted: 30},
		},
		{
			name: "D3 Career 12 and a grant", story: opened("career", "2026-02-01").send("2026-04-30", 3), want: []balance{{"2026-04-30", 12}, {"2026-05-01", 15}},
			totals: &credit.Totals{Granted: 20, Debited: 3, Evicted: 2},
		},
		{
			name: "D4 Recruiter Lite with the reported rules", story: openedWith("2026-01-01", credit.Fact{Plan: "recruiter-lite", Overrides: credit.Overrides{Cap: ptr(120), ExpiryDays: ptr(0)}}),
			want: []balance{{"2026-01-01", 30}, {"2026-02-01", 60}, {"2026-03-01", 90}, {"2026-04-01", 120}, {"2026-05-01", 120}},
		},
		{name: "D4 Recruiter Lite as seeded", story: opened("recruiter-lite", "2026-01-01"), want: []balance{{"2026-01-01", 30}, {"2026-03-01", 90}, {"2026-04-01", 90}, {"2026-05-01", 90}}},
		{name: "D5 Recruiter Corporate", story: opened("recruiter-corporate", "2026-01-01"), want: []balance{{"2026-01-01", 150}, {"2026-02-01", 300}, {"2026-03-01", 450}, {"2026-04-01", 600}, {"2026-05-01", 600}}},
		{name: "D6 Recruiter Professional Services", story: opened("recruiter-professional", "2026-01-01"), want: []balance{{"2026-01-01", 100}, {"2026-02-01", 200}, {"2026-03-01", 300}, {"2026-04-01", 400}, {"2026-05-01", 400}}},
		{name: "D7 ten sent the day before", story: opened("salesnav-core", "2026-02-01").send("2026-04-30", 10), want: []balance{{"2026-05-01", 150}}, totals: &credit.Totals{Granted: 200, Debited: 10, Evicted: 40}},
		{name: "D7 had they been fifty", story: opened("salesnav-core", "2026-02-01").send("2026-04-30", 50), want: []balance{{"2026-05-01", 150}}, totals: &credit.Totals{Granted: 200, Debited: 50}},
		{
			name: "a grant above the cap evicts of itself", story: openedWith("2026-01-01", credit.Fact{Plan: "salesnav-core", Overrides: credit.Overrides{Cap: ptr(30)}}), want: []balance{{"2026-01-01", 30}, {"2026-02-01", 30}},
			totals: &credit.Totals{Granted: 100, Evicted: 70}, lots: "grant 2026-02-01–2026-05-02 ×30",
		},
	})
}

func TestPlanChanges(t *testing.T) {
	cancelled := func() *story { return opened("business", "2026-01-01").cancel("2026-03-01") }
	check(t, []balances{
		{
			name: "E1 upgrade", story: opened("career", "2026-01-10").change("2026-02-10", "business"), want: []balance{{"2026-02-09", 5}, {"2026-02-10", 15}, {"2026-03-10", 30}},
			totals: &credit.Totals{Granted: 35, Forfeited: 5},
		},
		{name: "E2 downgrade", story: opened("salesnav-core", "2026-01-01").change("2026-03-20", "business"), want: []balance{{"2026-03-19", 150}, {"2026-03-20", 15}}},
		{name: "E3 cancelled at the cycle's end", story: cancelled(), want: []balance{{"2026-02-28", 30}, {"2026-03-01", 0}, {"2026-12-01", 0}}, totals: &credit.Totals{Granted: 30, Forfeited: 30}},
		{
			name: "E4 an answer after the end", story: opened("business", "2026-01-01").send("2026-02-20", 1).cancel("2026-03-01").answer("2026-03-05", 1, "replied"), want: []balance{{"2026-03-05", 0}},
			totals: &credit.Totals{Granted: 30, Debited: 1, Forfeited: 29, RefundForfeited: 1},
		},
		{name: "E5 reactivated", story: cancelled().change("2026-05-01", "business"), want: []balance{{"2026-04-30", 0}, {"2026-05-01", 15}, {"2026-06-01", 30}}},
		{name: "E6 a trial grants on the 1st", story: monthsFirst("2026-01-20", "salesnav-core").cancel("2026-02-20"), want: []balance{{"2026-01-25", 50}, {"2026-02-05", 100}, {"2026-02-20", 0}}},
		{
			name: "E7 a reply to the old plan's InMail", story: opened("career", "2026-01-10").send("2026-02-01", 1).change("2026-02-10", "business").answer("2026-02-12", 1, "replied"), want: []balance{{"2026-02-12", 15}},
			totals: &credit.Totals{Granted: 20, Debited: 1, Forfeited: 4, RefundForfeited: 1},
		},
	})
}

func TestSeatsNeverPool(t *testing.T) {
	check(t, []balances{
		{name: "F1 seat A sends 10", story: opened("salesnav-core", "2026-01-01").send("2026-01-05", 10), want: []balance{{"2026-01-05", 40}}},
		{name: "F1 seat B keeps its own", story: opened("salesnav-core", "2026-01-01"), want: []balance{{"2026-01-05", 50}}},
		{name: "F2 Recruiter Lite pays for its own", story: opened("recruiter-lite", "2026-01-01").send("2026-01-05", 1), want: []balance{{"2026-01-05", 29}}},
	})
}

func TestBookkeeping(t *testing.T) {
	sn := func() *story { return opened("salesnav-core", "2026-01-01") }
	typedLate := sn().send("2026-03-25", 30)
	replyTypedLate := opened("salesnav-core", "2026-01-01").send("2026-02-20", 51).answer("2026-03-05", 1, "replied")
	business := opened("business", "2026-01-01").send("2026-01-20", 6).send("2026-02-20", 6).
		answer("2026-01-25", 1, "replied").answer("2026-02-01", 2, "accepted").
		answer("2026-03-01", 7, "declined").answer("2026-04-01", 8, "auto-reply")
	check(t, []balances{
		{
			name: "G1 LinkedIn shows two fewer", story: sn().send("2026-01-05", 5).reconcile("2026-01-06", 43), want: []balance{{"2026-01-05", 45}, {"2026-01-06", 43}},
			totals: &credit.Totals{Granted: 50, Debited: 5, AdjustedOut: 2},
		},
		{
			name: "G2 LinkedIn shows three more", story: sn().send("2026-01-05", 5).reconcile("2026-01-06", 48), want: []balance{{"2026-01-06", 48}},
			lots: "grant 2026-01-01–2026-04-01 ×45\nadjustment 2026-01-06–2026-04-06 ×3",
		},
		{name: "G3 sends typed late are paid by credits of their day", story: typedLate, want: []balance{{"2026-04-05", 150}}, totals: &credit.Totals{Granted: 200, Debited: 30, Expired: 20}},
		{
			name: "G4 a reply typed late ages from its own day", story: replyTypedLate, want: []balance{{"2026-03-20", 100}},
			lots: "grant 2026-02-01–2026-05-02 ×49\ngrant 2026-03-01–2026-05-30 ×50\nrefund 2026-03-05–2026-06-03 ×1",
		},
		{name: "G8 three idle years", story: sn(), want: []balance{{"2028-12-31", 100}}},
		{name: "G9 38 months on billing day 31", story: opened("career", "2026-01-31"), want: []balance{{"2029-03-31", 15}}},
		{name: "G10 every credit accounted for", story: business, want: []balance{{"2026-09-30", 30}}},
	})
}

// TestUndo takes back a reply, then its send (G5).
func TestUndo(t *testing.T) {
	s := opened("salesnav-core", "2026-01-01").send("2026-01-05", 1).answer("2026-01-06", 1, "replied")
	for undone, want := range []int{50, 49, 50} {
		h := s.History
		h.Facts = h.Facts[:len(h.Facts)-undone]
		if got := credit.Fold(h, on2day("2026-01-10")).Balance; got != want {
			t.Errorf("%d undone: balance %d, want %d", undone, got, want)
		}
	}
}

// TestToldTwice records the same InMail twice, as an import run again (G6).
func TestToldTwice(t *testing.T) {
	s := opened("salesnav-core", "2026-01-01").send("2026-01-05", 1)
	once := s.on("2026-01-31")
	s.sent = 0
	s.send("2026-01-05", 1).answer("2026-01-07", 1, "replied").answer("2026-01-07", 1, "replied")
	if twice := s.on("2026-01-06"); twice.Balance != once.Balance || len(twice.InMails) != 1 {
		t.Errorf("sent twice: balance %d, %d InMails", twice.Balance, len(twice.InMails))
	}
	if answered := s.on("2026-01-31"); answered.Balance != 50 || answered.Totals.Refunded != 1 {
		t.Errorf("answered twice: balance %d, %d refunded", answered.Balance, answered.Totals.Refunded)
	}
}

// TestClockSetBack keeps what was granted (G7, ledger rule 18).
func TestClockSetBack(t *testing.T) {
	s := opened("salesnav-core", "2026-01-01").send("2026-03-10", 1)
	for _, c := range []struct {
		today, on string
		behind    bool
		balance   int
	}{
		{"2026-01-10", "2026-03-10", true, 149},
		{"2026-03-09", "2026-03-10", true, 149},
		{"2026-03-10", "2026-03-10", false, 149},
		{"2026-04-01", "2026-04-01", false, 150},
	} {
		on, behind := s.Today(on2day(c.today))
		if on != on2day(c.on) || behind != c.behind {
			t.Errorf("%s: computed on %s, behind %t; want %s, %t", c.today, on, behind, c.on, c.behind)
		}
		if got := credit.Fold(s.History, on).Balance; got != c.balance {
			t.Errorf("%s: balance %d, want %d", c.today, got, c.balance)
		}
	}
	if on, behind := (credit.History{}).Today(on2day("2026-01-10")); behind || on != on2day("2026-01-10") {
		t.Errorf("without facts: %s, %t", on, behind)
	}
}

func location(t *testing.T, name string) *time.Location {
	t.Helper()
	loc, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return loc
}
