package inbox

import (
	"strings"

	"github.com/dustin/go-humanize"

	"cordial/keymap"
	"cordial/model/triage"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// empty says why a tab is empty and what to do next.
func (s *Screen) empty(t *theme.Theme, w, h int) string {
	if s.nothing() {
		return s.welcome(t, w, h)
	}
	why, next := s.reason(t)
	lines := []string{t.Paint(theme.Strong, title(s.tab)+" is empty."), ""}
	lines = append(lines, widget.Wrap(why, max(1, min(w-4, 60)))...)
	lines = append(lines, "")
	for _, text := range next {
		lines = append(lines, t.Paint(theme.Dim, text))
	}
	return middle(lines, w, h)
}

// nothing tells that there is no conversation at all.
func (s *Screen) nothing() bool {
	all, _ := s.world.Board.Count(triage.Tab{Kind: triage.All})
	return all == 0
}

// reason is why the tab is empty, and the ways to go on.
func (s *Screen) reason(t *theme.Theme) (why string, next []string) {
	kw := s.writer(t)
	switch s.tab.Kind {
	case triage.Inbox:
		why = "Inbox zero: " + s.elsewhere() + "."
	case triage.Labelled:
		why = "No conversation in the inbox has this label. Archived and snoozed ones keep it."
		next = append(next, kw.Say(keymap.LabelPick, "labels a conversation"))
	case triage.Waiting:
		why = "Nobody owes you a reply: you have not spoken last anywhere, and no InMail is open."
	case triage.Due:
		why = "No reminder is due today."
		next = append(next, kw.Say(keymap.RemindSet, "sets a reminder"))
	case triage.Archived:
		why = "Nothing is archived yet."
		next = append(next, kw.Say(keymap.Archive, "archives a conversation"))
	case triage.Snoozed:
		why = "No conversation is put away until a reminder."
		next = append(next, kw.Say(keymap.RemindSet, "puts one away"))
	case triage.Starred:
		why = "Nothing is starred."
		next = append(next, kw.Say(keymap.Star, "stars a conversation"))
	default:
		why = "There is nothing here."
	}
	return why, append(append(next, s.fuller()...), kw.Say(keymap.Find, "finds people"), kw.Say(keymap.Palette, "everything else"))
}

// elsewhere says where the conversations are that are not in the inbox.
func (s *Screen) elsewhere() string {
	archived, _ := s.world.Board.Count(triage.Tab{Kind: triage.Archived})
	snoozed, _ := s.world.Board.Count(triage.Tab{Kind: triage.Snoozed})
	text := humanize.Comma(int64(archived)) + " archived"
	if snoozed > 0 {
		text += ", " + humanize.Comma(int64(snoozed)) + " put away until a reminder"
	}
	return text
}

// fuller names the first tab of the bar with something in it, and its key.
func (s *Screen) fuller() []string {
	numbers := s.world.Keys.Keys(keymap.TabNumber, keymap.Stack(keymap.Inbox)...)
	for i, tab := range s.tabs() {
		if n, _ := s.world.Board.Count(tab); n > 0 && i < len(numbers) {
			return []string{numbers[i] + " goes to " + title(tab) + " (" + humanize.Comma(int64(n)) + ")"}
		}
	}
	return nil
}

// welcome is the first run: nothing was imported yet.
func (s *Screen) welcome(t *theme.Theme, w, h int) string {
	kw := s.writer(t)
	lines := []string{
		t.Paint(theme.Strong, "Welcome to Cordial."),
		"",
		"It works from the export that you download from LinkedIn.",
		"It never logs in to LinkedIn and never sends anything.",
		"",
		t.Paint(theme.Title, "1") + " LinkedIn: Settings, Data privacy, Get a copy of your data,",
		"  then choose the larger archive, which has your messages.",
		t.Paint(theme.Title, "2") + " LinkedIn mails you a link: within minutes to a day.",
		t.Paint(theme.Title, "3") + " Here: " + kw.Say(keymap.Open, "chooses the file") + ", or drop its path on this window.",
		"",
		t.Paint(theme.Dim, "or look around first:  ") + t.Paint(theme.Key, "cordial demo"),
		"",
		t.Paint(theme.Dim, strings.Join([]string{kw.Say(keymap.ShowHelp, "help"), kw.Say(keymap.Quit, "quit")}, "   ")),
	}
	if w < 64 {
		lines = []string{
			t.Paint(theme.Strong, "Welcome to Cordial."),
			"It works from your LinkedIn export.",
			"Never logs in, never sends.",
			"",
			"Get it: Settings, Data privacy,",
			"Get a copy of your data. Then:",
			t.Paint(theme.Key, kw.Say(keymap.Open, "chooses the file")),
			"or " + t.Paint(theme.Key, "cordial demo"),
		}
	}
	return middle(lines, w, h)
}

// middle is lines as a block of their own width in the middle of w×h cells, a
// little above it where the eye expects it.
func middle(lines []string, w, h int) string {
	widest := 0
	for _, l := range lines {
		widest = max(widest, widget.Width(l))
	}
	left := strings.Repeat(" ", max(1, (w-widest)/2))
	placed := make([]string, max(0, (h-len(lines))*2/5), h+len(lines))
	for _, l := range lines {
		placed = append(placed, left+l)
	}
	return widget.Lines(placed, w, h)
}
