package theme

// Role is what a piece of text means on the screen; the theme decides how that
// looks. Every role that carries a state is also told by a glyph or a word, so
// that nothing depends on colour alone (screen rule 8).
type Role uint8

// The roles, in the order in which a reader meets them.
const (
	Text       Role = iota // ordinary words, in the terminal's own colour
	Strong                 // a name or number that matters in its line
	Dim                    // secondary words: ages, sources, hints at rest
	Disabled               // an action that is off right now, with its reason
	Title                  // headings and dialog titles
	Accent                 // the one accent: cursor bar, focus, links
	Tab                    // a tab at rest
	TabActive              // the tab being looked at
	Unread                 // an unread thread, beside its glyph
	Mark                   // a selected (marked) row's tick
	Star                   // a starred thread
	Due                    // due, at risk, needs care
	Danger                 // failed, late, destructive
	Good                   // done, accepted, answered
	Match                  // the letters a search hit
	Key                    // the key in a key hint
	Hint                   // the words in a key hint
	Border                 // rules, dividers and frames
	Focus                  // the frame that has the keyboard
	Behind                 // all that lies behind a dialog, out of reach for now
	Caret                  // the cell under the text cursor
	Inbound                // what they wrote
	Outbound               // what the user wrote
	MeterFull              // credits in hand
	MeterRisk              // credits about to expire
	MeterEmpty             // room below the cap
	Tint0                  // label tints, see Tint
	Tint1
	Tint2
	Tint3
	Tint4
	Tint5
	Tint6
	Tint7

	roleCount = int(Tint7) + 1
	tintCount = int(Tint7-Tint0) + 1
)

// Tint is the role for the n-th label; any n is fine, colours repeat every
// eight labels. A label is always drawn with its letters, too.
func Tint(n int) Role {
	n %= tintCount
	if n < 0 {
		n += tintCount
	}
	return Tint0 + Role(n)
}
