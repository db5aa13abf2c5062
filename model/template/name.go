package template

import (
	"strings"

	"cordial/model/who"
)

// first is the first name within a name as LinkedIn shows it.
func first(name string) string {
	words := who.NameWords(name)
	if len(words) == 0 {
		return ""
	}
	return words[0]
}

// last is the rest of the name, empty for somebody with one name.
func last(name string) string {
	words := who.NameWords(name)
	if len(words) < 2 {
		return ""
	}
	return strings.Join(words[1:], " ")
}

// bare is the whole name without titles and credentials.
func bare(name string) string { return strings.Join(who.NameWords(name), " ") }

// oneLine is a text with every run of space as one blank.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
