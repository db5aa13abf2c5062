package credit_test

import (
	"fmt"
	"strings"
	"testing"

	"cordial/model/credit"
	"cordial/model/day"

	"pgregory.net/rapid"
)

// plainly says people and days as a reader of these tests likes them.
func plainly() credit.Tongue {
	return credit.Tongue{
		Day:    func(d day.Day) string { return d.String()[5:] },
		Person: func(contact string) string { return strings.ToUpper(contact) },
	}
}

// TestTale opens lines of a statement.
func TestTale(t *testing.T) {
	busy := opened("career", "2026-01-10").send("2026-01-11", 3).answer("2026-01-12", 1, "accepted").bounce("2026-01-13", 2)
	noReply := openedWith("2026-01-10", credit.Fact{Plan: "career", Overrides: credit.Overrides{RefundRule: ptr(credit.RefundOnNoReply)}}).
		send("2026-01-11", 2).answer("2026-01-12", 2, "replied")
	six := opened("business", "2026-01-10").send("2026-01-11", 7)
	ended := openedWith("2026-01-10", credit.Fact{Plan: "career", OpeningBalance: ptr(4)}).send("2026-01-11", 1).
		reconcile("2026-01-12", 6).reconcile("2026-01-13", 5).change("2026-01-14", "free").answer("2026-01-15", 1, "replied").send("2026-01-15", 1)
	for _, c := range []struct {
		name  string
		story *story
		on    string
		line  int
		want  string
	}{
		{"a grant", busy, "2026-01-20", 0, `
On 01-10 5 credits came: activation grant of Premium Career.
Of 5 credits granted on 01-10 (expires 04-10): 3 sent and 2 left.
Spent on InMails to C1, C2 and C3.`},
		{"a grant, later", busy, "2026-04-10", 0, `
On 01-10 5 credits came: activation grant of Premium Career.
Of 5 credits granted on 01-10 (expires 04-10): 3 sent and 2 expired.
Spent on InMails to C1, C2 and C3.`},
		{"an answered InMail", busy, "2026-01-20", 1, `
On 01-11 1 credit paid for an InMail to C1: InMail sent.
It was granted on 01-10 (expires 04-10).
It was answered (accepted) on 01-12; its credit came back on 01-12.`},
		{"an undelivered one", busy, "2026-01-20", 2, `
On 01-11 1 credit paid for an InMail to C2: InMail sent.
It was granted on 01-10 (expires 04-10).
It could not be delivered; its credit came back on 01-13.`},
		{"an open one", busy, "2026-01-20", 3, `
On 01-11 1 credit paid for an InMail to C3: InMail sent.
It was granted on 01-10 (expires 04-10).
It is open, on day 9 of 90: an answer by 04-11 brings the credit back.`},
		{"a lapsed one", busy, "2026-05-20", 3, `
On 01-11 1 credit paid for an InMail to C3: InMail sent.
It was granted on 01-10 (expires 04-10).
It was not answered by 04-11; its credit does not come back.`},
		{"a refund", busy, "2026-01-20", 4, `
On 01-12 1 credit came back for the InMail of 01-11 to C1: answered (accepted) on day 1 of 90.
Of 1 credit refunded on 01-12 (expires 04-12): 1 left.`},
		{"an expiry", busy, "2026-04-10", 8, `
On 04-10 2 credits expired: unused for 90 days.
Of 5 credits granted on 01-10 (expires 04-10): 3 sent and 2 expired.
Spent on InMails to C1, C2 and C3.`},
		{"an eviction", busy, "2026-04-10", 10, `
On 04-10 1 credit went to make room: pushed out by the grant: the cap is 15.
Of 1 credit refunded on 01-12 (expires 04-12): 1 pushed out.`},
		{"more people than one likes to read", six, "2026-01-20", 0, `
On 01-10 15 credits came: activation grant of Premium Business.
Of 15 credits granted on 01-10 (expires 04-10): 7 sent and 8 left.
Spent on InMails to C1, C2, C3, C4, C5 and 2 more.`},
		{"silence pays", noReply, "2026-01-20", 1, `
On 01-11 1 credit paid for an InMail to C1: InMail sent.
It was granted on 01-10 (expires 04-10).
It is open, on day 9 of 90: without an answer by 04-11 the credit comes back.`},
		{"an answer does not", noReply, "2026-01-20", 2, `
On 01-11 1 credit paid for an InMail to C2: InMail sent.
It was granted on 01-10 (expires 04-10).
It was answered (replied) on 01-12; its credit does not come back.`},
		{"an opening balance", ended, "2026-01-15", 0, `
On 01-10 4 credits came: opening balance, as LinkedIn showed it.
Of 4 credits there at the opening on 01-10 (expires 04-10): 1 sent, 2 forfeited with a plan and 1 taken out by a reconcile.
Spent on InMails to C1.`},
		{"a reconcile upwards", ended, "2026-01-15", 2, `
On 01-12 3 credits came: LinkedIn showed 6, the ledger 3.
Of 3 credits added by a reconcile on 01-12 (expires 04-12): 3 forfeited with a plan.`},
		{"a reconcile downwards", ended, "2026-01-15", 3, `
On 01-13 1 credit went: LinkedIn showed 5, the ledger 6.
Of 4 credits there at the opening on 01-10 (expires 04-10): 1 sent, 2 forfeited with a plan and 1 taken out by a reconcile.
Spent on InMails to C1.`},
		{"a forfeit", ended, "2026-01-15", 5, `
On 01-14 3 credits went: plan changed.
Of 3 credits added by a reconcile on 01-12 (expires 04-12): 3 forfeited with a plan.`},
		{"a refund that did not come", ended, "2026-01-15", 6, `
On 01-15 no credit came back for the InMail of 01-11 to C1: answered (replied) on day 4 of 90, but the plan it was sent under had ended.`},
		{"the InMail it was for", ended, "2026-01-15", 1, `
On 01-11 1 credit paid for an InMail to C1: InMail sent.
It was there at the opening on 01-10 (expires 04-10).
It was answered (replied) on 01-15; its credit was due on 01-15 and did not come.`},
		{"overdrawn", ended, "2026-01-15", 7, `
On 01-15 1 credit came for the InMail to C2: sent with no credit left.
Of 1 credit overdrawn on 01-15: 1 sent.
Spent on InMails to C2.`},
	} {
		t.Run(c.name, func(t *testing.T) {
			wantText(t, "tale", strings.Join(c.story.on(c.on).Tale(c.line).Sentences(plainly()), "\n"), c.want)
		})
	}
}

// TestEveryLineHasATale opens every line of any statement.
func TestEveryLineHasATale(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := anyHistory().Draw(t, "history")
		l := credit.Fold(h, anyDayOf(t, h))
		for i, e := range l.Entries {
			tale := l.Tale(i)
			said := strings.Join(tale.Sentences(credit.Tongue{}), " ")
			switch {
			case tale.Entry != e || tale.On != l.On:
				t.Fatalf("line %d: %+v is not %+v", i, tale.Entry, e)
			case e.Amount != 0 && tale.Life.Origin != e.Lot, e.Amount != 0 && tale.Life.Born == 0:
				t.Fatalf("line %d: %+v has the life %+v", i, e, tale.Life)
			case e.InMail != "" && (tale.InMail == nil || tale.InMail.ID != e.InMail):
				t.Fatalf("line %d: %+v is about %+v", i, e, tale.InMail)
			case tale.Life.Counts.Debited != len(tale.Spent):
				t.Fatalf("line %d: %d debited, spent on %v", i, tale.Life.Counts.Debited, tale.Spent)
			case !strings.Contains(said, e.Day.String()) || !strings.Contains(said, e.Reason):
				t.Fatalf("line %d: %q does not say when and why", i, said)
			case strings.Contains(said, fmt.Sprint(day.Never)):
				t.Fatalf("line %d: %q", i, said)
			}
		}
	})
}
