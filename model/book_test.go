package model

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"cordial/model/credit"
	"cordial/model/day"
)

// utcWorld knows UTC and Los Angeles time, whatever the machine has installed.
func utcWorld() World {
	return World{Zone: func(name string) (*time.Location, error) {
		switch name {
		case "", "UTC":
			return time.UTC, nil
		case "West":
			return time.FixedZone("West", -8*3600), nil
		default:
			return nil, fmt.Errorf("no zone %q", name)
		}
	}}
}

// at is an instant of 2026 from "01-05 09:30".
func at(text string) time.Time {
	t, err := time.Parse("2006-01-02 15:04", "2026-"+text)
	if err != nil {
		panic(err)
	}
	return t
}

// journal builds a Book from decisions with ids e1, e2, …
type journal struct {
	t *testing.T
	*Book
}

func newJournal(t *testing.T) *journal {
	t.Helper()
	return &journal{t: t, Book: NewBook(utcWorld())}
}

// add applies one decision and answers its id.
func (j *journal) add(when string, d Decision) string {
	j.t.Helper()
	id := fmt.Sprintf("e%d", j.Len()+1)
	if _, err := j.Apply(Event{ID: id, At: at(when), Recorded: at(when), Decision: d}); err != nil {
		j.t.Fatalf("%s %s: %v", when, d.Kind(), err)
	}
	return id
}

// take applies what a verb answered.
func (j *journal) take(drafts []Draft, err error) {
	j.t.Helper()
	if err != nil {
		j.t.Fatal(err)
	}
	for _, d := range drafts {
		j.add(d.At.Format("01-02 15:04"), d.Decision)
	}
}

func (j *journal) balance(when string) int {
	j.t.Helper()
	l, _, ok := j.LedgerNow("main", at(when))
	if !ok {
		j.t.Fatal("no seat main")
	}
	return l.Balance
}

// opened is a journal with a seat and one contact.
func opened(t *testing.T) *journal {
	j := newJournal(t)
	j.add("01-01 12:00", SeatOpened{Seat: "main", Name: "Main", Plan: "salesnav-core"})
	j.add("01-01 12:00", ContactAdded{Contact: "ada", Name: "Ada Lovelace"})
	return j
}

// ada is the person behind the contact that opened adds.
func ada() Person {
	return Person{ID: "ada", Key: PersonKey("ada"), Name: "Ada Lovelace", Degree: DegreeUnknown}
}

func TestApplySameIDChangesNothing(t *testing.T) {
	j := opened(t)
	e := j.Event(0)
	if c, err := j.Apply(e); err != nil || c.Seats || j.Len() != 2 {
		t.Fatalf("second time: change %+v, error %v, %d events", c, err, j.Len())
	}
}

func TestApplyRefusesWhatCannotBe(t *testing.T) {
	minus := -1
	cases := map[string]struct {
		d    Decision
		says string
	}{
		"no contact id":        {ContactAdded{Name: "x"}, "contact is missing"},
		"long id":              {ContactAdded{Contact: strings.Repeat("x", 65), Name: "x"}, "64 is the most"},
		"no name":              {ContactAdded{Contact: "c"}, "name is missing"},
		"contact twice":        {ContactAdded{Contact: "ada", Name: "Ada"}, "added before"},
		"degree":               {ContactAdded{Contact: "c", Name: "x", Degree: &minus}, "degree is -1"},
		"unknown plan":         {SeatOpened{Seat: "s", Name: "S", Plan: "gold"}, `plan "gold" is not known`},
		"seat twice":           {SeatOpened{Seat: "main", Name: "S", Plan: "free"}, "opened before"},
		"zone":                 {SeatOpened{Seat: "s", Name: "S", Plan: "free", Zone: "Mars"}, "no IANA time zone"},
		"billing day":          {SeatOpened{Seat: "s", Name: "S", Plan: "free", BillingDay: 32}, "1 to 31"},
		"opening balance":      {SeatOpened{Seat: "s", Name: "S", Plan: "free", OpeningBalance: &minus}, "0 or more"},
		"no such seat":         {SeatCancelled{Seat: "s"}, `seat "s" was never added`},
		"negative balance":     {SeatReconciled{Seat: "main", Balance: -1}, "0 or more"},
		"cost":                 {InMailSent{InMail: "i", Contact: "ada", Seat: "main", Cost: 2}, "0 or 1"},
		"free reason":          {InMailSent{InMail: "i", Contact: "ada", Seat: "main", FreeReason: "gift"}, "free_reason"},
		"no such contact":      {InMailSent{InMail: "i", Contact: "bob", Seat: "main"}, `contact "bob" was never added`},
		"no such InMail":       {InMailAnswered{InMail: "i", Answer: "replied"}, `inmail "i" was never added`},
		"answer word":          {InMailAnswered{InMail: "i", Answer: "maybe"}, "accepted, declined"},
		"no such event":        {EventReverted{Event: "e99"}, "never added"},
		"label of two lines":   {LabelCreated{Label: "a\nb"}, "one line"},
		"label on nothing":     {LabelApplied{Label: "x"}, "both missing"},
		"no thread id":         {ThreadMarked{Mark: MarkRead, Subjects: Subjects{Threads: []string{"x"}}}, "hexadecimal"},
		"unknown person":       {ThreadMarked{Mark: MarkRead, Subjects: Subjects{People: []string{"bob"}}}, "never added"},
		"reminder without due": {ReminderSet{Subjects: Subjects{People: []string{"ada"}}}, "due is missing"},
		"empty note":           {NoteAdded{Text: " ", Subjects: Subjects{People: []string{"ada"}}}, "text is missing"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			j := opened(t)
			_, err := j.Apply(Event{ID: "x", At: at("02-01 09:00"), Decision: c.d})
			var bad *InputError
			if !errors.As(err, &bad) || !strings.Contains(err.Error(), c.says) {
				t.Fatalf("got %v, want an InputError that says %q", err, c.says)
			}
			if j.Len() != 2 || j.Has("x") {
				t.Fatal("the Book changed")
			}
		})
	}
}

func TestAnswerBeforeTheDayOfSendingIsRefused(t *testing.T) {
	j := opened(t)
	j.add("01-10 12:00", InMailSent{InMail: "i", Contact: "ada", Seat: "main", Cost: 1})
	if _, err := j.Apply(Event{ID: "x", At: at("01-09 12:00"), Decision: InMailAnswered{InMail: "i", Answer: "replied"}}); err == nil {
		t.Fatal("an answer of the day before was taken")
	}
	j.add("01-10 08:00", InMailAnswered{InMail: "i", Answer: "replied"}) // same day: only the day counts
	if got := j.balance("01-10 13:00"); got != 50 {
		t.Fatalf("balance %d after send and answer, want 50", got)
	}
}

func TestUndoAndRedo(t *testing.T) {
	j := opened(t)
	j.add("01-05 12:00", InMailSent{InMail: "i", Contact: "ada", Seat: "main", Cost: 1})
	j.add("01-06 12:00", InMailAnswered{InMail: "i", Answer: "replied"})
	steps := []struct {
		do   func(int, time.Time) ([]Draft, error)
		want int
	}{{j.Undo, 49}, {j.Undo, 50}, {j.Redo, 49}, {j.Redo, 50}, {j.Undo, 49}}
	for i, s := range steps {
		j.take(s.do(1, at("01-07 12:00")))
		if got := j.balance("01-07 12:00"); got != s.want {
			t.Fatalf("after step %d: balance %d, want %d", i, got, s.want)
		}
	}
	j.take(j.Undo(1, at("01-07 12:00")))
	j.add("01-08 12:00", SeatReconciled{Seat: "main", Balance: 40})
	if _, err := j.Redo(1, at("01-09 12:00")); err == nil {
		t.Fatal("redo after a new decision")
	}
}

func TestUndoPassesOverWhatTheProgramAddedItself(t *testing.T) {
	j := newJournal(t)
	j.add("01-01 12:00", SeatOpened{Seat: "main", Name: "Main", Plan: "career"})
	drafts, check, err := j.SendInMail(InMailRequest{InMail: "i", Person: ada(), Seat: "main", At: at("01-02 12:00")}, at("01-02 12:00"))
	if check.Quote.Before != 5 || check.Quote.After != 4 {
		t.Fatalf("quote %+v", check.Quote)
	}
	j.take(drafts, err)
	if len(drafts) != 2 {
		t.Fatalf("%d events, want the contact and the send", len(drafts))
	}
	j.take(j.Undo(2, at("01-03 12:00"))) // the send and the opening, not the contact
	if len(j.Seats()) != 0 {
		t.Fatal("the seat is still there")
	}
	if _, ok := j.Contact("ada"); !ok {
		t.Fatal("the contact is gone")
	}
	if _, err := j.Undo(1, at("01-03 12:00")); err == nil {
		t.Fatal("undo with nothing left")
	}
}

func TestContactWithAddressIsThePersonOfThatAddress(t *testing.T) {
	j := newJournal(t)
	j.add("01-01 12:00", ContactAdded{Contact: "c1", Name: "Ada", URL: "https://www.linkedin.com/in/Ada-L/"})
	if j.PersonKey("c1") != PersonKey("ada-l") {
		t.Fatal("contact and address are two people")
	}
	if id, ok := j.ContactID(PersonKey("ada-l")); !ok || id != "c1" {
		t.Fatalf("the person is known as %q, %v", id, ok)
	}
}

func TestThreadStateFoldsThreadAndPersonInOrder(t *testing.T) {
	j := opened(t)
	thread := ThreadKey("2-abc")
	both := Subjects{Threads: []string{thread.ThreadID()}}
	person := Subjects{People: []string{"ada"}}
	j.add("02-01 09:00", LabelApplied{Label: "hot leads", Subjects: both})
	j.add("02-01 09:01", LabelApplied{Label: "Friends", Subjects: person})
	j.add("02-01 09:02", ThreadMarked{Mark: MarkArchived, Subjects: person})
	remove := j.add("02-01 09:03", LabelRemoved{Label: "FRIENDS", Subjects: both})
	s := j.State(thread, ada().Key)
	if len(s.Labels) != 1 || s.Labels[0] != "Hot Leads" || !s.ArchivedAt.Equal(at("02-01 09:02")) {
		t.Fatalf("state %+v", s)
	}
	j.add("02-01 09:04", EventReverted{Event: remove})
	if s = j.State(thread, ada().Key); !s.HasLabel("friends") {
		t.Fatalf("the label did not come back: %+v", s)
	}
	if s = j.State(thread, 0); s.HasLabel("friends") || !s.ArchivedAt.IsZero() {
		t.Fatalf("a thread without the person took their state: %+v", s)
	}
	if got := fmt.Sprint(j.Labels()); got != "[Hot Leads Potential Employers Friends]" {
		t.Fatalf("labels %s", got)
	}
}

func TestSeatVerbsRefuse(t *testing.T) {
	now := at("03-01 12:00")
	cases := map[string]struct {
		do   func(j *journal) ([]Draft, error)
		says string
	}{
		"same name": {func(j *journal) ([]Draft, error) { return j.OpenSeat(SeatOpened{Name: "MAIN", Plan: "free"}, now, now) }, "there is a seat"},
		"future": {func(j *journal) ([]Draft, error) {
			return j.OpenSeat(SeatOpened{Name: "B", Plan: "free"}, now.AddDate(0, 0, 1), now)
		}, "in the future"},
		"unknown seat": {func(j *journal) ([]Draft, error) { return j.Reconcile("b", 3, now, now) }, "there is no seat"},
		"before opened": {func(j *journal) ([]Draft, error) {
			return j.Reconcile("main", 3, at("01-01 00:00").AddDate(0, 0, -1), now)
		}, "before the seat was opened"},
		"negative": {func(j *journal) ([]Draft, error) { return j.Reconcile("main", -3, now, now) }, "0 or more"},
		"unknown plan": {func(j *journal) ([]Draft, error) {
			return j.ChangePlan(SeatPlanChanged{Seat: "main", Plan: "x"}, now, now)
		}, "not known"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			if _, err := c.do(opened(t)); err == nil || !strings.Contains(err.Error(), c.says) {
				t.Fatalf("got %v, want %q", err, c.says)
			}
		})
	}
}

func TestCancelTwiceIsRefused(t *testing.T) {
	j := opened(t)
	j.take(j.CancelSeat("main", at("02-01 12:00"), at("02-01 12:00")))
	if _, err := j.CancelSeat("main", at("02-02 12:00"), at("02-02 12:00")); err == nil {
		t.Fatal("a second cancel was taken")
	}
}

func TestOneOpenInMailPerPerson(t *testing.T) {
	j := opened(t)
	send := func(id, when string, insist bool) error {
		r := InMailRequest{InMail: id, Person: ada(), Seat: "main", At: at(when), Insist: insist}
		drafts, _, err := j.SendInMail(r, at(when))
		if err == nil {
			j.take(drafts, nil)
		}
		return err
	}
	if err := send("a", "01-05 12:00", false); err != nil {
		t.Fatal(err)
	}
	var no *Refusal
	if err := send("b", "01-20 12:00", false); !errors.As(err, &no) || no.Rule != "ledger 12" {
		t.Fatalf("a second InMail while one is open: %v", err)
	}
	if err := send("b", "01-20 12:00", true); err != nil {
		t.Fatal(err)
	}
	j.take(j.AnswerInMail(ada(), AnswerReplied, at("01-22 12:00"), at("01-22 12:00"), false))
	if m, _ := mustLedger(t, j, "01-22").InMail("b"); m.Answer != AnswerReplied {
		t.Fatal("the answer did not count for the latest InMail")
	}
	if err := send("c", "05-01 12:00", false); err != nil {
		t.Fatalf("the first InMail's window is over, yet: %v", err)
	}
}

func TestFreeMessagesDoNotBlockEachOther(t *testing.T) {
	j := opened(t)
	friend := ada()
	friend.Connected = true
	for _, id := range []string{"a", "b"} {
		drafts, check, err := j.SendInMail(InMailRequest{InMail: id, Person: friend, Seat: "main", At: at("01-05 12:00")}, at("01-05 12:00"))
		if check.Cost != 0 || check.FreeReason != FreeFirstDegree {
			t.Fatalf("check %+v", check)
		}
		j.take(drafts, err)
	}
	if got := j.balance("01-05 12:00"); got != 50 {
		t.Fatalf("balance %d, want 50", got)
	}
}

func TestAnswersAreRefused(t *testing.T) {
	now := at("06-01 12:00")
	j := opened(t)
	answer := func(answer, when string, insist bool) error {
		_, err := j.AnswerInMail(ada(), answer, at(when), now, insist)
		return err
	}
	if err := answer(AnswerReplied, "01-05 12:00", false); err == nil || !strings.Contains(err.Error(), "no InMail") {
		t.Fatalf("without an InMail: %v", err)
	}
	j.add("01-05 12:00", InMailSent{InMail: "i", Contact: "ada", Seat: "main", Cost: 1})
	for _, c := range []struct{ answer, when, says string }{
		{AnswerReplied, "01-04 12:00", "before the InMail was sent"},
		{AnswerReplied, "04-06 12:00", "window for Ada Lovelace ended on 2026-04-05"},
		{AnswerReplied, "07-01 12:00", "in the future"},
		{"maybe", "01-06 12:00", "accepted, declined"},
	} {
		if err := answer(c.answer, c.when, false); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Fatalf("%s on %s: got %v, want %q", c.answer, c.when, err, c.says)
		}
	}
	if err := answer(AnswerReplied, "04-06 12:00", true); err != nil {
		t.Fatalf("insisting on a late answer: %v", err)
	}
	j.add("01-09 12:00", InMailAnswered{InMail: "i", Answer: "declined"})
	if err := answer(AnswerReplied, "01-10 12:00", false); err == nil || !strings.Contains(err.Error(), "answered already") {
		t.Fatalf("a second answer: %v", err)
	}
}

func TestOverdrawnNeedsInsisting(t *testing.T) {
	j := newJournal(t)
	j.add("01-01 12:00", SeatOpened{Seat: "main", Name: "Main", Plan: "free"})
	r := InMailRequest{InMail: "i", Person: ada(), Seat: "main", At: at("01-02 12:00")}
	var no *Refusal
	if _, _, err := j.SendInMail(r, r.At); !errors.As(err, &no) || no.Rule != "ledger 7" {
		t.Fatalf("got %v, want a refusal by rule 7", err)
	}
	r.Insist = true
	drafts, _, err := j.SendInMail(r, r.At)
	j.take(drafts, err)
	if l := mustLedger(t, j, "01-02"); l.Balance != 0 || l.Totals.Overdrawn != 1 {
		t.Fatalf("balance %d, overdrawn %d", l.Balance, l.Totals.Overdrawn)
	}
}

func mustLedger(t *testing.T, j *journal, on string) credit.Ledger {
	t.Helper()
	l, ok := j.Ledger("main", day.Of(at(on+" 12:00"), time.UTC))
	if !ok {
		t.Fatal("no seat main")
	}
	return l
}

func TestAConnectionByHandSaysSinceWhen(t *testing.T) {
	j := newJournal(t)
	one, since := 1, day.New(2026, 1, 5)
	j.add("02-01 12:00", ContactAdded{Contact: "ada", Name: "Ada", Degree: &one, ConnectedOn: since})
	if p, _ := j.Contact("ada"); !p.Connected || p.ConnectedOn != since || p.Degree != 1 {
		t.Errorf("%+v", p)
	}
	two := 2
	for _, d := range []ContactAdded{
		{Contact: "b", Name: "B", ConnectedOn: since},
		{Contact: "b", Name: "B", Degree: &two, ConnectedOn: since},
		{Contact: "b", Name: "B", Degree: &one, ConnectedOn: day.Never},
	} {
		if _, err := j.AddContact(d, at("02-01 12:00")); err == nil {
			t.Errorf("%+v was taken", d)
		}
	}
}

func TestFold(t *testing.T) {
	j := newJournal(t)
	j.add("01-05 09:00", ContactAdded{Contact: "ada", Name: "Ada"})
	j.add("01-05 10:00", ContactEdited{Contact: "ada", Company: new("Acme")})
	b, err := Fold(utcWorld(), j.Events())
	if err != nil || b.Len() != 2 {
		t.Fatalf("%v", err)
	}
	if p, _ := b.Contact("ada"); p.Company != "Acme" {
		t.Errorf("%+v", p)
	}
	_, err = Fold(utcWorld(), j.Events()[1:])
	if !errors.Is(err, ErrDamaged) || !strings.Contains(err.Error(), "event 1 of the journal") || !strings.Contains(err.Error(), "never added") {
		t.Errorf("%v", err)
	}
}
