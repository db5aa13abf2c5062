package dialog_test

import (
	"reflect"
	"testing"

	"cordial/model/triage"
	"cordial/ui/ask"
	"cordial/ui/dialog"
)

// steps are keys and what they ask for, one after the other in one dialog.
type steps struct {
	name string
	keys []string
	want []ask.Request
}

// walk presses the keys in a fresh dialog and compares what was asked for.
func (s steps) walk(t *testing.T, d dialog.Dialog) {
	t.Helper()
	if got := press(d, s.keys...); !reflect.DeepEqual(got, s.want) {
		t.Errorf("%q asks for\n %#v, want\n %#v", s.keys, got, s.want)
	}
}

func TestLabelsKeys(t *testing.T) {
	one := []triage.ID{id(0)}
	put := func(label string) ask.Request { return ask.ApplyLabel{Targets: one, Label: label, On: true} }
	for _, c := range []steps{
		{"enter labels and closes", []string{"enter"}, []ask.Request{ask.Batch{put("Hot Leads"), ask.Close{}}}},
		{"tab labels and stays", []string{"tab"}, []ask.Request{put("Hot Leads")}},
		{"a blank, too, without a filter", []string{"down", "space"}, []ask.Request{put("Potential Employers")}},
		{
			"several, then enter closes",
			[]string{"tab", "down", "tab", "enter"},
			[]ask.Request{put("Hot Leads"), put("Potential Employers"), ask.Close{}},
		},
		{
			"after a new filter enter labels again",
			[]string{"tab", "p", "o", "t", "enter"},
			[]ask.Request{put("Hot Leads"), ask.Batch{put("Potential Employers"), ask.Close{}}},
		},
		{
			"fuzzy, accents and case aside", append(typed("ÉMPL"), "enter"),
			[]ask.Request{ask.Batch{put("Potential Employers"), ask.Close{}}},
		},
		{"a new one", append(typed("Warm"), "enter"), []ask.Request{ask.Batch{put("Warm"), ask.Close{}}}},
		{"a new one of two words", append(typed("Very warm"), "tab"), []ask.Request{put("Very warm")}},
		{
			"a new one beside those found", append(typed("lead"), "down", "enter"),
			[]ask.Request{ask.Batch{put("lead"), ask.Close{}}},
		},
		{
			"no second one in other letters", append(typed("hot leads"), "down", "enter"),
			[]ask.Request{ask.Batch{put("Hot Leads"), ask.Close{}}},
		},
		{"esc closes", []string{"x", "esc"}, []ask.Request{ask.Close{}}},
		{"too long a name is refused", append(typed("a label that is longer than forty characters"), "enter"), nil},
	} {
		t.Run(c.name, func(t *testing.T) { c.walk(t, dialog.NewLabels(newTown(t).world, one)) })
	}
}

// Ticking is read back from the world: on for all, then off for all.
func TestLabelsMarks(t *testing.T) {
	w := newTown(t)
	both := []triage.ID{id(0), id(1)}
	w.record(w.world.Book.Label(w.targets(both[:1]), "Hot Leads", true, w.world.Now))
	d := dialog.NewLabels(w.world, both)
	for _, want := range []struct {
		on    bool
		first int // of the two that have the label afterwards
	}{{true, 2}, {false, 0}, {true, 2}} {
		asked := press(d, "tab")
		label, ok := asked[0].(ask.ApplyLabel)
		if !ok || label.Label != "Hot Leads" || label.On != want.on {
			t.Fatalf("asked %#v, want on=%v", asked, want.on)
		}
		w.obey(d, label)
		have := 0
		for _, id := range both {
			if v, _ := w.world.Board.View(id); v.State.HasLabel("Hot Leads") {
				have++
			}
		}
		if have != want.first {
			t.Errorf("%d have the label, want %d", have, want.first)
		}
	}
}

// A label made in the dialog is in the list at once, under the cursor.
func TestLabelsCreateStays(t *testing.T) {
	w := newTown(t)
	d := dialog.NewLabels(w.world, []triage.ID{id(0)})
	for _, r := range press(d, append(typed("Warm"), "tab")...) {
		w.obey(d, r)
	}
	if got := press(d, "tab"); len(got) != 1 || got[0].(ask.ApplyLabel).On || got[0].(ask.ApplyLabel).Label != "Warm" {
		t.Errorf("the next tab asks for %#v, want Warm taken off", got)
	}
}

func TestJumpKeys(t *testing.T) {
	tab := func(label string) ask.Request {
		return ask.Batch{ask.Close{}, ask.GoToTab{Tab: triage.Tab{Kind: triage.Labelled, Label: label}}}
	}
	for _, c := range []steps{
		{"the first", []string{"enter"}, []ask.Request{tab("Hot Leads")}},
		{"by letters", append(typed("pe"), "enter"), []ask.Request{tab("Potential Employers")}},
		{"up and down", []string{"down", "down", "up", "enter"}, []ask.Request{tab("Hot Leads")}},
		{"a new one", append(typed("xyz"), "enter"), []ask.Request{append(ask.Batch{ask.CreateLabel{Label: "xyz"}}, tab("xyz").(ask.Batch)...)}},
		{"too long a name", append(typed("a label that is longer than forty characters"), "enter"), nil},
		{"tab does nothing", []string{"tab"}, nil},
		{"esc", []string{"esc"}, []ask.Request{ask.Close{}}},
	} {
		t.Run(c.name, func(t *testing.T) { c.walk(t, dialog.NewJump(newTown(t).world)) })
	}
}
