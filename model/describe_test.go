package model

import (
	"strings"
	"testing"
	"time"

	"cordial/model/channel"
	"cordial/model/credit"
	"cordial/model/quota"
	"cordial/model/role"
)

// everyDecision is one of each kind, with the words for it.
func everyDecision() []struct {
	d    Decision
	says string
} {
	text := TemplateText{Name: "intro", Channel: channel.InMail, Body: "Hello"}
	ada := Subjects{People: []string{"ada"}}
	return []struct {
		d    Decision
		says string
	}{
		{ContactAdded{Contact: "bo", Name: "Bo\x1b Two"}, "added Bo\ufffd Two"},
		{SeatOpened{Seat: "main", Name: "Main", Plan: "career"}, "opened the seat Main on Premium Career"},
		{SeatPlanChanged{Seat: "main", Plan: "business"}, "moved the seat Main to Premium Business"},
		{SeatPolicyChanged{Seat: "main", Policy: credit.Overrides{Cap: ptr(20), ExpiryDays: ptr(0)}}, "changed the policy of the seat Main: cap on credits 20, days a credit lives never"},
		{SeatPolicyChanged{Seat: "main"}, "changed the policy of the seat Main: all as the plan has it"},
		{SeatPriced{Seat: "main", Price: "119.9", Currency: "EUR"}, "priced the seat Main at 119.90 EUR a month"},
		{SeatPriced{Seat: "main", Price: "0", Currency: "EUR"}, "took the price off the seat Main"},
		{SeatActivated{Seat: "main"}, "made Main the active seat"},
		{SeatReconciled{Seat: "main", Balance: 3}, "reconciled the seat Main to 3"},
		{InMailSent{InMail: "im1", Contact: "ada", Seat: "main", Cost: 1}, "booked the InMail to Ada Lovelace"},
		{InMailAnswered{InMail: "im1", Answer: AnswerReplied}, "booked the answer of Ada Lovelace to the InMail: replied"},
		{InMailUndelivered{InMail: "im1"}, "booked the InMail to Ada Lovelace as not delivered"},
		{SeatCancelled{Seat: "main"}, "cancelled the seat Main"},
		{InvitationRecorded{State: InviteSent, Contact: "ada"}, "booked the invitation to Ada Lovelace"},
		{InvitationRecorded{State: InviteAccepted, Contact: "ada"}, "booked the invitation of Ada Lovelace as accepted"},
		{InvitationRecorded{State: InviteDeclined, Contact: "ada"}, "booked the invitation of Ada Lovelace as declined"},
		{InvitationRecorded{State: InviteWithdrawn, Contact: "ada"}, "booked the invitation to Ada Lovelace as withdrawn"},
		{InvitationRecorded{State: InviteReceived, Contact: "ada"}, "booked the invitation from Ada Lovelace"},
		{MessageRecorded{Contact: "ada", Direction: MessageSent}, "recorded the message to Ada Lovelace"},
		{MessageRecorded{Contact: "ada", Direction: MessageReceived}, "recorded the message from Ada Lovelace"},
		{ContactEdited{Contact: "ada", Company: ptr("Analytical"), Email: ptr(""), Degree: ptr(2), OpenProfile: ptr(true)}, "edited Ada Lovelace: company Analytical, no email, 2nd, Open Profile"},
		{ContactEdited{Contact: "ada", OpenProfile: ptr(false)}, "edited Ada Lovelace: no Open Profile"},
		{ContactEdited{Contact: "ada", Role: ptr(role.IsRecruiter)}, "edited Ada Lovelace: recruiter"},
		{ContactEdited{Contact: "ada", Role: ptr(role.Role(""))}, "edited Ada Lovelace: role by headline"},
		{ContactMerged{Contact: "eve", Into: "ada"}, "merged Ada Lovelace (eve) into Ada Lovelace (ada)"},
		{ContactApart{Contact: "ada", Other: "bo"}, "kept Ada Lovelace and Bo\ufffd Two apart"},
		{ContactRemoved{Contact: "bo"}, "removed Bo\ufffd Two"},
		{ContactUnedited{Contact: "ada", Fields: []string{"company", "open_profile"}}, "took company, open profile of Ada Lovelace from LinkedIn again"},
		{ThreadMarked{MarkArchived, ada}, "archived Ada Lovelace"},
		{ThreadMarked{MarkUnarchived, ada}, "put Ada Lovelace back into the inbox"},
		{ThreadMarked{MarkStarred, ada}, "starred Ada Lovelace"},
		{ThreadMarked{MarkUnstarred, ada}, "took the star off Ada Lovelace"},
		{ThreadMarked{MarkRead, ada}, "marked Ada Lovelace read"},
		{ThreadMarked{MarkUnread, ada}, "marked Ada Lovelace unread"},
		{ThreadMarked{MarkMuted, ada}, "muted Ada Lovelace"},
		{ThreadMarked{MarkUnmuted, ada}, "unmuted Ada Lovelace"},
		{LabelCreated{"Oslo"}, "created the label Oslo"},
		{LabelApplied{"OSLO", ada}, "put Oslo on Ada Lovelace"},
		{LabelRemoved{"oslo", ada}, "took Oslo off Ada Lovelace"},
		{ReminderSet{Due: at("03-09 09:00"), Subjects: ada}, "put Ada Lovelace away until 2026-03-09 09:00"},
		{ReminderSet{Due: at("03-09 09:00"), IfNoReply: true, Subjects: ada}, "put Ada Lovelace away until 2026-03-09 09:00, if no reply comes"},
		{ReminderDone{ada}, "ticked off the reminder of Ada Lovelace"},
		{NoteAdded{"tea", ada}, "noted about Ada Lovelace"},
		{ExportImported{Archive: "x", Name: "all.zip", Newest: at("01-02 12:00"), Messages: 1}, "imported all.zip: 1 new message"},
		{ProposalDeclined{Proposal: "inmail-1", About: "the InMail to Ada of 2026-02-10"}, "declined the proposal: the InMail to Ada of 2026-02-10"},
		{TemplateAdded{"t1", text}, "added the template intro"},
		{TemplateEdited{"t1", TemplateText{Name: "hello", Channel: channel.InMail, Body: "Hi"}}, "edited the template hello"},
		{TemplateRemoved{"t1"}, "removed the template hello"},
		{QuotaSet{Quota: quota.NotesMonth, Limit: ptr(3)}, "set the quota notes-month to 3"},
		{QuotaSet{Quota: quota.NotesMonth, Off: true}, "switched the quota notes-month off"},
		{QuotaSet{Quota: quota.NotesMonth}, "set the quota notes-month to its default"},
		{LimitHit{quota.InvitationsWeek}, "noted that LinkedIn's limit of invitations is reached"},
	}
}

// Every kind of decision has words of its own, and so has taking it back.
func TestEveryDecisionIsDescribed(t *testing.T) {
	j := newJournal(t)
	j.add("01-01 12:00", ContactAdded{Contact: "ada", Name: "Ada Lovelace"})
	j.add("01-01 12:00", ContactAdded{Contact: "eve", Name: "Ada Lovelace"})
	described := map[string]bool{EventReverted{}.Kind(): true}
	for _, c := range everyDecision() {
		id := j.add("02-01 12:00", c.d)
		described[c.d.Kind()] = true
		if got := j.Describe(c.d, Names{}); got != c.says {
			t.Errorf("%s: %q, want %q", c.d.Kind(), got, c.says)
		}
		if got := j.Describe(EventReverted{Event: id}, Names{}); got != "took back: "+c.says {
			t.Errorf("taking back a %s: %q", c.d.Kind(), got)
		}
	}
	for _, k := range Kinds() {
		if !described[k.Name] {
			t.Errorf("%s is not among the decisions tried", k.Name)
		}
	}
	taken := j.add("02-02 12:00", EventReverted{Event: "e3"})
	if got := j.Describe(EventReverted{Event: taken}, Names{}); got != "did again: added Bo\ufffd Two" {
		t.Error(got)
	}
	if got := j.Describe(EventReverted{Event: "gone"}, Names{}); got != "took back gone" {
		t.Error(got)
	}
}

// The reader's own names go before the Book's, and few are named one by one.
func TestDescribeSpeaksAsTheReaderDoes(t *testing.T) {
	j := newJournal(t)
	names := Names{
		Person: func(id string) string { return "<" + id + ">" },
		Thread: func(k Key) string { return "#" + k.ThreadID() },
		Time:   func(t time.Time) string { return t.Format("Jan 2") },
		Few:    3,
	}
	threads := []string{"t00000000000000aa", "t00000000000000ab"}
	for _, c := range []struct {
		d    Decision
		n    Names
		says string
	}{
		{ThreadMarked{MarkStarred, Subjects{Threads: threads, People: []string{"p"}}}, names, "starred #t00000000000000aa, #t00000000000000ab, <p>"},
		{ThreadMarked{MarkStarred, Subjects{Threads: threads, People: []string{"p", "q"}}}, names, "starred 4 conversations"},
		{ThreadMarked{MarkStarred, Subjects{Threads: threads}}, Names{}, "starred 2 conversations"},
		{ThreadMarked{MarkStarred, Subjects{Threads: threads[:1]}}, Names{}, "starred t00000000000000aa"},
		{ThreadMarked{MarkStarred, Subjects{Threads: threads}}, Names{Few: 2, Thread: func(Key) string { return "Ada" }}, "starred Ada"},
		{ReminderSet{Due: at("03-09 09:00"), Subjects: Subjects{People: []string{"p"}}}, names, "put <p> away until Mar 9"},
		{InMailSent{Contact: "nobody", Seat: "gone"}, Names{}, "booked the InMail to nobody"},
		{SeatCancelled{"gone\n"}, Names{}, "cancelled the seat gone"},
		{TemplateRemoved{"gone"}, Names{}, "removed the template gone"},
	} {
		if got := j.Describe(c.d, c.n); got != c.says {
			t.Errorf("%q, want %q", got, c.says)
		}
	}
	j.add("01-01 12:00", SeatOpened{Seat: "one", Name: "One", Plan: "career"})
	j.add("01-01 12:00", SeatOpened{Seat: "two", Name: "Two", Plan: "career"})
	if got := j.Describe(InMailSent{Contact: "p", Seat: "two"}, names); got != "booked the InMail to <p> from Two" {
		t.Error(got)
	}
	if strings.Contains(j.Describe(SeatOpened{Seat: "x", Plan: "gold\x07"}, names), "\x07") {
		t.Error("a plan from elsewhere is not cleaned")
	}
}

func TestWhatIf(t *testing.T) {
	j := opened(t) // 50 a month since 1 January
	now := at("02-10 12:00")
	drafts, err := j.ChangePlan(SeatPlanChanged{Seat: "main", Plan: "career"}, now, now)
	if err != nil {
		t.Fatal(err)
	}
	before := j.Len()
	w, ok := j.WhatIf("main", drafts, now)
	if !ok || w.Before.Balance != 100 || w.After.Balance != 5 || w.Moves.Forfeited != 100 || w.Moves.Granted != 5 {
		t.Errorf("%+v", w.Moves)
	}
	if j.Len() != before || j.balance("02-10 12:00") != 100 {
		t.Error("something was recorded")
	}
	if w, _ = j.WhatIf("main", nil, now); w.Before.Balance != w.After.Balance || len(w.New)+len(w.Gone) > 0 {
		t.Errorf("nothing changes %+v", w)
	}
	if _, ok = j.WhatIf("gone", drafts, now); ok {
		t.Error("a seat that is not there")
	}
	j.take(drafts, nil)
	if j.balance("02-10 12:00") != 5 {
		t.Error("it came otherwise")
	}
}
