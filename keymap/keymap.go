package keymap

import (
	"slices"
	"strings"
)

// Binding is what an action is in one scope.
type Binding struct {
	Scope  Scope
	Action Action
	Keys   []string // each one a key, or keys with a space between: "g i"; none when unbound
	Group  Group
	Title  string // a word or two, in lower case, for footers and menus
	Help   string // a sentence
}

// Keymap is a set of bindings. It is never changed once made; With makes
// another one. Use Default, or Preset, to get one.
type Keymap struct {
	bindings []Binding
	index    map[Scope]map[string]hit
}

// hit is what a sequence leads to in a scope: a binding, and which of its keys
// it is, or only the beginning of longer sequences.
type hit struct {
	binding int
	nth     int
	prefix  bool
}

// Default returns the preset "inbox".
func Default() Keymap {
	var all []Binding
	for _, r := range table() {
		for _, s := range r.scopes {
			all = append(all, Binding{s, r.action, r.keys, r.group, r.title, r.help})
		}
	}
	return build(all)
}

// build indexes bindings. Where two of them claim a sequence the first has it;
// Conflicts tells.
func build(all []Binding) Keymap {
	k := Keymap{bindings: all, index: map[Scope]map[string]hit{}}
	for i, b := range all {
		if k.index[b.Scope] == nil {
			k.index[b.Scope] = map[string]hit{}
		}
		for nth, seq := range b.Keys {
			k.add(b.Scope, seq, hit{binding: i, nth: nth})
		}
	}
	return k
}

func (k Keymap) add(s Scope, seq string, h hit) {
	if _, taken := k.index[s][seq]; !taken {
		k.index[s][seq] = h
	}
	for p := parent(seq); p != ""; p = parent(p) {
		if _, taken := k.index[s][p]; !taken {
			k.index[s][p] = hit{prefix: true}
		}
	}
}

// parent returns seq without its last key, "" for a single key.
func parent(seq string) string {
	if i := strings.LastIndexByte(seq, ' '); i >= 0 {
		return seq[:i]
	}
	return ""
}

// find looks seq up, innermost scope first.
func (k Keymap) find(seq string, scopes []Scope) (hit, bool) {
	for _, s := range scopes {
		if h, ok := k.index[s][seq]; ok {
			return h, true
		}
	}
	return hit{}, false
}

// Bindings returns every binding, scope by scope in the order of Scopes and
// inside a scope in the order of the table: the rows of "cordial keys".
func (k Keymap) Bindings() []Binding {
	all := slices.Clone(k.bindings)
	order := Scopes()
	slices.SortStableFunc(all, func(a, b Binding) int {
		return slices.Index(order, a.Scope) - slices.Index(order, b.Scope)
	})
	return all
}

// Keys returns the sequences that lead to the action where these scopes are
// active, innermost first; none when it has no key or an inner scope hides it.
func (k Keymap) Keys(a Action, scopes ...Scope) []string {
	var keys []string
	for _, s := range scopes {
		for _, b := range k.bindings {
			if b.Scope != s || b.Action != a {
				continue
			}
			for _, seq := range b.Keys {
				if k.leads(seq, a, scopes) && !slices.Contains(keys, seq) {
					keys = append(keys, seq)
				}
			}
		}
	}
	return keys
}

// leads reports whether typing seq really reaches the action.
func (k Keymap) leads(seq string, a Action, scopes []Scope) bool {
	for p := parent(seq); p != ""; p = parent(p) {
		if h, ok := k.find(p, scopes); !ok || !h.prefix {
			return false
		}
	}
	h, ok := k.find(seq, scopes)
	return ok && !h.prefix && k.bindings[h.binding].Action == a
}
