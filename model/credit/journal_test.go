package credit_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"testing"
	"time"

	"cordial/model/credit"
	"cordial/model/day"
)

// worked is a history in the portable journal's form, with the figures it must give.
type worked struct {
	Case    string            `json:"case"`
	Journal []json.RawMessage `json:"journal"`
	Expect  []struct {
		On      day.Day        `json:"on"`
		Seat    string         `json:"seat"`
		Balance int            `json:"balance"`
		Totals  *credit.Totals `json:"totals"`
		Lots    *[]credit.Lot  `json:"lots"`
	} `json:"expect"`
}

func readWorked(t *testing.T) []worked {
	t.Helper()
	text, err := os.ReadFile("testdata/ledger-cases.json")
	if err != nil {
		t.Fatal(err)
	}
	var cases []worked
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&cases); err != nil {
		t.Fatal(err)
	}
	return cases
}

// record is one line of the portable journal.
type record struct {
	ID   string    `json:"id"`
	At   time.Time `json:"at"`
	Kind string    `json:"kind"`
	Data struct {
		Seat           string           `json:"seat"`
		Name           string           `json:"name"`
		Plan           string           `json:"plan"`
		Zone           string           `json:"zone"`
		BillingDay     int              `json:"billing_day"`
		OpeningBalance *int             `json:"opening_balance"`
		Policy         credit.Overrides `json:"policy"`
		Balance        int              `json:"balance"`
		InMail         string           `json:"inmail"`
		Contact        string           `json:"contact"`
		Cost           int              `json:"cost"`
		Answer         string           `json:"answer"`
		Event          string           `json:"event"`
	} `json:"data"`
}

// readHistories is just enough of a journal reader: it splits a journal by seat and drops what was taken back.
func readHistories(t *testing.T, lines []json.RawMessage) map[string]*credit.History {
	t.Helper()
	records := make([]record, len(lines))
	for i, line := range lines {
		if err := json.Unmarshal(line, &records[i]); err != nil {
			t.Fatal(err)
		}
	}
	seats := map[string]*credit.History{}
	seatOf := map[string]string{}
	reverted := revertedEvents(records)
	for seq, r := range records {
		if reverted[r.ID] || r.Kind == "contact.added" || r.Kind == "event.reverted" {
			continue
		}
		seat := r.Data.Seat
		switch {
		case r.Kind == "seat.opened":
			seats[seat] = &credit.History{Seat: seat, Name: r.Data.Name, Zone: zone(t, r.Data.Zone)}
		case r.Kind == "inmail.sent":
			seatOf[r.Data.InMail] = seat
		case seat == "":
			seat = seatOf[r.Data.InMail]
		}
		if history := seats[seat]; history != nil {
			history.Facts = append(history.Facts, factOf(t, r, seq))
		}
	}
	return seats
}

// revertedEvents follows reversals from the last to the first: one that is itself taken back does nothing.
func revertedEvents(records []record) map[string]bool {
	reverted := map[string]bool{}
	for i := len(records) - 1; i >= 0; i-- {
		if r := records[i]; r.Kind == "event.reverted" && !reverted[r.ID] {
			reverted[r.Data.Event] = true
		}
	}
	return reverted
}

func factOf(t *testing.T, r record, seq int) credit.Fact {
	t.Helper()
	kinds := map[string]credit.FactKind{
		"seat.opened": credit.Opened, "seat.plan_changed": credit.PlanChanged, "seat.cancelled": credit.Cancelled,
		"seat.reconciled": credit.Reconciled, "inmail.sent": credit.Sent, "inmail.answered": credit.Answered,
		"inmail.undelivered": credit.Undelivered,
	}
	kind, known := kinds[r.Kind]
	if !known {
		t.Fatalf("journal line %d is of unknown kind %q", seq+1, r.Kind)
	}
	d := r.Data
	return credit.Fact{
		Kind: kind, At: r.At, Seq: seq, Event: r.ID, Plan: d.Plan, Overrides: d.Policy, BillingDay: d.BillingDay,
		OpeningBalance: d.OpeningBalance, Balance: d.Balance, InMail: d.InMail, Contact: d.Contact, Cost: d.Cost,
		Answer: d.Answer,
	}
}

func zone(t *testing.T, name string) *time.Location {
	t.Helper()
	loc, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return loc
}

// TestWorkedCases runs every worked history against its expected figures.
func TestWorkedCases(t *testing.T) {
	for _, c := range readWorked(t) {
		seats := readHistories(t, c.Journal)
		for _, want := range c.Expect {
			t.Run(fmt.Sprintf("%s/%s %s", c.Case, want.Seat, want.On), func(t *testing.T) {
				got := credit.Fold(*seats[want.Seat], want.On)
				if got.Balance != want.Balance {
					t.Errorf("balance %d, want %d", got.Balance, want.Balance)
				}
				if want.Totals != nil && got.Totals != *want.Totals {
					t.Errorf("totals\n got %+v\nwant %+v", got.Totals, *want.Totals)
				}
				if want.Lots != nil && fmt.Sprint(got.MergedLots()) != fmt.Sprint(*want.Lots) {
					t.Errorf("lots\n got %v\nwant %v", got.MergedLots(), *want.Lots)
				}
				if !got.Totals.Conserves(got.Balance) {
					t.Errorf("credits lost or invented: balance %d, totals %+v", got.Balance, got.Totals)
				}
			})
		}
	}
}
