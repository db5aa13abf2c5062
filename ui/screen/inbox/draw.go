package inbox

import (
	"strconv"

	"github.com/dustin/go-humanize"

	"cordial/keymap"
	"cordial/model/triage"
	"cordial/ui/frame"
	"cordial/ui/keyhint"
	"cordial/ui/layout"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// Draw is the whole screen in w×h cells. The toast is one finished line, or empty.
func (s *Screen) Draw(t *theme.Theme, w, h int, toast string) string {
	f := layout.InboxFrame(w, h, s.place())
	if f.Class == layout.TooSmall {
		return frame.TooSmall(t, w, h)
	}
	down := -1
	if f.Place == layout.Right {
		down = f.Divider.X
	}
	parts := []string{s.header(t, f.Header.W), s.tabBar(t, f.Tabs.W)}
	if !f.Rule.Empty() {
		parts = append(parts, widget.Rule(t, w, down, true))
	}
	parts = append(parts, s.body(t, f))
	if toast == "" {
		toast = s.selection(t, f.Toast.W, f.Class)
	}
	parts = append(parts, widget.Rule(t, w, down, false), toast, s.hints(t, f.Hints.W, f.Class))
	return widget.Exact(widget.Stack(parts...), w, h)
}

// place is where the preview goes; an empty tab has nothing to preview.
func (s *Screen) place() layout.Preview {
	if s.spots[s.tab].list.Total == 0 {
		return layout.Off
	}
	return s.want
}

// body is list and preview.
func (s *Screen) body(t *theme.Theme, f layout.Inbox) string {
	list := s.list(t, f)
	switch f.Place {
	case layout.Right:
		return widget.Columns(t, list, f.List.W, s.preview(t, f.Preview.W, f.Preview.H), f.Preview.W, f.List.H)
	case layout.Below:
		return widget.Stack(list, widget.Rule(t, f.Divider.W, -1, false), s.preview(t, f.Preview.W, f.Preview.H))
	default:
		return list
	}
}

// header is the first line: the program, the credits, and how things stand.
func (s *Screen) header(t *theme.Theme, w int) string {
	name := " " + t.Paint(theme.Title, "Cordial")
	switch {
	case s.world.Demo && layout.ClassOf(w, layout.MinHeight) == layout.Narrow:
		name += t.Paint(theme.Due, "  demo")
	case s.world.Demo:
		name += t.Paint(theme.Due, "  demo: made-up people")
	}
	busy := ""
	if s.world.Busy != "" {
		busy = t.Paint(theme.Accent, s.world.Busy) + t.Paint(theme.Dim, " "+t.Glyphs.Sep+" ")
	}
	room := w - widget.Width(name) - 3
	hint := s.writer(t).Say(keymap.GoCredits, "opens one")
	right, used := s.gauge(t, room-widget.Width(busy), hint)
	right, used = busy+right, used+widget.Width(busy)
	for _, text := range append(s.toReview(t), s.standing()...) {
		if more := " " + t.Glyphs.Sep + " " + text; used+widget.Width(more) <= room {
			right += t.Paint(theme.Dim, more)
			used += widget.Width(more)
		}
	}
	return widget.Fit(name, w-used-1) + right + " "
}

// gauge is the credits, the shorter when there is something to review to be told beside
// them.
func (s *Screen) gauge(t *theme.Theme, room int, hint string) (string, int) {
	for _, text := range s.toReview(t) {
		if right, used := s.world.Gauge.Draw(t, room-widget.Width(text)-3, hint); used > 0 {
			return right, used
		}
	}
	return s.world.Gauge.Draw(t, room, hint)
}

// toReview says how much imports show that nobody has recorded, and the key to it.
func (s *Screen) toReview(t *theme.Theme) []string {
	if s.world.ToReview == 0 {
		return nil
	}
	text := humanize.Comma(int64(s.world.ToReview)) + " to review"
	if key := s.writer(t).Key(keymap.GoReview); key != "" {
		text += " (" + key + ")"
	}
	return []string{text}
}

// standing says how many wait for an answer and how old the evidence is.
func (s *Screen) standing() []string {
	var words []string
	if n, _ := s.world.Board.Count(triage.Tab{Kind: triage.Waiting}); n > 0 {
		words = append(words, humanize.Comma(int64(n))+" waiting")
	}
	if e, ok := s.world.Book.LastImport(); ok {
		layout := "2 Jan"
		if e.At.In(s.world.Now.Location()).Year() != s.world.Now.Year() {
			layout = "2 Jan 2006"
		}
		words = append(words, "export of "+e.At.In(s.world.Now.Location()).Format(layout))
	}
	return words
}

// tabBar is the second line.
func (s *Screen) tabBar(t *theme.Theme, w int) string {
	var tabs []widget.Tab
	active := 0
	for i, tab := range s.tabs() {
		if tab == s.tab {
			active = i
		}
		key := ""
		if i < 9 {
			key = strconv.Itoa(i + 1)
		}
		total, _ := s.world.Board.Count(tab)
		tabs = append(tabs, widget.Tab{Key: key, Name: title(tab), Count: humanize.Comma(int64(total))})
	}
	return widget.TabBar(t, w, tabs, active)
}

// selection is the line above the keys when nothing else is to be said there.
func (s *Screen) selection(t *theme.Theme, w int, c layout.Class) string {
	if !s.Selecting() {
		return widget.Fit("", w)
	}
	kw := s.writer(t)
	text := s.Note()
	if s.ranging {
		text += ", range"
	}
	if c != layout.Narrow {
		for _, say := range []string{
			kw.Say(keymap.Archive, "archive"), kw.Say(keymap.RemindSet, "remind"), kw.Say(keymap.LabelPick, "label"),
			kw.Say(keymap.Clear, "clear"),
		} {
			if say != "" {
				text += " " + t.Glyphs.Sep + " " + say
			}
		}
	}
	return widget.Toast(t, w, theme.Mark, t.Glyphs.Mark, text, "")
}

// Note is what stands at the right of a toast: how many are selected.
func (s *Screen) Note() string {
	if !s.Selecting() {
		return ""
	}
	return humanize.Comma(int64(len(s.selected))) + " selected"
}

// hints is the last line.
func (s *Screen) hints(t *theme.Theme, w int, c layout.Class) string {
	kw := s.writer(t)
	may := func(a keymap.Action, text string) widget.Hint {
		hint := kw.Hint(a, text)
		hint.Off = s.Off(a) != ""
		return hint
	}
	hints := keyhint.There(
		kw.Pair(keymap.Down, keymap.Up, "move"), may(keymap.Open, "open"), may(keymap.Select, "select"),
		may(keymap.Archive, "archive"), may(keymap.RemindSet, "remind"), may(keymap.LabelPick, "label"),
		kw.Hint(keymap.Find, "search"), kw.Hint(keymap.Palette, "commands"), may(keymap.Compose, "compose"), may(keymap.Star, "star"),
		keyhint.Keep(kw.Hint(keymap.ShowHelp, "help")),
	)
	switch c {
	case layout.Medium:
		hints = keyhint.There(
			kw.Pair(keymap.Down, keymap.Up, ""), may(keymap.Open, "open"),
			may(keymap.Archive, "archive"), may(keymap.RemindSet, "remind"), may(keymap.LabelPick, "label"),
			kw.Hint(keymap.Find, "find"), keyhint.Keep(kw.Hint(keymap.Palette, "commands")), keyhint.Keep(kw.Hint(keymap.ShowHelp, "help")),
			may(keymap.Select, "select"), may(keymap.Compose, "compose"),
		)
	case layout.Narrow:
		hints = keyhint.There(
			may(keymap.Archive, "arch"), may(keymap.RemindSet, "rem"), may(keymap.LabelPick, "lab"),
			may(keymap.Open, "open"), keyhint.Keep(kw.Hint(keymap.ShowHelp, "help")),
		)
	default:
	}
	tail := ""
	if n, of := s.Place(); of > 0 && c != layout.Narrow {
		tail = humanize.Comma(int64(n)) + "/" + humanize.Comma(int64(of))
	}
	return widget.Hints(t, w, hints, tail)
}

// writer names the keys of this screen.
func (s *Screen) writer(t *theme.Theme) keyhint.Writer {
	return keyhint.New(s.world.Keys, keymap.Inbox, t)
}
