package credits

import (
	"fmt"

	"cordial/keymap"
	"cordial/ui/ask"
	"cordial/ui/keyhint"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// hints is the last line.
func (s *Screen) hints(t *theme.Theme, w int) string {
	kw := keyhint.New(s.world.Keys, s.Scope(), t)
	back := keyhint.Keep(kw.Hint(keymap.Back, "back"))
	step := kw.Pair(keymap.Down, keymap.Up, "next/previous")
	switch {
	case len(s.seats) == 0:
		return widget.Hints(t, w, keyhint.There(kw.Hint(keymap.Open, "open a seat"), back, kw.Hint(keymap.ShowHelp, "help")), "")
	case s.open && s.story.person != 0:
		return widget.Hints(t, w, keyhint.There(step, kw.Hint(keymap.Open, "conversation"), back), "")
	case s.open:
		return widget.Hints(t, w, keyhint.There(step, back), "")
	case s.whom.open && len(s.whom.ids) == 0:
		return widget.Hints(t, w, keyhint.There(back, kw.Hint(keymap.ShowHelp, "help")), "")
	case s.whom.open:
		tail := fmt.Sprintf("%d/%d", min(s.whom.list.Cursor+1, len(s.whom.ids)), len(s.whom.ids))
		return widget.Hints(t, w, keyhint.There(kw.Hint(keymap.Open, "conversation"), kw.Hint(keymap.Compose, "write"), back, kw.Pair(keymap.Down, keymap.Up, "move")), tail)
	}
	hints := []widget.Hint{kw.Hint(keymap.Open, s.openWord()), kw.Hint(keymap.NextTab, "view")}
	hints = append(hints, s.viewHints(kw, w)...)
	tail := ""
	if s.view == statement {
		tail = fmt.Sprintf("%d/%d", min(s.lines.Cursor+1, s.lines.Total), s.lines.Total)
	}
	return widget.Hints(t, w, keyhint.There(append(hints, back, kw.Hint(keymap.ShowHelp, "help"))...), tail)
}

// viewHints are the keys that belong to a view.
func (s *Screen) viewHints(kw keyhint.Writer, w int) []widget.Hint {
	reconcile := kw.Hint(keymap.SeatReconcile, "reconcile")
	if w < narrow {
		reconcile.Text = "set"
	}
	pace := kw.Hint(keymap.ForecastPace, "pace")
	switch s.view {
	case plan:
		return []widget.Hint{
			kw.Hint(keymap.SeatNext, "switch"), kw.Hint(keymap.SeatOpen, "new seat"), kw.Hint(keymap.SeatPlan, "change plan"),
			kw.Hint(keymap.SeatPrice, "price"), kw.Hint(keymap.SeatCancel, "cancel seat"), reconcile,
		}
	case forecast:
		return []widget.Hint{pace, reconcile, kw.Hint(keymap.CreditsWhom, "whom to write to")}
	default:
		hints := []widget.Hint{reconcile, kw.Hint(keymap.CreditsWhom, "whom to write to"), pace}
		if len(s.seats) > 1 {
			hints = append(hints, kw.Hint(keymap.SeatNext, "switch seat"))
		}
		return hints
	}
}

// openWord says what Enter does on the row under the cursor.
func (s *Screen) openWord() string {
	switch s.current().ask.(type) {
	case nil:
		return "details"
	case ask.ShowWhy:
		return fmt.Sprintf("why %d", s.account.Balance)
	case ask.GoToPerson:
		return "conversation"
	case ask.ShowWhom:
		return "whom"
	case ask.ActivateSeat:
		return "make active"
	case showSeat:
		return "show"
	case ask.FillReconcile:
		return "reconcile"
	default:
		return "change"
	}
}
