package drafts

import (
	"time"

	"cordial/keymap"
	"cordial/model"
	"cordial/model/channel"
	"cordial/model/clean"
	"cordial/model/triage"
	"cordial/ui/ask"
	"cordial/ui/listing"
	"cordial/ui/widget"
)

// World is what the screen reads.
type World struct {
	Drafts []Draft
	Keys   keymap.Keymap // names the keys in hints
	Now    time.Time     // its zone is the user's
}

// Draft is a letter and whom it is to.
type Draft struct {
	model.Letter
	To model.Person
	ID triage.ID // the latest conversation with them
}

// Screen is the list of drafts, the one changed last first. The cursor stays on its
// draft when others come and go.
type Screen struct {
	world World
	list  widget.List
	at    place
}

// place names a draft.
type place struct {
	person model.Key
	by     channel.Channel
}

// New is the screen on the first draft.
func New(w World) *Screen {
	s := &Screen{}
	s.Refresh(w)
	return s
}

// Scope is keymap.Drafts.
func (s *Screen) Scope() keymap.Scope { return keymap.Drafts }

// Refresh hands in the world anew.
func (s *Screen) Refresh(w World) {
	s.world = w
	s.list = s.list.Resize(len(w.Drafts), s.list.Height)
	for i, d := range w.Drafts {
		if (place{d.Person, d.Channel}) == s.at {
			s.list = s.list.To(i)
		}
	}
	s.settle()
}

// settle remembers the draft under the cursor.
func (s *Screen) settle() {
	if d, ok := s.current(); ok {
		s.at = place{d.Person, d.Channel}
	}
}

// current is the draft under the cursor.
func (s *Screen) current() (Draft, bool) {
	if s.list.Cursor >= len(s.world.Drafts) {
		return Draft{}, false
	}
	return s.world.Drafts[s.list.Cursor], true
}

// Around lists the conversations whose people are worth knowing: the cursor's.
func (s *Screen) Around() []triage.ID {
	if d, ok := s.current(); ok {
		return []triage.ID{d.ID}
	}
	return nil
}

// Do does an action of the keymap. One that is not possible now answers why.
func (s *Screen) Do(a keymap.Action) ask.Request {
	if why := s.Off(a); why != "" {
		return ask.Toast{Text: why}
	}
	d, _ := s.current()
	switch a {
	case keymap.Compose:
		return ask.Compose{Person: model.Person{Key: d.Person}, By: d.Channel}
	case keymap.DraftDrop:
		return ask.Question{
			Title:   "Throw the draft to " + name(d) + " away?",
			Text:    clean.Block(clipped(d.Body)),
			YesText: "yes, throw it away", NoText: "no, keep it",
			Yes: ask.DropDraft{Person: d.Person, By: d.Channel},
		}
	case keymap.ProfileOpen:
		return ask.Browse{URL: d.To.URL}
	case keymap.Back:
		return ask.Back{}
	default:
		s.list, _ = listing.Do(s.list, a)
		s.settle()
		return nil
	}
}

// clipped is the beginning of a text.
func clipped(text string) string {
	const most = 200
	runes := []rune(text)
	if len(runes) <= most {
		return text
	}
	return string(runes[:most]) + "…"
}

// Off is why an action is not possible now; empty when it is.
func (s *Screen) Off(a keymap.Action) string {
	d, ok := s.current()
	switch {
	case a != keymap.Compose && a != keymap.DraftDrop && a != keymap.ProfileOpen:
		return ""
	case !ok:
		return "There is no draft"
	case a == keymap.ProfileOpen && d.To.URL == "":
		return "No profile address of " + name(d) + " is known"
	}
	return ""
}

// name is how the person is called.
func name(d Draft) string {
	if n := clean.Line(d.To.Name); n != "" {
		return n
	}
	return "LinkedIn Member"
}
