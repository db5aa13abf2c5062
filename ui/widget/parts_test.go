package widget

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"cordial/ui/theme"
)

func plainTheme() *theme.Theme { return theme.New(theme.Options{}) }

func TestRowColumns(t *testing.T) {
	name := Cell{Text: "Maria Rossi", Width: 8, Gap: 1}
	text := Cell{Text: "Re: staff role", Grow: 1, Gap: 1}
	tag := Cell{Text: "HL", Gap: 1, Drop: 1}
	age := Cell{Text: "2h", Width: 3, Right: true}
	for _, c := range []struct {
		w     int
		cells []Cell
		want  string
	}{
		{32, []Cell{name, text, tag, age}, "Maria R… Re: staff role   HL  2h"},
		{24, []Cell{name, text, tag, age}, "Maria R… Re: sta… HL  2h"},
		{16, []Cell{name, text, tag, age}, "Maria R…  HL  2h"},
		{15, []Cell{name, text, tag, age}, "Maria R… R…  2h"},
		{10, []Cell{name, text, tag, age}, "Maria R…  "},
		{4, []Cell{name, text, tag, age}, "Mar…"},
		{6, nil, "      "},
		{6, []Cell{{Text: "ab"}}, "ab    "},
		{9, []Cell{{Text: "a", Grow: 1}, {Text: "b", Grow: 2}}, "a  b     "},
		{8, []Cell{{Text: "a", Grow: 1}, {Text: "b", Grow: 2}}, "a b     "},
		{7, []Cell{{Text: "abc", Width: 3}, {Grow: 1}, {Text: "世界"}}, "abc世界"},
		{8, []Cell{{Text: "first", Drop: 1}, {Text: "second", Drop: 2}}, "first   "},
		{8, []Cell{{Text: "first", Drop: 2}, {Text: "second", Drop: 1}}, "second  "},
	} {
		got := ansi.Strip(Row(plainTheme(), c.w, c.cells...))
		if want := Fit(c.want, c.w); got != want {
			t.Errorf("%d: %q, want %q", c.w, got, want)
		}
	}
}

// Every cell of a selected row, gaps and blanks included, wears its background.
func TestSelectedRowIsWholeRow(t *testing.T) {
	th := theme.New(theme.Options{Dark: true, Profile: theme.TrueColor}).Selected()
	row := Row(th, 60, Cell{Text: "a", Width: 3, Gap: 2}, Cell{Text: "b", Role: theme.Dim, Grow: 1, Gap: 1}, Cell{Text: "c", Role: theme.Due})
	for _, part := range strings.Split(row, "\x1b[m") {
		if part != "" && !strings.Contains(part, "48;2;") {
			t.Errorf("without background: %q", part)
		}
	}
}

func TestMeter(t *testing.T) {
	for _, c := range []struct {
		m    Meter
		w    int
		want string
	}{
		{Meter{11, 15, 0}, 15, "███████████░░░░"},
		{Meter{11, 15, 1}, 15, "██████████▓░░░░"},
		{Meter{0, 15, 0}, 5, "░░░░░"},
		{Meter{15, 15, 0}, 5, "█████"},
		{Meter{14, 15, 0}, 5, "████░"},
		{Meter{1, 150, 0}, 5, "█░░░░"},
		{Meter{150, 150, 1}, 5, "████▓"},
		{Meter{20, 15, 0}, 4, "████"},
		{Meter{3, 3, 3}, 3, "▓▓▓"},
		{Meter{2, 3, 9}, 3, "▓▓░"},
		{Meter{1, 9, 1}, 3, "▓░░"},
		{Meter{5, 0, 0}, 3, "███"},
		{Meter{0, 0, 0}, 3, "░░░"},
		{Meter{-2, 5, -1}, 3, "░░░"},
		{Meter{1, 2, 0}, 1, "█"},
		{Meter{1, 2, 1}, 1, "▓"},
		{Meter{1, 2, 0}, 0, ""},
	} {
		if got := ansi.Strip(c.m.Draw(plainTheme(), c.w)); got != c.want {
			t.Errorf("%+v at %d: %q, want %q", c.m, c.w, got, c.want)
		}
	}
}

// More credits never draw a shorter bar, and neither end lies.
func TestMeterNeverLies(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, limit := rapid.IntRange(2, 60).Draw(t, "w"), rapid.IntRange(1, 1_000_000).Draw(t, "cap")
		have := rapid.IntRange(0, limit-1).Draw(t, "have")
		less, _ := Meter{Have: have, Cap: limit}.cells(w)
		more, _ := Meter{Have: have + 1, Cap: limit}.cells(w)
		if less > more || less == w || (have > 0) != (less > 0) || more == 0 {
			t.Fatalf("%d of %d fills %d of %d cells, one more %d", have, limit, less, w, more)
		}
	})
}

func TestTabBar(t *testing.T) {
	for _, c := range []struct {
		w, active int
		want      string
	}{
		{96, 1, " 1 Inbox 12  [2 Hot Leads 4]  3 Employers 3  4 Waiting 7  5 Due 2  6 Invites 5  7 All 1,204"},
		{80, 1, " 1 Inbox 12  [2 Hot Leads 4]  3 Employers 3  4 Waiting 7  5 Due 2  6 Invites 5 ›"},
		{70, 0, " [1 Inbox 12]  2 Hot Leads 4  3 Employers 3  4 Waiting 7  5 Due 2    ›"},
		{70, 6, "‹ 3 Employers 3  4 Waiting 7  5 Due 2  6 Invites 5  [7 All 1,204]"},
		{70, 99, "‹ 3 Employers 3  4 Waiting 7  5 Due 2  6 Invites 5  [7 All 1,204]"},
		{40, 1, " ‹ Hot Leads 4 (2/7) ›"},
		{12, 1, " ‹ Hot Lead…"},
	} {
		got := ansi.Strip(TabBar(plainTheme(), c.w, tabs(), c.active))
		if want := Fit(c.want, c.w); got != want {
			t.Errorf("%d, tab %d:\n%q, want\n%q", c.w, c.active, got, want)
		}
	}
	if got := TabBar(plainTheme(), 3, nil, 0); got != "   " {
		t.Errorf("no tabs: %q", got)
	}
}

// Whatever the width, the active tab is in the bar.
func TestActiveTabIsInView(t *testing.T) {
	for w := 30; w < 130; w++ {
		for active, tab := range tabs() {
			if bar := ansi.Strip(TabBar(plainTheme(), w, tabs(), active)); !strings.Contains(bar, tab.Name) {
				t.Errorf("%d wide: %q lacks %s", w, bar, tab.Name)
			}
		}
	}
}

func TestHints(t *testing.T) {
	hints := inboxHints()
	for _, c := range []struct {
		w    int
		tail string
		want string
	}{
		{100, "1/4", " j/k  ⏎ open  x select  e archive  h remind  l label  / search  ctrl+k commands  ? help         1/4 "},
		{60, "", " j/k  ⏎ open  x select  e archive  h remind  l label  ? help"},
		{22, "", " j/k  ⏎ open  ? help"},
		{8, "", " ? help"},
		{6, "", " j/k"},
		{3, "1/4", ""},
	} {
		if got := ansi.Strip(Hints(plainTheme(), c.w, hints, c.tail)); got != Fit(c.want, c.w) {
			t.Errorf("%d: %q, want %q", c.w, got, c.want)
		}
	}
}

func TestBox(t *testing.T) {
	b := Box{Title: "Sent?", Note: "2 left", Hints: []Hint{{Key: "y", Text: "yes"}, {Key: "n", Text: "no"}}}
	for _, c := range []struct {
		w, h int
		want string
	}{
		{30, 4, "╭─ Sent? ─────────── 2 left ─╮\n│ one                        │\n│ two                        │\n╰─ y yes · n no ─────────────╯"},
		{20, 3, "╭─ Sent? ──────────╮\n│ one              │\n╰─ y yes · n no ───╯"},
		{14, 3, "╭─ Sent? ────╮\n│ one        │\n╰─ y yes ────╯"},
		{9, 3, "╭─ Se… ─╮\n│ one   │\n╰───────╯"},
		{6, 3, "╭────╮\n│ o… │\n╰────╯"},
		{5, 3, "╭───╮\n│ … │\n╰───╯"},
		{4, 3, "one \ntwo \n    "},
		{9, 2, "one      \ntwo      "},
	} {
		if got := ansi.Strip(b.Draw(plainTheme(), c.w, c.h, "one\ntwo")); got != c.want {
			t.Errorf("%d×%d:\n%s\nwant\n%s", c.w, c.h, got, c.want)
		}
	}
	if w, h := b.Inner(30, 4); w != 26 || h != 2 {
		t.Errorf("inner %d×%d", w, h)
	}
	if w, h := b.Inner(2, 1); w != 0 || h != 0 {
		t.Errorf("inner of nothing %d×%d", w, h)
	}
}

func TestPanel(t *testing.T) {
	got := ansi.Strip(Panel(plainTheme(), 24, 3, "g … go to", " i inbox\n a all"))
	if want := "─ g … go to ────────────\n i inbox                \n a all                  "; got != want {
		t.Errorf("\n%s\nwant\n%s", got, want)
	}
}

func TestOverlay(t *testing.T) {
	for _, c := range []struct {
		what, base, box string
		x, y            int
		want            string
	}{
		{"inside", "abcdef\nghijkl", "XY", 2, 1, "abcdef\nghXYkl"},
		{"at the left", "abcdef", "XY", -1, 0, "Ybcdef"},
		{"at the right", "abcdef", "XYZ", 4, 0, "abcdXY"},
		{"outside", "abcdef", "XY", 6, 0, "abcdef"},
		{"below", "abcdef", "XY", 0, 1, "abcdef"},
		{"above", "abcdef", "XY\nZW", 0, -1, "ZWcdef"},
		{"wide cut on both sides", "世界世界", "XY", 3, 0, "世 XY 界"},
		{"wide cut at the left edge", "世界世界", "X", 0, 0, "X 界世界"},
		{"wide cut at the right edge", "世界世界", "X", 7, 0, "世界世 X"},
		{"wide box cut", "abcdef", "世界", 3, 0, "abc世 "},
		{"emoji below", "👩‍💻👩‍💻👩‍💻", "|", 3, 0, "👩‍💻 |👩‍💻"},
		{"empty box", "abc", "", 1, 0, "abc"},
	} {
		if got := ansi.Strip(Overlay(c.base, c.box, c.x, c.y)); got != c.want {
			t.Errorf("%s: %q, want %q", c.what, got, c.want)
		}
	}
}

// Colours of the base go on behind the box, and don't leak into it.
func TestOverlayKeepsColours(t *testing.T) {
	got := Overlay("\x1b[31mabcdef\x1b[m", "XY", 2, 0)
	screen := map[rune]bool{} // is it red?
	red := false
	for s := got; s != ""; {
		if n := colour(s); s[0] == '\x1b' && n > 0 {
			red = s[:n] == "\x1b[31m"
			s = s[n:]
			continue
		}
		screen[rune(s[0])] = red
		s = s[1:]
	}
	for r, want := range map[rune]bool{'a': true, 'b': true, 'X': false, 'Y': false, 'e': true, 'f': true} {
		if screen[r] != want {
			t.Errorf("%c: red is %v in %q", r, screen[r], got)
		}
	}
}

func TestStackAndColumns(t *testing.T) {
	if got := Stack("a", "", "b\nc"); got != "a\nb\nc" {
		t.Errorf("Stack: %q", got)
	}
	if got := ansi.Strip(Columns(plainTheme(), "a\nb", 2, "c", 3, 2)); got != "a │c  \nb │   " {
		t.Errorf("Columns: %q", got)
	}
	if got := Columns(plainTheme(), "a", 2, "x", 0, 1); got != "a " {
		t.Errorf("left alone: %q", got)
	}
	if got := Columns(plainTheme(), "a", 0, "x", 2, 1); got != "x " {
		t.Errorf("right alone: %q", got)
	}
	if got := ansi.Strip(Rule(plainTheme(), 5, 2, true) + Rule(plainTheme(), 5, 2, false) + Rule(plainTheme(), 3, -1, true)); got != "──┬────┴─────" {
		t.Errorf("Rule: %q", got)
	}
}

func TestHighlight(t *testing.T) {
	th := theme.New(theme.Options{Profile: theme.Colors16, Dark: true})
	hit := func(s string) string { return th.Paint(theme.Match, s) }
	for _, c := range []struct {
		text string
		at   []int
		want string
	}{
		{"Archive", nil, "Archive"},
		{"Archive", []int{0, 1, 2}, hit("Arc") + "hive"},
		{"Archive", []int{6}, "Archiv" + hit("e")},
		{"Jürgen", []int{1, 3}, "J" + hit("ü") + "r" + hit("g") + "en"},
		{"e\u0301a", []int{1}, hit("e\u0301") + "a"},
		{"ab", []int{5}, "ab"},
	} {
		if got := Highlight(th, theme.Text, c.text, c.at); got != c.want {
			t.Errorf("%q %v: %q, want %q", c.text, c.at, got, c.want)
		}
	}
}

func pickerOf(texts ...string) *Picker {
	items := make([]Item, 0, len(texts))
	for _, s := range texts {
		items = append(items, Item{ID: strings.ToLower(s), Text: s})
	}
	return NewPicker(items, contains, 30, 8)
}

func (p *Picker) send(names ...string) PickEvent {
	last := PickIgnored
	for _, k := range press(names...) {
		last = p.Key(k)
	}
	return last
}

func TestPickerPicksOne(t *testing.T) {
	p := pickerOf("Hot Leads", "Potential Employers", "Old")
	if got := p.send("e", "enter"); got != PickDone || !slices.Equal(p.Chosen(), []string{"hot leads"}) {
		t.Errorf("%d %v", got, p.Chosen())
	}
	if got := p.send("down", "enter"); got != PickDone || !slices.Equal(p.Chosen(), []string{"potential employers"}) {
		t.Errorf("%d %v", got, p.Chosen())
	}
	if got := p.send("z", "enter"); got != PickChanged || p.Chosen() != nil {
		t.Errorf("nothing matches: %d %v", got, p.Chosen())
	}
	if got := p.send("esc"); got != PickCancelled {
		t.Errorf("esc: %d", got)
	}
	if got := p.send("f5"); got != PickIgnored {
		t.Errorf("f5: %d", got)
	}
	if got := p.send("tab"); got != PickIgnored {
		t.Errorf("tab without Multi: %d", got)
	}
}

func TestPickerMarksSeveral(t *testing.T) {
	p := pickerOf("a", "b", "c")
	p.Multi = true
	p.SetMarked("c")
	p.send("tab", "tab") // marks a and b, ends on c
	if got := p.Marked(); !slices.Equal(got, []string{"a", "b", "c"}) {
		t.Errorf("%v", got)
	}
	p.send("tab") // unmarks c
	if p.send("enter") != PickDone || !slices.Equal(p.Chosen(), []string{"a", "b"}) {
		t.Errorf("%v", p.Chosen())
	}
	p.send("b") // filtering keeps marks
	if !slices.Equal(p.Chosen(), []string{"a", "b"}) {
		t.Errorf("%v", p.Chosen())
	}
}

func TestPickerCreates(t *testing.T) {
	p := pickerOf("Hot Leads", "Hot")
	p.Create = "Create"
	if p.send("h", "o", "t"); p.rows() != 2 {
		t.Errorf("offers to create what there is: %d rows", p.rows())
	}
	p.send("t", "e", "r")
	if got := p.send("enter"); got != PickDone || p.Created() != "hotter" || p.Chosen() != nil {
		t.Errorf("%d %q %v", got, p.Created(), p.Chosen())
	}
	p.Input.SetValue("  ")
	if p.SetItems(nil); p.Created() != "" {
		t.Errorf("created %q", p.Created())
	}
}

func TestPickerRefusesWithAReason(t *testing.T) {
	p := NewPicker([]Item{{ID: "c", Text: "InMail", Off: "you are connected"}}, contains, 40, 5)
	if got := p.send("enter"); got != PickRefused || p.Reason() != "you are connected" {
		t.Errorf("%d %q", got, p.Reason())
	}
	if !strings.Contains(ansi.Strip(p.View(plainTheme())), "you are connected") {
		t.Error("the reason is not shown")
	}
	p.Multi = true
	if p.send("tab"); len(p.Marked()) != 0 {
		t.Error("marked what is off")
	}
}

func TestPickerShowsCursorInLongLists(t *testing.T) {
	var texts []string
	for i := range 50 {
		texts = append(texts, strings.Repeat("x", i+1))
	}
	p := pickerOf(texts...)
	p.send("pgdown", "pgdown", "down")
	got := ansi.Strip(p.View(plainTheme()))
	it, _ := p.Current()
	if !strings.Contains(got, "▌ "+Fit(it.Text, 20)[:5]) {
		t.Errorf("cursor on %q, shown\n%s", it.Text, got)
	}
}
