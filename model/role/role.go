package role

import (
	"slices"
	"strings"
	"unicode"
)

// Role is what somebody is to who writes to them.
type Role string

// The roles.
const (
	IsCLevel    Role = "c-level"
	IsRecruiter Role = "recruiter"
	IsOther     Role = "other" // neither
)

// Known tells whether there is such a role.
func (r Role) Known() bool { return r == IsCLevel || r == IsRecruiter || r == IsOther }

// Of reads the role from headline, position and the like. Who leads a company of
// recruiters is C-level.
func Of(texts ...string) Role {
	switch {
	case CLevel(texts...):
		return IsCLevel
	case Recruiter(texts...):
		return IsRecruiter
	default:
		return IsOther
	}
}

// CLevel tells whether one of the texts names somebody who leads a company: a chief
// officer, a founder, a president or a managing director. Who assists or was one is
// not meant.
func CLevel(texts ...string) bool {
	return slices.ContainsFunc(texts, func(text string) bool { return names(text, chiefs(), isChief) })
}

// Recruiter tells whether one of the texts names somebody who hires for a living.
func Recruiter(texts ...string) bool {
	return slices.ContainsFunc(texts, func(text string) bool { return names(text, recruiters(), nil) })
}

// chiefs lists the titles of C-level, word by word. CRO and CPO are not among them:
// they are also crafts (conversion rates) and papers (data protection).
func chiefs() []string {
	return []string{
		"ceo", "cto", "cfo", "coo", "cmo", "cio", "ciso", "chro", "cxo", "c level", "c suite",
		"founder", "cofounder", "co founder", "president", "chairman", "chairwoman", "managing director",
		"geschäftsführer", "geschäftsführerin", "vorstand", "pdg", "directeur général", "directrice générale",
		"director general", "directora general", "amministratore delegato", "amministratrice delegata",
	}
}

// recruiters lists the words of those who hire for others or for a company.
func recruiters() []string {
	return []string{
		"recruiter", "recruiting", "recruitment", "recruiterin", "talent acquisition", "talent partner", "talent scout",
		"talent sourcer", "sourcer", "headhunter", "headhunting", "executive search", "staffing",
		"personalvermittler", "personalvermittlerin", "personalberater", "personalberaterin",
		"recruteur", "recruteuse", "recrutement", "reclutador", "reclutadora", "selección de personal",
		"recrutador", "recrutadora", "selezione del personale",
	}
}

// isChief finds "chief … officer" at a place, with at most three words between.
func isChief(words []string, at int) bool {
	if words[at] != "chief" {
		return false
	}
	for _, word := range words[at+1 : min(at+5, len(words))] {
		if word == "officer" {
			return true
		}
	}
	return false
}

// names finds one of the phrases, or what also finds, in a text, unless a word
// before it takes it back: "assistant to the CEO", "former CTO", "vice president".
func names(text string, phrases []string, also func([]string, int) bool) bool {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	})
	for at := range words {
		found := also != nil && also(words, at)
		for _, phrase := range phrases {
			found = found || begins(words[at:], phrase)
		}
		if found && !takenBack(words[:at]) {
			return true
		}
	}
	return false
}

// begins tells whether words begin with those of a phrase.
func begins(words []string, phrase string) bool {
	for part := range strings.SplitSeq(phrase, " ") {
		if len(words) == 0 || words[0] != part {
			return false
		}
		words = words[1:]
	}
	return true
}

// takenBack tells whether the words before a title say that it is another's, or
// was once theirs.
func takenBack(before []string) bool {
	last := func() string {
		if len(before) == 0 {
			return ""
		}
		return before[len(before)-1]
	}
	if last() == "the" {
		if before = before[:len(before)-1]; last() == "of" {
			return true // "office of the CEO", but "head of recruiting"
		}
	}
	switch last() {
	case "to", "for", "with", "vice", "deputy", "ex", "former", "formerly", "retired", "aspiring":
		return true
	default:
		return false
	}
}
