package template

import (
	"slices"
	"strings"
	"unicode"
)

// first is the first name within a name as LinkedIn shows it.
func first(name string) string {
	words := nameWords(name)
	if len(words) == 0 {
		return ""
	}
	return words[0]
}

// last is the rest of the name, empty for somebody with one name.
func last(name string) string {
	words := nameWords(name)
	if len(words) < 2 {
		return ""
	}
	return strings.Join(words[1:], " ")
}

// bare is the whole name without titles and credentials.
func bare(name string) string { return strings.Join(nameWords(name), " ") }

// nameWords is a name without what people put around it: titles before it,
// credentials behind it, what stands in brackets, signs and pictures.
func nameWords(name string) []string {
	name, _, _ = strings.Cut(withoutBrackets(name), ",")
	name, _, _ = strings.Cut(name, "|")
	words := slices.DeleteFunc(strings.Fields(name), func(word string) bool {
		return !strings.ContainsFunc(word, unicode.IsLetter)
	})
	for len(words) > 1 && isTitle(words[0]) {
		words = words[1:]
	}
	for len(words) > 2 && isCredential(words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	return words
}

// withoutBrackets leaves out what stands in brackets: "Maria (she/her) Rossi".
// A bracket that never closes is left as it is.
func withoutBrackets(name string) string {
	var b strings.Builder
	for {
		before, rest, opened := strings.Cut(name, "(")
		inside, behind, closed := strings.Cut(rest, ")")
		if !opened || !closed || strings.Contains(inside, "(") {
			b.WriteString(name)
			return b.String()
		}
		b.WriteString(before + " ")
		name = behind
	}
}

// isTitle tells whether a word before a name is a form of address.
func isTitle(word string) bool {
	switch strings.ToLower(strings.TrimSuffix(word, ".")) {
	case "dr", "prof", "professor", "mr", "mrs", "ms", "mx", "sir", "dame", "herr", "frau", "ing", "dipl.-ing", "mag":
		return true
	default:
		return false
	}
}

// isCredential tells whether a word behind a name is a degree or a certificate.
func isCredential(word string) bool {
	switch strings.ToLower(strings.ReplaceAll(word, ".", "")) {
	case "phd", "mba", "emba", "md", "jd", "msc", "bsc", "ma", "ba", "cpa", "cfa", "pmp", "csm", "shrm-cp", "shrm-scp",
		"sphr", "phr", "cissp", "pe", "esq", "llm", "mph", "rn", "jr", "sr", "ii", "iii":
		return true
	default:
		return false
	}
}

// oneLine is a text with every run of space as one blank.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
