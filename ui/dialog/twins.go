package dialog

import (
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"cordial/keymap"
	"cordial/model"
	"cordial/model/clean"
	"cordial/ui/ask"
	"cordial/ui/theme"
	"cordial/ui/twins"
)

// Twins shows two people side by side and asks whether they are one, and which of them
// stays.
type Twins struct {
	trouble
	world       World
	left, right model.Person
	swapped     bool // the left one stays
	deaf        bool
}

// NewTwins is the question whether the first of two becomes part of the second.
func NewTwins(w World, p ask.Pair) *Twins { return &Twins{world: w, left: p.From, right: p.Into} }

// Scope is keymap.Twins.
func (d *Twins) Scope() keymap.Scope { return keymap.Twins }

// Refresh keeps the world.
func (d *Twins) Refresh(w World) { d.world = w }

// Elapsed tells how long the question has been in front: for 300 ms nothing but esc is
// an answer, so that a letter meant for the search joins nobody.
func (d *Twins) Elapsed(since time.Duration) { d.deaf = since < pause }

// pair is the two as they would be merged.
func (d *Twins) pair() ask.Pair {
	if d.swapped {
		return ask.Pair{From: d.right, Into: d.left}
	}
	return ask.Pair{From: d.left, Into: d.right}
}

// Do answers.
func (d *Twins) Do(a keymap.Action) ask.Request {
	d.text = ""
	switch {
	case a == keymap.Cancel:
		return ask.Close{}
	case d.deaf:
	case a == keymap.Merge:
		return ask.Batch{ask.MergePeople{Pairs: []ask.Pair{d.pair()}}, ask.Close{}}
	case a == keymap.MergeSwap:
		d.swapped = !d.swapped
	}
	return nil
}

// Key takes Enter as no, the default.
func (d *Twins) Key(k tea.KeyMsg) ask.Request {
	if k.Type == tea.KeyEnter && !d.deaf {
		return ask.Close{}
	}
	return nil
}

// Draw is the box.
func (d *Twins) Draw(t *theme.Theme, w, h int) string {
	f := frame{title: "One person?", width: 92, lines: 8}
	f.hints = d.world.hint(t, d.Scope(), keymap.Merge, "yes, one person")
	f.hints = append(f.hints, d.world.hint(t, d.Scope(), keymap.MergeSwap, "swap")...)
	f.hints = append(f.hints, d.world.kept(t, d.Scope(), keymap.Cancel, "no")...)
	return f.draw(t, w, h, func(s *sheet) {
		s.blank()
		left := twins.Look(d.world.Book, d.world.Board, d.left, d.world.Now)
		right := twins.Look(d.world.Book, d.world.Board, d.right, d.world.Now)
		left.Stays, right.Stays = d.swapped, !d.swapped
		s.block(twins.Lines(s.t, s.w, max(1, s.h-4), left, right))
		s.blank()
		d.trouble.draw(s)
		s.say(theme.Dim, "", "What was said, noted and decided of both is the one's from now on. Undo takes them apart again.")
	})
}

// NewTwinSearch is the search for the person who is the same as somebody.
func NewTwinSearch(w World, of model.Person) *Search {
	d := &Search{title: "Merge " + clean.Line(of.Name) + " with", except: of.Key}
	d.pick = func(p model.Person) ask.Request { return ask.WeighTwins{Pair: ask.Pair{From: p, Into: of}} }
	d.input.Limit = 100
	d.input.Prompt, d.input.Placeholder = "> ", "name or company of the same person"
	d.Refresh(w)
	return d
}
