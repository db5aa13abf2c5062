package credits_test

import (
	"fmt"
	"testing"
	"time"

	"cordial/model"
	"cordial/ui/screen/credits"
)

// decades is a seat of 20 years with 50,000 InMails, of which every fifth was
// answered.
func decades(b *testing.B) *town {
	b.Helper()
	const years, sends = 20, 50_000
	w := newTown(b)
	start := w.now.AddDate(-years, 0, 0)
	apply := func(at time.Time, d model.Decision) {
		w.ids++
		if _, err := w.book.Apply(model.Event{ID: fmt.Sprint("e", w.ids), At: at, Recorded: at, Decision: d}); err != nil {
			b.Fatal(err)
		}
	}
	apply(start, model.SeatOpened{Seat: "main", Name: "Main", Plan: "recruiter-corporate", Zone: "Europe/Berlin"})
	for i := range sends {
		at := start.Add(w.now.Sub(start) / sends * time.Duration(i))
		id := fmt.Sprint(i)
		apply(at, model.ContactAdded{Contact: id, Name: "Person " + id})
		apply(at, model.InMailSent{InMail: id, Contact: id, Seat: "main", Cost: 1, Subject: "Platform team lead"})
		if i%5 == 0 {
			apply(at.Add(time.Hour), model.InMailAnswered{InMail: id, Answer: model.AnswerReplied})
		}
	}
	return w
}

// BenchmarkDraw is a frame of each view, of a seat of 20 years.
func BenchmarkDraw(b *testing.B) {
	s := credits.New(decades(b).world(), nil)
	th := plain()
	for _, view := range []string{"lots", "ledger", "forecast", "plan"} {
		for _, size := range [][2]int{{120, 36}, {80, 24}} {
			b.Run(fmt.Sprintf("%s-%dx%d", view, size[0], size[1]), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					s.Draw(th, size[0], size[1], "")
				}
			})
		}
		press(s, "tab")
	}
}

// BenchmarkRefresh is what a message costs that changes nothing.
func BenchmarkRefresh(b *testing.B) {
	world := decades(b).world()
	s := credits.New(world, nil)
	b.ReportAllocs()
	for b.Loop() {
		s.Refresh(world)
	}
}

// BenchmarkRead is what another day costs: the ledger folded, forecast and laid out.
func BenchmarkRead(b *testing.B) {
	world := decades(b).world()
	s := credits.New(world, nil)
	b.ReportAllocs()
	for b.Loop() {
		world.Now = world.Now.AddDate(0, 0, 1)
		s.Refresh(world)
	}
}

// BenchmarkOpen is opening the statement's oldest line, whose grant is told in full.
func BenchmarkOpen(b *testing.B) {
	s := credits.New(decades(b).world(), nil)
	press(s, "tab", "G")
	b.ReportAllocs()
	for b.Loop() {
		press(s, "enter", "esc")
	}
}
