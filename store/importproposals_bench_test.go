package store

import (
	"fmt"
	"testing"
	"time"

	"cordial/model"
	"cordial/store/linkedin/sample"
)

// BenchmarkReview is what a review costs on a large database: looking through the
// evidence, once after an import, and then after each decision; with a seat of years, a
// thousand recorded InMails and five hundred archived conversations.
func BenchmarkReview(b *testing.B) {
	path, _ := sampleZip(b, sample.Size{Connections: 9000, Messages: 130_000, Invitations: 1000}, 1)
	s := newStore(b)
	must[model.ImportReport](b)(s.Import(b.Context(), []string{path}, unowned(), nil))
	threads, people := must[model.ThreadSet](b)(s.Threads()), must[model.PeopleSet](b)(s.People())
	decideMuch(b, s, threads)
	book := must[*model.Book](b)(s.fold(must[[]model.Event](b)(s.Events(0))))
	invitations := must[[]model.Invitation](b)(s.AllInvitations())
	asked := map[model.Key]time.Time{}
	reply := func(thread model.Key, after time.Time) (time.Time, bool, error) {
		if at, known := asked[thread]; known {
			return at, !at.IsZero(), nil
		}
		at, found, err := model.FirstReply(s.Messages, thread, after)
		asked[thread] = at
		return at, found, err
	}
	var clues model.Clues
	b.Run("gather", func(b *testing.B) {
		for b.Loop() {
			clues = model.Gather(threads, people, invitations, reply)
		}
		b.ReportMetric(float64(threads.Len()), "threads")
	})
	propose := func(b *testing.B) {
		n := 0
		for b.Loop() {
			n = len(must[model.Review](b)(book.Propose(clues, noon())).Proposals)
		}
		b.ReportMetric(float64(n), "proposals")
	}
	b.Run("first", func(b *testing.B) {
		clear(asked)
		propose(b)
		b.ReportMetric(float64(len(asked)), "readings")
	})
	b.Run("again", propose)
	found := must[model.Review](b)(book.Propose(clues, noon())).Proposals
	b.Run("stands", func(b *testing.B) { // what the screen asks after each decision
		for b.Loop() {
			for _, p := range found {
				if !book.Stands(p, noon()) {
					b.Fatal(p.ID)
				}
			}
		}
	})
}

// decideMuch opens a seat, sends a thousand InMails and archives five hundred
// conversations, in which a message came later.
func decideMuch(b *testing.B, s *Store, threads model.ThreadSet) {
	opened := time.Date(2010, 1, 1, 0, 0, 0, 0, time.UTC)
	events := []model.Event{{ID: "seat", At: opened, Recorded: opened, Decision: model.SeatOpened{Seat: "main", Name: "Main", Plan: "recruiter-corporate"}}}
	add := func(at time.Time, d model.Decision) {
		events = append(events, model.Event{ID: fmt.Sprint(len(events)), At: at, Recorded: at, Decision: d})
	}
	known := map[string]bool{}
	for i := 0; i < threads.Len() && len(events) < 2500; i++ {
		h := threads.Head(i)
		if h.Group || h.LastIn == 0 {
			continue
		}
		before := time.Unix(h.LastIn, 0).Add(-time.Hour)
		if i%3 == 0 {
			add(before, model.ThreadMarked{Mark: model.MarkArchived, Subjects: model.Subjects{Threads: []string{h.Key.ThreadID()}}})
			continue
		}
		id := threads.Row(i).People[0].ID
		if known[id] {
			continue
		}
		known[id] = true
		add(before, model.ContactAdded{Contact: id, Name: id, Source: model.SourceExport})
		add(before, model.InMailSent{InMail: "im-" + id, Contact: id, Seat: "main", Cost: 1})
	}
	n := len(must[[]model.Event](b)(s.Events(0)))
	if err := s.Append(uint64(n), events); err != nil {
		b.Fatal(err)
	}
}
