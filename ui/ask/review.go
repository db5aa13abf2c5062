package ask

import "cordial/model"

// AcceptProposals records what proposals say, as one step.
type AcceptProposals struct{ Proposals []model.Proposal }

// DeclineProposals says no to proposals, as one step.
type DeclineProposals struct{ Proposals []model.Proposal }

// WithdrawnProposal records that an invitation that has vanished was withdrawn.
type WithdrawnProposal struct{ Proposal model.Proposal }

// GoToReview shows what imports show and nobody has recorded.
type GoToReview struct{}

func (AcceptProposals) request()   {}
func (DeclineProposals) request()  {}
func (WithdrawnProposal) request() {}
func (GoToReview) request()        {}
