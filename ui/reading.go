package ui

import (
	"slices"

	"cordial/keymap"
	"cordial/model/triage"
	"cordial/ui/ask"
	"cordial/ui/dossier"
)

// keepRead is how many conversations are kept in memory.
const keepRead = 32

// reading is what was read of conversations, and what is being read: one at a
// time, so that holding a key down never piles up work.
type reading struct {
	gen   uint64 // grows with every answer that is drawn, and when all is forgotten
	era   uint64 // grows when all is forgotten: answers of an earlier one are dropped
	have  map[triage.ID]dossier.Evidence
	order []triage.ID // of have, the longest unused first
	busy  bool
	slow  bool   // it takes so long that it is worth saying
	began uint64 // counts the readings
	whose uint64 // session.whose when it began
	turns uint64 // how often that has changed
}

// newReading is a reading of nothing.
func newReading() reading { return reading{have: map[triage.ID]dossier.Evidence{}} }

// find is what was read of a conversation.
func (r *reading) find(id triage.ID) (dossier.Evidence, bool) {
	e, ok := r.have[id]
	return e, ok
}

// of tells one reading of evidence from another: both numbers only grow.
func (r *reading) of() uint64 { return r.era + r.turns }

// keep remembers evidence, and forgets what was unused for the longest time.
func (r *reading) keep(e dossier.Evidence) {
	r.order = slices.DeleteFunc(r.order, func(id triage.ID) bool { return id == e.ID })
	r.order = append(r.order, e.ID)
	if len(r.order) > keepRead {
		delete(r.have, r.order[0])
		r.order = r.order[1:]
	}
	r.have[e.ID] = e
	r.gen++
}

// forget drops what was read: the evidence has changed.
func (a *App) forget() {
	r := newReading()
	r.gen, r.era, r.busy, r.began = a.reading.gen+1, a.reading.era+1, a.reading.busy, a.reading.began
	r.whose, r.turns = a.reading.whose, a.reading.turns
	a.reading = r
	a.directory, a.asked = nil, false
	a.talks, a.calling = nil, false
	a.outreach = outreach{notNow: a.outreach.notNow}
}

// forgetPeople drops what was read of conversations when who is one with whom has
// changed: it was read of other people.
func (a *App) forgetPeople() {
	if a.session == nil || a.reading.whose == a.session.whose {
		return
	}
	r := newReading()
	r.gen, r.era, r.busy, r.began = a.reading.gen+1, a.reading.era, a.reading.busy, a.reading.began
	r.whose, r.turns = a.session.whose, a.reading.turns+1
	a.reading = r
}

// readAhead reads what the screen shows and does not have yet, and then what it
// will show next.
func (a *App) readAhead() {
	if a.reading.busy {
		return
	}
	for _, id := range a.wanted() {
		have, ok := a.reading.find(id)
		switch {
		case !ok:
			a.begin()
			a.run(a.effects.evidence(a.reading.of(), id, a.book.Keys(id.Person)))
			return
		case a.wantsOlder(have):
			a.begin()
			a.run(a.effects.older(a.reading.of(), have))
			return
		}
	}
}

// begin notes that a reading is under way, and looks at it again if it takes long.
func (a *App) begin() {
	a.reading.busy = true
	a.reading.began++
	a.run(a.effects.later(slowAfter, slowMsg{a.reading.began}))
}

// end notes that nothing is being read.
func (a *App) end() { a.reading.busy, a.reading.slow = false, false }

// found takes in what was read of a conversation. An answer from before the
// evidence changed is dropped; the next look reads it again.
func (a *App) found(m evidenceMsg) {
	a.end()
	if m.gen == a.reading.of() && a.session != nil {
		a.reading.keep(m.evidence)
		a.refresh()
	}
	a.goOn()
}

// foundOlder takes in a page of older messages.
func (a *App) foundOlder(m olderMsg) {
	a.end()
	have, ok := a.reading.find(m.id)
	if m.gen != a.reading.of() || !ok {
		return
	}
	if m.err != nil {
		have.Complete = true // one failure is said once, not at every key
		a.say(ask.Failed, m.err.Error())
	} else {
		have = have.With(m.messages)
	}
	a.reading.keep(have)
	a.refresh()
}

// lacks tells whether an action needs evidence about the conversation in front
// that is still being read: who it is, or where their profile is.
func (a *App) lacks(action keymap.Action) bool {
	switch action {
	case keymap.InMailLog, keymap.InMailAnswered, keymap.ProfileCopy, keymap.ProfileOpen,
		keymap.NoteAdd, keymap.LabelPick, keymap.RemindSet, keymap.RemindNoReply, keymap.Remove, keymap.MergeWith:
	default:
		return false
	}
	ids := a.wanted()
	if len(ids) == 0 {
		return false
	}
	_, read := a.reading.find(ids[0])
	return !read
}

// goOn does what waited for evidence, and the keys held behind it.
func (a *App) goOn() {
	if w := a.wanting; w != nil && a.session != nil && a.acquainted(w.Person.Key) {
		a.wanting = nil
		a.ask(*w)
		a.release()
	}
	if a.waiting.Action == "" || a.lacks(a.waiting.Action) {
		return
	}
	r := a.waiting
	a.waiting = keymap.Result{}
	a.act(r)
	a.release()
}

// foundPeople takes in everybody.
func (a *App) foundPeople(m peopleMsg) {
	if m.gen != a.reading.era {
		return
	}
	if m.err != nil {
		a.asked = false
		a.say(ask.Failed, m.err.Error())
		return
	}
	a.directory = m.directory
	a.refresh()
}
