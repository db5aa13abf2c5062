package lists

import (
	"cordial/model"
	"cordial/model/day"
	"cordial/store/linkedin/table"
)

// List is what one file says.
type List struct {
	Format   Format
	Encoding string    // what the file was read as when it was not Unicode; empty when it was
	Contacts []Contact // in the order of the file
	Columns  []Column  // of a table, in the order of the file; empty for vCard
	Counts   Counts
	Problems []Problem // the first MaxProblems, by line
	Hash     string    // SHA-256 of the file in hex
}

// Contact is one person of a list. Texts are as written, trimmed and valid UTF-8; clean them before showing.
type Contact struct {
	Name        string // empty when the list gives none
	First, Last string // empty when the list does not part them
	Key         string // identity key of the profile (see package who); empty when the list gives none
	// OtherKeys are further identity keys that the list gives the same person: a member id beside a slug. Of them, and
	// of addresses and labels, there are at most 100.
	OtherKeys   []string
	URL         string   // address of the profile that Key names, empty without it
	Emails      []string // the preferred one first
	Company     string
	Position    string
	Headline    string
	Location    string
	Degree      model.Degree // model.DegreeUnknown where the list does not say
	ConnectedOn day.Day      // only of this program's exports; zero where it is not known
	ID          string       // the contact's id, only of this program's exports
	OpenProfile *bool        // nil where the list does not say
	Labels      []string     // each a valid label of the model, once
	Notes       string       // several lines
	Line        int          // where its record begins, from 1
}

// Counts says what became of the records: Records = Contacts + Duplicates + Refused.
type Counts struct {
	Records    int // that hold anything at all
	Contacts   int
	Duplicates int // further records of somebody, laid on the first
	Refused    int // not taken
	Profiles   int // contacts with a profile address
	Emails     int // contacts with an e-mail address
	Skipped    map[Reason]int
}

// MaxProblems is how many problems a List keeps one by one; Counts.Skipped has them all.
const MaxProblems = table.MaxProblems

// Problem is one record that was not taken as it stood.
type Problem = table.Problem

// Reason is why a record was not taken, or not whole.
type Reason = table.Reason

// Reasons for which a record is not taken.
const (
	Malformed Reason = "malformed"    // an unclosed quotation mark or card, more cells than columns
	Nobody    Reason = "nobody"       // neither a name nor an address of any kind
	NotPerson Reason = "not_a_person" // a card of a group or a company
)

// Reasons for which a record is taken without one of its cells.
const (
	BadURL    Reason = "bad_url" // of LinkedIn, but not of a profile
	BadEmail  Reason = "bad_email"
	BadDegree Reason = "bad_degree"
	BadLabel  Reason = "bad_label"
)
