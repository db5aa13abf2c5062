package ui

import (
	"time"

	"cordial/model"
)

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
