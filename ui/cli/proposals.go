package cli

import (
	"time"

	"cordial/model"
	"cordial/model/credit"
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
	s.threadSet = nil // the import has changed it
	threads, err := s.threads()
	if err != nil {
		return err
	}
	listed := 0
	for i := range threads.Len() {
		h := threads.Head(i)
		if h.Group || h.Person == 0 {
			continue
		}
		for _, m := range s.book.InMailsTo(h.Person, s.now) {
			waits := m.State == credit.InMailOpen || m.State == credit.InMailLapsed
			if !waits || h.LastIn <= m.At.Unix() {
				continue
			}
			if listed++; listed > mostProposals {
				s.say("  and more; see: cordial credits")
				return nil
			}
			if err := s.sayProposal(threads.Row(i), m); err != nil {
				return err
			}
		}
	}
	return nil
}

// sayProposal prints the command that records one answer, at the time of the first
// message of the other side since the send.
func (s *session) sayProposal(t model.Thread, m model.PersonInMail) error {
	messages, err := s.store.Messages(t.Key, time.Time{}, t.In+t.Out)
	if err != nil {
		return err
	}
	for _, message := range messages {
		if !message.Me && message.At.After(m.At) {
			s.say("  cordial inmail %s replied --at '%s'   # %s", m.Contact,
				message.At.In(m.Seat.Zone).Format("2006-01-02 15:04"), threadName(t))
			return nil
		}
	}
	return nil
}
