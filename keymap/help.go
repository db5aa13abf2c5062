package keymap

import "slices"

// Section is a heading of the help with its rows.
type Section struct {
	Group Group
	Rows  []HelpRow
}

// HelpRow is an action as the help shows it.
type HelpRow struct {
	Action Action
	Keys   []string
	Title  string
	Help   string
}

// Help returns what can be done where these scopes are active, under its
// headings. Actions without a key are left out, and so are keys that an inner
// scope hides.
func (k Keymap) Help(scopes ...Scope) []Section {
	var all []Section
	for _, g := range Groups() {
		if rows := k.helpRows(g, scopes); len(rows) > 0 {
			all = append(all, Section{g, rows})
		}
	}
	return all
}

func (k Keymap) helpRows(g Group, scopes []Scope) []HelpRow {
	var rows []HelpRow
	for _, b := range k.bindings {
		seen := slices.ContainsFunc(rows, func(r HelpRow) bool { return r.Action == b.Action })
		if b.Group != g || seen || !slices.Contains(scopes, b.Scope) {
			continue
		}
		if keys := k.Keys(b.Action, scopes...); len(keys) > 0 {
			rows = append(rows, HelpRow{b.Action, keys, b.Title, b.Help})
		}
	}
	return rows
}

// Rows returns the named actions in this order, without those that have no key
// where these scopes are active: a footer takes what fits of them.
func (k Keymap) Rows(scopes []Scope, actions ...Action) []HelpRow {
	var rows []HelpRow
	for _, a := range actions {
		keys := k.Keys(a, scopes...)
		if len(keys) == 0 {
			continue
		}
		h, _ := k.find(keys[0], scopes)
		b := k.bindings[h.binding]
		rows = append(rows, HelpRow{a, keys, b.Title, b.Help})
	}
	return rows
}
