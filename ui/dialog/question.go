package dialog

import (
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"cordial/keymap"
	"cordial/model/clean"
	"cordial/ui/ask"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// pause is how long a question waits before it takes an answer, so that a key
// meant for what was in front before answers nothing.
const pause = 300 * time.Millisecond

// Question asks for a yes or a no, by a letter. Esc is no.
type Question struct {
	trouble
	world World
	q     ask.Question
	deaf  bool
}

// NewQuestion is the dialog for a question. It takes an answer from the first
// moment, unless the App tells how long it has been in front.
func NewQuestion(w World, q ask.Question) *Question { return &Question{world: w, q: q} }

// Scope is keymap.Question.
func (d *Question) Scope() keymap.Scope { return keymap.Question }

// Elapsed tells how long the question has been in front: for 300 ms nothing but
// esc is an answer.
func (d *Question) Elapsed(since time.Duration) { d.deaf = since < pause }

// Do answers.
func (d *Question) Do(a keymap.Action) ask.Request {
	d.text = ""
	switch {
	case a == keymap.Cancel:
		return d.answer(d.q.No)
	case d.deaf:
		return nil
	case a == keymap.Yes:
		return d.answer(d.q.Yes)
	case a == keymap.No:
		return d.answer(d.q.No)
	case a == keymap.Later && d.q.Later != nil:
		return d.answer(d.q.Later)
	case a == keymap.CopyMore:
		return d.q.Extra
	}
	return nil
}

// answer closes the question and passes on what the answer asks for.
func (d *Question) answer(r ask.Request) ask.Request {
	if r == nil {
		return ask.Close{}
	}
	return ask.Batch{ask.Close{}, r}
}

// Key takes Enter as no, the default.
func (d *Question) Key(k tea.KeyMsg) ask.Request {
	if k.Type == tea.KeyEnter && !d.deaf {
		return d.answer(d.q.No)
	}
	return nil
}

// Refresh keeps the world for its keys.
func (d *Question) Refresh(w World) { d.world = w }

// Draw is the box.
func (d *Question) Draw(t *theme.Theme, w, h int) string {
	f := frame{title: clean.Line(d.q.Title), width: 74, lines: 5}
	f.hints = d.world.hint(t, d.Scope(), keymap.Cancel, "no")
	if d.q.Extra != nil {
		f.hints = append(f.hints, d.world.hint(t, d.Scope(), keymap.CopyMore, d.q.ExtraText)...)
	}
	return f.draw(t, w, h, func(s *sheet) {
		s.blank()
		if text := signs(t, clean.Block(d.q.Text)); text != "" {
			s.say(theme.Text, "", text)
			s.blank()
		}
		d.trouble.draw(s)
		d.answers(s)
		s.blank()
	})
}

// signs is a text with the theme's own signs: not every terminal has others.
func signs(t *theme.Theme, text string) string {
	g := t.Glyphs
	return strings.NewReplacer("·", g.Sep, "→", g.Arrow, "…", g.Ellipsis).Replace(text)
}

// answers adds the letters: in one line if they fit, else one below the other.
func (d *Question) answers(s *sheet) {
	scope := d.Scope()
	hints := d.world.hint(s.t, scope, keymap.Yes, or(d.q.YesText, "yes"))
	hints = append(hints, d.world.hint(s.t, scope, keymap.No, or(d.q.NoText, "no"))...)
	if d.q.Later != nil {
		hints = append(hints, d.world.hint(s.t, scope, keymap.Later, or(d.q.LaterText, "ask again later"))...)
	}
	total := 0
	for _, hint := range hints {
		total += widget.Width(hint.Key) + widget.Width(hint.Text) + 5
	}
	s.here()
	if total <= s.w {
		var cells []widget.Cell
		for _, hint := range hints {
			cells = append(cells, widget.Cell{Width: 2},
				widget.Cell{Text: hint.Key, Role: theme.Key, Gap: 2}, widget.Cell{Text: hint.Text, Role: theme.Hint, Gap: 1})
		}
		s.row(cells...)
		return
	}
	for _, hint := range hints {
		s.row(widget.Cell{Width: 2}, widget.Cell{Text: hint.Key, Role: theme.Key, Gap: 2}, widget.Cell{Text: hint.Text, Role: theme.Hint, Grow: 1})
	}
}

// or is the text, or what stands for none.
func or(text, none string) string {
	if text == "" {
		return none
	}
	return text
}
