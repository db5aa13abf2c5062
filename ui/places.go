package ui

import (
	"cordial/model/triage"
	"cordial/ui/ask"
	"cordial/ui/dossier"
	"cordial/ui/screen/credits"
)

// wanted lists the conversations whose evidence is worth having, the one in front
// first.
func (a *App) wanted() []triage.ID { return a.inbox.Around() }

// wantsOlder tells whether the conversation in front is scrolled to where its
// older messages would be.
func (a *App) wantsOlder(have dossier.Evidence) bool { return false }

// closeThread leaves the conversation that is open.
func (a *App) closeThread() {}

// goToThread opens a conversation and marks it read.
func (a *App) goToThread(id triage.ID) {}

// goToCredits shows the credits.
func (a *App) goToCredits() {
	world := func() credits.World { return credits.World{Book: a.book, Now: a.now} }
	s := credits.New(world())
	a.pages = append(a.pages, page{s, func() { s.Refresh(world()) }})
}

// back leaves the screen in front.
func (a *App) back() {
	if n := len(a.pages); n > 0 {
		a.pages = a.pages[:n-1]
	}
}

// browse opens a profile.
func (a *App) browse(address string) error {
	url, err := profileURL(address)
	if err != nil {
		return err
	}
	a.run(a.effects.browse(url))
	return nil
}

// copied says what came of copying.
func (a *App) copied(m copiedMsg) {
	if m.err != nil {
		a.say(ask.Failed, "Not copied: "+m.text)
		return
	}
	a.say(ask.Done, "Copied the "+m.what+": "+m.text)
}

// opened says what came of opening an address.
func (a *App) opened(m openedMsg) {
	if m.err != nil {
		a.say(ask.Failed, "Not opened ("+m.err.Error()+"): "+m.url)
		return
	}
	a.say(ask.Done, "Opened "+m.url)
}
