package model

import (
	"errors"
	"strings"
	"testing"
	"time"

	"cordial/model/credit"
	"cordial/model/day"
	"cordial/model/source"
)

// refused fails unless the error is a Refusal that says so.
func refused(t *testing.T, err error, says string) {
	t.Helper()
	var r *Refusal
	if !errors.As(err, &r) || !strings.Contains(err.Error(), says) {
		t.Errorf("%v, want a refusal that says %q", err, says)
	}
}

// badly fails unless the error is an InputError that says so.
func badly(t *testing.T, err error, says string) {
	t.Helper()
	var bad *InputError
	if !errors.As(err, &bad) || !strings.Contains(err.Error(), says) {
		t.Errorf("%v, want an input error that says %q", err, says)
	}
}

func on(text string) day.Day { return day.Of(at(text+" 12:00"), time.UTC) }

func ptr[T any](v T) *T { return &v }

func TestPolicySheetSaysWhereEachNumberComesFrom(t *testing.T) {
	j := newJournal(t)
	j.add("01-01 12:00", SeatOpened{Seat: "main", Name: "Main", Plan: "recruiter-corporate", BillingDay: 7})
	j.take(j.SetPolicy("main", credit.Overrides{Cap: ptr(500), ExpiryDays: ptr(30)}, at("02-03 12:00"), at("02-03 12:00")))
	type line struct {
		value, standard string
		from            source.Source
	}
	for when, want := range map[string]map[credit.Field]line{
		"02-02": {credit.FieldCap: {"600", "600", source.Reported}, credit.FieldExpiry: {"never", "never", source.Reported}},
		"02-03": {
			credit.FieldMonthly: {"150", "150", source.Article}, credit.FieldCap: {"500", "600", source.Yours},
			credit.FieldExpiry: {"30", "never", source.Yours}, credit.FieldRefundRule: {"reply", "reply", source.Article},
			credit.FieldRefundWindow: {"90", "90", source.Article}, credit.FieldRefundAtCap: {"overflow", "overflow", source.Reported},
		},
	} {
		sheet, ok := j.Policy("main", on(when))
		if !ok || sheet.Seat.Name != "Main" || sheet.Plan.ID != "recruiter-corporate" || !sheet.Active || sheet.BillingDay != 7 || sheet.On != on(when) {
			t.Fatalf("%s: %+v, %t", when, sheet, ok)
		}
		for _, l := range sheet.Lines {
			if w, asked := want[l.Field]; asked && (line{l.Value, l.Default, l.Source} != w || l.Basis == "") {
				t.Errorf("%s, %s: %+v, want %+v", when, l.Field, l, w)
			}
		}
		if len(sheet.Lines) != len(credit.Fields()) {
			t.Errorf("%d lines", len(sheet.Lines))
		}
	}
	if _, ok := j.Policy("main", on("01-01")-1); ok {
		t.Error("there is a policy before the opening")
	}
	if _, ok := j.Policy("nobody", on("02-03")); ok {
		t.Error("there is a policy of no seat")
	}
}

func TestPolicySheetOfACancelledSeat(t *testing.T) {
	j := opened(t)
	j.add("02-01 12:00", SeatCancelled{Seat: "main"})
	if sheet, ok := j.Policy("main", on("02-02")); !ok || sheet.Active || sheet.Plan.ID != "salesnav-core" {
		t.Errorf("%+v, %t", sheet, ok)
	}
}

func TestSetPolicyMovesTheLedger(t *testing.T) {
	j := opened(t)
	if j.balance("02-01 12:00") != 100 {
		t.Fatal(j.balance("02-01 12:00"))
	}
	j.take(j.SetPolicy("main", credit.Overrides{Monthly: ptr(10)}, at("01-15 12:00"), at("02-01 12:00")))
	if got := j.balance("02-01 12:00"); got != 60 {
		t.Errorf("balance %d, want 60", got)
	}
	if got := j.balance("01-20 12:00"); got != 50 {
		t.Errorf("balance %d, want 50", got)
	}
	drafts, err := j.Undo(1, at("02-01 12:00"))
	j.take(drafts, err)
	if got := j.balance("02-01 12:00"); got != 100 {
		t.Errorf("balance %d after undo, want 100", got)
	}
}

func TestSetPolicyRefuses(t *testing.T) {
	j := opened(t)
	j.add("01-10 12:00", SeatOpened{Seat: "old", Name: "Old", Plan: "career", Policy: &credit.Overrides{Cap: ptr(20)}})
	j.add("02-10 12:00", SeatCancelled{Seat: "old"})
	j.add("02-10 18:00", SeatPlanChanged{Seat: "main", Plan: "business"})
	minus := -1
	for _, c := range []struct {
		name, seat, when string
		o                credit.Overrides
		says             string
		input            bool
	}{
		{"expiry −1", "main", "02-20 12:00", credit.Overrides{ExpiryDays: &minus}, "expiry_days is -1", true},
		{"unknown rule", "main", "02-20 12:00", credit.Overrides{RefundRule: ptr(credit.RefundRule("maybe"))}, "choose reply or no-reply", true},
		{"no such seat", "s", "02-20 12:00", credit.Overrides{Cap: ptr(1)}, `no seat "s"`, false},
		{"before the opening", "main", "01-01 11:00", credit.Overrides{Cap: ptr(1)}, "begins at 12:00", false},
		{"a day before the opening", "old", "01-09 12:00", credit.Overrides{Cap: ptr(1)}, "before the seat was opened", false},
		{"in the future", "main", "03-02 12:00", credit.Overrides{Cap: ptr(1)}, "in the future", false},
		{"before a plan that begins later that day", "main", "02-10 12:00", credit.Overrides{Cap: ptr(1)}, "begins at 18:00 on 2026-02-10", false},
		{"a cancelled seat", "old", "02-20 12:00", credit.Overrides{Cap: ptr(1)}, "has no plan on 2026-02-20", false},
		{"nothing new", "main", "02-20 12:00", credit.Overrides{}, "already", false},
		{"nothing new, of overrides", "old", "01-20 12:00", credit.Overrides{Cap: ptr(20)}, "already", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			drafts, err := j.SetPolicy(c.seat, c.o, at(c.when), at("03-01 12:00"))
			if drafts != nil {
				t.Errorf("drafted %+v", drafts)
			}
			if c.input {
				badly(t, err, c.says)
			} else {
				refused(t, err, c.says)
			}
		})
	}
}

func TestPolicyChangeRedrawsThePeopleWrittenTo(t *testing.T) {
	j := opened(t)
	j.add("01-10 12:00", InMailSent{InMail: "i", Contact: "ada", Seat: "main", Cost: 1})
	c, err := j.Apply(Event{ID: "x", At: at("01-11 12:00"), Decision: SeatPolicyChanged{Seat: "main", Policy: credit.Overrides{Cap: ptr(9)}}})
	if err != nil || !c.Seats || len(c.People) != 1 || c.People[0] != PersonKey("ada") {
		t.Errorf("%+v, %v", c, err)
	}
}

func TestPrices(t *testing.T) {
	for text, want := range map[string]int{"119.99": 11999, "120": 12000, "0.5": 50, "0": 0, "9999999.99": 999999999, "007": 700} {
		if p, err := ParsePrice(text, "EUR"); err != nil || p.Hundredths != want {
			t.Errorf("%q is %+v, %v", text, p, err)
		}
	}
	for _, bad := range [][2]string{
		{"", "EUR"},
		{"-1", "EUR"},
		{"+1", "EUR"},
		{"1.", "EUR"},
		{".5", "EUR"},
		{"1.234", "EUR"},
		{"1,5", "EUR"},
		{"1e3", "EUR"},
		{"10000000", "EUR"},
		{"1 000", "EUR"},
		{"1_0", "EUR"},
		{"1.5.5", "EUR"},
		{"5", "eur"},
		{"5", "EU"},
		{"5", "€€€"},
		{"5", ""},
	} {
		_, err := ParsePrice(bad[0], bad[1])
		badly(t, err, " is ")
	}
	if got := (Price{11905, "EUR"}).String(); got != "119.05 EUR" {
		t.Error(got)
	}
}

func TestPriceOfASeat(t *testing.T) {
	j := opened(t)
	now := at("06-01 12:00")
	j.take(j.PriceSeat("main", "100", "EUR", at("02-01 12:00"), now))
	j.take(j.PriceSeat("main", "119.99", "USD", at("04-01 12:00"), now))
	j.take(j.PriceSeat("main", "90", "EUR", at("01-01 13:00"), now)) // said late, of an earlier day
	j.take(j.PriceSeat("main", "0", "EUR", at("05-01 12:00"), now))
	for when, want := range map[string]string{
		"01-02": "90.00 EUR", "02-01": "100.00 EUR", "03-31": "100.00 EUR", "04-01": "119.99 USD", "05-01": "",
	} {
		p, ok := j.Price("main", on(when))
		if ok != (want != "") || ok && p.String() != want {
			t.Errorf("%s: %s, %t, want %q", when, p, ok, want)
		}
	}
	if _, ok := j.Price("main", on("01-01")-1); ok {
		t.Error("it had a price before it was there")
	}
	if _, ok := j.Price("nobody", on("06-01")); ok {
		t.Error("no seat has a price")
	}
	_, err := j.PriceSeat("main", "cheap", "EUR", now, now)
	badly(t, err, `price is "cheap"`)
	_, err = j.PriceSeat("s", "1", "EUR", now, now)
	refused(t, err, `no seat "s"`)
	_, err = j.PriceSeat("main", "1", "EUR", at("07-01 12:00"), now)
	refused(t, err, "in the future")
}

func TestActiveSeat(t *testing.T) {
	j := newJournal(t)
	now := at("03-01 12:00")
	want := func(what, seat string) {
		t.Helper()
		if s, ok := j.ActiveSeat(now); s.ID != seat || ok != (seat != "") {
			t.Errorf("%s: the active seat is %q, want %q", what, s.ID, seat)
		}
	}
	want("none", "")
	j.add("01-01 12:00", SeatOpened{Seat: "a", Name: "A", Plan: "career"})
	j.add("01-02 12:00", SeatOpened{Seat: "b", Name: "B", Plan: "recruiter-lite"})
	j.add("01-03 12:00", SeatOpened{Seat: "c", Name: "C", Plan: "free"})
	want("the first", "a")
	j.take(j.ActivateSeat("b", now))
	want("the chosen one", "b")
	_, err := j.ActivateSeat("b", now)
	refused(t, err, "active one already")
	j.take(j.ActivateSeat("c", now))
	want("the one chosen last", "c")
	if s, ok := j.NextSeat(now); !ok || s.ID != "a" {
		t.Errorf("after c comes %q", s.ID)
	}
	j.add("02-01 12:00", SeatCancelled{Seat: "c"})
	want("of those with a plan", "b")
	_, err = j.ActivateSeat("c", now)
	refused(t, err, "has no plan")
	_, err = j.ActivateSeat("x", now)
	refused(t, err, `no seat "x"`)
	if s, ok := j.NextSeat(now); !ok || s.ID != "a" {
		t.Errorf("after b comes %q", s.ID)
	}
	j.add("02-02 12:00", SeatCancelled{Seat: "b"})
	want("the only one", "a")
	if s, ok := j.NextSeat(now); ok {
		t.Errorf("after the only one comes %q", s.ID)
	}
	j.add("02-03 12:00", SeatCancelled{Seat: "a"})
	want("none has a plan", "a")
	if _, ok := newJournal(t).NextSeat(now); ok {
		t.Error("there is a next seat of none")
	}
}

func TestActivatingASeatRedrawsTheMeter(t *testing.T) {
	j := opened(t)
	c, err := j.Apply(Event{ID: "x", At: at("01-11 12:00"), Decision: SeatActivated{Seat: "main"}})
	if err != nil || !c.Seats || c.Settings {
		t.Errorf("%+v, %v", c, err)
	}
}

func TestPaid(t *testing.T) {
	j := newJournal(t)
	now := at("03-01 12:00")
	j.add("01-01 12:00", SeatOpened{Seat: "a", Name: "A", Plan: "free"})
	if j.Paid(now) {
		t.Error("a free seat is paid")
	}
	j.add("01-02 12:00", SeatOpened{Seat: "b", Name: "B", Plan: "career"})
	if !j.Paid(now) {
		t.Error("a paid seat is not")
	}
	j.add("02-01 12:00", SeatCancelled{Seat: "b"})
	if j.Paid(now) {
		t.Error("a cancelled seat is paid")
	}
}

// The day of a ledger is the clock's, or that of the latest event (ledger rule 18).
func TestTodayOfASeat(t *testing.T) {
	j := opened(t)
	if on, behind, ok := j.Today("main", at("02-01 12:00")); !ok || behind || on.String() != "2026-02-01" {
		t.Error(on, behind, ok)
	}
	j.add("03-05 12:00", SeatReconciled{Seat: "main", Balance: 3})
	if on, behind, _ := j.Today("main", at("02-01 12:00")); !behind || on.String() != "2026-03-05" {
		t.Error(on, behind)
	}
	drafts, err := j.Undo(1, at("02-01 12:00"))
	j.take(drafts, err)
	if on, behind, _ := j.Today("main", at("02-01 12:00")); behind || on.String() != "2026-02-01" {
		t.Error(on, behind)
	}
	if _, _, ok := j.Today("nobody", at("02-01 12:00")); ok {
		t.Error("no seat has a day")
	}
}

func mustSet(t *testing.T, f credit.Field, text string) credit.Overrides {
	t.Helper()
	o, err := credit.Overrides{}.Set(f, text)
	if err != nil {
		t.Fatal(err)
	}
	return o
}
