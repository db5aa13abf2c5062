package dialog

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"cordial/keymap"
	"cordial/model"
	"cordial/model/triage"
	"cordial/ui/ask"
	"cordial/ui/match"
	"cordial/ui/widget"
)

// Palette does anything by its name, and finds people, labels and conversations. A
// sign before what is typed limits it to one of them. It remembers nothing.
//
//	> arch                          4 of 61
//
//	▌ archive                             e
//	  archive all read
//	  go to archived                    g e
//
//	People
//	  Archie Campbell  Globex · Hot Leads
type Palette struct {
	trouble
	world    World
	commands func() []Command // as they are now
	known    commandIndex
	labels   *match.Index
	people   int // how many there are
	input    widget.Input

	lines  []offer // rows, and the headings between them
	meant  bool    // one of the commands is what was typed
	list   widget.List
	moved  bool   // the cursor was, since something was typed
	count  string // how many were found, and of how many
	narrow bool   // the screen is, as far as is known

	chase *chase // what hunts search in
	of    state  // what it was made of
	hunts uint64 // counts the chases: what was caught in an earlier one is dropped
	want  want   // what is looked for now
	catch Catch  // what was found last
	out   bool   // a hunt is under way
	hasty bool   // Enter waits for what it will find
}

// state tells what a chase was made of.
type state struct {
	people *Directory
	talks  *Talks
	book   *model.Book
	events int
}

// Command is something that can be asked for by its name.
type Command struct {
	Title string // a word or two, in lower case
	Help  string // a sentence
	Key   string // the sequence of keys that does it, empty for none
	Off   string // why it is not possible now, empty when it is
	Run   ask.Request
}

// offer is one line of the answer: a row of one kind, or a heading.
type offer struct {
	kind    offerKind
	heading string
	command Command
	label   string
	person  model.Person
	talk    triage.ID
	at      []int // characters of the title, the name or the label that were hit
}

// offerKind is what a line of the answer is.
type offerKind uint8

// The kinds of line.
const (
	aHeading offerKind = iota
	aCommand
	aLabel
	aPerson
	aTalk
)

// NewPalette is the palette over the commands there are where the user is. They are
// asked for anew whenever the world may have changed.
func NewPalette(w World, commands func() []Command) *Palette {
	d := &Palette{commands: commands}
	d.input.Limit = 100
	d.input.Prompt, d.input.Placeholder = "> ", "what to do, or whom to find"
	d.Refresh(w)
	return d
}

// Scope is keymap.Commands.
func (d *Palette) Scope() keymap.Scope { return keymap.Commands }

// Refresh reads the commands anew, and searches where the people may have changed. The
// cursor stays in its place.
func (d *Palette) Refresh(w World) {
	d.world = w
	d.known = newCommandIndex(d.commands())
	d.labels = match.Strings(cleaned(w.Book.Labels())...)
	if now := (state{w.People, w.Talks, w.Book, w.Book.Len()}); now != d.of || d.chase == nil {
		d.of, d.chase, d.out = now, &chase{talks: newTalkFinder(w)}, false
		d.chase.whom.refresh(w)
		d.people = d.chase.whom.total
		d.hunts++
		d.catch.want.limit = 0 // what was found is shown until it is found anew
	}
	o, _ := d.current()
	d.find()
	d.seek(o)
}

// Do moves, completes, runs and closes.
func (d *Palette) Do(a keymap.Action) ask.Request {
	d.text = ""
	switch a {
	case keymap.Down:
		d.move(1)
	case keymap.Up:
		d.move(-1)
	case keymap.PageDown:
		d.page(1)
	case keymap.PageUp:
		d.page(-1)
	case keymap.Toggle:
		d.complete()
	case keymap.Accept:
		return d.accept()
	case keymap.Cancel, keymap.Palette:
		return ask.Close{}
	default:
	}
	return nil
}

// Key types; a new query begins at its best answer.
func (d *Palette) Key(k tea.KeyMsg) ask.Request {
	d.text = ""
	was := d.input.Value()
	if d.input.Key(k) && d.input.Value() != was {
		d.moved = false
		d.find()
		d.top()
	}
	return nil
}

// top puts the cursor on the first row.
func (d *Palette) top() {
	d.list = d.list.Top()
	d.settle()
}

// move puts the cursor on the next row in a direction; headings are passed over.
func (d *Palette) move(step int) {
	for at := d.list.Cursor + step; at >= 0 && at < len(d.lines); at += step {
		if d.lines[at].kind != aHeading {
			d.list, d.moved = d.list.To(at), true
			return
		}
	}
}

// page goes a page further, to a row.
func (d *Palette) page(n int) {
	d.list, d.moved = d.list.Page(n), true
	d.settle()
}

// settle puts a cursor that is on a heading on the row below it: there always is one.
func (d *Palette) settle() {
	for at := d.list.Cursor; at < len(d.lines); at++ {
		if d.lines[at].kind != aHeading {
			d.list = d.list.To(at)
			return
		}
	}
}

// current is the row under the cursor.
func (d *Palette) current() (offer, bool) {
	if d.list.Cursor >= len(d.lines) {
		return offer{}, false
	}
	return d.lines[d.list.Cursor], true
}

// complete types the name under the cursor.
func (d *Palette) complete() {
	o, ok := d.current()
	if !ok {
		return
	}
	sign, _ := limited(d.input.Value())
	d.input.SetValue(sign + strings.TrimRight(d.name(o), "…"))
	d.moved = true
	d.find()
	d.seek(o)
}

// seek puts the cursor on a row, if it is there.
func (d *Palette) seek(o offer) {
	for i, other := range d.lines {
		if o.kind != aHeading && other.same(o) {
			d.list = d.list.To(i)
		}
	}
}

// learn takes in whether the screen is narrow.
func (d *Palette) learn(narrow bool) {
	if narrow == d.narrow {
		return
	}
	o, _ := d.current()
	d.narrow = narrow
	d.find()
	d.seek(o)
}

// same tells whether two rows offer the same.
func (o offer) same(other offer) bool {
	return o.kind == other.kind && o.label == other.label && o.person.Key == other.person.Key && o.talk == other.talk &&
		o.command.Title == other.command.Title
}

// accept does what the row under the cursor says. What is not possible now is answered
// with its reason, and the palette stays.
func (d *Palette) accept() ask.Request {
	o, ok := d.current()
	switch {
	case d.pending() && !(ok && o.kind == aCommand && (d.meant || d.moved)):
		d.hasty = true
	case !ok:
		d.text = "nothing to do by that name"
	case o.command.Off != "":
		d.text = o.command.Off
	case o.kind == aCommand:
		return ask.Batch{ask.Close{}, o.command.Run}
	case o.kind == aLabel:
		return ask.Batch{ask.Close{}, ask.GoToTab{Tab: triage.Tab{Kind: triage.Labelled, Label: o.label}}}
	case o.kind == aPerson:
		return ask.Batch{ask.Close{}, ask.GoToPerson{Key: o.person.Key}}
	case o.kind == aTalk:
		return ask.Batch{ask.Close{}, ask.GoToThread{ID: o.talk}}
	}
	return nil
}
