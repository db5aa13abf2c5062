package widget

import (
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"cordial/ui/theme"
)

// mail is a made-up inbox row.
type mail struct {
	mark, flag, name, text string
	labels                 []string
	age                    string
}

func inbox() []mail {
	return []mail{
		{"", "●", "Maria Rossi", "Re: staff role - thanks, I would love to hear more", []string{"HL", "PE"}, "2h"},
		{"✓", "●", "Jürgen Müller", "InMail replied: send me the deck please", []string{"HL"}, "5h"},
		{"✓", "", "Aiko Nakamura", "You: following up on my note from last week", []string{"PE"}, "1d"},
		{"", "!", "Sam O'Brien", "DUE today 09:00 - \"ping after board meeting\"", []string{"HL"}, "3d"},
		{"", "●", "山田 太郎", "ご連絡ありがとうございます。ぜひ一度お話しさせてください", nil, "3d"},
		{"", "", "Diego García", "Can we move this to January?", []string{"PE"}, "4d"},
		{"", "", "Lena Öztürk", "InMail sent, no reply (12d, credit at risk)", []string{"HL"}, "12d"},
		{"", "", "Pavel Ivanov", "You: great, speak Tuesday", nil, "15d"},
	}
}

// mailRow draws a row as the inbox screen does.
func mailRow(t *theme.Theme, w int, m mail, cursor bool) string {
	bar, name, flag := "", theme.Text, theme.Due
	sign := map[string]string{"●": t.Glyphs.Unread, "!": t.Glyphs.Due, "✓": t.Glyphs.Mark}
	if cursor {
		bar, t = t.Glyphs.Cursor, t.Selected()
	}
	if m.flag == "●" {
		name, flag = theme.Strong, theme.Unread
	}
	var tags [2]string
	copy(tags[:], m.labels)
	return Row(t, w,
		Cell{Text: bar, Role: theme.Accent, Width: 1},
		Cell{Text: sign[m.mark], Role: theme.Mark, Width: 1},
		Cell{Text: sign[m.flag], Role: flag, Width: 1, Gap: 1},
		Cell{Text: m.name, Role: name, Width: 16, Gap: 1},
		Cell{Text: m.text, Role: theme.Dim, Grow: 1, Gap: 1},
		Cell{Text: tags[0], Role: theme.Tint(0), Width: 2, Gap: 1, Drop: 1},
		Cell{Text: tags[1], Role: theme.Tint(1), Width: 2, Gap: 1, Drop: 1},
		Cell{Text: m.age, Role: theme.Dim, Width: 4, Right: true})
}

func inboxHints() []Hint {
	return []Hint{
		{Key: "j/k"},
		{Key: "⏎", Text: "open"},
		{Key: "x", Text: "select"},
		{Key: "e", Text: "archive"},
		{Key: "h", Text: "remind"},
		{Key: "l", Text: "label"},
		{Key: "/", Text: "search"},
		{Key: "ctrl+k", Text: "commands"},
		{Key: "?", Text: "help", Keep: true},
	}
}

func tabs() []Tab {
	return []Tab{
		{"1", "Inbox", "12"},
		{"2", "Hot Leads", "4"},
		{"3", "Employers", "3"},
		{"4", "Waiting", "7"},
		{"5", "Due", "2"},
		{"6", "Invites", "5"},
		{"7", "All", "1,204"},
	}
}

// frame is a whole inbox with the parts of this package.
func frame(t *theme.Theme, w, h int) string {
	meter := "InMail 11/15 " + Meter{Have: 11, Cap: 15, Risk: 1}.Draw(t, 15) + " " + t.Paint(theme.Due, "1 exp 30 Nov")
	rows := inbox()
	listH := h - 6
	previewW := 0
	if w >= 110 {
		previewW = w * 19 / 40
	}
	listW := w - previewW
	at := -1
	if previewW > 0 {
		listW--
		at = listW
	}
	l := List{}.Resize(len(rows), listH).To(0)
	list := l.Draw(listW, listH, 1, func(i int, cursor bool) string { return mailRow(t, listW, rows[i], cursor) })
	preview := t.Paint(theme.Title, " Maria Rossi") + "\n" + t.Paint(theme.Dim, " Head of Platform · Acme · Berlin · 1st")
	return Stack(
		Row(t, w, Cell{Text: " Cordial", Role: theme.Title}, Cell{Grow: 1}, Cell{Text: meter}, Cell{Width: 1}),
		TabBar(t, w, tabs(), 1),
		Rule(t, w, at, true),
		Columns(t, list, listW, preview, previewW, listH),
		Rule(t, w, at, false),
		Toast(t, w, theme.Good, t.Glyphs.Check, "Archived Bob Lee · z undo", "2 selected "),
		Hints(t, w, inboxHints(), "1/8"),
	)
}

func TestFrames(t *testing.T) {
	for name, o := range map[string]theme.Options{
		"unicode": {}, "ascii": {ASCII: true},
		"dark": {Dark: true, Profile: theme.TrueColor}, "light": {Profile: theme.TrueColor},
		"colours16": {Dark: true, Profile: theme.Colors16}, "colours256": {Dark: true, Profile: theme.Colors256},
	} {
		th := theme.New(o)
		for _, size := range []struct {
			name string
			w, h int
		}{{"120x20", 120, 20}, {"80x16", 80, 16}, {"40x15", 40, 15}} {
			t.Run(name+"-"+size.name, func(t *testing.T) {
				got := frame(th, size.w, size.h)
				checkBlock(t, "frame", got, size.w, size.h)
				if o.Profile == theme.None {
					got = ansi.Strip(got)
				}
				golden.RequireEqual(t, got)
			})
		}
	}
}

// A dialog over a frame, as in the drawings of the remind picker.
func TestDialogOverFrame(t *testing.T) {
	th := theme.New(theme.Options{Dark: true, Profile: theme.TrueColor})
	box := Box{
		Title: "Remind me about Maria Rossi", Note: "4 of 61",
		Hints: []Hint{{Key: "⏎", Text: "set"}, {Key: "esc", Text: "cancel"}},
	}
	in := Input{Prompt: "> "}
	in.SetValue("next tue 9am")
	content := Stack(in.View(th, 56), Blank(56, 1), Fit("  → Tue 24 Nov 2026 09:00   in 5 days 18 hours", 56))
	got := Dialog(th, frame(th, 80, 16), 80, 16, box, 60, 7, content)
	checkBlock(t, "dialog", got, 80, 16)
	golden.RequireEqual(t, got)
}

func TestPickerDrawing(t *testing.T) {
	th := theme.New(theme.Options{})
	items := []Item{
		{ID: "a", Text: "Archive conversation", Key: "e"},
		{ID: "b", Text: "Archive all read in this tab", Key: "(no key)"},
		{ID: "c", Text: "Go to archived", Key: "g e"},
		{ID: "d", Text: "InMail", Key: "C", Off: "not needed, you are connected"},
		{ID: "e", Text: "Label…", Key: "l"},
	}
	p := NewPicker(items, contains, 52, 8)
	p.Multi, p.Create = true, "Create"
	for _, k := range press("a", "r", "c", "tab", "down", "down") {
		p.Key(k)
	}
	golden.RequireEqual(t, ansi.Strip(p.View(th)))
}

func TestHelpDrawing(t *testing.T) {
	th := theme.New(theme.Options{})
	groups := []Group{
		{"Triage", []Hint{{Key: "e", Text: "archive"}, {Key: "h", Text: "remind…"}, {Key: "l", Text: "label…"}}},
		{"Move", []Hint{{Key: "j/k", Text: "next, previous"}, {Key: "⏎", Text: "open"}, {Key: "gg G", Text: "top, bottom"}}},
		{"Find", []Hint{{Key: "/", Text: "search or filter"}, {Key: "ctrl+k", Text: "commands"}}},
		{"Person", []Hint{{Key: "o", Text: "open on LinkedIn"}, {Key: "c", Text: "compose", Off: true}}},
	}
	for name, c := range map[string]struct{ w, h, page, pages int }{
		"80x9": {80, 9, 0, 1}, "40x9-page2": {40, 9, 1, 2}, "60x5-page2": {60, 5, 1, 2},
	} {
		t.Run(name, func(t *testing.T) {
			got, pages := Help(th, c.w, c.h, groups, c.page)
			if pages != c.pages {
				t.Errorf("%d pages, want %d", pages, c.pages)
			}
			golden.RequireEqual(t, ansi.Strip(got))
		})
	}
}

// One frame of the inbox as measured in the design: 58 rows of 6 cells.
func BenchmarkFrame58x6(b *testing.B) {
	th := theme.New(theme.Options{Dark: true, Profile: theme.TrueColor})
	rows := inbox()
	l := List{}.Resize(20_000, 58).To(10_000)
	b.ReportAllocs()
	for b.Loop() {
		l.Draw(120, 58, 1, func(i int, cursor bool) string {
			return mailRow(th, 120, rows[i%len(rows)], cursor)
		})
	}
}

func BenchmarkWholeFrame(b *testing.B) {
	th := theme.New(theme.Options{Dark: true, Profile: theme.TrueColor})
	for b.Loop() {
		frame(th, 120, 36)
	}
}

func BenchmarkDialog(b *testing.B) {
	th := theme.New(theme.Options{Dark: true, Profile: theme.TrueColor})
	base := frame(th, 120, 36)
	for b.Loop() {
		Dialog(th, base, 120, 36, Box{Title: "Labels"}, 60, 20, "")
	}
}
