package ui

import (
	tea "github.com/charmbracelet/bubbletea"

	"cordial/keymap"
	"cordial/model/triage"
	"cordial/ui/ask"
	"cordial/ui/dialog"
)

// act does the action that a key was found to mean: the App's own, or that of the
// dialog or screen in front.
func (a *App) act(r keymap.Result) {
	if a.program(r.Action) {
		return
	}
	if len(a.dialogs) > 0 {
		a.ask(a.top().Do(r.Action))
		return
	}
	if a.session == nil || a.journal(r.Action) || a.travel(r) {
		return
	}
	if a.lacks(r.Action) {
		a.waiting = r
		return
	}
	a.ask(a.front().Do(r.Action))
}

// program does what concerns the program as a whole.
func (a *App) program(action keymap.Action) bool {
	switch action {
	case keymap.Quit:
		a.quit()
	case keymap.Redraw:
		a.redraw()
	case keymap.Suspend:
		a.run(a.suspend)
	case keymap.ShowHelp:
		a.ask(ask.ShowHelp{})
	case keymap.Palette:
		a.palette()
	case keymap.Reload:
		a.reload()
	default:
		return false
	}
	return true
}

// redraw draws everything afresh.
func (a *App) redraw() {
	a.run(tea.ClearScreen)
}

// journal does what concerns the decisions as a whole.
func (a *App) journal(action keymap.Action) bool {
	switch action {
	case keymap.Undo:
		a.undo()
	case keymap.Redo:
		a.redo()
	case keymap.SaveRetry:
		a.saveAgain()
	default:
		return false
	}
	return true
}

// travel does what leads to another tab, screen or conversation.
func (a *App) travel(r keymap.Result) bool {
	switch r.Action {
	case keymap.Find:
		a.ask(ask.FindPeople{})
	case keymap.GoCredits:
		a.ask(ask.GoToCredits{})
	case keymap.SeatReconcile:
		a.ask(ask.FillReconcile{})
	case keymap.CreditsWhy:
		a.ask(ask.ShowWhy{})
	case keymap.GoLabel:
		a.ask(ask.JumpToLabel{})
	case keymap.GoDrafts:
		a.ask(ask.GoToDrafts{})
	case keymap.GoInvitations:
		a.ask(ask.GoToInvitations{})
	case keymap.GoImport, keymap.GoExport:
		a.ask(ask.GoToImport{Export: r.Action == keymap.GoExport})
	case keymap.GoMerges:
		a.ask(ask.GoToMerges{})
	case keymap.GoReview:
		a.ask(ask.GoToReview{})
	case keymap.NextContact, keymap.PrevContact:
		if a.thread() == nil {
			return false
		}
		a.neighbour(r.Action)
	case keymap.TabNumber:
		if tab, ok := a.inbox.Number(r.Nth); ok {
			a.ask(ask.GoToTab{Tab: tab})
		}
	default:
		tab, ok := tabOf(r.Action)
		if !ok {
			return false
		}
		a.ask(ask.GoToTab{Tab: tab})
	}
	return true
}

// tabOf is the tab that an action goes to.
func tabOf(action keymap.Action) (triage.Tab, bool) {
	switch action {
	case keymap.GoInbox:
		return triage.Tab{Kind: triage.Inbox}, true
	case keymap.GoArchived:
		return triage.Tab{Kind: triage.Archived}, true
	case keymap.GoDue:
		return triage.Tab{Kind: triage.Due}, true
	case keymap.GoWaiting:
		return triage.Tab{Kind: triage.Waiting}, true
	case keymap.GoAll:
		return triage.Tab{Kind: triage.All}, true
	case keymap.GoSnoozed:
		return triage.Tab{Kind: triage.Snoozed}, true
	case keymap.GoStarred:
		return triage.Tab{Kind: triage.Starred}, true
	default:
		return triage.Tab{}, false
	}
}

// help opens the keys that work where the user is.
func (a *App) help() {
	scopes := keymap.Stack(a.scope())
	off := map[keymap.Action]string{}
	if o, ok := a.refuser(); ok {
		for _, section := range a.keymap.Help(scopes...) {
			for _, row := range section.Rows {
				if why := o.Off(row.Action); why != "" {
					off[row.Action] = why
				}
			}
		}
	}
	a.open(dialog.NewHelp(a.keymap, scopes, off))
}

// refuser is the screen in front, if it knows why an action is not possible, and no
// dialog is before it.
func (a *App) refuser() (interface{ Off(keymap.Action) string }, bool) {
	if a.session == nil || len(a.dialogs) > 0 {
		return nil, false
	}
	return a.offers()
}

// offers is the screen in front, if it knows why an action is not possible.
func (a *App) offers() (interface{ Off(keymap.Action) string }, bool) {
	var front any = a.front()
	if p, ok := front.(page); ok {
		front = p.screen
	}
	o, ok := front.(interface{ Off(keymap.Action) string })
	return o, ok
}
