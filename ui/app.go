package ui

import (
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"cordial/keymap"
	"cordial/model"
	"cordial/model/clean"
	"cordial/model/quota"
	"cordial/ui/ask"
	"cordial/ui/dialog"
	"cordial/ui/gauge"
	"cordial/ui/screen/importing"
	"cordial/ui/screen/inbox"
	"cordial/ui/term"
	"cordial/ui/theme"
)

// App is the one tea.Model. Screens and dialogs are plain structs that it calls;
// what they ask for it does, and everything that takes time it hands to effects.
type App struct {
	deps    Deps
	effects effects
	theme   *theme.Theme
	keymap  keymap.Keymap
	keys    *keymap.Resolver
	suspend tea.Cmd
	cmds    []tea.Cmd // made while a message is handled
	crash   *Crash

	w, h int
	now  time.Time

	*session       // nil until the store has been read
	loading  bool  // all of the store is being read
	looking  bool  // a look at the store is under way
	trouble  error // why the store cannot be read
	rescue   rescue
	auto     map[string]bool // ids of events that undo passes over: opening marks read

	inbox    *inbox.Screen
	pages    []page // in front of the inbox, the last one in front
	dialogs  []shown
	toast    toast
	which    bool // the popup of the sequence that has begun is shown
	pressed  uint64
	waiting  keymap.Result // an action that needs what is being read
	held     []tea.KeyMsg  // keys typed while something had to be waited for
	quitting bool          // leave as soon as everything is saved
	dying    bool          // and also when it cannot be
	ended    bool

	imports  imports
	drafts   letterbox
	outreach outreach
	likeness likeness
	review   reviewing
	wanting  *ask.Compose // a letter to somebody who has to be read about first
	editing  bool         // the user's editor has the text

	reading   reading
	directory *dialog.Directory
	asked     bool // everybody is being read
	talks     *dialog.Talks
	calling   bool // what every conversation is called is being read
	gauge     gauge.Gauge
	gaugeOf   gaugeKey
}

// page is a screen in front of the inbox.
type page struct {
	screen
	refresh func()
}

// screen is what every full screen can do.
type screen interface {
	Scope() keymap.Scope
	Do(a keymap.Action) ask.Request
	Draw(t *theme.Theme, w, h int, toast string) string
}

// shown is a dialog in front of the screen, and since when.
type shown struct {
	dialog.Dialog
	since time.Time
}

// gaugeKey tells what a gauge was read from. Days begin at some quarter of an
// hour, wherever a seat is.
type gaugeKey struct {
	version uint64
	quarter time.Time
}

// New is the program before its first message.
func New(d Deps) *App {
	k := d.Keys
	if len(k.Bindings()) == 0 {
		k = keymap.Default()
	}
	return &App{
		deps: d, effects: newEffects(d), theme: theme.New(d.Theme),
		keymap: k, keys: keymap.NewResolver(k), suspend: tea.Suspend,
		now: d.Clock(), loading: true, auto: map[string]bool{}, reading: newReading(), drafts: newLetterbox(d.Store),
	}
}

// Init begins to read the store, and the clocks.
func (a *App) Init() tea.Cmd {
	a.run(a.effects.load(nil, 0, a.now))
	a.readDrafts()
	a.run(a.effects.unfinished())
	a.run(a.effects.later(pollEvery, pollMsg{}))
	a.run(a.effects.untilMinute(a.now))
	return a.made()
}

// Update takes one message in. It never waits: what takes time is in the command
// it answers.
func (a *App) Update(msg tea.Msg) (_ tea.Model, cmd tea.Cmd) {
	defer a.catch(&cmd)
	a.now = a.deps.Clock()
	a.handle(msg)
	if a.session != nil {
		a.save()
		a.readAhead()
		a.keepLetters()
		a.readOutreach()
		a.readSuggestions()
		a.hunt()
		a.readReview()
		a.readQuotes()
	}
	return a, a.made()
}

// run adds a command to those that Update answers.
func (a *App) run(cmd tea.Cmd) {
	if cmd != nil {
		a.cmds = append(a.cmds, careful(cmd))
	}
}

// made is the commands that were made while a message was handled.
func (a *App) made() tea.Cmd {
	cmds := a.cmds
	a.cmds = nil
	return tea.Batch(cmds...)
}

// handle routes a message.
func (a *App) handle(msg tea.Msg) {
	switch m := msg.(type) {
	case tea.KeyMsg:
		a.key(m)
	case tea.WindowSizeMsg:
		a.resize(m.Width, m.Height)
	case tea.FocusMsg:
		a.advance()
		a.look()
		a.cameBack()
	case tea.ResumeMsg:
		a.advance()
		a.look()
	case term.Terminated:
		a.terminate()
	case crashedMsg:
		a.crash = m.crash
		a.leave()
	case pollMsg:
		a.look()
		a.run(a.effects.later(pollEvery, pollMsg{}))
	case minuteMsg:
		a.advance()
		a.run(a.effects.untilMinute(a.now))
	case whichMsg:
		a.which = m.n == a.pressed && a.keys.Pending() != ""
	case toastMsg:
		a.toast.expire(m.n)
	case keepMsg:
		a.saveLetters()
	default:
		a.answer(msg)
	}
}

// answer takes in what a command brought.
func (a *App) answer(msg tea.Msg) {
	switch m := msg.(type) {
	case loadedMsg:
		a.loaded(m)
	case grownMsg:
		a.grown(m)
	case stampMsg:
		a.stamped(m)
	case savedMsg:
		a.savedOrNot(m)
	case retryMsg:
		if a.session != nil {
			a.retry()
		}
	case evidenceMsg:
		a.found(m)
	case olderMsg:
		a.foundOlder(m)
	case slowMsg:
		a.reading.slow = m.n == a.reading.began && a.reading.busy
		a.refresh()
	case peopleMsg:
		a.foundPeople(m)
	case talksMsg:
		a.foundTalks(m)
	case caughtMsg:
		a.caught(m)
	case suggestedMsg:
		a.foundSuggestions(m)
	case copiedMsg:
		a.copied(m)
	case openedMsg:
		a.opened(m)
	case reviewMsg:
		a.foundReview(m)
	case quotesMsg:
		a.foundQuotes(m)
	default:
		if !a.answerImport(msg) {
			a.answerWriting(msg)
		}
	}
}

// resize takes in the size of the terminal.
func (a *App) resize(w, h int) {
	a.w, a.h = w, h
	if a.inbox != nil {
		a.inbox.Resize(w, h)
	}
	a.refresh()
	a.release()
}

// advance lets time pass: nothing is written, everything reads differently.
func (a *App) advance() {
	if a.session == nil {
		return
	}
	a.board.Advance(a.now)
	a.version++
	a.refresh()
}

// front is the screen in front.
func (a *App) front() screen {
	if n := len(a.pages); n > 0 {
		return a.pages[n-1]
	}
	return a.inbox
}

// scope is the innermost scope of the keys.
func (a *App) scope() keymap.Scope {
	switch {
	case len(a.dialogs) > 0:
		return a.dialogs[len(a.dialogs)-1].Scope()
	case a.session == nil:
		return keymap.Inbox
	default:
		return a.front().Scope()
	}
}

// refresh hands the world to everything that draws it.
func (a *App) refresh() {
	if a.session == nil {
		return
	}
	a.forgetPeople()
	a.readGauge()
	a.inbox.Refresh(a.inboxWorld())
	for _, p := range a.pages {
		p.refresh()
	}
	for _, d := range a.dialogs {
		d.Refresh(a.dialogWorld())
	}
}

// readGauge reads the credits again when the Book or the day may have changed.
func (a *App) readGauge() {
	key := gaugeKey{a.version, a.now.Truncate(15 * time.Minute)}
	if key != a.gaugeOf {
		a.gauge, a.gaugeOf = gauge.Read(a.book, a.now), key
	}
}

// inboxWorld is what the inbox reads.
func (a *App) inboxWorld() inbox.World {
	return inbox.World{
		Book: a.book, Board: a.board, Version: a.version + a.reading.gen, Now: a.now, Gauge: a.gauge,
		Keys: a.keymap, Demo: a.deps.Demo, Slow: a.reading.slow, Find: a.reading.find,
		Drafting: a.writingTo, Busy: importing.Busy(a.imports.run), ToReview: len(a.toReview()),
	}
}

// dialogWorld is what dialogs read.
func (a *App) dialogWorld() dialog.World {
	var meters []quota.Meter
	if a.countsSending() {
		_, meters = a.sending()
	}
	return dialog.World{
		Book: a.book, Board: a.board, People: a.directory, Talks: a.talks, Keys: a.keymap, Zone: a.deps.Zone, Now: a.now,
		Me: a.outreach.found.me, Meters: meters, Known: func(p model.Person) dialog.Acquaintance { return a.acquaintance(p) },
	}
}

// say shows one line in passing.
func (a *App) say(kind ask.ToastKind, text string) { a.tell(kind, text, "") }

// tell shows one line in passing, with the key that takes it back.
func (a *App) tell(kind ask.ToastKind, text, hint string) {
	n := a.toast.show(kind, clean.Line(text), hint)
	a.run(a.effects.later(toastFor, toastMsg{n}))
}
