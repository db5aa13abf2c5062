package cli

import (
	"strings"
	"time"

	"cordial/model"
)

// review is what the evidence shows and nobody has recorded, as of now.
func (s *session) review() (model.Review, error) {
	if s.clues == nil {
		threads, err := s.threads()
		if err != nil {
			return model.Review{}, err
		}
		people, err := s.people()
		if err != nil {
			return model.Review{}, err
		}
		invitations, err := s.store.AllInvitations()
		if err != nil {
			return model.Review{}, err
		}
		clues := model.Gather(threads, people, invitations, func(thread model.Key, after time.Time) (time.Time, bool, error) {
			return model.FirstReply(s.store.Messages, thread, after)
		})
		s.clues = &clues
	}
	return s.book.Propose(*s.clues, s.now)
}

// sayProposals tells how much an import leaves to be reviewed, and what to type.
func (s *session) sayProposals(r model.ImportReport) error {
	if r.DryRun {
		if r.Proposals > 0 {
			s.say("%s would wait for your review.", plural(r.Proposals, "proposal", "proposals"))
		}
		return nil
	}
	s.threadSet, s.threadAt, s.peopleSet, s.clues = nil, nil, nil, nil // the import has changed them
	if err := s.readOn(); err != nil {
		return err
	}
	review, err := s.review()
	if err != nil {
		return err
	}
	if len(review.Proposals) > 0 {
		s.say("To review: %s; see: cordial review", strings.Join(countWords(review), ", "))
	}
	return nil
}

// countWords counts proposals by kind.
func countWords(r model.Review) []string {
	var words []string
	for _, kind := range model.ProposalKinds() {
		one, many := kind.Nouns()
		if n := len(r.Of(kind)); n > 0 {
			words = append(words, plural(n, one, many))
		}
	}
	return words
}

// kindList is the kinds of proposal as they are typed.
func kindList() []string {
	var words []string
	for _, kind := range model.ProposalKinds() {
		words = append(words, string(kind))
	}
	return words
}
