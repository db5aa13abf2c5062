package credits

import (
	"fmt"
	"strings"

	"cordial/keymap"
	"cordial/model/clean"
	"cordial/ui/frame"
	"cordial/ui/keyhint"
	"cordial/ui/layout"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// Draw is the whole screen in w×h cells. The toast is one finished line, or
// empty.
func (s *Screen) Draw(t *theme.Theme, w, h int, toast string) string {
	side := 50
	if s.whom.open || len(s.seats) == 0 {
		side = 0
	}
	return frame.Draw(t, w, h, layout.PageOpen{SidePercent: side}, toast, func(f layout.Page) frame.Parts {
		s.fit(f.Main.W)
		body := s.body(t, f)
		if s.open {
			body = s.drawStory(t, body, w, f.Main.H)
		}
		return frame.Parts{Header: s.header(t, f), Body: body, Hints: s.hints(t, f.Hints.W)}
	})
}

// header is the first line: where we are, the views, and the plan.
func (s *Screen) header(t *theme.Theme, f layout.Page) string {
	if len(s.seats) == 0 {
		return widget.Fit(" "+t.Paint(theme.Title, "Credits"), f.Header.W)
	}
	title := "Credits"
	if f.Class == layout.Narrow {
		title = fmt.Sprintf("Credits %d/%d", s.account.Balance, s.account.Policy.Cap)
	}
	gap := 2
	if f.Class == layout.Narrow {
		gap = 1
	}
	cells := []widget.Cell{{Width: 1}, {Text: title, Role: theme.Title, Gap: gap}}
	if len(s.seats) > 1 {
		name := fmt.Sprintf("%s (%d/%d)", clean.Line(s.account.seat.Name), s.seat+1, len(s.seats))
		cells = append(cells, widget.Cell{Text: name, Role: theme.Strong, Width: min(24, widget.Width(name)), Gap: 2, Drop: 1})
	}
	return widget.Row(t, f.Header.W, append(cells, widget.Cell{Text: s.tabs(t, f.Class == layout.Narrow), Gap: 2},
		widget.Cell{Grow: 1}, widget.Cell{Text: s.account.plan(), Role: theme.Dim, Gap: 1, Drop: 2})...)
}

// tabs names the views, the one that has the keys in brackets.
func (s *Screen) tabs(t *theme.Theme, short bool) string {
	names := []string{"Lots", "Ledger", "Forecast", "Plan"}
	gap := "  "
	if short {
		names[forecast], gap = "Fcst", " "
	}
	for i, name := range names {
		if view(i) == s.view && !s.whom.open {
			names[i] = t.Paint(theme.TabActive, "["+name+"]")
		} else {
			names[i] = t.Paint(theme.Tab, name)
		}
	}
	return strings.Join(names, gap)
}

// body is the views beside each other, or the one that has the keys.
func (s *Screen) body(t *theme.Theme, f layout.Page) string {
	w, h := f.Main.W, f.Main.H
	switch {
	case len(s.seats) == 0:
		return s.empty(t, w, h)
	case s.whom.open:
		return s.drawWhom(t, w, h)
	case !f.Side.Empty():
		left := s.lots.draw(t, w, h, s.view == lots)
		return widget.Columns(t, left, w, s.right(t, f.Side.W, h), f.Side.W, h)
	case s.view == lots:
		return s.lots.draw(t, w, h, true)
	case s.view == statement:
		return s.drawStatement(t, w, h, false)
	case s.view == plan:
		return s.drawPlan(t, w, h)
	default:
		return s.drawForecast(t, w, h)
	}
}

// right is what stands beside the lots: the forecast over the ledger, or the plan
// while it has the keys.
func (s *Screen) right(t *theme.Theme, w, h int) string {
	if s.view == plan {
		return s.drawPlan(t, w, h)
	}
	above := h * 4 / 7
	return widget.Stack(
		s.drawForecast(t, w, above),
		widget.Rule(t, w, -1, false),
		s.drawStatement(t, w, h-above-1, true))
}

// empty is the screen before there is a seat.
func (s *Screen) empty(t *theme.Theme, w, h int) string {
	const words = "There is no seat yet. A seat is a LinkedIn subscription: open one, and its credits are counted from then on."
	lines := []string{""}
	for _, line := range widget.Wrap(words, max(1, min(76, w-4))) {
		lines = append(lines, "  "+line)
	}
	if key := keyhint.New(s.world.Keys, s.Scope(), t).Key(keymap.Open); key != "" {
		lines = append(lines, "", "  "+t.Paint(theme.Key, key)+"  open a seat")
	}
	return widget.Lines(lines, w, h)
}
