package ui

import (
	"fmt"
	"slices"

	"cordial/keymap"
	"cordial/model"
	"cordial/model/day"
	"cordial/ui/ask"
	"cordial/ui/screen/review"
)

// reviewing is what imports show and nobody has recorded. It is worked out beside the
// screen, from the events and the evidence of a moment; what is decided since is taken
// off at once.
type reviewing struct {
	busy    bool
	asked   reviewKey // what was worked out last, or is being
	read    bool      // it has been worked out once
	trouble error     // why it could not be the last time
	found   model.Review
	settled []model.Proposal // that were found before and are no longer: an undo may bring them back
	desk    *reviewDesk
	imports uint64 // the evidence that found is of

	stands []model.Proposal // of found, what still is a proposal
	of     *model.Book      // that stands is of, nil when it must be asked anew
	events int              // how many of its events

	quotes map[string]review.Quotes // by the proposals' ids
	fetch  bool                     // quotes are being read
}

// reviewKey tells what a review is worked out from.
type reviewKey struct {
	events   int
	last     string // id of the last event
	evidence uint64
	era      uint64
	today    day.Day
}

// readReview works the review out anew when something has changed that it depends on.
func (a *App) readReview() {
	r := &a.review
	key := reviewKey{events: a.book.Len(), evidence: a.evidence, era: a.reading.era, today: day.Of(a.now, a.now.Location())}
	if key.events > 0 {
		key.last = a.book.Event(key.events - 1).ID
	}
	if r.busy || r.asked == key {
		return
	}
	if r.asked.evidence != key.evidence || r.asked.era != key.era {
		r.desk, r.quotes, r.settled = nil, nil, nil
	}
	r.busy, r.asked = true, key
	a.run(a.effects.review(key, r.desk, a.threads, a.book.Events(), a.now))
}

// foundReview takes in a review.
func (a *App) foundReview(m reviewMsg) {
	r := &a.review
	r.busy, r.trouble = false, m.err
	if m.err != nil || m.key.evidence != a.evidence || m.key.era != a.reading.era {
		a.touched()
		return
	}
	before, known := r.ids(), r.read && r.imports != m.key.evidence
	if r.imports == m.key.evidence {
		a.keepSettled(m.found)
	}
	r.desk, r.found, r.read, r.imports, r.of = m.desk, m.found, true, m.key.evidence, nil
	a.touched()
	if fresh := newOnes(before, r.stands); known && fresh > 0 {
		a.tell(ask.Said, "The import shows "+things(fresh, "new thing", "new things")+" to review", a.hint(keymap.GoReview, "review"))
	}
}

// keepSettled keeps what was found before and is not found any more because it was decided
// about since.
func (a *App) keepSettled(found model.Review) {
	r, now := &a.review, map[string]bool{}
	for _, p := range found.Proposals {
		now[p.ID] = true
	}
	var settled []model.Proposal
	for _, p := range append(r.settled, r.found.Proposals...) {
		if !now[p.ID] && !a.book.Stands(p, a.now) {
			now[p.ID] = true
			settled = append(settled, p)
		}
	}
	r.settled = settled
}

// ids names what stands.
func (r *reviewing) ids() map[string]bool {
	ids := map[string]bool{}
	for _, p := range r.stands {
		ids[p.ID] = true
	}
	return ids
}

// newOnes counts the proposals that were not there before.
func newOnes(before map[string]bool, now []model.Proposal) int {
	n := 0
	for _, p := range now {
		if !before[p.ID] {
			n++
		}
	}
	return n
}

// toReview is what stands of the review now.
func (a *App) toReview() []model.Proposal {
	r := &a.review
	if r.of != a.book || r.events != a.book.Len() {
		r.of, r.events, r.stands = a.book, a.book.Len(), nil
		for _, p := range append(slices.Clip(r.found.Proposals), r.settled...) {
			if a.book.Stands(p, a.now) {
				r.stands = append(r.stands, p)
			}
		}
		if len(r.settled) > 0 {
			model.Review{Proposals: r.stands}.Sort()
		}
	}
	return r.stands
}

// looksAnswered lists the InMails that look answered.
func (a *App) looksAnswered() []string {
	var ids []string
	for _, p := range a.toReview() {
		if p.Kind == model.ProposeAnswer {
			ids = append(ids, p.InMail)
		}
	}
	return ids
}

// reviewScreen is the review, nil when another screen is in front.
func (a *App) reviewScreen() *review.Screen {
	if n := len(a.pages); n > 0 {
		if s, ok := a.pages[n-1].screen.(*review.Screen); ok {
			return s
		}
	}
	return nil
}

// goToReview shows the review.
func (a *App) goToReview() {
	if a.reviewScreen() != nil {
		return
	}
	s := review.New(a.reviewWorld())
	a.pages = append(a.pages, page{s, func() { s.Refresh(a.reviewWorld()) }})
}

// reviewWorld is what the screen of the review reads.
func (a *App) reviewWorld() review.World {
	_, imported := a.book.LastImport()
	return review.World{
		Book: a.book, Version: a.version, Proposals: a.toReview(), Opening: a.review.found.Opening, Read: a.review.read, Trouble: a.review.trouble,
		Imported: imported, Gauge: a.gauge, Keys: a.keymap, Now: a.now, Quotes: a.review.quotes,
		URL: func(key model.Key) string { return a.acquaintance(model.Person{Key: key}).Person.URL },
	}
}

// readQuotes reads the messages that the proposal under the cursor is about, and then
// those of the next.
func (a *App) readQuotes() {
	s := a.reviewScreen()
	if s == nil || a.review.fetch {
		return
	}
	for _, p := range s.Near() {
		if _, have := a.review.quotes[p.ID]; !have && len(p.Moments()) > 0 {
			a.review.fetch = true
			a.run(a.effects.quotes(a.reading.era, p))
			return
		}
	}
}

// foundQuotes takes in the messages that a proposal is about.
func (a *App) foundQuotes(m quotesMsg) {
	a.review.fetch = false
	if m.gen != a.reading.era {
		return
	}
	if a.review.quotes == nil {
		a.review.quotes = map[string]review.Quotes{}
	}
	a.review.quotes[m.id] = m.quotes
	a.touched()
}

// things counts in words.
func things(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
