package credit_test

import (
	"encoding/json"
	"testing"

	"cordial/model/credit"
	"cordial/model/day"
)

// TestStatement reads a statement as its owner does: every line says why.
func TestStatement(t *testing.T) {
	noReply := credit.Overrides{RefundRule: ptr(credit.RefundOnNoReply), RefundWindowDays: ptr(5), Monthly: ptr(2), Cap: ptr(3)}
	s := openedWith("2026-01-10", credit.Fact{Plan: "career", OpeningBalance: ptr(2)}).
		send("2026-01-11", 3).
		answer("2026-01-12", 1, "auto-reply").
		bounce("2026-01-13", 2).
		reconcile("2026-01-14", 15).
		send("2026-01-14", 1).
		answer("2026-02-11", 4, "declined").
		reconcile("2026-02-12", 14).
		change("2026-02-13", "business").
		add("2026-02-14", credit.Fact{Kind: credit.PlanChanged, Plan: "career", Overrides: noReply}).
		answer("2026-02-15", 3, "replied").
		send("2026-02-15", 1).
		cancel("2026-06-01")
	wantText(t, "statement", statementOf(s.on("2026-07-01")), `
2026-01-10 +2 = 2 opening: opening balance, as LinkedIn showed it
2026-01-11 -1 = 1 debited: InMail sent
2026-01-11 -1 = 0 debited: InMail sent
2026-01-11 +1 = 1 overdrawn: sent with no credit left
2026-01-11 -1 = 0 debited: InMail sent
2026-01-12 +1 = 1 refunded: answered (auto-reply) on day 1 of 90
2026-01-13 +1 = 2 refunded: could not be delivered
2026-01-14 +13 = 15 adjusted_in: LinkedIn showed 15, the ledger 2
2026-01-14 -1 = 14 debited: InMail sent
2026-02-10 +5 = 19 granted: monthly grant of Premium Career
2026-02-10 -1 = 18 evicted: pushed out by the grant: the cap is 15
2026-02-10 -3 = 15 evicted: pushed out by the grant: the cap is 15
2026-02-11 +0 = 15 refund_forfeited: answered (declined) on day 28 of 90, but the pool was full: the cap is 15
2026-02-12 -1 = 14 adjusted_out: LinkedIn showed 14, the ledger 15
2026-02-13 -9 = 5 forfeited: plan changed
2026-02-13 -5 = 0 forfeited: plan changed
2026-02-13 +15 = 15 granted: activation grant of Premium Business
2026-02-14 -15 = 0 forfeited: plan changed
2026-02-14 +2 = 2 granted: activation grant of Premium Career
2026-02-15 +0 = 2 refund_forfeited: answered (replied) on day 35 of 90, but the plan it was sent under had ended
2026-02-15 -1 = 1 debited: InMail sent
2026-02-21 +1 = 2 refunded: no answer in 5 days
2026-03-14 +2 = 4 granted: monthly grant of Premium Career
2026-03-14 -1 = 3 evicted: pushed out by the grant: the cap is 3
2026-04-14 +2 = 5 granted: monthly grant of Premium Career
2026-04-14 -1 = 4 evicted: pushed out by the grant: the cap is 3
2026-04-14 -1 = 3 evicted: pushed out by the grant: the cap is 3
2026-05-14 +2 = 5 granted: monthly grant of Premium Career
2026-05-14 -1 = 4 evicted: pushed out by the grant: the cap is 3
2026-05-14 -1 = 3 evicted: pushed out by the grant: the cap is 3
2026-06-01 -1 = 2 forfeited: seat cancelled
2026-06-01 -2 = 0 forfeited: seat cancelled`)
}

func TestExpiryAndReopeningWords(t *testing.T) {
	s := openedWith("2026-01-10", credit.Fact{Plan: "free", Overrides: credit.Overrides{ExpiryDays: ptr(30)}, OpeningBalance: ptr(2)}).
		reconcile("2026-02-10", 1).
		add("2026-02-11", credit.Fact{Kind: credit.Opened, Plan: "career"})
	wantText(t, "statement", statementOf(s.on("2026-02-11")), `
2026-01-10 +2 = 2 opening: opening balance, as LinkedIn showed it
2026-02-09 -2 = 0 expired: unused for 30 days
2026-02-10 +1 = 1 adjusted_in: LinkedIn showed 1, the ledger 0
2026-02-11 -1 = 0 forfeited: seat opened anew
2026-02-11 +5 = 5 granted: activation grant of Premium Career`)
}

// TestEntryNamesItsCause checks where each line of the statement points.
func TestEntryNamesItsCause(t *testing.T) {
	grant := credit.Origin{Kind: credit.LotGrant, Born: on2day("2026-01-01"), Expires: on2day("2026-04-01")}
	refund := credit.Origin{Kind: credit.LotRefund, Born: on2day("2026-01-06"), Expires: on2day("2026-04-06")}
	want := []credit.Entry{
		{Day: on2day("2026-01-01"), Kind: credit.EntryGranted, Amount: 5, Balance: 5, Reason: "activation grant of Premium Career", Event: "e1", Lot: grant},
		{Day: on2day("2026-01-05"), Kind: credit.EntryDebited, Amount: -1, Balance: 4, Reason: "InMail sent", Event: "e2", InMail: "im1", Contact: "c1", Lot: grant},
		{Day: on2day("2026-01-06"), Kind: credit.EntryRefunded, Amount: 1, Balance: 5, Reason: "answered (replied) on day 1 of 90", Event: "e3", InMail: "im1", Contact: "c1", Lot: refund},
	}
	got := opened("career", "2026-01-01").send("2026-01-05", 1).answer("2026-01-06", 1, "replied").on("2026-01-06").Entries
	if len(got) != len(want) {
		t.Fatalf("%d entries, want %d", len(got), len(want))
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("entry %d\n got %+v\nwant %+v", i+1, got[i], want[i])
		}
	}
}

// TestJSONShape pins the names that scripts rely on.
func TestJSONShape(t *testing.T) {
	l := opened("recruiter-corporate", "2026-01-01").send("2026-01-05", 1).on("2026-01-05")
	grant, _ := l.NextGrant()
	for _, c := range []struct {
		what string
		is   any
		want string
	}{
		{"lot", l.Lots[0], `{"kind":"grant","born_on":"2026-01-01","expires_on":null,"left":149}`},
		{"next grant", grant, `{"on":"2026-02-01","amount":150,"evicts":0}`},
		{"expiry", credit.Expiry{On: day.New(2026, 5, 2), Amount: 40}, `{"on":"2026-05-02","amount":40}`},
		{"totals", l.Totals, `{"opening":0,"granted":150,"refunded":0,"adjusted_in":0,"overdrawn":0,"debited":1,"expired":0,"evicted":0,"forfeited":0,"adjusted_out":0,"refund_forfeited":0}`},
		{"entry", l.Entries[1], `{"day":"2026-01-05","kind":"debited","amount":-1,"balance":149,"reason":"InMail sent","event":"e2","inmail":"im1","contact":"c1","lot":{"kind":"grant","born_on":"2026-01-01","expires_on":null}}`},
	} {
		text, err := json.Marshal(c.is)
		if err != nil {
			t.Fatal(err)
		}
		wantText(t, c.what, string(text), c.want)
	}
}
