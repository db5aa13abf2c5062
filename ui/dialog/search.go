package dialog

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"cordial/keymap"
	"cordial/model"
	"cordial/model/triage"
	"cordial/ui/ask"
	"cordial/ui/match"
	"cordial/ui/widget"
)

// searchLimit is the most rows of an answer: what is further down is found
// sooner by one more letter.
const searchLimit = 100

// Search finds people by name and company, and tabs by the name of a label. With
// nothing typed it shows who was heard of last.
type Search struct {
	trouble
	world World
	whom  searcher
	input widget.Input
	rows  []result
	total int // people that match, shown or not
	list  widget.List

	title  string
	pick   func(model.Person) ask.Request // instead of going there; then there are no labels
	except model.Key                      // somebody who is not to be found
}

// result is one row: a label's tab or a person.
type result struct {
	label  string
	person model.Person
	at     []int // characters of searched, or of the label, that were hit
}

// NewSearch is the dialog that finds people.
func NewSearch(w World) *Search {
	d := &Search{title: "Find people"}
	d.input.Limit = 100
	d.input.Prompt, d.input.Placeholder = "/ ", "name, company or #label"
	d.Refresh(w)
	return d
}

// Scope is keymap.Search.
func (d *Search) Scope() keymap.Scope { return keymap.Search }

// Refresh searches anew where the people may have changed.
func (d *Search) Refresh(w World) {
	d.world = w
	if d.whom.refresh(w) {
		d.find()
	}
}

// find answers what is typed, and keeps the cursor in its place.
func (d *Search) find() {
	d.rows, d.total = nil, 0
	if query := strings.TrimSpace(d.input.Value()); query == "" {
		d.recent()
	} else {
		named, only := strings.CutPrefix(query, "#")
		if d.pick == nil {
			d.findLabels(named, only)
		}
		if only {
			d.list = d.list.Resize(len(d.rows), d.list.Height)
			return
		}
		people, total := d.whom.find(query, searchLimit)
		for _, f := range people {
			d.rows = append(d.rows, result{person: f.person, at: f.at})
		}
		d.total = total
	}
	d.rows = slices.DeleteFunc(d.rows, func(r result) bool { return d.except != 0 && r.person.Key == d.except })
	d.list = d.list.Resize(len(d.rows), d.list.Height)
}

// findLabels adds the labels that match: any after a "#", otherwise those in
// which three letters or more stand together, so that they are not in the way.
func (d *Search) findLabels(query string, any bool) {
	labels := d.world.Book.Labels()
	hits, _ := match.Strings(cleaned(labels)...).Find(query, len(labels))
	for _, h := range hits {
		if n := len(h.At); any || n > 2 && h.At[n-1]-h.At[0] == n-1 {
			d.rows = append(d.rows, result{label: labels[h.Item], at: h.At})
		}
	}
}

// recent adds the people of the latest conversations.
func (d *Search) recent() {
	for _, p := range d.world.recent(searchLimit) {
		d.rows = append(d.rows, result{person: p})
	}
	d.total = len(d.rows)
}

// Do moves, goes and closes.
func (d *Search) Do(a keymap.Action) ask.Request {
	d.text = ""
	switch a {
	case keymap.Down:
		d.list = d.list.Move(1)
	case keymap.Up:
		d.list = d.list.Move(-1)
	case keymap.PageDown:
		d.list = d.list.Page(1)
	case keymap.PageUp:
		d.list = d.list.Page(-1)
	case keymap.Cancel:
		return ask.Close{}
	case keymap.Accept:
		return d.accept()
	default:
	}
	return nil
}

func (d *Search) accept() ask.Request {
	if d.list.Cursor >= len(d.rows) {
		d.text = "nobody to go to"
		return nil
	}
	r := d.rows[d.list.Cursor]
	if r.label != "" {
		return ask.Batch{ask.Close{}, ask.GoToTab{Tab: triage.Tab{Kind: triage.Labelled, Label: r.label}}}
	}
	if d.pick != nil {
		return ask.Batch{ask.Close{}, d.pick(r.person)}
	}
	return ask.Batch{ask.Close{}, ask.GoToPerson{Key: r.person.Key}}
}

// Key types; a new query begins at its best answer.
func (d *Search) Key(k tea.KeyMsg) ask.Request {
	d.text = ""
	was := strings.TrimSpace(d.input.Value())
	if d.input.Key(k) && strings.TrimSpace(d.input.Value()) != was {
		d.list = d.list.Top()
		d.find()
	}
	return nil
}
