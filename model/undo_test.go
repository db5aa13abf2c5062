package model

import (
	"fmt"
	"reflect"
	"testing"
	"time"

	"pgregory.net/rapid"

	"cordial/model/channel"
	"cordial/model/credit"
	"cordial/model/day"
	"cordial/model/quota"
)

// picture is everything a Book answers about a small world of two seats, three
// people and two threads.
type picture struct {
	Seats    []string
	Balances map[string]credit.Totals
	Lots     map[string][]credit.Lot
	States   []State
	Labels   []string
	Contacts []Person
	Invited  []InvitationState
	Active   Seat
	Policies []PolicySheet
	Prices   []Price
	Messages []time.Time
	Requests []Request
	Texts    []Template
	Meters   []quota.Meter
}

func pictureOf(b *Book, on day.Day) picture {
	p := picture{Balances: map[string]credit.Totals{}, Lots: map[string][]credit.Lot{}, Labels: b.Labels(), Contacts: b.Contacts()}
	for _, s := range b.Seats() {
		l, _ := b.Ledger(s.ID, on)
		p.Seats = append(p.Seats, s.ID+l.Plan.ID)
		p.Balances[s.ID], p.Lots[s.ID] = l.Totals, l.MergedLots()
		sheet, _ := b.Policy(s.ID, on)
		price, _ := b.Price(s.ID, on)
		p.Policies, p.Prices = append(p.Policies, sheet), append(p.Prices, price)
	}
	now := at("06-01 12:00") // among the events, where requests are open and limits just hit
	p.Active, _ = b.ActiveSeat(now)
	p.Requests = b.Requests(nil, func(Key) (day.Day, bool) { return 0, false }, now)
	p.Texts, p.Meters = b.Templates(), b.Quotas(p.Requests, nil, now)
	for i := range 3 {
		person := PersonKey(fmt.Sprintf("c%d", i))
		p.States = append(p.States, b.State(ThreadKey(fmt.Sprint(i%2)), person))
		state, _ := b.InvitationTo(person)
		p.Invited = append(p.Invited, state)
		out, in := b.LastMessages(person)
		p.Messages = append(p.Messages, out, in)
	}
	return p
}

// randomEvent draws a decision of any kind; many of them are refused, as they
// must be.
func randomEvent(t *rapid.T, n int) Event {
	seat := rapid.SampledFrom([]string{"s1", "s2"}).Draw(t, "seat")
	contact := fmt.Sprintf("c%d", rapid.IntRange(0, 2).Draw(t, "contact"))
	inmail := fmt.Sprintf("i%d", rapid.IntRange(0, 4).Draw(t, "inmail"))
	plan := rapid.SampledFrom([]string{"career", "business", "free", "recruiter-corporate"}).Draw(t, "plan")
	s := Subjects{People: []string{contact}}
	if rapid.Bool().Draw(t, "thread") {
		s = Subjects{Threads: []string{ThreadKey(fmt.Sprint(n % 2)).ThreadID()}}
	}
	decisions := []Decision{
		ContactAdded{Contact: contact, Name: "N"},
		SeatOpened{Seat: seat, Name: seat, Plan: plan},
		SeatPlanChanged{Seat: seat, Plan: plan},
		SeatCancelled{Seat: seat},
		SeatReconciled{Seat: seat, Balance: rapid.IntRange(0, 9).Draw(t, "balance")},
		InMailSent{InMail: inmail, Contact: contact, Seat: seat, Cost: rapid.IntRange(0, 1).Draw(t, "cost")},
		InMailAnswered{InMail: inmail, Answer: AnswerReplied},
		InMailUndelivered{InMail: inmail},
		EventReverted{Event: fmt.Sprintf("e%d", rapid.IntRange(0, n).Draw(t, "event"))},
		LabelApplied{Label: rapid.SampledFrom([]string{"x", "X", "y"}).Draw(t, "label"), Subjects: s},
		LabelRemoved{Label: "x", Subjects: s},
		ReminderSet{Due: at("05-05 09:00"), Subjects: s},
		ReminderDone{Subjects: s},
		NoteAdded{Text: "n", Subjects: s},
		ThreadMarked{Mark: rapid.SampledFrom(marks()).Draw(t, "mark"), Subjects: s},
		InvitationRecorded{State: rapid.SampledFrom(inviteStates()).Draw(t, "state"), Contact: contact},
		ExportImported{Archive: "a", Newest: at("03-03 03:00")},
	}
	decisions = append(decisions, randomSettings(t, seat, contact)...)
	when := at("01-01 12:00").Add(time.Duration(rapid.IntRange(0, 200*24).Draw(t, "hours")) * time.Hour)
	return Event{ID: fmt.Sprintf("e%d", n), At: when, Recorded: when, Decision: rapid.SampledFrom(decisions).Draw(t, "decision")}
}

// randomSettings draws decisions about what is not a conversation.
func randomSettings(t *rapid.T, seat, contact string) []Decision {
	number := rapid.IntRange(0, 9).Draw(t, "number")
	text := TemplateText{Name: fmt.Sprint("n", number), Channel: channel.Message, Body: "Hi {first_name}"}
	id := fmt.Sprint("t", number%3)
	q := rapid.SampledFrom(quota.All()).Draw(t, "quota").ID
	degree := number % 4
	return []Decision{
		SeatPolicyChanged{Seat: seat, Policy: credit.Overrides{Monthly: &number}},
		SeatPriced{Seat: seat, Price: fmt.Sprint(number), Currency: "EUR"},
		SeatActivated{Seat: seat},
		ContactEdited{Contact: contact, Degree: &degree},
		ContactEdited{Contact: contact, Company: &text.Name},
		MessageRecorded{Contact: contact, Direction: rapid.SampledFrom([]string{MessageSent, MessageReceived}).Draw(t, "direction")},
		TemplateAdded{id, text},
		TemplateEdited{id, text},
		TemplateRemoved{id},
		QuotaSet{Quota: q, Limit: &number},
		QuotaSet{Quota: q, Off: true},
		LimitHit{Quota: q},
	}
}

// TestUndoOfTheLastEventIsNeverHavingRecordedIt also takes the reversal back
// again: then the event must count as if it had never been touched.
func TestUndoOfTheLastEventIsNeverHavingRecordedIt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := NewBook(utcWorld())
		on := day.Of(at("10-10 10:00"), time.UTC)
		for n := range rapid.IntRange(1, 40).Draw(t, "events") {
			e := randomEvent(t, n)
			before := pictureOf(b, on)
			if _, err := b.Apply(e); err != nil {
				if after := pictureOf(b, on); !reflect.DeepEqual(before, after) {
					t.Fatalf("a refused %s changed the Book", e.Decision.Kind())
				}
				continue
			}
			with := pictureOf(b, on)
			back := Event{ID: fmt.Sprintf("back%d", n), At: e.At, Decision: EventReverted{Event: e.ID}}
			again := Event{ID: fmt.Sprintf("again%d", n), At: e.At, Decision: EventReverted{Event: back.ID}}
			mustApply(t, b, back)
			if after := pictureOf(b, on); !reflect.DeepEqual(before, after) {
				t.Fatalf("undo of %s: %+v, before it was %+v", e.Decision.Kind(), after, before)
			}
			mustApply(t, b, again)
			if after := pictureOf(b, on); !reflect.DeepEqual(with, after) {
				t.Fatalf("redo of %s: %+v, before it was %+v", e.Decision.Kind(), after, with)
			}
		}
	})
}

func mustApply(t *rapid.T, b *Book, e Event) {
	if _, err := b.Apply(e); err != nil {
		t.Fatalf("%s: %v", e.Decision.Kind(), err)
	}
}

// TestUndoingEverythingLeavesNothing walks back by Undo and forth by Redo.
func TestUndoingEverythingLeavesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := NewBook(utcWorld())
		on := day.Of(at("10-10 10:00"), time.UTC)
		steps := []picture{pictureOf(b, on)}
		for n := range rapid.IntRange(1, 20).Draw(t, "events") {
			e := randomEvent(t, n)
			if _, reversal := e.Decision.(EventReverted); reversal || e.Decision.Kind() == "export.imported" {
				continue
			}
			if _, err := b.Apply(e); err == nil {
				steps = append(steps, pictureOf(b, on))
			}
		}
		walk := func(do func(int, time.Time) ([]Draft, error), want picture, what string) {
			drafts, err := do(1, at("10-10 10:00"))
			if err != nil {
				t.Fatalf("%s: %v", what, err)
			}
			for _, e := range Seal(drafts, at("10-10 10:00"), func(time.Time) string { return fmt.Sprintf("u%d", b.Len()) }) {
				mustApply(t, b, e)
			}
			if got := pictureOf(b, on); !reflect.DeepEqual(got, want) {
				t.Fatalf("%s: %+v, want %+v", what, got, want)
			}
		}
		for i := len(steps) - 2; i >= 0; i-- {
			walk(b.Undo, steps[i], "undo")
		}
		for i := 1; i < len(steps); i++ {
			walk(b.Redo, steps[i], "redo")
		}
	})
}
