package credit_test

import (
	"testing"

	"cordial/model/credit"
	"cordial/model/day"

	"pgregory.net/rapid"
)

// TestInMailStates follows what an InMail's owner sees of it, day by day.
func TestInMailStates(t *testing.T) {
	sn := func() *story { return opened("salesnav-core", "2026-01-01").send("2026-01-05", 1) }
	noReply := openedWith("2026-01-01", credit.Fact{Plan: "career", Overrides: credit.Overrides{RefundRule: ptr(credit.RefundOnNoReply)}})
	for _, c := range []struct {
		name   string
		story  *story
		on     string
		state  credit.InMailState
		refund credit.RefundState
	}{
		{"just sent", sn(), "2026-01-05", credit.InMailOpen, credit.RefundPossible},
		{"on the window's last day", sn(), "2026-04-05", credit.InMailOpen, credit.RefundPossible},
		{"on the day after", sn(), "2026-04-06", credit.InMailLapsed, credit.RefundNone},
		{"answered", sn().answer("2026-01-09", 1, "replied"), "2026-01-09", credit.InMailAnswered, credit.RefundGiven},
		{"answered tomorrow", sn().answer("2026-01-09", 1, "replied"), "2026-01-08", credit.InMailOpen, credit.RefundPossible},
		{"answered late", sn().answer("2026-04-06", 1, "replied"), "2026-04-06", credit.InMailAnswered, credit.RefundNone},
		{"answered at a full pool", sn().answer("2026-04-02", 1, "replied"), "2026-04-02", credit.InMailAnswered, credit.RefundForfeited},
		{"undelivered", sn().bounce("2026-01-05", 1), "2026-01-05", credit.InMailUndelivered, credit.RefundGiven},
		{"the plan ended", sn().change("2026-01-10", "career"), "2026-01-10", credit.InMailOpen, credit.RefundNone},
		{"answered after that", sn().change("2026-01-10", "career").answer("2026-01-11", 1, "replied"), "2026-01-11", credit.InMailAnswered, credit.RefundForfeited},
		{"free", opened("career", "2026-01-01").sendFree("2026-01-05", 1), "2026-01-06", credit.InMailOpen, credit.RefundNone},
		{"free and answered", opened("career", "2026-01-01").sendFree("2026-01-05", 1).answer("2026-01-06", 1, "replied"), "2026-01-06", credit.InMailAnswered, credit.RefundNone},
		{"no reply, given back", noReply.send("2026-01-05", 1).reconcile("2026-04-02", 3), "2026-04-06", credit.InMailLapsed, credit.RefundGiven},
	} {
		t.Run(c.name, func(t *testing.T) {
			m, known := c.story.on(c.on).InMail("im1")
			if !known || m.State != c.state || m.Refund != c.refund {
				t.Errorf("%s: %s, refund %s; want %s, %s", c.on, m.State, m.Refund, c.state, c.refund)
			}
			if m.RefundUntil != on2day("2026-04-05") {
				t.Errorf("refund until %s, want 2026-04-05", m.RefundUntil)
			}
		})
	}
}

func TestInMailDetails(t *testing.T) {
	l := opened("career", "2026-01-01").
		add("2026-01-05", credit.Fact{Kind: credit.Sent, InMail: "a", Contact: "ada", Cost: 1, Subject: "Hello"}).
		add("2026-01-05", credit.Fact{Kind: credit.Sent, InMail: "b", Contact: "bo", FreeReason: "open-profile"}).
		add("2026-01-08", credit.Fact{Kind: credit.Answered, InMail: "a", Answer: "accepted"}).
		add("2026-01-09", credit.Fact{Kind: credit.Answered, InMail: "a", Answer: "declined"}).on("2026-01-10")
	a, _ := l.InMail("a")
	if a.Contact != "ada" || a.Subject != "Hello" || a.Event != "e2" || a.Cost != 1 || a.Overdrawn {
		t.Errorf("a is %+v", a)
	}
	if a.Answer != "accepted" || a.AnsweredOn != on2day("2026-01-08") || a.RefundedOn != on2day("2026-01-08") {
		t.Errorf("the first answer to a is %s on %s, refunded on %s", a.Answer, a.AnsweredOn, a.RefundedOn)
	}
	if want := (credit.Origin{Kind: credit.LotGrant, Born: on2day("2026-01-01"), Expires: on2day("2026-04-01")}); a.Paid != want {
		t.Errorf("a was paid from %+v, want %+v", a.Paid, want)
	}
	b, _ := l.InMail("b")
	if b.FreeReason != "open-profile" || b.Cost != 0 || b.Paid != (credit.Origin{}) || b.AnsweredOn != day.Never || b.RefundedOn != day.Never {
		t.Errorf("b is %+v", b)
	}
	if n := b.DayN(l.On); n != 5 {
		t.Errorf("b is on day %d, want 5", n)
	}
	if _, known := l.InMail("c"); known {
		t.Error("c was never sent, yet it is found")
	}
}

func TestOpenInMails(t *testing.T) {
	s := opened("salesnav-core", "2026-01-01").
		send("2026-01-05", 4).sendFree("2026-01-06", 1).
		answer("2026-01-07", 2, "replied").bounce("2026-01-07", 3).
		send("2026-02-01", 1)
	for on, want := range map[string][]string{
		"2026-01-04": nil,
		"2026-01-06": {"im1", "im2", "im3", "im4"},
		"2026-01-07": {"im1", "im4"},
		"2026-04-05": {"im1", "im4", "im6"},
		"2026-04-06": {"im6"},
		"2026-05-03": nil,
	} {
		open := s.on(on).OpenInMails()
		if len(open) != len(want) {
			t.Errorf("%s: %d open, want %v", on, len(open), want)
			continue
		}
		for i, m := range open {
			if m.ID != want[i] {
				t.Errorf("%s: %s is open, want %s", on, m.ID, want[i])
			}
		}
	}
}

// TestInMailsAndStatementAgree finds every InMail's debit and refund in the statement, once.
func TestInMailsAndStatementAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := anyHistory().Draw(t, "history")
		l := credit.Fold(h, anyDayOf(t, h))
		lines := map[string]map[credit.EntryKind]int{}
		for _, e := range l.Entries {
			if e.InMail != "" {
				if lines[e.InMail] == nil {
					lines[e.InMail] = map[credit.EntryKind]int{}
				}
				lines[e.InMail][e.Kind]++
			}
		}
		for _, m := range l.InMails {
			got := lines[m.ID]
			want := map[credit.EntryKind]bool{
				credit.EntryDebited: m.Cost > 0, credit.EntryOverdrawn: m.Overdrawn,
				credit.EntryRefunded: m.Refund == credit.RefundGiven, credit.EntryRefundForfeited: m.Refund == credit.RefundForfeited,
			}
			for kind, there := range want {
				if got[kind] > 1 || (got[kind] == 1) != there {
					t.Fatalf("%+v has %d lines of kind %s", m, got[kind], kind)
				}
			}
			if found, _ := l.InMail(m.ID); found != m {
				t.Fatalf("InMail(%s) finds %+v, want %+v", m.ID, found, m)
			}
		}
	})
}

// TestMergedLots: what a reconcile found stands between two refunds of one day, in order of birth; equal
// lots are shown as one.
func TestMergedLots(t *testing.T) {
	l := opened("career", "2026-01-01").send("2026-01-05", 3).
		answer("2026-01-06", 1, "replied").reconcile("2026-01-06", 5).answer("2026-01-06", 2, "replied").on("2026-01-06")
	if len(l.Lots) != 4 {
		t.Errorf("%d lots, want 4: %v", len(l.Lots), l.Lots)
	}
	wantText(t, "merged", lotsOf(l), "grant 2026-01-01–2026-04-01 ×2\nrefund 2026-01-06–2026-04-06 ×2\nadjustment 2026-01-06–2026-04-06 ×2")
}

// TestSilent checks that the rule an InMail was sent under decides what brings its credit back.
func TestSilent(t *testing.T) {
	noReply := credit.RefundOnNoReply
	l := openedWith("2026-01-01", credit.Fact{Plan: "career"}).send("2026-01-05", 1).
		policy("2026-01-10", credit.Overrides{RefundRule: &noReply}).send("2026-01-12", 1).answer("2026-01-14", 2, "replied").
		send("2026-01-15", 1).on("2026-01-20")
	for i, want := range []bool{false, true, true} {
		m := l.InMails[i]
		if got := l.Silent(m.ID); got != want {
			t.Errorf("the InMail of %v: silent %v, want %v", m.SentOn, got, want)
		}
	}
	if l.Silent("unknown") {
		t.Error("an InMail that is not there brings something back")
	}
}
