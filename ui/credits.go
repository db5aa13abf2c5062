package ui

import (
	"cordial/keymap"
	"cordial/model"
	"cordial/model/credit"
	"cordial/ui/ask"
	"cordial/ui/dialog"
	"cordial/ui/screen/credits"
)

// credits is the screen of the credits, when it is in front.
func (a *App) credits() *credits.Screen {
	if n := len(a.pages); n > 0 {
		if s, ok := a.pages[n-1].screen.(*credits.Screen); ok {
			return s
		}
	}
	return nil
}

// goToCredits shows the credits.
func (a *App) goToCredits() {
	if a.credits() != nil {
		return
	}
	world := func() credits.World {
		return credits.World{Book: a.book, Board: a.board, Keys: a.keymap, Now: a.now}
	}
	s := credits.New(world(), a.course)
	a.pages = append(a.pages, page{s, func() { s.Refresh(world()) }})
}

// seatMeant is the seat that is meant when none is named: the one in front, or the
// active one. It is false when there is none.
func (a *App) seatMeant(id string) (model.Seat, bool) {
	if s := a.credits(); s != nil && id == "" {
		id = s.Seat()
	}
	if seat, ok := a.book.FindSeat(id); ok {
		return seat, true
	}
	return a.book.ActiveSeat(a.now)
}

// showCredits opens the dialogs about seats. Without a seat there is nothing to say
// about one, so they lead to opening it.
func (a *App) showCredits(r ask.Request) {
	switch r := r.(type) {
	case ask.FillReconcile:
		a.aboutSeat(r.Seat, func(w dialog.World, seat string) dialog.Dialog {
			return dialog.NewReconcile(w, seat, a.looksAnswered())
		})
	case ask.FillPlan:
		a.aboutSeat(r.Seat, func(w dialog.World, seat string) dialog.Dialog { return dialog.NewPlan(w, seat) })
	case ask.FillCancel:
		a.aboutSeat(r.Seat, func(w dialog.World, seat string) dialog.Dialog { return dialog.NewCancelSeat(w, seat) })
	case ask.FillPolicy:
		a.aboutSeat(r.Seat, func(w dialog.World, seat string) dialog.Dialog { return dialog.NewPolicy(w, seat, r.Field) })
	case ask.FillPrice:
		a.aboutSeat(r.Seat, func(w dialog.World, seat string) dialog.Dialog { return dialog.NewPrice(w, seat) })
	case ask.FillPace:
		a.aboutSeat(r.Seat, func(w dialog.World, seat string) dialog.Dialog { return dialog.NewPace(w, seat, r.Course) })
	case ask.ShowWhy:
		a.aboutSeat(r.Seat, func(w dialog.World, seat string) dialog.Dialog { return dialog.NewWhy(w, seat) })
	case ask.ForecastAt:
		a.forecastAt(r.Course)
	case ask.ShowWhom:
		a.goToCredits()
		a.credits().ShowWhom()
	}
}

// aboutSeat opens a dialog about a seat.
func (a *App) aboutSeat(id string, open func(dialog.World, string) dialog.Dialog) {
	w := a.dialogWorld()
	seat, ok := a.seatMeant(id)
	if !ok {
		a.open(dialog.NewSeat(w))
		return
	}
	a.open(open(w, seat.ID))
}

// forecastAt draws the forecast on a course, also the next time.
func (a *App) forecastAt(c *credit.Course) {
	a.course = c
	if s := a.credits(); s != nil {
		s.SetCourse(c)
	}
}

// decideOnSeats is decideOn for what is decided about seats alone.
func (a *App) decideOnSeats(r ask.Request) (bool, error) {
	switch r := r.(type) {
	case ask.Reconcile:
		return true, a.decide1(a.book.Reconcile(r.Seat, r.Balance, a.now, a.now))
	case ask.ActivateSeat:
		return true, a.decide1(a.book.ActivateSeat(r.Seat, a.now))
	case ask.SwitchSeat:
		next, ok := a.book.NextSeat(a.now)
		if !ok {
			return true, &model.Refusal{Reason: "there is no other seat with a plan", Help: a.hint(keymap.SeatOpen, "opens one")}
		}
		return true, a.decide1(a.book.ActivateSeat(next.ID, a.now))
	case ask.ChangePlan:
		return true, a.decide1(a.book.ChangePlan(r.Plan, r.At, a.now))
	case ask.CancelSeat:
		return true, a.decide1(a.book.CancelSeat(r.Seat, r.At, a.now))
	case ask.SetPolicy:
		return true, a.decide1(a.book.SetPolicy(r.Seat, r.Policy, r.At, a.now))
	case ask.PriceSeat:
		return true, a.decide1(a.book.PriceSeat(r.Seat, r.Price, r.Currency, a.now, a.now))
	default:
		return false, nil
	}
}
