package merges

import (
	"cordial/keymap"
	"cordial/model/clean"
	"cordial/ui/keyhint"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// empty says why there is nothing to see, and what to do next.
func (s *Screen) empty(t *theme.Theme, w, h int) string {
	title, why, next := s.reason(t)
	room := max(1, min(70, w-4))
	lines := []string{""}
	for _, line := range widget.Wrap(title, room) {
		lines = append(lines, "  "+t.Paint(theme.Strong, line))
	}
	for _, text := range []string{why, next} {
		if text == "" {
			continue
		}
		if h > 9 {
			lines = append(lines, "")
		}
		for _, line := range widget.Wrap(text, room) {
			lines = append(lines, "  "+t.Paint(theme.Dim, line))
		}
	}
	return widget.Lines(lines, w, h)
}

// reason is why the view is empty, and the way to go on.
func (s *Screen) reason(t *theme.Theme) (title, why, next string) {
	kw := keyhint.New(s.world.Keys, s.Scope(), t)
	byHand := kw.Say(keymap.Palette, `and then "merge with" joins two whom you know to be one.`)
	switch {
	case s.view == made:
		return "Nobody is merged.", "Here is everybody whom you made one with somebody else, to be taken apart again.", byHand
	case s.world.Failed != nil:
		return "People cannot be compared.", clean.Line(s.world.Failed.Error()), kw.Say(keymap.Reload, "tries again")
	case !s.world.Read:
		return "Comparing people" + t.Glyphs.Ellipsis, "", ""
	case s.world.Compared == 0:
		return "There is nobody yet.", "An export brings people, or a list of them.", kw.Say(keymap.GoImport, "imports one")
	default:
		return "Nobody looks like somebody else.",
			plural(s.world.Compared, "contact") + " compared: by e-mail address, by name where one address is LinkedIn's own id, and by name and company." +
				" Pairs that you kept apart are not asked about again.", byHand
	}
}
