package frame

import (
	"fmt"

	"cordial/ui/layout"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// Parts are a screen's own, drawn for a layout.
type Parts struct {
	Header string
	Sub    string // under the header, where the layout has room for it
	Body   string
	Hints  string
}

// Draw is a screen in w×h cells.
//
//	Header
//	──────────┬───────
//	Body      │
//	──────────┴───────
//	toast
//	Hints
//
// The toast is one finished line, or empty; on small screens it takes the rule's line.
func Draw(t *theme.Theme, w, h int, o layout.PageOpen, toast string, draw func(layout.Page) Parts) string {
	o.Toast = toast != ""
	f := layout.PageFrame(w, h, o)
	if f.Class == layout.TooSmall {
		return TooSmall(t, w, h)
	}
	p := draw(f)
	divider := -1
	if !f.Side.Empty() {
		divider = f.Divider.X
	}
	foot := toast
	if !f.Foot.Empty() {
		foot = widget.Stack(widget.Rule(t, w, divider, false), widget.Exact(toast, w, f.Toast.H))
	}
	return widget.Exact(widget.Stack(p.Header, p.Sub, widget.Rule(t, w, divider, true), p.Body, foot, p.Hints), w, h)
}

// TooSmall is the screen when nothing fits.
func TooSmall(t *theme.Theme, w, h int) string {
	text := fmt.Sprintf("Window too small: %d×%d is the least", layout.MinWidth, layout.MinHeight)
	if widget.Width(text) > w {
		text = "too small"
	}
	return widget.Exact(t.Paint(theme.Dim, widget.Fit(text, w)), w, h)
}
