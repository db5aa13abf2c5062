package review

import (
	"fmt"
	"strings"

	"cordial/keymap"
	"cordial/model"
	"cordial/ui/frame"
	"cordial/ui/keyhint"
	"cordial/ui/layout"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// sidePercent is how much of a wide screen the evidence takes.
const sidePercent = 48

// Draw is the whole screen in w×h cells. The toast is one finished line, or empty.
func (s *Screen) Draw(t *theme.Theme, w, h int, toast string) string {
	side := sidePercent
	if len(s.world.Proposals) == 0 {
		side = 0
	}
	return frame.Draw(t, w, h, layout.PageOpen{SidePercent: side}, toast, func(f layout.Page) frame.Parts {
		return frame.Parts{Header: s.header(t, w), Body: s.body(t, f, w), Hints: s.hints(t, f.Class, w)}
	})
}

// header is the first line: where we are, how much there is, and the credits.
func (s *Screen) header(t *theme.Theme, w int) string {
	name := " " + t.Paint(theme.Title, "Review")
	if n := len(s.world.Proposals); n > 0 {
		name += t.Paint(theme.Dim, fmt.Sprintf("  %d to review", n))
	}
	room := w - widget.Width(name) - 3
	right, used := s.world.Gauge.Draw(t, room, s.writer(t).Say(keymap.GoCredits, "opens one"))
	return widget.Fit(name, w-used-1) + right + " "
}

// body is the list, and the evidence beside or below it.
func (s *Screen) body(t *theme.Theme, f layout.Page, w int) string {
	if len(s.world.Proposals) == 0 {
		return s.empty(t, w, f.Main.H)
	}
	tall := f.Class == layout.Narrow
	if !f.Side.Empty() {
		side := widget.Lines(s.evidence(t, f.Side.W-2, f.Side.H, f.Class), f.Side.W-2, f.Side.H)
		return widget.Columns(t, s.drawList(t, f.Main.W, f.Main.H, tall), f.Main.W, margin(side), f.Side.W, f.Main.H)
	}
	below := f.Main.H * 2 / 5
	if tall {
		below = 4
	}
	if f.Main.H < below+6 {
		return s.drawList(t, w, f.Main.H, tall)
	}
	list := s.drawList(t, w, f.Main.H-below-1, tall)
	evidence := widget.Lines(s.evidence(t, w-2, below, f.Class), w-2, below)
	return widget.Stack(list, widget.Rule(t, w, -1, false), widget.Exact(margin(evidence), w, below))
}

// margin puts a blank before every line.
func margin(block string) string { return " " + strings.ReplaceAll(block, "\n", "\n ") }

// drawList is the proposals by kind.
func (s *Screen) drawList(t *theme.Theme, w, h int, tall bool) string {
	lines := 1
	if tall {
		lines = 2
	}
	if tall != s.tall {
		s.tall = tall
		s.arrange()
	}
	s.list = s.list.Resize(len(s.lines), max(1, h/lines))
	s.point(s.nth)
	note := s.note(t, w, h-len(s.lines)*lines)
	list := s.list.Draw(w, h-len(note), lines, func(i int, cursor bool) string {
		l := s.lines[i]
		switch {
		case l.proposal >= 0:
			return s.row(t, w, s.world.Proposals[l.proposal], cursor, tall)
		case l.kind != "":
			return s.heading(t, w, l.kind, tall)
		default:
			return ""
		}
	})
	return widget.Stack(list, widget.Lines(note, w, len(note)))
}

// note says below the list, where it leaves room, what is part of the opening balance.
func (s *Screen) note(t *theme.Theme, w, room int) []string {
	if s.world.Opening == 0 {
		return nil
	}
	var lines []string
	for _, line := range widget.Wrap(model.OpeningWords(s.world.Opening), max(1, w-2)) {
		lines = append(lines, " "+t.Paint(theme.Dim, line))
	}
	if len(lines) >= room {
		return nil
	}
	return lines
}

// heading is the name of a kind, and how many there are of it.
func (s *Screen) heading(t *theme.Theme, w int, kind model.ProposalKind, tall bool) string {
	n := 0
	for _, p := range s.world.Proposals {
		if p.Kind == kind {
			n++
		}
	}
	_, many := kind.Nouns()
	about := widget.Cell{Text: explained(kind), Role: theme.Dim, Grow: 1}
	cells := []widget.Cell{{Width: 1}, {Text: strings.ToUpper(many), Role: theme.Title, Gap: 2}, {Text: fmt.Sprint(n), Role: theme.Dim, Gap: 2}}
	if tall {
		return widget.Row(t, w, cells...) + "\n" + widget.Row(t, w, widget.Cell{Width: 1}, about)
	}
	if used := widget.Width(many) + widget.Width(about.Text) + widget.Width(cells[2].Text) + 6; used > w {
		about.Text = ""
	}
	return widget.Row(t, w, append(cells, about)...)
}

// row is a proposal in one line, or in two.
func (s *Screen) row(t *theme.Theme, w int, p model.Proposal, cursor, tall bool) string {
	bar := ""
	if cursor {
		bar, t = t.Glyphs.Cursor, t.Selected()
	}
	sign, look := sign(t, p)
	when := s.on(p.At)
	cells := []widget.Cell{
		{Text: bar, Role: theme.Accent, Width: 1, Gap: 1},
		{Text: sign, Role: look, Width: 2, Gap: 1},
	}
	effect := widget.Cell{Text: p.Effect.Words, Role: effectRole(p), Grow: 1, Gap: 1}
	if tall {
		first := widget.Row(t, w, append(cells, widget.Cell{Text: Name(p), Role: theme.Text, Grow: 1, Gap: 1},
			widget.Cell{Text: when, Role: theme.Dim, Gap: 1})...)
		return first + "\n" + widget.Row(t, w, widget.Cell{Width: 5}, effect)
	}
	return widget.Row(t, w, append(cells,
		widget.Cell{Text: Name(p), Role: theme.Text, Width: min(22, max(10, w/3)), Gap: 1},
		widget.Cell{Text: when, Role: theme.Dim, Width: s.days, Gap: 2, Right: true}, effect)...)
}

// sign is how sure a proposal is, as a tick or as one or two question marks, or that a
// rule refuses it.
func sign(t *theme.Theme, p model.Proposal) (string, theme.Role) {
	switch {
	case p.Refusal != nil:
		return t.Glyphs.Warn, theme.Due
	case p.Sure == model.Doubtful:
		return "??", theme.Due
	case p.Sure == model.Possible:
		return "?", theme.Due
	case p.Sure == model.Likely:
		return "", theme.Dim
	default:
		return t.Glyphs.Check, theme.Good
	}
}

// effectRole is the look of what accepting does.
func effectRole(p model.Proposal) theme.Role {
	switch {
	case p.Refusal != nil || p.Effect.Overdrawn:
		return theme.Due
	case strings.Contains(p.Effect.Words, "+1 credit"):
		return theme.Good
	default:
		return theme.Text
	}
}

// empty says why there is nothing to see, and what to do next.
func (s *Screen) empty(t *theme.Theme, w, h int) string {
	kw := s.writer(t)
	words := []string{"Nothing is to be reviewed.", "Everything that the imports show is recorded, or was declined."}
	next := kw.Say(keymap.GoInbox, "goes to the inbox")
	switch {
	case s.world.Trouble != nil:
		words = []string{"What the imports show could not be looked through.", s.world.Trouble.Error()}
		next = kw.Say(keymap.Reload, "tries again")
	case !s.world.Read:
		words, next = []string{"Looking through the conversations" + t.Glyphs.Ellipsis}, ""
	case !s.world.Imported:
		words = []string{"Nothing was imported yet.", "An export of LinkedIn's shows answers to InMails, accepted invitations and more, which you then record here with one key each."}
		next = kw.Say(keymap.GoImport, "imports one")
	}
	if s.world.Opening > 0 {
		words = append(words, model.OpeningWords(s.world.Opening))
	}
	lines := []string{""}
	for i, text := range append(words, next) {
		role := theme.Dim
		if i == 0 {
			role = theme.Strong
		}
		for _, line := range widget.Wrap(text, max(1, w-4)) {
			lines = append(lines, "  "+t.Paint(role, line))
		}
		lines = append(lines, "")
	}
	return widget.Lines(lines, w, h)
}

// hints is the last line.
func (s *Screen) hints(t *theme.Theme, class layout.Class, w int) string {
	kw := s.writer(t)
	may := func(a keymap.Action, text string) widget.Hint {
		hint := kw.Hint(a, text)
		hint.Off = s.Off(a) != ""
		return hint
	}
	back, help := keyhint.Keep(kw.Hint(keymap.Back, "back")), kw.Hint(keymap.ShowHelp, "help")
	p, ok := s.current()
	if !ok {
		return widget.Hints(t, w, keyhint.There(kw.Hint(keymap.Undo, "undo"), back, help), "")
	}
	yes, no := answers(p)
	if class == layout.Narrow {
		yes, no = "yes", "no"
	}
	hints := []widget.Hint{may(keymap.Yes, yes), may(keymap.No, no)}
	if p.Kind == model.ProposeVanished {
		hints = append(hints, may(keymap.InviteWithdrawn, "withdrawn"))
	}
	hints = append(hints, may(keymap.ReviewAll, "all of these"), may(keymap.Open, "open"), kw.Hint(keymap.Undo, "undo"), kw.Hint(keymap.NextTab, "next kind"), back, help)
	tail := ""
	if class != layout.Narrow {
		tail = fmt.Sprintf("%d/%d", s.nth+1, len(s.world.Proposals))
	}
	return widget.Hints(t, w, keyhint.There(hints...), tail)
}

// writer names the keys of this screen.
func (s *Screen) writer(t *theme.Theme) keyhint.Writer {
	return keyhint.New(s.world.Keys, s.Scope(), t)
}
