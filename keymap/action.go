package keymap

// Action is the stable name of something the user can do. It is written in the
// configuration and shown by "cordial keys", so it never changes its meaning.
type Action string

// What can be done to the conversation, or to the selected ones.
const (
	Archive       Action = "archive"
	Unarchive     Action = "unarchive"
	RemindSet     Action = "remind"
	RemindNoReply Action = "remind.noreply"
	RemindDone    Action = "remind.done"
	LabelPick     Action = "label.pick"
	Star          Action = "star"
	Unread        Action = "unread"
	Mute          Action = "mute"
	NoteAdd       Action = "note"
	Select        Action = "select"
	SelectRange   Action = "select.range"
	SelectAll     Action = "select.all"
	Clear         Action = "clear"
	Undo          Action = "undo"
	Redo          Action = "redo"
)

// Moving about.
const (
	Up          Action = "move.up"
	Down        Action = "move.down"
	HalfUp      Action = "move.half.up"
	HalfDown    Action = "move.half.down"
	PageUp      Action = "move.page.up"
	PageDown    Action = "move.page.down"
	Top         Action = "move.top"
	Bottom      Action = "move.bottom"
	Open        Action = "open"
	Back        Action = "back"
	NextTab     Action = "tab.next"
	PrevTab     Action = "tab.prev"
	TabNumber   Action = "tab.number" // Result.Nth says which
	NextContact Action = "contact.next"
	PrevContact Action = "contact.prev"
	NextMessage Action = "message.next"
	PrevMessage Action = "message.prev"
	Preview     Action = "preview"
	PreviewSide Action = "preview.side"
	Details     Action = "details"
)

// Finding and going.
const (
	Find       Action = "search"
	GoInbox    Action = "go.inbox"
	GoArchived Action = "go.archived"
	GoDue      Action = "go.due"
	GoWaiting  Action = "go.waiting"
	GoAll      Action = "go.all"
	GoSnoozed  Action = "go.snoozed"
	GoStarred  Action = "go.starred"
	GoLabel    Action = "go.label"
	GoCredits  Action = "go.credits"
)

// The person and the credits.
const (
	ProfileOpen    Action = "profile.open"
	ProfileCopy    Action = "profile.copy"
	InMailLog      Action = "inmail.log"
	InMailAnswered Action = "inmail.answered"
)

// Answers to a dialog.
const (
	Accept    Action = "accept"
	Cancel    Action = "cancel"
	Toggle    Action = "toggle"
	Newline   Action = "newline"
	NextField Action = "field.next"
	PrevField Action = "field.prev"
	Insist    Action = "insist"
	Yes       Action = "yes"
	No        Action = "no"
	Later     Action = "later"
)

// The program itself.
const (
	ShowHelp  Action = "help"
	SaveRetry Action = "save.retry"
	Reload    Action = "reload"
	Redraw    Action = "redraw"
	Suspend   Action = "suspend"
	Quit      Action = "quit"
)
