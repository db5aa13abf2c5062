package ui

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/dustin/go-humanize"

	"cordial/keymap"
	"cordial/model"
	"cordial/model/clean"
	"cordial/ui/ask"
	"cordial/ui/intake"
	"cordial/ui/port"
	"cordial/ui/screen/importing"
)

// imports is the import at hand: it goes on while its screen is left.
type imports struct {
	screen   *importing.Screen
	run      importing.Run
	n        uint64 // counts the runs: what one that was stopped answers is passed over
	meter    *intake.Meter
	cancel   context.CancelFunc
	asked    ask.ReadExport // what was read last
	prepared port.Prepared
	lists    []port.ContactList
	event    string // of the import that is being taken back; empty: of the interrupted one
	stopped  bool   // the user wants nothing of it
	leaving  bool   // the program ends when this has

	found     []intake.Found
	searched  bool
	folder    importing.Folder
	left      []string // paths of an import that was interrupted, to be asked about
	growing   uint64   // Stamp.Evidence when an import was not through
	exporting string
}

// writing tells whether something is under way that the database must not be left in.
func (i *imports) writing() bool {
	return i.run.Stage == importing.Writing || i.run.Stage == importing.TakingBack
}

// goToImport shows the screen that imports and exports.
func (a *App) goToImport(r ask.GoToImport) ask.Request {
	i := &a.imports
	if i.screen == nil {
		i.screen = importing.New(a.importWorld())
	}
	if a.importing() == nil {
		a.pages = append(a.pages, page{i.screen, func() { i.screen.Refresh(a.importWorld()) }})
		a.run(a.effects.search())
	}
	defer a.refresh()
	return i.screen.Show(r.Export, r.Text)
}

// importing is the screen that imports, when it is in front.
func (a *App) importing() *importing.Screen {
	if n := len(a.pages); n > 0 {
		if s, ok := a.pages[n-1].screen.(*importing.Screen); ok {
			return s
		}
	}
	return nil
}

// importWorld is what that screen reads.
func (a *App) importWorld() importing.World {
	i := &a.imports
	return importing.World{
		Run: i.run, Found: i.found, Searched: i.searched, Folder: i.folder, Place: a.effects.from, Seats: len(a.book.Seats()),
		Exporting: i.exporting, Keys: a.keymap, Now: a.now,
	}
}

// doImport does what is asked about imports and exports. It is false for other
// requests.
func (a *App) doImport(r ask.Request) (bool, error) {
	i := &a.imports
	switch r := r.(type) {
	case ask.GoToImport:
		return true, a.do(a.goToImport(r))
	case ask.ListFolder:
		a.run(a.effects.folder(r.Folder))
	case ask.ReadExport:
		return true, a.readExport(r)
	case ask.SayOwner:
		i.run = importing.Run{Stage: importing.Asking, Paths: i.run.Paths}
	case ask.ApplyImport:
		a.applyImport()
	case ask.StopImport:
		a.stopImport()
	case ask.TakeBackImport:
		return true, a.takeBackImport(r.Event)
	case ask.AbandonImport:
		return true, a.takeBackImport("")
	case ask.SaveReport:
		return true, a.saveReport(r.JSON)
	case ask.WriteExport:
		i.exporting = r.What
		a.run(a.effects.export(r, a.now))
	case ask.LeaveImport:
		i.leaving = true
		a.stopImport()
		a.say(ask.Said, "Taking back what was written, then leaving")
	case ask.LeaveAfterImport:
		i.leaving = true
		a.say(ask.Said, "Leaving when the import is through")
	default:
		return false, nil
	}
	a.refresh()
	return true, nil
}

// beginImport begins a run at a stage.
func (a *App) beginImport(stage importing.Stage) run {
	i := &a.imports
	i.n++
	ctx, cancel := context.WithCancel(context.Background())
	i.cancel, i.stopped = cancel, false
	i.meter = intake.NewMeter(a.deps.Clock)
	i.run.Stage, i.run.Err, i.run.Undoing = stage, nil, false
	i.run.Course.Step, i.run.Began = port.Progress{}, a.now
	a.tickImport()
	return run{ctx: ctx, n: i.n, meter: i.meter, now: a.now, newID: a.deps.NewID}
}

// tickImport looks again in a moment at how far it has come.
func (a *App) tickImport() { a.run(a.effects.later(importTick, importTickMsg{a.imports.n})) }

// ticked looks at how far it has come.
func (a *App) ticked(m importTickMsg) {
	i := &a.imports
	if m.n != i.n || !i.run.Busy() {
		return
	}
	a.readMeter()
	a.tickImport()
	a.refresh()
}

// readMeter takes in how far it has come.
func (a *App) readMeter() {
	i := &a.imports
	course := i.meter.Read()
	if len(course.Files) == 0 {
		course.Files = i.run.Course.Files // of the reading before
	}
	i.run.Course = course
	if course.Step.Phase == model.TakingBack && i.run.Stage == importing.Writing {
		i.run.Stage = importing.TakingBack
	}
}

// readExport reads exports or lists. Nothing is written by it.
func (a *App) readExport(r ask.ReadExport) error {
	i := &a.imports
	if i.run.Busy() {
		return &model.Refusal{Reason: "another import is under way", Help: "wait for its end, or stop it with esc on its screen"}
	}
	i.prepared, i.lists, i.asked = nil, nil, r
	name := r.Paths
	if len(name) == 0 {
		name = []string{strings.TrimSpace(r.Text)}
	}
	i.run = importing.Run{Paths: name, Candidates: i.run.Candidates}
	if r.Owner == "" {
		i.run.Candidates = nil
	}
	a.run(a.effects.read(a.beginImport(importing.Reading), r))
	a.refresh()
	return nil
}

// wasRead takes in what was read.
func (a *App) wasRead(m readMsg) {
	i := &a.imports
	if m.n != i.n {
		return
	}
	a.readMeter()
	i.run.Took = a.now.Sub(i.run.Began)
	if len(m.paths) > 0 {
		i.run.Paths = m.paths
	}
	candidates, unsure := a.effects.ownerUnsure(m.err)
	switch {
	case errors.Is(m.err, context.Canceled):
		i.run = importing.Run{}
	case unsure:
		i.run.Stage, i.run.Candidates = importing.Asking, candidates
	case m.err != nil && i.asked.Owner != "":
		i.run.Stage, i.run.Err = importing.Asking, m.err
	case len(m.columns) > 0:
		i.run.Stage, i.run.Columns, i.run.Err = importing.Mapping, m.columns, m.err
	case m.err != nil:
		i.run.Stage, i.run.Err = importing.Failed, m.err
		a.tellAway(ask.Failed, "The import failed: "+m.err.Error())
	default:
		i.run.Stage, i.prepared, i.lists = importing.Preview, m.prepared, m.lists
		if m.prepared != nil {
			i.run.Report = m.prepared.Report()
		} else {
			i.run.Lists = &m.report
		}
		if i.asked.Apply {
			a.applyImport()
			break
		}
		a.tellAway(ask.Done, clean.Line(i.run.Name())+" is read: "+a.hint(keymap.GoImport, "shows what it would change"))
	}
	a.refresh()
}

// tellAway says what happened to an import whose screen was left.
func (a *App) tellAway(kind ask.ToastKind, text string) {
	if a.importing() == nil {
		a.say(kind, text)
	}
}

// applyImport writes what was read and shown.
func (a *App) applyImport() {
	i := &a.imports
	if i.run.Stage != importing.Preview {
		return
	}
	took := i.run.Took
	a.run(a.effects.apply(a.beginImport(importing.Writing), i.prepared, i.lists))
	i.run.Took = took
}

// applied takes in what came of writing.
func (a *App) applied(m appliedMsg) {
	i := &a.imports
	if m.n != i.n {
		return
	}
	took := i.run.Took + a.now.Sub(i.run.Began)
	switch {
	case errors.Is(m.err, context.Canceled):
		i.run = importing.Run{}
		a.say(ask.Said, "The import was stopped: nothing of it is left")
	case m.err != nil:
		i.run.Stage, i.run.Err, i.run.Begun = importing.Failed, m.err, i.prepared != nil
		a.tellAway(ask.Failed, "The import failed: "+m.err.Error())
		a.run(a.effects.unfinished()) // a full disk leaves what was written before
	default:
		i.run.Stage, i.run.Took = importing.Done, took
		if m.lists != nil {
			i.run.Lists = m.lists
		} else {
			i.run.Report = m.report
		}
		if i.run.Brings() {
			a.tell(ask.Done, broughtWords(i.run), a.afterwards())
		} else {
			a.say(ask.Done, "Everything in "+clean.Line(i.run.Name())+" was here already")
		}
	}
	a.importEnded()
}

// importEnded looks at what came of an import, and ends the program if that was asked.
func (a *App) importEnded() {
	i := &a.imports
	i.prepared, i.lists = nil, nil
	a.look()
	a.refresh()
	if i.leaving {
		i.leaving = false
		if a.dying {
			a.terminate()
			return
		}
		a.quit()
	}
}

// broughtWords says what an import brought.
func broughtWords(r importing.Run) string {
	if l := r.Lists; l != nil {
		text := "Imported " + clean.Line(r.Name()) + ": " + counted(l.Added, "person is", "people are") + " new"
		if l.Completed > 0 {
			text += ", " + humanize.Comma(int64(l.Completed)) + " completed"
		}
		return text
	}
	if r.Report.Messages.New == 0 {
		return "Imported " + clean.Line(r.Name()) + ": no message in it is new"
	}
	text := "Imported " + counted(r.Report.Messages.New, "message", "messages")
	if n := r.Report.NewConversations; n > 0 {
		text += " in " + counted(n, "conversation", "conversations")
	}
	return text
}

// counted counts things in words.
func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return humanize.Comma(int64(n)) + " " + many
}

// afterwards names the keys for what can be done after an import.
func (a *App) afterwards() string {
	keys := a.hint(keymap.Undo, "undo")
	if n := a.imports.run.Report.Proposals; n > 0 && a.imports.run.Lists == nil {
		keys = a.hint(keymap.GoReview, fmt.Sprintf("review %d", n)) + "  " + keys
	}
	return keys
}

// stopImport stops what is under way without a trace, or forgets what was read.
func (a *App) stopImport() {
	i := &a.imports
	switch i.run.Stage {
	case importing.Writing:
		i.stopped = true
		i.cancel()
		return // what it answers tells that nothing is left
	case importing.TakingBack:
		return // it goes on until it is through
	case importing.Reading:
		i.cancel()
		a.say(ask.Said, "Stopped: nothing was written")
	default: // nothing is under way
	}
	i.n++
	i.prepared, i.lists = nil, nil
	i.run = importing.Run{}
}

// answerImport takes in what the commands of imports brought.
func (a *App) answerImport(msg any) bool {
	switch m := msg.(type) {
	case searchedMsg:
		a.imports.found, a.imports.searched = m.found, true
		a.refresh()
	case folderMsg:
		a.imports.folder = m.folder
		a.refresh()
	case readMsg:
		a.wasRead(m)
	case appliedMsg:
		a.applied(m)
	case takenBackMsg:
		a.takenBack(m)
	case unfinishedMsg:
		a.foundUnfinished(m)
	case lookUnfinishedMsg:
		a.run(a.effects.unfinished())
	case reportMsg:
		if m.err != nil {
			a.say(ask.Failed, "The report is not saved: "+m.err.Error())
		} else {
			a.say(ask.Done, "Report saved in "+m.path)
		}
	case exportedMsg:
		a.exported(m)
	case importTickMsg:
		a.ticked(m)
	default:
		return false
	}
	return true
}
