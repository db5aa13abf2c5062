package contactlist

import "cordial/model"

// Report is what became of contact lists, or, before they are taken, would become. It
// is the document of "cordial import --json".
type Report struct {
	DryRun       bool            `json:"dry_run"`
	Files        []File          `json:"files"`
	Added        int             `json:"added"`     // people
	Completed    int             `json:"completed"` // people of whom something was not known
	Known        int             `json:"known"`     // people of whom nothing is new, labels and notes aside
	Labels       int             `json:"labels"`    // put on somebody
	Notes        int             `json:"notes"`
	Problems     []model.Problem `json:"problems"` // the first thousand
	ProblemCount int             `json:"problem_count"`
}

// File is what became of one list.
type File struct {
	File       string `json:"file"`
	Format     string `json:"format"`
	Encoding   string `json:"encoding,omitempty"`
	Records    int    `json:"records"`
	Contacts   int    `json:"contacts"`
	Duplicates int    `json:"duplicates"`
	Refused    int    `json:"refused"`

	Called string `json:"-"` // the format, as people call it
}

// Refused is how many records were not taken.
func (r Report) Refused() int {
	n := 0
	for _, f := range r.Files {
		n += f.Refused
	}
	return n
}
