package ui

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/charmbracelet/bubbletea"

	"cordial/model"
	"cordial/model/clean"
	"cordial/model/triage"
	"cordial/ui/ask"
	"cordial/ui/intake"
	"cordial/ui/screen/importing"
	"cordial/ui/takeout"
)

// askTakeBack asks before an import is undone: what will go, and what stays.
func (a *App) askTakeBack(e model.Event) {
	d, ok := e.Decision.(model.ExportImported)
	if !ok {
		return
	}
	a.ask(ask.Question{
		Title: "Undo the import of " + clean.Line(filepath.Base(d.Name)) + "?",
		Text: fmt.Sprintf("%s and %s that it brought go; what it changed is as before. "+
			"Labels, notes, reminders and credits stay.\n\nTo bring it back, import the file again.",
			counted(d.Messages, "message", "messages"), counted(d.People, "person", "people")),
		YesText: "yes, take it back", NoText: "no, keep it",
		Yes: ask.TakeBackImport{Event: e.ID},
	})
}

// takeBackImport undoes an import, or with no event the one that was interrupted.
func (a *App) takeBackImport(event string) error {
	i := &a.imports
	if i.run.Busy() {
		return &model.Refusal{Reason: "another import is under way", Help: "wait for its end first"}
	}
	i.prepared, i.lists, i.event = nil, nil, event
	i.run = importing.Run{}
	if e, ok := a.book.Reverted(model.EventReverted{Event: event}); ok {
		if d, ok := e.Decision.(model.ExportImported); ok {
			i.run.Paths = []string{d.Name}
		}
	}
	r := a.beginImport(importing.TakingBack)
	i.run.Undoing = true
	a.run(a.effects.takeBack(r, event))
	a.say(ask.Said, "Taking the import back")
	a.refresh()
	return nil
}

// takenBack takes in what came of taking an import back.
func (a *App) takenBack(m takenBackMsg) {
	i := &a.imports
	if m.n != i.n {
		return
	}
	i.run = importing.Run{}
	switch {
	case m.err != nil:
		a.say(ask.Failed, "The import was not taken back: "+m.err.Error())
		a.run(a.effects.unfinished())
	case i.event == "":
		a.say(ask.Done, "Took back what the interrupted import had written")
	default:
		a.say(ask.Done, "Took the import back; to bring it back, import the file again")
	}
	a.importEnded()
}

// foundUnfinished asks what is to become of an import that was interrupted. As long as
// its evidence grows, another program is at it.
func (a *App) foundUnfinished(m unfinishedMsg) {
	i := &a.imports
	if m.err != nil || len(m.paths) == 0 {
		return
	}
	if i.growing == m.evidence {
		i.left = m.paths
		a.askUnfinished()
		return
	}
	i.growing = m.evidence
	a.run(a.effects.later(importMute, lookUnfinishedMsg{}))
}

// askUnfinished asks once there is a screen to ask on.
func (a *App) askUnfinished() {
	paths := a.imports.left
	if len(paths) == 0 || a.session == nil || a.imports.run.Busy() {
		return
	}
	a.imports.left = nil
	a.ask(ask.Question{
		Title: "An import was interrupted",
		Text: clean.Line(filepath.Base(paths[0])) + " is not through, so messages may be missing.\n" +
			"Finishing it reads the file once more; nothing comes twice.",
		YesText: "finish it", NoText: "not now", LaterText: "take it back",
		Yes:   ask.Batch{ask.GoToImport{}, ask.ReadExport{Paths: paths, Apply: true}},
		Later: ask.AbandonImport{},
	})
}

// saveReport writes the report of the import in front into a file.
func (a *App) saveReport(asJSON bool) error {
	r := a.imports.run
	at := r.Report.Newest
	if at.IsZero() || r.Lists != nil {
		at = a.now
	}
	name := "cordial-import-" + at.In(a.now.Location()).Format("2006-01-02")
	var text []byte
	var err error
	switch {
	case asJSON && r.Lists != nil:
		text, err = intake.JSONReport(r.Lists)
	case asJSON:
		text, err = intake.JSONReport(r.Report)
	case r.Lists != nil:
		text = intake.TextListReport(*r.Lists, a.now)
	default:
		text = intake.TextReport(r.Name(), r.Report, a.now)
	}
	ending := ".txt"
	if asJSON {
		ending = ".json"
	}
	if err == nil {
		a.run(a.effects.saveReport(name+ending, text))
	}
	return err
}

// exported takes in what came of an export.
func (a *App) exported(m exportedMsg) {
	a.imports.exporting = ""
	what := strings.ToUpper(m.request.What[:1]) + m.request.What[1:]
	switch {
	case errors.Is(m.err, takeout.ErrThere):
		over := m.request
		over.Over = true
		a.ask(ask.Question{
			Title: "Replace the file?", Text: clean.Line(m.path) + " is there already.",
			YesText: "yes, replace it", NoText: "no, choose another name", Yes: over,
		})
	case m.err != nil:
		a.say(ask.Failed, what+" not written: "+m.err.Error())
	default:
		a.say(ask.Done, fmt.Sprintf("%s written: %s in %s", what, counted(m.rows, "row", "rows"), clean.Line(filepath.Base(m.path))))
	}
	a.refresh()
}

// leavesImport asks what is to become of an import before the program ends. It is
// false when nothing is under way that must not be left.
func (a *App) leavesImport() bool {
	i := &a.imports
	switch {
	case i.cancel != nil && i.run.Stage == importing.Reading:
		i.cancel()
		return false
	case !i.writing() || i.leaving: // asked again: whoever insists may leave; the next start offers to finish it
		return false
	case i.run.Stage == importing.TakingBack:
		i.leaving = true
		a.tell(ask.Said, "Leaving when the import is taken back", "again leaves at once")
	default:
		a.ask(ask.Question{
			Title: "An import is being written", Text: "What was written so far can be taken back, or the import can go on to its end first.",
			YesText: "take it back and leave", NoText: "stay", LaterText: "leave when it is through",
			Yes: ask.LeaveImport{}, Later: ask.LeaveAfterImport{},
		})
	}
	return true
}

// endImport stops an import because the program must end, and answers whether that
// has to be waited for.
func (a *App) endImport() bool {
	i := &a.imports
	if i.cancel != nil {
		i.cancel()
	}
	if !i.writing() || i.leaving {
		return false
	}
	i.leaving, a.dying, a.quitting = true, true, true
	a.dialogs = nil
	return true
}

// dropped takes a pasted path where nothing is typed: on the screen that imports, and
// on an inbox with nothing in it yet.
func (a *App) dropped(k tea.KeyMsg) bool {
	if len(a.dialogs) > 0 || a.session == nil {
		return false
	}
	empty, _ := a.board.Count(triage.Tab{Kind: triage.All})
	switch {
	case a.importing() != nil && a.scope().Typing():
		a.ask(a.importing().Key(k))
	case len(a.pages) == 0 && empty == 0:
		a.ask(ask.GoToImport{Text: strings.TrimSpace(string(k.Runes))})
	default:
		return false
	}
	return true
}
