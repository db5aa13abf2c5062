package importing

import (
	"slices"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"cordial/keymap"
	"cordial/ui/ask"
	"cordial/ui/intake"
	"cordial/ui/listing"
	"cordial/ui/port"
	"cordial/ui/widget"
)

// World is what the screen reads.
type World struct {
	Run       Run
	Found     []intake.Found // what could be imported
	Searched  bool           // Found is all there is
	Folder    Folder
	Place     intake.Place
	Seats     int    // with a statement
	Exporting string // what is being written for other programs, empty for nothing
	Keys      keymap.Keymap
	Now       time.Time // its zone is the user's
}

// Folder is what is in the folder of the path that is being typed.
type Folder struct {
	Typed   string // the folder as typed
	Read    bool
	Entries []intake.Entry
	Err     error
}

// view is what is in front in a stage.
type view uint8

const (
	usual    view = iota
	problems      // every record that was left out
	renamed       // people with a new name
	typing        // the address of whose export it is
)

// Screen is where the cursor is, and what is typed. It outlives being left.
type Screen struct {
	world World
	view  view
	out   bool // the half that exports

	path    widget.Input // of what is to be read
	chosen  bool         // the cursor is in the list below the path
	to      widget.Input // where an export is written
	edited  bool         // by the user
	owner   widget.Input
	offers  widget.List // below the path
	exports widget.List
	people  widget.List // candidates
	fields  widget.List // of a mapping
	columns []int       // the column of each field, -1 for none

	chosenOf []port.Column // the columns that they were chosen among
	rows     widget.List   // problems or renamed people
}

// New is the screen before anything was chosen.
func New(w World) *Screen {
	s := &Screen{}
	s.path.Placeholder = "drop or paste a zip, a folder or a list here, or type its path"
	s.owner.Placeholder = "https://www.linkedin.com/in/your-name"
	s.exports = s.exports.Resize(len(products()), len(products()))
	s.Refresh(w)
	return s
}

// Scope is keymap.Path while something is typed, else keymap.Importing.
func (s *Screen) Scope() keymap.Scope {
	if s.out || s.world.Run.Stage == Choosing || s.world.Run.Stage == Asking && s.view == typing {
		return keymap.Path
	}
	return keymap.Importing
}

// Refresh hands in the world anew.
func (s *Screen) Refresh(w World) {
	was := s.world.Run
	s.world = w
	if w.Run.Stage != was.Stage {
		s.enter(was.Stage)
	}
	if s.columns == nil || w.Run.Stage == Mapping && !slices.Equal(s.chosenOf, w.Run.Columns) {
		s.guess()
	}
	s.count()
	if s.out && !s.edited {
		s.suggest()
	}
}

// count keeps the cursor among the choices, which change with every letter. What was
// found is the first choice while nothing is typed.
func (s *Screen) count() {
	n := len(s.choices())
	s.offers = s.offers.Resize(n, max(1, s.offers.Height))
	if n == 0 || s.path.Value() == "" {
		s.chosen = n > 0
	}
}

// enter begins a stage.
func (s *Screen) enter(was Stage) {
	s.view, s.rows = usual, widget.List{}
	switch s.world.Run.Stage {
	case Asking:
		s.people = widget.List{}.Resize(len(s.world.Run.Candidates)+1, 1)
		if len(s.world.Run.Candidates) == 0 || s.world.Run.Err != nil && s.owner.Value() != "" {
			s.view = typing
		}
	case Choosing:
		if was == Done {
			s.path.SetValue("")
		}
		s.chosen = s.path.Value() == ""
	default: // nothing is chosen there
	}
}

// Show shows one of the halves, with a text typed into the field of the path.
func (s *Screen) Show(export bool, text string) ask.Request {
	s.out = export
	if export {
		s.edited = false
		s.suggest()
		return nil
	}
	if text != "" {
		s.path.SetValue(text)
		s.chosen = false
		return s.wantsFolder()
	}
	s.chosen = s.path.Value() == ""
	return nil
}

// Key types.
func (s *Screen) Key(k tea.KeyMsg) ask.Request {
	defer s.count()
	if s.Scope() != keymap.Path {
		return ask.Toast{Text: k.String() + " does nothing here"}
	}
	switch {
	case s.out:
		s.edited = s.to.Key(k) || s.edited
		return nil
	case s.world.Run.Stage == Asking:
		s.owner.Key(k)
		return nil
	}
	before := s.path.Value()
	s.path.Key(k)
	if s.path.Value() == before {
		return nil
	}
	s.offers, s.chosen = s.offers.Top(), s.path.Value() == ""
	return s.wantsFolder()
}

// Do does an action of the keymap. One that is not possible now answers why.
func (s *Screen) Do(a keymap.Action) ask.Request {
	if why := s.Off(a); why != "" {
		return ask.Toast{Text: why}
	}
	defer s.count()
	if s.out {
		return s.doExport(a)
	}
	switch a {
	case keymap.Accept:
		return s.accept()
	case keymap.Cancel:
		return s.cancel()
	case keymap.Complete:
		return s.complete()
	case keymap.ImportPart:
		s.Show(true, "")
	case keymap.Problems:
		s.toggle(problems)
	case keymap.Renamed:
		s.toggle(renamed)
	case keymap.ReportSave, keymap.ReportJSON:
		return ask.SaveReport{JSON: a == keymap.ReportJSON}
	case keymap.OwnerSay:
		return s.sayOwner()
	case keymap.NextColumn:
		s.turn(1)
	case keymap.PrevColumn:
		s.turn(-1)
	default:
		s.move(a)
	}
	return nil
}

// toggle shows a view, or what was in front of it.
func (s *Screen) toggle(v view) {
	if s.view == v {
		v = usual
	}
	s.view, s.rows = v, widget.List{}
	s.rows = s.rows.Resize(s.listed(), 1)
}

// listed is how many rows the view lists.
func (s *Screen) listed() int {
	switch s.view {
	case problems:
		list, _ := s.world.Run.problems()
		return len(list)
	case renamed:
		return len(s.world.Run.Report.Renamed)
	default:
		return 0
	}
}

// move moves the cursor of what is in front.
func (s *Screen) move(a keymap.Action) {
	l := s.front()
	if l == nil {
		return
	}
	if s.world.Run.Stage == Choosing && !s.chosen {
		s.chosen = len(s.choices()) > 0
		return
	}
	if l == &s.offers && a == keymap.Up && l.Cursor == 0 && s.path.Value() != "" {
		s.chosen = false // back into the field
		return
	}
	*l, _ = listing.Do(*l, a)
}

// front is the list in front, nil for none.
func (s *Screen) front() *widget.List {
	switch {
	case s.view == problems || s.view == renamed:
		return &s.rows
	case s.world.Run.Stage == Choosing:
		return &s.offers
	case s.world.Run.Stage == Asking && s.view != typing:
		return &s.people
	case s.world.Run.Stage == Mapping:
		return &s.fields
	default:
		return nil
	}
}
