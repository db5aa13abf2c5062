package thread

import (
	"fmt"
	"strings"

	"github.com/dustin/go-humanize"

	"cordial/keymap"
	"cordial/model/clean"
	"cordial/ui/dossier"
	"cordial/ui/keyhint"
	"cordial/ui/layout"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// Draw is the whole screen in w×h cells. The toast is one finished line, or empty.
func (s *Screen) Draw(t *theme.Theme, w, h int, toast string) string {
	f := s.frame(w, h, toast != "")
	down := -1
	if !f.Side.Empty() {
		down = f.Divider.X
	}
	parts := []string{s.header(t, f.Header.W, f.Class)}
	if !f.Sub.Empty() {
		parts = append(parts, s.sub(t, f.Sub.W, f.Sub.H))
	}
	parts = append(parts, widget.Rule(t, w, down, true))
	main := s.timeline(t, f.Main.W, f.Main.H)
	if f.Class == layout.Narrow && s.expanded {
		main = widget.Lines(s.card(t, f.Main.W), f.Main.W, f.Main.H)
	}
	parts = append(parts, widget.Columns(t, main, f.Main.W, widget.Lines(s.card(t, f.Side.W), f.Side.W, f.Main.H), f.Side.W, f.Main.H))
	if !f.Foot.Empty() {
		parts = append(parts, widget.Rule(t, w, down, false))
	}
	if !f.Toast.Empty() {
		parts = append(parts, widget.Fit(toast, w))
	}
	parts = append(parts, s.hints(t, w, f.Class))
	return widget.Exact(widget.Stack(parts...), w, h)
}

// header says where we are, and on wide screens how the credits stand.
func (s *Screen) header(t *theme.Theme, w int, c layout.Class) string {
	place := ""
	if s.world.Place > 0 {
		place = humanize.Comma(int64(s.world.Place)) + " of " + humanize.Comma(int64(s.world.Of))
	}
	kw := s.writer(t)
	name := widget.Cell{Text: s.world.Subject.Name(), Role: theme.Title, Gap: 3}
	cells := []widget.Cell{{Width: 1}, {Text: t.Glyphs.Left + " ", Role: theme.Dim}}
	if c == layout.Narrow {
		about := strings.TrimSpace(strings.Join([]string{s.world.Subject.Degree(), s.world.Subject.Line.Initials}, "  "))
		name.Gap = 1
		return widget.Row(t, w, append(cells, name,
			widget.Cell{Text: strings.ReplaceAll(place, " of ", "/"), Role: theme.Dim, Grow: 1, Gap: 1},
			widget.Cell{Text: about, Role: theme.Dim, Gap: 1, Drop: 1})...)
	}
	cells = append(cells,
		widget.Cell{Text: s.world.Tab, Role: theme.Dim, Gap: 3},
		name,
		widget.Cell{Text: place, Role: theme.Dim, Grow: 1, Gap: 1})
	if c == layout.Medium {
		return widget.Row(t, w, append(cells, widget.Cell{Text: kw.Say(keymap.Details, "details"), Role: theme.Dim, Gap: 1, Drop: 1})...)
	}
	text, _ := s.world.Gauge.Draw(t, w/2, kw.Say(keymap.GoCredits, "opens one"))
	return widget.Row(t, w, append(cells, widget.Cell{Text: text, Gap: 1, Drop: 1})...)
}

// sub is the folded card: one line, or all of it.
func (s *Screen) sub(t *theme.Theme, w, h int) string {
	sub := s.world.Subject
	about := []string{}
	for _, text := range []string{sub.About(), strings.Join(sub.Labels(), ", "), strings.Join(sub.Flags(), ", ")} {
		if text != "" {
			about = append(about, text)
		}
	}
	lines := []string{t.Paint(theme.Dim, " "+strings.Join(about, " "+t.Glyphs.Sep+" "))}
	lines = append(lines, s.facts(t, w)...)
	return widget.Lines(lines, w, h)
}

// card is the column beside the timeline.
func (s *Screen) card(t *theme.Theme, w int) []string {
	sub := s.world.Subject
	lines := []string{" " + t.Paint(theme.Title, sub.Name())}
	for _, l := range widget.Wrap(sub.Headline(), max(1, w-2)) {
		if l != "" {
			lines = append(lines, " "+l)
		}
	}
	lines = append(lines, "")
	lines = append(lines, s.facts(t, w)...)
	if members := sub.Members(); len(members) > 0 {
		lines = append(lines, "", " "+t.Paint(theme.Dim, fmt.Sprintf("In this group (%d)", len(members)+1)))
		for _, m := range members {
			lines = append(lines, "  "+m)
		}
	}
	if same := s.others(); len(same) > 0 {
		lines = append(lines, "", " "+t.Paint(theme.Dim, "Also"))
		lines = append(lines, same...)
	}
	return lines
}

// facts are the lines of the card, long values on several lines.
func (s *Screen) facts(t *theme.Theme, w int) []string {
	const names = 12
	var lines []string
	for _, f := range s.world.Subject.Card() {
		for i, l := range widget.Wrap(f.Value, max(1, w-names-2)) {
			name := f.Name
			if i > 0 {
				name = ""
			}
			lines = append(lines, widget.Row(t, w,
				widget.Cell{Width: 1},
				widget.Cell{Text: name, Role: theme.Dim, Width: names},
				widget.Cell{Text: l, Role: f.Role, Grow: 1},
			))
		}
	}
	contact := s.world.Subject.Contact()
	if len(contact) > 0 {
		lines = append(lines, "")
	}
	for _, c := range contact {
		lines = append(lines, " "+t.Paint(theme.Accent, widget.Fit(c, max(0, w-1))))
	}
	return lines
}

// others are the other conversations with the same person.
func (s *Screen) others() []string {
	if s.id.Person == 0 {
		return nil
	}
	var lines []string
	for _, id := range s.world.Board.OfPerson(s.id.Person) {
		if id == s.id {
			continue
		}
		if l, ok := s.world.Board.Line(id); ok {
			lines = append(lines, "  "+clean.Line(l.Text))
		}
	}
	return lines
}

// timeline is the lines on screen.
func (s *Screen) timeline(t *theme.Theme, w, h int) string {
	sub := s.world.Subject
	switch {
	case !sub.Read, sub.Evidence.Err != nil:
		again := s.writer(t).Say(keymap.Reload, "tries again")
		return widget.Lines(indent(dossier.Tail(t, sub, max(0, w-2), h, s.world.Slow, again)), w, h)
	case len(s.page.lines) == 0:
		return widget.Lines([]string{"", t.Paint(theme.Dim, "  Nothing was said yet, and nothing noted.")}, w, h)
	}
	from := max(0, len(s.page.lines)-h-s.up)
	var lines []string
	for _, l := range s.page.lines[from:min(len(s.page.lines), from+h)] {
		lines = append(lines, l.paint(t, w))
	}
	return widget.Lines(lines, w, h)
}

// indent puts a blank before every line.
func indent(lines []string) []string {
	for i := range lines {
		lines[i] = " " + lines[i]
	}
	return lines
}

// paint is one line of the timeline.
func (l line) paint(t *theme.Theme, w int) string {
	role := l.entry.Role()
	switch l.kind {
	case day:
		return t.Paint(theme.Dim, " "+l.text)
	case head:
		return widget.Row(t, w,
			widget.Cell{Width: 1},
			widget.Cell{Text: sign(t, l.entry), Role: role, Width: 1, Gap: 1},
			widget.Cell{Text: l.at, Role: theme.Dim, Gap: gap(l.at)},
			widget.Cell{Text: l.text, Role: role, Gap: 2},
			widget.Cell{Text: l.aside, Role: asideRole(l.entry), Grow: 1},
		)
	case subject:
		return " " + t.Paint(role, t.Glyphs.Vertical) + " " + t.Paint(theme.Strong, l.text)
	case body:
		return " " + t.Paint(role, t.Glyphs.Vertical) + " " + l.text
	default:
		return ""
	}
}

// gap parts the hour from what follows, where there is an hour.
func gap(at string) int {
	if at == "" {
		return 0
	}
	return 1
}

// sign tells the direction or the nature of an entry without colour.
func sign(t *theme.Theme, k dossier.Kind) string {
	switch k {
	case dossier.Theirs:
		return t.Glyphs.Inbound
	case dossier.Ours:
		return t.Glyphs.Outbound
	case dossier.Good:
		return t.Glyphs.Check
	default:
		return t.Glyphs.Event
	}
}

// asideRole is the look of what stands behind the first word of an entry: the
// text itself for a note, an explanation for a message.
func asideRole(k dossier.Kind) theme.Role {
	if k == dossier.Note {
		return theme.Text
	}
	return theme.Dim
}

// hints is the last line.
func (s *Screen) hints(t *theme.Theme, w int, c layout.Class) string {
	kw := s.writer(t)
	write := kw.Hint(keymap.Reply, "reply")
	switch subject := s.world.Subject; {
	case subject.Off(keymap.Compose) != "":
		write = widget.Hint{}
	case subject.Off(keymap.Reply) != "":
		write = kw.Hint(keymap.Compose, "compose")
	}
	hints := keyhint.There(
		write, kw.Hint(keymap.Archive, "archive"),
		kw.Hint(keymap.RemindSet, "remind"),
		kw.Hint(keymap.LabelPick, "label"),
		kw.Hint(keymap.NoteAdd, "note"),
		kw.Hint(keymap.InMailLog, "log InMail"),
		kw.Hint(keymap.ProfileOpen, "LinkedIn"),
		kw.Pair(keymap.NextMessage, keymap.PrevMessage, "message"),
		kw.Pair(keymap.Down, keymap.Up, "scroll"),
		kw.Pair(keymap.NextContact, keymap.PrevContact, "next"),
		keyhint.Keep(kw.Hint(keymap.Back, "back")),
		keyhint.Keep(kw.Hint(keymap.ShowHelp, "help")),
	)
	if c == layout.Narrow {
		hints = keyhint.There(
			write, kw.Hint(keymap.Archive, "arch"), kw.Hint(keymap.RemindSet, "rem"), kw.Hint(keymap.LabelPick, "lab"),
			keyhint.Keep(kw.Hint(keymap.Back, "back")), keyhint.Keep(kw.Hint(keymap.ShowHelp, "help")),
		)
	}
	return widget.Hints(t, w, hints, s.position())
}

// position says how far the timeline is scrolled, when it does not fit.
func (s *Screen) position() string {
	switch most := s.most(); {
	case most == 0:
		return ""
	case s.up == 0:
		return "end"
	case s.up == most && s.world.Subject.Evidence.Complete:
		return "top"
	default:
		return fmt.Sprintf("%d%%", 100*(most-s.up)/most)
	}
}

// writer names the keys of this screen.
func (s *Screen) writer(t *theme.Theme) keyhint.Writer {
	return keyhint.New(s.world.Keys, keymap.Thread, t)
}
