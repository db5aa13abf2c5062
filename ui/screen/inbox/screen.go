package inbox

import (
	"time"

	"cordial/keymap"
	"cordial/model"
	"cordial/model/triage"
	"cordial/ui/dossier"
	"cordial/ui/gauge"
	"cordial/ui/layout"
	"cordial/ui/widget"
)

// World is what the screen reads. It changes nothing in it.
type World struct {
	Book    *model.Book
	Board   *triage.Board
	Version uint64 // changes whenever Book, Board or evidence do
	Now     time.Time
	Gauge   gauge.Gauge
	Keys    keymap.Keymap
	Demo    bool
	Slow    bool // reading takes so long that it is worth saying

	// ToReview is how much imports show that nobody has recorded.
	ToReview int
	// Busy is what goes on behind the screen, such as "importing 43 %"; mostly empty.
	Busy string
	// Drafting tells whether a letter to somebody is being written.
	Drafting func(model.Key) bool
	// Find is what was read of a conversation so far.
	Find func(triage.ID) (dossier.Evidence, bool)
}

// Screen is the list: a tab, a cursor and a selection. The cursor is an id, so
// that it stays on its conversation when the list moves under it.
type Screen struct {
	world World
	tab   triage.Tab
	spots map[triage.Tab]spot // where the cursor is in every tab that was looked at

	selected map[triage.ID]bool
	anchor   triage.ID // where a range began
	ranging  bool

	want layout.Preview
	w, h int

	lines   map[triage.ID]triage.Line // decoded rows, for one version and instant
	version uint64
	at      time.Time
}

// spot is the place of the cursor in a tab.
type spot struct {
	id   triage.ID
	list widget.List
}

// New is the screen on the inbox tab.
func New(w World) *Screen {
	s := &Screen{spots: map[triage.Tab]spot{}, selected: map[triage.ID]bool{}}
	s.Refresh(w)
	return s
}

// Scope is keymap.Inbox.
func (s *Screen) Scope() keymap.Scope { return keymap.Inbox }

// Refresh hands in the world anew: after a decision, when the journal has grown,
// and as time goes by. The cursor stays on its conversation; where that has left
// the tab, it stays at its place in the list.
func (s *Screen) Refresh(w World) {
	s.world = w
	if s.lines == nil || s.version != w.Version || !s.at.Equal(w.Board.Now()) {
		s.lines = map[triage.ID]triage.Line{}
		s.version, s.at = w.Version, w.Board.Now()
	}
	if !s.exists(s.tab) {
		s.tab = triage.Tab{}
	}
	s.prune()
	s.settle()
}

// exists tells whether a tab is still there: the label of one may be gone.
func (s *Screen) exists(t triage.Tab) bool {
	if t.Kind != triage.Labelled {
		return true
	}
	for _, l := range s.world.Book.Labels() {
		if l == t.Label {
			return true
		}
	}
	return false
}

// Resize tells the size of the terminal. A place for the preview that the user
// chose lasts until then.
func (s *Screen) Resize(w, h int) {
	if w != s.w || h != s.h {
		s.want = layout.Auto
	}
	s.w, s.h = w, h
	s.settle()
}

// frame is the layout for the size and the preview wanted.
func (s *Screen) frame() layout.Inbox { return layout.InboxFrame(s.w, s.h, s.place()) }

// rows is how many rows of the list are on screen.
func (s *Screen) rows() int {
	f := s.frame()
	return f.List.H / max(1, f.RowHeight)
}

// settle puts the cursor where its conversation is now.
func (s *Screen) settle() {
	p := s.spots[s.tab]
	total, _ := s.world.Board.Count(s.tab)
	place, ok := s.world.Board.Find(s.tab, p.id)
	if !ok {
		place = p.list.Cursor
	}
	shift := place - p.list.Cursor
	if p.list.Offset > 0 {
		p.list.Offset = max(0, p.list.Offset+shift) // rows that arrive above do not move what is read
	}
	p.list.Cursor = place
	p.list = p.list.Resize(total, s.rows())
	p.id, _ = s.world.Board.At(s.tab, p.list.Cursor)
	s.spots[s.tab] = p
}

// move changes the place of the cursor.
func (s *Screen) move(step func(widget.List) widget.List) {
	p := s.spots[s.tab]
	p.list = step(p.list)
	p.id, _ = s.world.Board.At(s.tab, p.list.Cursor)
	s.spots[s.tab] = p
	if s.ranging {
		s.extend()
	}
}

// Cursor is the conversation under the cursor; false in an empty tab.
func (s *Screen) Cursor() (triage.ID, bool) {
	id := s.spots[s.tab].id
	return id, id != triage.ID{}
}

// Point puts the cursor on a conversation, if it is in the tab.
func (s *Screen) Point(id triage.ID) bool {
	place, ok := s.world.Board.Find(s.tab, id)
	if ok {
		s.move(func(l widget.List) widget.List { return l.To(place) })
	}
	return ok
}

// Step moves the cursor by n rows and tells whether it moved.
func (s *Screen) Step(n int) bool {
	before, _ := s.Cursor()
	s.move(func(l widget.List) widget.List { return l.Move(n) })
	after, _ := s.Cursor()
	return before != after
}

// Next is the conversation after the cursor's that is none of those given: where
// the cursor goes when they are dealt with.
func (s *Screen) Next(dealt []triage.ID) (triage.ID, bool) {
	gone := map[triage.ID]bool{}
	for _, id := range dealt {
		gone[id] = true
	}
	list := s.spots[s.tab].list
	if id, ok := s.Cursor(); ok && !gone[id] {
		return id, true
	}
	for i := list.Cursor; i < list.Total; i++ {
		if id, ok := s.world.Board.At(s.tab, i); ok && !gone[id] {
			return id, true
		}
	}
	for i := list.Cursor - 1; i >= 0; i-- {
		if id, ok := s.world.Board.At(s.tab, i); ok && !gone[id] {
			return id, true
		}
	}
	return triage.ID{}, false
}

// Tab is the tab that is shown.
func (s *Screen) Tab() triage.Tab { return s.tab }

// Show goes to a tab. The selection stays behind.
func (s *Screen) Show(t triage.Tab) {
	if t != s.tab {
		s.Clear()
	}
	s.tab = t
	s.settle()
}

// Place is where the cursor is in the tab, from 1, and how many rows there are.
func (s *Screen) Place() (n, of int) {
	l := s.spots[s.tab].list
	return min(l.Cursor+1, l.Total), l.Total
}

// Around lists the conversations whose messages are worth having: the cursor's
// first, then its neighbours.
func (s *Screen) Around() []triage.ID {
	at := s.spots[s.tab].list.Cursor
	var ids []triage.ID
	for _, i := range []int{at, at + 1, at - 1, at + 2} {
		if id, ok := s.world.Board.At(s.tab, i); ok {
			ids = append(ids, id)
		}
	}
	return ids
}

// line is a row, decoded once for as long as nothing changes.
func (s *Screen) line(id triage.ID) triage.Line {
	l, ok := s.lines[id]
	if !ok {
		l, _ = s.world.Board.Line(id)
		s.lines[id] = l
	}
	return l
}
