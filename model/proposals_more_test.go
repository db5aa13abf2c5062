package model

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"cordial/model/day"
)

// connectedOn makes somebody a connection.
func connectedOn(id string, on day.Day) Person {
	return Person{ID: id, Connected: true, ConnectedOn: on, Degree: 1}
}

// An invitation that was recorded as sent, and whose receiver is a connection by now, was
// accepted on the day that the export names.
func TestProposedAcceptance(t *testing.T) {
	j := opened(t)
	s := &scene{}
	s.know(connectedOn("ada", day.New(2026, 3, 3)))
	j.none(s, "04-01 12:00", "nobody was invited")
	j.add("03-01 09:00", InvitationRecorded{State: InviteSent, Contact: "ada"})
	p := j.one(s, "04-01 12:00")
	if p.Kind != ProposeAccepted || !p.At.Equal(at("03-03 12:00")) || p.Sure != Sure || !strings.Contains(p.Why, "3 Mar") {
		t.Errorf("%+v", p)
	}
	if _, err := j.AcceptWithdrawn(at("04-01 12:00"), p); err == nil {
		t.Error("an acceptance was withdrawn")
	}
	j.take(j.Decline(at("04-01 12:00"), p))
	j.none(s, "04-01 12:00", "declined")
	j.undo("04-01 12:00")
	p = j.one(s, "04-01 12:00")
	j.take(j.Accept(at("04-01 12:00"), p))
	if e := j.Event(j.Len() - 1); e.Decision != (InvitationRecorded{State: InviteAccepted, Contact: "ada"}) || !e.At.Equal(at("03-03 12:00")) {
		t.Errorf("%+v", e)
	}
	j.none(s, "04-01 12:00", "recorded")
}

// An acceptance is dated neither before the sending nor in the future.
func TestNoon(t *testing.T) {
	on := day.New(2026, 3, 3)
	for _, c := range []struct {
		name, from, now, want string
		on                    day.Day
	}{
		{"a day", "03-01 09:00", "04-01 12:00", "03-03 12:00", on},
		{"today", "03-01 09:00", "03-03 08:00", "03-03 08:00", on},
		{"sent in the afternoon", "03-03 15:00", "03-03 16:00", "03-03 15:00", on},
		{"no day", "03-01 09:00", "04-01 12:00", "04-01 12:00", 0},
	} {
		if got := noon(c.on, at(c.from), at(c.now)); !got.Equal(at(c.want)) {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

// invited is an invitation in the evidence.
func (s *scene) invited(p Person, outgoing bool, when, gone string) {
	i := Invitation{Person: PersonRef{p.ID, p.Key, p.Name}, Outgoing: outgoing, At: at(when)}
	if gone != "" {
		i.Gone = at(gone)
	}
	s.invitations = append(s.invitations, i)
}

// An invitation that is no longer listed was declined or withdrawn, says the user.
func TestProposedVanishing(t *testing.T) {
	j := opened(t)
	s := &scene{}
	s.invited(s.know(Person{ID: "here"}), true, "02-01 00:00", "")
	s.invited(s.know(connectedOn("friend", day.New(2026, 2, 9))), true, "02-01 00:00", "03-01 10:00")
	s.invited(s.know(Person{ID: "old"}), true, "01-01 00:00", "12-01 10:00") // expired by itself
	j.none(s, "12-05 12:00", "listed, accepted or expired")
	gone := s.know(Person{ID: "gone"})
	s.invited(gone, true, "02-01 00:00", "03-01 10:00")
	p := j.one(s, "12-05 12:00")
	if p.Kind != ProposeVanished || !p.At.Equal(at("03-01 10:00")) || !p.Outgoing {
		t.Errorf("%+v", p)
	}
	check := func(want InvitationState, drafts []Draft, err error) {
		t.Helper()
		j.seal("12-05 12:00")(drafts, err)
		requests := j.RequestsWith(gone, s.invitations[3:], at("12-05 12:00"))
		if len(requests) != 1 || requests[0].State != want || requests[0].EndedOn != day.New(2026, 3, 1) {
			t.Errorf("%+v", requests)
		}
		j.none(s, "12-05 12:00", "recorded")
		j.undo("12-05 12:00")
	}
	drafts, err := j.Accept(at("12-05 12:00"), p)
	check(InvitationDeclined, drafts, err)
	drafts, err = j.AcceptWithdrawn(at("12-05 12:00"), p)
	check(InvitationWithdrawn, drafts, err)
	j.take(j.Decline(at("12-05 12:00"), p))
	j.none(s, "12-05 12:00", "declined")

	s.invited(s.know(Person{ID: "theirs"}), false, "02-01 00:00", "03-01 10:00")
	p = j.one(s, "12-05 12:00")
	if _, err := j.AcceptWithdrawn(at("12-05 12:00"), p); err == nil || p.Outgoing {
		t.Errorf("theirs: %+v, %v", p, err)
	}
	j.take(j.Accept(at("12-05 12:00"), p))
	j.none(s, "12-05 12:00", "recorded")
}

// A reply clears a reminder "if no reply": yes ends it at the time of the reply, no sets
// it again without the condition.
func TestProposedReminder(t *testing.T) {
	j := opened(t)
	s := &scene{}
	ada := s.know(connectedOn("ada", day.New(2025, 1, 1)))
	s.write(ada, at("02-01 09:00"), false, "")
	thread := Subjects{Threads: []string{s.talks[0].ID}}
	j.add("02-02 12:00", ReminderSet{Due: at("02-20 12:00"), Text: "nudge", IfNoReply: true, Subjects: thread})
	j.none(s, "02-10 12:00", "nobody wrote since")
	s.write(ada, at("02-05 09:00"), false, "")
	s.write(ada, at("02-06 09:00"), false, "")
	p := j.one(s, "02-10 12:00")
	if p.Kind != ProposeReminder || !p.At.Equal(at("02-05 09:00")) || p.Reminder.Text != "nudge" {
		t.Errorf("%+v", p)
	}
	j.take(j.Decline(at("02-10 12:00"), p))
	j.none(s, "02-10 12:00", "remind all the same")
	if r := j.State(s.talks[0].Key, ada.Key).Reminder; r == nil || r.IfNoReply || !r.Due.Equal(at("02-20 12:00")) || r.Text != "nudge" {
		t.Errorf("%+v", r)
	}
	j.undo("02-10 12:00")
	again := j.one(s, "02-10 12:00")
	if again.ID != p.ID {
		t.Error("another proposal after the undo")
	}
	j.take(j.Accept(at("02-10 12:00"), p))
	if r := j.State(s.talks[0].Key, ada.Key).Reminder; r != nil || !j.Event(j.Len()-1).At.Equal(at("02-05 09:00")) {
		t.Errorf("%+v", r)
	}
	j.none(s, "02-10 12:00", "done")
	var refusal *Refusal
	if _, err := j.Accept(at("02-10 12:00"), p); !errors.As(err, &refusal) || !strings.Contains(err.Error(), "settled meanwhile") {
		t.Errorf("twice: %v", err)
	}
}

// A message brings an archived conversation back: yes takes it out of the archive at the
// time of the message, no archives it again. A muted one stays.
func TestProposedReturn(t *testing.T) {
	j := opened(t)
	s := &scene{}
	ada := s.know(Person{ID: "ada"})
	s.write(ada, at("02-01 09:00"), false, "")
	thread := Subjects{Threads: []string{s.talks[0].ID}}
	j.add("02-02 12:00", ThreadMarked{Mark: MarkArchived, Subjects: thread})
	j.none(s, "02-10 12:00", "nobody wrote since")
	s.write(ada, at("02-05 09:00"), false, "")
	p := j.one(s, "02-10 12:00")
	if p.Kind != ProposeBack || !p.At.Equal(at("02-05 09:00")) || len(p.Moments()) != 1 {
		t.Errorf("%+v", p)
	}
	j.add("02-09 12:00", ThreadMarked{Mark: MarkMuted, Subjects: thread})
	j.none(s, "02-10 12:00", "muted")
	j.undo("02-10 12:00")
	j.take(j.Decline(at("02-10 12:00"), p))
	if at := j.State(s.talks[0].Key, ada.Key).ArchivedAt; !at.Equal(p.At.AddDate(0, 0, 5).Add(3 * time.Hour)) {
		t.Errorf("archived at %v", at)
	}
	j.none(s, "02-10 12:00", "archived again")
	j.undo("02-10 12:00")
	j.take(j.Accept(at("02-10 12:00"), p))
	if s := j.State(s.talks[0].Key, ada.Key); !s.ArchivedAt.IsZero() {
		t.Errorf("%+v", s)
	}
	j.none(s, "02-10 12:00", "back")
}

// A proposal has the same id wherever the journal is read: neither the zone of an instant
// nor the order of the evidence matters.
func TestProposalsKeepTheirIDs(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		j, s := randomScene(t, rt)
		before := j.proposals(s, "12-01 12:00")
		elsewhere := &journal{t: t, Book: NewBook(utcWorld())}
		for _, e := range j.Events() {
			e.At = e.At.In(time.FixedZone("", 3600*rapid.IntRange(-11, 12).Draw(rt, "zone")))
			if _, err := elsewhere.Apply(e); err != nil {
				rt.Fatal(err)
			}
		}
		slices.Reverse(s.talks)
		slices.Reverse(s.invitations)
		if after := elsewhere.proposals(s, "12-01 12:00"); fmt.Sprint(ids(after)) != fmt.Sprint(ids(before)) {
			rt.Fatalf("%v, elsewhere %v", ids(before), ids(after))
		}
	})
}

// A group is named by its title, or by everybody in it.
func TestProposalAboutAGroup(t *testing.T) {
	j := opened(t)
	s := &scene{}
	ada := s.know(Person{ID: "ada"})
	s.write(ada, at("02-05 09:00"), false, "")
	g := &s.talks[0]
	g.Group, g.Person, g.People = true, 0, append(g.People, PersonRef{"bo", PersonKey("bo"), "Bo"})
	j.add("02-02 12:00", ThreadMarked{Mark: MarkArchived, Subjects: Subjects{Threads: []string{g.ID}}})
	if p := j.one(s, "02-10 12:00"); p.Name != "Ada, Bo" || p.Person.Key != 0 {
		t.Errorf("%+v", p)
	}
	g.Title = "Platform people"
	if p := j.one(s, "02-10 12:00"); p.Name != "Platform people" {
		t.Errorf("%+v", p)
	}
}

// What cannot be read is an error, and messages are read only where something depends on
// them.
func TestReadingLittle(t *testing.T) {
	j := opened(t)
	s := &scene{}
	for i := range 50 {
		p := s.know(Person{ID: fmt.Sprintf("p%d", i)})
		s.write(p, at("02-01 09:00"), true, []string{"", "Hello"}[i%2])
		s.write(p, at("02-02 09:00"), false, "")
	}
	if r := j.proposals(s, "03-01 12:00"); len(r.Proposals) != 25 || s.asked > 0 {
		t.Errorf("%d proposals, %d readings", len(r.Proposals), s.asked)
	}
	j.add("02-01 12:00", InMailSent{InMail: "im1", Contact: "ada", Seat: "main", Cost: 1})
	s.write(s.know(Person{ID: "ada"}), at("02-05 09:00"), false, "")
	s.fail = errors.New("a page is torn")
	if _, err := j.Propose(s.clues(), at("03-01 12:00")); !errors.Is(err, s.fail) {
		t.Errorf("%v", err)
	}
}

// The first reply is found though there are many pages of messages behind it.
func TestFirstReply(t *testing.T) {
	s := &scene{}
	ada := s.know(Person{ID: "ada"})
	for i := range 400 {
		s.write(ada, at("02-01 00:00").Add(time.Duration(i/3)*time.Hour), i%2 == 0, "")
	}
	rapid.Check(t, func(t *rapid.T) {
		after := at("01-31 22:00").Add(time.Duration(rapid.IntRange(0, 140*60).Draw(t, "minutes")) * time.Minute)
		var want time.Time
		for _, m := range slices.Backward(s.talks[0].messages) {
			if !m.Me && m.At.After(after) {
				want = m.At
			}
		}
		got, found, err := FirstReply(s.read, s.talks[0].Key, after)
		if err != nil || found != !want.IsZero() || !got.Equal(want) {
			t.Errorf("after %v: %v, %t, %v; want %v", after, got, found, err, want)
		}
	})
}

// Accepting all is one step after which nothing is proposed, and what was declined is not
// proposed again; an undo brings exactly the same back. What was promised of the credits is
// what happens.
func TestReviewProperties(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		j, s := randomScene(t, rt)
		now := "12-01 12:00"
		before := j.proposals(s, now)
		if again := j.proposals(s, now); fmt.Sprint(ids(again)) != fmt.Sprint(ids(before)) {
			rt.Fatalf("%v, then %v", ids(before), ids(again))
		}
		var acceptable []Proposal
		for _, p := range before.Proposals {
			if p.Refusal == nil {
				acceptable = append(acceptable, p)
			}
		}
		same := func(what string) {
			if r := j.proposals(s, now); fmt.Sprint(ids(r), r.Opening) != fmt.Sprint(ids(before), before.Opening) {
				rt.Fatalf("%s: %v, before %v", what, ids(r), ids(before))
			}
		}
		if len(acceptable) > 0 {
			promised := j.AcceptEffects(at(now), acceptable...)
			j.seal(now)(j.Accept(at(now), acceptable...))
			for _, w := range promised {
				if l, _, _ := j.LedgerNow("main", at(now)); l.Balance != w.After.Balance || !l.Totals.Conserves(l.Balance) {
					rt.Fatalf("balance %d, promised %d", l.Balance, w.After.Balance)
				}
			}
			for _, p := range j.proposals(s, now).Proposals {
				if p.Refusal == nil {
					rt.Fatalf("still proposed: %+v", p)
				}
			}
			j.undo(now)
			same("accepting was undone")
		}
		if len(before.Proposals) > 0 {
			j.seal(now)(j.Decline(at(now), before.Proposals...))
			// What answered a message that was no InMail may answer one before it.
			for _, p := range j.proposals(s, now).Proposals {
				if p.Kind != ProposeAnswer || slices.ContainsFunc(before.Proposals, func(q Proposal) bool { return q.ID == p.ID }) {
					rt.Fatalf("declined and still proposed: %+v", p)
				}
			}
			j.undo(now)
			same("declining was undone")
		}
	})
}

// ids names what is proposed, with what it does.
func ids(r Review) []string {
	var list []string
	for _, p := range r.Proposals {
		list = append(list, p.ID+p.Effect.Words)
	}
	return list
}

// randomScene is some evidence, and decisions about some of it.
func randomScene(t *testing.T, rt *rapid.T) (*journal, *scene) {
	j, s := newJournal(t), &scene{}
	when := func(from, to int) string {
		n := rapid.IntRange(from*24, to*24).Draw(rt, "hour")
		return at("01-01 00:00").Add(time.Duration(n) * time.Hour).Format("01-02 15:04")
	}
	if rapid.Bool().Draw(rt, "seat") {
		balance := rapid.IntRange(0, 9).Draw(rt, "balance")
		j.add(when(0, 90), SeatOpened{Seat: "main", Name: "Main", Plan: rapid.SampledFrom([]string{"career", "salesnav-core"}).Draw(rt, "plan"), OpeningBalance: &balance})
		if rapid.Bool().Draw(rt, "cancel") {
			j.add(when(150, 250), SeatCancelled{Seat: "main"})
		}
	}
	for i := range rapid.IntRange(1, 8).Draw(rt, "people") {
		p := Person{ID: fmt.Sprintf("p%d", i), Degree: DegreeUnknown}
		if rapid.Bool().Draw(rt, "connected") {
			p = connectedOn(p.ID, day.Of(at(when(0, 300)), nil))
		}
		p = s.know(p)
		randomTalk(rt, j, s, p, when)
		randomRequest(rt, j, s, p, when)
	}
	return j, s
}

// randomTalk is a conversation and what was decided about it.
func randomTalk(rt *rapid.T, j *journal, s *scene, p Person, when func(int, int) string) {
	var times []string
	for range rapid.IntRange(0, 5).Draw(rt, "messages") {
		times = append(times, when(0, 320))
	}
	slices.Sort(times)
	for i, at1 := range times {
		subject := ""
		if i == 0 {
			subject = rapid.SampledFrom([]string{"", "Hello"}).Draw(rt, "subject")
		}
		s.write(p, at(at1), rapid.Bool().Draw(rt, "me"), subject)
	}
	j.add("01-01 00:00", ContactAdded{Contact: p.ID, Name: p.Name, URL: p.URL, Source: SourceExport})
	if _, ok := j.FindSeat("main"); ok && rapid.Bool().Draw(rt, "inmail") {
		id := "im" + p.ID
		j.add(when(100, 200), InMailSent{InMail: id, Contact: p.ID, Seat: "main", Cost: rapid.IntRange(0, 1).Draw(rt, "cost")})
		if rapid.Bool().Draw(rt, "answered") {
			j.add(when(201, 320), InMailAnswered{InMail: id, Answer: AnswerReplied})
		}
	}
	if len(times) == 0 {
		return
	}
	about := Subjects{Threads: []string{ThreadKey(p.ID).ThreadID()}}
	if rapid.Bool().Draw(rt, "archived") {
		j.add(when(0, 320), ThreadMarked{Mark: MarkArchived, Subjects: about})
	}
	if rapid.Bool().Draw(rt, "reminder") {
		j.add(when(0, 320), ReminderSet{Due: at("12-24 09:00"), IfNoReply: rapid.Bool().Draw(rt, "if no reply"), Subjects: about})
	}
	if rapid.Bool().Draw(rt, "muted") {
		j.add(when(0, 320), ThreadMarked{Mark: MarkMuted, Subjects: about})
	}
}

// randomRequest is a connection request, or none.
func randomRequest(rt *rapid.T, j *journal, s *scene, p Person, when func(int, int) string) {
	switch rapid.IntRange(0, 3).Draw(rt, "request") {
	case 0:
		j.add(when(0, 200), InvitationRecorded{State: InviteSent, Contact: p.ID})
	case 1:
		gone := ""
		if rapid.Bool().Draw(rt, "gone") {
			gone = when(100, 320)
		}
		s.invited(p, rapid.Bool().Draw(rt, "outgoing"), when(0, 99), gone)
	}
}

// Of very many proposals the effect is told as if all were accepted.
func TestEffectsOfVeryMany(t *testing.T) {
	j := opened(t)
	s := &scene{}
	for i := range 390 {
		p := Person{ID: fmt.Sprintf("r%d", i)}
		j.add("01-02 12:00", ContactAdded{Contact: p.ID, Name: p.ID})
		j.add("01-02 12:00", InMailSent{InMail: p.ID, Contact: p.ID, Seat: "main", FreeReason: FreeOpenProfile})
		s.write(s.know(Person{ID: fmt.Sprintf("p%d", i)}), at("01-03 12:00").Add(time.Duration(i)*time.Second), true, "Hello")
	}
	r := j.proposals(s, "01-20 12:00")
	words := map[string]int{}
	for _, p := range r.Proposals {
		words[p.Effect.Words]++
	}
	if len(r.Proposals) != 390 || words["-1 credit"] != 50 || words["-1 credit, overdrawn"] != 340 {
		t.Errorf("%d proposals: %v", len(r.Proposals), words)
	}
	s.talks = s.talks[:100]
	if p := j.proposals(s, "01-20 12:00").Proposals[99]; p.Effect.Words != "-1 credit" || p.Effect.Credits != -1 {
		t.Errorf("alone: %+v", p.Effect)
	}
}

// Nothing is proposed about whoever was removed, and whoever became one with somebody who
// is connected is connected.
func TestProposalsAndWhoIsWho(t *testing.T) {
	j := opened(t)
	s := &scene{}
	bo := s.know(Person{ID: "bo"})
	s.write(bo, at("02-10 09:00"), true, "Hello")
	s.write(bo, at("02-12 09:00"), false, "")
	j.add("02-11 09:00", ThreadMarked{Mark: MarkArchived, Subjects: Subjects{Threads: []string{s.talks[0].ID}}})
	j.add("02-11 09:00", ContactAdded{Contact: "bo", Name: "Bo", URL: bo.URL})
	before := j.proposals(s, "03-01 12:00").Proposals
	if len(before) != 2 {
		t.Fatalf("%+v", before)
	}
	removed := j.add("02-20 09:00", ContactRemoved{Contact: "bo"})
	for _, p := range before { // on a screen that has not heard of it
		if _, err := j.Accept(at("03-01 12:00"), p); err == nil {
			t.Errorf("accepted %+v", p)
		}
	}
	j.none(s, "03-01 12:00", "removed")
	j.add("02-21 09:00", EventReverted{Event: removed})
	twin := s.know(connectedOn("twin", day.New(2026, 2, 20)))
	j.add("02-22 09:00", ContactAdded{Contact: "twin", Name: "Bo", URL: twin.URL})
	j.add("02-22 09:00", ContactMerged{Contact: "twin", Into: "bo"})
	if p := j.proposals(s, "03-01 12:00").Of(ProposeInMail); len(p) != 1 || p[0].Sure != Possible || !strings.Contains(p[0].Doubt, "since 20 Feb") {
		t.Errorf("%+v", p)
	}
}

// Of a probable InMail and a recorded one a message answers the later (ledger rule 12),
// and an answer may stand in another conversation.
func TestWhichInMailIsAnswered(t *testing.T) {
	j := opened(t)
	s := &scene{}
	known := s.know(Person{ID: "ada", Name: "Ada Lovelace"})
	s.write(known, at("02-10 09:00"), true, "Hello")
	j.add("02-20 09:00", InMailSent{InMail: "im1", Contact: "ada", Seat: "main", Cost: 1, Subject: "Another"})
	s.write(known, at("02-25 09:00"), false, "")
	r := j.proposals(s, "03-01 12:00")
	probable, answers := r.Of(ProposeInMail), r.Of(ProposeAnswer)
	if len(probable) != 1 || !probable[0].Reply.IsZero() || len(answers) != 1 || answers[0].InMail != "im1" {
		t.Fatalf("%+v", r.Proposals)
	}
	other := s.talks[0]
	other.Key, other.InMail, other.messages = ThreadKey("other"), Guess{}, []Message{{At: at("02-15 09:00")}}
	other.LastIn, other.LastOut = at("02-15 09:00").Unix(), 0
	s.talks = append(s.talks, other)
	r = j.proposals(s, "03-01 12:00")
	if p := r.Of(ProposeInMail)[0]; !p.Reply.Equal(at("02-15 09:00")) || p.Effect.Words != "-1 credit; +1 on 15 Feb" {
		t.Errorf("%+v", p)
	}
}
