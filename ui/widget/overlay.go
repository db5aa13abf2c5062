package widget

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"cordial/ui/theme"
)

// Overlay draws box on top of base with its upper left corner at cell (x, y).
// What would stick out of base is cut, so the answer has the size of base. A
// wide character under an edge of the box becomes a blank.
func Overlay(base, box string, x, y int) string {
	if box == "" || base == "" {
		return base
	}
	lines := strings.Split(base, "\n")
	for i, over := range strings.Split(box, "\n") {
		if row := y + i; row >= 0 && row < len(lines) {
			lines[row] = overlayLine(lines[row], over, x)
		}
	}
	return strings.Join(lines, "\n")
}

// OverlayCenter is Overlay in the middle of a base of w×h cells, a little above
// the middle, where the eye expects a dialog.
func OverlayCenter(base, box string, w, h int) string {
	first, _, _ := strings.Cut(box, "\n")
	bw, bh := Width(first), strings.Count(box, "\n")+1
	return Overlay(base, box, max(0, (w-bw)/2), max(0, (h-bh)*2/5))
}

func overlayLine(base, over string, x int) string {
	w := Width(base)
	if x < 0 {
		over = Fit(cutLeft(over, -x), Width(over)+x)
		x = 0
	}
	if room := w - x; Width(over) > room {
		over = FitTail(over, room, "")
	}
	ow := Width(over)
	if ow <= 0 {
		return base
	}
	left := FitTail(base, x, "")
	if strings.Contains(left, "\x1b[") && !strings.HasSuffix(left, ansi.ResetStyle) {
		left += ansi.ResetStyle // the colours of the frame end where the box begins
	}
	right := cutLeft(base, x+ow)
	right = blanks(w-x-ow-Width(right)) + right
	return settle(left+over+right, w)
}

// cutLeft is s without its first n cells; a wide character across the cut goes
// as a whole. Colours that began before the cut are kept.
func cutLeft(s string, n int) string {
	if printable(s) {
		return s[min(max(0, n), len(s)):]
	}
	want := max(0, ansi.StringWidth(s)-n)
	for skip := n; ; skip++ {
		cut := ansi.TruncateLeft(s, skip, "")
		if ansi.StringWidth(cut) <= want || cut == "" {
			return cut
		}
	}
}

// Recede draws a whole frame in the quiet look of what lies behind a dialog.
func Recede(t *theme.Theme, frame string) string {
	lines := strings.Split(frame, "\n")
	for i, line := range lines {
		lines[i] = t.Paint(theme.Behind, settle(ansi.Strip(line), Width(line)))
	}
	return strings.Join(lines, "\n")
}
