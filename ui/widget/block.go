package widget

import (
	"strings"

	"cordial/ui/theme"
)

// Exact forces s to h lines of w cells: long lines are cut, missing ones added.
func Exact(s string, w, h int) string {
	if w <= 0 || h <= 0 {
		return ""
	}
	return joinExact(strings.Split(s, "\n"), w, h)
}

// Lines is Exact for text that is in lines already.
func Lines(lines []string, w, h int) string {
	if w <= 0 || h <= 0 {
		return ""
	}
	return joinExact(lines, w, h)
}

func joinExact(lines []string, w, h int) string {
	var b strings.Builder
	b.Grow(h * (w + 48))
	for i := range h {
		line := ""
		if i < len(lines) {
			line = lines[i]
		}
		newLine(&b, i, exact(line, w))
	}
	return b.String()
}

// exact is Fit for a line that most often has its width already.
func exact(line string, w int) string {
	if fits(line, w) {
		return line
	}
	return Fit(line, w)
}

// Stack puts blocks of one width below each other; empty ones take no line.
func Stack(blocks ...string) string {
	var b strings.Builder
	for _, block := range blocks {
		if block == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(block)
	}
	return b.String()
}

// Columns puts two blocks of h lines beside each other with a divider of one
// cell between; leftW and rightW are their widths. A block without width
// leaves the other alone, without a divider.
func Columns(t *theme.Theme, left string, leftW int, right string, rightW, h int) string {
	switch {
	case h <= 0:
		return ""
	case leftW <= 0:
		return Exact(right, rightW, h)
	case rightW <= 0:
		return Exact(left, leftW, h)
	}
	divider := t.Paint(theme.Border, t.Glyphs.Vertical)
	return beside(Exact(left, leftW, h), divider, Exact(right, rightW, h))
}

// beside joins two blocks of equal height, line by line.
func beside(left, between, right string) string {
	var b strings.Builder
	b.Grow(len(left) + len(right) + len(between)*8)
	n := 0
	for l := range strings.SplitSeq(left, "\n") {
		r, rest, _ := strings.Cut(right, "\n")
		right = rest
		newLine(&b, n, l+between+r)
		n++
	}
	return b.String()
}

// Rule is a horizontal line of w cells. A tee stands where a divider at cell
// `at` meets it, pointing down or up; a negative `at` draws none.
func Rule(t *theme.Theme, w, at int, down bool) string {
	if w <= 0 {
		return ""
	}
	g := t.Glyphs
	if at < 0 || at >= w {
		return t.Paint(theme.Border, strings.Repeat(g.Horizontal, w))
	}
	tee := g.TeeUp
	if down {
		tee = g.TeeDown
	}
	return t.Paint(theme.Border, strings.Repeat(g.Horizontal, at)+tee+strings.Repeat(g.Horizontal, w-at-1))
}
