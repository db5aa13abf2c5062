package widget

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// Whatever is done to a list, the cursor is on a row, the window is around it,
// and no line is blank while a row could fill it.
func TestListInvariants(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := List{
			Cursor: rapid.IntRange(-5, 40).Draw(t, "cursor"), Offset: rapid.IntRange(-5, 40).Draw(t, "offset"),
		}.Resize(rapid.IntRange(-1, 30).Draw(t, "total"), rapid.IntRange(-1, 12).Draw(t, "height"))
		n := func() int { return rapid.IntRange(-40, 40).Draw(t, "n") }
		check := func() {
			first, last := l.Window()
			empty := l.Total == 0 && l.Cursor == 0 && first == 0 && last == 0
			inside := first <= l.Cursor && l.Cursor < last && first >= 0 && last <= l.Total
			full := last-first == min(l.Total, l.Height)
			if !empty && (!inside || !full) {
				t.Fatalf("%+v shows [%d, %d)", l, first, last)
			}
		}
		check()
		t.Repeat(map[string]func(*rapid.T){
			"move":   func(*rapid.T) { l = l.Move(n()) },
			"to":     func(*rapid.T) { l = l.To(n()) },
			"page":   func(*rapid.T) { l = l.Page(n()) },
			"half":   func(*rapid.T) { l = l.HalfPage(n()) },
			"scroll": func(*rapid.T) { l = l.Scroll(n()) },
			"top":    func(*rapid.T) { l = l.Top() },
			"bottom": func(*rapid.T) { l = l.Bottom() },
			"see":    func(*rapid.T) { l = l.EnsureVisible() },
			"resize": func(*rapid.T) { l = l.Resize(n(), n()) },
			"":       func(*rapid.T) { check() },
		})
	})
}

func TestListSteps(t *testing.T) {
	l := List{}.Resize(100, 10)
	for _, c := range []struct {
		what           string
		do             func(List) List
		cursor, offset int
	}{
		{"down", func(l List) List { return l.Move(1) }, 1, 0},
		{"down past the edge", func(l List) List { return l.Move(9) }, 10, 1},
		{"up stays in the window", func(l List) List { return l.Move(-5) }, 5, 1},
		{"page keeps one row", func(l List) List { return l.Page(1) }, 14, 10},
		{"and back", func(l List) List { return l.Page(-1) }, 5, 1},
		{"half page", func(l List) List { return l.HalfPage(1) }, 10, 6},
		{"bottom", List.Bottom, 99, 90},
		{"page at the end stays", func(l List) List { return l.Page(1) }, 99, 90},
		{"wheel up", func(l List) List { return l.Scroll(-3) }, 96, 87},
		{"top", List.Top, 0, 0},
		{"up at the top stays", func(l List) List { return l.Move(-1) }, 0, 0},
		{"wheel down drags the cursor", func(l List) List { return l.Scroll(3) }, 3, 3},
		{"taller window", func(l List) List { return l.Resize(100, 99) }, 3, 1},
		{"fewer rows", func(l List) List { return l.Resize(2, 99) }, 1, 0},
		{"none", func(l List) List { return l.Resize(0, 5) }, 0, 0},
	} {
		if l = c.do(l); l.Cursor != c.cursor || l.Offset != c.offset {
			t.Fatalf("%s: cursor %d offset %d, want %d %d", c.what, l.Cursor, l.Offset, c.cursor, c.offset)
		}
	}
}

// A list asks for the rows on screen and for no other.
func TestListAsksOnlyForItsWindow(t *testing.T) {
	l := List{}.Resize(1_000_000, 5).To(500_000)
	var asked []int
	got := l.Draw(8, 5, 1, func(i int, cursor bool) string {
		asked = append(asked, i)
		if cursor {
			return fmt.Sprintf(">%d", i)
		}
		return fmt.Sprintf(" %d", i)
	})
	if len(asked) != 5 || asked[0] != 499_996 {
		t.Errorf("asked for %v", asked)
	}
	if !strings.HasSuffix(got, "\n>500000 ") {
		t.Errorf("drew %q", got)
	}
}

func TestListTwoLineRows(t *testing.T) {
	l := List{}.Resize(3, 2)
	got := l.Draw(4, 5, 2, func(i int, _ bool) string { return fmt.Sprintf("n%d\ns%d\nx", i, i) })
	if want := "n0  \ns0  \nn1  \ns1  \n    "; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	got = l.Draw(4, 4, 2, func(i int, _ bool) string { return fmt.Sprintf("n%d", i) })
	if want := "n0  \n    \nn1  \n    "; got != want {
		t.Errorf("short rows: got %q, want %q", got, want)
	}
}

func TestListAt(t *testing.T) {
	l := List{}.Resize(10, 4).To(6) // shows rows 3 to 6
	for y, want := range map[int]int{-1: -1, 0: 3, 3: 6, 4: -1} {
		if got := l.At(y, 1); got != want {
			t.Errorf("line %d is row %d, want %d", y, got, want)
		}
	}
	if got := l.At(3, 2); got != 4 {
		t.Errorf("line 3 of two-line rows is row %d", got)
	}
}
