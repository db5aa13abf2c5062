package ui_test

import (
	"testing"
	"time"

	"cordial/model"
	"cordial/ui/uitest"
)

// twoSeats is Busy with a second seat.
func twoSeats(m *uitest.Memory) {
	uitest.Busy(m)
	m.Decide(uitest.Start().AddDate(0, 0, -3), model.SeatOpened{Seat: "hiring", Name: "Hiring", Plan: "recruiter-lite", Zone: "Europe/Berlin"})
}

// "Why 12?" is answered on the meter of the credits, and by a key from anywhere.
func TestWhySoMany(t *testing.T) {
	s := uitest.Open(t, uitest.Busy).Press("g m").Press("enter")
	s.Sees("Why 12?", "12 = 3 at the opening + 10 granted − 1 sent", "WHAT IS NEXT", "Send 2 more by 30 Nov to lose none.")
	s.Press("esc").Press("esc").Sees("[1 Inbox 8]").Press("g b").Sees("Why 12?").Press("enter").Sees("LOTS BY EXPIRY")
	s.Press("esc").Press("enter").Press("g b").Sees("Why 12?").Press("esc").Sees("Maria Rossi   1 of 8")
}

// Every line of the statement opens, and leads on to its person.
func TestStatementOpens(t *testing.T) {
	s := uitest.Open(t, uitest.Busy).Press("g m").Press("tab").Press("enter")
	s.Sees("1 credit paid for an InMail to Lena Öztürk", "an answer by 4 Feb 2027 brings the credit", "13 before, -1, 12 after")
	s.Press("j").Sees("+5 grant", "monthly grant of Premium Career").Press("k").Press("enter").Sees("Platform team lead").Press("esc").Sees("[Ledger]")
}

// From what is about to be lost to the people one could write to, through all of
// them and back.
func TestWhomToWriteTo(t *testing.T) {
	s := uitest.Open(t, uitest.Busy).Press("g m").Sees("2 Hot Leads without an InMail yet")
	s.Press("w").Sees("WHOM TO WRITE TO", "Send 2 more by 30 Nov to lose none.", "Jürgen Müller", "Maria Rossi")
	s.Press("enter").Sees("Send me the deck please.").Press("C").Type("Platform deck").Press("enter")
	s.Sees("Booked the InMail to Jürgen Müller").Press("esc").SeesNot("Jürgen Müller   ").Sees("Maria Rossi", "Send 1 more by 30 Nov to lose none.")
	s.Press("c").Sees("Maria Rossi", "free").Press("esc")
	s.Press("enter").Sees("I would love to hear more.").Press("esc").Press("esc").Sees("1 Hot Lead without an InMail yet")
}

// Two keys and a number: what LinkedIn shows becomes the balance, with a reason, and
// can be taken back.
func TestReconcileInTwoKeys(t *testing.T) {
	s := uitest.Open(t, uitest.Busy).Sees("InMail 12/15").Press("=").Sees("the ledger says 12")
	s.Type("9").Sees("12 before, -3, 9 after.").Press("enter").Sees("InMail 9/15", "Reconciled the seat Work to 9")
	s.Press("g m").Press("tab").Press("enter").Sees("1 credit went: LinkedIn showed 9, the ledger 12.").Reopen().Sees("InMail 9/15")
	s.Press("z").Sees("InMail 12/15", "Undone")
	s.Press("=").Type("-3").Press("enter").Sees("Balance is -3; LinkedIn shows 0 or more").Press("esc").Sees("InMail 12/15")
}

// What looks answered is named before a difference is booked.
func TestReconcileHints(t *testing.T) {
	s := uitest.Open(t, func(m *uitest.Memory) {
		uitest.Busy(m)
		lena := model.Person{ID: "lena-öztürk", Name: "Lena Öztürk"}
		m.Say(m.Talk(m.Know(lena)), uitest.Start().Add(-time.Hour), false, "Yes, let us talk.")
	})
	s.Press("=").Type("13").Sees("12 before, +1, 13 after.", "The open InMail looks answered in the imported messages (Lena Öztürk)")
	s.Press("esc").Leap(14 * 24 * time.Hour).Press("=").Type("9").Sees("A grant of 5 was due yesterday")
}

// One key makes the other seat the active one, for good.
func TestSwitchSeats(t *testing.T) {
	s := uitest.Open(t, twoSeats).Sees("InMail Work 12/15").Press("g m").Sees("Work (1/2)")
	s.Press("s").Sees("Made Hiring the active seat", "Hiring (2/2)", "30 of 90").Press("esc").Sees("InMail Hiring 30/90")
	s.Reopen().Sees("InMail Hiring 30/90").Press("g m").Press("shift+tab").Press("g g").Press("enter").Sees("Made Work the active seat")
	s.Press("z").Sees("Hiring (2/2)").Press("esc").Press("=").Sees("the ledger says 30")
	uitest.Open(t, uitest.Busy).Press("g m").Press("s").Sees("there is no other seat with a plan; n opens one")
}

// A plan is changed after it was seen what that does, and not by Enter alone.
func TestChangeThePlan(t *testing.T) {
	s := uitest.Open(t, uitest.Busy).Press("g m").Press("p").Sees("Change the plan of Work", "Premium Career (now)")
	s.Press("enter").Sees("Choose the plan you pay for").Type("s")
	s.Sees("the balance goes from 12 to 50", "12 credits are lost for good", "1 open InMail can no longer bring a credit back").Press("enter")
	s.Sees("Moved the seat Work to Sales Navigator Core", "50 of 150").Press("z").Sees("12 of 15")
}

// The end of a plan is shown before it comes.
func TestCancelASeat(t *testing.T) {
	s := uitest.Open(t, uitest.Busy).Press("g m").Press("#").Sees("Cancel the seat Work", "the balance goes from 12 to 0")
	s.Press("enter").Sees("Nothing is done").Press("right").Press("enter").Sees("Cancelled the seat Work", "cancelled").Press("esc").Sees("plan cancelled")
	s.Press("g m").Press("#").Press("right").Press("enter").Sees("cancelled already").Press("esc").Press("z").Sees("12 of 15")
}

// Every number of the policy says where it comes from; a rule is changed after it was
// seen what that does.
func TestPolicySheet(t *testing.T) {
	s := uitest.Open(t, uitest.Busy).Press("g m").Press("shift+tab")
	s.Sees("credits a month            5        article", "a refund into a full pool  clamp    assumed", "cap on credits             15")
	s.Press("G").Sees("LinkedIn does not say; reconcile if yours differs").Press("k").Press("k").Press("enter")
	s.Sees("Policy: a credit comes back on", "(•) reply").Press("right").Sees("The refund rule becomes no-reply, from reply.").Press("enter")
	s.Sees("a credit comes back on     no-reply yours", "Changed the policy of the seat Work").Reopen().Press("g m").Press("shift+tab").Sees("no-reply yours")
	s.Press("g g").Press("j").Press("j").Press("j").Press("j").Press("j").Press("enter").Sees("days a credit lives")
	s.Press("ctrl+u").Type("-1").Press("enter").Sees("The value is -1: give a number from 0").Press("esc").Sees("days a credit lives        90")
}

// A price makes a reply cost something.
func TestPriceOfAReply(t *testing.T) {
	s := uitest.Open(t, uitest.Busy).Press("g m").Press("$").Type("29.99").Press("enter").Sees("Priced the seat Work at 29.99 EUR a month")
	s.Press("shift+tab").Sees("29.99 EUR a month")
	s.Press("esc").Press("G").Press("A").Press("enter").Press("g m").Sees("69.96 EUR at this pace")
}

// The forecast follows a pace that is typed, until it is taken back.
func TestTypedPace(t *testing.T) {
	s := uitest.Open(t, uitest.Busy).Press("g m").Sees("FORECAST", "at your pace of 0.4 a month")
	s.Press("f").Type("20").Sees("At 20 a month", "without a credit").Press("enter").Sees("[Forecast]", "at 20 a month", "yours", "short on")
	s.Press("esc").Press("g m").Sees("at 20 a month").Press("f").Press("ctrl+u").Press("enter").Sees("at your pace of 0.4 a month").SeesNot("short on")
}

// Without a seat every question about one leads to opening it.
func TestQuestionsWithoutASeat(t *testing.T) {
	for _, keys := range []string{"=", "g b", "+"} {
		uitest.Open(t, uitest.Empty).Press(keys).Sees("Open a seat").Press("esc").Runs()
	}
}

// The month's end is explained where it shows.
func TestDipIsExplained(t *testing.T) {
	s := uitest.Open(t, uitest.Busy).Press("g m").Sees("From 30 Dec until the grant of 1 Jan 2027 the balance is", "months to that grant have 92.")
	s.Press("tab").Press("tab").Sees("a dip until 1 Jan 2027").Press("j").Press("j").Press("enter").Sees("From 30 Dec until the grant of 1 Jan 2027 the balance is 4 lower")
}
