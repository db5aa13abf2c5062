package ui

import (
	"cordial/keymap"
	"cordial/model"
	"cordial/model/triage"
	"cordial/ui/ask"
	"cordial/ui/dialog"
)

// The answers to the question whether to leave unsaved decisions behind.
type (
	giveUp   struct{ ask.Close }
	tryAgain struct{ ask.Close }
)

// ask does a request. What a rule refuses is said by the dialog in front, which
// stays open, or in passing.
func (a *App) ask(r ask.Request) {
	front := len(a.dialogs)
	err := a.do(r)
	if err == nil {
		return
	}
	if front > 0 && len(a.dialogs) == front {
		a.top().Fail(err)
		return
	}
	a.say(ask.Failed, err.Error())
}

// do does a request and answers why it could not.
func (a *App) do(r ask.Request) error {
	switch r := r.(type) {
	case nil:
		return nil
	case ask.Batch:
		for _, one := range r {
			if err := a.do(one); err != nil {
				return err
			}
		}
		return nil
	case ask.Close:
		a.shut()
	case ask.Toast:
		a.say(r.Kind, r.Text)
	case ask.Question:
		a.open(dialog.NewQuestion(a.dialogWorld(), r))
	case ask.Perform:
		a.act(keymap.Result{Kind: keymap.Matched, Action: r.Action, Nth: r.Nth})
	case ask.Copy:
		a.run(a.effects.copyText(r.Text, r.What))
	case ask.Browse:
		return a.browse(r.URL)
	case giveUp:
		a.leave()
	case tryAgain:
		a.retry()
	default:
		if done, err := a.doImport(r); done {
			return err
		}
		if done, err := a.decideOn(r); done {
			return err
		}
		return a.show(r)
	}
	return nil
}

// show opens the dialogs and screens that are asked for.
func (a *App) show(r ask.Request) error {
	w := a.dialogWorld()
	switch r := r.(type) {
	case ask.PickLabel:
		a.open(dialog.NewLabels(w, r.Targets))
	case ask.JumpToLabel:
		a.open(dialog.NewJump(w))
	case ask.PickReminder:
		a.open(dialog.NewRemind(w, r.Targets, r.IfNoReply))
	case ask.WriteNote:
		a.open(dialog.NewNote(w, r.Target))
	case ask.FillInMail:
		p, err := a.somebody(r.Person)
		if err != nil {
			return err
		}
		a.open(dialog.NewInMail(w, p))
	case ask.FillAnswer:
		p, err := a.somebody(r.Person)
		if err != nil {
			return err
		}
		a.open(dialog.NewAnswer(w, p))
	case ask.FillSeat:
		a.open(dialog.NewSeat(w))
	case ask.FindPeople:
		a.open(dialog.NewSearch(w))
		a.readPeople()
	case ask.ShowHelp:
		a.help()
	case ask.ShowPalette:
		a.palette()
	case ask.GoToTab:
		a.pages = nil
		a.inbox.Show(r.Tab)
	case ask.GoToPerson:
		a.goToPerson(r.Key)
	case ask.GoToThread:
		a.goToThread(r.ID)
	case ask.GoToCredits:
		a.goToCredits()
	case ask.GoToReview:
		a.goToReview()
	case ask.Back:
		a.back()
	default:
		a.showCredits(r)
		if err := a.showPeople(r); err != nil {
			return err
		}
		return a.showWriting(r)
	}
	return nil
}

// readPeople reads everybody, once.
func (a *App) readPeople() {
	if !a.asked {
		a.asked = true
		a.run(a.effects.people(a.reading.era))
	}
}

// goToPerson shows the latest conversation with somebody, or them alone.
func (a *App) goToPerson(key model.Key) {
	id := triage.ID{Person: key}
	var latest int64 = -1
	for _, one := range a.board.OfPerson(key) {
		if v, ok := a.board.View(one); ok && v.Activity.Unix() > latest {
			id, latest = one, v.Activity.Unix()
		}
	}
	a.goToThread(id)
}

// keepNote saves the note that is being typed when the program must end.
func (a *App) keepNote() {
	if len(a.dialogs) > 0 && a.top().Scope() == keymap.Note {
		a.ask(a.top().Do(keymap.Accept))
	}
}
