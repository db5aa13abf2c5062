package keymap

import (
	"errors"
	"fmt"
	"maps"
	"slices"
)

// Overrides are the keys a user gives, by scope and action; an empty list
// unbinds. What Screen says holds on every full screen.
type Overrides map[Scope]map[Action][]string

// With returns a keymap where the actions named have these keys and no other.
// The error joins one sentence for everything that is wrong: an unknown scope
// or action, a key that terminals do not send, a clash, or no way left to leave.
func (k Keymap) With(o Overrides) (Keymap, error) {
	all := slices.Clone(k.bindings)
	var problems []error
	for _, s := range byReach(o) {
		for _, a := range slices.Sorted(maps.Keys(o[s])) {
			keys, err := sequences(o[s][a])
			if err == nil {
				err = rebind(all, s, a, keys)
			}
			if err != nil {
				problems = append(problems, fmt.Errorf("[keys.%s] %s: %w", s, a, err))
			}
		}
	}
	made := build(all)
	problems = append(problems, made.clashing()...)
	problems = append(problems, made.stuck()...)
	if len(problems) > 0 {
		return Keymap{}, errors.Join(problems...)
	}
	return made, nil
}

// byReach orders the scopes so that what is said for one screen counts more
// than what is said for all of them.
func byReach(o Overrides) []Scope {
	scopes := slices.Sorted(maps.Keys(o))
	slices.SortStableFunc(scopes, func(a, b Scope) int {
		switch {
		case a == Screen && b != Screen:
			return -1
		case b == Screen && a != Screen:
			return 1
		}
		return 0
	})
	return scopes
}

func sequences(keys []string) ([]string, error) {
	var all []string
	for _, key := range keys {
		seq, err := Sequence(key)
		if err != nil {
			return nil, err
		}
		if !slices.Contains(all, seq) {
			all = append(all, seq)
		}
	}
	return all, nil
}

// rebind gives the action its keys in the scope, in place.
func rebind(all []Binding, s Scope, a Action, keys []string) error {
	if !slices.Contains(Scopes(), s) {
		return fmt.Errorf("there is no such section; the sections are %v", Scopes())
	}
	found := false
	var elsewhere []Scope
	for i, b := range all {
		switch {
		case b.Action != a:
		case b.Scope == s || s == Screen && b.Scope.fullScreen():
			all[i].Keys, found = keys, true
		default:
			elsewhere = append(elsewhere, b.Scope)
		}
	}
	switch {
	case found:
		return nil
	case len(elsewhere) > 0:
		return fmt.Errorf("this action belongs to the sections %v", elsewhere)
	}
	return errors.New(`there is no such action; "cordial keys" lists them all`)
}

// clashing returns the conflicts, one for each binding that stands in the way:
// a plain g would otherwise be told of every sequence that begins with it.
func (k Keymap) clashing() []error {
	var problems []error
	told := map[Conflict]bool{}
	for _, c := range k.Conflicts() {
		cause := Conflict{Won: c.Won, WonKeys: c.WonKeys}
		if c.Won == "" || !told[cause] {
			told[cause] = true
			problems = append(problems, errors.New(c.String()))
		}
	}
	return problems
}

// stuck returns what a user could no longer leave.
func (k Keymap) stuck() []error {
	var problems []error
	for _, b := range k.bindings {
		exit := b.Action == Quit || b.Action == Back || b.Action == Cancel
		if exit && len(k.Keys(b.Action, Stack(b.Scope)...)) == 0 {
			problems = append(problems, fmt.Errorf("[keys.%s] %s needs at least one key", b.Scope, b.Action))
		}
	}
	return problems
}
