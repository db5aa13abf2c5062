package keymap

import (
	"slices"
	"strings"
)

// Kind says what a key press came to.
type Kind uint8

// What a key press can come to.
const (
	Unbound   Kind = iota // no key of ours: text for a field, or nothing
	Matched               // Result.Action is to be done
	Pending               // a sequence has begun; Which says how it may go on
	Cancelled             // a sequence was given up: by esc, or by a key it does not know
)

// Result is the answer to a key press.
type Result struct {
	Kind   Kind
	Action Action
	Scope  Scope  // where the action was found
	Nth    int    // which of the binding's keys, from 0: TabNumber by "3" is 2
	Typed  string // the whole sequence, such as "g x"
}

// Choice is one way a sequence may go on.
type Choice struct {
	Key    string
	Action Action
	Title  string
}

// Resolver turns key presses into actions. It remembers only the sequence that
// has begun, and forgets it when the scopes change.
type Resolver struct {
	keys   Keymap
	typed  string
	scopes []Scope
}

// NewResolver returns a resolver with no sequence begun.
func NewResolver(k Keymap) *Resolver { return &Resolver{keys: k} }

// Press takes one key by the name Bubble Tea gives it, and the active scopes,
// innermost first (see Stack). Letters typed fast reach the program together,
// as one message of several runes; each of them is a Press of its own.
func (r *Resolver) Press(key string, scopes []Scope) Result {
	key = normal(key)
	if !slices.Equal(scopes, r.scopes) {
		r.typed, r.scopes = "", slices.Clone(scopes)
	}
	began := r.typed != ""
	seq := key
	if began {
		seq = r.typed + " " + key
	}
	r.typed = ""
	if began && key == "esc" {
		return Result{Kind: Cancelled, Typed: seq}
	}
	h, ok := r.keys.find(seq, scopes)
	switch {
	case ok && h.prefix:
		r.typed = seq
		return Result{Kind: Pending, Typed: seq}
	case ok:
		b := r.keys.bindings[h.binding]
		return Result{Kind: Matched, Action: b.Action, Scope: b.Scope, Nth: h.nth, Typed: seq}
	case began && slices.Contains(scopes, Global) && r.keys.leadsAlone(key):
		return r.Press(key, scopes) // ctrl+c is heard also in the middle of a sequence
	case began:
		return Result{Kind: Cancelled, Typed: seq}
	}
	return Result{Kind: Unbound, Typed: seq}
}

// leadsAlone reports a single key that works everywhere.
func (k Keymap) leadsAlone(key string) bool {
	h, ok := k.index[Global][key]
	return ok && !h.prefix
}

// Pending returns the sequence begun so far, such as "g"; "" when there is none.
func (r *Resolver) Pending() string { return r.typed }

// Cancel forgets the sequence that has begun.
func (r *Resolver) Cancel() { r.typed = "" }

// Which returns how the sequence that has begun may go on, in the order of the
// table; nothing when none has begun. "go to" is left out of the titles, since
// every line after g would begin with it.
func (r *Resolver) Which() []Choice {
	if r.typed == "" {
		return nil
	}
	var rows []Choice
	for _, b := range r.keys.bindings {
		if !slices.Contains(r.scopes, b.Scope) {
			continue
		}
		for _, seq := range b.Keys {
			rest, ok := strings.CutPrefix(seq, r.typed+" ")
			if ok && r.keys.leads(seq, b.Action, r.scopes) {
				rows = append(rows, Choice{rest, b.Action, strings.TrimPrefix(b.Title, "go to ")})
			}
		}
	}
	return rows
}
