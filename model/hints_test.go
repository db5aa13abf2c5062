package model

import (
	"fmt"
	"strings"
	"testing"
)

// sends has a seat send InMails i1, i2 … to people p1, p2 … at noon of a day.
func (j *journal) sends(seat string, n int, when string) {
	for range n {
		id := j.Len()
		j.add(when+" 12:00", ContactAdded{Contact: fmt.Sprintf("p%d", id), Name: fmt.Sprintf("P%d", id)})
		j.add(when+" 12:00", InMailSent{InMail: fmt.Sprintf("i%d", id), Contact: fmt.Sprintf("p%d", id), Seat: seat, Cost: 1})
	}
}

func TestReconcileHints(t *testing.T) {
	career := func(t *testing.T) *journal { // 5 a month on the 10th, at most 15
		j := newJournal(t)
		j.add("01-10 12:00", SeatOpened{Seat: "main", Name: "Main", Plan: "career"})
		return j
	}
	for _, c := range []struct {
		name     string
		plan     func(*journal)
		now      string
		shown    int
		answered []string
		want     []string // kind: beginning of the text
	}{
		{name: "no difference", now: "01-20", shown: 5},
		{name: "nothing explains it", now: "01-20", shown: 6},
		{name: "fewer, and nothing explains it", now: "01-20", shown: 2},
		{
			name: "two of three look answered", plan: func(j *journal) { j.sends("main", 3, "01-15") }, now: "01-20", shown: 4, answered: []string{"i1", "i5", "other"},
			want: []string{"answered: 2 of the 3 open InMails look answered in the imported messages (P1, P5): an answer"},
		},
		{
			name: "one of two", plan: func(j *journal) { j.sends("main", 2, "01-15") }, now: "01-20", shown: 4, answered: []string{"i3"},
			want: []string{"answered: 1 of the 2 open InMails looks answered in the imported messages (P3)"},
		},
		{
			name: "the only one", plan: func(j *journal) { j.sends("main", 1, "01-15") }, now: "01-20", shown: 5, answered: []string{"i1"},
			want: []string{"answered: the open InMail looks answered in the imported messages (P1)"},
		},
		{
			name: "five of five are not all named", plan: func(j *journal) { j.sends("main", 5, "01-15") }, now: "01-20", shown: 5, answered: []string{"i1", "i3", "i5", "i7", "i9"},
			want: []string{"answered: 5 of the 5 open InMails look answered in the imported messages (P1, P3, P5 and 2 more)"},
		},
		{name: "answers explain no missing credit", plan: func(j *journal) { j.sends("main", 2, "01-15") }, now: "01-20", shown: 1, answered: []string{"i1"}},
		{
			name: "an answered one is not open", plan: func(j *journal) {
				j.sends("main", 1, "01-15")
				j.add("01-16 12:00", InMailAnswered{InMail: "i1", Answer: AnswerReplied})
			}, now: "01-20", shown: 6, answered: []string{"i1"},
		},
		{name: "a grant is due tomorrow", now: "02-09", shown: 10, want: []string{"grant: a grant of 5 is due tomorrow (2026-02-10): LinkedIn may have given it already"}},
		{name: "in two days", now: "02-08", shown: 10, want: []string{"grant: a grant of 5 is due in 2 days (2026-02-10)"}},
		{name: "in three days", now: "02-07", shown: 10},
		{name: "a grant was due yesterday", now: "02-11", shown: 5, want: []string{"grant: a grant of 5 was due yesterday (2026-02-10): LinkedIn may give it later"}},
		{name: "today", now: "02-10", shown: 5, want: []string{"grant: a grant of 5 was due today"}},
		{name: "two days ago", now: "02-12", shown: 5, want: []string{"grant: a grant of 5 was due 2 days ago"}},
		{name: "three days ago", now: "02-13", shown: 5},
		{name: "an activation grant does not come late", now: "01-11", shown: 0},
		{
			name: "sent without credit", plan: func(j *journal) { j.sends("main", 7, "01-15") }, now: "01-20", shown: 3,
			want: []string{"overdrawn: 2 InMails were sent when the ledger had no credit left (P11, P13)"},
		},
		{
			name: "one of them", plan: func(j *journal) { j.sends("main", 6, "01-15") }, now: "01-20", shown: 3,
			want: []string{"overdrawn: 1 InMail was sent when"},
		},
		{
			name: "reconciled since", plan: func(j *journal) {
				j.sends("main", 6, "01-15")
				j.add("01-16 12:00", SeatReconciled{Seat: "main", Balance: 2})
			}, now: "01-20", shown: 3,
		},
		{name: "more than the plan keeps", now: "01-20", shown: 16, want: []string{"plan: Premium Career keeps at most 15 credits"}},
		{
			name: "a plan without credits", plan: func(j *journal) { j.add("01-15 12:00", SeatPlanChanged{Seat: "main", Plan: "free"}) }, now: "01-20", shown: 3,
			want: []string{"plan: Free grants no credits"},
		},
		{
			name: "no plan", plan: func(j *journal) { j.add("01-15 12:00", SeatCancelled{Seat: "main"}) }, now: "01-20", shown: 3,
			want: []string{"plan: the seat has no plan"},
		},
		{
			name: "several at once, the likeliest first", plan: func(j *journal) { j.sends("main", 6, "02-01") }, now: "02-09", shown: 20, answered: []string{"i1"},
			want: []string{"answered: 1 of the 6", "grant: a grant of 5 is due tomorrow", "overdrawn: 1 InMail", "plan: Premium Career"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			j := career(t)
			if c.plan != nil {
				c.plan(j)
			}
			hints := j.ReconcileHints("main", c.shown, c.answered, at(c.now+" 18:00"))
			if len(hints) != len(c.want) {
				t.Fatalf("%+v, want %q", hints, c.want)
			}
			for i, h := range hints {
				if got := string(h.Kind) + ": " + h.Text; !strings.HasPrefix(got, c.want[i]) || strings.HasSuffix(h.Text, ".") {
					t.Errorf("%q, want %q", got, c.want[i])
				}
				if (h.Kind == HintAnswered || h.Kind == HintOverdrawn) != (len(h.InMails) > 0) {
					t.Errorf("%s is about %v", h.Kind, h.InMails)
				}
			}
		})
	}
	if hints := career(t).ReconcileHints("nobody", 3, nil, at("01-20 12:00")); hints != nil {
		t.Error(hints)
	}
}

// Under the no-reply rule an answer brings nothing back.
func TestNoAnswerHintUnderNoReply(t *testing.T) {
	j := newJournal(t)
	j.add("01-10 12:00", SeatOpened{Seat: "main", Name: "Main", Plan: "career"})
	j.take(j.SetPolicy("main", mustSet(t, "refund_rule", "no-reply"), at("01-10 12:00"), at("01-10 12:00")))
	j.sends("main", 1, "01-15")
	if hints := j.ReconcileHints("main", 5, []string{"i2"}, at("01-20 12:00")); len(hints) > 0 {
		t.Error(hints)
	}
}
