package keymap

// Group is the heading an action has in the help.
type Group string

// The headings of the help.
const (
	Triage    Group = "TRIAGE"
	Move      Group = "MOVE"
	Finding   Group = "FIND"
	Person    Group = "PERSON"
	Crediting Group = "CREDITS"
	App       Group = "APP"
)

// Groups returns the headings in the order of the help.
func Groups() []Group { return []Group{Triage, Move, Finding, Person, Crediting, App} }

// row is one line of the table: an action, where it works and by which keys.
// Several scopes share a row when they share the keys. The title is a word or
// two for footers and menus, the help a sentence that says what it is good for.
type row struct {
	scopes []Scope
	action Action
	keys   []string
	group  Group
	title  string
	help   string
}

func in(scopes ...Scope) []Scope    { return scopes }
func press(keys ...string) []string { return keys }

// table returns the preset "inbox". A new action is one more line here.
func table() []row {
	var rows []row
	for _, part := range [][]row{triageRows(), moveRows(), findRows(), personRows(), creditRows(), writingRows(), paletteRows(), importRows(), reviewRows(), dialogRows(), appRows()} {
		rows = append(rows, part...)
	}
	return rows
}

func triageRows() []row {
	both, inbox := in(Inbox, Thread), in(Inbox)
	return []row{
		{both, Archive, press("e"), Triage, "archive", "Take it out of the inbox; a new message brings it back."},
		{both, Unarchive, press("E"), Triage, "un-archive", "Put it back into the inbox."},
		{both, RemindSet, press("h"), Triage, "remind…", "Put it away until a date, then show it as due."},
		{both, RemindNoReply, press("H"), Triage, "remind if no reply", "Remind you only when no reply has come by then."},
		{both, RemindDone, press("D"), Triage, "reminder done", "Tick the reminder off and keep the conversation where it is."},
		{both, LabelPick, press("l"), Triage, "label…", "Add or remove labels."},
		{both, Star, press("s"), Triage, "star", "Star it, or take the star away."},
		{both, Unread, press("u"), Triage, "read / unread", "Mark it unread, or read."},
		{both, Mute, press("m"), Triage, "mute", "Keep it out of the inbox even when a message comes, or unmute it."},
		{inbox, Select, press("x", "space"), Triage, "select", "Select this one; the next action goes to all selected."},
		{inbox, SelectRange, press("v"), Triage, "select range", "Select from here to where you move."},
		{inbox, SelectAll, press("*"), Triage, "select all", "Select every conversation in this tab."},
		{inbox, Clear, press("esc"), Triage, "clear", "Drop the selection, then the search."},
		{in(Screen), Undo, press("z"), Triage, "undo", "Take back the last thing you did."},
		{in(Screen), Redo, press("Z"), Triage, "redo", "Do again what you took back."},
	}
}

func moveRows() []row {
	lists, both, inbox := in(Inbox, Thread, Credits), in(Inbox, Thread), in(Inbox)
	return []row{
		{lists, Down, press("j", "down", "ctrl+n"), Move, "next", "One row or line down."},
		{lists, Up, press("k", "up", "ctrl+p"), Move, "previous", "One row or line up."},
		{inbox, Open, press("enter", "right"), Move, "open", "Open the conversation."},
		{in(Credits), Open, press("enter", "right"), Move, "open", "Tell the line in full, change it, or go to whom it is about."},
		{in(Thread, Credits), Back, press("esc", "left"), Move, "back", "Return to where you came from."},
		{inbox, NextTab, press("tab"), Move, "next tab", "Go to the next tab."},
		{inbox, PrevTab, press("shift+tab"), Move, "previous tab", "Go to the previous tab."},
		{in(Credits), NextTab, press("tab"), Move, "next view", "Go to the next view."},
		{in(Credits), PrevTab, press("shift+tab"), Move, "previous view", "Go to the previous view."},
		{inbox, TabNumber, press("1", "2", "3", "4", "5", "6", "7", "8", "9"), Move, "tab by number", "Go to the tab with this number."},
		{both, NextContact, press("J"), Move, "next contact", "Go to the next person of the list, also from a conversation."},
		{both, PrevContact, press("K"), Move, "previous contact", "Go to the previous person of the list, also from a conversation."},
		{in(Thread), NextMessage, press("n"), Move, "next message", "Go to the next message."},
		{in(Thread), PrevMessage, press("p"), Move, "previous message", "Go to the previous message."},
		{lists, HalfDown, press("ctrl+d"), Move, "half page down", "Half a page down."},
		{lists, HalfUp, press("ctrl+u"), Move, "half page up", "Half a page up."},
		{lists, PageDown, press("pgdown"), Move, "page down", "A page down."},
		{lists, PageUp, press("pgup"), Move, "page up", "A page up."},
		{lists, Top, press("g g", "home"), Move, "top", "Go to the first row."},
		{lists, Bottom, press("G", "end"), Move, "bottom", "Go to the last row."},
		{inbox, Preview, press("p"), Move, "preview", "Show or hide the preview."},
		{inbox, PreviewSide, press("P"), Move, "preview side", "Put the preview beside or below the list."},
		{in(Thread), Details, press("i"), Move, "details", "Show everything about the person, or less."},
	}
}

func findRows() []row {
	screen := in(Screen)
	return []row{
		{screen, Find, press("/"), Finding, "search", "Find people by name, company or label."},
		{screen, GoInbox, press("g i"), Finding, "go to inbox", "Go to the inbox tab."},
		{screen, GoArchived, press("g e"), Finding, "go to archived", "Go to the archived conversations."},
		{screen, GoDue, press("g h"), Finding, "go to due", "Go to the reminders that are due."},
		{screen, GoWaiting, press("g w"), Finding, "go to waiting", "Go to those who owe you a reply."},
		{screen, GoSnoozed, press("g z"), Finding, "go to snoozed", "Go to those that are put away until a reminder."},
		{screen, GoStarred, press("g s"), Finding, "go to starred", "Go to the starred conversations."},
		{screen, GoAll, press("g a"), Finding, "go to all", "Go to all conversations."},
		{screen, GoLabel, press("g l"), Finding, "go to label…", "Go to the conversations with a label."},
	}
}

func personRows() []row {
	both := in(Inbox, Thread)
	return []row{
		{both, ProfileOpen, press("o"), Person, "open on LinkedIn", "Open the profile in the browser."},
		{both, ProfileCopy, press("Y"), Person, "copy profile URL", "Copy the address of the profile."},
		{both, NoteAdd, press("a"), Person, "add note", "Write a note that only you see."},
		{both, InMailLog, press("C"), Crediting, "log a sent InMail", "Book an InMail that you sent on LinkedIn."},
		{both, InMailAnswered, press("A"), Crediting, "InMail answered", "Book the reply to an InMail, and the credit it brings back."},
		{in(Screen), GoCredits, press("g m"), Crediting, "go to credits", "Go to the balance, the lots and the statement."},
	}
}

func dialogRows() []row {
	lists := in(Picker, Remind, Search, Help)
	return []row{
		{lists, Down, press("down", "ctrl+n"), Move, "next", "One row down."},
		{lists, Up, press("up", "ctrl+p"), Move, "previous", "One row up."},
		{in(Picker, Search, Help), PageDown, press("pgdown"), Move, "page down", "A page down."},
		{in(Picker, Search, Help), PageUp, press("pgup"), Move, "page up", "A page up."},
		{in(Picker), Toggle, press("tab"), App, "toggle", "Tick this one and go on choosing."},
		{in(Remind), Toggle, press("tab"), App, "only if no reply", "Remind you only when no reply has come by then."},
		{in(Help), Toggle, press("tab"), App, "next page", "Show the keys of the next place."},
		{in(Form), NextField, press("tab", "down"), Move, "next field", "Go to the next field."},
		{in(Form), PrevField, press("shift+tab", "up"), Move, "previous field", "Go to the previous field."},
		{in(Picker, Remind, Search), Accept, press("enter"), App, "accept", "Take what is chosen."},
		{in(Form, Note), Accept, press("enter", "ctrl+s"), App, "save", "Save what you typed."},
		{in(Form), Insist, press("ctrl+o"), Crediting, "LinkedIn let me", "Book it although a rule speaks against it."},
		{in(Note), Newline, press("alt+enter", "ctrl+j"), App, "new line", "Begin a new line."},
		{in(Question), Yes, press("y"), App, "yes", "Answer yes."},
		{in(Question), No, press("n"), App, "no", "Answer no."},
		{in(Question), Later, press("l"), App, "later", "Ask again later."},
		{in(Picker, Remind, Search, Note, Form, Question, Help), Cancel, press("esc"), App, "cancel", "Close this and change nothing."},
	}
}

func appRows() []row {
	screen, global := in(Screen), in(Global)
	return []row{
		{screen, ShowHelp, press("?"), App, "help", "Show the keys that work here."},
		{global, ShowHelp, press("f1"), App, "help", "Show the keys that work here."},
		{screen, SaveRetry, press("ctrl+s"), App, "save again", "Try once more to save what could not be saved."},
		{screen, Reload, press("ctrl+r"), App, "reload", "Read the database again."},
		{global, Redraw, press("ctrl+l"), App, "redraw", "Draw the screen afresh."},
		{global, Suspend, press("ctrl+z"), App, "suspend", "Return to the shell; fg brings you back."},
		{in(Inbox), Quit, press("q"), App, "quit", "Leave the program."},
		{global, Quit, press("ctrl+c"), App, "quit", "Leave the program."},
	}
}
