package layout

// Preview is where the user wants the preview; the choice lasts until the next
// resize. A place without room for it gives way to the next best.
type Preview uint8

// The places for the preview.
const (
	Auto  Preview = iota // by the size of the screen
	Off                  // none
	Below                // under the list
	Right                // beside the list
)

// Inbox is the frame of the list screens: absent parts are empty.
type Inbox struct {
	Class   Class
	Message Rect    // the whole screen if it is too small, and nothing else
	Header  Rect    // program name and credit meter
	Tabs    Rect    // the tab bar
	Rule    Rect    // below the tabs; meets a preview at the right with a tee
	List    Rect    // rows of RowHeight lines
	Divider Rect    // one column or one line between list and preview
	Preview Rect    // the thread under the cursor
	Foot    Rect    // rule above the toast
	Toast   Rect    // what just happened, the selection
	Hints   Rect    // keys
	Place   Preview // where the preview ended up: Off, Below or Right

	RowHeight int // lines a row takes: 1, or 2 on narrow screens
}

// The smallest parts a user's choice may leave.
const (
	minList       = 24 // columns of a list beside a preview
	minPreview    = 24 // columns of a preview beside a list
	minListLines  = 3
	minBelowLines = 3
)

// InboxFrame is the frame for a screen of w×h cells (screen rule 1): from 110
// columns on the preview takes 47.5 % of the width; from 60 columns and 20 lines
// on 40 % of the height; on narrower screens rows have two lines and there is
// no preview, nor a rule under the tabs.
func InboxFrame(w, h int, want Preview) Inbox {
	w, h = max(0, w), max(0, h)
	f := Inbox{Class: ClassOf(w, h), Place: Off, RowHeight: 1}
	body := Rect{0, 0, w, h}
	if f.Class == TooSmall {
		f.Message = body
		return f
	}
	f.Header = top(&body, 1)
	f.Tabs = top(&body, 1)
	if f.Class == Narrow {
		f.RowHeight = 2
	} else {
		f.Rule = top(&body, 1)
	}
	f.Hints = bottom(&body, 1)
	f.Toast = bottom(&body, 1)
	f.Foot = bottom(&body, 1)
	f.Place = place(f.Class, w, h, body, want)
	switch f.Place {
	case Right:
		f.Preview = right(&body, w*19/40)
		f.Divider = right(&body, 1)
	case Below:
		f.Preview = bottom(&body, max(minBelowLines, min(h*2/5, body.H-minListLines-1)))
		f.Divider = bottom(&body, 1)
	default: // no preview
	}
	f.List = body
	return f
}

// place is where the preview goes: where the user wants it if there is room,
// else where the class of the screen puts it.
func place(c Class, w, h int, body Rect, want Preview) Preview {
	fitsRight := c != Narrow && w*19/40 >= minPreview && w-w*19/40-1 >= minList
	fitsBelow := body.H >= minListLines+1+minBelowLines
	switch {
	case want == Off:
		return Off
	case want == Right && fitsRight, want == Below && fitsBelow:
		return want
	case c == Wide:
		return Right
	case c == Medium && h >= tallEnough:
		return Below
	}
	return Off
}
