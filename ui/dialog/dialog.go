package dialog

import (
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"cordial/keymap"
	"cordial/model"
	"cordial/model/triage"
	"cordial/ui/ask"
	"cordial/ui/theme"
)

// Dialog is a box in front of a screen. The App gives it every key first as an
// action, if the keymap knows one in the dialog's scope, and else as it is; it
// overlays the box, centred.
type Dialog interface {
	// Scope is the innermost scope of its keys.
	Scope() keymap.Scope
	// Do does an action that the keymap found; nil asks for nothing.
	Do(a keymap.Action) ask.Request
	// Key takes typed text, a paste, and keys that the keymap does not bind.
	Key(k tea.KeyMsg) ask.Request
	// Refresh hands in the world anew: after a request was done, when the journal
	// has grown, and as time goes by. What is typed stays.
	Refresh(w World)
	// Fail says why what the dialog asked for was not done.
	Fail(err error)
	// Draw is the box on a screen of w×h cells: a block of at most that size, and of
	// exactly that size under 60 columns. It is where the dialog learns its size.
	Draw(t *theme.Theme, w, h int) string
}

// World is what dialogs read. They change nothing in it.
type World struct {
	Book   *model.Book
	Board  *triage.Board
	People *Directory // nil while it is being read
	Now    time.Time  // its zone is the user's
}

// Elapser is a dialog that must know how long it has been in front: the App
// tells it before each key.
type Elapser interface {
	Elapsed(since time.Duration)
}
