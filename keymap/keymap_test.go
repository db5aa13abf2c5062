package keymap

import (
	"slices"
	"strings"
	"testing"
	"unicode"
)

// presets returns every keymap that comes with the program, by name.
func presets(t *testing.T) map[string]Keymap {
	t.Helper()
	all := map[string]Keymap{}
	for _, name := range Presets() {
		k, err := Preset(name)
		if err != nil {
			t.Fatalf("preset %s: %v", name, err)
		}
		all[name] = k
	}
	return all
}

func TestPresetsHaveNoConflicts(t *testing.T) {
	for name, k := range presets(t) {
		for _, c := range k.Conflicts() {
			t.Errorf("%s: %v", name, c)
		}
	}
}

// Every binding is reached by typing its keys, in every stack it belongs to.
func TestPresetsReachEveryBinding(t *testing.T) {
	for name, k := range presets(t) {
		for _, s := range Scopes() {
			for _, b := range k.Bindings() {
				if !slices.Contains(Stack(s), b.Scope) {
					continue
				}
				for _, seq := range b.Keys {
					if got := typed(k, seq, Stack(s)); got.Kind != Matched || got.Action != b.Action {
						t.Errorf("%s: %q in %v is %+v, want %s", name, seq, Stack(s), got, b.Action)
					}
				}
			}
		}
	}
}

// typed presses the keys of a sequence and returns the last answer.
func typed(k Keymap, seq string, scopes []Scope) (last Result) {
	r := NewResolver(k)
	for _, key := range strings.Fields(seq) {
		last = r.Press(key, scopes)
	}
	return last
}

func TestPresetsUseKeysThatTerminalsSend(t *testing.T) {
	for name, k := range presets(t) {
		for _, b := range k.Bindings() {
			for _, seq := range b.Keys {
				if got, err := Sequence(seq); err != nil || got != seq {
					t.Errorf("%s: [keys.%s] %s = %q: %q, %v", name, b.Scope, b.Action, seq, got, err)
				}
			}
		}
	}
}

func TestEveryActionIsDescribed(t *testing.T) {
	titles := map[Scope]map[string]Action{}
	for _, b := range Default().Bindings() {
		if b.Title == "" || len([]rune(b.Title)) > 18 {
			t.Errorf("%s: title %q is not a word or two", b.Action, b.Title)
		}
		if first := []rune(b.Help + " ")[0]; !unicode.IsUpper(first) || !strings.HasSuffix(b.Help, ".") {
			t.Errorf("%s: help %q is not a sentence", b.Action, b.Help)
		}
		if !slices.Contains(Groups(), b.Group) {
			t.Errorf("%s: no group %q", b.Action, b.Group)
		}
		if byName := b.Action == ArchiveRead || b.Action == MergeWith; (len(b.Keys) == 0) != byName {
			t.Errorf("%s in %s has the keys %q", b.Action, b.Scope, b.Keys)
		}
		if titles[b.Scope] == nil {
			titles[b.Scope] = map[string]Action{}
		}
		if other, taken := titles[b.Scope][b.Title]; taken && other != b.Action {
			t.Errorf("%s and %s are both %q in %s", other, b.Action, b.Title, b.Scope)
		}
		titles[b.Scope][b.Title] = b.Action
	}
}

func TestEveryRowStandsOnce(t *testing.T) {
	type place struct {
		Scope
		Action
	}
	seen := map[place]bool{}
	for _, b := range Default().Bindings() {
		if seen[place{b.Scope, b.Action}] {
			t.Errorf("%s stands twice in %s", b.Action, b.Scope)
		}
		seen[place{b.Scope, b.Action}] = true
		if !slices.Contains(Scopes(), b.Scope) {
			t.Errorf("%s is in the unlisted scope %q", b.Action, b.Scope)
		}
	}
}

func TestBindingsAreGroupedByScope(t *testing.T) {
	var order []Scope
	for _, b := range Default().Bindings() {
		if len(order) == 0 || order[len(order)-1] != b.Scope {
			order = append(order, b.Scope)
		}
	}
	if !slices.Equal(order, Scopes()) {
		t.Errorf("listed as %v, want %v", order, Scopes())
	}
}

// The keys that people know from the screens of the specification.
func TestDefaultKeys(t *testing.T) {
	for _, c := range []struct {
		scope  Scope
		key    string
		action Action
	}{
		{Inbox, "e", Archive},
		{Inbox, "E", Unarchive},
		{Inbox, "h", RemindSet},
		{Inbox, "H", RemindNoReply},
		{Inbox, "l", LabelPick},
		{Inbox, "s", Star},
		{Inbox, "u", Unread},
		{Inbox, "m", Mute},
		{Inbox, "z", Undo},
		{Inbox, "Z", Redo},
		{Inbox, "x", Select},
		{Inbox, "space", Select},
		{Inbox, "v", SelectRange},
		{Inbox, "*", SelectAll},
		{Inbox, "esc", Clear},
		{Inbox, "a", NoteAdd},
		{Inbox, "C", InMailLog},
		{Inbox, "A", InMailAnswered},
		{Inbox, "tab", NextTab},
		{Inbox, "shift+tab", PrevTab},
		{Inbox, "9", TabNumber},
		{Inbox, "J", NextContact},
		{Inbox, "p", Preview},
		{Inbox, "P", PreviewSide},
		{Inbox, "/", Find},
		{Inbox, "g g", Top},
		{Inbox, "G", Bottom},
		{Inbox, "enter", Open},
		{Inbox, "q", Quit},
		{Inbox, "ctrl+c", Quit},
		{Inbox, "?", ShowHelp},
		{Inbox, "f1", ShowHelp},
		{Inbox, "g m", GoCredits},
		{Inbox, "ctrl+z", Suspend},
		{Inbox, "ctrl+l", Redraw},
		{Inbox, "ctrl+r", Reload},
		{Inbox, "ctrl+d", HalfDown},
		{Inbox, "pgdown", PageDown},
		{Thread, "esc", Back},
		{Thread, "left", Back},
		{Thread, "e", Archive},
		{Thread, "K", PrevContact},
		{Thread, "o", ProfileOpen},
		{Thread, "Y", ProfileCopy},
		{Credits, "esc", Back},
		{Credits, "=", SeatReconcile},
		{Inbox, "=", SeatReconcile},
		{Thread, "g b", CreditsWhy},
		{Credits, "f", ForecastPace},
		{Credits, "w", CreditsWhom},
		{Credits, "s", SeatNext},
		{Credits, "n", SeatOpen},
		{Credits, "p", SeatPlan},
		{Credits, "$", SeatPrice},
		{Credits, "#", SeatCancel},
		{Sheet, "enter", Accept},
		{Sheet, "esc", Cancel},
		{Inbox, "c", Compose},
		{Thread, "r", Reply},
		{Invitations, "c", Compose},
		{Credits, "g d", GoDrafts},
		{Inbox, "g v", GoInvitations},
		{Drafts, "enter", Compose},
		{Drafts, "#", DraftDrop},
		{Writing, "ctrl+s", Accept},
		{Writing, "ctrl+o", Insist},
		{Writing, "ctrl+e", Editor},
		{Writing, "ctrl+t", Template},
		{Writing, "esc", Cancel},
		{Invitations, "w", InviteWithdrawn},
		{Invitations, "y", Yes},
		{Invitations, "L", LimitHit},
		{Inbox, "ctrl+k", Palette},
		{Thread, ":", Palette},
		{Note, "f3", Palette},
		{Inbox, "#", Remove},
		{Thread, "#", Remove},
		{Credits, "g p", GoMerges},
		{Merges, "y", Merge},
		{Merges, "Y", MergeAll},
		{Merges, "n", Apart},
		{Merges, "x", MergeSwap},
		{Merges, "u", Unmerge},
		{Commands, "tab", Toggle},
		{Commands, "enter", Accept},
		{Picker, "tab", Toggle},
		{Picker, "enter", Accept},
		{Remind, "esc", Cancel},
		{Question, "y", Yes},
		{Note, "alt+enter", Newline},
		{Help, "f1", ShowHelp},
		{Search, "ctrl+c", Quit},
	} {
		if got := typed(Default(), c.key, Stack(c.scope)); got.Action != c.action {
			t.Errorf("%s in %s is %q, want %s", c.key, c.scope, got.Action, c.action)
		}
	}
}

// Esc never quits, and letters are never commands where text is typed.
func TestNoSurprises(t *testing.T) {
	for name, k := range presets(t) {
		for _, s := range Scopes() {
			if got := typed(k, "esc", Stack(s)); got.Action == Quit {
				t.Errorf("%s: esc quits in %s", name, s)
			}
			if !s.Typing() {
				continue
			}
			for r := rune(' '); r < 0x7f; r++ {
				if got := NewResolver(k).Press(string(r), Stack(s)); got.Kind != Unbound {
					t.Errorf("%s: %q in %s is %+v, want text", name, r, s, got)
				}
			}
		}
	}
}

func TestKeysOfAnAction(t *testing.T) {
	k := Default()
	for _, c := range []struct {
		action Action
		scopes []Scope
		want   []string
	}{
		{Down, Stack(Inbox), []string{"j", "down", "ctrl+n"}},
		{Down, Stack(Picker), []string{"down", "ctrl+n"}},
		{ShowHelp, Stack(Thread), []string{"?", "f1"}},
		{ShowHelp, Stack(Remind), []string{"f1"}},
		{Archive, Stack(Credits), nil},
		{"nothing", Stack(Inbox), nil},
	} {
		if got := k.Keys(c.action, c.scopes...); !slices.Equal(got, c.want) {
			t.Errorf("Keys(%s, %v) = %q, want %q", c.action, c.scopes, got, c.want)
		}
	}
}

func TestUnknownPreset(t *testing.T) {
	if _, err := Preset("nano"); err == nil || !strings.Contains(err.Error(), "vim") {
		t.Errorf("preset nano: %v, want the names", err)
	}
}
