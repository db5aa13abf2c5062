package who

import (
	"slices"
	"strings"
	"unicode"
)

// NameWords is a name as LinkedIn shows it without what people put around it: titles
// before it, credentials behind it, what stands in brackets, signs and pictures.
func NameWords(name string) []string {
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
	if !strings.Contains(name, "(") {
		return name
	}
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
	switch strings.ToLower(strings.Trim(strings.ReplaceAll(word, ".", ""), "®™")) {
	case "phd", "mba", "emba", "md", "jd", "msc", "bsc", "ma", "ba", "cpa", "cfa", "pmp", "csm", "shrm-cp", "shrm-scp",
		"sphr", "phr", "cissp", "pe", "esq", "llm", "mph", "rn", "jr", "sr", "ii", "iii":
		return true
	default:
		return false
	}
}

// FullName is a name as two are compared: its words without titles and credentials, in
// small letters without accents. It is empty for a name of fewer than two words, which
// tells nobody from anybody.
func FullName(name string) string {
	words := NameWords(name)
	for i := range words {
		words[i] = Plain(words[i])
	}
	words = slices.DeleteFunc(words, func(word string) bool { return word == "" })
	if len(words) < 2 {
		return ""
	}
	return strings.Join(words, " ")
}

// Plain is a text as two are compared: small letters without accents and digits, one
// blank between words. Apostrophes join what they stand between: O'Brien, OBrien.
func Plain(text string) string {
	if isPlain(text) {
		return text
	}
	var b strings.Builder
	b.Grow(len(text))
	gap := false
	for _, r := range text {
		switch {
		case r == '\'' || r == '’' || unicode.In(r, unicode.Mn, unicode.Cf):
			continue
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			gap = b.Len() > 0
			continue
		case gap:
			b.WriteByte(' ')
			gap = false
		}
		r = unicode.ToLower(r)
		if plain := plainLetter(r); plain != "" {
			b.WriteString(plain)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// isPlain tells that Plain would change nothing.
func isPlain(text string) bool {
	last := byte(' ')
	for i := range len(text) {
		c := text[i]
		blank := c == ' ' && last != ' '
		if !blank && (c < 'a' || c > 'z') && (c < '0' || c > '9') {
			return false
		}
		last = c
	}
	return text == "" || last != ' '
}
