package keymap

import (
	"slices"
	"testing"
)

// Whatever can be done somewhere can be asked for there by its name, once, and with
// the keys that do it.
func TestCommandsAreWhateverCanBeDone(t *testing.T) {
	for name, k := range presets(t) {
		for _, s := range Scopes() {
			rows := k.Commands(Stack(s)...)
			seen := map[Action]bool{}
			for _, r := range rows {
				if seen[r.Action] {
					t.Errorf("%s: %s stands twice in %s", name, r.Action, s)
				}
				seen[r.Action] = true
				if want := k.Keys(r.Action, Stack(s)...); !slices.Equal(r.Keys, want) {
					t.Errorf("%s: %s in %s has %q, want %q", name, r.Action, s, r.Keys, want)
				}
			}
			for _, b := range k.Bindings() {
				if slices.Contains(Stack(s), b.Scope) != seen[b.Action] && b.Scope == s {
					t.Errorf("%s: %s is not among the commands of %s", name, b.Action, s)
				}
			}
		}
	}
}

func TestCommandsInTheWordsOfWhereTheUserIs(t *testing.T) {
	k := build([]Binding{
		{Scope: Global, Action: "far", Keys: []string{"f1"}, Group: App, Title: "far off"},
		{Scope: Screen, Action: "both", Keys: []string{"b"}, Group: App, Title: "outer"},
		{Scope: Screen, Action: "step", Keys: []string{"j"}, Group: Move, Title: "step"},
		{Scope: Inbox, Action: "both", Keys: []string{"c"}, Group: App, Title: "inner"},
		{Scope: Inbox, Action: "none", Group: Triage, Title: "no key"},
		{Scope: Thread, Action: "elsewhere", Keys: []string{"e"}, Group: App, Title: "elsewhere"},
	})
	var got []string
	for _, r := range k.Commands(Stack(Inbox)...) {
		got = append(got, r.Title)
	}
	if want := []string{"no key", "far off", "inner", "step"}; !slices.Equal(got, want) {
		t.Errorf("commands %q, want %q", got, want)
	}
	if got := k.Commands(Stack(Inbox)...)[2].Keys; !slices.Equal(got, []string{"c", "b"}) {
		t.Errorf("both is reached by %q", got)
	}
}

func TestUnboundIsStillACommand(t *testing.T) {
	k, err := Default().With(Overrides{Screen: {Remove: {}}})
	if err != nil {
		t.Fatal(err)
	}
	rows := k.Commands(Stack(Thread)...)
	at := slices.IndexFunc(rows, func(r HelpRow) bool { return r.Action == Remove })
	if at < 0 || len(rows[at].Keys) > 0 {
		t.Errorf("row %d of %+v", at, rows)
	}
}
