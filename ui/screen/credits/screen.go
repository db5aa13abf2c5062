package credits

import (
	"time"

	"cordial/keymap"
	"cordial/model"
	"cordial/ui/ask"
	"cordial/ui/widget"
)

// World is what the screen reads.
type World struct {
	Book *model.Book
	Keys keymap.Keymap // names the keys in hints; without it there are none
	Now  time.Time     // its zone is the user's
}

// view is one of the two panes.
type view uint8

const (
	lots view = iota
	statement
)

// Screen is the credits of one seat at a time.
type Screen struct {
	world World
	seats []model.Seat
	seat  int // the one shown
	view  view
	open  bool // the line under the cursor is shown in full

	account account // what is known of the seat
	rows    []row   // of the view lots
	lots    widget.List
	lines   widget.List // of the statement, newest first
}

// New is the screen on the first seat whose plan is running.
func New(w World) *Screen {
	s := &Screen{world: w}
	for i, seat := range w.Book.Seats() {
		if l, _, _ := w.Book.LedgerNow(seat.ID, w.Now); l.Active {
			s.seat = i
			break
		}
	}
	s.Refresh(w)
	return s
}

// Scope is keymap.Credits.
func (s *Screen) Scope() keymap.Scope { return keymap.Credits }

// Refresh hands in the world anew: after a decision, and as time goes by.
func (s *Screen) Refresh(w World) {
	s.world = w
	s.seats = w.Book.Seats()
	s.seat = max(0, min(s.seat, len(s.seats)-1))
	s.account, s.rows = account{}, nil
	if len(s.seats) > 0 {
		s.account = read(w, s.seats[s.seat])
		s.rows = s.account.rows()
	}
	s.lots = s.lots.Resize(len(s.rows), s.lots.Height)
	s.settle(0)
	s.lines = s.lines.Resize(len(s.account.Entries), s.lines.Height)
}

// Do does an action of the keymap.
func (s *Screen) Do(a keymap.Action) ask.Request {
	switch a {
	case keymap.Back:
		return s.back()
	case keymap.Open:
		return s.enter()
	case keymap.NextTab:
		s.turn(1)
	case keymap.PrevTab:
		s.turn(-1)
	default:
		s.move(a)
	}
	return nil
}

// back closes the details, or leaves the screen.
func (s *Screen) back() ask.Request {
	if s.open {
		s.open = false
		return nil
	}
	return ask.Back{}
}

// enter shows the line under the cursor in full, and from there goes to the
// person it is about. Without a seat it leads to opening one.
func (s *Screen) enter() ask.Request {
	d := s.details()
	switch {
	case len(s.seats) == 0:
		return ask.FillSeat{}
	case !s.open:
		s.open = len(d.facts) > 0
	case d.person != 0:
		return ask.GoToPerson{Key: d.person}
	default:
		s.open = false
	}
	return nil
}

// turn goes to the next view, and past the last one to the next seat.
func (s *Screen) turn(n int) {
	s.open = false
	if len(s.seats) == 0 {
		return
	}
	place := s.seat*2 + int(s.view) + n
	all := len(s.seats) * 2
	place = (place + all) % all
	s.view = view(place % 2)
	if seat := place / 2; seat != s.seat {
		s.seat, s.lots, s.lines = seat, widget.List{Height: s.lots.Height}, widget.List{Height: s.lines.Height}
		s.Refresh(s.world)
	}
}

// move moves the cursor of the view that has the keys.
func (s *Screen) move(a keymap.Action) {
	if s.view == statement {
		s.lines = moved(s.lines, a)
		return
	}
	before := s.lots.Cursor
	s.lots = moved(s.lots, a)
	s.settle(before)
}

// settle takes the cursor off a line that shows nothing more: on in the direction
// in which it was going, or back when nothing follows.
func (s *Screen) settle(before int) {
	step := 1
	if s.lots.Cursor < before {
		step = -1
	}
	for _, step := range []int{step, -step} {
		for i := s.lots.Cursor; i >= 0 && i < len(s.rows); i += step {
			if len(s.rows[i].details.facts) > 0 {
				s.lots = s.lots.To(i)
				return
			}
		}
	}
}

// moved is a list after an action.
func moved(l widget.List, a keymap.Action) widget.List {
	switch a {
	case keymap.Down:
		return l.Move(1)
	case keymap.Up:
		return l.Move(-1)
	case keymap.HalfDown:
		return l.HalfPage(1)
	case keymap.HalfUp:
		return l.HalfPage(-1)
	case keymap.PageDown:
		return l.Page(1)
	case keymap.PageUp:
		return l.Page(-1)
	case keymap.Top:
		return l.Top()
	case keymap.Bottom:
		return l.Bottom()
	default:
		return l
	}
}

// details is what there is to say about the line under the cursor.
func (s *Screen) details() details {
	if s.view == statement {
		if n := len(s.account.Entries); n > 0 {
			return s.account.entryDetails(s.account.newest(s.lines.Cursor))
		}
		return details{}
	}
	if s.lots.Cursor < len(s.rows) {
		return s.rows[s.lots.Cursor].details
	}
	return details{}
}
