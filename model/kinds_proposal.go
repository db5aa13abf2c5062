package model

// ProposalDeclined remembers that the user does not want what an import proposed, so
// that it is not proposed again.
type ProposalDeclined struct {
	Proposal string `json:"proposal" cbor:"1,keyasint"`                  // Proposal.ID
	About    string `json:"about,omitempty" cbor:"2,keyasint,omitempty"` // in words, for the history
}

// Kind is "proposal.declined".
func (ProposalDeclined) Kind() string { return "proposal.declined" }

func (d ProposalDeclined) check() error { return idField("proposal", d.Proposal) }
