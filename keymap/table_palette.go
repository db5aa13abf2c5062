package keymap

// paletteRows are the keys of the palette and of the list of people who may be one.
// What has no key here is in the palette all the same.
func paletteRows() []row {
	screen, people, palette := in(Screen), in(Inbox, Thread, Invitations), in(Commands)
	return append([]row{
		{screen, Palette, press("ctrl+k", ":"), Finding, "commands", "Do anything by its name, and find people, labels and conversations."},
		{in(Global), Palette, press("f3"), Finding, "commands", "Do anything by its name, also while you type."},
		{in(Inbox), ArchiveRead, nil, Triage, "archive all read", "Archive every conversation of this tab that you have read."},
		{people, MergeWith, nil, Person, "merge with…", "Say that this is the same person as another one."},
		{people, Remove, press("#"), Person, "remove…", "Hide the person everywhere, after a question; undo brings them back."},
		{screen, GoMerges, press("g p"), Finding, "go to merges", "Go to the people who may be one, and to those you made one."},

		{palette, Down, press("down", "ctrl+n"), Move, "next", "One row down."},
		{palette, Up, press("up", "ctrl+p"), Move, "previous", "One row up."},
		{palette, PageDown, press("pgdown"), Move, "page down", "A page down."},
		{palette, PageUp, press("pgup"), Move, "page up", "A page up."},
		{palette, Toggle, press("tab"), App, "complete", "Type the rest of the name under the cursor."},
		{palette, Accept, press("enter"), App, "run", "Do what its key does, or go there."},
		{palette, Cancel, press("esc"), App, "close", "Close this and do nothing."},
	}, mergeRows()...)
}

func mergeRows() []row {
	merges, twins := in(Merges), in(Twins)
	return []row{
		{twins, Merge, press("y"), Person, "one person", "Make the two one person; undo takes them apart again."},
		{twins, MergeSwap, press("x"), Person, "swap", "Let the other one of the two stay."},
		{twins, Cancel, press("esc", "n"), App, "no", "Close this and change nothing."},
		{merges, Merge, press("y"), Person, "one person", "Make the two one person; undo takes them apart again."},
		{merges, Apart, press("n"), Person, "two people", "Keep the two apart, and do not ask about them again."},
		{merges, MergeSwap, press("x"), Person, "swap", "Let the other one of the two stay."},
		{merges, MergeAll, press("Y"), Person, "all likely ones…", "Make one of all pairs that are likely the same person, after a question."},
		{merges, Unmerge, press("u"), Person, "take apart", "Make two people again of those you made one."},
		{merges, MergeWith, nil, Person, "merge with…", "Say that this is the same person as another one."},
		{merges, Open, press("enter", "right"), Move, "open", "Open the conversation with the one who stays."},
		{merges, NextTab, press("tab"), Move, "next view", "Go to the next view."},
		{merges, PrevTab, press("shift+tab"), Move, "previous view", "Go to the previous view."},
		{merges, Down, press("j", "down", "ctrl+n"), Move, "next", "One row down."},
		{merges, Up, press("k", "up", "ctrl+p"), Move, "previous", "One row up."},
		{merges, HalfDown, press("ctrl+d"), Move, "half page down", "Half a page down."},
		{merges, HalfUp, press("ctrl+u"), Move, "half page up", "Half a page up."},
		{merges, PageDown, press("pgdown"), Move, "page down", "A page down."},
		{merges, PageUp, press("pgup"), Move, "page up", "A page up."},
		{merges, Top, press("g g", "home"), Move, "top", "Go to the first row."},
		{merges, Bottom, press("G", "end"), Move, "bottom", "Go to the last row."},
		{merges, Back, press("esc", "left"), Move, "back", "Return to where you came from."},
	}
}
