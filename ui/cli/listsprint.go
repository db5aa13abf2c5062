package cli

import (
	"fmt"

	"cordial/model"
	"cordial/model/clean"
	"cordial/ui/theme"
)

// mostProblems is how many problems --json lists one by one.
const mostProblems = 1000

// listReport is what became of contact lists, as --json prints it.
type listReport struct {
	DryRun       bool            `json:"dry_run"`
	Files        []listFile      `json:"files"`
	Added        int             `json:"added"`     // people
	Completed    int             `json:"completed"` // people of whom something was not known
	Known        int             `json:"known"`     // people of whom nothing is new, labels and notes aside
	Labels       int             `json:"labels"`    // put on somebody
	Notes        int             `json:"notes"`
	Problems     []model.Problem `json:"problems"` // the first thousand
	ProblemCount int             `json:"problem_count"`
}

// listFile is what became of one list.
type listFile struct {
	File       string `json:"file"`
	Format     string `json:"format"`
	Encoding   string `json:"encoding,omitempty"`
	Records    int    `json:"records"`
	Contacts   int    `json:"contacts"`
	Duplicates int    `json:"duplicates"`
	Refused    int    `json:"refused"`

	called string // the format, as people call it
}

// refused is how many records were not taken.
func (r listReport) refused() int {
	n := 0
	for _, f := range r.Files {
		n += f.Refused
	}
	return n
}

// printLists prints what became of contact lists.
func (s *session) printLists(r listReport) {
	if r.DryRun {
		s.print("Nothing is written yet. This would import")
	} else {
		s.print("Imported")
	}
	g := grid{}
	for _, f := range r.Files {
		words := fmt.Sprintf("%s: %s, %s", f.called, plural(f.Records, "record", "records"), plural(f.Contacts, "contact", "contacts"))
		if f.Duplicates > 0 {
			words += fmt.Sprintf(", %d repeated", f.Duplicates)
		}
		if f.Refused > 0 {
			words += fmt.Sprintf(", %d refused", f.Refused)
		}
		if f.Encoding != "" {
			words += ", read as " + f.Encoding
		}
		g.add(dim("  "+clean.Line(f.File)), plain(words))
	}
	g.add(dim("  people"), plain(fmt.Sprintf("%d new, %d completed, %d known", r.Added, r.Completed, r.Known)))
	g.add(dim("  labels"), plain(fmt.Sprint(r.Labels)))
	g.add(dim("  notes"), plain(fmt.Sprint(r.Notes)))
	s.printGrid(g)
	for i, p := range r.Problems {
		if i == fewProblems {
			s.print("  %s", s.paint(theme.Dim, fmt.Sprintf("and %d more; see them with --json", r.ProblemCount-fewProblems)))
			return
		}
		where := clean.Line(p.File)
		if p.Line > 0 {
			where = fmt.Sprintf("%s:%d", where, p.Line)
		}
		s.print("  %s %s", s.paint(theme.Due, where+":"), clean.Line(p.Reason))
	}
}
