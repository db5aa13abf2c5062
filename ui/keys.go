package ui

import (
	tea "github.com/charmbracelet/bubbletea"

	"cordial/keymap"
	"cordial/ui/ask"
	"cordial/ui/dialog"
	"cordial/ui/layout"
)

// key takes what the terminal sent. Several letters may come as one message when
// they were typed fast; each is a key of its own, unless they were pasted.
func (a *App) key(k tea.KeyMsg) {
	if k.Paste || k.Type != tea.KeyRunes || len(k.Runes) < 2 {
		a.take(k)
		return
	}
	for _, r := range k.Runes {
		one := tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}, Alt: k.Alt}
		if r == ' ' {
			one.Type = tea.KeySpace
		}
		a.take(one)
	}
}

// take does what one key means, or keeps it in its order while something has to
// be waited for, so that fast typing never meets the wrong dialog.
func (a *App) take(k tea.KeyMsg) {
	switch {
	case !a.mustWait() && k.Paste:
		a.paste(k)
	case !a.mustWait():
		a.press(k)
	case k.Type == tea.KeyCtrlC:
		a.leave()
	default:
		a.held = append(a.held, k)
	}
}

// mustWait tells whether keys have to wait: there is no screen yet, the store is
// not read yet, or an action needs what is being read.
func (a *App) mustWait() bool {
	return a.w == 0 || a.session == nil && a.trouble == nil || a.waiting.Action != "" || a.wanting != nil || a.editing || a.hasty()
}

// release takes the keys that were held, for as long as none has to wait again.
func (a *App) release() {
	for len(a.held) > 0 && !a.mustWait() {
		k := a.held[0]
		a.held = a.held[1:]
		a.take(k)
	}
}

// paste gives a pasted text to the dialog that is typed in. A list refuses it:
// each of its letters would be a command.
func (a *App) paste(k tea.KeyMsg) {
	if len(a.dialogs) > 0 && a.scope().Typing() {
		a.ask(a.top().Key(k))
		return
	}
	if a.dropped(k) {
		return
	}
	a.say(ask.Said, "Pasted text is not taken for keys")
}

// press does what one key means.
func (a *App) press(k tea.KeyMsg) {
	a.pressed++
	a.which = false
	if d, ok := a.elapser(); ok {
		d.Elapsed(a.now.Sub(a.dialogs[len(a.dialogs)-1].since))
	}
	r := a.keys.Press(k.String(), keymap.Stack(a.scope()))
	switch {
	case layout.ClassOf(a.w, a.h) == layout.TooSmall:
		a.program(r.Action) // nothing is done to what nobody can see
	case r.Kind == keymap.Matched:
		a.act(r)
	case r.Kind == keymap.Pending:
		a.run(a.effects.later(whichAfter, whichMsg{a.pressed}))
	case r.Kind == keymap.Unbound:
		a.unbound(k)
	case k.Type != tea.KeyEsc:
		a.tell(ask.Said, r.Typed+" does nothing here", a.helpHint())
	}
}

// unbound gives a key that means nothing to the keymap to what is typed in. Where nothing
// is, the key is wrong.
func (a *App) unbound(k tea.KeyMsg) {
	if len(a.dialogs) > 0 {
		r := a.top().Key(k)
		a.ask(r)
		if r == nil {
			a.wrongAnswer(k)
		}
		return
	}
	if a.session == nil {
		return
	}
	if typed, ok := a.typist(); ok && a.scope().Typing() {
		a.ask(typed.Key(k))
		return
	}
	a.wrongKey(k)
}

// typist is the screen in front, if it has keys beyond the keymap's.
func (a *App) typist() (interface{ Key(tea.KeyMsg) ask.Request }, bool) {
	var front any = a.front()
	if p, ok := front.(page); ok {
		front = p.screen
	}
	t, ok := front.(interface{ Key(tea.KeyMsg) ask.Request })
	return t, ok
}

// elapser is the dialog in front, if it must know how long it has been there.
func (a *App) elapser() (dialog.Elapser, bool) {
	if len(a.dialogs) == 0 {
		return nil, false
	}
	d, ok := a.top().(dialog.Elapser)
	return d, ok
}

// top is the dialog in front; there is one.
func (a *App) top() dialog.Dialog { return a.dialogs[len(a.dialogs)-1].Dialog }

// open puts a dialog in front.
func (a *App) open(d dialog.Dialog) {
	a.dialogs = append(a.dialogs, shown{d, a.now})
}

// shut takes the dialog in front away.
func (a *App) shut() {
	if n := len(a.dialogs); n > 0 {
		a.dialogs = a.dialogs[:n-1]
	}
}
