package dialog

import (
	tea "github.com/charmbracelet/bubbletea"

	"cordial/keymap"
	"cordial/ui/ask"
)

// entry is what the dialogs that are forms have in common: fields that are checked with
// each key, so that what they would do is shown before it is done, and a request that
// is made when nothing is wrong.
type entry struct {
	trouble
	world World
	form  form
	err   error // what is wrong with what is typed

	check  func() error       // asks the model about what is typed
	accept func() ask.Request // what is typed, as a request; nil when Fail has said why not
	cancel func() ask.Request // nil: close
}

// Scope is keymap.Form.
func (e *entry) Scope() keymap.Scope { return keymap.Form }

// Refresh checks anew: the journal may have grown, and time has passed.
func (e *entry) Refresh(w World) {
	e.world = w
	e.recheck()
}

// recheck asks the model about what is typed.
func (e *entry) recheck() { e.err = e.check() }

// Do moves between the fields, and ends the form one way or the other.
func (e *entry) Do(a keymap.Action) ask.Request {
	e.text = ""
	switch {
	case e.form.do(a):
		return nil
	case a == keymap.Cancel && e.cancel != nil:
		return e.cancel()
	case a == keymap.Cancel:
		return ask.Close{}
	case a != keymap.Accept:
		return nil
	}
	if e.recheck(); e.err != nil {
		e.Fail(e.err)
		return nil
	}
	return e.accept()
}

// Key types and chooses.
func (e *entry) Key(k tea.KeyMsg) ask.Request {
	e.text = ""
	if e.form.key(k) {
		e.recheck()
	}
	return nil
}

// done is a request after which the form closes.
func done(r ask.Request) ask.Request { return ask.Batch{r, ask.Close{}} }
