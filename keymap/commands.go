package keymap

import "slices"

// Commands returns everything that can be asked for by its name where these scopes
// are active, innermost first: each action once, in the words of the innermost scope
// that has it, with the keys that lead to it, none where it has none. They come under
// the headings of the help, moving about last.
func (k Keymap) Commands(scopes ...Scope) []HelpRow {
	home := map[Action]Scope{}
	for _, s := range slices.Backward(scopes) {
		for _, b := range k.bindings {
			if b.Scope == s {
				home[b.Action] = s
			}
		}
	}
	var rows, moves []HelpRow
	for _, g := range Groups() {
		for _, b := range k.bindings {
			if s, ok := home[b.Action]; !ok || b.Scope != s || b.Group != g {
				continue
			}
			row := HelpRow{b.Action, k.Keys(b.Action, scopes...), b.Title, b.Help}
			if g == Move {
				moves = append(moves, row)
			} else {
				rows = append(rows, row)
			}
		}
	}
	return append(rows, moves...)
}
