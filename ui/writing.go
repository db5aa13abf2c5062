package ui

import (
	"errors"
	"fmt"
	"slices"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"cordial/model"
	"cordial/model/channel"
	"cordial/model/clean"
	"cordial/model/triage"
	"cordial/ui/ask"
	"cordial/ui/dialog"
)

// askAgainAfter is how long "later" is.
const askAgainAfter = 30 * time.Minute

// showWriting opens what has to do with letters; it answers why it could not.
func (a *App) showWriting(r ask.Request) error {
	switch r := r.(type) {
	case ask.Compose:
		return a.compose(r)
	case ask.PickTemplate:
		a.open(dialog.NewTemplates(a.dialogWorld(), r.Person, r.By))
	case ask.UseTemplate:
		if c := a.composing(); c != nil {
			a.ask(c.Use(r.Template, r.Replace))
		}
	case ask.EditText:
		a.editText(r)
	case ask.HandOver:
		a.handOver(r)
	case ask.AskSent:
		return a.askSent(r.Letter)
	case ask.NotSent:
		a.notSent(r.Letter)
	case ask.SentLater:
		a.drafts.later[keyOf(r.Letter)] = a.now.Add(askAgainAfter)
		a.closeLetter(r.Letter)
	case ask.DropDraft:
		a.dropDraft(r)
	case ask.NotNow:
		a.notNow(r)
	case ask.FillQuota:
		a.open(dialog.NewQuota(a.dialogWorld(), r.Meter))
	case ask.GoToDrafts:
		a.goToDrafts()
	case ask.GoToInvitations:
		a.goToInvitations()
	}
	return nil
}

// decideOnWriting is decideOn for letters, people, requests and quotas.
func (a *App) decideOnWriting(r ask.Request) (bool, error) {
	switch r := r.(type) {
	case ask.BookSent:
		return true, a.bookSent(r.Letter)
	case ask.EditContact:
		p, err := a.somebody(r.Person)
		if err != nil {
			return true, err
		}
		return true, a.decide1(a.book.EditContact(p, r.Edit, a.now))
	case ask.RecordInvitation:
		return true, a.recordInvitation(r)
	case ask.SetQuota:
		return true, a.decide1(a.book.SetQuota(r.Quota, a.now))
	case ask.HitLimit:
		return true, a.decide1(a.book.HitLimit(r.Quota, a.now, a.now))
	default:
		return a.decideOnReview(r)
	}
}

// answerWriting takes in what a command about letters brought.
func (a *App) answerWriting(msg tea.Msg) {
	switch m := msg.(type) {
	case draftsMsg:
		a.foundDrafts(m)
	case keptMsg:
		a.kept(m)
	case outreachMsg:
		a.foundOutreach(m)
	case handedMsg:
		a.handedOver(m)
	case writtenMsg:
		a.written(m)
	case editedMsg:
		a.editorEnded(m)
	case textMsg:
		a.edited(m)
	}
}

// compose opens the dialog that writes to somebody, as soon as it is known who that
// is and what was written before. A letter that was handed over is asked for first.
func (a *App) compose(r ask.Compose) error {
	key := a.book.Root(r.Person.Key)
	if key == 0 {
		return &model.Refusal{Reason: "a letter is to one person"}
	}
	if !a.acquainted(key) {
		a.wanting = &r
		return nil
	}
	known := a.acquaintance(r.Person)
	if known.Person.ID == "" {
		_, err := a.somebody(r.Person)
		return err
	}
	if err := a.book.Present(known.Person); err != nil {
		return err
	}
	letters := a.lettersTo(key)
	away := slices.IndexFunc(letters, func(l model.Letter) bool { return !l.Copied.IsZero() })
	if away >= 0 {
		r.By = letters[away].Channel
	}
	w := a.dialogWorld()
	_, w.Meters = a.sending()
	a.open(dialog.NewCompose(w, known.Person, letters, r.By))
	if away >= 0 {
		return a.askSent(letters[away])
	}
	return nil
}

// acquainted tells whether it has been read who somebody is, and what was written.
func (a *App) acquainted(key model.Key) bool {
	_, read := a.reading.find(a.latestWith(key))
	return read && a.drafts.read
}

// latestWith is the latest conversation with somebody, or they alone.
func (a *App) latestWith(key model.Key) triage.ID {
	id := triage.ID{Person: key}
	var latest int64 = -1
	for _, one := range a.board.OfPerson(key) {
		if v, ok := a.board.View(one); ok && v.Activity.Unix() > latest {
			id, latest = one, v.Activity.Unix()
		}
	}
	return id
}

// acquaintance is what is known of somebody by now.
func (a *App) acquaintance(p model.Person) dialog.Acquaintance {
	if full, err := a.somebody(p); err == nil {
		p = full
	} else if found, ok := a.metInPassing(p.Key); ok {
		p, _ = a.book.Person(p.Key, found, true)
	}
	known := dialog.Acquaintance{Person: p}
	id := a.latestWith(p.Key)
	e, _ := a.reading.find(id)
	known.Requests = a.book.RequestsWith(p, e.Invitations, a.now)
	if t, ok := a.board.Thread(id); ok && t.LastIn != 0 && !t.Group {
		known.Wrote = true
	}
	if _, in := a.book.LastMessages(p.Key); !in.IsZero() {
		known.Wrote = true
	}
	return known
}

// metInPassing is somebody from the evidence who was read beside drafts or requests.
func (a *App) metInPassing(key model.Key) (model.Person, bool) {
	p, ok := a.drafts.people[key]
	if !ok {
		p, ok = a.outreach.found.people[key]
	}
	return p, ok
}

// handOver copies a letter and opens the profile.
func (a *App) handOver(r ask.HandOver) {
	a.drafts.seats[keyOf(r.Letter)] = r.Seat
	url, err := profileURL(r.URL)
	if r.URL == "" {
		err = errors.New("no profile address is known; look for the name on LinkedIn")
	}
	a.run(a.effects.handOver(r.Letter, url, err))
}

// handedOver tells the dialog what came of copying and opening.
func (a *App) handedOver(m handedMsg) {
	c := a.composing()
	switch {
	case c != nil && c.Person().Key == m.letter.Person:
		unsure := errors.Is(m.copied, errTerminalOnly)
		if unsure {
			m.copied = nil
		}
		c.Handed(m.copied, m.opened, unsure)
	case m.copied != nil && !errors.Is(m.copied, errTerminalOnly):
		a.say(ask.Failed, "Not copied: "+m.copied.Error())
	case m.opened != nil:
		a.say(ask.Failed, "Not opened: "+m.opened.Error())
	}
}

// cameBack asks whether a letter was sent: the terminal has the focus again.
func (a *App) cameBack() {
	if a.session == nil {
		return
	}
	if n := len(a.dialogs); n > 0 {
		if c, ok := a.dialogs[n-1].Dialog.(*dialog.Compose); ok {
			if l, away := c.Away(); away {
				a.ask(ask.AskSent{Letter: l})
			}
		}
		return
	}
	a.askWhatIsOpen()
}

// askWhatIsOpen asks for the letter that has been away for the longest, unless it is
// not yet time to ask again, or something else is in front.
func (a *App) askWhatIsOpen() {
	if a.session == nil || len(a.dialogs) > 0 {
		return
	}
	for _, l := range slices.Backward(a.letters()) {
		if !l.Copied.IsZero() && !a.drafts.later[keyOf(l)].After(a.now) {
			a.ask(ask.AskSent{Letter: l})
			return
		}
	}
}

// booked tells whether a letter was booked as sent: by another program meanwhile, or by
// this one just before it was killed.
func (a *App) booked(l model.Letter) bool {
	return slices.ContainsFunc(a.book.About(0, l.Person), func(e model.Event) bool {
		if !e.At.Equal(l.Copied) {
			return false
		}
		switch d := e.Decision.(type) {
		case model.InMailSent:
			return l.Channel == channel.InMail
		case model.InvitationRecorded:
			return l.Channel == channel.Invitation && d.State == model.InviteSent
		case model.MessageRecorded:
			return l.Channel == channel.Message && d.Direction == model.MessageSent
		default:
			return false
		}
	})
}

// askSent asks whether a letter was sent, unless that is known.
func (a *App) askSent(l model.Letter) error {
	if a.booked(l) {
		a.closeLetter(l)
		a.doneWith(l)
		return nil
	}
	p := a.acquaintance(model.Person{Key: l.Person}).Person
	if p.ID == "" {
		return &model.Refusal{Reason: "it is not known any more whom the draft is to"}
	}
	a.open(dialog.NewSent(a.dialogWorld(), p, l, a.payer(l)))
	return nil
}

// payer is the seat that pays for a letter: the one chosen when it was handed over,
// else the active one.
func (a *App) payer(l model.Letter) string {
	if seat := a.drafts.seats[keyOf(l)]; seat != "" {
		return seat
	}
	seat, _ := a.book.ActiveSeat(a.now)
	return seat.ID
}

// bookSent records that a letter was sent. The user says so, so that what a rule
// refused is recorded all the same; the question has named it.
func (a *App) bookSent(l model.Letter) error {
	known := a.acquaintance(model.Person{Key: l.Person})
	p := known.Person
	l.Body = clean.Block(l.Body)
	var drafts []model.Draft
	var err error
	switch l.Channel {
	case channel.InMail:
		r := dialog.SentInMail(p, l, a.payer(l))
		r.InMail, r.Insist = a.deps.NewID(a.now), true
		drafts, _, err = a.book.SendInMail(r, a.now)
	case channel.Invitation:
		r := model.InviteRequest{
			Person: p, State: model.InviteSent, Note: l.Body, Template: l.Template, At: l.Copied, Before: known.Requests, Insist: true,
		}
		if l.Bare {
			r.Note, r.Template = "", ""
		}
		drafts, _, err = a.book.RecordInvitation(r, a.now)
	default:
		d := model.MessageRecorded{Direction: model.MessageSent, Text: l.Body, Template: l.Template}
		drafts, err = a.book.RecordMessage(p, d, l.Copied, a.now)
	}
	if err := a.decide1(drafts, err); err != nil {
		return err
	}
	a.closeLetter(l)
	a.doneWith(l)
	return nil
}

// doneWith drops the draft of a letter that was sent; the note of an invitation that
// went without one stays.
func (a *App) doneWith(l model.Letter) {
	gone := model.Letter{Person: l.Person, Channel: l.Channel}
	if l.Bare {
		gone.Body, gone.Template = l.Body, l.Template
	}
	a.putLetter(gone)
}

// notSent goes back to writing.
func (a *App) notSent(l model.Letter) {
	if c := a.composing(); c != nil && c.Person().Key == l.Person {
		c.Resume()
		return
	}
	l.Copied, l.Bare = time.Time{}, false
	a.putLetter(l)
}

// closeLetter takes the dialog away in which a letter was written.
func (a *App) closeLetter(l model.Letter) {
	if c := a.composing(); c != nil && c.Person().Key == l.Person {
		a.keepLetters()
		a.dialogs = slices.DeleteFunc(a.dialogs, func(d shown) bool { return d.Dialog == dialog.Dialog(c) })
	}
}

// dropDraft throws a draft away.
func (a *App) dropDraft(r ask.DropDraft) {
	l, there := a.drafts.have[letterKey{r.Person, r.By}]
	if !there {
		return
	}
	a.putLetter(model.Letter{Person: l.Person, Channel: l.Channel})
	name := clean.Line(a.acquaintance(model.Person{Key: l.Person}).Person.Name)
	a.say(ask.Done, fmt.Sprintf("Threw away the draft to %s", name))
}
