package merges

import (
	"fmt"
	"time"

	"cordial/keymap"
	"cordial/model"
	"cordial/model/clean"
	"cordial/model/triage"
	"cordial/ui/ask"
	"cordial/ui/listing"
	"cordial/ui/widget"
)

// World is what the screen reads. It changes nothing in it.
type World struct {
	Book  *model.Book
	Board *triage.Board
	Keys  keymap.Keymap // names the keys in hints
	Now   time.Time     // its zone is the user's

	Suggestions []model.MergeSuggestion // likely ones first
	Read        bool                    // they are known; else people are still being compared
	Failed      error                   // why they could not be compared, nil otherwise
	Compared    int                     // how many people were
}

// view is one of the panes, in the order of the tabs.
type view uint8

const (
	maybe view = iota // suggestions, the likely ones first
	made              // merges, the newest first
	viewCount
)

// Screen is the pairs of one view at a time.
type Screen struct {
	world  World
	view   view
	merges []model.Merge
	lists  [viewCount]widget.List
	swaps  map[pair]bool // of which pairs the other one stays
	at     pair          // the suggestion under the cursor

	sure []model.MergeSuggestion // those that contradict no other
	left int                     // likely ones that do
}

// pair names a suggestion by its two people.
type pair struct{ a, b model.Key }

// pairOf names a suggestion.
func pairOf(s model.MergeSuggestion) pair { return pair{s.A.Key, s.B.Key} }

// New is the screen on the first suggestion.
func New(w World) *Screen {
	s := &Screen{swaps: map[pair]bool{}}
	s.Refresh(w)
	return s
}

// Scope is keymap.Merges.
func (s *Screen) Scope() keymap.Scope { return keymap.Merges }

// Refresh hands in the world anew. The cursor stays on its pair; where that is gone, it
// stays in its place.
func (s *Screen) Refresh(w World) {
	if !same(w.Suggestions, s.world.Suggestions) {
		s.sure, s.left = model.SureSuggestions(w.Suggestions)
	}
	s.world, s.merges = w, w.Book.Merges()
	l := s.lists[maybe].Resize(len(w.Suggestions), s.lists[maybe].Height)
	for i, one := range w.Suggestions {
		if pairOf(one) == s.at {
			l = l.To(i)
		}
	}
	s.lists[maybe] = l
	s.lists[made] = s.lists[made].Resize(len(s.merges), s.lists[made].Height)
	s.settle()
}

// same tells whether two lists are the same one: there may be thousands.
func same(x, y []model.MergeSuggestion) bool {
	return len(x) == len(y) && (len(x) == 0 || &x[0] == &y[0])
}

// settle remembers the suggestion under the cursor.
func (s *Screen) settle() {
	if one, ok := s.suggestion(); ok {
		s.at = pairOf(one)
	}
}

// suggestion is the one under the cursor, false in the other view.
func (s *Screen) suggestion() (model.MergeSuggestion, bool) {
	if i := s.lists[maybe].Cursor; s.view == maybe && i < len(s.world.Suggestions) {
		return s.world.Suggestions[i], true
	}
	return model.MergeSuggestion{}, false
}

// merge is the one under the cursor, false in the other view.
func (s *Screen) merge() (model.Merge, bool) {
	if i := s.lists[made].Cursor; s.view == made && i < len(s.merges) {
		return s.merges[i], true
	}
	return model.Merge{}, false
}

// pair is a suggestion as it would be merged.
func (s *Screen) pair(one model.MergeSuggestion) ask.Pair {
	if s.swaps[pairOf(one)] {
		return ask.Pair{From: one.B, Into: one.A}
	}
	return ask.Pair{From: one.A, Into: one.B}
}

// person is who stays of the pair under the cursor, or who the merged ones are now.
func (s *Screen) person() model.Person {
	if one, ok := s.suggestion(); ok {
		return s.pair(one).Into
	}
	m, _ := s.merge()
	return model.Person{Key: m.Root}
}

// Do does an action of the keymap. One that is not possible now answers why.
func (s *Screen) Do(a keymap.Action) ask.Request {
	if why := s.Off(a); why != "" {
		return ask.Toast{Text: why}
	}
	if l, ok := listing.Do(s.lists[s.view], a); ok {
		s.lists[s.view] = l
		s.settle()
		return nil
	}
	one, _ := s.suggestion()
	switch a {
	case keymap.Back:
		return ask.Back{}
	case keymap.NextTab, keymap.PrevTab:
		s.view = (s.view + 1) % viewCount
		s.settle()
	case keymap.MergeSwap:
		s.swaps[pairOf(one)] = !s.swaps[pairOf(one)]
	case keymap.Merge:
		return ask.MergePeople{Pairs: []ask.Pair{s.pair(one)}}
	case keymap.Apart:
		return ask.KeepApart{Pair: s.pair(one)}
	case keymap.MergeAll:
		return s.all()
	case keymap.Unmerge:
		m, _ := s.merge()
		return ask.Unmerge{Merge: m}
	case keymap.Open:
		return ask.GoToPerson{Key: s.person().Key}
	case keymap.MergeWith:
		return ask.PickTwin{Person: s.person()}
	default:
	}
	return nil
}

// all asks whether all pairs that are sure are to be made one.
func (s *Screen) all() ask.Request {
	var pairs []ask.Pair
	for _, one := range s.sure {
		pairs = append(pairs, s.pair(one))
	}
	text := "Each of them becomes one person, as shown. It is one step: undo takes all of it back."
	if s.left > 0 {
		text += fmt.Sprintf("\n%s left for you: one of the two fits a third one, too.", pairsAre(s.left))
	}
	return ask.Question{
		Title: "Merge all " + plural(len(pairs), "likely pair") + "?", Text: text,
		YesText: "yes, merge them", NoText: "no", Yes: ask.MergePeople{Pairs: pairs},
	}
}

// Off is why an action is not possible now; empty when it is.
func (s *Screen) Off(a keymap.Action) string {
	_, suggested := s.suggestion()
	_, merged := s.merge()
	switch a {
	case keymap.Merge, keymap.Apart, keymap.MergeSwap:
		if s.view == made {
			return "These are one person already"
		}
		if !suggested {
			return "No pair is under the cursor"
		}
	case keymap.MergeAll:
		if len(s.sure) == 0 && s.left > 0 {
			return "Of each likely pair one fits a third person, too: look at them one by one"
		}
		if len(s.sure) == 0 {
			return "No pair is likely the same person"
		}
	case keymap.Unmerge:
		if s.view == maybe {
			return "These are two people; the other view has those you made one"
		}
		if !merged {
			return "Nobody is merged"
		}
	case keymap.Open, keymap.MergeWith:
		if !suggested && !merged {
			return "Nobody is under the cursor"
		}
	default:
	}
	return ""
}

// plural counts things.
func plural(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// pairsAre counts pairs with their verb.
func pairsAre(n int) string {
	if n == 1 {
		return "1 pair is"
	}
	return fmt.Sprintf("%d pairs are", n)
}

// name is how somebody is called.
func name(p model.Person) string {
	if n := clean.Line(p.Name); n != "" {
		return n
	}
	return "LinkedIn Member"
}
