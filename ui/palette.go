package ui

import (
	"cordial/keymap"
	"cordial/ui/ask"
	"cordial/ui/dialog"
	"cordial/ui/layout"
)

// palette opens the palette over what is in front. In the palette its key closes it.
func (a *App) palette() {
	switch {
	case a.session == nil || layout.ClassOf(a.w, a.h) == layout.TooSmall:
	case a.scope() == keymap.Commands:
		a.shut()
	default:
		a.open(dialog.NewPalette(a.dialogWorld(), a.commands))
		a.readPeople()
		a.readTalks()
	}
}

// commands is everything that can be asked for by its name in what is in front, the
// palette aside.
func (a *App) commands() []dialog.Command {
	scope, off := a.beneath()
	var all []dialog.Command
	for _, row := range a.keymap.Commands(keymap.Stack(scope)...) {
		switch row.Action {
		case keymap.Palette:
		case keymap.TabNumber:
			all = append(all, a.tabCommands(row)...)
		default:
			c := dialog.Command{Title: row.Title, Help: row.Help, Off: off(row.Action), Run: ask.Perform{Action: row.Action}}
			if len(row.Keys) > 0 {
				c.Key = row.Keys[0]
			}
			all = append(all, c)
		}
	}
	return all
}

// tabCommands is the tabs that have a number, each by its name.
func (a *App) tabCommands(row keymap.HelpRow) []dialog.Command {
	var all []dialog.Command
	for n, key := range row.Keys {
		tab, ok := a.inbox.Number(n)
		if !ok {
			break
		}
		all = append(all, dialog.Command{
			Title: "tab " + tab.Title(), Help: "Go to this tab of the inbox.", Key: key, Run: ask.Perform{Action: row.Action, Nth: n},
		})
	}
	return all
}

// beneath is the scope of what is in front, the palette aside, and why an action is not
// possible there.
func (a *App) beneath() (scope keymap.Scope, off func(keymap.Action) string) {
	for n := len(a.dialogs) - 1; n >= 0; n-- {
		if s := a.dialogs[n].Scope(); s != keymap.Commands {
			return s, func(keymap.Action) string { return "" }
		}
	}
	return a.front().Scope(), a.off
}

// off is why an action is not possible on the screen in front; empty when it is.
func (a *App) off(action keymap.Action) string {
	switch action {
	case keymap.Undo:
		if _, ok := a.lastStep(); !ok {
			return nothingToUndo
		}
	case keymap.Redo:
		if _, err := a.book.Redo(1, a.now); err != nil {
			return sentence(err.Error())
		}
	case keymap.SaveRetry:
		if a.failed == nil {
			return "Everything is saved"
		}
	default:
		if o, ok := a.offers(); ok {
			return o.Off(action)
		}
	}
	return ""
}

// hunt runs what the palette looks for beside the screen.
func (a *App) hunt() {
	if p := a.paletteInFront(); p != nil {
		if h, ok := p.Next(); ok {
			a.run(a.effects.hunt(h))
		}
	}
}

// caught hands the palette what was found, and does what waited for it.
func (a *App) caught(m caughtMsg) {
	if p := a.paletteInFront(); p != nil {
		a.ask(p.Found(m.catch))
	}
	a.release()
}

// paletteInFront is the palette if it is in front, nil otherwise.
func (a *App) paletteInFront() *dialog.Palette {
	if len(a.dialogs) == 0 {
		return nil
	}
	p, _ := a.top().(*dialog.Palette)
	return p
}

// hasty tells whether Enter was pressed in the palette before it is known for what.
func (a *App) hasty() bool {
	p := a.paletteInFront()
	return p != nil && p.Waits()
}

// readTalks reads what every conversation is called, once.
func (a *App) readTalks() {
	if !a.calling {
		a.calling = true
		a.run(a.effects.talks(a.reading.era, a.threads))
	}
}

// foundTalks takes in what every conversation is called.
func (a *App) foundTalks(m talksMsg) {
	if m.gen == a.reading.era {
		a.talks = m.talks
		a.refresh()
	}
}
