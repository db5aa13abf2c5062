package ui

import (
	"cmp"
	"errors"
	"slices"
	"time"

	"cordial/model"
	"cordial/model/channel"
	"cordial/ui/ask"
	"cordial/ui/dialog"
	"cordial/ui/port"
)

// letterbox is the letters that are being written, and what of them is not on disk.
type letterbox struct {
	keeper *keeper // nil where nothing can be kept
	read   bool    // what was kept has been read
	have   map[letterKey]model.Letter
	people map[model.Key]model.Person // those of the evidence whom letters are to

	changed map[letterKey]numbered // not known to be on disk
	n       uint64                 // counts the changes
	saving  bool
	ticking bool  // a save is due in a moment
	failed  error // why the last save failed, nil otherwise
	warned  bool  // leaving was asked for while they could not be saved

	later map[letterKey]time.Time // when to ask again whether they were sent
	seats map[letterKey]string    // which seat pays for those handed over
}

// newLetterbox is the state before anything was read.
func newLetterbox(store port.Store) letterbox {
	d := letterbox{
		keeper: newKeeper(store), have: map[letterKey]model.Letter{}, people: map[model.Key]model.Person{},
		changed: map[letterKey]numbered{}, later: map[letterKey]time.Time{}, seats: map[letterKey]string{},
	}
	d.read = d.keeper == nil
	return d
}

// to lists the drafts to somebody.
func (d *letterbox) to(person model.Key) []model.Letter {
	var letters []model.Letter
	for key, l := range d.have {
		if key.person == person {
			letters = append(letters, l)
		}
	}
	slices.SortFunc(letters, func(x, y model.Letter) int { return cmp.Compare(x.Channel, y.Channel) })
	return letters
}

// writingTo tells whether there is a draft to somebody.
func (d *letterbox) writingTo(person model.Key) bool {
	for _, by := range channel.All() {
		if _, there := d.have[letterKey{person, by}]; there {
			return true
		}
	}
	return false
}

// lettersTo lists the drafts to somebody. One to whoever became part of them is theirs
// from now on, unless they have one by that channel.
func (a *App) lettersTo(person model.Key) []model.Letter {
	root := a.book.Root(person)
	for _, key := range a.book.Keys(person)[1:] {
		for _, l := range a.drafts.to(key) {
			moved := l
			moved.Person = root
			if _, taken := a.drafts.have[keyOf(moved)]; taken {
				continue
			}
			if seat, handed := a.drafts.seats[keyOf(l)]; handed {
				a.drafts.seats[keyOf(moved)] = seat
			}
			a.putLetter(moved)
			a.putLetter(model.Letter{Person: l.Person, Channel: l.Channel})
		}
	}
	return a.drafts.to(root)
}

// letters lists the drafts, the one changed last first. One to somebody who was removed is
// kept out of sight with them.
func (a *App) letters() []model.Letter {
	return slices.DeleteFunc(a.drafts.all(), func(l model.Letter) bool { return a.book.Removed(l.Person) })
}

// writingTo tells whether there is a draft to somebody, under any of their keys.
func (a *App) writingTo(person model.Key) bool {
	return slices.ContainsFunc(a.book.Keys(person), a.drafts.writingTo)
}

// all lists the drafts, the one changed last first.
func (d *letterbox) all() []model.Letter {
	var letters []model.Letter
	for _, l := range d.have {
		letters = append(letters, l)
	}
	slices.SortFunc(letters, func(x, y model.Letter) int {
		return cmp.Or(y.Saved.Compare(x.Saved), cmp.Compare(x.Person, y.Person), cmp.Compare(x.Channel, y.Channel))
	})
	return letters
}

// put takes a letter as it is now; a blank one is dropped.
func (d *letterbox) put(l model.Letter, now time.Time) {
	l.Saved = now
	d.n++
	key := keyOf(l)
	if d.have[key] = l; l.Blank() {
		delete(d.have, key)
		delete(d.later, key)
		delete(d.seats, key)
	}
	d.changed[key] = numbered{l, d.n}
}

// differs tells whether a letter is another one than what is known of it.
func (d *letterbox) differs(l model.Letter) bool {
	old, there := d.have[keyOf(l)]
	if !there {
		return !l.Blank()
	}
	old.Saved = l.Saved
	return old != l
}

// unsaved is what is not known to be on disk, in the order in which it was written.
func (d *letterbox) unsaved() []numbered {
	var list []numbered
	for _, l := range d.changed {
		list = append(list, l)
	}
	slices.SortFunc(list, func(x, y numbered) int { return cmp.Compare(x.n, y.n) })
	return list
}

// readDrafts reads what was kept, once and when everything is read again.
func (a *App) readDrafts() {
	if a.drafts.keeper != nil {
		a.run(a.effects.drafts(a.drafts.keeper.store))
	}
}

// foundDrafts takes in what was kept. What was typed since goes before it.
func (a *App) foundDrafts(m draftsMsg) {
	a.drafts.read = true
	if m.err == nil {
		a.drafts.have = map[letterKey]model.Letter{}
	}
	for _, l := range m.letters {
		a.drafts.have[keyOf(l)] = l
	}
	for key, l := range a.drafts.changed {
		if a.drafts.have[key] = l.Letter; l.Blank() {
			delete(a.drafts.have, key)
		}
	}
	for key, p := range m.people {
		a.drafts.people[key] = p
	}
	if m.err != nil {
		a.say(ask.Failed, "Not all drafts could be read: "+m.err.Error())
	}
	a.touched()
	a.goOn()
	a.askWhatIsOpen()
}

// touched draws anew what depends on more than the Book.
func (a *App) touched() {
	if a.session != nil {
		a.version++
		a.refresh()
	}
}

// keepLetters notes what was typed since the last message, and has it saved in a
// moment.
func (a *App) keepLetters() {
	c := a.composing()
	if c == nil || a.drafts.keeper == nil {
		return
	}
	for _, l := range c.Letters() {
		if a.drafts.differs(l) {
			a.putLetter(l)
		}
	}
}

// putLetter takes a letter as it is now. That it was handed over, sent or dropped is
// saved at once.
func (a *App) putLetter(l model.Letter) {
	old, was := a.drafts.have[keyOf(l)]
	a.drafts.put(l, a.now)
	if is := !l.Blank(); was != is {
		a.touched() // a row's mark comes or goes
	}
	a.rescue.keepLetters(a.drafts.unsaved())
	switch {
	case a.drafts.keeper == nil:
	case !l.Copied.Equal(old.Copied) || l.Blank():
		a.saveLetters()
	case !a.drafts.ticking && !a.drafts.saving:
		a.drafts.ticking = true
		a.run(a.effects.later(keepAfter, keepMsg{}))
	}
}

// saveLetters saves what is not on disk, one save at a time.
func (a *App) saveLetters() {
	a.drafts.ticking = false
	if list := a.drafts.unsaved(); len(list) > 0 && !a.drafts.saving {
		a.drafts.saving = true
		a.run(a.effects.keep(a.drafts.keeper, list))
	}
}

// kept takes in what came of a save. What cannot be saved is tried again by itself,
// and said once.
func (a *App) kept(m keptMsg) {
	a.drafts.saving = false
	if m.err == nil {
		a.drafts.failed, a.drafts.warned = nil, false
		for _, l := range m.letters {
			if a.drafts.changed[keyOf(l.Letter)].n == l.n {
				delete(a.drafts.changed, keyOf(l.Letter))
			}
		}
		a.rescue.keepLetters(a.drafts.unsaved())
	} else {
		if a.drafts.failed == nil && !errors.Is(m.err, port.ErrBusy) {
			a.say(ask.Failed, "The draft is not saved: "+m.err.Error())
		}
		a.drafts.failed = m.err
	}
	if len(a.drafts.changed) == 0 || a.drafts.ticking {
		return
	}
	wait := keepAfter
	if m.err != nil {
		wait = keepAgain
	}
	a.drafts.ticking = true
	a.run(a.effects.later(wait, keepMsg{}))
}

// losesLetters tells whether leaving now would lose what was typed; it is said first.
func (a *App) losesLetters() bool {
	if a.drafts.failed == nil || len(a.drafts.changed) == 0 || a.drafts.warned {
		return false
	}
	a.drafts.warned = true
	a.tell(ask.Failed, "A draft is not saved: "+a.drafts.failed.Error(), "again leaves and loses it")
	return true
}

// composing is the letter that is being written, nil for none.
func (a *App) composing() *dialog.Compose {
	for _, d := range slices.Backward(a.dialogs) {
		if c, ok := d.Dialog.(*dialog.Compose); ok {
			return c
		}
	}
	return nil
}
