package ui

import (
	"errors"
	"fmt"
	"sync/atomic"

	tea "github.com/charmbracelet/bubbletea"

	"cordial/model"
	"cordial/ui/ask"
	"cordial/ui/port"
	"cordial/ui/screen/inbox"
)

// save starts an append, unless one is under way or failed, or the store is being
// read because others were faster.
func (a *App) save() {
	if !a.loading {
		if after, batch := a.next(); len(batch) > 0 {
			a.run(a.effects.save(after, batch))
		}
	}
	a.rescue.keep(a.unsaved)
}

// savedOrNot takes in what came of an append. A failure stays visible and rolls
// nothing back; when others were faster, the store is read again first.
func (a *App) savedOrNot(m savedMsg) {
	switch {
	case m.err == nil:
		a.saved()
	case errors.Is(m.err, port.ErrMoved):
		a.notSaved(m.err)
		a.readAll()
	default:
		a.fail(m.err)
	}
	if a.quitting {
		a.quit()
	}
}

// saveAgain tries once more to save what could not be saved.
func (a *App) saveAgain() {
	if a.failed == nil {
		a.say(ask.Said, "Everything is saved")
		return
	}
	a.retry()
}

// look asks how far the store has come.
func (a *App) look() {
	if a.session == nil || a.looking || a.loading {
		return
	}
	a.looking = true
	a.run(a.effects.stamp())
}

// stamped reads on when others have written.
func (a *App) stamped(m stampMsg) {
	a.looking = false
	if m.err != nil || a.session == nil {
		return // what cannot be read now is asked for again in a moment
	}
	journal, evidence := a.stale(m.stamp)
	evidence = evidence && !a.imports.writing() // all of it is read when the import is through
	switch {
	case evidence || journal && len(a.unsaved) > 0:
		a.readAll()
	case journal:
		a.looking = true
		a.run(a.effects.grown(a.stored))
	}
}

// mostGrown is how many events are taken in between two keys; more are read anew,
// beside the screen.
const mostGrown = 1000

// grown takes in the decisions of others.
func (a *App) grown(m grownMsg) {
	a.looking = false
	if m.err != nil {
		return
	}
	if len(m.events) > mostGrown || !a.append(m.after, m.events) {
		a.readAll()
		return
	}
	a.refresh()
}

// readAll reads all of the store, beside the screen.
func (a *App) readAll() {
	if a.loading {
		return
	}
	a.loading = true
	if a.session == nil {
		a.run(a.effects.load(nil, 0, a.now))
		return
	}
	a.run(a.effects.load(a.threads, a.evidence, a.now))
}

// loaded goes on from a new reading of the store.
func (a *App) loaded(m loadedMsg) {
	a.loading = false
	if m.err != nil {
		a.notLoaded(m.err)
		return
	}
	a.trouble = nil
	first := a.session == nil
	if first {
		a.session = &session{base: m.base, version: 1}
		a.readGauge()
		a.inbox = inbox.New(a.inboxWorld())
		a.inbox.Resize(a.w, a.h)
	} else {
		if m.base.evidence != a.evidence {
			a.forget()
		}
		for _, e := range a.adopt(m.base) {
			a.say(ask.Failed, sentence(a.describe(e.Decision))+" cannot be kept: another program did the same")
		}
	}
	a.board.Advance(a.now)
	a.refresh()
	a.goOn()
	a.release()
	a.askWhatIsOpen()
	if first {
		a.askUnfinished()
	}
}

// notLoaded says why the store could not be read: on an empty screen at first, in
// passing later.
func (a *App) notLoaded(err error) {
	if a.session == nil {
		a.trouble = err
		a.held = nil
		return
	}
	if len(a.unsaved) > 0 {
		a.fail(err)
		return
	}
	a.say(ask.Failed, err.Error())
}

// fail keeps it visible that there are decisions which could not be saved. A busy
// database is tried again by itself.
func (a *App) fail(err error) {
	a.notSaved(err)
	if errors.Is(err, port.ErrBusy) {
		a.run(a.effects.later(retryAfter, retryMsg{}))
	}
	if a.dying {
		a.leave()
	}
	a.quitting = false
}

// reload reads everything again.
func (a *App) reload() {
	if a.session != nil {
		a.forget()
		a.say(ask.Said, "Read again")
		a.readDrafts()
	}
	a.readAll()
}

// quit leaves when everything is saved. What cannot be saved is given up only
// knowingly, and what is being typed only at the second time of asking.
func (a *App) quit() {
	switch {
	case len(a.dialogs) > 0:
		a.dialogs = nil
		a.tell(ask.Said, "Closed", "ctrl+c leaves")
	case a.losesLetters(), a.leavesImport():
	case a.session == nil || len(a.unsaved) == 0:
		a.leave()
	case a.failed == nil:
		a.quitting = true
		a.say(ask.Said, "Saving, then leaving")
	default:
		a.ask(ask.Question{
			Title:   "Not saved",
			Text:    fmt.Sprintf("%s could not be saved:\n%s", decisions(len(a.unsaved)), a.failed),
			YesText: "leave and lose it", NoText: "stay", LaterText: "try again",
			Yes: giveUp{}, Later: tryAgain{},
		})
	}
}

// leave ends the program.
func (a *App) leave() {
	a.ended = true
	a.run(tea.Quit)
}

// terminate answers a signal: what is being typed as a note is kept, what is
// queued is saved, and nothing is asked.
func (a *App) terminate() {
	a.keepNote()
	if a.endImport() {
		return
	}
	if a.session == nil || len(a.unsaved) == 0 || a.failed != nil {
		a.leave()
		return
	}
	a.dialogs = nil
	a.quitting, a.dying = true, true
}

// decisions counts decisions in words.
func decisions(n int) string {
	if n == 1 {
		return "1 decision"
	}
	return fmt.Sprintf("%d decisions", n)
}

// rescue holds what is not saved where another goroutine can reach it when the
// program itself is stuck, such as in front of a terminal that stopped reading.
type rescue struct {
	events  atomic.Pointer[[]model.Event]
	letters atomic.Pointer[[]numbered]
}

// keepLetters remembers what of the letters is not saved.
func (r *rescue) keepLetters(letters []numbered) { r.letters.Store(&letters) }

// keep remembers what is not saved.
func (r *rescue) keep(events []model.Event) {
	if len(events) == 0 {
		r.events.Store(nil)
		return
	}
	kept := append([]model.Event(nil), events...)
	r.events.Store(&kept)
}

// Rescue saves what the program did not come to save. It may be called from any
// goroutine, and twice: an event that is in the journal already is passed over.
func (a *App) Rescue() {
	a.rescueLetters()
	events := a.rescue.events.Load()
	if events == nil {
		return
	}
	for range 3 {
		stamp, err := a.deps.Store.Stamp()
		if err != nil {
			return
		}
		if err = a.deps.Store.Append(stamp.Journal, *events); !errors.Is(err, port.ErrMoved) {
			return
		}
	}
}

// rescueLetters saves what was typed last.
func (a *App) rescueLetters() {
	letters := a.rescue.letters.Load()
	if letters == nil || a.drafts.keeper == nil {
		return
	}
	for range 3 {
		if a.drafts.keeper.save(*letters) == nil {
			return
		}
	}
}
