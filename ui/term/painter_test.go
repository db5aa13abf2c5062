package term

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"
)

// glass is a terminal that understands what a Painter writes.
type glass struct {
	mu    sync.Mutex
	lines map[int]string
	alt   bool // it shows the alternate screen
	drawn int  // lines that were written
	all   strings.Builder
}

// Write takes frames, and WriteString the controls around them.
func (g *glass) Write(p []byte) (int, error) { return g.WriteString(string(p)) }

func (g *glass) WriteString(s string) (int, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.all.WriteString(s)
	for _, part := range regexp.MustCompile(`\x1b\[\??\d*[a-zA-Z][^\x1b]*`).FindAllString(s, -1) {
		switch code := regexp.MustCompile(`^\x1b\[\??\d*[a-zA-Z]`).FindString(part); {
		case code == "\x1b[?1049h":
			g.alt = true
		case code == "\x1b[?1049l":
			g.alt = false
		case code == "\x1b[2J":
			g.lines = map[int]string{}
		case strings.HasSuffix(code, "H") && !strings.Contains(code, "?"):
			row, _ := strconv.Atoi(code[2 : len(code)-1])
			g.lines[row] = part[len(code):]
			g.drawn++
		}
	}
	return len(s), nil
}

// screen is what the glass shows.
func (g *glass) screen(h int) string {
	var lines []string
	for row := 1; row <= h; row++ {
		lines = append(lines, g.lines[row])
	}
	return strings.Join(lines, "\n")
}

// idle is a painter whose goroutine draws only when the test says so.
func idle(g *glass) *Painter {
	p := &Painter{out: g, wake: make(chan struct{}, 1), stop: make(chan struct{}), done: make(chan struct{})}
	close(p.done)
	return p
}

// Whatever is shown in whatever order: the screen is the frame shown last, and only
// lines that differ were written.
func TestPainterShowsTheLastFrame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := &glass{lines: map[int]string{}}
		p := idle(g)
		p.Resume()
		frame, h := "", 0
		for range rapid.IntRange(1, 20).Draw(t, "steps") {
			switch rapid.IntRange(0, 6).Draw(t, "step") {
			case 0:
				p.Clear()
			case 1:
				p.Pause()
				p.Resume()
			case 2:
				h = 0 // another size
			}
			if h == 0 {
				h = rapid.IntRange(1, 5).Draw(t, "h")
			}
			lines := rapid.SliceOfN(rapid.SampledFrom([]string{"a", "b", "c"}), h, h).Draw(t, "lines")
			frame = strings.Join(lines, "\n")
			p.Show(frame)
			if rapid.Bool().Draw(t, "drawn") {
				p.draw()
			}
		}
		p.draw()
		if got := g.screen(h); got != frame {
			t.Fatalf("the screen shows %q, want %q", got, frame)
		}
		before := g.drawn
		p.Show(frame)
		p.draw()
		if g.drawn != before {
			t.Fatal("a frame that is shown already was drawn again")
		}
	})
}

func TestPainterDrawsOnlyWhatDiffers(t *testing.T) {
	g := &glass{lines: map[int]string{}}
	p := idle(g)
	p.Resume()
	p.Show("one\ntwo\nthree")
	p.draw()
	if g.drawn != 3 || !g.alt {
		t.Fatalf("%d lines were drawn at first, alternate screen %v", g.drawn, g.alt)
	}
	p.Show("one\nTWO\nthree")
	p.draw()
	if g.drawn != 4 || g.screen(3) != "one\nTWO\nthree" {
		t.Errorf("%d lines were drawn, and the screen shows %q", g.drawn-3, g.screen(3))
	}
	p.Clear()
	p.draw()
	if g.drawn != 7 {
		t.Errorf("%d lines were drawn afresh, want 3", g.drawn-4)
	}
}

// Between Pause and Resume the terminal is somebody else's.
func TestPainterKeepsOff(t *testing.T) {
	g := &glass{lines: map[int]string{}}
	p := idle(g)
	p.Show("early")
	p.draw()
	if g.all.Len() > 0 {
		t.Errorf("before Resume it wrote %q", g.all.String())
	}
	p.Pause()
	if g.all.Len() > 0 {
		t.Errorf("a terminal that was not taken was given back: %q", g.all.String())
	}
	p.Resume()
	p.draw()
	p.Pause()
	before := g.all.Len()
	p.Show("late")
	p.draw()
	if g.all.Len() != before || g.alt {
		t.Errorf("after Pause it wrote %q", g.all.String()[before:])
	}
	p.Resume()
	p.draw()
	if g.screen(1) != "late" {
		t.Errorf("after Resume the screen shows %q", g.screen(1))
	}
}

// The painter's own goroutine draws what is shown, and ends.
func TestPainterRuns(t *testing.T) {
	g := &glass{lines: map[int]string{}}
	p := NewPainter(g)
	p.Resume()
	for i := range 100 {
		p.Show(fmt.Sprint("frame ", i))
	}
	for {
		g.mu.Lock()
		shown := g.lines[1]
		g.mu.Unlock()
		if shown == "frame 99" {
			break
		}
	}
	p.Close()
	if g.alt {
		t.Error("the alternate screen stayed")
	}
}
