package keymap

// reviewRows are the keys for what imports show and nobody has recorded.
func reviewRows() []row {
	review := in(Review)
	return []row{
		{in(Screen), GoReview, press("g r"), Finding, "go to review", "Go to what imports show and nobody has recorded."},

		{review, Yes, press("y"), Triage, "yes, record it", "Record it at the time it happened, and go to the next."},
		{review, No, press("n"), Triage, "no", "Decline it: it does not come again. A reminder is set again, a return archived again."},
		{review, InviteWithdrawn, press("w"), Triage, "withdrawn", "Record that you withdrew the invitation that has vanished."},
		{review, ReviewAll, press("Y"), Triage, "all of this kind…", "Record all of this kind, after seeing what that does."},
		{review, ProfileOpen, press("o"), Person, "open on LinkedIn", "Open the profile in the browser."},
		{review, Open, press("enter", "right"), Move, "open", "Open the conversation it is about."},
		{review, Back, press("esc", "left"), Move, "back", "Return to where you came from."},
		{review, Down, press("j", "down", "ctrl+n"), Move, "next", "One row down."},
		{review, Up, press("k", "up", "ctrl+p"), Move, "previous", "One row up."},
		{review, NextTab, press("tab"), Move, "next kind", "Go to the next kind."},
		{review, PrevTab, press("shift+tab"), Move, "previous kind", "Go to the previous kind."},
		{review, HalfDown, press("ctrl+d"), Move, "half page down", "Half a page down."},
		{review, HalfUp, press("ctrl+u"), Move, "half page up", "Half a page up."},
		{review, PageDown, press("pgdown"), Move, "page down", "A page down."},
		{review, PageUp, press("pgup"), Move, "page up", "A page up."},
		{review, Top, press("g g", "home"), Move, "top", "Go to the first row."},
		{review, Bottom, press("G", "end"), Move, "bottom", "Go to the last row."},
	}
}
