package dialog_test

import (
	"reflect"
	"strings"
	"testing"

	"cordial/model"
	"cordial/ui/ask"
	"cordial/ui/dialog"
)

func TestInMailKeys(t *testing.T) {
	for _, c := range []struct {
		name   string
		person int
		keys   []string
		want   model.InMailRequest // but for the person
		none   bool
	}{
		{"a paid one", 1, append(typed("Lead?"), "enter"), model.InMailRequest{Subject: "Lead?"}, false},
		{"ctrl+s books, too", 1, []string{"ctrl+s"}, model.InMailRequest{}, false},
		{"an Open Profile is free from the start", 4, []string{"enter"}, model.InMailRequest{FreeReason: model.FreeOpenProfile}, false},
		{"a connection, too", 0, []string{"enter"}, model.InMailRequest{FreeReason: model.FreeFirstDegree}, false},
		{"the user knows better", 1, []string{"up", "left", "enter"}, model.InMailRequest{FreeReason: model.FreeSponsored}, false},
		{"by letter", 1, []string{"shift+tab", "o", "enter"}, model.InMailRequest{FreeReason: model.FreeOpenProfile}, false},
		{"earlier", 1, append(append([]string{"tab"}, typed("yesterday 10:00")...), "enter"), model.InMailRequest{At: at(t, "11-17 10:00")}, false},
		{"not tomorrow", 1, append(append([]string{"tab"}, typed("tomorrow")...), "enter"), model.InMailRequest{}, true},
		{"not before the seat", 1, append(append([]string{"tab"}, typed("2026-01-05")...), "enter"), model.InMailRequest{}, true},
		{"not a second one", 2, []string{"enter"}, model.InMailRequest{}, true},
		{"unless LinkedIn did", 2, []string{"enter", "ctrl+o"}, model.InMailRequest{Insist: true}, false},
		{"insisting needs a reason", 1, []string{"ctrl+o"}, model.InMailRequest{}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := newTown(t)
			career(w)
			asked := press(dialog.NewInMail(w.world, people()[c.person]), c.keys...)
			if c.none {
				if asked != nil {
					t.Errorf("asked for %#v", asked)
				}
				return
			}
			if c.want.At.IsZero() {
				c.want.At = w.world.Now
			}
			got := asked[0].(ask.Batch)[0].(ask.LogInMail).InMail
			if got.Person.Key != people()[c.person].Key || got.Seat != "main" {
				t.Errorf("person %q, seat %q", got.Person.Name, got.Seat)
			}
			got.Person, got.Seat = model.Person{}, ""
			if !reflect.DeepEqual(got, c.want) {
				t.Errorf("asked for %+v, want %+v", got, c.want)
			}
		})
	}
}

// What the user says of the cost goes before the profile, and the ledger agrees
// with the check.
func TestInMailPaidAgainstProfile(t *testing.T) {
	w := newTown(t)
	career(w)
	d := dialog.NewInMail(w.world, people()[4])
	press(d, "up", "left")
	if got := frame(d, 80, 24); !strings.Contains(got, "now 14 → after 13") {
		t.Fatalf("the check:\n%s", got)
	}
	if !w.obey(d, press(d, "enter")[0]) {
		t.Fatal("the dialog stays open")
	}
	if l, _, _ := w.world.Book.LedgerNow("main", w.world.Now); l.Balance != 13 {
		t.Errorf("the balance is %d", l.Balance)
	}
}

// Of several seats the last used one is proposed, and another can be chosen.
func TestInMailSeats(t *testing.T) {
	w := newTown(t)
	career(w)
	w.seat("Second", "business", "11-10 09:00", nil)
	for _, c := range []struct {
		keys []string
		want string
	}{
		{[]string{"enter"}, "main"},
		{[]string{"up", "up", "right", "enter"}, "second"},
		{[]string{"up", "up", "s", "enter"}, "second"},
		{[]string{"up", "up", "end", "right", "enter"}, "main"},
	} {
		asked := press(dialog.NewInMail(w.world, people()[1]), c.keys...)
		if got := asked[0].(ask.Batch)[0].(ask.LogInMail).InMail.Seat; got != c.want {
			t.Errorf("%q: seat %q, want %q", c.keys, got, c.want)
		}
	}
}

// Without a seat Enter leads to opening one; afterwards the dialog goes on with
// what was typed.
func TestInMailWithoutSeat(t *testing.T) {
	w := newTown(t)
	d := dialog.NewInMail(w.world, people()[1])
	if got := press(d, append(typed("Lead?"), "enter")...); !reflect.DeepEqual(got, []ask.Request{ask.FillSeat{}}) {
		t.Fatalf("asked for %#v", got)
	}
	w.obey(d, press(dialog.NewSeat(w.world), "p", "enter")[0])
	got := press(d, "enter")[0].(ask.Batch)[0].(ask.LogInMail).InMail
	if got.Subject != "Lead?" || got.Seat != "premium-career" {
		t.Errorf("asked for %+v", got)
	}
}

func TestInMailAsksBeforeTextIsLost(t *testing.T) {
	w := newTown(t)
	career(w)
	if got := press(dialog.NewInMail(w.world, people()[1]), "esc"); !reflect.DeepEqual(got, []ask.Request{ask.Close{}}) {
		t.Errorf("nothing typed: %#v", got)
	}
	if _, ok := press(dialog.NewInMail(w.world, people()[1]), "x", "esc")[0].(ask.Question); !ok {
		t.Error("a subject is thrown away without a question")
	}
}

func TestAnswerKeys(t *testing.T) {
	now := at(t, "11-18 14:02")
	for _, c := range []struct {
		name string
		keys []string
		want []ask.Request
	}{
		{"replied now", []string{"enter"}, []ask.Request{ask.Batch{ask.AnswerInMail{Answer: model.AnswerReplied, At: now}, ask.Close{}}}},
		{"declined", []string{"d", "enter"}, []ask.Request{ask.Batch{ask.AnswerInMail{Answer: model.AnswerDeclined, At: now}, ask.Close{}}}},
		{"accepted", []string{"right", "enter"}, []ask.Request{ask.Batch{ask.AnswerInMail{Answer: model.AnswerAccepted, At: now}, ask.Close{}}}},
		{"not delivered", []string{"left", "enter"}, []ask.Request{ask.Batch{ask.AnswerInMail{Answer: model.Undelivered, At: now}, ask.Close{}}}},
		{
			"auto-reply on Monday", append(append([]string{"right", "right", "right", "tab"}, typed("mon 10:00")...), "enter"),
			[]ask.Request{ask.Batch{ask.AnswerInMail{Answer: model.AnswerAutoReply, At: at(t, "11-16 10:00")}, ask.Close{}}},
		},
		{"not before it was sent", append(append([]string{"tab"}, typed("2026-11-01")...), "enter"), nil},
		{"not tomorrow", append(append([]string{"tab"}, typed("tomorrow")...), "enter"), nil},
		{"esc", []string{"esc"}, []ask.Request{ask.Close{}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := newTown(t)
			career(w)
			asked := press(dialog.NewAnswer(w.world, people()[2]), c.keys...)
			for _, r := range asked {
				if batch, ok := r.(ask.Batch); ok {
					answer := batch[0].(ask.AnswerInMail)
					if answer.Person.Key != people()[2].Key {
						t.Errorf("the answer of %q", answer.Person.Name)
					}
					answer.Person = model.Person{}
					batch[0] = answer
				}
			}
			if !reflect.DeepEqual(asked, c.want) {
				t.Errorf("asked for\n %#v, want\n %#v", asked, c.want)
			}
		})
	}
}

// What the dialog foresees is what the ledger then says.
func TestAnswerForesees(t *testing.T) {
	for _, c := range []struct {
		name    string
		shown   int // what LinkedIn shows this morning
		sent    string
		keys    []string
		balance int // afterwards
		drawn   string
	}{
		{"a refund", 3, "11-06 10:00", nil, 4, "The credit comes back: +1, expires 16 Feb 2027. Balance of Main: 3 → 4"},
		{"not delivered", 3, "11-06 10:00", []string{"left"}, 4, "The credit comes back: +1, expires 16 Feb 2027. Balance of Main: 3 → 4"},
		{"on the last day", 3, "08-20 10:00", nil, 4, "The credit comes back: +1"},
		{"a day too late", 3, "08-19 10:00", nil, 3, "The window for Lena Öztürk ended on 2026-11-17, so no credit comes back."},
		{
			"a full pool", 15, "11-06 10:00", nil, 15,
			"No credit comes back: answered (replied) on day 12 of 90, but the pool was full: the cap is 15. Balance of Main: 15 → 15",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := newTown(t)
			w.seat("Main", "career", "07-20 09:00", nil)
			w.send(2, "main", c.sent)
			w.record(w.world.Book.Reconcile("main", c.shown, at(t, "11-18 08:00"), w.world.Now))
			d := dialog.NewAnswer(w.world, people()[2])
			press(d, c.keys...)
			got := strings.Join(strings.Fields(strings.NewReplacer("│", " ", "\n", " ").Replace(frame(d, 120, 36))), " ")
			if !strings.Contains(got, c.drawn) {
				t.Errorf("drawn:\n%s\nwant %q", frame(d, 120, 36), c.drawn)
			}
			asked := press(d, "enter")
			if asked == nil {
				asked = press(d, "ctrl+o")
			}
			w.obey(d, asked[0])
			if l, _, _ := w.world.Book.LedgerNow("main", w.world.Now); l.Balance != c.balance {
				t.Errorf("the balance is %d, want %d", l.Balance, c.balance)
			}
		})
	}
}

// Where no InMail is on record, Enter leads to logging it.
func TestAnswerWithoutInMail(t *testing.T) {
	w := newTown(t)
	got := press(dialog.NewAnswer(w.world, people()[3]), "enter")
	want := []ask.Request{ask.Batch{ask.Close{}, ask.FillInMail{Person: people()[3]}}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("asked for %#v", got)
	}
}

func TestSeatKeys(t *testing.T) {
	now, eleven := at(t, "11-18 14:02"), 11
	for _, c := range []struct {
		name string
		keys []string
		want *ask.OpenSeat
	}{
		{"no plan chosen, as by a stray enter", []string{"enter", "enter"}, nil},
		{"a plan", []string{"p", "enter"}, &ask.OpenSeat{At: now, Seat: model.SeatOpened{Name: "Premium Career", Plan: "career"}}},
		{"another plan", []string{"right", "right", "right", "right", "enter"}, &ask.OpenSeat{At: now, Seat: model.SeatOpened{Name: "Sales Navigator Core", Plan: "salesnav-core"}}},
		{"by letter", []string{"r", "enter"}, &ask.OpenSeat{At: now, Seat: model.SeatOpened{Name: "Recruiter Lite", Plan: "recruiter-lite"}}},
		{"the last one", []string{"left", "enter"}, &ask.OpenSeat{At: now, Seat: model.SeatOpened{Name: "Recruiter Corporate", Plan: "recruiter-corporate"}}},
		{"a name", []string{"p", "up", "M", "e", "enter"}, &ask.OpenSeat{At: now, Seat: model.SeatOpened{Name: "Me", Plan: "career"}}},
		{
			"everything",
			[]string{"p", "tab", "3", "1", "tab", "1", "1", "tab", "1", "d", " ", "a", "g", "o", "enter"},
			&ask.OpenSeat{At: at(t, "11-17 12:00"), Seat: model.SeatOpened{Name: "Premium Career", Plan: "career", BillingDay: 31, OpeningBalance: &eleven}},
		},
		{"no 40th of the month", []string{"p", "tab", "4", "0", "enter"}, nil},
		{"no letters for numbers", []string{"p", "tab", "tab", "x", "enter"}, nil},
		{"no future", append(append([]string{"p", "tab", "tab", "tab"}, typed("tomorrow")...), "enter"), nil},
		{"no zone on the moon", append(append([]string{"p", "up", "up"}, typed("/Moon")...), "enter"), nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			asked := press(dialog.NewSeat(newTown(t).world), c.keys...)
			if c.want == nil {
				if asked != nil {
					t.Errorf("asked for %#v", asked)
				}
				return
			}
			c.want.Seat.Zone = "Europe/Berlin"
			if want := []ask.Request{ask.Batch{*c.want, ask.Close{}}}; !reflect.DeepEqual(asked, want) {
				t.Errorf("asked for\n %+v, want\n %+v", asked, want)
			}
		})
	}
}

// A second seat needs another name, and what the dialog foresees is what the
// ledger then says.
func TestSeatForesees(t *testing.T) {
	w := newTown(t)
	career(w)
	d := dialog.NewSeat(w.world)
	press(d, "p", "up", "M", "A", "I", "N")
	if got := frame(d, 80, 24); !strings.Contains(got, "There is a seat \"Main\" already") {
		t.Errorf("drawn:\n%s", got)
	}
	press(d, "2", "tab", "tab", "tab", "7", "0")
	if got := frame(d, 80, 24); !strings.Contains(got, "It has 70 credits today; 5 more arrive on 18 Dec.") {
		t.Errorf("drawn:\n%s", got)
	}
	w.obey(d, press(d, "enter")[0])
	l, _, ok := w.world.Book.LedgerNow("main2", w.world.Now)
	if grant, _ := l.NextGrant(); !ok || l.Balance != 70 || grant.Amount != 5 || grant.On.String() != "2026-12-18" {
		t.Errorf("the seat has %d, then %+v", l.Balance, grant)
	}
}
