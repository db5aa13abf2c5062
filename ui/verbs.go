package ui

import (
	"fmt"
	"unicode"
	"unicode/utf8"

	"cordial/keymap"
	"cordial/model"
	"cordial/model/triage"
	"cordial/ui/ask"
	"cordial/ui/keyhint"
)

// decideOn asks the rules for the decision that a request means, and takes it. It
// is false for requests that decide nothing.
func (a *App) decideOn(r ask.Request) (bool, error) {
	switch r := r.(type) {
	case ask.Mark:
		return true, a.deal(r.Targets, r.Mark == model.MarkArchived, func(t []model.Target) ([]model.Draft, error) {
			return a.book.Mark(t, r.Mark, a.now), nil
		})
	case ask.ApplyLabel:
		return true, a.deal(r.Targets, false, func(t []model.Target) ([]model.Draft, error) {
			return a.book.Label(t, r.Label, r.On, a.now)
		})
	case ask.CreateLabel:
		return true, a.decide1(a.book.CreateLabel(r.Label, a.now))
	case ask.SetReminder:
		return true, a.deal(r.Targets, true, func(t []model.Target) ([]model.Draft, error) {
			return a.book.Remind(t, model.Reminder{Due: r.Due, Set: a.now, Text: r.Text, IfNoReply: r.IfNoReply})
		})
	case ask.EndReminder:
		return true, a.deal(r.Targets, false, func(t []model.Target) ([]model.Draft, error) {
			return a.book.Done(t, a.now)
		})
	case ask.AddNote:
		return true, a.deal([]triage.ID{r.Target}, false, func(t []model.Target) ([]model.Draft, error) {
			return a.book.Note(t[0], r.Text, a.now)
		})
	default:
		return a.decideOnCredits(r)
	}
}

// decideOnCredits is decideOn for seats and InMails.
func (a *App) decideOnCredits(r ask.Request) (bool, error) {
	switch r := r.(type) {
	case ask.LogInMail:
		if r.InMail.InMail == "" {
			r.InMail.InMail = a.deps.NewID(a.now)
		}
		drafts, _, err := a.book.SendInMail(r.InMail, a.now)
		return true, a.decide1(drafts, err)
	case ask.AnswerInMail:
		return true, a.decide1(a.book.AnswerInMail(r.Person, r.Answer, r.At, a.now, r.Insist))
	case ask.OpenSeat:
		if r.Seat.Zone == "" {
			r.Seat.Zone = a.deps.Zone
		}
		return true, a.decide1(a.book.OpenSeat(r.Seat, r.At, a.now))
	default:
		if done, err := a.decideOnSeats(r); done {
			return true, err
		}
		if done, err := a.decideOnPeople(r); done {
			return true, err
		}
		return a.decideOnWriting(r)
	}
}

// deal takes a decision about conversations. When they leave the list by it, the
// cursor goes to the next one, and a conversation that is open closes.
func (a *App) deal(ids []triage.ID, leaves bool, decide func([]model.Target) ([]model.Draft, error)) error {
	targets, err := a.targets(ids)
	if err != nil {
		return err
	}
	next, ok := a.inbox.Next(ids)
	if err := a.decide1(decide(targets)); err != nil {
		return err
	}
	a.inbox.Clear()
	if leaves {
		a.closeThread()
		if ok {
			a.inbox.Point(next)
		}
	}
	return nil
}

// targets are conversations as the rules name them.
func (a *App) targets(ids []triage.ID) ([]model.Target, error) {
	if len(ids) == 0 {
		return nil, &model.Refusal{Reason: "nothing is under the cursor"}
	}
	targets := make([]model.Target, len(ids))
	for i, id := range ids {
		targets[i] = model.Target{Thread: id.Thread, Person: model.Person{Key: id.Person}}
		if id.Thread != 0 {
			continue
		}
		p, err := a.somebody(targets[i].Person)
		if err != nil {
			return nil, err
		}
		targets[i].Person = p
	}
	return targets, nil
}

// somebody is what is known of a person by now: by the evidence that was read, by
// the journal, and at least by the conversation with them. Without an id nobody
// can be named in the journal, which is a Refusal.
func (a *App) somebody(p model.Person) (model.Person, error) {
	p.Key = a.book.Root(p.Key)
	found, known := p, p.ID != ""
	for _, e := range a.reading.have {
		if e.ID.Person == p.Key && e.Known {
			found, known = e.Person, true
		}
	}
	if full, ok := a.book.Person(p.Key, found, known); ok {
		return full, nil
	}
	for _, id := range a.board.OfPerson(p.Key) {
		t, _ := a.board.Thread(id)
		for _, ref := range t.People {
			if ref.Key == p.Key && ref.ID != "" {
				return model.Person{ID: ref.ID, Key: ref.Key, Name: ref.Name, Degree: model.DegreeUnknown}, nil
			}
		}
	}
	return p, &model.Refusal{Reason: "it is not known who this is", Help: "read the database again"}
}

// decide1 takes the decision that a rule answered: at once on screen, queued for
// the disk, and said.
func (a *App) decide1(drafts []model.Draft, err error) error {
	if err != nil {
		return err
	}
	if err := a.commit(drafts); err != nil {
		return err
	}
	last := drafts[len(drafts)-1].Decision
	a.tell(ask.Done, sentence(a.describe(last)), a.hint(keymap.Undo, "undo"))
	return nil
}

// commit makes events of drafts and takes them in.
func (a *App) commit(drafts []model.Draft) error {
	events := model.Seal(drafts, a.now, a.deps.NewID)
	if err := a.session.decide(events); err != nil {
		return err
	}
	a.refresh()
	return nil
}

// nothingToUndo is what undo says then.
const nothingToUndo = "There is nothing to undo"

// lastStep is the last thing the user did. That opening a conversation marked it read
// is no such thing.
func (a *App) lastStep() (model.Step, bool) {
	for step := range a.book.Steps() {
		if !a.auto[step.Events[0].ID] {
			return step, true
		}
	}
	return model.Step{}, false
}

// undo takes back the last thing the user did.
func (a *App) undo() {
	step, ok := a.lastStep()
	if !ok {
		a.say(ask.Said, nothingToUndo)
		return
	}
	if e, ok := step.Import(); ok {
		a.askTakeBack(e)
		return
	}
	drafts, err := a.book.TakeBack(step, a.now)
	if err != nil {
		a.say(ask.Failed, err.Error())
		return
	}
	a.reverse(drafts, step.Events, "Undone: ", a.hint(keymap.Redo, "redo"))
}

// redo does again what was taken back last.
func (a *App) redo() {
	drafts, err := a.book.Redo(1, a.now)
	if err != nil {
		a.say(ask.Said, sentence(err.Error()))
		return
	}
	a.reverse(drafts, a.broughtBack(drafts), "Done again: ", a.hint(keymap.Undo, "undo"))
}

// broughtBack is what comes back by taking reversals back, the newest first.
func (a *App) broughtBack(drafts []model.Draft) []model.Event {
	var events []model.Event
	for _, d := range drafts {
		reversal, _ := a.book.Reverted(d.Decision.(model.EventReverted))
		if e, ok := a.book.Reverted(reversal.Decision.(model.EventReverted)); ok {
			events = append([]model.Event{e}, events...)
		}
	}
	return events
}

// reverse takes reversals and says what they are about.
func (a *App) reverse(drafts []model.Draft, about []model.Event, prefix, hint string) {
	text := prefix + a.describe(about[0].Decision)
	if more := len(about) - 1; more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	if err := a.commit(drafts); err != nil {
		a.say(ask.Failed, err.Error())
		return
	}
	a.tell(ask.Done, text, hint)
	a.pointAt(about[0].Decision)
}

// pointAt puts the cursor on the one conversation that a decision is about, if it
// is in the tab.
func (a *App) pointAt(d model.Decision) {
	s := model.SubjectsOf(d)
	if len(s.Threads) == 1 && len(s.People) == 0 {
		if key, err := model.ParseThreadID(s.Threads[0]); err == nil {
			if t, ok := a.board.Thread(triage.ID{Thread: key}); ok {
				a.inbox.Point(triage.ID{Thread: key, Person: t.Person})
			}
		}
	}
}

// hint is a key and its word, as the screen in front has it.
func (a *App) hint(action keymap.Action, text string) string {
	return keyhint.New(a.keymap, a.front().Scope(), a.theme).Say(action, text)
}

// sentence begins with a capital letter.
func sentence(text string) string {
	r, n := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(r)) + text[n:]
}
