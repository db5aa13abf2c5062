package ui

import (
	"fmt"

	"cordial/keymap"
	"cordial/model/clean"
	"cordial/ui/ask"
	"cordial/ui/keyhint"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// toast is a line about what just happened. It goes after a while; the undo it
// names has no time limit.
type toast struct {
	text string
	hint string // the key that takes it back, which stays when the text is cut
	kind ask.ToastKind
	n    uint64 // counts the toasts, so that an old one's end does not end a new one
}

// show puts a text on and answers its number.
func (t *toast) show(kind ask.ToastKind, text, hint string) uint64 {
	t.text, t.hint, t.kind = text, hint, kind
	t.n++
	return t.n
}

// words is the toast in at most w cells.
func (t *toast) words(th *theme.Theme, w int) string {
	if t.hint == "" {
		return t.text
	}
	behind := " " + th.Glyphs.Sep + " " + t.hint
	text := t.text
	if room := w - widget.Width(behind); widget.Width(text) > room {
		text = widget.FitTail(text, max(0, room), th.Glyphs.Ellipsis)
	}
	return text + behind
}

// expire takes the n-th toast off, if it is still there.
func (t *toast) expire(n uint64) {
	if n == t.n {
		t.text = ""
	}
}

// line is what stands above the keys: the toast, and what is not saved. It is
// empty when there is nothing to say.
func (a *App) line(w int) string {
	role, sign := a.toastLook()
	unsaved := a.unsavedWords()
	if a.toast.text == "" && unsaved == "" {
		return ""
	}
	if a.toast.text == "" {
		kw := keyhint.New(a.keymap, a.scope(), a.theme)
		text := unsaved + ": " + clean.Line(a.failed.Error())
		return widget.Toast(a.theme, w, theme.Danger, a.theme.Glyphs.Fail, text, kw.Say(keymap.SaveRetry, "tries again"))
	}
	tail := a.theme.Paint(theme.Danger, unsaved)
	if unsaved == "" && len(a.pages) == 0 && a.session != nil {
		tail = a.inbox.Note()
	}
	room := w - widget.Width(sign) - widget.Width(tail) - 4
	return widget.Toast(a.theme, w, role, sign, a.toast.words(a.theme, room), tail)
}

// toastLook is how the toast is signed.
func (a *App) toastLook() (theme.Role, string) {
	switch g := a.theme.Glyphs; a.toast.kind {
	case ask.Done:
		return theme.Good, g.Check
	case ask.Failed:
		return theme.Danger, g.Fail
	default:
		return theme.Dim, g.Bullet
	}
}

// unsavedWords counts the decisions that could not be saved; empty when none is.
func (a *App) unsavedWords() string {
	if a.session == nil || a.failed == nil {
		return ""
	}
	return fmt.Sprintf("%d not saved", len(a.unsaved))
}
