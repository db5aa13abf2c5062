package credits

import (
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"cordial/keymap"
	"cordial/model"
	"cordial/ui/ask"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// World is what the screen reads.
type World struct {
	Book *model.Book
	Now  time.Time // its zone is the user's
}

// Screen is the credits of one seat at a time.
type Screen struct{ world World }

// New is the screen on the first seat.
func New(w World) *Screen { return &Screen{world: w} }

// Scope is keymap.Credits.
func (s *Screen) Scope() keymap.Scope { return keymap.Credits }

// Refresh hands in the world anew: after a decision, and as time goes by.
func (s *Screen) Refresh(w World) { s.world = w }

// Do does an action of the keymap.
func (s *Screen) Do(a keymap.Action) ask.Request {
	if a == keymap.Back {
		return ask.Back{}
	}
	return nil
}

// Key takes keys that the keymap does not bind; it has no use for any.
func (s *Screen) Key(tea.KeyMsg) ask.Request { return nil }

// Draw is the whole screen in w×h cells. The toast is one finished line, or
// empty.
func (s *Screen) Draw(_ *theme.Theme, w, h int, toast string) string {
	return widget.Exact(toast, w, h)
}
