package widget

import (
	"strings"
	"testing"

	"cordial/ui/theme"
)

// A text that is painted already ends its look at its own end; the blanks behind it
// still belong to the selected row.
func TestPaintedTextLeavesNoHoleInASelectedRow(t *testing.T) {
	th := theme.New(theme.Options{Profile: theme.TrueColor, Dark: true}).Selected()
	line := Row(th, 20, Cell{Text: th.Paint(theme.Match, "ab"), Grow: 1}, Cell{Text: "z"})
	before, after := th.Span(theme.Text)
	if want := before + strings.Repeat(" ", 17) + after; !strings.Contains(line, want) {
		t.Errorf("%q has a hole; want %q in it", line, want)
	}
}
