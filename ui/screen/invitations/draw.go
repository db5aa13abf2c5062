package invitations

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

// Draw is the whole screen in w×h cells. The toast is one finished line, or empty.
func (s *Screen) Draw(t *theme.Theme, w, h int, toast string) string {
	side := 42
	if s.view == limits {
		side = 0
	}
	return frame.Draw(t, w, h, layout.PageOpen{SidePercent: side, Sub: 1}, toast, func(f layout.Page) frame.Parts {
		return frame.Parts{Body: s.body(t, f, w), Header: s.header(t, f.Class, w), Sub: s.line(t, w, f.Sub.H), Hints: s.hints(t, f.Class, w)}
	})
}

// header is the first line: where we are, and the views.
func (s *Screen) header(t *theme.Theme, class layout.Class, w int) string {
	tally := model.Tally(s.world.Requests)
	names := []string{"To do", "Received", "All", "Limits"}
	counts := []int{s.todo(), tally.Incoming, len(s.world.Requests), -1}
	if class == layout.Narrow {
		names[1] = "Recvd"
	}
	var tabs []string
	for i, n := range names {
		if counts[i] >= 0 && class != layout.Narrow {
			n = fmt.Sprintf("%s %d", n, counts[i])
		}
		if view(i) == s.view {
			tabs = append(tabs, t.Paint(theme.TabActive, "["+n+"]"))
		} else {
			tabs = append(tabs, t.Paint(theme.Tab, n))
		}
	}
	title := "Invitations"
	if class == layout.Narrow {
		title = "Invites"
	}
	return widget.Row(t, w, widget.Cell{Width: 1}, widget.Cell{Text: title, Role: theme.Title, Gap: 2},
		widget.Cell{Text: strings.Join(tabs, "  "), Grow: 1})
}

// line is the sums in one line, where they do not stand beside the list.
func (s *Screen) line(t *theme.Theme, w, h int) string {
	var words []string
	if h == 0 {
		return ""
	}
	for _, fact := range s.sums() {
		if fact[1] != "0" && fact[0] != "Received" { // which is in the line above
			words = append(words, strings.ToLower(fact[0])+" "+fact[1])
		}
	}
	return widget.Row(t, w, widget.Cell{Width: 1}, widget.Cell{Text: strings.Join(words, " "+t.Glyphs.Sep+" "), Role: theme.Dim, Grow: 1})
}

// widest is how wide the limits are drawn, so that the eye keeps to the line.
const widest = 90

// todo counts the rows of the view "to do".
func (s *Screen) todo() int {
	n := 0
	for _, r := range s.world.Requests {
		if s.proposed(r) || r.State == model.InvitationPending {
			n++
		}
	}
	return n
}

// body is the view, and beside it the limits where there is room.
func (s *Screen) body(t *theme.Theme, f layout.Page, w int) string {
	switch {
	case !s.world.Read:
		return widget.Lines([]string{"", "  " + t.Paint(theme.Dim, "Counting what was sent…")}, w, f.Main.H)
	case s.view == limits:
		return widget.Exact(s.drawLimits(t, min(w, widest), f.Main.H, true), w, f.Main.H)
	case !f.Side.Empty():
		return widget.Columns(t, s.drawList(t, f.Main.W, f.Main.H, false), f.Main.W, s.beside(t, f.Side.W, f.Side.H), f.Side.W, f.Main.H)
	default:
		return s.drawList(t, w, f.Main.H, f.Class == layout.Narrow)
	}
}

// beside is what stands beside the list: the sums, and the limits.
func (s *Screen) beside(t *theme.Theme, w, h int) string {
	var lines []string
	for _, fact := range s.sums() {
		lines = append(lines, widget.Row(t, w, widget.Cell{Width: 1}, widget.Cell{Text: fact[0], Role: theme.Dim, Width: 12, Gap: 1},
			widget.Cell{Text: fact[1], Grow: 1}))
	}
	top := min(h, len(lines)+1)
	return widget.Stack(widget.Lines(lines, w, top), s.drawLimits(t, w, h-top, false))
}

// sums is what became of all requests, as name and value.
func (s *Screen) sums() [][2]string {
	y := model.Tally(s.world.Requests)
	pending := fmt.Sprint(y.Pending)
	if y.Stale > 0 {
		pending += fmt.Sprintf(" (%d over %d days)", y.Stale, model.StaleAfter)
	}
	accepted := fmt.Sprint(y.Accepted)
	if done := y.Sent - y.Pending; done > 0 {
		accepted += fmt.Sprintf(" (%d %%)", y.Accepted*100/done)
	}
	facts := [][2]string{
		{"Sent", fmt.Sprint(y.Sent)},
		{"Accepted", accepted},
		{"Declined", fmt.Sprint(y.Declined)},
		{"Withdrawn", fmt.Sprint(y.Withdrawn)},
		{"Pending", pending},
	}
	if y.Unknown > 0 {
		facts = append(facts, [2]string{"Not known", fmt.Sprint(y.Unknown)})
	}
	received := fmt.Sprint(y.Received)
	if y.Incoming > 0 {
		received += fmt.Sprintf(" (%d open)", y.Incoming)
	}
	return append(facts, [2]string{"Received", received})
}

// drawList is the list of requests.
func (s *Screen) drawList(t *theme.Theme, w, h int, tall bool) string {
	if len(s.rows) == 0 {
		return s.empty(t, w, h)
	}
	lines := 1
	if tall {
		lines = 2
	}
	s.lists[s.view] = s.list().Resize(len(s.rows), max(1, h/lines))
	return s.list().Draw(w, h, lines, func(i int, cursor bool) string {
		return s.row(t, w, s.rows[i], cursor, tall)
	})
}

// empty says why there is nothing to see.
func (s *Screen) empty(t *theme.Theme, w, h int) string {
	words := "No connection request is known. An export of LinkedIn's brings them, and c on somebody begins one."
	switch {
	case s.view == todo && len(s.world.Requests) > 0:
		words = "Nothing is pending, and nothing is to be done."
	case s.view == received && len(s.world.Requests) > 0:
		words = "Nobody waits for your answer."
	}
	lines := []string{""}
	for _, line := range widget.Wrap(words, max(1, w-4)) {
		lines = append(lines, "  "+t.Paint(theme.Dim, line))
	}
	return widget.Lines(lines, w, h)
}

// hints is the last line.
func (s *Screen) hints(t *theme.Theme, class layout.Class, w int) string {
	kw := keyhint.New(s.world.Keys, s.Scope(), t)
	may := func(a keymap.Action, text string) widget.Hint {
		hint := kw.Hint(a, text)
		hint.Off = s.Off(a) != ""
		return hint
	}
	back := keyhint.Keep(kw.Hint(keymap.Back, "back"))
	tab := kw.Hint(keymap.NextTab, "view")
	if s.view == limits {
		return widget.Hints(t, w, keyhint.There(
			may(keymap.Open, "limit"), may(keymap.QuotaSwitch, "on/off"), may(keymap.LimitHit, "limit hit"), tab, back,
			kw.Hint(keymap.ShowHelp, "help")), "")
	}
	var hints []widget.Hint
	if r, ok := s.current(); ok && s.proposed(r) {
		hints = append(hints, may(keymap.Yes, "record it"), may(keymap.No, "not now"))
	}
	hints = append(hints, may(keymap.InviteWithdrawn, "withdrawn"), may(keymap.InviteAccepted, "accepted"), may(keymap.InviteDeclined, "declined"))
	if class != layout.Narrow {
		hints = append(hints, may(keymap.ProfileOpen, "LinkedIn"), may(keymap.Compose, "compose"), may(keymap.LimitHit, "limit hit"))
	}
	hints = append(hints, tab, back, kw.Hint(keymap.ShowHelp, "help"))
	tail := ""
	if n := len(s.rows); n > 0 && class != layout.Narrow {
		tail = fmt.Sprintf("%d/%d", s.list().Cursor+1, n)
	}
	return widget.Hints(t, w, keyhint.There(hints...), tail)
}
