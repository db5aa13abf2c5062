package thread

import (
	"cordial/keymap"
	"cordial/model/triage"
	"cordial/ui/ask"
	"cordial/ui/dossier"
	"cordial/ui/gauge"
	"cordial/ui/layout"
)

// World is what the screen reads. It changes nothing in it.
type World struct {
	Subject dossier.Subject
	Board   *triage.Board
	Version uint64 // changes whenever Book, Board or evidence do
	Gauge   gauge.Gauge
	Keys    keymap.Keymap
	Tab     string // the tab it was opened from
	Place   int    // its place there, from 1; 0 when it is not there
	Of      int    // how many there are
	Slow    bool   // reading takes so long that it is worth saying
}

// Screen is one conversation. Its place is kept in lines from the end, so that
// older messages that arrive above do not move what is read.
type Screen struct {
	world    World
	id       triage.ID
	up       int  // lines below the screen's last one
	fresh    bool // nobody has scrolled yet
	expanded bool // the card is shown in full
	w, h     int

	page  page // the timeline as lines
	drawn drawn
}

// drawn tells what the page was made for.
type drawn struct {
	version uint64
	width   int
	day     string
}

// New is the screen at the end of a conversation.
func New(w World, width, height int) *Screen {
	s := &Screen{fresh: true, w: width, h: height}
	s.Refresh(w)
	return s
}

// ID is the conversation that is shown.
func (s *Screen) ID() triage.ID { return s.id }

// Scope is keymap.Thread.
func (s *Screen) Scope() keymap.Scope { return keymap.Thread }

// Refresh hands in the world anew.
func (s *Screen) Refresh(w World) {
	s.world, s.id = w, w.Subject.ID
	s.lay()
}

// Resize tells the size of the terminal.
func (s *Screen) Resize(w, h int) {
	s.w, s.h = w, h
	s.lay()
}

// frame is the layout. A toast may take one line of it, which is not counted here
// so that nothing scrolls when it comes and goes.
func (s *Screen) frame(w, h int, toast bool) layout.Page {
	lines := 1
	if s.expanded {
		lines += len(s.world.Subject.Card()) + len(s.world.Subject.Contact())
	}
	return layout.ThreadFrame(w, h, lines, toast)
}

// lay makes the lines of the timeline for the width there is, and keeps the
// scroll within them.
func (s *Screen) lay() {
	f := s.frame(s.w, s.h, false)
	now := drawn{s.world.Version, f.Main.W, s.world.Subject.Now.Format("2006-01-02")}
	if s.drawn != now {
		s.page = paginate(s.world.Subject, f.Main.W)
		s.drawn = now
	}
	if s.fresh {
		s.up = s.beginning(f.Main.H)
	}
	s.up = max(0, min(s.up, s.most()))
}

// beginning is the scroll that shows the end, but the last message from its first
// line on.
func (s *Screen) beginning(height int) int {
	if n := len(s.page.messages); n > 0 {
		return max(0, len(s.page.lines)-s.page.messages[n-1]-height)
	}
	return 0
}

// height is how many lines of the timeline are on screen.
func (s *Screen) height() int { return s.frame(s.w, s.h, false).Main.H }

// most is how far up one can scroll.
func (s *Screen) most() int { return max(0, len(s.page.lines)-s.height()) }

// first is the first line on screen.
func (s *Screen) first() int { return max(0, len(s.page.lines)-s.height()-s.up) }

// scroll moves by n lines towards the end, or up when negative.
func (s *Screen) scroll(n int) {
	s.fresh = false
	s.up = max(0, min(s.up-n, s.most()))
}

// message moves to the beginning of the next message, or the one before.
func (s *Screen) message(n int) {
	at := s.first()
	for i := range s.page.messages {
		line := s.page.messages[i]
		if n < 0 {
			line = s.page.messages[len(s.page.messages)-1-i]
		}
		if n > 0 && line > at || n < 0 && line < at {
			s.scroll(line - at)
			return
		}
	}
	s.scroll(n * len(s.page.lines))
}

// WantsOlder tells whether the top is so near that older messages are worth
// reading.
func (s *Screen) WantsOlder() bool {
	e := s.world.Subject.Evidence
	return s.world.Subject.Read && !e.Complete && s.first() < s.height()
}

// Do does an action of the keymap. One that is not possible now answers why.
func (s *Screen) Do(a keymap.Action) ask.Request {
	if why := s.Off(a); why != "" {
		return ask.Toast{Text: why}
	}
	half := max(1, s.height()/2)
	switch a {
	case keymap.Down:
		s.scroll(1)
	case keymap.Up:
		s.scroll(-1)
	case keymap.HalfDown:
		s.scroll(half)
	case keymap.HalfUp:
		s.scroll(-half)
	case keymap.PageDown:
		s.scroll(s.height() - 1)
	case keymap.PageUp:
		s.scroll(1 - s.height())
	case keymap.Top:
		s.scroll(-len(s.page.lines))
	case keymap.Bottom:
		s.scroll(len(s.page.lines))
	case keymap.NextMessage:
		s.message(1)
	case keymap.PrevMessage:
		s.message(-1)
	case keymap.Details:
		s.expanded = !s.expanded
		s.lay()
	case keymap.Back:
		return ask.Back{}
	default:
		return s.world.Subject.Ask(a, s.world.Board, []triage.ID{s.id})
	}
	return nil
}

// Off is why an action is not possible now; empty when it is.
func (s *Screen) Off(a keymap.Action) string {
	if a == keymap.Details && layout.ClassOf(s.w, s.h) == layout.Wide {
		return "The card beside the conversation shows everything already"
	}
	return s.world.Subject.Off(a)
}
