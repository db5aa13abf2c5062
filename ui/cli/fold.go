package cli

import (
	"strings"

	"cordial/ui/folded"
)

// fold is a text as it is compared with what somebody types.
func fold(text string) string { return folded.Text(text) }

// hasWords tells whether every word of a folded query occurs in one of the texts.
func hasWords(query string, texts ...string) bool {
	for _, word := range strings.Fields(query) {
		found := false
		for _, text := range texts {
			found = found || strings.Contains(fold(text), word)
		}
		if !found {
			return false
		}
	}
	return true
}
