package ui

import (
	"os/exec"
	"slices"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"cordial/model"
	"cordial/model/triage"
	"cordial/ui/dialog"
	"cordial/ui/dossier"
	"cordial/ui/intake"
	"cordial/ui/port"
)

// This file and its siblings, effect….go, are the only ones that make commands. What a command needs it is
// handed as values: it never looks at the App, and the App never looks at a disk.

// The messages that commands answer with.
type (
	loadedMsg struct { // all of the store
		base base
		err  error
	}
	grownMsg struct { // the events after the first n
		after  uint64
		events []model.Event
		err    error
	}
	stampMsg struct { // how far the store has come
		stamp port.Stamp
		err   error
	}
	savedMsg    struct{ err error } // what came of the batch under way
	evidenceMsg struct {            // what there is about a conversation
		gen      uint64
		evidence dossier.Evidence
	}
	olderMsg struct { // a page of older messages
		gen      uint64
		id       triage.ID
		messages []model.Message
		err      error
	}
	peopleMsg struct { // everybody, for the search
		gen       uint64
		directory *dialog.Directory
		err       error
	}
	talksMsg struct { // what every conversation is called, for the palette
		gen   uint64
		talks *dialog.Talks
	}
	caughtMsg    struct{ catch dialog.Catch } // what the palette looked for
	suggestedMsg struct {                     // who may be one person, and among how many
		list   []model.MergeSuggestion
		people int
		err    error
	}
	copiedMsg struct { // what came of copying
		text, what string
		err        error
	}
	openedMsg struct { // what came of opening an address
		url string
		err error
	}
	draftsMsg struct { // all drafts, and whom they are to
		letters []model.Letter
		people  map[model.Key]model.Person
		err     error
	}
	keptMsg struct { // what came of saving drafts
		letters []numbered
		err     error
	}
	outreachMsg struct { // what the export says of all that was sent
		gen   uint64
		found evidenceOfSending
		err   error
	}
	handedMsg struct { // what came of copying a letter and of opening the profile
		letter         model.Letter
		copied, opened error
	}
	writtenMsg struct { // a file for the editor
		path string
		err  error
	}
	editedMsg struct { // the editor has ended
		path string
		err  error
	}
	textMsg struct { // what the editor left
		text string
		err  error
	}
)

// The messages that time sends.
type (
	pollMsg   struct{}           // look at the store again
	minuteMsg struct{}           // another minute
	retryMsg  struct{}           // save again
	whichMsg  struct{ n uint64 } // the n-th sequence has been waiting for its next key
	toastMsg  struct{ n uint64 } // the n-th toast has been read
	slowMsg   struct{ n uint64 } // the n-th reading takes its time
	keepMsg   struct{}           // save what was typed
)

// How long things wait.
const (
	pollEvery  = 2 * time.Second
	retryAfter = time.Second
	whichAfter = 400 * time.Millisecond
	slowAfter  = 300 * time.Millisecond
	toastFor   = 8 * time.Second
	keepAfter  = 500 * time.Millisecond
	keepAgain  = 5 * time.Second
)

// effects makes the commands.
type effects struct {
	store port.Store
	world model.World
	later func(time.Duration, tea.Msg) tea.Cmd
	copy  func(string) error
	open  func(string) error
	exec  func(*exec.Cmd, tea.ExecCallback) tea.Cmd

	exchange port.Exchange
	from     intake.Place // where paths begin
	database string       // the file that no export may replace
}

// newEffects takes the real world where Deps hands none in.
func newEffects(d Deps) effects {
	e := effects{store: d.Store, world: d.World, later: d.Later, copy: d.Copy, open: d.Open, exec: d.Exec}
	e.exchange, e.from, e.database = d.Exchange, startingPlace(d), d.DBPath
	if e.later == nil {
		e.later = func(wait time.Duration, msg tea.Msg) tea.Cmd {
			return tea.Tick(wait, func(time.Time) tea.Msg { return msg })
		}
	}
	if e.copy == nil {
		e.copy = clipboards(d.Out)
	}
	if e.open == nil {
		e.open = browse
	}
	if e.exec == nil {
		e.exec = tea.ExecProcess
	}
	return e
}

// load reads everything and folds it. threads are taken as they are when the
// store's evidence is still that of the stamp they came with.
func (e effects) load(threads model.ThreadSet, evidence uint64, now time.Time) tea.Cmd {
	return func() tea.Msg {
		stamp, err := e.store.Stamp()
		if err != nil {
			return loadedMsg{err: err}
		}
		if threads == nil || stamp.Evidence != evidence {
			if threads, err = e.store.Threads(); err != nil {
				return loadedMsg{err: err}
			}
		}
		events, err := e.store.Events(0)
		if err != nil {
			return loadedMsg{err: err}
		}
		b, err := fold(e.world, events, threads, stamp.Evidence, now)
		return loadedMsg{base: b, err: err}
	}
}

// grown reads the events after the first n.
func (e effects) grown(after uint64) tea.Cmd {
	return func() tea.Msg {
		events, err := e.store.Events(after)
		return grownMsg{after, events, err}
	}
}

// stamp asks how far the store has come.
func (e effects) stamp() tea.Cmd {
	return func() tea.Msg {
		stamp, err := e.store.Stamp()
		return stampMsg{stamp, err}
	}
}

// save appends a batch.
func (e effects) save(after uint64, batch []model.Event) tea.Cmd {
	return func() tea.Msg { return savedMsg{e.store.Append(after, batch)} }
}

// evidence reads what there is about a conversation. keys are all those of the person.
func (e effects) evidence(gen uint64, id triage.ID, keys []model.Key) tea.Cmd {
	return func() tea.Msg {
		found := dossier.Evidence{ID: id, Complete: true}
		found.Err = e.readInto(&found, keys)
		return evidenceMsg{gen, found}
	}
}

// readInto fills in person, messages and invitations.
func (e effects) readInto(found *dossier.Evidence, keys []model.Key) error {
	var err error
	if found.ID.Person != 0 {
		if found.Person, found.Known, err = model.Found(keys, e.store.Person); err != nil {
			return err
		}
		if found.Invitations, err = model.FoundInvitations(keys, e.store.Invitations); err != nil {
			return err
		}
	}
	if key := found.ID.Thread; key != 0 {
		found.Messages, err = e.store.Messages(key, time.Time{}, dossier.Page)
		found.Complete = len(found.Messages) < dossier.Page
	}
	return err
}

// older reads a page of messages before those of the evidence. Several may be of
// the same second as the oldest one that is there: those are asked for once more,
// and what is known already is left out.
func (e effects) older(gen uint64, have dossier.Evidence) tea.Cmd {
	same := 0
	for _, m := range have.Messages {
		if m.At.Equal(have.Before()) {
			same++
		}
	}
	before := have.Before().Add(time.Nanosecond)
	return func() tea.Msg {
		found, err := e.store.Messages(have.ID.Thread, before, dossier.Page+same)
		return olderMsg{gen, have.ID, found[:max(0, len(found)-same)], err}
	}
}

// people reads everybody for the search.
func (e effects) people(gen uint64) tea.Cmd {
	return func() tea.Msg {
		people, err := e.store.People()
		if err != nil {
			return peopleMsg{gen: gen, err: err}
		}
		return peopleMsg{gen: gen, directory: dialog.NewDirectory(people)}
	}
}

// talks reads what every conversation is called.
func (e effects) talks(gen uint64, threads port.Threads) tea.Cmd {
	return func() tea.Msg { return talksMsg{gen, dialog.NewTalks(threads)} }
}

// hunt searches for what the palette looks for.
func (e effects) hunt(h dialog.Hunt) tea.Cmd {
	return func() tea.Msg { return caughtMsg{h.Run()} }
}

// suggestions works out who may be one person, by all that is decided so far. The Book
// on screen goes on changing meanwhile, so this reads one of its own.
func (e effects) suggestions(unsaved []model.Event) tea.Cmd {
	unsaved = slices.Clone(unsaved)
	return func() tea.Msg {
		events, err := e.store.Events(0)
		if err != nil {
			return suggestedMsg{err: err}
		}
		book, err := model.Fold(e.world, events)
		if err != nil {
			return suggestedMsg{err: err}
		}
		for _, event := range unsaved {
			if _, err := book.Apply(event); err != nil {
				break // another program was first: the session gives it up when it reads that
			}
		}
		people, err := e.store.People()
		if err != nil {
			return suggestedMsg{err: err}
		}
		compared, found := people.Len(), make(map[model.Key]bool, people.Len())
		for i := range people.Len() {
			found[people.Row(i).Key] = true
		}
		for _, p := range book.Contacts() {
			if !found[p.Key] {
				compared++ // whom only the journal knows
			}
		}
		return suggestedMsg{list: book.MergeSuggestions(people), people: compared}
	}
}

// copyText puts a text on the clipboard.
func (e effects) copyText(text, what string) tea.Cmd {
	return func() tea.Msg { return copiedMsg{text, what, e.copy(text)} }
}

// browse opens an address in the browser.
func (e effects) browse(url string) tea.Cmd {
	return func() tea.Msg { return openedMsg{url, e.open(url)} }
}

// untilMinute waits for the next full minute, when due times are.
func (e effects) untilMinute(now time.Time) tea.Cmd {
	return e.later(now.Truncate(time.Minute).Add(time.Minute).Sub(now), minuteMsg{})
}

// drafts reads all drafts, and whom they are to.
func (e effects) drafts(from port.Drafts) tea.Cmd {
	return func() tea.Msg {
		letters, err := from.Drafts()
		people := map[model.Key]model.Person{}
		for _, l := range letters {
			if p, ok, _ := e.store.Person(l.Person); ok {
				people[l.Person] = p // who cannot be read is known by the journal, or not at all
			}
		}
		return draftsMsg{letters, people, err}
	}
}

// keep saves drafts.
func (e effects) keep(k *keeper, letters []numbered) tea.Cmd {
	return func() tea.Msg { return keptMsg{letters, k.save(letters)} }
}

// outreach reads what the export says of all that was sent.
func (e effects) outreach(gen uint64, now time.Time) tea.Cmd {
	return func() tea.Msg {
		found, err := readSending(e.store, now)
		return outreachMsg{gen, found, err}
	}
}

// handOver copies a letter and opens the profile. refused is why there is nothing to
// open.
func (e effects) handOver(l model.Letter, url string, refused error) tea.Cmd {
	return func() tea.Msg {
		m := handedMsg{letter: l, opened: refused}
		if !l.Bare {
			m.copied = e.copy(strings.TrimSpace(l.Body))
		}
		if refused == nil {
			m.opened = e.open(url)
		}
		return m
	}
}

// writeText puts a text into a file for the editor.
func (e effects) writeText(text string) tea.Cmd {
	return func() tea.Msg {
		path, err := writeTemporary(text)
		return writtenMsg{path, err}
	}
}

// edit opens a file in the editor, which takes the terminal over.
func (e effects) edit(editor, path string) tea.Cmd {
	return e.exec(editorCommand(editor, path), func(err error) tea.Msg { return editedMsg{path, err} })
}

// readText reads what the editor left, and takes the file away. failed is why the
// editor is not to be believed.
func (e effects) readText(path string, failed error) tea.Cmd {
	return func() tea.Msg {
		text, err := readTemporary(path)
		if failed != nil {
			err = failed
		}
		return textMsg{text, err}
	}
}
