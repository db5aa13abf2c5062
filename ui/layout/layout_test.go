package layout

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"
)

// parts are the rectangles of a frame by the name of their field.
func parts(frame any) map[string]Rect {
	found := map[string]Rect{}
	v := reflect.ValueOf(frame)
	for i := range v.NumField() {
		if r, ok := v.Field(i).Interface().(Rect); ok {
			found[v.Type().Field(i).Name] = r
		}
	}
	return found
}

// tiles fails unless the parts cover each cell of w×h exactly once.
func tiles(t *testing.T, what string, frame any, w, h int) {
	t.Helper()
	cells := make([]byte, w*h)
	for name, r := range parts(frame) {
		if r.Empty() {
			continue
		}
		if r.X < 0 || r.Y < 0 || r.X+r.W > w || r.Y+r.H > h {
			t.Fatalf("%s at %d×%d: %s %+v sticks out", what, w, h, name, r)
		}
		for y := r.Y; y < r.Y+r.H; y++ {
			for x := r.X; x < r.X+r.W; x++ {
				cells[y*w+x]++
			}
		}
	}
	for i, n := range cells {
		if n != 1 {
			t.Fatalf("%s at %d×%d: cell (%d, %d) is covered %d times", what, w, h, i%w, i/w, n)
		}
	}
}

// Every frame tiles the screen at every size from 0 to 200 in both directions.
func TestFramesTileTheScreen(t *testing.T) {
	step := 1
	if testing.Short() {
		step = 7
	}
	for w := 0; w <= 200; w += step {
		for h := 0; h <= 60; h++ {
			for _, p := range []Preview{Auto, Off, Below, Right} {
				tiles(t, fmt.Sprint("inbox ", p), InboxFrame(w, h, p), w, h)
			}
			tiles(t, "thread", ThreadFrame(w, h, 6, h%2 == 0), w, h)
			tiles(t, "page", PageFrame(w, h, PageOpen{SidePercent: 50, Toast: h%2 == 1}), w, h)
		}
	}
	for _, size := range [][2]int{{200, 200}, {40, 200}, {109, 200}, {110, 200}, {-1, 5}, {5, -1}} {
		w, h := max(0, size[0]), max(0, size[1])
		tiles(t, "inbox", InboxFrame(size[0], size[1], Auto), w, h)
		tiles(t, "thread", ThreadFrame(size[0], size[1], 2, false), w, h)
	}
}

// What a screen needs to work is there at every size that isn't too small.
func TestEssentialPartsHaveRoom(t *testing.T) {
	for w := MinWidth; w <= 200; w += 3 {
		for h := MinHeight; h <= 60; h++ {
			for _, p := range []Preview{Auto, Off, Below, Right} {
				f := InboxFrame(w, h, p)
				if f.List.H < minListLines || f.List.W < minList || f.Hints.H != 1 || f.Toast.H != 1 || f.Tabs.H != 1 {
					t.Fatalf("inbox %v at %d×%d: %+v", p, w, h, f)
				}
				if f.Place != Off && (f.Preview.W < minPreview || f.Preview.H < minBelowLines) {
					t.Fatalf("inbox %v at %d×%d: preview %+v", p, w, h, f.Preview)
				}
				if (f.Place == Off) != f.Preview.Empty() {
					t.Fatalf("inbox %v at %d×%d: place %v, preview %+v", p, w, h, f.Place, f.Preview)
				}
			}
			if f := ThreadFrame(w, h, 99, true); f.Main.H < 3 || f.Main.W < 40 || f.Toast.H != 1 {
				t.Fatalf("thread at %d×%d: %+v", w, h, f)
			}
		}
	}
}

// Screen rule 1, line by line.
func TestSizeClasses(t *testing.T) {
	for _, c := range []struct {
		w, h  int
		class Class
		place Preview
		rows  int
	}{
		{39, 50, TooSmall, Off, 1},
		{120, 11, TooSmall, Off, 1},
		{40, 12, Narrow, Off, 2},
		{59, 60, Narrow, Off, 2},
		{60, 19, Medium, Off, 1},
		{60, 20, Medium, Below, 1},
		{109, 20, Medium, Below, 1},
		{110, 12, Wide, Right, 1},
		{400, 90, Wide, Right, 1},
	} {
		f := InboxFrame(c.w, c.h, Auto)
		if f.Class != c.class || f.Place != c.place || f.RowHeight != c.rows {
			t.Errorf("%d×%d: class %d, preview %d, rows of %d", c.w, c.h, f.Class, f.Place, f.RowHeight)
		}
		if share := 100 * f.Preview.W / c.w; f.Place == Right && (share < 45 || share > 50) {
			t.Errorf("%d×%d: preview of %d %%", c.w, c.h, share)
		}
	}
}

func TestUserOverride(t *testing.T) {
	for _, c := range []struct {
		w, h int
		want Preview
		got  Preview
	}{
		{120, 36, Below, Below},
		{120, 36, Off, Off},
		{80, 24, Right, Right},
		{80, 24, Off, Off},
		{60, 24, Right, Right},
		{40, 24, Right, Off},
		{45, 30, Below, Below},
		{80, 13, Below, Below},
		{80, 12, Below, Off},
		{30, 8, Right, Off},
	} {
		if got := InboxFrame(c.w, c.h, c.want).Place; got != c.got {
			t.Errorf("%d×%d, wanted %d: got %d, want %d", c.w, c.h, c.want, got, c.got)
		}
	}
}

func TestContains(t *testing.T) {
	r := Rect{2, 3, 4, 2}
	for _, c := range []struct {
		x, y int
		want bool
	}{{2, 3, true}, {5, 4, true}, {6, 4, false}, {5, 5, false}, {1, 3, false}, {2, 2, false}} {
		if got := r.Contains(c.x, c.y); got != c.want {
			t.Errorf("(%d, %d): %v", c.x, c.y, got)
		}
	}
}

func TestDialogSize(t *testing.T) {
	for _, c := range []struct{ w, h, wantW, wantH, gotW, gotH int }{
		{120, 36, 78, 26, 78, 26},
		{80, 24, 78, 26, 76, 22},
		{40, 15, 60, 10, 40, 15},
		{10, 5, 60, 10, 10, 5},
	} {
		if w, h := DialogSize(c.w, c.h, c.wantW, c.wantH); w != c.gotW || h != c.gotH {
			t.Errorf("%+v: %d×%d", c, w, h)
		}
	}
}

func TestPanel(t *testing.T) {
	for _, c := range []struct {
		w, h, want int
		got        Rect
	}{
		{80, 24, 5, Rect{0, 19, 80, 5}},
		{40, 15, 20, Rect{0, 7, 40, 8}},
		{1, 1, 3, Rect{0, 0, 1, 1}},
		{80, 24, -1, Rect{0, 24, 80, 0}},
		{0, -3, 5, Rect{}},
	} {
		if got := Panel(c.w, c.h, c.want); got != c.got {
			t.Errorf("%+v: %+v", c, got)
		}
	}
}

// draw names each part and its size in its first line, and draws the lines
// between parts: the layout as a picture.
func draw(frame any, w, h int) string {
	screen := make([][]byte, h)
	for y := range screen {
		screen[y] = []byte(strings.Repeat(" ", w))
	}
	for name, r := range parts(frame) {
		fill := byte('.')
		if name == "Rule" || name == "Foot" || name == "Divider" {
			fill = '-'
			if r.W == 1 {
				fill = '|'
			}
		}
		for y := r.Y; y < r.Y+r.H; y++ {
			for x := r.X; x < r.X+r.W; x++ {
				screen[y][x] = fill
			}
		}
		label := fmt.Sprintf(" %s %dx%d ", name, r.W, r.H)
		if !r.Empty() && fill == '.' && len(label) < r.W {
			copy(screen[r.Y][r.X+1:], label)
		}
	}
	lines := make([]string, h)
	for y := range screen {
		lines[y] = string(screen[y])
	}
	return strings.Join(lines, "\n") + "\n"
}

// The layouts of drawings 1a to 1c and 2a to 2c, and what overrides and short
// windows make of them.
func TestDrawings(t *testing.T) {
	for _, size := range [][2]int{{120, 36}, {80, 24}, {80, 16}, {40, 15}, {39, 11}} {
		w, h := size[0], size[1]
		for name, frame := range map[string]any{
			"inbox":       InboxFrame(w, h, Auto),
			"inbox-below": InboxFrame(w, h, Below),
			"inbox-off":   InboxFrame(w, h, Off),
			"thread":      ThreadFrame(w, h, 1, false),
			"thread-card": ThreadFrame(w, h, 6, true),
			"page":        PageFrame(w, h, PageOpen{SidePercent: 50}),
		} {
			t.Run(fmt.Sprintf("%s-%dx%d", name, w, h), func(t *testing.T) {
				golden.RequireEqual(t, draw(frame, w, h))
			})
		}
	}
}

func BenchmarkInboxFrame(b *testing.B) {
	for b.Loop() {
		InboxFrame(120, 36, Auto)
	}
}
