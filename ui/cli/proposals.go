package cli

import (
	"time"

	"cordial/model"
)

// mostProposals is how many are listed one by one.
const mostProposals = 10

// sayProposals tells what the import shows of what was recorded: answers to InMails,
// and accepted invitations; and what to type. Nothing is recorded by itself: whether a
// message was the answer is for the user to say.
func (s *session) sayProposals(r model.ImportReport) error {
	s.threadSet, s.threadAt, s.peopleSet = nil, nil, nil // the import has changed them
	if err := s.sayAnswered(r); err != nil || r.DryRun {
		return err
	}
	return s.sayAccepted()
}

// sayAnswered tells which recorded InMails the messages seem to answer.
func (s *session) sayAnswered(r model.ImportReport) error {
	if r.Proposals == 0 {
		return nil
	}
	s.say("%s to your InMails %s to be in the messages.",
		plural(r.Proposals, "answer", "answers"), noun(r.Proposals, "seems", "seem"))
	if r.DryRun {
		return nil
	}
	s.say("If so, record them, and their credits come back:")
	threads, err := s.threads()
	if err != nil {
		return err
	}
	for i, m := range s.book.LooksAnswered(threads, s.now) {
		if i == mostProposals {
			s.say("  and more; record these, and import again to see them")
			return nil
		}
		if err := s.sayProposal(m); err != nil {
			return err
		}
	}
	return nil
}

// sayAccepted tells which invitations that were recorded as sent the export shows as
// accepted.
func (s *session) sayAccepted() error {
	requests, err := s.requests()
	if err != nil {
		return err
	}
	var rows []inviteRow
	for _, r := range requests {
		if row := s.inviteRow(r); row.Proposal != nil && *row.Proposal == model.InviteAccepted {
			rows = append(rows, row)
		}
	}
	if len(rows) == 0 {
		return nil
	}
	s.say("%s accepted; to record that:", plural(len(rows), "of your invitations was", "of your invitations were"))
	for _, row := range rows[:min(len(rows), mostProposals)] {
		s.say("  %s   # %s", acceptCommand(row), row.Contact.Name)
	}
	if len(rows) > mostProposals {
		s.say("  and more; see: cordial invitations")
	}
	return nil
}

// sayProposal prints the command that records one answer, at the time of the first
// message of the other side since the send.
func (s *session) sayProposal(m model.Answered) error {
	messages, err := s.store.Messages(m.Thread, time.Time{}, s.countOf(m.Thread))
	if err != nil {
		return err
	}
	for _, message := range messages {
		if !message.Me && message.At.After(m.At) {
			s.say("  cordial inmail %s replied --at '%s'   # %s", shellWord(m.Contact),
				message.At.In(m.Seat.Zone).Format("2006-01-02 15:04"), s.threadNamed(m.Thread))
			return nil
		}
	}
	return nil
}

// countOf is how many messages a conversation has.
func (s *session) countOf(thread model.Key) int {
	if at, ok := s.threadPlace(thread); ok {
		row := s.threadSet.Row(at)
		return row.In + row.Out
	}
	return 0
}
