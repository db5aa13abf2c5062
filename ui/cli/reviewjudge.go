package cli

import (
	"slices"
	"time"

	"cordial/model"
)

// verdict is what is said to proposals.
type verdict string

// The verdicts.
const (
	accepted  verdict = "accepted"
	declined  verdict = "declined"
	withdrawn verdict = "withdrawn"
)

// decide is the rule that a verdict asks.
func (v verdict) decide(b *model.Book, at time.Time, proposals []model.Proposal) ([]model.Draft, error) {
	switch v {
	case accepted:
		return b.Accept(at, proposals...)
	case withdrawn:
		return b.AcceptWithdrawn(at, proposals...)
	default:
		return b.Decline(at, proposals...)
	}
}

// judgement is a verdict on proposals, and what it does.
type judgement struct {
	verdict
	chosen  []model.Proposal
	refused []model.Proposal // left out, because a rule refuses them
	effects []model.SeatEffect
	told    bool // the effects were told before
}

// judgementView is a judgement as --json prints it.
type judgementView struct {
	Verdict   verdict      `json:"verdict"`
	DryRun    bool         `json:"dry_run"`
	Proposals []string     `json:"proposals"` // ids
	Refused   []string     `json:"refused"`   // ids
	Effects   []effectView `json:"effects"`   // on each seat concerned
}

// judge takes the same decision about the proposals with these ids.
func (s *session) judge(ids []string, f reviewFlags, v verdict) error {
	review, err := s.review()
	if err != nil {
		return err
	}
	j := judgement{verdict: v}
	for i, id := range ids {
		at := slices.IndexFunc(review.Proposals, func(p model.Proposal) bool { return p.ID == id })
		switch {
		case at < 0:
			return notFound("there is no proposal %q; see: cordial review", id)
		case !slices.Contains(ids[:i], id):
			j.chosen = append(j.chosen, review.Proposals[at])
		}
	}
	if len(j.chosen) == 0 {
		return usage("say which proposals, by their ids; see them with: cordial review")
	}
	return s.settle(j, f)
}

// acceptAll accepts all proposals of a kind that no rule refuses. On a terminal it
// asks first.
func (s *session) acceptAll(kind model.ProposalKind, f reviewFlags) error {
	review, err := s.review()
	if err != nil {
		return err
	}
	j := judgement{verdict: accepted}
	for _, p := range review.Of(kind) {
		if p.Refusal != nil {
			j.refused = append(j.refused, p)
		} else {
			j.chosen = append(j.chosen, p)
		}
	}
	if len(j.chosen) == 0 && len(j.refused) > 0 {
		return j.refused[0].Refusal
	}
	if len(j.chosen) > 0 && !*f.dryRun && !*f.asJSON && !s.flags.yes && s.InTTY && s.ErrTTY {
		s.say("This would record %s.", countOf(j.chosen))
		s.saySeats(s.book.AcceptEffects(s.now, j.chosen...))
		if ok, err := s.ask("Record it?"); err != nil || !ok {
			return err
		}
		j.told = true
	}
	return s.settle(j, f)
}

// settle takes a decision as one step, or shows what it would do.
func (s *session) settle(j judgement, f reviewFlags) error {
	if j.verdict == accepted {
		j.effects = s.book.AcceptEffects(s.now, j.chosen...)
	}
	var events []model.Event
	var err error
	switch {
	case len(j.chosen) == 0:
	case *f.dryRun:
		_, err = j.decide(s.book, s.now, j.chosen)
	default:
		events, err = s.do(func(b *model.Book) ([]model.Draft, error) { return j.decide(b, s.now, j.chosen) })
	}
	if err != nil {
		return err
	}
	if *f.asJSON {
		return s.printJudgement(j, *f.dryRun)
	}
	s.sayJudgement(j, events)
	return nil
}

// printJudgement prints what became of proposals as JSON.
func (s *session) printJudgement(j judgement, dryRun bool) error {
	v := judgementView{Verdict: j.verdict, DryRun: dryRun, Proposals: idsOf(j.chosen), Refused: idsOf(j.refused), Effects: []effectView{}}
	for _, e := range j.effects {
		v.Effects = append(v.Effects, s.effectOf(e.Seat, e.WhatIf))
	}
	return s.printJSON(v)
}

// mostEvents is how many decisions are told one by one.
const mostEvents = 10

// sayJudgement tells what became of proposals, or, without events, what would.
func (s *session) sayJudgement(j judgement, events []model.Event) {
	switch {
	case len(j.chosen) == 0:
		s.say("There is nothing of that kind to review.")
	case len(events) == 0:
		s.say("Nothing is recorded yet. This would be %s: %s.", j.verdict, countOf(j.chosen))
	case len(events) > mostEvents:
		s.say("%s: %s.", j.verdict, countOf(j.chosen))
	default:
		for _, e := range events {
			if d, ok := e.Decision.(model.ContactAdded); !ok || d.Source != model.SourceExport {
				s.say("%s, %s", s.describe(e.Decision), s.moment(e.At.In(s.now.Location())))
			}
		}
	}
	if !j.told {
		s.saySeats(j.effects)
	}
	if len(j.refused) > 0 {
		s.say("%s left: %s.", plural(len(j.refused), "is", "are"), j.refused[0].Refusal)
	}
}

// saySeats says what accepting does to the credits of seats.
func (s *session) saySeats(effects []model.SeatEffect) {
	for _, e := range effects {
		if len(s.book.Seats()) > 1 {
			s.say("%s:", shown(e.Seat.Name, e.Seat.ID))
		}
		for _, sentence := range e.Sentences(s.tongue()) {
			s.say("%s", sentence)
		}
	}
}

// idsOf is the ids of proposals.
func idsOf(proposals []model.Proposal) []string {
	ids := []string{}
	for _, p := range proposals {
		ids = append(ids, p.ID)
	}
	return ids
}

// countOf counts proposals by kind.
func countOf(proposals []model.Proposal) string {
	return join(countWords(model.Review{Proposals: proposals}))
}
