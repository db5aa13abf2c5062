package linkedin

import (
	"cmp"
	"fmt"
	"slices"
)

// MaxProblems is how many problems an Export keeps one by one; Counts.Skipped has them all.
const MaxProblems = 1000

// Reason is why a record or a file was not taken, or not whole. The messages' reasons are tried in this order and
// the first that applies counts (cli.md, "What the counts mean").
type Reason string

// Reasons for message records.
const (
	Malformed        Reason = "malformed" // too short to reach the date, or a quote that never closes
	Draft            Reason = "draft"
	NoConversationID Reason = "no_conversation_id"
	BadDate          Reason = "bad_date"
	Sponsored        Reason = "sponsored"
	Spam             Reason = "spam"
	Duplicate        Reason = "duplicate"
)

// Reasons for everything else.
const (
	BadConnection  Reason = "bad_connection"
	BadConnectedOn Reason = "bad_connected_on" // the person is taken, without the date
	BadInvitation  Reason = "bad_invitation"
	FileIgnored    Reason = "file_ignored"
)

// Problem is one record or file that was not taken as it stood.
type Problem struct {
	File   string
	Line   int // of the record's first line, from 1; 0 for a whole file
	Reason Reason
	Text   string // a sentence; may quote the file, so clean it before showing
}

func (p Problem) String() string {
	if p.Line == 0 {
		return fmt.Sprintf("%s: %s", p.File, p.Text)
	}
	return fmt.Sprintf("%s, line %d: %s", p.File, p.Line, p.Text)
}

// problems collects, keeping the first MaxProblems and counting all.
type problems struct {
	list  []Problem
	count map[Reason]int
}

func newProblems() *problems { return &problems{count: map[Reason]int{}} }

func (p *problems) add(file string, line int, reason Reason, text string) {
	p.count[reason]++
	if len(p.list) < MaxProblems {
		p.list = append(p.list, Problem{File: file, Line: line, Reason: reason, Text: text})
	}
}

// sorted answers the problems kept, file by file as they were read, each from its top.
func (p *problems) sorted(files []string) []Problem {
	slices.SortStableFunc(p.list, func(x, y Problem) int {
		return cmp.Or(slices.Index(files, x.File)-slices.Index(files, y.File), x.Line-y.Line)
	})
	return p.list
}

// quote shortens a stranger's value for a sentence.
func quote(value string) string {
	const enough = 40
	if runes := []rune(value); len(runes) > enough {
		value = string(runes[:enough]) + "…"
	}
	return fmt.Sprintf("%q", value)
}
