package model

import (
	"fmt"
	"time"

	"cordial/model/day"
)

// Accept records what proposals say, as one step, each dated when it happened. A
// *Refusal is about the first that cannot be: none is recorded then.
func (b *Book) Accept(at time.Time, proposals ...Proposal) ([]Draft, error) {
	return b.decideAll(at, proposals, b.accepting)
}

// AcceptWithdrawn records of invitations that are no longer listed that the user
// withdrew them, where Accept records that they were declined.
func (b *Book) AcceptWithdrawn(at time.Time, proposals ...Proposal) ([]Draft, error) {
	return b.decideAll(at, proposals, func(p Proposal) ([]Draft, error) {
		switch {
		case p.Kind != ProposeVanished:
			return nil, refuse("", "", "only an invitation that vanished can have been withdrawn")
		case !p.Outgoing:
			return nil, refuse("", "decline it instead", "the invitation came from %s, so it is theirs to withdraw", p.Name)
		}
		return b.ending(p, InviteWithdrawn), nil
	})
}

// Decline says no to proposals, as one step: they are not made again. To a reminder the
// no is "remind me all the same", and to a conversation that came back "archive it
// again".
func (b *Book) Decline(at time.Time, proposals ...Proposal) ([]Draft, error) {
	return b.decideAll(at, proposals, func(p Proposal) ([]Draft, error) {
		about := Subjects{Threads: []string{p.Thread.ThreadID()}}
		switch p.Kind {
		case ProposeReminder:
			return []Draft{{At: at, Decision: ReminderSet{Due: p.Reminder.Due, Text: p.Reminder.Text, Subjects: about}}}, nil
		case ProposeBack:
			return []Draft{{At: at, Decision: ThreadMarked{Mark: MarkArchived, Subjects: about}}}, nil
		default:
			return []Draft{{At: at, Decision: ProposalDeclined{Proposal: p.ID, About: p.words()}}}, nil
		}
	})
}

// decideAll gathers the drafts about proposals that still stand.
func (b *Book) decideAll(at time.Time, proposals []Proposal, decide func(Proposal) ([]Draft, error)) ([]Draft, error) {
	var all []Draft
	for _, p := range proposals {
		if !b.Stands(p, at) {
			return nil, refuse("", "", "the proposal about %s has been settled meanwhile", p.Name)
		}
		drafts, err := decide(p)
		if err != nil {
			return nil, err
		}
		all = append(all, drafts...)
	}
	if len(all) == 0 {
		return nil, refuse("", "", "there is nothing to review")
	}
	return all, nil
}

// accepting is what accepting one proposal records.
func (b *Book) accepting(p Proposal) ([]Draft, error) {
	about := Subjects{Threads: []string{p.Thread.ThreadID()}}
	switch {
	case p.Refusal != nil:
		return nil, p.Refusal
	case p.Kind == ProposeInMail:
		contact, drafts := b.introduce(p.person, p.At)
		return append(drafts, p.booking(contact)...), nil
	case p.Kind == ProposeAnswer:
		return p.booking(""), nil
	case p.Kind == ProposeAccepted:
		return b.ending(p, InviteAccepted), nil
	case p.Kind == ProposeVanished:
		return b.ending(p, InviteDeclined), nil
	case p.Kind == ProposeReminder:
		return []Draft{{At: p.At, Decision: ReminderDone{Subjects: about}}}, nil
	default:
		return []Draft{{At: p.At, Decision: ThreadMarked{Mark: MarkUnarchived, Subjects: about}}}, nil
	}
}

// booking is what accepting records on the ledger: the InMail, and the answer to it.
func (p Proposal) booking(contact string) []Draft {
	var drafts []Draft
	if p.Kind == ProposeInMail {
		drafts = append(drafts, Draft{At: p.Sent, Decision: InMailSent{
			InMail: p.InMail, Contact: contact, Seat: p.Seat.ID, Cost: p.Cost, Subject: p.Subject, FreeReason: p.FreeReason,
		}})
	}
	if !p.Reply.IsZero() {
		drafts = append(drafts, Draft{At: p.Reply, Decision: InMailAnswered{InMail: p.InMail, Answer: AnswerReplied}})
	}
	return drafts
}

// ending records what became of an invitation.
func (b *Book) ending(p Proposal, state string) []Draft {
	contact, drafts := b.introduce(p.person, p.At)
	return append(drafts, Draft{At: p.At, Decision: InvitationRecorded{State: state, Contact: contact}})
}

// words name a proposal in the history.
func (p Proposal) words() string {
	on := day.Of(p.At, nil).String()
	switch p.Kind {
	case ProposeInMail:
		return fmt.Sprintf("the InMail to %s of %s", p.Name, on)
	case ProposeAnswer:
		return fmt.Sprintf("the answer of %s of %s", p.Name, on)
	default:
		return fmt.Sprintf("the invitation of %s, %s", p.Name, p.Kind)
	}
}
