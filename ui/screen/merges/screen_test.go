package merges_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"cordial/keymap"
	"cordial/model"
	"cordial/model/triage"
	"cordial/ui/ask"
	"cordial/ui/screen/merges"
	"cordial/ui/theme"
	"cordial/ui/uitest"
)

// noThreads is an inbox without a conversation.
type noThreads struct{}

func (noThreads) Len() int             { return 0 }
func (noThreads) Head(int) model.Head  { return model.Head{} }
func (noThreads) Row(int) model.Thread { return model.Thread{} }

// person is somebody by a letter.
func person(id string) model.Person {
	return model.Person{ID: id, Key: model.PersonKey(id), Name: "Name of " + id, Degree: model.DegreeUnknown}
}

// world has the suggestions written as "ab! cd": a would become part of b, likely.
func world(pairs string) merges.World {
	book := model.NewBook(model.World{Zone: time.LoadLocation})
	w := merges.World{
		Book: book, Board: triage.NewBoard(book, noThreads{}, uitest.Start()), Keys: keymap.Default(), Now: uitest.Start(),
		Read: true, Compared: 10,
	}
	for text := range strings.FieldsSeq(pairs) {
		w.Suggestions = append(w.Suggestions, model.MergeSuggestion{
			A: person(text[:1]), B: person(text[1:2]), Why: "same name", Likely: strings.HasSuffix(text, "!"),
		})
	}
	return w
}

// do does actions and answers what the last of them asks for.
func do(s *merges.Screen, actions ...keymap.Action) (last ask.Request) {
	for _, a := range actions {
		last = s.Do(a)
	}
	return last
}

func TestScreenAsks(t *testing.T) {
	merge := func(pairs ...string) ask.Request {
		var all []ask.Pair
		for _, p := range pairs {
			all = append(all, ask.Pair{From: person(p[:1]), Into: person(p[1:])})
		}
		return ask.MergePeople{Pairs: all}
	}
	for _, c := range []struct {
		actions []keymap.Action
		want    ask.Request
	}{
		{[]keymap.Action{keymap.Merge}, merge("ab")},
		{[]keymap.Action{keymap.MergeSwap, keymap.Merge}, merge("ba")},
		{[]keymap.Action{keymap.MergeSwap, keymap.MergeSwap, keymap.Merge}, merge("ab")},
		{[]keymap.Action{keymap.Down, keymap.Merge}, merge("cd")},
		{[]keymap.Action{keymap.Bottom, keymap.Apart}, ask.KeepApart{Pair: ask.Pair{From: person("e"), Into: person("f")}}},
		{[]keymap.Action{keymap.Open}, ask.GoToPerson{Key: person("b").Key}},
		{[]keymap.Action{keymap.MergeSwap, keymap.Open}, ask.GoToPerson{Key: person("a").Key}},
		{[]keymap.Action{keymap.MergeWith}, ask.PickTwin{Person: person("b")}},
		{[]keymap.Action{keymap.Back}, ask.Back{}},
		{[]keymap.Action{keymap.NextTab, keymap.PrevTab, keymap.Merge}, merge("ab")},
		{[]keymap.Action{keymap.Unmerge}, ask.Toast{Text: "These are two people; the other view has those you made one"}},
		{[]keymap.Action{keymap.NextTab, keymap.Merge}, ask.Toast{Text: "These are one person already"}},
		{[]keymap.Action{keymap.NextTab, keymap.Unmerge}, ask.Toast{Text: "Nobody is merged"}},
	} {
		if got := do(merges.New(world("ab! cd! ef")), c.actions...); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%v asks for %#v, want %#v", c.actions, got, c.want)
		}
	}
}

// All likely ones keep the choice of who stays; those in doubt are left and counted.
func TestScreenMergesAll(t *testing.T) {
	q := do(merges.New(world("ab! cd! xy! xz! ef")), keymap.MergeSwap, keymap.MergeAll).(ask.Question)
	want := ask.MergePeople{Pairs: []ask.Pair{{From: person("b"), Into: person("a")}, {From: person("c"), Into: person("d")}}}
	if !reflect.DeepEqual(q.Yes, want) || q.Title != "Merge all 2 likely pairs?" || !strings.Contains(q.Text, "2 pairs are left for you") {
		t.Errorf("asks %+v", q)
	}
	for pairs, why := range map[string]string{
		"": "No pair is likely the same person", "ef": "No pair is likely the same person",
		"xy! xz!": "Of each likely pair one fits a third person, too: look at them one by one",
	} {
		if got := do(merges.New(world(pairs)), keymap.MergeAll); got != (ask.Toast{Text: why}) {
			t.Errorf("%q: %#v", pairs, got)
		}
	}
}

// The cursor stays on its pair while others come and go, and in its place when it goes.
func TestScreenKeepsItsPlace(t *testing.T) {
	s := merges.New(world("ab! cd! ef gh"))
	do(s, keymap.Down, keymap.Down)
	for _, step := range []struct{ pairs, into string }{{"ab! ef gh", "f"}, {"xy! ab! cd! ef gh", "f"}, {"xy! ab! cd! gh", "h"}, {"xy!", "y"}} {
		s.Refresh(world(step.pairs))
		if got := do(s, keymap.Open); got != (ask.GoToPerson{Key: person(step.into).Key}) {
			t.Errorf("after %s it is on %#v", step.pairs, got)
		}
	}
}

// Each view fills every screen exactly, whatever there is.
func TestScreenSizes(t *testing.T) {
	plain := theme.New(theme.Options{})
	for _, pairs := range []string{"", "ab!", "ab! cd! ef gh ij kl mn op qr st uv wx yz"} {
		for _, view := range []bool{false, true} {
			s := merges.New(world(pairs))
			if view {
				do(s, keymap.NextTab)
			}
			for w := 1; w <= 130; w += 3 {
				for h := 1; h <= 40; h += 3 {
					for _, toast := range []string{"", strings.Repeat("x", w)} {
						if err := uitest.Exact(s.Draw(plain, w, h, toast), w, h); err != nil {
							t.Fatalf("%q: %v", pairs, err)
						}
					}
				}
			}
		}
	}
}

// Why there is nothing to see is one of several reasons.
func TestScreenSaysWhyItIsEmpty(t *testing.T) {
	for want, change := range map[string]func(w *merges.World){
		"Comparing people…":               func(w *merges.World) { w.Read = false },
		"People cannot be compared.":      func(w *merges.World) { w.Failed = fmt.Errorf("a page is torn") },
		"There is nobody yet.":            func(w *merges.World) { w.Compared = 0 },
		"Nobody looks like somebody else": func(*merges.World) {},
	} {
		w := world("")
		change(&w)
		if got := ansi.Strip(merges.New(w).Draw(theme.New(theme.Options{}), 80, 24, "")); !strings.Contains(got, want) {
			t.Errorf("%q is missing:\n%s", want, got)
		}
	}
}

// A frame costs what is on screen, not how many suggestions there are.
func BenchmarkScreen(b *testing.B) {
	w := world("")
	for i := range 10_000 {
		p, q := person(fmt.Sprint("a", i)), person(fmt.Sprint("b", i))
		w.Suggestions = append(w.Suggestions, model.MergeSuggestion{A: p, B: q, Why: "same name", Likely: i < 5_000})
	}
	s, plain := merges.New(w), theme.New(theme.Options{})
	b.ReportAllocs()
	for b.Loop() {
		s.Do(keymap.Down)
		s.Draw(plain, 120, 36, "")
	}
}
