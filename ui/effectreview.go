package ui

import (
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"cordial/model"
	"cordial/ui/screen/review"
)

// The messages that the commands of the review answer with.
type (
	reviewMsg struct { // what imports show and nobody has recorded
		key   reviewKey
		desk  *reviewDesk
		found model.Review
		err   error
	}
	quotesMsg struct { // the messages that a proposal is about
		gen    uint64
		id     string
		quotes review.Quotes
	}
)

// review works out what imports show and nobody has recorded, at a desk that has the
// evidence already, or at a new one.
func (e effects) review(key reviewKey, at *reviewDesk, threads model.ThreadSet, events []model.Event, now time.Time) tea.Cmd {
	return func() tea.Msg {
		var err error
		if at == nil {
			if at, err = e.newReviewDesk(threads); err != nil {
				return reviewMsg{key: key, err: err}
			}
		}
		if err := at.follow(e.world, events); err != nil {
			return reviewMsg{key: key, err: err}
		}
		found, err := at.book.Propose(at.clues, now)
		return reviewMsg{key, at, found, err}
	}
}

// quotes reads the messages that a proposal is about.
func (e effects) quotes(gen uint64, p model.Proposal) tea.Cmd {
	return func() tea.Msg {
		var q review.Quotes
		for _, at := range p.Moments() {
			found, err := e.store.Messages(p.Thread, at.Add(time.Second), 1)
			if err != nil {
				q.Err = err
				break
			}
			mine := at.Equal(p.Sent)
			for _, m := range found {
				if m.At.Equal(at) && m.Me == mine {
					q.Messages = append(q.Messages, m)
				}
			}
		}
		return quotesMsg{gen, p.ID, q}
	}
}
