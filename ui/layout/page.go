package layout

// Page is the frame of every other screen: a conversation, credits, the
// agenda, numbers. Absent parts are empty.
type Page struct {
	Class   Class
	Message Rect // the whole screen if it is too small, and nothing else
	Header  Rect // where we are
	Sub     Rect // lines under the header, such as the folded contact card
	Rule    Rect // meets the divider with a tee
	Main    Rect // the timeline, the lots, …
	Divider Rect // one column
	Side    Rect // the contact card, the forecast, …
	Foot    Rect // rule above toast and hints
	Toast   Rect // what just happened
	Hints   Rect // keys
}

// PageOpen is what a page shows beside its main part.
type PageOpen struct {
	SidePercent int  // width of the side in percent; 0 for none; only on wide screens
	Sub         int  // lines under the header, on screens without a side and not narrow
	Toast       bool // there is something to say: on small screens it takes the rule's line
}

// ThreadFrame is the page of a conversation: the contact card takes a third of
// a wide screen, folds to one line on a medium one (cardLines more if the user
// expands it) and is absent on a narrow one.
func ThreadFrame(w, h int, cardLines int, toast bool) Page {
	return PageFrame(w, h, PageOpen{SidePercent: 34, Sub: max(1, cardLines), Toast: toast})
}

// PageFrame is the frame for a screen of w×h cells. A wide screen has a line
// for toasts of its own; on others a toast takes the place of the rule above
// the hints for as long as it shows, so that nothing else moves.
func PageFrame(w, h int, open PageOpen) Page {
	w, h = max(0, w), max(0, h)
	f := Page{Class: ClassOf(w, h)}
	body := Rect{0, 0, w, h}
	if f.Class == TooSmall {
		f.Message = body
		return f
	}
	side := 0
	if f.Class == Wide {
		side = (w*max(0, min(open.SidePercent, 60)) + 50) / 100
	}
	f.Header = top(&body, 1)
	if side == 0 && f.Class != Narrow {
		f.Sub = top(&body, min(open.Sub, (h-4)/2))
	}
	f.Rule = top(&body, 1)
	f.Hints = bottom(&body, 1)
	switch {
	case f.Class == Wide:
		f.Toast = bottom(&body, 1)
		f.Foot = bottom(&body, 1)
	case open.Toast:
		f.Toast = bottom(&body, 1)
	default:
		f.Foot = bottom(&body, 1)
	}
	if side > 0 {
		f.Side = right(&body, side)
		f.Divider = right(&body, 1)
	}
	f.Main = body
	return f
}

// DialogSize is the size for a dialog that would like wantW×wantH cells on a
// screen of w×h: with a margin where there is room, the whole screen when it
// is narrow (screen 3c).
func DialogSize(w, h, wantW, wantH int) (int, int) {
	if ClassOf(w, h) == Narrow || ClassOf(w, h) == TooSmall {
		return max(0, w), max(0, h)
	}
	return min(wantW, w-4), min(wantH, h-2)
}

// Panel is the place for a panel of want lines over the bottom of a screen of
// w×h cells, such as the keys that may follow "g": at most half of the screen.
func Panel(w, h, want int) Rect {
	screen := Rect{0, 0, max(0, w), max(0, h)}
	return bottom(&screen, min(want, (screen.H+1)/2))
}
