package review

import (
	"slices"
	"time"

	"cordial/keymap"
	"cordial/model"
	"cordial/model/triage"
	"cordial/ui/ask"
	"cordial/ui/gauge"
	"cordial/ui/listing"
	"cordial/ui/widget"
)

// World is what the screen reads.
type World struct {
	Book      *model.Book
	Version   uint64           // grows when the Book may have changed
	Proposals []model.Proposal // those that stand, in the order of a review
	Opening   int              // see model.Review
	Read      bool             // they are known; else they are still being looked for
	Trouble   error            // why they cannot be; nil when they can
	Imported  bool             // something was imported
	Gauge     gauge.Gauge
	Keys      keymap.Keymap
	Now       time.Time         // its zone is the user's
	Quotes    map[string]Quotes // those that were read, by proposal

	URL func(model.Key) string // the profile address of somebody, empty when not known
}

// Quotes are the messages that a proposal is about.
type Quotes struct {
	Messages []model.Message // oldest first
	Err      error           // why they cannot be read
}

// Screen is the review. The cursor stays on its proposal; when that is settled, it goes
// to the next, and when it comes back by an undo, to it.
type Screen struct {
	world World
	lines []line
	list  widget.List // over lines
	at    string      // id of the proposal under the cursor
	nth   int         // its place among the proposals
	gone  string      // id of the last one that was settled under the cursor

	days    int  // how wide the longest day is
	tall    bool // a row takes two lines
	effects effects
}

// line is one row of the list.
type line struct {
	kind     model.ProposalKind // of a heading
	proposal int                // place in World.Proposals; -1 for what the cursor passes over
}

// New is the screen on the first proposal.
func New(w World) *Screen {
	s := &Screen{list: widget.List{Height: 1}}
	s.Refresh(w)
	return s
}

// Scope is keymap.Review.
func (s *Screen) Scope() keymap.Scope { return keymap.Review }

// Refresh hands in the world anew.
func (s *Screen) Refresh(w World) {
	s.world = w
	s.arrange()
	find := func(id string) int {
		return slices.IndexFunc(w.Proposals, func(p model.Proposal) bool { return p.ID == id })
	}
	here, back := find(s.at), find(s.gone)
	switch {
	case back >= 0:
		s.point(back)
	case here >= 0:
		s.point(here)
	default:
		if s.at != "" {
			s.gone = s.at
		}
		s.point(s.nth)
	}
}

// arrange lists the proposals under the headings of their kinds. Rows of two lines need
// no blank one between the kinds.
func (s *Screen) arrange() {
	s.lines, s.days = nil, 0
	for i, p := range s.world.Proposals {
		s.days = max(s.days, len(s.on(p.At)))
		if i == 0 || s.world.Proposals[i-1].Kind != p.Kind {
			if i > 0 && !s.tall {
				s.lines = append(s.lines, line{proposal: -1})
			}
			s.lines = append(s.lines, line{kind: p.Kind, proposal: -1})
		}
		s.lines = append(s.lines, line{proposal: i})
	}
	s.list = s.list.Resize(len(s.lines), s.list.Height)
}

// point puts the cursor on a proposal, or on the nearest there is.
func (s *Screen) point(nth int) {
	s.nth = max(0, min(nth, len(s.world.Proposals)-1))
	s.at = ""
	if len(s.world.Proposals) == 0 {
		return
	}
	s.at = s.world.Proposals[s.nth].ID
	if s.at == s.gone {
		s.gone = ""
	}
	i := slices.IndexFunc(s.lines, func(l line) bool { return l.proposal == s.nth })
	s.list = s.list.To(i)
	for i > 0 && s.lines[i-1].proposal < 0 { // with the heading above it
		i--
	}
	if s.list.Offset > i {
		cursor := s.list.Cursor
		s.list = s.list.To(i).To(cursor)
	}
}

// current is the proposal under the cursor.
func (s *Screen) current() (model.Proposal, bool) {
	if s.nth < len(s.world.Proposals) {
		return s.world.Proposals[s.nth], true
	}
	return model.Proposal{}, false
}

// Near lists the proposals whose messages are worth having: the cursor's, and the next.
func (s *Screen) Near() []model.Proposal {
	return s.world.Proposals[min(s.nth, len(s.world.Proposals)):min(s.nth+3, len(s.world.Proposals))]
}

// Around lists the conversations whose people are worth knowing: the cursor's.
func (s *Screen) Around() []triage.ID {
	if p, ok := s.current(); ok {
		return []triage.ID{{Thread: p.Thread, Person: p.Person.Key}}
	}
	return nil
}

// Do does an action of the keymap. One that is not possible now answers why.
func (s *Screen) Do(a keymap.Action) ask.Request {
	if why := s.Off(a); why != "" {
		return ask.Toast{Text: why}
	}
	if l, ok := listing.Do(s.list, a); ok {
		s.gone = ""
		s.move(l)
		return nil
	}
	p, _ := s.current()
	switch a {
	case keymap.Back:
		return ask.Back{}
	case keymap.NextTab:
		s.turn(1)
	case keymap.PrevTab:
		s.turn(-1)
	case keymap.Yes:
		return ask.AcceptProposals{Proposals: []model.Proposal{p}}
	case keymap.No:
		return ask.DeclineProposals{Proposals: []model.Proposal{p}}
	case keymap.InviteWithdrawn:
		return ask.WithdrawnProposal{Proposal: p}
	case keymap.ReviewAll:
		return s.all(p.Kind)
	case keymap.ProfileOpen:
		return ask.Browse{URL: s.world.URL(p.Person.Key)}
	case keymap.Open:
		if p.Thread != 0 {
			return ask.GoToThread{ID: triage.ID{Thread: p.Thread, Person: p.Person.Key}}
		}
		return ask.GoToPerson{Key: p.Person.Key}
	default:
	}
	return nil
}

// move takes in a list that has moved, and puts the cursor on a proposal: upwards the
// one above a heading, but above the first heading there is none.
func (s *Screen) move(l widget.List) {
	i, down := l.Cursor, l.Cursor >= s.list.Cursor
	s.list = l
	for !down && i > 0 && s.lines[i].proposal < 0 {
		i--
	}
	for i < len(s.lines) && s.lines[i].proposal < 0 {
		i++
	}
	if i < len(s.lines) {
		s.point(s.lines[i].proposal)
	}
}

// turn goes to the next kind, or the one before, around the ends.
func (s *Screen) turn(step int) {
	var firsts []int
	at := 0
	for i, p := range s.world.Proposals {
		if i == 0 || s.world.Proposals[i-1].Kind != p.Kind {
			firsts = append(firsts, i)
		}
		if i == s.nth {
			at = len(firsts) - 1
		}
	}
	s.point(firsts[(at+step+len(firsts))%len(firsts)])
}

// Off is why an action is not possible now; empty when it is.
func (s *Screen) Off(a keymap.Action) string {
	p, ok := s.current()
	switch a {
	case keymap.Yes, keymap.No, keymap.InviteWithdrawn, keymap.ReviewAll, keymap.ProfileOpen, keymap.Open, keymap.NextTab, keymap.PrevTab:
	default:
		return ""
	}
	switch {
	case !ok:
		return "There is nothing to review"
	case a == keymap.InviteWithdrawn && p.Kind != model.ProposeVanished:
		return "Only an invitation that has vanished can have been withdrawn"
	case a == keymap.InviteWithdrawn && !p.Outgoing:
		return "The invitation came from " + Name(p) + ", so it is theirs to withdraw"
	case a == keymap.Yes && p.Refusal != nil, a == keymap.ReviewAll && !s.some(p.Kind):
		return sentence(p.Refusal.Error())
	case a == keymap.ProfileOpen && s.world.URL(p.Person.Key) == "":
		return "No profile address of " + Name(p) + " is known"
	}
	return ""
}
