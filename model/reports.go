package model

import "time"

// ImportReport is what an import did, or, after a dry run, would do. People and
// invitations are counted as people, not as rows.
type ImportReport struct {
	Owner         string           `json:"owner"`
	Connections   int              `json:"connections"`
	People        int              `json:"people"`
	Conversations int              `json:"conversations"`
	Groups        int              `json:"groups"`
	Messages      MessageCounts    `json:"messages"`
	Invitations   InvitationCounts `json:"invitations"`
	InMails       InMailCounts     `json:"inmails"`
	Proposals     int              `json:"proposals"` // what a review lists after it: see Book.Propose
	Problems      []Problem        `json:"problems"`  // the first 1,000
	ProblemCount  int              `json:"problems_total"`
	Changed       int              `json:"changed"` // people and messages that LinkedIn now gives otherwise
	Renamed       []Rename         `json:"renamed"` // the first 1,000
	RenamedCount  int              `json:"renamed_total"`
	// NewConversations is how many conversations get a new message.
	NewConversations int          `json:"new_conversations"`
	Files            []FileReport `json:"files"`
	FirstPartOnly    bool         `json:"first_part_only"` // profile files only: the rest follows by mail
	DryRun           bool         `json:"dry_run"`
	Newest           time.Time    `json:"-"`
}

// MessageCounts counts the records of messages.csv.
type MessageCounts struct {
	Imported int           `json:"imported"` // in the database after this import, new or known
	New      int           `json:"new"`
	Known    int           `json:"known"` // were there before
	Skipped  SkippedCounts `json:"skipped"`
}

// SkippedCounts counts message records that were not taken, by the first reason
// that applies.
type SkippedCounts struct {
	Draft            int `json:"draft"`
	Spam             int `json:"spam"`
	Sponsored        int `json:"sponsored"`
	BadDate          int `json:"bad_date"`
	NoConversationID int `json:"no_conversation_id"`
	Duplicate        int `json:"duplicate"`
	Malformed        int `json:"malformed"`
}

// Total is the number of records that were not taken.
func (s SkippedCounts) Total() int {
	return s.Draft + s.Spam + s.Sponsored + s.BadDate + s.NoConversationID + s.Duplicate + s.Malformed
}

// InvitationCounts counts the other sides of invitations.
type InvitationCounts struct {
	Sent     int `json:"sent"`
	Accepted int `json:"accepted"`
	Pending  int `json:"pending"`
	Incoming int `json:"incoming"`
	Skipped  int `json:"skipped"`
}

// InMailCounts counts the conversations that look like InMails.
type InMailCounts struct {
	Sent             int `json:"sent"`
	AnsweredInWindow int `json:"answered_in_window"`
	Unanswered       int `json:"unanswered"`
	Received         int `json:"received"`
}

// Problem is a record that was not taken, or not wholly.
type Problem struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Reason string `json:"reason"`
}

// Rename is a person whom LinkedIn now gives another name: the profile is the same.
type Rename struct {
	ID  string `json:"id"`
	Was string `json:"was"`
	Now string `json:"now"`
}

// FileReport is what became of one file of an archive. New and Changed count what it
// holds: people in Connections.csv, invitations, messages. Of several files of one kind
// the first has the counts of all.
type FileReport struct {
	Name    string `json:"name"`
	Rows    int    `json:"rows"`
	Status  string `json:"status"` // "read", "ignored", "empty"
	New     int    `json:"new"`
	Changed int    `json:"changed"`
}

// CheckReport is what a check found.
type CheckReport struct {
	Events   int      `json:"events"`
	Messages int      `json:"messages"`
	Threads  int      `json:"threads"`
	People   int      `json:"people"`
	Faults   []string `json:"faults"`   // empty: all is well
	Repaired []string `json:"repaired"` // what was rebuilt
}
