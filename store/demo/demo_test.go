package demo_test

import (
	"os"
	"testing"
	"time"

	"cordial/model"
	"cordial/model/credit"
	"cordial/model/triage"
	"cordial/store"
	"cordial/store/demo"
)

// moments are instants at which calendars are awkward.
func moments(t *testing.T) []time.Time {
	t.Helper()
	zone, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	return []time.Time{
		time.Date(2026, 11, 21, 10, 0, 0, 0, zone),
		time.Date(2026, 3, 29, 3, 30, 0, 0, zone), // clocks went forward an hour ago
		time.Date(2028, 2, 29, 0, 0, 30, 0, time.UTC),
		time.Date(2027, 1, 31, 23, 59, 0, 0, time.UTC),
		time.Date(2026, 5, 1, 6, 0, 0, 0, time.UTC), // before the hour of every decision of the day
	}
}

// filled is a demo as of an instant, folded and sorted.
func filled(t *testing.T, now time.Time) (*store.Store, *model.Book, *triage.Board) {
	t.Helper()
	s, done, err := demo.Open(t.Context(), now, store.Options{Program: "test"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(done)
	events, err := s.Events(0)
	if err != nil {
		t.Fatal(err)
	}
	book := model.NewBook(model.World{Zone: time.LoadLocation})
	for _, e := range events {
		if e.At.After(now) {
			t.Errorf("%s %s is dated %s, after %s", e.ID, e.Decision.Kind(), e.At, now)
		}
		if _, err := book.Apply(e); err != nil {
			t.Fatalf("%s %s: %v", e.ID, e.Decision.Kind(), err)
		}
	}
	threads, err := s.Threads()
	if err != nil {
		t.Fatal(err)
	}
	return s, book, triage.NewBoard(book, threads, now)
}

// TestEveryState asks for an example of everything the inbox can show.
func TestEveryState(t *testing.T) {
	for _, now := range moments(t) {
		t.Run(now.Format(time.RFC3339), func(t *testing.T) {
			_, book, board := filled(t, now)
			for _, tab := range append(triage.Tabs(book.Labels()), triage.Tab{Kind: triage.Snoozed}, triage.Tab{Kind: triage.Starred}) {
				if n, _ := board.Count(tab); n == 0 {
					t.Errorf("the tab %s is empty", tab.Title())
				}
			}
			if n, unread := board.Count(triage.Tab{Kind: triage.Inbox}); unread == 0 || unread == n {
				t.Errorf("%d of %d in the inbox are unread", unread, n)
			}
			have := map[string]bool{}
			all := triage.Tab{Kind: triage.All}
			n, _ := board.Count(all)
			for place := range n {
				id, _ := board.At(all, place)
				l, _ := board.Line(id)
				look(have, l, now)
			}
			for _, state := range []string{
				"late", "due today", "snoozed", "if no reply", "muted", "note", "group", "deleted member", "own label",
				"no conversation", "inmail open", "inmail answered", "inmail lapsed", "inmail undelivered", "inmail free",
				"invitation pending", "invitation accepted", "invitation incoming",
			} {
				if !have[state] {
					t.Errorf("there is no %s", state)
				}
			}
		})
	}
}

// look notes what a line is an example of.
func look(have map[string]bool, l triage.Line, now time.Time) {
	note := func(state string, is bool) { have[state] = have[state] || is }
	y, m, d := now.Date()
	midnight := time.Date(y, m, d, 0, 0, 0, 0, now.Location())
	if r := l.State.Reminder; r != nil {
		note("late", l.Due && r.Due.Before(midnight))
		note("due today", l.Due && !r.Due.Before(midnight))
		note("if no reply", r.IfNoReply)
	}
	note("snoozed", l.Place == triage.OutOfSight)
	note("muted", l.State.Muted)
	note("note", len(l.State.Notes) > 0)
	note("group", l.Thread.Group)
	note("deleted member", l.Name == "LinkedIn Member")
	note("own label", l.State.HasLabel("Berlin"))
	note("no conversation", l.Thread.LastAt == 0)
	if l.InMail != nil {
		note("inmail "+string(l.InMail.State), true)
		note("inmail free", l.InMail.Cost == 0)
	}
	note("invitation "+string(l.Invitation), true)
}

// TestCredits asks for seats in interesting trouble.
func TestCredits(t *testing.T) {
	for _, now := range moments(t) {
		t.Run(now.Format(time.RFC3339), func(t *testing.T) {
			_, book, _ := filled(t, now)
			seats := book.Seats()
			if len(seats) != 2 {
				t.Fatalf("%d seats", len(seats))
			}
			var evicts, soon bool
			var total credit.Totals
			for _, seat := range seats {
				l, behind, _ := book.LedgerNow(seat.ID, now)
				if behind || l.Overdrawn > 0 {
					t.Errorf("%s: clock behind %v, overdrawn %d", seat.ID, behind, l.Overdrawn)
				}
				if grant, ok := l.NextGrant(); ok && grant.Evicts > 0 && grant.On.Sub(l.On) <= 8 {
					evicts = true
				}
				if expiry, ok := l.NextExpiry(); ok && expiry.On.Sub(l.On) <= 4 {
					soon = true
				}
				total.Refunded += l.Totals.Refunded
				total.Debited += l.Totals.Debited
				total.Expired += l.Totals.Expired
			}
			if !evicts || !soon || total.Refunded == 0 || total.Debited < 5 || total.Expired == 0 {
				t.Errorf("evicts %v, expires soon %v, %+v", evicts, soon, total)
			}
		})
	}
}

// TestSameInstantSameDemo makes the demo twice.
func TestSameInstantSameDemo(t *testing.T) {
	now := moments(t)[0]
	one, _, _ := filled(t, now)
	two, _, _ := filled(t, now)
	a, err := one.Events(0)
	if err != nil {
		t.Fatal(err)
	}
	b, err := two.Events(0)
	if err != nil {
		t.Fatal(err)
	}
	if len(a) != len(b) {
		t.Fatalf("%d events, then %d", len(a), len(b))
	}
	for i := range a {
		if a[i].ID != b[i].ID || !a[i].At.Equal(b[i].At) || a[i].Decision.Kind() != b[i].Decision.Kind() {
			t.Errorf("event %d differs: %+v, %+v", i, a[i], b[i])
		}
	}
}

// TestDoneLeavesNothing looks for what is left of a demo.
func TestDoneLeavesNothing(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	left := func() int {
		entries, err := os.ReadDir(os.TempDir())
		if err != nil {
			t.Fatal(err)
		}
		return len(entries)
	}
	_, done, err := demo.Open(t.Context(), moments(t)[0], store.Options{Program: "test"})
	if err != nil {
		t.Fatal(err)
	}
	if left() == 0 {
		t.Fatal("the demo is not in the temporary directory")
	}
	done()
	if n := left(); n != 0 {
		t.Errorf("%d entries are left", n)
	}
	if _, _, err := demo.Open(t.Context(), time.Date(1969, 1, 1, 0, 0, 0, 0, time.UTC), store.Options{}); err == nil {
		t.Error("a demo of 1969 was made")
	}
	if n := left(); n != 0 {
		t.Errorf("%d entries are left of a demo that failed", n)
	}
}

// TestDoubles asks for somebody who is likely there twice, and for somebody who may be.
func TestDoubles(t *testing.T) {
	for _, now := range moments(t) {
		s, book, _ := filled(t, now)
		people, err := s.People()
		if err != nil {
			t.Fatal(err)
		}
		likely := map[bool]int{}
		for _, one := range book.MergeSuggestions(people) {
			likely[one.Likely]++
		}
		if likely[true] != 1 || likely[false] != 1 {
			t.Errorf("%v: %d likely, %d possible", now, likely[true], likely[false])
		}
	}
}

// TestReview asks for something to review of every kind that two exports a few days
// apart can show.
func TestReview(t *testing.T) {
	for _, now := range moments(t) {
		s, book, _ := filled(t, now)
		threads, err := s.Threads()
		if err != nil {
			t.Fatal(err)
		}
		people, err := s.People()
		if err != nil {
			t.Fatal(err)
		}
		invitations, err := s.AllInvitations()
		if err != nil {
			t.Fatal(err)
		}
		reply := func(thread model.Key, after time.Time) (time.Time, bool, error) {
			return model.FirstReply(s.Messages, thread, after)
		}
		review, err := book.Propose(model.Gather(threads, people, invitations, reply), now)
		if err != nil {
			t.Fatal(err)
		}
		for _, kind := range []model.ProposalKind{
			model.ProposeAnswer, model.ProposeInMail, model.ProposeAccepted, model.ProposeReminder, model.ProposeBack,
		} {
			if n := len(review.Of(kind)); n == 0 || n > 4 {
				t.Errorf("%v: %d of kind %s", now, n, kind)
			}
		}
	}
}
