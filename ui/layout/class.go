package layout

// The limits of screen rule 1, in cells.
const (
	MinWidth    = 40  // below: too small to work with
	MinHeight   = 12  // below: too small to work with
	mediumWidth = 60  // from here one-line rows
	wideWidth   = 110 // from here a preview beside the list
	tallEnough  = 20  // from here a preview below the list
)

// Class is how much room there is.
type Class uint8

// The classes of screen rule 1.
const (
	TooSmall Class = iota // under 40×12: one line that says so, and quitting
	Narrow                // under 60 wide: two-line rows, dialogs as screens
	Medium                // 60 to 109 wide
	Wide                  // 110 and wider
)

// ClassOf is the class of a screen of w×h cells.
func ClassOf(w, h int) Class {
	switch {
	case w < MinWidth || h < MinHeight:
		return TooSmall
	case w < mediumWidth:
		return Narrow
	case w < wideWidth:
		return Medium
	}
	return Wide
}
