package ui

import (
	"errors"
	"fmt"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"cordial/keymap"
	"cordial/ui/ask"
	"cordial/ui/keyhint"
)

// wrongKey answers a key that does nothing on the screen in front: with what it does
// elsewhere, and with what leads there or helps.
func (a *App) wrongKey(k tea.KeyMsg) {
	there := a.keymap.Elsewhere(k.String(), keymap.Stack(a.scope())...)
	if len(there) == 0 {
		a.tell(ask.Said, a.keyName(k)+" does nothing here", a.helpHint())
		return
	}
	hint := a.helpHint()
	if back := a.hint(keymap.Back, "goes back"); there[0].Scope == keymap.Inbox && back != "" {
		hint = back
	}
	a.tell(ask.Said, fmt.Sprintf(`%s is "%s" %s`, a.keyName(k), there[0].Title, there[0].Scope.Place()), hint)
}

// wrongAnswer answers a key that a question or a sheet does not know. What comes in the
// first moment was meant for what was in front before.
func (a *App) wrongAnswer(k tea.KeyMsg) {
	top := a.dialogs[len(a.dialogs)-1]
	if top.Scope().Typing() || k.Type == tea.KeyEnter || a.now.Sub(top.since) < wrongAfter {
		return
	}
	top.Fail(errors.New(a.keyName(k) + " is no answer here; " + a.helpHint()))
}

// wrongAfter is how long a dialog is in front before a wrong key is meant for it.
const wrongAfter = 300 * time.Millisecond

// helpHint is the key that shows all others, and its word.
func (a *App) helpHint() string {
	return keyhint.New(a.keymap, a.scope(), a.theme).Say(keymap.ShowHelp, "shows the keys that work here")
}

// keyName is a key as the screen shows it.
func (a *App) keyName(k tea.KeyMsg) string {
	name := k.String()
	if k.Type == tea.KeySpace {
		name = "space"
	}
	return keymap.Label(name, a.theme.Glyphs.EnterKey == "enter")
}
