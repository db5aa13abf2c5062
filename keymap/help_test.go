package keymap

import (
	"slices"
	"testing"
)

func TestHelpOfTheInbox(t *testing.T) {
	sections := Default().Help(Stack(Inbox)...)
	var groups []Group
	seen := map[Action]bool{}
	for _, s := range sections {
		groups = append(groups, s.Group)
		for _, r := range s.Rows {
			if seen[r.Action] {
				t.Errorf("%s stands twice", r.Action)
			}
			seen[r.Action] = true
		}
	}
	if !slices.Equal(groups, Groups()) {
		t.Errorf("headings %v, want %v", groups, Groups())
	}
	for _, a := range []Action{Archive, Undo, Quit, ShowHelp, Redraw, GoCredits} {
		if !seen[a] {
			t.Errorf("%s is missing", a)
		}
	}
	for _, a := range []Action{Back, Accept, Yes} {
		if seen[a] {
			t.Errorf("%s does not work in the inbox", a)
		}
	}
	first := sections[0].Rows[0]
	if first.Action != Archive || first.Title != "archive" || !slices.Equal(first.Keys, []string{"e"}) || first.Help == "" {
		t.Errorf("first row %+v", first)
	}
}

// The help promises nothing that typing does not do, in any place of any preset.
func TestHelpIsTrue(t *testing.T) {
	for name, k := range presets(t) {
		for _, s := range Scopes() {
			for _, section := range k.Help(Stack(s)...) {
				for _, r := range section.Rows {
					for _, seq := range r.Keys {
						if got := typed(k, seq, Stack(s)); got.Action != r.Action {
							t.Errorf("%s: %s in %s is %+v, the help says %s", name, seq, s, got, r.Action)
						}
					}
				}
			}
		}
	}
}

func TestHelpLeavesOutWhatIsHidden(t *testing.T) {
	k := build([]Binding{
		{Scope: Inbox, Action: "near", Keys: []string{"a"}, Group: App, Title: "near"},
		{Scope: Screen, Action: "far", Keys: []string{"a"}, Group: App, Title: "far"},
		{Scope: Screen, Action: "both", Keys: []string{"b"}, Group: App, Title: "both"},
		{Scope: Screen, Action: "none", Group: App, Title: "none"},
	})
	var got []Action
	for _, r := range k.Help(Stack(Inbox)...)[0].Rows {
		got = append(got, r.Action)
	}
	if !slices.Equal(got, []Action{"near", "both"}) {
		t.Errorf("help lists %v", got)
	}
}

func TestRows(t *testing.T) {
	rows := Default().Rows(Stack(Thread), Open, NoteAdd, Archive, Back, ShowHelp)
	var got []string
	for _, r := range rows {
		got = append(got, Label(r.Keys[0], false)+" "+r.Title)
	}
	if want := []string{"a add note", "e archive", "esc back", "? help"}; !slices.Equal(got, want) {
		t.Errorf("footer %q, want %q", got, want)
	}
	tab := Default().Rows(Stack(Credits), NextTab)
	if len(tab) != 1 || tab[0].Title != "next view" {
		t.Errorf("tab in the credits: %+v", tab)
	}
}

func TestConflicts(t *testing.T) {
	k := build([]Binding{
		{Scope: Inbox, Action: "one", Keys: []string{"a"}},
		{Scope: Inbox, Action: "two", Keys: []string{"a", "b"}},
		{Scope: Screen, Action: "three", Keys: []string{"b c"}},
		{Scope: Thread, Action: "four", Keys: []string{"a"}},
		{Scope: Search, Action: "five", Keys: []string{"space", "ctrl+a"}},
	})
	want := []Conflict{
		{Won: "one", Lost: "two", WonKeys: "a", LostKeys: "a", WonIn: Inbox, LostIn: Inbox},
		{Won: "two", Lost: "three", WonKeys: "b", LostKeys: "b c", WonIn: Inbox, LostIn: Screen},
		{Lost: "five", LostKeys: "space", LostIn: Search},
	}
	if got := k.Conflicts(); !slices.Equal(got, want) {
		t.Errorf("conflicts\n%v\nwant\n%v", got, want)
	}
}

func BenchmarkHelp(b *testing.B) {
	k := Default()
	b.ReportAllocs()
	for b.Loop() {
		k.Help(Stack(Inbox)...)
	}
}
