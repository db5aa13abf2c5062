package table

import (
	"cmp"
	"fmt"
	"slices"
)

// MaxProblems is how many problems are kept one by one; the counts have them all.
const MaxProblems = 1000

// Reason is why a record or a file was not taken, or not whole: one word for programs and for counting.
type Reason string

// Problem is one record or file that was not taken as it stood.
type Problem struct {
	File   string
	Line   int // of the record's first line, from 1; 0 for a whole file
	Reason Reason
	Text   string // a sentence; may quote the file, so clean it before showing
}

// String is the problem in one line for people.
func (p Problem) String() string {
	if p.Line == 0 {
		return fmt.Sprintf("%s: %s", p.File, p.Text)
	}
	return fmt.Sprintf("%s, line %d: %s", p.File, p.Line, p.Text)
}

// Problems collects, keeping the first MaxProblems and counting all.
type Problems struct {
	Count map[Reason]int
	list  []Problem
}

// NewProblems has none yet.
func NewProblems() *Problems { return &Problems{Count: map[Reason]int{}} }

// Add notes one more.
func (p *Problems) Add(problem Problem) {
	p.Count[problem.Reason]++
	if len(p.list) < MaxProblems {
		p.list = append(p.list, problem)
	}
}

// Sorted answers the problems kept, file by file in the order given, each from its top.
func (p *Problems) Sorted(files []string) []Problem {
	slices.SortStableFunc(p.list, func(x, y Problem) int {
		return cmp.Or(slices.Index(files, x.File)-slices.Index(files, y.File), x.Line-y.Line)
	})
	return p.list
}

// Quote shortens a stranger's value for a sentence.
func Quote(value string) string {
	const enough = 40
	if runes := []rune(value); len(runes) > enough {
		value = string(runes[:enough]) + "…"
	}
	return fmt.Sprintf("%q", value)
}
