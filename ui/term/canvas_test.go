package term

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

// show draws a frame on a terminal and compares.
func show(t rapid.TB, c *canvas, g *grid, f frame) {
	t.Helper()
	b := c.draw(f)
	_, _ = g.Write(b)
	if len(g.wrong) > 0 {
		t.Fatalf("%q wrote what it must not: %v", b, g.wrong)
	}
	if g.modes["?2026"] {
		t.Fatalf("%q ends within an update", b)
	}
	want := pictured(f)
	for y := range want {
		if !slices.Equal(g.cells[y], want[y]) {
			t.Fatalf("line %d of %q:\n%v, want\n%v\nby %q", y, f.view, g.cells[y], want[y], b)
		}
	}
}

// line is a line of words and styles that fits.
func line(t *rapid.T, w int) string {
	words := rapid.SliceOfN(rapid.SampledFrom([]string{
		"a", "bc", " ", "    ", "│", "…", "é", "रो", "健", "👩‍🚀", "G", "\x1b[31m", "\x1b[1;48;5;23m", "\x1b[m",
	}), 0, 12).Draw(t, "words")
	var b strings.Builder
	room := w
	for _, word := range words {
		if room -= ansi.StringWidth(word); room < 0 {
			break
		}
		b.WriteString(word)
	}
	if rapid.Bool().Draw(t, "filled") {
		b.WriteString(strings.Repeat("x", max(0, room)))
	}
	return Pin(b.String())
}

// next is a frame like the last one but for some lines, or a quite different one.
func nextFrame(t *rapid.T, last frame) frame {
	f := frame{w: last.w, h: last.h}
	if rapid.IntRange(0, 3).Draw(t, "resized") == 0 {
		f.w, f.h = rapid.IntRange(1, 12).Draw(t, "w"), rapid.IntRange(1, 5).Draw(t, "h")
	}
	lines := last.lines()
	if f.w != last.w {
		lines = nil
	}
	for y := range f.h {
		switch {
		case y >= len(lines):
			lines = append(lines, line(t, f.w))
		case rapid.Bool().Draw(t, "changed"):
			lines[y] = line(t, f.w)
		}
	}
	n := rapid.IntRange(0, f.h+1).Draw(t, "lines") // a view may have too few
	f.view = strings.Join(lines[:min(n, len(lines))], "\n")
	return f
}

// Whatever frames come one after another, in whatever sizes, and whatever happens
// to the terminal between them: it shows the last one, exactly.
func TestCanvasShowsTheFrame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, g := &canvas{}, newGrid(1, 1)
		f := frame{w: 1, h: 1}
		for range rapid.IntRange(1, 8).Draw(t, "frames") {
			f = nextFrame(t, f)
			if g.w != f.w || g.h != f.h {
				g.resize(f.w, f.h)
			}
			switch rapid.IntRange(0, 9).Draw(t, "between") {
			case 0: // somebody else draws, and the user asks for a redraw
				g.cells[0][0], g.modes["?7"], g.modes["?25"] = cell{text: "!"}, true, true
				c.intact = false
			case 1:
				_, _ = g.Write(c.leave())
				if err := g.usual(); err != nil {
					t.Fatal(err)
				}
			}
			show(t, c, g, f)
		}
	})
}

func TestCanvasWritesOnlyWhatChanges(t *testing.T) {
	c, g := &canvas{}, newGrid(20, 3)
	show(t, c, g, frame{"one\ntwo\nthree", 20, 3})
	tests := []struct{ view, want string }{
		{"one\ntwo\nthree", ""},
		{"one\n2\nthree", "\x1b[2H\x1b[K2"},
		{"\x1b[1mone\x1b[m x\n2\nthree", "\x1b[1H\x1b[K\x1b[1mone\x1b[m x"},
		{"\x1b[1mone\x1b[m y\n2\nthree", "\x1b[1;4H\x1b[K y"},
		{"\x1b[1mone\x1b[m y\n\x1b[2m2\nthree", "\x1b[2H\x1b[K\x1b[2m2\x1b[m"},
		{"\x1b[1mone\x1b[m\n\x1b[2m2", "\x1b[1;4H\x1b[K\x1b[3H\x1b[K"},
	}
	for _, tt := range tests {
		want := tt.want
		if want != "" {
			want = "\x1b[?2026h" + want + "\x1b[?2026l"
		}
		f := frame{tt.view, 20, 3}
		if got := string((&canvas{lines: c.lines, w: 20, h: 3, intact: true, entered: true}).draw(f)); got != want {
			t.Errorf("%q: wrote %q, want %q", tt.view, got, want)
		}
		show(t, c, g, f)
	}
}

func TestCanvasEntersOnceAndLeavesOnce(t *testing.T) {
	c := &canvas{}
	if b := c.leave(); b != nil {
		t.Errorf("left before it entered: %q", b)
	}
	f := frame{"x", 1, 1}
	if got, want := string(c.draw(f)), "\x1b[?1049h"+setScreen+"\x1b[?2026h\x1b[1H\x1b[Kx\x1b[?2026l"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	c.intact = false
	if got, want := string(c.draw(f)), setScreen+"\x1b[?2026h\x1b[1H\x1b[Kx\x1b[?2026l"; got != want {
		t.Errorf("redrawing: %q, want %q", got, want)
	}
	if got := string(c.leave()); got != resetScreen {
		t.Errorf("leaving: %q", got)
	}
	if b := c.leave(); b != nil {
		t.Errorf("left twice: %q", b)
	}
}

// What stands already is passed over only where it surely does.
func TestShared(t *testing.T) {
	tests := []struct {
		old, line string
		n, cells  int
	}{
		{"", "a", 0, 0},
		{"\x1b[1ma\x1b[mb", "\x1b[1ma\x1b[mc", 8, 1},
		{"ab", "ac", 0, 0},                                         // no style has ended
		{"\x1b[1ma\x1b[m\x1b[2mb", "\x1b[1ma\x1b[m\x1b[2mc", 8, 1}, // before the style begins
		{"\x1b[1mरो\x1b[mb", "\x1b[1mरो\x1b[mc", 0, 0},
		{"\x1b[1mरो G\x1b[mb", "\x1b[1mरो G\x1b[mc", 0, 0},
		{"\x1b[1mरो   \x1b[5GG\x1b[mb", "\x1b[1mरो   \x1b[5GG\x1b[mc", 21, 5},
		{"\x1b[1m" + strings.Repeat("a", 10) + "\x1b[mb", "\x1b[1m" + strings.Repeat("a", 10) + "\x1b[mc", 0, 0},
		{"\x1b]8;;u\x1b\\a\x1b[mb", "\x1b]8;;u\x1b\\a\x1b[mc", 0, 0},
	}
	for _, tt := range tests {
		if n, cells := shared(tt.old, tt.line, 10); n != tt.n || cells != tt.cells {
			t.Errorf("%q and %q share %d bytes in %d cells, want %d in %d", tt.old, tt.line, n, cells, tt.n, tt.cells)
		}
	}
}

func BenchmarkCanvas(b *testing.B) {
	a, z := strings.Repeat("\x1b[1mname\x1b[m   text │ \x1b[2mpreview\x1b[m\n", 36), strings.Repeat("\x1b[1mname\x1b[m   text │ \x1b[2manother\x1b[m\n", 36)
	c := &canvas{}
	for b.Loop() {
		c.draw(frame{a, 120, 36})
		c.draw(frame{z, 120, 36})
	}
}
