package ui

import (
	"cordial/keymap"
	"cordial/model"
	"cordial/model/triage"
	"cordial/ui/ask"
	"cordial/ui/screen/drafts"
	"cordial/ui/screen/invitations"
)

// goToDrafts shows the drafts.
func (a *App) goToDrafts() {
	if a.front().Scope() == keymap.Drafts {
		return
	}
	s := drafts.New(a.draftsWorld())
	a.pages = append(a.pages, page{s, func() { s.Refresh(a.draftsWorld()) }})
}

// draftsWorld is what the screen of the drafts reads.
func (a *App) draftsWorld() drafts.World {
	w := drafts.World{Keys: a.keymap, Now: a.now}
	for _, l := range a.letters() {
		w.Drafts = append(w.Drafts, drafts.Draft{
			Letter: l, To: a.acquaintance(model.Person{Key: l.Person}).Person, ID: a.latestWith(l.Person),
		})
	}
	return w
}

// goToInvitations shows the connection requests.
func (a *App) goToInvitations() {
	if a.front().Scope() == keymap.Invitations {
		return
	}
	s := invitations.New(a.invitationsWorld())
	a.pages = append(a.pages, page{s, func() { s.Refresh(a.invitationsWorld()) }})
}

// invitations is the screen of the connection requests, nil when another is in front.
func (a *App) invitations() *invitations.Screen {
	if n := len(a.pages); n > 0 {
		if s, ok := a.pages[n-1].screen.(*invitations.Screen); ok {
			return s
		}
	}
	return nil
}

// invitationsWorld is what the screen of the connection requests reads.
func (a *App) invitationsWorld() invitations.World {
	w := invitations.World{
		Read: a.outreach.read, NotNow: a.outreach.notNow, Keys: a.keymap, Now: a.now, Find: a.latestWith,
		URL: func(key model.Key) string { return a.acquaintance(model.Person{Key: key}).Person.URL },
	}
	w.Requests, w.Meters = a.sending()
	w.Requests = a.book.InSight(w.Requests)
	return w
}

// notNow leaves a proposal for another time: until the program is left.
func (a *App) notNow(r ask.NotNow) {
	if a.outreach.notNow == nil {
		a.outreach.notNow = map[model.Key]bool{}
	}
	a.outreach.notNow[r.Person] = true
	a.say(ask.Said, "Left for another time")
	a.touched()
}

// aboutLetters lists the conversations that must be read because somebody is written
// to, or about to be; what a screen of people shows comes after them.
func (a *App) aboutLetters() []triage.ID {
	var ids []triage.ID
	if a.wanting != nil {
		ids = append(ids, a.latestWith(a.wanting.Person.Key))
	}
	if c := a.composing(); c != nil {
		ids = append(ids, a.latestWith(c.Person().Key))
	}
	if n := len(a.pages); n > 0 {
		if s, ok := a.pages[n-1].screen.(interface{ Around() []triage.ID }); ok {
			ids = append(ids, s.Around()...)
		}
	}
	return ids
}
