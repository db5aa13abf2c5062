package dialog

import (
	"fmt"

	tea "github.com/charmbracelet/bubbletea"

	"cordial/keymap"
	"cordial/model/clean"
	"cordial/model/credit"
	"cordial/model/day"
	"cordial/ui/ask"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// Why explains the balance of a seat: what came and what went, what that leaves, and
// what time will do to it.
type Why struct {
	trouble
	world World
	seat  string
	parts []part
	top   int // lines scrolled
	most  int // lines that can be scrolled, known once drawn
	h     int // lines in sight
}

// part is a heading and what is said under it.
type part struct {
	title string
	said  []spoken
}

// spoken is a sentence and how it looks.
type spoken struct {
	text string
	role theme.Role
}

// speak is sentences that look alike.
func speak(role theme.Role, texts ...string) []spoken {
	var all []spoken
	for _, text := range texts {
		all = append(all, spoken{text, role})
	}
	return all
}

// NewWhy is the explanation for a seat.
func NewWhy(w World, seat string) *Why {
	d := &Why{seat: seat}
	d.Refresh(w)
	return d
}

// Scope is keymap.Sheet.
func (d *Why) Scope() keymap.Scope { return keymap.Sheet }

// Refresh explains anew.
func (d *Why) Refresh(w World) {
	d.world = w
	say, l := w.tongue(), w.ledger(d.seat)
	whole, lately := l.Account(day.Min), l.Account(l.On.Add(-monthAgo))
	d.parts = []part{{"", speak(theme.Text, whole.Sentences(say)...)}}
	d.parts[0].said[0].role = theme.Strong
	if lately.From > whole.From {
		d.parts = append(d.parts, part{"THE LAST 30 DAYS", speak(theme.Text, lately.Sentences(say)[0])})
	}
	d.parts = append(d.parts, d.next(l))
}

// monthAgo is how far back the explanation looks besides the whole.
const monthAgo = 30

// next is what time will do to the credits.
func (d *Why) next(l credit.Ledger) part {
	p := part{title: "WHAT IS NEXT"}
	if grant, coming := l.NextGrant(); coming {
		p.said = speak(theme.Text, fmt.Sprintf("%d more arrive on %s.", grant.Amount, d.world.day(grant.On)))
	}
	risk := l.AtRisk(credit.SoonDays)
	p.said = append(p.said, speak(theme.Due, risk.Sentences(d.world.tongue())...)...)
	if len(risk.Losses) == 0 {
		p.said = append(p.said, speak(theme.Text, fmt.Sprintf("Nothing is lost before %s.", d.world.day(risk.Until.Add(1))))...)
	}
	for _, dip := range l.Forecast(risk.Until, credit.Course{}).Dips {
		p.said = append(p.said, speak(theme.Dim, dip.Sentence(d.world.tongue()))...)
	}
	return p
}

// Do scrolls, goes to the credits, or closes.
func (d *Why) Do(a keymap.Action) ask.Request {
	d.text = ""
	switch a {
	case keymap.Down:
		d.scroll(1)
	case keymap.Up:
		d.scroll(-1)
	case keymap.PageDown:
		d.scroll(max(1, d.h-1))
	case keymap.PageUp:
		d.scroll(-max(1, d.h-1))
	case keymap.Accept:
		return ask.Batch{ask.Close{}, ask.GoToCredits{}}
	case keymap.Cancel:
		return ask.Close{}
	default:
	}
	return nil
}

func (d *Why) scroll(n int) { d.top = max(0, min(d.top+n, d.most)) }

// Key has no use for other keys.
func (d *Why) Key(tea.KeyMsg) ask.Request { return nil }

// Draw is the box.
func (d *Why) Draw(t *theme.Theme, w, h int) string {
	scope := d.Scope()
	name := clean.Line(d.world.seat(d.seat).Name)
	f := frame{title: fmt.Sprintf("Why %d?", d.world.ledger(d.seat).Balance), note: name, width: 78, lines: 6}
	f.hints = d.world.hint(t, scope, keymap.Accept, "credits")
	f.hints = append(f.hints, d.world.hint(t, scope, keymap.Down, "more")...)
	f.hints = append(f.hints, d.world.kept(t, scope, keymap.Cancel, "close")...)
	return f.draw(t, w, h, func(s *sheet) {
		d.trouble.draw(s)
		d.draw(s)
		d.h, d.most = s.h, max(0, len(s.lines)-s.h)
		d.top = min(d.top, d.most)
		s.lines = s.lines[d.top:min(len(s.lines), d.top+max(0, s.h))]
		if d.top < d.most && len(s.lines) > 0 {
			s.lines[len(s.lines)-1] = widget.Fit(t.Paint(theme.Dim, t.Glyphs.Down+" more"), s.w)
		}
	})
}

// draw adds the parts below each other.
func (d *Why) draw(s *sheet) {
	for i, p := range d.parts {
		if i > 0 {
			s.add("")
		}
		if p.title != "" {
			s.row(widget.Cell{Text: p.title, Role: theme.Title, Grow: 1})
		}
		for _, r := range p.said {
			s.say(r.role, "", r.text)
		}
	}
}
