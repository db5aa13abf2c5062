package ui

import (
	"fmt"
	"time"

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
	desk    *reviewDesk
	imports uint64 // the evidence that found is of

	stands []model.Proposal // of found, what still is a proposal
	at     int              // how many events stands is of

	quotes map[string]review.Quotes // by the proposals' ids
	fetch  bool                     // quotes are being read
}

// reviewKey tells what a review is worked out from.
type reviewKey struct {
	events   int
	evidence uint64
	era      uint64
	today    day.Day
}

// readReview works the review out anew when something has changed that it depends on.
func (a *App) readReview() {
	r := &a.review
	key := reviewKey{a.book.Len(), a.evidence, a.reading.era, day.Of(a.now, a.now.Location())}
	if r.busy || r.asked == key {
		return
	}
	if r.asked.evidence != key.evidence || r.asked.era != key.era {
		r.desk, r.quotes = nil, nil
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
	r.desk, r.found, r.read, r.imports, r.at = m.desk, m.found, true, m.key.evidence, -1
	a.touched()
	if fresh := newOnes(before, r.stands); known && fresh > 0 {
		a.tell(ask.Said, "The import shows "+things(fresh, "thing", "things")+" to review", a.hint(keymap.GoReview, "review"))
	}
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
	if r.at != a.book.Len() {
		r.at, r.stands = a.book.Len(), nil
		for _, p := range r.found.Proposals {
			if a.book.Stands(p, a.now) {
				r.stands = append(r.stands, p)
			}
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

// decideOnReview is decideOn for proposals.
func (a *App) decideOnReview(r ask.Request) (bool, error) {
	switch r := r.(type) {
	case ask.AcceptProposals:
		drafts, err := a.book.Accept(a.now, r.Proposals...)
		return true, a.settle(drafts, err, acceptedWords(r.Proposals))
	case ask.DeclineProposals:
		drafts, err := a.book.Decline(a.now, r.Proposals...)
		return true, a.settle(drafts, err, declinedWords(r.Proposals))
	case ask.WithdrawnProposal:
		drafts, err := a.book.AcceptWithdrawn(a.now, r.Proposal)
		return true, a.settle(drafts, err, "Booked the invitation to "+review.Name(r.Proposal)+" as withdrawn")
	default:
		return false, nil
	}
}

// settle takes a decision about proposals and says it.
func (a *App) settle(drafts []model.Draft, err error, words string) error {
	if err != nil {
		return err
	}
	if err := a.commit(drafts); err != nil {
		return err
	}
	a.tell(ask.Done, words, a.hint(keymap.Undo, "undo"))
	return nil
}

// acceptedWords say what was recorded.
func acceptedWords(list []model.Proposal) string {
	if len(list) != 1 {
		return fmt.Sprintf("Booked %s", review.Count(list[0].Kind, len(list)))
	}
	p := list[0]
	name, on := review.Name(p), p.At.Format("2 Jan 2006")
	switch p.Kind {
	case model.ProposeInMail:
		return "Booked the InMail to " + name + " of " + on + ": " + p.Effect.Words
	case model.ProposeAnswer:
		return "Booked the answer of " + name + " of " + on + ": " + p.Effect.Words
	case model.ProposeAccepted:
		return "Booked the invitation of " + name + " as accepted"
	case model.ProposeVanished:
		return "Booked the invitation of " + name + " as declined"
	case model.ProposeReminder:
		return "Ticked off the reminder of " + name
	default:
		return "Put " + name + " back into the inbox"
	}
}

// declinedWords say what was declined.
func declinedWords(list []model.Proposal) string {
	p := list[0]
	switch {
	case len(list) > 1:
		return fmt.Sprintf("Declined %s", review.Count(p.Kind, len(list)))
	case p.Kind == model.ProposeReminder:
		return "The reminder of " + review.Name(p) + " stays"
	case p.Kind == model.ProposeBack:
		return "Archived " + review.Name(p)
	default:
		return "Declined: " + review.Name(p)
	}
}

// things counts in words.
func things(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// reviewDesk is what a review is worked out at: the evidence, looked through once, and
// the Book, which follows the events. It is used by one command at a time.
type reviewDesk struct {
	clues   model.Clues
	replies map[replyKey]reply
	book    *model.Book
	last    string // id of the last event in book
}

// replyKey is a question that was asked of the messages, reply its answer.
type (
	replyKey struct {
		thread model.Key
		after  int64
	}
	reply struct {
		at    time.Time
		found bool
	}
)

// newReviewDesk looks through the evidence.
func (e effects) newReviewDesk(threads model.ThreadSet) (*reviewDesk, error) {
	people, err := e.store.People()
	if err != nil {
		return nil, err
	}
	invitations, err := e.store.AllInvitations()
	if err != nil {
		return nil, err
	}
	d := &reviewDesk{replies: map[replyKey]reply{}}
	d.clues = model.Gather(threads, people, invitations, func(thread model.Key, after time.Time) (time.Time, bool, error) {
		key := replyKey{thread, after.Unix()}
		known, asked := d.replies[key]
		if !asked {
			at, found, err := model.FirstReply(e.store.Messages, thread, after)
			if err != nil {
				return at, found, err
			}
			known = reply{at, found}
			d.replies[key] = known
		}
		return known.at, known.found, nil
	})
	return d, nil
}

// follow brings the Book up to the events. A journal that went another way is folded
// anew.
func (d *reviewDesk) follow(w model.World, events []model.Event) error {
	n := 0
	if d.book != nil {
		n = d.book.Len()
	}
	if n == 0 || n > len(events) || events[n-1].ID != d.last {
		d.book, n = model.NewBook(w), 0
	}
	for _, e := range events[n:] {
		if _, err := d.book.Apply(e); err != nil {
			return err
		}
		d.last = e.ID
	}
	return nil
}
