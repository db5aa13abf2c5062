package store

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"cordial/model"
)

// review counts what a review lists, read from the database alone, by kind.
func review(t testing.TB, s *Store) map[model.ProposalKind]int {
	t.Helper()
	book := must[*model.Book](t)(s.fold(must[[]model.Event](t)(s.Events(0))))
	clues := model.Gather(must[model.ThreadSet](t)(s.Threads()), must[model.PeopleSet](t)(s.People()),
		must[[]model.Invitation](t)(s.AllInvitations()), func(thread model.Key, after time.Time) (time.Time, bool, error) {
			return model.FirstReply(s.Messages, thread, after)
		})
	r := must[model.Review](t)(book.Propose(clues, noon()))
	counts := map[model.ProposalKind]int{}
	for _, p := range r.Proposals {
		counts[p.Kind]++
	}
	return counts
}

// decide appends decisions of an instant.
func decide(t testing.TB, s *Store, at time.Time, decisions ...model.Decision) {
	t.Helper()
	n := len(must[[]model.Event](t)(s.Events(0)))
	var events []model.Event
	for i, d := range decisions {
		events = append(events, model.Event{ID: fmt.Sprintf("d%d", n+i), At: at, Recorded: at, Decision: d})
	}
	if err := s.Append(uint64(n), events); err != nil {
		t.Fatal(err)
	}
}

// The preview, the import and the review afterwards agree on what there is to review,
// whatever was there before and whatever was decided.
func TestProposalsAgree(t *testing.T) {
	total := map[model.ProposalKind]int{}
	for seed := range uint64(9) {
		rnd := rand.New(rand.NewPCG(seed, 1))
		s := newStore(t)
		opening := 5
		if seed%4 != 0 {
			decide(t, s, clock(-20*86400), model.SeatOpened{Seat: "main", Name: "Main", Plan: "career", OpeningBalance: &opening})
		}
		for stage := range 3 {
			e := randomExport(rnd, stage)
			path := e.zip(t)
			dry := options()
			dry.DryRun = true
			would := must[model.ImportReport](t)(s.Import(t.Context(), []string{path}, dry, nil)).Proposals
			did := must[model.ImportReport](t)(s.Import(t.Context(), []string{path}, options(), nil)).Proposals
			found := review(t, s)
			sum := 0
			for kind, n := range found {
				sum += n
				total[kind] += n
			}
			if would != did || did != sum {
				t.Fatalf("seed %d, archive %d: %d by the preview, %d by the import, %v by the review", seed, stage+1, would, did, found)
			}
			randomDecisions(t, rnd, s, seed%4 != 0)
		}
	}
	for _, kind := range model.ProposalKinds() {
		if total[kind] == 0 {
			t.Errorf("nothing of the kind %s was ever proposed: %v", kind, total)
		}
	}
}

// guests are the people of the random exports.
func guests() []string { return []string{"anna", "bert", "cleo", "dora", "emil", "frida"} }

// randomExport is an archive of a month, which has some of what the ones before had.
func randomExport(rnd *rand.Rand, stage int) export {
	const day = 86400
	e := export{made: clock((stage - 2) * 5 * day)}
	for i, slug := range guests() {
		if rnd.IntN(4) == 0 {
			continue
		}
		begin := (i - 19) * day
		for n := range 2 + stage {
			m := mail{conversation: "2-" + slug, from: me, to: slug, at: clock(begin + n*3*day), text: fmt.Sprint("text ", n)}
			if m.at.After(e.made) {
				break
			}
			if n%2 == 1 && i != 1 {
				m.from, m.to = slug, me
			}
			if n == 0 && i%2 == 0 {
				m.subject = "Hello"
			}
			e.messages = append(e.messages, m)
		}
	}
	if len(e.messages) == 0 {
		e.messages = []mail{{conversation: "2-z", from: me, to: "zoe", at: clock(-25 * day), text: "hello"}}
	}
	for _, slug := range guests()[3:] {
		if rnd.IntN(2) == 0 {
			e.invitations = append(e.invitations, request{slug, true, "1/1/26, 9:00 AM", ""})
		}
	}
	if rnd.IntN(2) == 0 {
		slug := guests()[rnd.IntN(6)]
		e.connections = []connection{{slug, display(slug), "", "", "", "08 Jan 2026"}}
	}
	return e
}

// randomDecisions are some about what an archive brought.
func randomDecisions(t testing.TB, rnd *rand.Rand, s *Store, seat bool) {
	known := must[[]model.Event](t)(s.Events(0))
	for _, slug := range guests() {
		at := clock((rnd.IntN(12) - 14) * 86400)
		about := model.Subjects{Threads: []string{model.ThreadKey("2-" + slug).ThreadID()}}
		added := slices.ContainsFunc(known, func(e model.Event) bool {
			d, ok := e.Decision.(model.ContactAdded)
			return ok && d.Contact == slug
		})
		switch rnd.IntN(6) {
		case 0:
			decide(t, s, at, model.ThreadMarked{Mark: model.MarkArchived, Subjects: about})
		case 1:
			decide(t, s, at, model.ReminderSet{Due: clock(86400), IfNoReply: true, Subjects: about})
		case 2:
			if !added {
				decide(t, s, at, model.ContactAdded{Contact: slug, Name: slug, URL: address(slug)}, model.InvitationRecorded{State: model.InviteSent, Contact: slug})
			}
		case 3:
			if !added && seat {
				decide(t, s, at, model.ContactAdded{Contact: slug, Name: slug, URL: address(slug)},
					model.InMailSent{InMail: "im-" + slug, Contact: slug, Seat: "main", Cost: 1})
			}
		}
	}
}
