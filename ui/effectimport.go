package ui

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"cordial/model"
	"cordial/model/contactlist"
	"cordial/ui/ask"
	"cordial/ui/intake"
	"cordial/ui/port"
	"cordial/ui/screen/importing"
	"cordial/ui/takeout"
)

// These are the commands that import and export. What they tell on the way goes into
// a meter, at which the App looks ten times a second.

// The messages that they answer with; n is the run that they belong to.
type (
	searchedMsg struct{ found []intake.Found } // what could be imported
	folderMsg   struct{ folder importing.Folder }
	readMsg     struct { // what was read, compared with what is there
		n        uint64
		paths    []string
		prepared port.Prepared
		lists    []port.ContactList // instead of prepared
		report   contactlist.Report // of lists
		columns  []port.Column      // of a list of which nobody knows what they hold
		err      error
	}
	appliedMsg struct { // what came of writing it
		n      uint64
		report model.ImportReport
		lists  *contactlist.Report
		err    error
	}
	takenBackMsg struct { // what came of taking an import back
		n   uint64
		err error
	}
	unfinishedMsg struct { // an import that is not through
		paths    []string
		evidence uint64 // Stamp.Evidence by then
		err      error
	}
	lookUnfinishedMsg struct{} // look for one again
	reportMsg         struct { // what came of saving a report
		path string
		err  error
	}
	exportedMsg struct { // what came of an export
		request ask.WriteExport
		path    string
		rows    int
		err     error
	}
	importTickMsg struct{ n uint64 } // look at how far it has come
)

// How often the App looks at how far an import has come, and how long nothing of an
// import must come until it counts as interrupted.
const (
	importTick = 100 * time.Millisecond
	importMute = 2 * time.Second
)

// startingPlace is where paths begin.
func startingPlace(d Deps) intake.Place {
	p := intake.Place{Home: d.Home, Dir: d.Dir}
	if p.Home == "" {
		p.Home, _ = os.UserHomeDir() // without one, ~ is a name like any other
	}
	if p.Dir == "" {
		p.Dir, _ = os.Getwd()
	}
	return p
}

// ownerUnsure tells that an export does not say whose it is, and who it may be.
func (e effects) ownerUnsure(err error) ([]port.Candidate, bool) {
	if err == nil || e.exchange.OwnerUnsure == nil {
		return nil, false
	}
	return e.exchange.OwnerUnsure(err)
}

// search looks for what could be imported.
func (e effects) search() tea.Cmd {
	return func() tea.Msg {
		dirs := []string{filepath.Join(e.from.Home, "Downloads"), e.from.Home, e.from.Dir}
		return searchedMsg{intake.Find(dirs, e.exchange)}
	}
}

// folder reads a folder, named as it was typed.
func (e effects) folder(typed string) tea.Cmd {
	return func() tea.Msg {
		f := importing.Folder{Typed: typed, Read: true}
		f.Entries, f.Err = intake.Folder(e.from.Absolute(typed))
		return folderMsg{f}
	}
}

// run is what an import under way is given.
type run struct {
	ctx   context.Context
	n     uint64
	meter *intake.Meter
	now   time.Time
	newID func(time.Time) string
}

// options are the choices of an import.
func (r run) options(owner string) port.ImportOptions {
	return port.ImportOptions{Owner: owner, Now: r.now, NewID: r.newID}
}

// desk takes lists of people.
func (e effects) desk(r run) intake.Desk {
	return intake.Desk{Store: e.store, World: e.world, Now: r.now, NewID: r.newID}
}

// read reads exports or lists and compares them with what is there.
func (e effects) read(r run, what ask.ReadExport) tea.Cmd {
	return func() tea.Msg {
		m := readMsg{n: r.n, paths: what.Paths}
		if len(m.paths) == 0 {
			m.paths = e.from.Paths(what.Text, func(path string) bool {
				_, err := os.Stat(path)
				return err == nil
			})
		}
		if m.err = e.there(m.paths); m.err == nil {
			m.err = e.readPaths(r, what, &m)
		}
		return m
	}
}

// there says which of some paths is missing.
func (e effects) there(paths []string) error {
	for _, path := range paths {
		if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) {
			return fmt.Errorf("there is no file %s; look at the path once more", e.from.Short(path))
		}
	}
	return nil
}

// readPaths fills in what was read.
func (e effects) readPaths(r run, what ask.ReadExport, m *readMsg) (err error) {
	sorted := intake.Sorted{Lists: m.paths}
	if what.Mapping == "" {
		sorted = intake.Sort(m.paths, e.exchange)
	}
	switch {
	case len(sorted.Lists) > 0 && len(sorted.Lists) < len(m.paths):
		return fmt.Errorf("%s is a list of people and not everything else is; import the export first and then the list",
			filepath.Base(sorted.Lists[0]))
	case len(sorted.Unknown) > 1 || len(sorted.Unknown) > 0 && len(m.paths) > 1:
		return fmt.Errorf("%s is no list that is recognised; import it alone, so that its columns can be named", filepath.Base(sorted.Unknown[0]))
	case len(sorted.Unknown) > 0:
		m.columns, err = e.exchange.Columns(sorted.Unknown[0])
		return err
	case len(sorted.Lists) == 0:
		m.prepared, err = e.store.Prepare(r.ctx, m.paths, r.options(what.Owner), r.meter.Add)
		return err
	}
	for _, path := range sorted.Lists {
		r.meter.Add(port.Progress{Step: "reading " + filepath.Base(path)})
		list, err := e.exchange.ReadList(r.ctx, path, what.Mapping)
		if err != nil && what.Mapping != "" && e.exchange.BadMapping(err) {
			m.columns, _ = e.exchange.Columns(path) // the error is said above them
		}
		if err != nil {
			return err
		}
		m.lists = append(m.lists, list)
	}
	r.meter.Add(port.Progress{Step: "comparing people", Phase: model.Comparing})
	m.report, err = e.desk(r).Preview(m.lists)
	return errors.Join(err, r.ctx.Err())
}

// apply writes what was read.
func (e effects) apply(r run, prepared port.Prepared, lists []port.ContactList) tea.Cmd {
	return func() tea.Msg {
		m := appliedMsg{n: r.n}
		if prepared != nil {
			m.report, m.err = prepared.Apply(r.ctx, r.meter.Add)
			return m
		}
		r.meter.Add(port.Progress{Step: "writing people", Phase: model.Writing})
		report, err := e.desk(r).Take(lists)
		m.lists, m.err = &report, err
		return m
	}
}

// takeBack undoes an import, or with no event takes back the one that was interrupted.
func (e effects) takeBack(r run, event string) tea.Cmd {
	return func() tea.Msg {
		if event == "" {
			return takenBackMsg{r.n, e.store.Abandon(r.ctx, r.meter.Add)}
		}
		return takenBackMsg{r.n, e.store.TakeBack(r.ctx, event, r.options(""), r.meter.Add)}
	}
}

// unfinished asks whether an import is not through.
func (e effects) unfinished() tea.Cmd {
	return func() tea.Msg {
		paths, err := e.store.Unfinished()
		if err != nil || len(paths) == 0 {
			return unfinishedMsg{err: err}
		}
		stamp, err := e.store.Stamp()
		return unfinishedMsg{paths, stamp.Evidence, err}
	}
}

// saveReport writes a report into a new file in the working directory.
func (e effects) saveReport(name string, text []byte) tea.Cmd {
	return func() tea.Msg {
		path, err := intake.SaveNew(e.from.Dir, name, text)
		return reportMsg{e.from.Short(path), err}
	}
}

// export writes an export for another program.
func (e effects) export(what ask.WriteExport, now time.Time) tea.Cmd {
	return func() tea.Msg {
		path := e.from.Absolute(what.Path)
		source := takeout.Source{Store: e.store, World: e.world, Now: now, Exchange: e.exchange}
		to := takeout.Target{Path: path, Over: what.Over, Database: e.database}
		rows, err := source.Write(context.Background(), what.What, what.Format, to)
		return exportedMsg{what, e.from.Short(path), rows, err}
	}
}
