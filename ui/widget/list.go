package widget

import "strings"

// List is a window over Total rows: it knows which rows are on screen and
// which one has the cursor, and nothing about what they show. All methods
// answer a new list; whatever comes in, the answer keeps the cursor inside the
// rows and the window around the cursor.
type List struct {
	Cursor int // row under the cursor, 0 ≤ Cursor < Total (0 if empty)
	Offset int // first row on screen
	Total  int // rows there are
	Height int // rows that fit on screen, at least 1 once resized
}

// Resize is the list for total rows of which height fit on screen. Call it
// whenever either may have changed; it keeps the cursor where it was.
func (l List) Resize(total, height int) List {
	l.Total, l.Height = max(0, total), max(1, height)
	return l.To(l.Cursor)
}

// To puts the cursor on row i, or on the nearest there is, and scrolls as
// little as needed to show it.
func (l List) To(i int) List {
	height := max(1, l.Height)
	l.Cursor = max(0, min(i, l.Total-1))
	l.Offset = min(l.Offset, l.Cursor)
	l.Offset = max(l.Offset, l.Cursor-height+1)
	l.Offset = max(0, min(l.Offset, l.Total-height))
	return l
}

// EnsureVisible scrolls so that the cursor is on screen; To does it, too.
func (l List) EnsureVisible() List { return l.To(l.Cursor) }

// Move puts the cursor delta rows further down, up if negative.
func (l List) Move(delta int) List { return l.To(l.Cursor + delta) }

// Page moves by n screens less one row, so that the eye keeps its place.
func (l List) Page(n int) List { return l.jump(n * max(1, l.Height-1)) }

// HalfPage moves by n half screens.
func (l List) HalfPage(n int) List { return l.jump(n * max(1, l.Height/2)) }

// jump moves cursor and window together, as far as the window can go.
func (l List) jump(delta int) List {
	l.Offset = max(0, min(l.Offset+delta, l.Total-max(1, l.Height)))
	return l.Move(delta)
}

// Top moves to the first row.
func (l List) Top() List { return l.To(0) }

// Bottom moves to the last row.
func (l List) Bottom() List { return l.To(l.Total - 1) }

// Scroll moves the window by delta rows and the cursor only if it would leave
// the screen: the mouse wheel.
func (l List) Scroll(delta int) List {
	height := max(1, l.Height)
	l.Offset = max(0, min(l.Offset+delta, l.Total-height))
	return l.To(max(l.Offset, min(l.Cursor, l.Offset+height-1)))
}

// Window is the half-open range of rows on screen: [first, last).
func (l List) Window() (first, last int) {
	return l.Offset, min(l.Offset+max(1, l.Height), l.Total)
}

// At is the row shown on line y of a drawing whose rows take rowHeight lines,
// or -1 for none: where a click went.
func (l List) At(y, rowHeight int) int {
	i := l.Offset + y/max(1, rowHeight)
	if _, last := l.Window(); y < 0 || i >= last {
		return -1
	}
	return i
}

// Draw asks row for each row on screen, as rowHeight lines, and answers h lines
// of w cells with blanks below the last row. It asks for no other row, so the
// cost is the screen's and never the data's. Height should be h/rowHeight.
func (l List) Draw(w, h, rowHeight int, row func(i int, cursor bool) string) string {
	if w <= 0 || h <= 0 {
		return ""
	}
	var b strings.Builder
	b.Grow(h * (w + 64))
	lines := 0
	first, last := l.Window()
	for i := first; i < last && lines < h; i++ {
		for line := range strings.SplitSeq(row(i, i == l.Cursor), "\n") {
			if lines == h || lines == (i-first+1)*rowHeight {
				break
			}
			newLine(&b, lines, exact(line, w))
			lines++
		}
		for ; lines < min(h, (i-first+1)*rowHeight); lines++ {
			newLine(&b, lines, blanks(w))
		}
	}
	for ; lines < h; lines++ {
		newLine(&b, lines, blanks(w))
	}
	return b.String()
}

func newLine(b *strings.Builder, n int, line string) {
	if n > 0 {
		b.WriteByte('\n')
	}
	b.WriteString(line)
}
