package widget

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"
)

// Item is one thing to pick.
type Item struct {
	ID     string
	Text   string // what is matched and shown
	Detail string // dim, behind the text
	Key    string // at the right edge: the key that does the same
	Off    string // why it can't be picked right now; empty if it can
}

// Hit is an item that matches, by its place in the list, and the characters
// (runes of Text, ascending) that the query hit.
type Hit struct {
	Index int
	At    []int
}

// Matcher answers the items that match query, best first. An empty query
// should answer all items in their own order.
type Matcher func(query string, items []Item) []Hit

// PickEvent is what a key did in a picker.
type PickEvent uint8

// The events a picker answers.
const (
	PickIgnored   PickEvent = iota // not a key of the picker
	PickChanged                    // went on: query, cursor or marks
	PickDone                       // Enter: read Chosen and Created
	PickCancelled                  // Esc
	PickRefused                    // Enter on an item that is off: read Reason
)

// Picker is a list filtered by what is typed. With Multi, Tab marks several.
// With Create, what is typed can become a new item.
type Picker struct {
	Input  Input
	Multi  bool
	Create string // words of the row that creates, such as "Create label"; empty for none

	items  []Item
	match  Matcher
	hits   []Hit
	marked map[string]bool
	list   List
	w, h   int
}

// NewPicker is a picker over items, filtered by match, in w×h cells.
func NewPicker(items []Item, match Matcher, w, h int) *Picker {
	p := &Picker{match: match, marked: map[string]bool{}}
	p.Input.Prompt = "> "
	p.SetItems(items)
	p.Resize(w, h)
	return p
}

// Resize sets the size that View draws.
func (p *Picker) Resize(w, h int) {
	p.w, p.h = max(0, w), max(0, h)
	p.list = p.list.Resize(p.rows(), p.h-1-p.space())
}

// space is the number of blank lines below the input.
func (p *Picker) space() int {
	if p.h >= 6 {
		return 1
	}
	return 0
}

// SetItems replaces the items and filters them by what is typed. Marks stay.
func (p *Picker) SetItems(items []Item) {
	p.items = items
	p.filter()
}

// SetMarked sets the marks, by ID.
func (p *Picker) SetMarked(ids ...string) {
	clear(p.marked)
	for _, id := range ids {
		p.marked[id] = true
	}
}

// Marked answers the IDs of the marked items in the items' order.
func (p *Picker) Marked() []string {
	var ids []string
	for _, it := range p.items {
		if p.marked[it.ID] {
			ids = append(ids, it.ID)
		}
	}
	return ids
}

// Current is the item under the cursor; false on the create row or none.
func (p *Picker) Current() (Item, bool) {
	if p.list.Cursor >= len(p.hits) {
		return Item{}, false
	}
	return p.items[p.hits[p.list.Cursor].Index], true
}

// Chosen answers the IDs picked: the marked ones, or the one under the cursor
// if none is marked.
func (p *Picker) Chosen() []string {
	if ids := p.Marked(); len(ids) > 0 {
		return ids
	}
	if it, ok := p.Current(); ok {
		return []string{it.ID}
	}
	return nil
}

// Created is the name to create if the cursor is on the create row.
func (p *Picker) Created() string {
	if p.canCreate() && p.list.Cursor == len(p.hits) {
		return strings.TrimSpace(p.Input.Value())
	}
	return ""
}

// Reason is why the item under the cursor can't be picked.
func (p *Picker) Reason() string {
	it, _ := p.Current()
	return it.Off
}

// Key handles a key press or a paste.
func (p *Picker) Key(k tea.KeyMsg) PickEvent {
	switch k.String() {
	case "esc":
		return PickCancelled
	case "enter":
		return p.accept()
	case "up", "ctrl+p":
		p.list = p.list.Move(-1)
	case "down", "ctrl+n":
		p.list = p.list.Move(1)
	case "pgup":
		p.list = p.list.Page(-1)
	case "pgdown":
		p.list = p.list.Page(1)
	case "tab":
		return p.toggle()
	default:
		was := p.Input.Value()
		if !p.Input.Key(k) {
			return PickIgnored
		}
		if p.Input.Value() != was {
			p.filter()
		}
	}
	return PickChanged
}

func (p *Picker) accept() PickEvent {
	it, ok := p.Current()
	switch {
	case ok && it.Off != "" && len(p.Marked()) == 0:
		return PickRefused
	case len(p.Chosen()) == 0 && p.Created() == "":
		return PickChanged // nothing to pick: stay
	}
	return PickDone
}

// toggle marks or unmarks the item under the cursor and goes to the next.
func (p *Picker) toggle() PickEvent {
	if !p.Multi {
		return PickIgnored
	}
	it, ok := p.Current()
	if !ok || it.Off != "" {
		return PickChanged
	}
	if p.marked[it.ID] {
		delete(p.marked, it.ID)
	} else {
		p.marked[it.ID] = true
	}
	p.list = p.list.Move(1)
	return PickChanged
}

func (p *Picker) filter() {
	p.hits = p.match(p.Input.Value(), p.items)
	p.list = p.list.Resize(p.rows(), p.list.Height).Top()
}

// rows is how many rows there are, the create row included.
func (p *Picker) rows() int {
	if p.canCreate() {
		return len(p.hits) + 1
	}
	return len(p.hits)
}

// canCreate tells whether what is typed would be a new name.
func (p *Picker) canCreate() bool {
	name := strings.TrimSpace(p.Input.Value())
	if p.Create == "" || name == "" {
		return false
	}
	for _, it := range p.items {
		if strings.EqualFold(it.Text, name) {
			return false
		}
	}
	return true
}
