package cli

import (
	"time"

	"cordial/model"
)

// mostProposals is how many are listed one by one.
const mostProposals = 10

// sayProposals tells which recorded InMails the messages seem to answer, and what to
// type. Nothing is recorded by itself: whether a message was the answer is for the
// user to say.
func (s *session) sayProposals(r model.ImportReport) error {
	if r.Proposals == 0 {
		return nil
	}
	s.say("%s to your InMails %s to be in the messages.",
		plural(r.Proposals, "answer", "answers"), noun(r.Proposals, "seems", "seem"))
	if r.DryRun {
		return nil
	}
	s.say("If so, record them, and their credits come back:")
	s.threadSet, s.threadAt = nil, nil // the import has changed it
	threads, err := s.threads()
	if err != nil {
		return err
	}
	for i, m := range s.book.LooksAnswered(threads, s.now) {
		if i == mostProposals {
			s.say("  and more; see: cordial credits")
			return nil
		}
		if err := s.sayProposal(m); err != nil {
			return err
		}
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
			s.say("  cordial inmail %s replied --at '%s'   # %s", m.Contact,
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
