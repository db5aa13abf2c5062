package term

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// cell is what a terminal shows in one place.
type cell struct {
	text  string // empty in the second half of a wide sign
	style string // the sequences since the last reset
}

// grid is a terminal that knows what the painter writes, and objects to the rest.
type grid struct {
	w, h  int
	cells [][]cell
	x, y  int // of the cursor; x is w after a sign in the last column
	style string
	modes map[string]bool
	plain strings.Builder // what was written outside the other screen
	wrong []string        // what was never to be written
	syncs int             // synchronized updates that have ended
}

func newGrid(w, h int) *grid {
	g := &grid{modes: map[string]bool{"?25": true, "?7": true}}
	g.resize(w, h)
	return g
}

// resize keeps what fits, as terminals do on their other screen.
func (g *grid) resize(w, h int) {
	cells := make([][]cell, h)
	for y := range cells {
		cells[y] = slices.Repeat([]cell{{text: " "}}, w)
		if y < len(g.cells) {
			copy(cells[y], g.cells[y])
		}
	}
	g.w, g.h, g.cells = w, h, cells
	g.x, g.y = min(g.x, w-1), min(g.y, h-1)
}

// Write takes in what a program writes. Sequences must not be cut in two.
func (g *grid) Write(b []byte) (int, error) {
	s := string(b)
	var state byte
	for s != "" {
		seq, width, n, next := ansi.DecodeSequence(s, state, nil)
		state, s = next, s[n:]
		switch {
		case strings.HasPrefix(seq, "\x1b["):
			g.control(seq[2:len(seq)-1], seq[len(seq)-1])
		case !g.modes["?1049"]:
			g.plain.WriteString(seq)
		case width == 0:
			g.object("%q", seq)
		default:
			g.put(seq, width)
		}
	}
	return len(b), nil
}

func (g *grid) object(format string, args ...any) {
	if len(g.wrong) > 20 {
		return
	}
	g.wrong = append(g.wrong, fmt.Sprintf(format, args...))
}

// control does what a sequence says.
func (g *grid) control(params string, final byte) {
	row, column, _ := strings.Cut(params, ";")
	switch final {
	case 'H':
		g.y, g.x = number(row)-1, number(column)-1
		if g.y >= g.h || g.x >= g.w {
			g.object("cursor to %s on %d×%d", params, g.w, g.h)
			g.y, g.x = min(g.y, g.h-1), min(g.x, g.w-1)
		}
	case 'G':
		g.x = min(number(params), g.w) - 1
	case 'K':
		from := min(g.x, g.w-1)
		if params == "2" {
			from = 0
		}
		for x := from; x < g.w; x++ {
			g.cells[g.y][x] = cell{text: " ", style: g.style}
		}
	case 'm':
		g.style += params + "m"
		if params == "" {
			g.style = ""
		}
	case 'h', 'l':
		g.mode(params, final == 'h')
	default:
		g.object("sequence %q%c", params, final)
	}
}

func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 1
	}
	return n
}

func (g *grid) mode(name string, on bool) {
	switch {
	case name == "?1049" && on && !g.modes[name]:
		for y := range g.cells {
			g.cells[y] = slices.Repeat([]cell{{text: " "}}, g.w)
		}
	case name == "?2026" && !on && g.modes[name]:
		g.syncs++
	}
	g.modes[name] = on
}

// put draws a sign where the cursor is. It must not come to a wrap or a scroll.
func (g *grid) put(text string, width int) {
	if g.modes["?7"] {
		g.object("%q with wrapped lines", text)
	}
	if g.modes["?25"] || !g.modes["?2026"] {
		g.object("%q with a cursor, or not at once", text)
	}
	g.x = min(g.x, g.w-width)
	if g.x < 0 {
		g.x = 0
		return
	}
	g.cells[g.y][g.x] = cell{text, g.style}
	for i := 1; i < width; i++ {
		g.cells[g.y][g.x+i] = cell{style: g.style}
	}
	g.x += width
}

// lines is what can be read.
func (g *grid) lines() []string {
	lines := make([]string, g.h)
	for y, row := range g.cells {
		for _, c := range row {
			lines[y] += c.text
		}
		lines[y] = strings.TrimRight(lines[y], " ")
	}
	return lines
}

// text is what can be read, without blank lines at the end.
func (g *grid) text() string { return strings.TrimRight(strings.Join(g.lines(), "\n"), "\n") }

// pictured is the grid that shows exactly a frame: its lines from the left, in
// their own styles, and nothing else.
func pictured(f frame) [][]cell {
	g := newGrid(f.w, f.h)
	for y, line := range f.lines() {
		g.modes["?1049"], g.modes["?2026"], g.modes["?7"], g.modes["?25"] = true, true, false, false
		g.x, g.y, g.style = 0, y, ""
		_, _ = g.Write([]byte(line))
	}
	return g.cells
}

// usual tells whether a terminal is as the shell knows it.
func (g *grid) usual() error {
	for mode, want := range map[string]bool{
		"?25": true, "?7": true, "?1049": false, "?2004": false, "?1004": false, "?2026": false,
	} {
		if g.modes[mode] != want {
			return fmt.Errorf("mode %s is %t", mode, g.modes[mode])
		}
	}
	if g.style != "" {
		return fmt.Errorf("style %q is left", g.style)
	}
	return nil
}
