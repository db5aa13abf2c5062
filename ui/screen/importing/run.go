package importing

import (
	"errors"
	"path/filepath"
	"strings"
	"time"

	"cordial/model"
	"cordial/model/contactlist"
	"cordial/ui/intake"
	"cordial/ui/port"
)

// Stage is what an import is at.
type Stage uint8

// The stages of an import.
const (
	Choosing   Stage = iota // nothing was chosen yet
	Reading                 // nothing is written
	Asking                  // the export does not say whose it is
	Mapping                 // nobody knows what the columns of a list hold
	Preview                 // nothing is written; what would be is shown
	Writing                 // what was written can still be taken back as if it had never been
	TakingBack              // by a cancelled import, or by an undo
	Done                    // the report tells what it did
	Failed                  // nothing of it is left, unless it was Begun
)

// Run is one import, as far as it has come.
type Run struct {
	Stage  Stage
	Paths  []string // absolute
	Course intake.Course
	Began  time.Time // of reading
	Took   time.Duration

	Report     model.ImportReport
	Lists      *contactlist.Report // instead of Report when lists of people were read
	Candidates []port.Candidate    // when Asking
	Columns    []port.Column       // when Mapping
	Err        error               // when Failed, or why an answer did not do
	Undoing    bool                // TakingBack is an undo
	Begun      bool                // Failed while an export was written: some of it may be there
}

// Name is what people call it.
func (r Run) Name() string {
	if len(r.Paths) == 0 {
		return ""
	}
	return filepath.Base(r.Paths[0])
}

// Busy tells whether something is under way.
func (r Run) Busy() bool { return r.Stage == Reading || r.Stage == Writing || r.Stage == TakingBack }

// wantsOwner tells whether an import failed because it is not clear whose export it is.
func (r Run) wantsOwner() bool {
	var refusal *model.Refusal
	return errors.As(r.Err, &refusal) && strings.Contains(refusal.Help, "--owner")
}

// Brings tells whether anything would be new or changed.
func (r Run) Brings() bool {
	if l := r.Lists; l != nil {
		return l.Added+l.Completed+l.Labels+l.Notes > 0
	}
	n := r.Report.Messages.New + r.Report.Changed
	for _, f := range r.Report.Files {
		n += f.New + f.Changed
	}
	return n > 0
}

// problems is what was left out, and how much there is of it.
func (r Run) problems() ([]model.Problem, int) {
	if r.Lists != nil {
		return r.Lists.Problems, r.Lists.ProblemCount
	}
	return r.Report.Problems, r.Report.ProblemCount
}
