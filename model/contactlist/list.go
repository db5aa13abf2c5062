package contactlist

import (
	"cordial/model"
	"cordial/model/day"
)

// List is what a list of people of another program says.
type List struct {
	File       string // base name
	Format     string // one word for programs, such as "google"
	FormatName string // as people call it
	Encoding   string // what it was read as when it was not Unicode; empty when it was
	Contacts   []Contact
	Records    int             // that hold anything; each is a contact, a duplicate or refused
	Duplicates int             // further records of somebody in the list
	Refused    int             // records that were not taken
	Problems   []model.Problem // the first thousand, also of single cells
	ProblemAll int             // how many there are
}

// Contact is one person of a list. Texts are not cleaned.
type Contact struct {
	Keys        []string // identity keys, that of URL first
	ID          string   // contact id, only of this program's exports
	Name        string   // may be empty
	URL         string
	Email       string
	Company     string
	Position    string
	Headline    string
	Degree      model.Degree
	ConnectedOn day.Day // zero where it is not known; only with degree 1
	OpenProfile *bool   // nil where the list does not say
	Labels      []string
	Notes       string
	Line        int // where the record begins
}
