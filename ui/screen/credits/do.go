package credits

import (
	"cordial/keymap"
	"cordial/model"
	"cordial/model/triage"
	"cordial/ui/ask"
	"cordial/ui/widget"
)

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
	case keymap.CreditsWhom:
		s.ShowWhom()
	case keymap.SeatOpen:
		return ask.FillSeat{}
	case keymap.Compose:
		return s.write()
	default:
		if r, ok := s.seatRequest(a); ok {
			return r
		}
		s.move(a)
	}
	return nil
}

// seatRequest is what an action asks for about the seat shown; without one it leads
// to opening one.
func (s *Screen) seatRequest(a keymap.Action) (r ask.Request, ok bool) {
	seat := s.Seat()
	switch a {
	case keymap.SeatReconcile:
		r = ask.FillReconcile{Seat: seat}
	case keymap.CreditsWhy:
		r = ask.ShowWhy{Seat: seat}
	case keymap.ForecastPace:
		r = ask.FillPace{Seat: seat, Course: s.typed}
	case keymap.SeatNext:
		r = ask.SwitchSeat{}
	case keymap.SeatPlan:
		r = ask.FillPlan{Seat: seat}
	case keymap.SeatPrice:
		r = ask.FillPrice{Seat: seat}
	case keymap.SeatCancel:
		r = ask.FillCancel{Seat: seat}
	default:
		return nil, false
	}
	if seat == "" {
		return ask.FillSeat{}, true
	}
	return r, true
}

// ShowWhom lists the Hot Leads who have no InMail yet.
func (s *Screen) ShowWhom() {
	s.open = false
	s.whom.open = len(s.seats) > 0
}

// write opens a letter to the person on the line; where there is none, it lists whom
// to write to.
func (s *Screen) write() ask.Request {
	person := model.Key(0)
	switch r, ok := s.current().ask.(ask.GoToPerson); {
	case s.whom.open:
		person = s.whom.person()
	case s.open:
		person = s.story.person
	case ok:
		person = r.Key
	case s.view == statement && len(s.account.Entries) > 0:
		if contact := s.account.Entries[s.account.newest(s.lines.Cursor)].Contact; contact != "" {
			person = s.world.Book.PersonKey(contact)
		}
	}
	if person == 0 {
		s.ShowWhom()
		return nil
	}
	return ask.Compose{Person: model.Person{Key: person}}
}

// Around lists the conversations whose evidence is worth having: those on the list
// of whom to write to, at the cursor.
func (s *Screen) Around() []triage.ID {
	if !s.whom.open {
		return nil
	}
	at := s.whom.list.Cursor
	return s.whom.ids[min(at, len(s.whom.ids)):min(at+around, len(s.whom.ids))]
}

// around is how many people of the list are read ahead.
const around = 3

// back closes what is in front, or leaves the screen.
func (s *Screen) back() ask.Request {
	switch {
	case s.open:
		s.open = false
	case s.whom.open:
		s.whom.open = false
	default:
		return ask.Back{}
	}
	return nil
}

// enter does what the row under the cursor leads to: it asks for something, or tells
// itself in full, and from there goes to the person it is about. Without a seat it
// leads to opening one.
func (s *Screen) enter() ask.Request {
	switch {
	case len(s.seats) == 0:
		return ask.FillSeat{}
	case s.whom.open:
		return s.whom.enter()
	case s.open && s.story.person != 0:
		return ask.GoToPerson{Key: s.story.person}
	case s.open:
		s.open = false
		return nil
	}
	switch r := s.current().ask.(type) {
	case nil:
		s.open, s.scroll = true, 0
		s.tell()
		return nil
	case showSeat:
		s.show(r.seat)
		return nil
	case ask.ShowWhom:
		s.ShowWhom()
		return nil
	default:
		return r
	}
}

// current is the row under the cursor.
func (s *Screen) current() row {
	switch s.view {
	case lots:
		return s.lots.current()
	case forecast:
		return s.events.current()
	case plan:
		return s.plan.current()
	default: // the statement, whose lines are too many to be made beforehand
	}
	if len(s.account.Entries) == 0 {
		return row{}
	}
	place := s.account.newest(s.lines.Cursor)
	return row{story: func() story { return s.account.entryStory(place) }}
}

// tell takes the story of the row under the cursor, once for every move.
func (s *Screen) tell() {
	if !s.open {
		return
	}
	r := s.current()
	if s.open = r.story != nil; s.open {
		s.story = r.story()
	}
}

// turn goes to another view.
func (s *Screen) turn(n int) {
	s.open, s.whom.open = false, false
	s.view = view((int(s.view) + n + viewCount) % viewCount)
}

// move moves the cursor of what has the keys.
func (s *Screen) move(a keymap.Action) {
	to, ok := motion(a)
	switch {
	case !ok:
		return
	case s.open && (a == keymap.PageDown || a == keymap.HalfDown):
		s.scroll += s.page
		return
	case s.open && (a == keymap.PageUp || a == keymap.HalfUp):
		s.scroll = max(0, s.scroll-s.page)
		return
	case s.whom.open:
		s.whom.list = to(s.whom.list)
	case s.view == lots:
		s.lots.move(to)
	case s.view == forecast:
		s.events.move(to)
	case s.view == plan:
		s.plan.move(to)
	default:
		s.lines = to(s.lines)
	}
	s.scroll = 0
	s.tell()
}

// motion is what an action does to a list.
func motion(a keymap.Action) (to func(widget.List) widget.List, ok bool) {
	switch a {
	case keymap.Down:
		return func(l widget.List) widget.List { return l.Move(1) }, true
	case keymap.Up:
		return func(l widget.List) widget.List { return l.Move(-1) }, true
	case keymap.HalfDown:
		return func(l widget.List) widget.List { return l.HalfPage(1) }, true
	case keymap.HalfUp:
		return func(l widget.List) widget.List { return l.HalfPage(-1) }, true
	case keymap.PageDown:
		return func(l widget.List) widget.List { return l.Page(1) }, true
	case keymap.PageUp:
		return func(l widget.List) widget.List { return l.Page(-1) }, true
	case keymap.Top:
		return widget.List.Top, true
	case keymap.Bottom:
		return widget.List.Bottom, true
	default:
		return nil, false
	}
}
