package keymap

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestSequence(t *testing.T) {
	r := NewResolver(Default())
	if got := r.Press("g", Stack(Inbox)); got != (Result{Kind: Pending, Typed: "g"}) {
		t.Fatalf("g: %+v", got)
	}
	if r.Pending() != "g" {
		t.Errorf("pending %q, want g", r.Pending())
	}
	want := Result{Kind: Matched, Action: GoArchived, Scope: Screen, Typed: "g e"}
	if got := r.Press("e", Stack(Inbox)); got != want {
		t.Errorf("g e: %+v, want %+v", got, want)
	}
	if got := r.Press("e", Stack(Inbox)); got.Action != Archive || r.Pending() != "" {
		t.Errorf("e after a finished sequence: %+v", got)
	}
}

func TestWhich(t *testing.T) {
	r := NewResolver(Default())
	if r.Which() != nil {
		t.Errorf("before any key: %v", r.Which())
	}
	r.Press("g", Stack(Inbox))
	var got []string
	for _, c := range r.Which() {
		got = append(got, c.Key+" "+c.Title)
	}
	want := []string{"g top", "i inbox", "e archived", "h due", "w waiting", "z snoozed", "s starred", "a all", "l label…", "m credits", "b why this many", "d drafts", "v invitations", "p merges", "x import", "X export", "r review"}
	if !slices.Equal(got, want) {
		t.Errorf("after g: %q, want %q", got, want)
	}
}

// A sequence is given up without doing what its last key does alone.
func TestSequenceGivenUp(t *testing.T) {
	for _, key := range []string{"esc", "q", "j", "enter", " ", "[pasted text]", ""} {
		r := NewResolver(Default())
		r.Press("g", Stack(Inbox))
		got := r.Press(key, Stack(Inbox))
		if got.Kind != Cancelled || got.Action != "" || r.Pending() != "" {
			t.Errorf("g then %q: %+v, pending %q", key, got, r.Pending())
		}
	}
}

func TestSequenceHearsGlobalKeys(t *testing.T) {
	r := NewResolver(Default())
	r.Press("g", Stack(Inbox))
	if got := r.Press("ctrl+c", Stack(Inbox)); got.Kind != Matched || got.Action != Quit {
		t.Errorf("g ctrl+c: %+v, want quit", got)
	}
}

func TestSequenceForgottenWhenScopesChange(t *testing.T) {
	r := NewResolver(Default())
	r.Press("g", Stack(Inbox))
	if got := r.Press("e", Stack(Thread)); got.Action != Archive {
		t.Errorf("e in the conversation after g in the inbox: %+v", got)
	}
	r.Press("g", Stack(Inbox))
	r.Cancel()
	if got := r.Press("e", Stack(Inbox)); got.Action != Archive {
		t.Errorf("e after Cancel: %+v", got)
	}
}

func TestNthKey(t *testing.T) {
	r := NewResolver(Default())
	for i, key := range strings.Split("123456789", "") {
		if got := r.Press(key, Stack(Inbox)); got.Action != TabNumber || got.Nth != i {
			t.Errorf("%s: %+v, want tab %d", key, got, i)
		}
	}
}

func TestInnerScopeWins(t *testing.T) {
	k := build([]Binding{
		{Scope: Inbox, Action: "inner", Keys: []string{"a", "b c"}},
		{Scope: Screen, Action: "outer", Keys: []string{"a", "b", "c d"}},
		{Scope: Global, Action: "sequel", Keys: []string{"b e"}},
	})
	for seq, want := range map[string]Action{"a": "inner", "b c": "inner", "b e": "sequel", "c d": "outer"} {
		if got := typed(k, seq, Stack(Inbox)); got.Action != want {
			t.Errorf("%s: %+v, want %s", seq, got, want)
		}
	}
	if got := typed(k, "a", Stack(Screen)); got.Action != "outer" {
		t.Errorf("a on another screen: %+v", got)
	}
}

func TestSpaceAndPaste(t *testing.T) {
	r := NewResolver(Default())
	if got := r.Press(" ", Stack(Inbox)); got.Action != Select || got.Typed != "space" {
		t.Errorf("space: %+v", got)
	}
	for _, key := range []string{"[e]", "[ ]", "ee", "", "runes"} {
		if got := r.Press(key, Stack(Inbox)); got.Kind != Unbound {
			t.Errorf("%q: %+v, want unbound", key, got)
		}
	}
}

// Whatever is typed, in whatever place: no panic, every answer is complete, and
// esc leads back to where keys mean what the help says.
func TestResolverAlwaysReturns(t *testing.T) {
	keys := append(keyNames(), "g", "g", "g", "esc", "[paste]", "漢", "gg", "")
	rapid.Check(t, func(t *rapid.T) {
		k, err := Preset(rapid.SampledFrom(Presets()).Draw(t, "preset"))
		if err != nil {
			t.Fatal(err)
		}
		r := NewResolver(k)
		scopes := Stack(Inbox)
		for range rapid.IntRange(0, 40).Draw(t, "length") {
			if rapid.IntRange(0, 9).Draw(t, "move") == 0 {
				scopes = Stack(rapid.SampledFrom(Scopes()).Draw(t, "scope"))
			}
			got := r.Press(rapid.SampledFrom(keys).Draw(t, "key"), scopes)
			if (got.Kind == Matched) != (got.Action != "") {
				t.Fatalf("half an answer: %+v", got)
			}
			if (got.Kind == Pending) != (r.Pending() != "") || (got.Kind == Pending) != (len(r.Which()) > 0) {
				t.Fatalf("%+v, but pending %q and %d choices", got, r.Pending(), len(r.Which()))
			}
			if got.Kind == Matched && !slices.Contains(k.Keys(got.Action, scopes...), got.Typed) {
				t.Fatalf("%q did %s, which no key list of %v names", got.Typed, got.Action, scopes)
			}
		}
		r.Press("esc", scopes)
		if r.Pending() != "" {
			t.Fatalf("still pending after esc: %q", r.Pending())
		}
	})
}

func BenchmarkPress(b *testing.B) {
	r := NewResolver(Default())
	scopes := Stack(Inbox)
	b.ReportAllocs()
	for b.Loop() {
		r.Press("j", scopes)
	}
}
