package linkedin

import (
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// monthNames answers the full names, without accents, by which a month may be abbreviated in an export, and the
// abbreviations that are not their beginnings: English, German, French, Spanish, Italian, Portuguese, Dutch.
func monthNames() [12][]string {
	return [12][]string{
		{"january", "januar", "janner", "janvier", "enero", "gennaio", "janeiro", "januari"},
		{"february", "februar", "fevrier", "febrero", "febbraio", "fevereiro", "februari"},
		{"march", "marz", "maerz", "mars", "marzo", "marco", "maart", "mrz", "mrt"},
		{"april", "avril", "abril", "aprile"},
		{"may", "mai", "mayo", "maggio", "maio", "mei"},
		{"june", "juni", "juin", "junio", "giugno", "junho"},
		{"july", "juli", "juillet", "julio", "luglio", "julho"},
		{"august", "aout", "agosto", "augustus"},
		{"september", "septembre", "septiembre", "settembre", "setembro"},
		{"october", "oktober", "octobre", "octubre", "ottobre", "outubro"},
		{"november", "novembre", "noviembre", "novembro"},
		{"december", "dezember", "decembre", "diciembre", "dicembre", "dezembro"},
	}
}

// monthNamed answers the one month that word begins, at least three letters long and with any accents and final dot;
// "jui", which is two months in French, is none.
func monthNamed(word string) (time.Month, bool) {
	word = plain(strings.TrimSuffix(word, "."))
	if len(word) < 3 {
		return 0, false
	}
	var found time.Month
	for i, names := range monthNames() {
		for _, name := range names {
			month := time.Month(i + 1)
			if !strings.HasPrefix(name, word) || month == found {
				continue
			}
			if found != 0 {
				return 0, false
			}
			found = month
		}
	}
	return found, found != 0
}

// plain lower-cases a word and drops its accents.
func plain(word string) string {
	bare := func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}
	return strings.Map(bare, norm.NFD.String(word))
}
