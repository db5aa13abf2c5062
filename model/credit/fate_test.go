package credit_test

import (
	"fmt"
	"strings"
	"testing"

	"cordial/model/credit"

	"pgregory.net/rapid"
)

// livesOf writes lives as "grant of 2026-01-01: 5 born, 2 debited, 3 left".
func livesOf(l credit.Ledger) string {
	var lines []string
	for _, life := range l.Lives() {
		line := fmt.Sprintf("%s of %s: %d born", life.Kind, life.Origin.Born, life.Born)
		for _, end := range []struct {
			n    int
			name string
		}{
			{life.Counts.Debited, "debited"},
			{life.Counts.Expired, "expired"},
			{life.Counts.Evicted, "evicted"},
			{life.Counts.Forfeited, "forfeited"},
			{life.Counts.AdjustedOut, "adjusted out"},
			{life.Left, "left"},
		} {
			if end.n > 0 {
				line += fmt.Sprintf(", %d %s", end.n, end.name)
			}
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

func TestLives(t *testing.T) {
	for _, c := range []struct {
		name  string
		story *story
		on    string
		want  string
	}{
		{"nothing", &story{}, "2026-01-01", ``},
		{
			"sent, answered, expired, evicted", opened("career", "2026-01-10").send("2026-01-11", 2).
				answer("2026-01-12", 1, "accepted").answer("2026-01-12", 2, "declined"), "2026-04-10", `
grant of 2026-01-10: 5 born, 2 debited, 3 expired
refund of 2026-01-12: 2 born, 2 evicted
grant of 2026-02-10: 5 born, 5 left
grant of 2026-03-10: 5 born, 5 left
grant of 2026-04-10: 5 born, 5 left`,
		},
		{
			"opening, overdrawn, reconciled, plan changed", openedWith("2026-01-10", credit.Fact{Plan: "career", OpeningBalance: ptr(1)}).
				send("2026-01-11", 2).reconcile("2026-01-12", 4).reconcile("2026-01-13", 3).change("2026-01-14", "business"), "2026-01-14", `
opening of 2026-01-10: 1 born, 1 debited
overdrawn of 2026-01-11: 1 born, 1 debited
adjustment of 2026-01-12: 4 born, 3 forfeited, 1 adjusted out
grant of 2026-01-14: 15 born, 15 left`,
		},
		{"an opening with nothing", openedWith("2026-01-10", credit.Fact{Plan: "career", OpeningBalance: ptr(0)}), "2026-01-10", ``},
	} {
		t.Run(c.name, func(t *testing.T) {
			wantText(t, "lives", livesOf(c.story.on(c.on)), c.want)
		})
	}
}

// TestLivesAddUp checks that each life ends as often as it began, that all of them make the totals and the
// balance, and that every line of the statement that moves credits is in one life.
func TestLivesAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := anyHistory().Draw(t, "history")
		l := credit.Fold(h, anyDayOf(t, h))
		left := map[credit.Origin]int{}
		for _, lot := range l.MergedLots() {
			left[lot.Origin] = lot.Left
		}
		moving := 0
		for _, e := range l.Entries {
			if e.Amount != 0 {
				moving++
			}
		}
		balance, debited, lost := 0, 0, 0
		for _, life := range l.Lives() {
			if !life.Counts.Conserves(life.Left) || life.Left != left[life.Origin] || life.Born < 1 {
				t.Fatalf("life %+v, the ledger has %d left", life, left[life.Origin])
			}
			checkLines(t, l, life)
			moving -= len(life.Births) + len(life.Ends)
			balance += life.Left
			debited += life.Counts.Debited
			lost += life.Counts.Expired + life.Counts.Evicted + life.Counts.Forfeited + life.Counts.AdjustedOut
			if one, known := l.LifeOf(life.Origin); !known || fmt.Sprint(one) != fmt.Sprint(life) {
				t.Fatalf("asked for by itself, the life is %+v, not %+v", one, life)
			}
		}
		went := l.Totals.Expired + l.Totals.Evicted + l.Totals.Forfeited + l.Totals.AdjustedOut
		if balance != l.Balance || debited != l.Totals.Debited || lost != went || moving != 0 {
			t.Fatalf("lives: %d left, %d debited, %d lost, %d lines left over; ledger: %d and %+v",
				balance, debited, lost, moving, l.Balance, l.Totals)
		}
	})
}

// checkLines checks that the lines of a life are about its lot, births before ends.
func checkLines(t *rapid.T, l credit.Ledger, life credit.Life) {
	born, ended := 0, 0
	for _, at := range life.Births {
		born += l.Entries[at].Amount
	}
	for _, at := range life.Ends {
		ended -= l.Entries[at].Amount
		if at < life.Births[0] || l.Entries[at].Lot != life.Origin {
			t.Fatalf("line %d does not end %+v", at, life)
		}
	}
	if born != life.Born || ended != life.Born-life.Left {
		t.Fatalf("%d born and %d ended in the lines of %+v", born, ended, life)
	}
}

func TestNoSuchLife(t *testing.T) {
	l := opened("career", "2026-01-10").on("2026-01-10")
	if life, known := l.LifeOf(credit.Origin{}); known {
		t.Errorf("nothing has the life %+v", life)
	}
}
