package gauge

import (
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"cordial/model"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// at is noon of a day of 2026, in UTC.
func at(month time.Month, dom int) time.Time {
	return time.Date(2026, month, dom, 12, 0, 0, 0, time.UTC)
}

// book is a Book with these decisions, each at its time.
func book(t *testing.T, drafts ...model.Draft) *model.Book {
	t.Helper()
	b := model.NewBook(model.World{Zone: time.LoadLocation})
	for i, d := range drafts {
		if _, err := b.Apply(model.Event{ID: string(rune('a' + i)), At: d.At, Recorded: d.At, Decision: d.Decision}); err != nil {
			t.Fatal(err)
		}
	}
	return b
}

// opened is the opening of a seat of the plan "career": 5 a month, 15 at most,
// kept for 90 days.
func opened(id string, when time.Time, balance int) model.Draft {
	return model.Draft{At: when, Decision: model.SeatOpened{Seat: id, Name: id, Plan: "career", BillingDay: 1, OpeningBalance: &balance}}
}

func TestGaugeSaysWhatComesNext(t *testing.T) {
	sent := func(when time.Time, id string) []model.Draft {
		return []model.Draft{
			{At: when, Decision: model.ContactAdded{Contact: "c" + id, Name: "C"}},
			{At: when, Decision: model.InMailSent{InMail: id, Contact: "c" + id, Seat: "Work", Cost: 1}},
		}
	}
	tests := []struct {
		name   string
		drafts []model.Draft
		now    time.Time
		want   string
	}{
		{"no seat", nil, at(1, 5), "no InMail seat · g m opens one"},
		{"the next grant", []model.Draft{opened("Work", at(1, 5), 3)}, at(1, 6), "InMail 3/15 ███░░░░░░░░░░░░  +5 on 1 Feb"},
		{"an expiry in sight", []model.Draft{opened("Work", at(2, 20), 0)}, at(5, 20), "InMail 15/15 ██████████▓▓▓▓▓  5 expire 30 May"},
		{"lost to a grant before it expires", []model.Draft{opened("Work", at(1, 5), 3)}, at(3, 28), "InMail 13/15 ██████████▓▓▓░░  3 lost to the grant of 1 Apr"},
		{"what a grant pushes out", []model.Draft{opened("Work", at(1, 5), 13)}, at(1, 6), "InMail 13/15 ██████████▓▓▓░░  3 lost to the grant of 1 Feb"},
		{"nothing left", append([]model.Draft{opened("Work", at(1, 5), 1)}, sent(at(1, 6), "1")...), at(1, 6), "InMail 0/15 ░░░░░░░░░░░░░░░  +5 on 1 Feb"},
		{"overdrawn", append([]model.Draft{opened("Work", at(1, 5), 0)}, sent(at(1, 6), "1")...), at(1, 6), "InMail 0/15 ░░░░░░░░░░░░░░░  1 overdrawn: reconcile"},
		{"cancelled", []model.Draft{opened("Work", at(1, 5), 3), {At: at(1, 6), Decision: model.SeatCancelled{Seat: "Work"}}}, at(1, 7), "InMail 0/15 ░░░░░░░░░░░░░░░  plan cancelled"},
		{"a clock behind", []model.Draft{opened("Work", at(1, 5), 3), {At: at(1, 20), Decision: model.SeatReconciled{Seat: "Work", Balance: 2}}}, at(1, 10), "InMail 2/15 ██░░░░░░░░░░░░░  clock behind: as of 20 Jan"},
		{"the active seat of two", []model.Draft{opened("Old", at(1, 5), 3), {At: at(1, 6), Decision: model.SeatCancelled{Seat: "Old"}}, opened("New", at(1, 7), 4)}, at(1, 8), "InMail New 4/15 ████░░░░░░░░░░░  +5 on 1 Feb"},
	}
	th := theme.New(theme.Options{})
	for _, tt := range tests {
		text, w := Read(book(t, tt.drafts...), tt.now).Draw(th, 80, "g m opens one")
		if text = ansi.Strip(text); text != tt.want || w != widget.Width(tt.want) {
			t.Errorf("%s: %q (%d cells), want %q", tt.name, text, w, tt.want)
		}
	}
}

// The less room, the less is said; the figures come last, and nothing ever
// overflows.
func TestGaugeInLittleRoom(t *testing.T) {
	g := Read(book(t, opened("Work", at(1, 5), 13)), at(1, 6))
	th := theme.New(theme.Options{Profile: theme.TrueColor})
	before := 1000
	for w := 80; w >= 0; w-- {
		text, used := g.Draw(th, w, "")
		if used > w || used > before || widget.Width(text) != used {
			t.Fatalf("in %d cells it takes %d: %q", w, used, text)
		}
		if w >= 12 && !strings.Contains(ansi.Strip(text), "13/15") {
			t.Errorf("in %d cells there are no figures: %q", w, text)
		}
		before = used
	}
}
