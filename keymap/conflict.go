package keymap

import (
	"fmt"
	"strings"
)

// Conflict is two bindings of which one can never be reached, or a letter that
// a text field would swallow.
type Conflict struct {
	Won, Lost         Action
	WonKeys, LostKeys string
	WonIn, LostIn     Scope
}

// String returns one sentence with what to do.
func (c Conflict) String() string {
	switch {
	case c.Won == "":
		return fmt.Sprintf("[keys.%s] %s = %q would be typed into the text field; use a ctrl, alt or function key",
			c.LostIn, c.Lost, c.LostKeys)
	case c.WonKeys == c.LostKeys:
		return fmt.Sprintf("%q is both %s in [keys.%s] and %s in [keys.%s]; give one of them another key, or none: []",
			c.WonKeys, c.Won, c.WonIn, c.Lost, c.LostIn)
	}
	return fmt.Sprintf("%q (%s in [keys.%s]) begins like %q (%s in [keys.%s]); give one of them another key, or none: []",
		c.LostKeys, c.Lost, c.LostIn, c.WonKeys, c.Won, c.WonIn)
}

// Conflicts returns every conflict within the scopes that can be active
// together, in the order of Scopes; none for a sound keymap.
func (k Keymap) Conflicts() []Conflict {
	var found []Conflict
	seen := map[Conflict]bool{}
	for _, s := range Scopes() {
		for _, c := range k.clashes(Stack(s)) {
			if !seen[c] {
				seen[c] = true
				found = append(found, c)
			}
		}
	}
	return found
}

// clashes looks for bindings that typing their keys does not reach.
func (k Keymap) clashes(scopes []Scope) []Conflict {
	var found []Conflict
	for _, s := range scopes {
		for _, b := range k.bindings {
			if b.Scope != s {
				continue
			}
			for _, seq := range b.Keys {
				first, _, _ := strings.Cut(seq, " ")
				if scopes[0].Typing() && (printable(first) || first == "space") {
					found = append(found, Conflict{Lost: b.Action, LostKeys: seq, LostIn: s})
				} else if !k.leads(seq, b.Action, scopes) {
					found = append(found, k.winner(Conflict{Lost: b.Action, LostKeys: seq, LostIn: s}, scopes))
				}
			}
		}
	}
	return found
}

// winner fills in what stands in the way of the lost binding.
func (k Keymap) winner(c Conflict, scopes []Scope) Conflict {
	for _, s := range scopes {
		for _, b := range k.bindings {
			for _, seq := range b.Keys {
				itself := b.Action == c.Lost && seq == c.LostKeys
				if b.Scope == s && !itself && overlap(seq, c.LostKeys) {
					c.Won, c.WonKeys, c.WonIn = b.Action, seq, s
					return c
				}
			}
		}
	}
	return c
}

// overlap reports whether one of the sequences begins with the other.
func overlap(a, b string) bool {
	return strings.HasPrefix(a+" ", b+" ") || strings.HasPrefix(b+" ", a+" ")
}
