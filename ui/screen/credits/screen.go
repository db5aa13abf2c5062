package credits

import (
	"slices"
	"time"

	"cordial/keymap"
	"cordial/model"
	"cordial/model/credit"
	"cordial/model/day"
	"cordial/model/triage"
	"cordial/ui/widget"
)

// World is what the screen reads.
type World struct {
	Book  *model.Book
	Board *triage.Board // whose Hot Leads are listed; nil for none
	Keys  keymap.Keymap // names the keys in hints; without it there are none
	Now   time.Time     // its zone is the user's
}

// view is one of the panes, in the order of the tabs.
type view uint8

const (
	lots view = iota
	statement
	forecast
	plan

	viewCount = 4
)

// basis is what an account and its rows were made from: as long as it is the same, so
// are they.
type basis struct {
	book  *model.Book
	len   int
	seat  string
	on    day.Day
	leads int
}

// Screen is the credits of one seat at a time.
type Screen struct {
	world  World
	seats  []model.Seat
	seat   int    // the one shown
	active string // id of the active one
	view   view

	from    basis
	account account // what is known of the seat
	typed   *credit.Course
	outlook outlook

	width  int         // of the views the rows were made for
	lots   rows        // of the view lots
	events rows        // of the view forecast, below the chart
	plan   rows        // of the view plan
	lines  widget.List // of the statement, newest first
	whom   whom

	open   bool // the row under the cursor is told in full
	story  story
	scroll int // lines of the story above what is shown
	page   int // lines of a page of it
}

// New is the screen on the active seat. course is the one that was typed before,
// nil for the seat's own.
func New(w World, course *credit.Course) *Screen {
	s := &Screen{typed: course, width: usualWidth}
	s.Refresh(w)
	return s
}

// usualWidth is the width that rows are made for until the screen is drawn.
const usualWidth = 78

// Scope is keymap.Credits.
func (s *Screen) Scope() keymap.Scope { return keymap.Credits }

// Seat is the id of the seat that is shown, empty when there is none.
func (s *Screen) Seat() string {
	if len(s.seats) == 0 {
		return ""
	}
	return s.seats[s.seat].ID
}

// Course is the course that was typed for the forecast, nil for the seat's own.
func (s *Screen) Course() *credit.Course { return s.typed }

// SetCourse draws the forecast on a course, nil for the seat's own, and shows it.
func (s *Screen) SetCourse(c *credit.Course) {
	s.typed, s.view, s.open, s.whom.open = c, forecast, false, false
	s.outlook, s.events = s.account.look(c), rows{}
	s.fill()
}

// Refresh hands in the world anew: after a decision, and as time goes by. Nothing is
// read again while Book, seat and day are the same.
func (s *Screen) Refresh(w World) {
	s.world = w
	shown := s.Seat()
	s.seats = w.Book.Seats()
	active, _ := w.Book.ActiveSeat(w.Now)
	if active.ID != s.active {
		shown, s.active = active.ID, active.ID
	}
	s.seat = max(0, slices.IndexFunc(s.seats, func(seat model.Seat) bool { return seat.ID == shown }))
	s.whom.refresh(w)
	s.read()
}

// read takes the account of the seat shown, unless it is the one there is.
func (s *Screen) read() {
	on, _, _ := s.world.Book.Today(s.Seat(), s.world.Now)
	from := basis{s.world.Book, s.world.Book.Len(), s.Seat(), on, len(s.whom.ids)}
	if from == s.from {
		return
	}
	s.from = from
	s.account, s.outlook = account{}, outlook{}
	if len(s.seats) > 0 {
		s.account = read(s.world, s.seats[s.seat])
		s.outlook = s.account.look(s.typed)
	}
	s.fill()
}

// fill makes the rows of the views.
func (s *Screen) fill() {
	if len(s.seats) == 0 {
		s.lots, s.events, s.plan = rows{}, rows{}, rows{}
	} else {
		s.lots.set(s.account.lotRows(s.width, len(s.whom.ids)))
		s.events.set(s.account.outlookRows(s.outlook, s.width))
		s.plan.set(s.planRows(s.width))
	}
	s.lines = s.lines.Resize(len(s.account.Entries), s.lines.Height)
	s.tell()
}

// fit makes the rows anew for views of another width.
func (s *Screen) fit(w int) {
	if w != s.width {
		s.width = w
		s.fill()
	}
}

// show goes to a seat without making it the active one.
func (s *Screen) show(seat int) {
	s.seat = max(0, min(seat, len(s.seats)-1))
	s.lots, s.events, s.lines = rows{}, rows{}, widget.List{}
	s.read()
}
