package ui

import (
	"errors"

	"cordial/keymap"
	"cordial/model"
	"cordial/model/clean"
	"cordial/model/triage"
	"cordial/ui/ask"
	"cordial/ui/dossier"
	"cordial/ui/screen/thread"
)

// thread is the conversation in front, nil when another screen is.
func (a *App) thread() *thread.Screen {
	if n := len(a.pages); n > 0 {
		if t, ok := a.pages[n-1].screen.(*thread.Screen); ok {
			return t
		}
	}
	return nil
}

// wanted lists the conversations whose evidence is worth having, the one in front
// first.
func (a *App) wanted() []triage.ID {
	around := append(a.aboutLetters(), a.inbox.Around()...)
	if t := a.thread(); t != nil {
		return append([]triage.ID{t.ID()}, around...)
	}
	return around
}

// wantsOlder tells whether the conversation in front is scrolled to where its
// older messages would be.
func (a *App) wantsOlder(have dossier.Evidence) bool {
	t := a.thread()
	return t != nil && t.ID() == have.ID && t.WantsOlder()
}

// threadWorld is what a conversation's screen reads.
func (a *App) threadWorld(id triage.ID) thread.World {
	id = a.board.Current(id)
	w := thread.World{
		Subject: dossier.Look(a.book, a.board, id, a.now, a.reading.find), Board: a.board,
		Version: a.version + a.reading.gen, Gauge: a.gauge, Keys: a.keymap,
		Tab: clean.Line(a.inbox.Tab().Title()), Slow: a.reading.slow,
	}
	if at, ok := a.board.Find(a.inbox.Tab(), id); ok {
		w.Place = at + 1
	}
	w.Of, _ = a.board.Count(a.inbox.Tab())
	return w
}

// goToThread opens a conversation and marks it read.
func (a *App) goToThread(id triage.ID) {
	a.closeThread()
	a.inbox.Point(id)
	t := thread.New(a.threadWorld(id), a.w, a.h)
	a.pages = append(a.pages, page{t, func() {
		t.Resize(a.w, a.h)
		t.Refresh(a.threadWorld(t.ID()))
	}})
	if v, ok := a.board.View(id); ok && v.Unread {
		a.markRead(id)
	}
}

// markRead marks an opened conversation read. Undo passes over it: nobody thinks
// of it as something done.
func (a *App) markRead(id triage.ID) {
	targets, err := a.targets([]triage.ID{id})
	if err != nil {
		return
	}
	before := a.book.Len()
	if err := a.commit(a.book.Mark(targets, model.MarkRead, a.now)); err != nil {
		a.say(ask.Failed, err.Error())
	}
	for i := before; i < a.book.Len(); i++ {
		a.auto[a.book.Event(i).ID] = true
	}
}

// closeThread leaves the conversation that is in front.
func (a *App) closeThread() {
	if a.thread() != nil {
		a.back()
	}
}

// neighbour opens the next conversation of the tab, or the one before.
func (a *App) neighbour(action keymap.Action) {
	step := 1
	if action == keymap.PrevContact {
		step = -1
	}
	t := a.thread()
	if !a.inbox.Point(t.ID()) {
		step = 0 // it has left the tab: the cursor is on the one that took its place
	}
	if !a.inbox.Step(step) && step != 0 {
		a.say(ask.Said, "There is no further conversation in this tab")
		return
	}
	if id, ok := a.inbox.Cursor(); ok {
		a.goToThread(id)
	}
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
	if m.err != nil && !errors.Is(m.err, errTerminalOnly) {
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
