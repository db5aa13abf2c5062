package ui

import (
	"fmt"

	"cordial/keymap"
	"cordial/model"
	"cordial/ui/ask"
	"cordial/ui/screen/review"
)

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
