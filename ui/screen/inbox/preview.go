package inbox

import (
	"strings"

	"cordial/keymap"
	"cordial/ui/dossier"
	"cordial/ui/layout"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// preview is the conversation under the cursor in w×h cells. It never marks it
// read.
func (s *Screen) preview(t *theme.Theme, w, h int) string {
	id, ok := s.Cursor()
	if !ok {
		return widget.Blank(w, h)
	}
	subject := s.subject(id)
	inner := max(0, w-2)
	head := s.card(t, subject, inner, h)
	rest := dossier.Tail(t, subject, inner, h-len(head), s.world.Slow, s.writer(t).Say(keymap.Reload, "tries again"))
	lines := make([]string, 0, h)
	for _, l := range append(head, rest...) {
		lines = append(lines, " "+l)
	}
	return widget.Lines(lines, w, h)
}

// card is the top of the preview: who it is and how things stand. Below the list
// it is two lines, beside it a small table above a rule.
func (s *Screen) card(t *theme.Theme, subject dossier.Subject, w, h int) []string {
	flags := strings.Join(subject.Flags(), ", ")
	if s.frame().Place != layout.Right || h < 14 {
		return s.folded(t, subject, w, flags)
	}
	lines := []string{widget.Row(t, w,
		widget.Cell{Text: subject.Name(), Role: theme.Title, Grow: 1, Gap: 1},
		widget.Cell{Text: flags, Role: theme.Accent},
	)}
	if about := subject.About(); about != "" {
		lines = append(lines, t.Paint(theme.Dim, widget.Fit(about, w)))
	}
	for _, f := range subject.Card() {
		if f.Name == "State" || f.Name == "Messages" {
			continue
		}
		lines = append(lines, widget.Row(t, w,
			widget.Cell{Text: f.Name, Role: theme.Dim, Width: 11, Gap: 1},
			widget.Cell{Text: f.Value, Role: f.Role, Grow: 1},
		))
	}
	return append(lines, widget.Rule(t, w, -1, false))
}

// folded is the card in two lines.
func (s *Screen) folded(t *theme.Theme, subject dossier.Subject, w int, flags string) []string {
	about := []string{}
	for _, text := range []string{subject.About(), strings.Join(subject.Labels(), ", ")} {
		if text != "" {
			about = append(about, text)
		}
	}
	sep := " " + t.Glyphs.Sep + " "
	first := widget.Row(t, w,
		widget.Cell{Text: subject.Name(), Role: theme.Title, Gap: 2},
		widget.Cell{Text: strings.Join(about, sep), Role: theme.Dim, Grow: 1, Gap: 1},
		widget.Cell{Text: flags, Role: theme.Accent, Drop: 1},
	)
	facts := []string{}
	for _, f := range []dossier.Fact{subject.InMail(), subject.Reminder()} {
		if f.Role != theme.Dim {
			facts = append(facts, f.Name+" "+f.Value)
		}
	}
	if len(facts) == 0 {
		return []string{first}
	}
	return []string{first, t.Paint(theme.Due, widget.Fit(strings.Join(facts, sep), w))}
}
