package template

import (
	"fmt"
	"slices"
	"strings"
)

// Person is what a template may say of somebody.
type Person struct {
	Name     string // as LinkedIn shows it, credentials included
	Company  string
	Position string
	Headline string
}

// Variable is a name that may stand in braces.
type Variable struct {
	Name string // "first_name"
	Says string // what it stands for, for a list
	of   func(to, from Person) string
}

// Variables lists all there are, those of the other side first.
func Variables() []Variable {
	return []Variable{
		{"first_name", "their first name", func(to, _ Person) string { return first(to.Name) }},
		{"last_name", "their last name", func(to, _ Person) string { return last(to.Name) }},
		{"name", "their name without titles", func(to, _ Person) string { return bare(to.Name) }},
		{"company", "their company", func(to, _ Person) string { return oneLine(to.Company) }},
		{"position", "their position", func(to, _ Person) string { return oneLine(to.Position) }},
		{"headline", "their headline", func(to, _ Person) string { return oneLine(to.Headline) }},
		{"my_first_name", "your first name", func(_, from Person) string { return first(from.Name) }},
		{"my_last_name", "your last name", func(_, from Person) string { return last(from.Name) }},
		{"my_name", "your name", func(_, from Person) string { return bare(from.Name) }},
		{"my_company", "your company", func(_, from Person) string { return oneLine(from.Company) }},
		{"my_position", "your position", func(_, from Person) string { return oneLine(from.Position) }},
	}
}

// SyntaxError says what is wrong with a template.
type SyntaxError struct {
	Line   int    // from 1
	Reason string // a sentence without a full stop
}

// Error names the line and the reason.
func (e *SyntaxError) Error() string { return fmt.Sprintf("line %d: %s", e.Line, e.Reason) }

// Check answers a *SyntaxError for a text that Expand would refuse, nil for any
// other.
func Check(text string) error {
	_, err := parse(text)
	return err
}

// Expand puts in what is known of the two people. A variable of which nothing is
// known stays as it stands, and its name is among the missing: each once, in the
// order of the text. The error is a *SyntaxError; the text is then empty.
func Expand(text string, to, from Person) (expanded string, missing []string, err error) {
	parts, err := parse(text)
	if err != nil {
		return "", nil, err
	}
	var b strings.Builder
	for _, p := range parts {
		if p.variable == nil {
			b.WriteString(p.text)
			continue
		}
		value := p.variable.of(to, from)
		if value == "" {
			value = "{" + p.variable.Name + "}"
			if !slices.Contains(missing, p.variable.Name) {
				missing = append(missing, p.variable.Name)
			}
		}
		b.WriteString(value)
	}
	return b.String(), missing, nil
}

// Uses lists the variables of a text, each once, in its order; none for a text
// that Check refuses.
func Uses(text string) []string {
	parts, err := parse(text)
	if err != nil {
		return nil
	}
	var names []string
	for _, p := range parts {
		if p.variable != nil && !slices.Contains(names, p.variable.Name) {
			names = append(names, p.variable.Name)
		}
	}
	return names
}
