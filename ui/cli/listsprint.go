package cli

import (
	"fmt"

	"cordial/model/clean"
	"cordial/model/contactlist"
	"cordial/ui/theme"
)

// printLists prints what became of contact lists.
func (s *session) printLists(r contactlist.Report) {
	if r.DryRun {
		s.print("Nothing is written yet. This would import")
	} else {
		s.print("Imported")
	}
	g := grid{}
	for _, f := range r.Files {
		words := fmt.Sprintf("%s: %s, %s", f.Called, plural(f.Records, "record", "records"), plural(f.Contacts, "contact", "contacts"))
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
