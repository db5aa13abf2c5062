// Package folded makes texts comparable with what somebody types.
package folded

import (
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"

	"cordial/model/clean"
)

// Text is a text as it is compared with what somebody types: small letters without
// accents, one blank between words. "Müller" and "muller" fold alike.
func Text(text string) string {
	text = clean.Line(text)
	if ascii(text) {
		return strings.ToLower(text)
	}
	text = norm.NFKD.String(cases.Fold().String(norm.NFKD.String(text)))
	text = strings.Map(func(r rune) rune {
		if unicode.In(r, unicode.Mn, unicode.Me) {
			return -1
		}
		return r
	}, text)
	return strings.Join(strings.Fields(plainLetters().Replace(strings.ToLower(text))), " ")
}

// plainLetters turns the letters that Unicode does not take apart into those on
// every keyboard.
func plainLetters() *strings.Replacer {
	return strings.NewReplacer("ø", "o", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "æ", "ae", "œ", "oe", "ı", "i", "ħ", "h", "ŧ", "t")
}

func ascii(text string) bool {
	for i := range len(text) {
		if text[i] >= 0x80 {
			return false
		}
	}
	return true
}
