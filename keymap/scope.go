package keymap

// Scope is a place in the program that has keys of its own. Its text is the
// section in the configuration: [keys.inbox].
type Scope string

// The scopes. Global keys work everywhere, also while typing; Screen keys on
// every full screen; the others on one screen or in one kind of dialog.
const (
	Global      Scope = "global"
	Screen      Scope = "screen"
	Inbox       Scope = "inbox"
	Thread      Scope = "thread"
	Credits     Scope = "credits"
	Drafts      Scope = "drafts"
	Invitations Scope = "invitations"
	Merges      Scope = "merges"
	Importing   Scope = "import"
	Review      Scope = "review"
	Path        Scope = "path"     // a path is typed on the screen that imports and exports
	Picker      Scope = "picker"   // choose from a list by typing, such as labels
	Remind      Scope = "remind"   // the date field with its suggestions
	Search      Scope = "search"   // people and messages, results below the field
	Commands    Scope = "palette"  // everything that has a name, found by typing
	Note        Scope = "note"     // text of several lines
	Form        Scope = "form"     // fields one below the other
	Writing     Scope = "compose"  // a letter to somebody
	Question    Scope = "question" // answered by a letter
	Twins       Scope = "twins"    // whether two people are one
	Sheet       Scope = "sheet"    // something to read in front of a screen
	Help        Scope = "help"     // the overlay of keys, searched by typing
)

// Scopes returns every scope in the order of the listing.
func Scopes() []Scope {
	return []Scope{
		Inbox, Thread, Credits, Drafts, Invitations, Merges, Importing, Review, Screen, Path, Picker, Remind, Search,
		Commands, Note, Form, Writing, Question, Twins, Sheet, Help, Global,
	}
}

// Stack returns the scopes whose keys work where s is in front, innermost
// first: a dialog hides the keys of the screen behind it.
func Stack(s Scope) []Scope {
	switch s {
	case Global:
		return []Scope{Global}
	case Screen:
		return []Scope{Screen, Global}
	case Inbox, Thread, Credits, Drafts, Invitations, Merges, Importing, Review:
		return []Scope{s, Screen, Global}
	default:
		return []Scope{s, Global}
	}
}

// Typing reports whether letters go into a text field while s is in front, so
// that none of them can be a command.
func (s Scope) Typing() bool {
	switch s {
	case Path, Picker, Remind, Search, Commands, Note, Form, Writing, Help:
		return true
	default:
		return false
	}
}

// fullScreen reports whether s lies on top of Screen.
func (s Scope) fullScreen() bool {
	switch s {
	case Inbox, Thread, Credits, Drafts, Invitations, Merges, Importing, Review, Screen:
		return true
	default:
		return false
	}
}
