package keymap

// importRows are the keys of the screen that brings exports and lists in and hands out
// what is here. Where a path is typed, letters are letters.
func importRows() []row {
	screen, importing, path, both := in(Screen), in(Importing), in(Path), in(Importing, Path)
	return []row{
		{screen, GoImport, press("g x"), Finding, "go to import", "Read a LinkedIn export or a list of people, and see what it changes first."},
		{screen, GoExport, press("g X"), Finding, "go to export", "Write contacts, reminders, messages or the statement for other programs."},

		{importing, Accept, press("enter"), App, "go on", "Apply what is shown, or take what is under the cursor."},
		{importing, Cancel, press("esc"), App, "cancel", "Stop without a trace, or return to what was in front."},
		{importing, Problems, press("v"), App, "problems", "List every record that was left out, and why."},
		{importing, Renamed, press("m"), App, "renamed people", "List the people whose profile is the same and whose name is new."},
		{importing, ReportSave, press("s"), App, "save report", "Write the report with its problems into a text file."},
		{importing, ReportJSON, press("S"), App, "save as JSON", "Write the report with its problems into a JSON file."},
		{importing, OwnerSay, press("o"), App, "whose export…", "Say whose export it is, by the address of the profile."},
		{importing, NextColumn, press("right", "l"), App, "next column", "Read this from the next column of the file."},
		{importing, PrevColumn, press("left", "h"), App, "previous column", "Read this from the column before."},

		{importing, Down, press("j", "down", "ctrl+n"), Move, "next", "One row down."},
		{importing, Up, press("k", "up", "ctrl+p"), Move, "previous", "One row up."},
		{importing, HalfDown, press("ctrl+d"), Move, "half page down", "Half a page down."},
		{importing, HalfUp, press("ctrl+u"), Move, "half page up", "Half a page up."},
		{both, PageDown, press("pgdown"), Move, "page down", "A page down."},
		{both, PageUp, press("pgup"), Move, "page up", "A page up."},
		{importing, Top, press("g g", "home"), Move, "top", "Go to the first row."},
		{importing, Bottom, press("G", "end"), Move, "bottom", "Go to the last row."},

		{path, Accept, press("enter"), App, "take it", "Read what was typed or is under the cursor, or write there."},
		{path, Complete, press("tab"), App, "complete", "Type the rest of the path, as far as it is the only one."},
		{path, ImportPart, press("shift+tab"), App, "import / export", "Go to the other half of the screen."},
		{path, Cancel, press("esc"), App, "back", "Return to where you came from."},
		{path, Down, press("down", "ctrl+n"), Move, "next", "One row down."},
		{path, Up, press("up", "ctrl+p"), Move, "previous", "One row up."},
	}
}
