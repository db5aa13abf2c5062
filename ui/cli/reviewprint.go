package cli

import (
	"cordial/model"
	"cordial/model/clean"
	"cordial/model/day"
	"cordial/ui/theme"
)

// reviewView is what is to be reviewed, as --json prints it.
type reviewView struct {
	Total     int            `json:"total"`
	Opening   int            `json:"opening"` // probable InMails that are part of a seat's opening balance
	Proposals []proposalView `json:"proposals"`
}

// proposalView is one proposal.
type proposalView struct {
	ID        string             `json:"id"`
	Kind      model.ProposalKind `json:"kind"`
	Name      string             `json:"name"`
	Contact   *personView        `json:"contact"` // null in a group
	Thread    *string            `json:"thread"`  // null where it is about no conversation
	At        *string            `json:"at"`      // what it is dated when accepted
	Sent      *string            `json:"sent"`
	Reply     *string            `json:"reply"`
	Subject   string             `json:"subject"`
	Sure      string             `json:"confidence"` // "sure", "likely", "possible" or "doubtful"
	Why       string             `json:"why"`
	Doubt     string             `json:"doubt"`
	Effect    string             `json:"effect"`
	Credits   int                `json:"credits"` // by how much today's balance would change
	Overdrawn bool               `json:"overdrawn"`
	Seat      *string            `json:"seat"`
	Cost      *int               `json:"cost"` // credits; null where nothing is sent or answered
	Free      string             `json:"free_reason"`
	Refusal   *string            `json:"refusal"` // why it cannot be accepted
}

// listReview lists what is to be reviewed, of one kind or all.
func (s *session) listReview(kind model.ProposalKind, asJSON bool) error {
	review, err := s.review()
	if err != nil {
		return err
	}
	if kind != "" {
		review.Proposals = review.Of(kind)
	}
	if asJSON {
		v := reviewView{Total: len(review.Proposals), Opening: review.Opening, Proposals: []proposalView{}}
		for _, p := range review.Proposals {
			v.Proposals = append(v.Proposals, s.proposalView(p))
		}
		return s.printJSON(v)
	}
	s.printReview(review, kind)
	return nil
}

// proposalView is a proposal as --json prints it.
func (s *session) proposalView(p model.Proposal) proposalView {
	v := proposalView{
		ID: p.ID, Kind: p.Kind, Name: shown(p.Name, p.Person.ID), At: s.instant(p.At), Sent: s.instant(p.Sent), Reply: s.instant(p.Reply),
		Subject: clean.Line(p.Subject), Sure: p.Sure.String(), Why: clean.Line(p.Why), Doubt: clean.Line(p.Doubt),
		Effect: p.Effect.Words, Credits: p.Effect.Credits, Overdrawn: p.Effect.Overdrawn, Free: p.FreeReason,
	}
	if p.Person.Key != 0 {
		v.Contact = &personView{s.idOf(p.Person.Key, p.Person.ID), v.Name}
	}
	if p.Thread != 0 {
		v.Thread = new(p.Thread.ThreadID())
	}
	if p.Seat.ID != "" {
		v.Seat = &p.Seat.ID
	}
	if p.InMail != "" {
		v.Cost = &p.Cost
	}
	if p.Refusal != nil {
		v.Refusal = new(clean.Line(p.Refusal.Error()))
	}
	return v
}

// printReview prints what is to be reviewed for people, and what to type.
func (s *session) printReview(r model.Review, kind model.ProposalKind) {
	for _, k := range model.ProposalKinds() {
		list := r.Of(k)
		if len(list) == 0 {
			continue
		}
		_, many := k.Nouns()
		s.print("%s (%d)", s.paint(theme.Title, upperFirst(many)), len(list))
		g := grid{}
		for _, p := range list {
			why := p.Why
			if p.Doubt != "" {
				why += "; but " + p.Doubt
			}
			look := theme.Text
			if p.Refusal != nil {
				look = theme.Due
			}
			g.add(dim("  "+p.ID), strong(s.clip(shown(p.Name, p.Person.ID))), dim(s.date(day.Of(p.At, s.now.Location()))), cell{text: p.Effect.Words, role: look},
				plain(p.Sure.String()), said(why))
		}
		s.printGrid(g)
	}
	if r.Opening > 0 && (kind == "" || kind == model.ProposeInMail) {
		s.say("%s", model.OpeningWords(r.Opening))
	}
	switch _, imported := s.book.LastImport(); {
	case len(r.Proposals) > 0:
		s.say("Record them with: cordial review --accept ID..., or --accept-all KIND; say no with --decline ID...")
	case !imported:
		s.say("Nothing was imported yet, so there is nothing to review; see: cordial import --help")
	default:
		s.say("Nothing is to be reviewed: everything that the last import shows is recorded, or was declined.")
	}
}
