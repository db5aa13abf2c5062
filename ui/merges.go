package ui

import (
	"fmt"

	"cordial/keymap"
	"cordial/model"
	"cordial/model/clean"
	"cordial/model/triage"
	"cordial/ui/ask"
	"cordial/ui/dialog"
	"cordial/ui/screen/merges"
)

// likeness is who may be one person, worked out beside the screen whenever more was
// decided, for as long as the list of them is in front.
type likeness struct {
	asked  bool // it is being worked out
	read   bool
	events int // of the journal when that began
	era    uint64
	list   []model.MergeSuggestion
	people int // how many were compared
	failed error

	shown   []model.MergeSuggestion // those that still stand
	shownAt int                     // events of the journal when they did
}

// goToMerges shows the people who may be one.
func (a *App) goToMerges() {
	if a.front().Scope() == keymap.Merges {
		return
	}
	s := merges.New(a.mergesWorld())
	a.pages = append(a.pages, page{s, func() { s.Refresh(a.mergesWorld()) }})
}

// mergesWorld is what the list of people who may be one reads.
func (a *App) mergesWorld() merges.World {
	l := &a.likeness
	return merges.World{
		Book: a.book, Board: a.board, Keys: a.keymap, Now: a.now,
		Suggestions: a.suggestions(), Read: l.read, Failed: l.failed, Compared: l.people,
	}
}

// suggestions are those that still stand after what was decided since they were worked
// out.
func (a *App) suggestions() []model.MergeSuggestion {
	l := &a.likeness
	if l.shown == nil || l.shownAt != a.book.Len() {
		l.shown, l.shownAt = a.book.StillSuggested(l.list), a.book.Len()
	}
	return l.shown
}

// readSuggestions works out who may be one when that is in front and may be others than
// before. One working out is under way at a time.
func (a *App) readSuggestions() {
	l := &a.likeness
	stale := !l.read && l.failed == nil || l.events != a.book.Len() || l.era != a.reading.era
	if a.front().Scope() != keymap.Merges || l.asked || !stale {
		return
	}
	l.asked, l.events, l.era = true, a.book.Len(), a.reading.era
	a.run(a.effects.suggestions(a.unsaved))
}

// foundSuggestions takes in who may be one.
func (a *App) foundSuggestions(m suggestedMsg) {
	l := &a.likeness
	l.asked, l.failed, l.shown = false, m.err, nil
	if m.err == nil {
		l.read, l.list, l.people = true, m.list, m.people
	}
	a.refresh()
}

// showPeople opens what has to do with who is who; it answers why it could not.
func (a *App) showPeople(r ask.Request) error {
	switch r := r.(type) {
	case ask.GoToMerges:
		a.goToMerges()
	case ask.PickTwin:
		p, err := a.somebody(r.Person)
		if err != nil {
			return err
		}
		a.open(dialog.NewTwinSearch(a.dialogWorld(), p))
		a.readPeople()
	case ask.WeighTwins:
		a.open(dialog.NewTwins(a.dialogWorld(), r.Pair))
	}
	return nil
}

// decideOnPeople is decideOn for who is who, and who is out of sight.
func (a *App) decideOnPeople(r ask.Request) (bool, error) {
	switch r := r.(type) {
	case ask.RemovePeople:
		return true, a.removePeople(r.Targets)
	case ask.MergePeople:
		return true, a.mergePeople(r.Pairs)
	case ask.KeepApart:
		return true, a.decide1(a.book.KeepApart(r.Pair.From, r.Pair.Into, a.now))
	case ask.Unmerge:
		return true, a.unmerge(r.Merge)
	default:
		return false, nil
	}
}

// removePeople takes the people of conversations out of sight.
func (a *App) removePeople(targets []triage.ID) error {
	gone := map[model.Key]bool{}
	err := a.deal(targets, true, func(t []model.Target) (all []model.Draft, err error) {
		for _, one := range t {
			if key := a.book.Root(one.Person.Key); !gone[key] {
				gone[key] = true
				p, err := a.somebody(one.Person)
				if err != nil {
					return nil, err
				}
				drafts, err := a.book.RemoveContact(p, a.now)
				if err != nil {
					return nil, err
				}
				all = append(all, drafts...)
			}
		}
		return all, nil
	})
	if err == nil && len(gone) > 1 {
		a.tell(ask.Done, fmt.Sprintf("Removed %d people", len(gone)), a.hint(keymap.Undo, "undo"))
	}
	return err
}

// mergePeople makes one person of each pair. Who became part of somebody by a pair before
// stands for them in those that follow.
func (a *App) mergePeople(pairs []ask.Pair) error {
	into := map[model.Key]model.Person{}
	var all []model.Draft
	for _, pair := range pairs {
		from, stays := follow(into, pair.From), follow(into, pair.Into)
		if from.Key == stays.Key {
			continue // one already, by the pairs before
		}
		drafts, err := a.book.MergePeople(from, stays, a.now)
		if err != nil {
			return err
		}
		all = append(all, drafts...)
		into[from.Key] = stays
	}
	if err := a.decide1(all, nil); err != nil {
		return err
	}
	if n := len(into); n > 1 {
		a.tell(ask.Done, fmt.Sprintf("Merged %d pairs", n), a.hint(keymap.Undo, "undo"))
	}
	return nil
}

// follow is whom somebody became part of, or they themselves.
func follow(into map[model.Key]model.Person, p model.Person) model.Person {
	for {
		next, ok := into[p.Key]
		if !ok {
			return p
		}
		p = next
	}
}

// unmerge makes two people again of those who were made one. It is a reversal, which redo
// takes back.
func (a *App) unmerge(m model.Merge) error {
	drafts, err := a.book.Unmerge(m, a.now)
	if err != nil {
		return err
	}
	if err := a.commit(drafts); err != nil {
		return err
	}
	text := "Took " + clean.Line(m.From.Name) + " and " + clean.Line(m.Into.Name) + " apart"
	a.tell(ask.Done, text, a.hint(keymap.Redo, "merges them again"))
	return nil
}
