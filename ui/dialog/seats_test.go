package dialog_test

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"cordial/model"
	"cordial/model/credit"
	"cordial/ui/ask"
	"cordial/ui/dialog"
)

// asks is a dialog, the keys pressed in it, what it asks for and what it says.
type asks struct {
	name string
	make func(w *town) dialog.Dialog
	keys []string
	want []ask.Request
	said string
}

func reconcile(w *town) dialog.Dialog { return dialog.NewReconcile(w.world, "main", nil) }
func plan(w *town) dialog.Dialog      { return dialog.NewPlan(w.world, "main") }
func cancel(w *town) dialog.Dialog    { return dialog.NewCancelSeat(w.world, "main") }
func price(w *town) dialog.Dialog     { return dialog.NewPrice(w.world, "main") }
func pace(w *town) dialog.Dialog      { return dialog.NewPace(w.world, "main", nil) }
func why(w *town) dialog.Dialog       { return dialog.NewWhy(w.world, "main") }

func policy(f credit.Field) func(w *town) dialog.Dialog {
	return func(w *town) dialog.Dialog { return dialog.NewPolicy(w.world, "main", f) }
}

// done is a request and the closing of the dialog.
func done(r ask.Request) []ask.Request { return []ask.Request{ask.Batch{r, ask.Close{}}} }

// The keys of the dialogs about seats, on a Career seat of 14 credits.
func TestSeatDialogKeys(t *testing.T) {
	now := at(t, "11-18 14:02")
	closed := []ask.Request{ask.Close{}}
	moved := func(plan string, at time.Time) []ask.Request {
		return done(ask.ChangePlan{Plan: model.SeatPlanChanged{Seat: "main", Plan: plan}, At: at})
	}
	set := func(o credit.Overrides) []ask.Request {
		return done(ask.SetPolicy{Seat: "main", Policy: o, At: now})
	}
	forecast := func(p credit.Pace, r credit.Rate) []ask.Request {
		return done(ask.ForecastAt{Course: &credit.Course{Pace: p, Rate: r}})
	}
	fivePerWeek, err := credit.ParsePace("5/week")
	if err != nil {
		t.Fatal(err)
	}
	none, forever, twenty, noReply := 0, 0, 20, credit.RefundOnNoReply
	for _, c := range []asks{
		{"a number and Enter", reconcile, []string{"9", "enter"}, done(ask.Reconcile{Seat: "main", Balance: 9}), ""},
		{"nothing left", reconcile, []string{"0", "enter"}, done(ask.Reconcile{Seat: "main", Balance: 0}), ""},
		{"no number", reconcile, []string{"enter"}, nil, "✗ Type the number that LinkedIn shows."},
		{"a negative one", reconcile, []string{"-", "1", "enter"}, nil, "LinkedIn shows 0 or more"},
		{"a word", reconcile, append(typed("many"), "enter"), nil, `What LinkedIn shows is a number, not "many".`},
		{"esc changes nothing", reconcile, []string{"9", "esc"}, closed, ""},

		{"a plan", plan, []string{"r", "enter"}, moved("recruiter-lite", now), ""},
		{"no plan", plan, []string{"enter"}, nil, "Choose the plan you pay for."},
		{"on an earlier day", plan, append([]string{"r", "tab"}, append(typed("2026-11-10 9am"), "enter")...), moved("recruiter-lite", at(t, "11-10 09:00")), ""},
		{"tomorrow", plan, append([]string{"r", "tab"}, append(typed("tomorrow"), "enter")...), nil, "Thu 19 Nov 2026 12:00 has not come yet"},
		{"before the seat", plan, append([]string{"r", "tab"}, append(typed("2026-07-01"), "enter")...), nil, "before the seat was opened on 2026-08-01"},
		{"a plan kept", plan, []string{"r", "esc"}, closed, ""},

		{"Enter alone ends nothing", cancel, []string{"enter"}, nil, "Nothing is done: choose to end it, or close this."},
		{"ended", cancel, []string{"right", "enter"}, done(ask.CancelSeat{Seat: "main", At: now}), ""},
		{"ended before it began", cancel, append([]string{"right", "tab"}, append(typed("2026-07-01"), "enter")...), nil, "before the seat was opened"},
		{"a seat kept", cancel, []string{"right", "esc"}, closed, ""},

		{"an expiry", policy(credit.FieldExpiry), []string{"ctrl+u", "2", "0", "enter"}, set(credit.Overrides{ExpiryDays: &twenty}), ""},
		{"never", policy(credit.FieldExpiry), append([]string{"ctrl+u"}, append(typed("never"), "enter")...), set(credit.Overrides{ExpiryDays: &forever}), ""},
		{"an expiry of -1", policy(credit.FieldExpiry), []string{"ctrl+u", "-", "1", "enter"}, nil, "The value is -1: give a number from 0 to 1000000"},
		{"no number of credits", policy(credit.FieldMonthly), append([]string{"ctrl+u"}, append(typed("lots"), "enter")...), nil, "give a number from 0 to 1000000"},
		{"a grant of nothing", policy(credit.FieldMonthly), []string{"ctrl+u", "0", "enter"}, set(credit.Overrides{Monthly: &none}), ""},
		{"nothing changed", policy(credit.FieldCap), []string{"enter"}, closed, ""},
		{"no-reply", policy(credit.FieldRefundRule), []string{"right", "enter"}, set(credit.Overrides{RefundRule: &noReply}), ""},
		{"there and back is no change", policy(credit.FieldRefundRule), []string{"right", "left", "enter"}, closed, ""},
		{"a policy of tomorrow", policy(credit.FieldCap), append([]string{"ctrl+u", "9", "tab"}, append(typed("tomorrow"), "enter")...), nil, "Thu 19 Nov 2026 12:00 has not come yet"},

		{"a price", price, append(typed("119.99"), "enter"), done(ask.PriceSeat{Seat: "main", Price: "119.99", Currency: "EUR"}), ""},
		{"with a comma, in dollars", price, append(typed("99,5"), "tab", "u", "s", "d", "enter"), done(ask.PriceSeat{Seat: "main", Price: "99.5", Currency: "USD"}), ""},
		{"a negative price", price, append(typed("-5"), "enter"), nil, `Price is "-5"`},
		{"a currency of one letter", price, append(typed("5"), "tab", "x", "enter"), nil, `Currency is "X"`},
		{"no price", price, []string{"enter"}, closed, ""},

		{"a pace", pace, append(typed("5/week"), "enter"), forecast(fivePerWeek, credit.Rate{Answered: 1, Of: 3}), ""},
		{"and a rate", pace, append(append(typed("5/week"), "tab"), append(typed("10%"), "enter")...), forecast(fivePerWeek, credit.PerCent(10)), ""},
		{"my own pace", pace, []string{"enter"}, done(ask.ForecastAt{}), ""},
		{"no pace", pace, append(typed("fast"), "enter"), nil, `"fast" is not a pace`},
		{"more answers than InMails", pace, append([]string{"tab"}, append(typed("120"), "enter")...), nil, "write 0 to 100"},

		{"why leads to the credits", why, []string{"j", "k", "enter"}, []ask.Request{ask.Batch{ask.Close{}, ask.GoToCredits{}}}, "Why 14?"},
		{"why closes", why, []string{"esc"}, closed, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := newTown(t)
			autumn(w)
			d := c.make(w)
			frame(d, 80, 24)
			if got := press(d, c.keys...); !reflect.DeepEqual(got, c.want) {
				t.Errorf("asked for %#v, want %#v", got, c.want)
			}
			got := flat(d, 80)
			if !strings.Contains(got, c.said) {
				t.Errorf("%q is not said:\n%s", c.said, got)
			}
			if c.want == nil && strings.Count(got, "✗") != 1 {
				t.Errorf("it is not said once:\n%s", got)
			}
		})
	}
}

// What a dialog foresees is what happens when it is done.
func TestForeseen(t *testing.T) {
	for _, c := range []struct {
		name string
		make func(w *town) dialog.Dialog
		keys []string
		said string
	}{
		{"fewer", reconcile, []string{"9"}, "14 before, -5, 9 after."},
		{"more", reconcile, []string{"1", "5"}, "14 before, +1, 15 after."},
		{"another plan", plan, []string{"s"}, "the balance goes from 14 to 50"},
		{"no plan", cancel, []string{"right"}, "the balance goes from 14 to 0"},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := newTown(t)
			autumn(w)
			d := c.make(w)
			press(d, c.keys...)
			if got := flat(d, 80); !strings.Contains(got, c.said) {
				t.Fatalf("%q is not said:\n%s", c.said, got)
			}
			want := strings.Fields(strings.TrimSuffix(strings.ReplaceAll(c.said, "after.", ""), " "))
			if !w.obey(d, press(d, "enter")[0]) {
				t.Error("it stays open")
			}
			l, _, _ := w.world.Book.LedgerNow("main", w.world.Now)
			if last := want[len(want)-1]; last != itoa(l.Balance) {
				t.Errorf("foreseen %s, it is %d", last, l.Balance)
			}
		})
	}
}

// A difference is explained by what the conversations and the calendar say.
func TestReconcileHints(t *testing.T) {
	w := newTown(t)
	autumn(w)
	d := dialog.NewReconcile(w.world, "main", []string{"inmail-2-11-06 10:14"})
	press(d, "1", "5")
	if got := flat(d, 80); !strings.Contains(got, "1 of the 2 open InMails looks answered in the imported messages (Lena Öztürk)") {
		t.Errorf("an answer that was not recorded:\n%s", got)
	}
	w.world.Now = at(t, "12-02 10:00")
	d = dialog.NewReconcile(w.world, "main", nil)
	press(d, "9")
	if got := flat(d, 80); !strings.Contains(got, "A grant of 5 was due yesterday") {
		t.Errorf("a grant that LinkedIn gives later:\n%s", got)
	}
	press(d, "ctrl+u")
	if got := flat(d, 80); !strings.Contains(got, "granted") || strings.Contains(got, "BEFORE YOU BOOK IT") {
		t.Errorf("without a number the ledger explains itself:\n%s", got)
	}
}

// A price that is known is shown, and the same again changes nothing.
func TestPriceIsKnown(t *testing.T) {
	w := newTown(t)
	autumn(w)
	w.record(w.world.Book.PriceSeat("main", "29.99", "EUR", w.world.Now, w.world.Now))
	d := dialog.NewPrice(w.world, "main")
	if got := flat(d, 80); !strings.Contains(got, "29.99") || !strings.Contains(got, "EUR a reply at your pace of 1 a month") {
		t.Errorf("the price:\n%s", got)
	}
	if got := press(d, "enter"); !reflect.DeepEqual(got, []ask.Request{ask.Close{}}) {
		t.Errorf("the same price asks for %#v", got)
	}
	want := done(ask.PriceSeat{Seat: "main", Price: "0", Currency: "EUR"})
	if got := press(dialog.NewPrice(w.world, "main"), "ctrl+u", "enter"); !reflect.DeepEqual(got, want) {
		t.Errorf("taken away: %#v", got)
	}
}

// What is the plan's own is not called the user's: an override is taken off by
// typing the plan's value, or none.
func TestPolicyBackToThePlan(t *testing.T) {
	for _, keys := range [][]string{{"ctrl+u", "enter"}, {"ctrl+u", "1", "5", "enter"}} {
		w := newTown(t)
		autumn(w)
		ten, never := 10, 0
		w.record(w.world.Book.SetPolicy("main", credit.Overrides{Cap: &ten, ExpiryDays: &never}, w.world.Now, w.world.Now))
		d := dialog.NewPolicy(w.world, "main", credit.FieldCap)
		if got := flat(d, 80); !strings.Contains(got, "Now 10 · yours") {
			t.Errorf("the cap:\n%s", got)
		}
		want := done(ask.SetPolicy{Seat: "main", Policy: credit.Overrides{ExpiryDays: &never}, At: w.world.Now})
		if got := press(d, keys...); !reflect.DeepEqual(got, want) {
			t.Errorf("%q asks for %#v", keys, got)
		}
	}
}

// A pace that is drawn already is there to be changed.
func TestPaceIsKnown(t *testing.T) {
	w := newTown(t)
	autumn(w)
	d := dialog.NewPace(w.world, "main", &credit.Course{Pace: credit.PerMonth(20), Rate: credit.PerCent(10)})
	if got := flat(d, 80); !strings.Contains(got, "At 20 a month, 10% answered") {
		t.Errorf("drawn:\n%s", got)
	}
	want := done(ask.ForecastAt{})
	if got := press(d, "ctrl+u", "tab", "ctrl+u", "enter"); !reflect.DeepEqual(got, want) {
		t.Errorf("emptied it asks for %#v", got)
	}
}

// On a small screen the explanation is read line by line.
func TestWhyScrolls(t *testing.T) {
	w := newTown(t)
	autumn(w)
	d := why(w)
	if got := frame(d, 40, 15); !strings.Contains(got, "↓ more") || strings.Contains(got, "lose none") {
		t.Fatalf("the top:\n%s", got)
	}
	for range 30 {
		press(d, "j")
		frame(d, 40, 15)
	}
	if got := frame(d, 40, 15); strings.Contains(got, "↓ more") || !strings.Contains(got, "grant have 91.") {
		t.Errorf("the end:\n%s", got)
	}
	press(d, "pgup", "pgup", "pgup")
	if got := frame(d, 40, 15); !strings.Contains(got, "14 = 20 granted") {
		t.Errorf("the top again:\n%s", got)
	}
}

// A second seat of the same name is refused, in one sentence, and stays on screen.
func TestOverlappingNames(t *testing.T) {
	w := newTown(t)
	autumn(w)
	d := dialog.NewSeat(w.world)
	keys := append([]string{"p", "up"}, append(typed("MAIN"), "enter")...)
	if got := press(d, keys...); got != nil {
		t.Fatalf("asked for %#v", got)
	}
	if got := flat(d, 80); !strings.Contains(got, `There is a seat "Main" already.`) || !strings.Contains(got, "MAIN") {
		t.Errorf("drawn:\n%s", got)
	}
}
