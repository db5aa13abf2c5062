package review

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"cordial/model"
	"cordial/model/clean"
	"cordial/model/credit"
	"cordial/model/day"
	"cordial/ui/ask"
)

// Name is how the other side of a proposal is called.
func Name(p model.Proposal) string {
	if n := clean.Line(p.Name); n != "" {
		return n
	}
	return "LinkedIn Member"
}

// Count counts proposals of a kind in words.
func Count(kind model.ProposalKind, n int) string {
	one, many := kind.Nouns()
	return counted(n, one, many)
}

// plural is a number of things.
func plural(n int, thing string) string { return counted(n, thing, thing+"s") }

// counted is a number with its noun.
func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// explained says what all proposals of a kind have in common.
func explained(kind model.ProposalKind) string {
	switch kind {
	case model.ProposeAnswer:
		return "they wrote after an InMail on record"
	case model.ProposeInMail:
		return "they look like InMails you sent"
	case model.ProposeAccepted:
		return "you are connected by now"
	case model.ProposeVanished:
		return "LinkedIn lists them no longer"
	case model.ProposeReminder:
		return "they wrote before it was due"
	default:
		return "they wrote after you archived it"
	}
}

// headline says in one sentence what is proposed.
func headline(p model.Proposal) string {
	switch p.Kind {
	case model.ProposeAnswer:
		return "has answered your InMail"
	case model.ProposeInMail:
		if !p.Reply.IsZero() {
			return "was sent an InMail, and answered"
		}
		return "was sent an InMail"
	case model.ProposeAccepted:
		return "has accepted your invitation"
	case model.ProposeVanished:
		if p.Outgoing {
			return "no longer has your invitation"
		}
		return "no longer invites you"
	case model.ProposeReminder:
		return "has replied before your reminder"
	default:
		return "has written since you archived it"
	}
}

// answers are the words of the keys for yes and no.
func answers(p model.Proposal) (yes, no string) {
	switch p.Kind {
	case model.ProposeAnswer:
		return "record the answer", "no answer"
	case model.ProposeInMail:
		return "record it", "no InMail"
	case model.ProposeAccepted:
		return "record it", "no"
	case model.ProposeVanished:
		return "declined", "leave it"
	case model.ProposeReminder:
		return "done", "remind anyway"
	default:
		return "keep in inbox", "archive again"
	}
}

// some tells whether any proposal of a kind can be accepted.
func (s *Screen) some(kind model.ProposalKind) bool {
	return slices.ContainsFunc(s.world.Proposals, func(p model.Proposal) bool { return p.Kind == kind && p.Refusal == nil })
}

// all asks whether to record all of a kind, and says what that does. Those that a rule
// refuses are left out.
func (s *Screen) all(kind model.ProposalKind) ask.Request {
	var list []model.Proposal
	left := 0
	for _, p := range s.world.Proposals {
		switch {
		case p.Kind != kind:
		case p.Refusal != nil:
			left++
		default:
			list = append(list, p)
		}
	}
	text := s.consequences(list)
	if left > 0 {
		text = append(text, fmt.Sprintf("%d more cannot be recorded and stay.", left))
	}
	yes := fmt.Sprintf("yes, all %d", len(list))
	if kind == model.ProposeVanished {
		yes += ", as declined"
	}
	text = append(text, "One undo takes all of it back.")
	return ask.Question{
		Title: "Record " + Count(kind, len(list)) + "?", Text: strings.Join(text, "\n"),
		YesText: yes, NoText: "no, one by one",
		Yes: ask.AcceptProposals{Proposals: list},
	}
}

// effects are those of a proposal, kept while the Book stays the same.
type effects struct {
	of      string
	version uint64
	list    []model.SeatEffect
}

// consequences say what accepting does to the credits, one sentence a line.
func (s *Screen) consequences(list []model.Proposal) []string {
	var said []string
	found := s.world.Book.AcceptEffects(s.world.Now, list...)
	for _, e := range found {
		if len(s.world.Book.Seats()) > 1 {
			said = append(said, clean.Line(e.Seat.Name)+":")
		}
		said = append(said, e.Sentences(s.tongue())...)
	}
	return said
}

// does is what accepting one proposal does to the credits.
func (s *Screen) does(p model.Proposal) []string {
	if p.Refusal != nil || p.Seat.ID == "" {
		return nil
	}
	e := &s.effects
	if e.of != p.ID || e.version != s.world.Version {
		*e = effects{p.ID, s.world.Version, s.world.Book.AcceptEffects(s.world.Now, p)}
	}
	var said []string
	for _, one := range e.list {
		sentences := one.Sentences(s.tongue())
		said = append(said, sentences[0])
		if one.Moves.Overdrawn > 0 {
			said = append(said, sentences[len(sentences)-1])
		}
	}
	return said
}

// tongue says days as the screen does.
func (s *Screen) tongue() credit.Tongue { return credit.Tongue{Day: s.day} }

// day is a day as people write it, with the year if it is another one.
func (s *Screen) day(d day.Day) string {
	year, month, n := d.Date()
	if year == s.world.Now.Year() {
		return fmt.Sprintf("%d %s", n, month.String()[:3])
	}
	return fmt.Sprintf("%d %s %d", n, month.String()[:3], year)
}

// on is the day of an instant as people write it.
func (s *Screen) on(t time.Time) string { return s.day(day.Of(t, s.world.Now.Location())) }

// sentence begins with a capital letter.
func sentence(text string) string {
	r, n := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(r)) + text[n:]
}
