package clean

import "unicode"

// class is what the cleaner does with a rune.
type class uint8

const (
	hostile  class = iota // shown as Mark
	base                  // stays: a letter, digit, sign or symbol
	mark                  // stays on a base, at most maxMarks of them
	jamo                  // stays behind Hangul, counted like a mark
	joiner                // stays where its script or an emoji needs it
	selector              // dropped, but inside a joined emoji: it picks a look of one sign
	blank                 // stays (U+0020 and the wide U+3000)
	gap                   // becomes a space: other spaces and what separates words unseen
	hyphen                // becomes "-": the soft hyphen
	tab                   // becomes spaces
	newline               // becomes \n, or a space in a line
)

const (
	zwnj = '\u200c'
	zwj  = '\u200d'
	vs16 = '\ufe0f' // makes a picture of a sign, and two cells of one
	wide = '\u3000' // the space between East Asian names, two cells
)

// classify names the class of r. What no case allows is hostile: controls,
// bidi controls, tags, fillers, private use and what Unicode has not assigned.
func classify(r rune) class {
	switch {
	case r >= 0x20 && r < 0x7f:
		if r == ' ' {
			return blank
		}
		return base
	case r < 0xa0:
		return classifyControl(r)
	case isSelector(r):
		return selector
	case r == zwnj || r == zwj || r >= 0x180b && r <= 0x180f:
		return joiner
	case isHangulTail(r):
		return jamo
	case isEmoji(r):
		return base
	}
	return classifySign(r)
}

func classifyControl(r rune) class {
	switch r {
	case '\n':
		return newline
	case '\t':
		return tab
	}
	return hostile
}

func classifySign(r rune) class {
	switch r {
	case wide:
		return blank
	case 0xad:
		return hyphen
	case 0x200b, 0x2800: // zero width space, blank Braille pattern
		return gap
	case 0x2028, 0x2029:
		return newline
	case 0x1d159: // a note head without ink
		return hostile
	}
	switch {
	case unicode.Is(unicode.Other_Default_Ignorable_Code_Point, r):
		return hostile // fillers and other letters without ink
	case unicode.Is(unicode.M, r):
		return mark
	case unicode.In(r, unicode.L, unicode.N, unicode.P, unicode.S):
		return base
	case unicode.Is(unicode.Zs, r):
		return gap
	}
	return hostile
}

// isSelector reports a variation selector. They are dropped because programs
// disagree on the width of what they select (U+FE0F above all), and because
// whole messages can be hidden in a row of them. One stays before the joiner of
// two emoji, as in the rainbow flag, which would be measured too narrow without.
func isSelector(r rune) bool {
	return r >= 0xfe00 && r <= 0xfe0f || r >= 0xe0100 && r <= 0xe01ef
}

// isHangulTail reports a vowel or final of decomposed Hangul, as file names
// from macOS have it: no cell of its own, it needs Hangul before it.
func isHangulTail(r rune) bool {
	return r >= 0x1161 && r <= 0x11ff || r >= 0xd7b0 && r <= 0xd7fb
}

// isEmoji reports the blocks whose signs combine with a joiner. The pictograph
// planes are allowed whole, so that next year's emoji are not refused.
func isEmoji(r rune) bool {
	switch {
	case r >= 0x1f000 && r <= 0x1faff:
		return true
	case r >= 0x2190 && r <= 0x21ff, r >= 0x2300 && r <= 0x23ff:
		return true
	case r >= 0x2600 && r <= 0x27bf, r >= 0x2b00 && r <= 0x2bff:
		return unicode.Is(unicode.S, r) || unicode.Is(unicode.P, r) || unicode.Is(unicode.N, r)
	}
	return false
}

// isSkinTone reports a colour that belongs to the emoji before it.
func isSkinTone(r rune) bool { return r >= 0x1f3fb && r <= 0x1f3ff }

// joins reports whether r is written in a script that needs the joiners: the
// cursive ones (Persian "نمی‌خواهم") and the Indic ones ("क्‍ष").
func joins(r rune) bool {
	return r >= 0x600 && unicode.In(r,
		unicode.Arabic, unicode.Syriac, unicode.Nko, unicode.Mandaic, unicode.Mongolian,
		unicode.Devanagari, unicode.Bengali, unicode.Gurmukhi, unicode.Gujarati,
		unicode.Oriya, unicode.Tamil, unicode.Telugu, unicode.Kannada,
		unicode.Malayalam, unicode.Sinhala, unicode.Khmer, unicode.Myanmar,
		unicode.Tibetan, unicode.Balinese, unicode.Javanese)
}
