package gauge

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"cordial/model"
	"cordial/model/credit"
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

// roomy is a seat with room for more than three grants, whose credits were found one
// day after the other and so expire one day after the other.
func roomy(found ...int) []model.Draft {
	limit, all := 50, 0
	seat := model.SeatOpened{
		Seat: "Work", Name: "Work", Plan: "career", BillingDay: 20, OpeningBalance: &found[0], Policy: &credit.Overrides{Cap: &limit},
	}
	drafts := []model.Draft{{At: at(1, 5), Decision: seat}}
	for i, n := range found {
		all += n
		drafts = append(drafts, model.Draft{At: at(1, 5+i), Decision: model.SeatReconciled{Seat: "Work", Balance: all}})
	}
	return drafts
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
		{"an expiry in sight", []model.Draft{opened("Work", at(2, 20), 0)}, at(5, 20), "InMail 15/15 ██████████▓▓▓▓▓  5 expire 30 May: send 5 by 29 May"},
		{"lost to a grant before it expires", []model.Draft{opened("Work", at(1, 5), 3)}, at(3, 28), "InMail 13/15 ██████████▓▓▓░░  3 lost to the grant of 1 Apr: send 3 by 31 Mar"},
		{"what a grant pushes out", []model.Draft{opened("Work", at(1, 5), 13)}, at(1, 6), "InMail 13/15 ██████████▓▓▓░░  3 lost to the grant of 1 Feb: send 3 by 31 Jan"},
		{"nothing left", append([]model.Draft{opened("Work", at(1, 5), 1)}, sent(at(1, 6), "1")...), at(1, 6), "InMail 0/15 ░░░░░░░░░░░░░░░  +5 on 1 Feb"},
		{"overdrawn", append([]model.Draft{opened("Work", at(1, 5), 0)}, sent(at(1, 6), "1")...), at(1, 6), "InMail 0/15 ░░░░░░░░░░░░░░░  1 overdrawn: reconcile"},
		{"cancelled", []model.Draft{opened("Work", at(1, 5), 3), {At: at(1, 6), Decision: model.SeatCancelled{Seat: "Work"}}}, at(1, 7), "InMail 0/15 ░░░░░░░░░░░░░░░  plan cancelled"},
		{"a clock behind", []model.Draft{opened("Work", at(1, 5), 3), {At: at(1, 20), Decision: model.SeatReconciled{Seat: "Work", Balance: 2}}}, at(1, 10), "InMail 2/15 ██░░░░░░░░░░░░░  clock behind: as of 20 Jan"},
		{"losses day by day", roomy(3, 2), at(3, 28), "InMail 20/50 ████▓▓░░░░░░░░░  3 expire 5 Apr, 2 on 6 Apr: send 3 by 4 Apr, 5 by 5 Apr"},
		{"more losses than there is room for", roomy(3, 2, 1, 1), at(3, 28), "InMail 22/50 █████▓▓░░░░░░░░  3 expire 5 Apr, 2 on 6 Apr, 1 on 7 Apr and more"},
		{"the seat that was made the active one", []model.Draft{
			opened("One", at(1, 5), 3), opened("Two", at(1, 6), 4), {At: at(1, 7), Decision: model.SeatActivated{Seat: "Two"}},
		}, at(1, 8), "InMail Two 4/15 ████░░░░░░░░░░░  +5 on 1 Feb"},
		{"the active seat of two", []model.Draft{opened("Old", at(1, 5), 3), {At: at(1, 6), Decision: model.SeatCancelled{Seat: "Old"}}, opened("New", at(1, 7), 4)}, at(1, 8), "InMail New 4/15 ████░░░░░░░░░░░  +5 on 1 Feb"},
	}
	th := theme.New(theme.Options{})
	for _, tt := range tests {
		text, w := Read(book(t, tt.drafts...), tt.now).Draw(th, 100, "g m opens one")
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

// BenchmarkRead is what a change costs; a frame costs nothing but Draw.
func BenchmarkRead(b *testing.B) {
	book := model.NewBook(model.World{Zone: time.LoadLocation})
	apply := func(id string, when time.Time, d model.Decision) {
		if _, err := book.Apply(model.Event{ID: id, At: when, Recorded: when, Decision: d}); err != nil {
			b.Fatal(err)
		}
	}
	start := at(1, 1).AddDate(-20, 0, 0)
	apply("open", start, model.SeatOpened{Seat: "Work", Name: "Work", Plan: "recruiter-corporate"})
	for i := range 50_000 {
		id := fmt.Sprint(i)
		when := start.Add(time.Duration(i) * 20 * 365 * 24 * time.Hour / 50_000)
		apply("c"+id, when, model.ContactAdded{Contact: id, Name: "C"})
		apply("s"+id, when, model.InMailSent{InMail: id, Contact: id, Seat: "Work", Cost: 1})
	}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		Read(book, at(1, 2).AddDate(0, 0, i)) // another day: nothing is remembered
	}
}
