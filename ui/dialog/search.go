package dialog

import (
	"fmt"
	"strings"
	"unicode/utf8"

	tea "github.com/charmbracelet/bubbletea"

	"cordial/keymap"
	"cordial/model"
	"cordial/model/clean"
	"cordial/model/triage"
	"cordial/ui/ask"
	"cordial/ui/match"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// searchLimit is the most rows of an answer: what is further down is found
// sooner by one more letter.
const searchLimit = 100

// Search finds people by name and company, and tabs by the name of a label. With
// nothing typed it shows who was heard of last.
type Search struct {
	trouble
	world    World
	contacts contactIndex
	indexed  int // events of the journal when its contacts were indexed
	input    widget.Input
	rows     []result
	total    int // people that match, shown or not
	list     widget.List
}

// result is one row: a label's tab or a person.
type result struct {
	label  string
	person model.Person
	at     []int // characters of searched, or of the label, that were hit
}

// NewSearch is the dialog that finds people.
func NewSearch(w World) *Search {
	d := &Search{indexed: -1}
	d.input.Prompt, d.input.Placeholder = "/ ", "name, company or #label"
	d.Refresh(w)
	return d
}

// Scope is keymap.Search.
func (d *Search) Scope() keymap.Scope { return keymap.Search }

// Refresh searches anew where the people may have changed.
func (d *Search) Refresh(w World) {
	fresh := w.People != d.world.People || w.Book.Len() != d.indexed
	d.world = w
	if fresh {
		d.contacts, d.indexed = w.contacts(), w.Book.Len()
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
		d.findLabels(named, only)
		if only {
			d.list = d.list.Resize(len(d.rows), d.list.Height)
			return
		}
		people, total := d.world.find(query, d.contacts, searchLimit)
		for _, f := range people {
			d.rows = append(d.rows, result{person: f.person, at: f.at})
		}
		d.total = total
	}
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
	board := d.world.Board
	for i := range searchLimit {
		id, ok := board.At(triage.Tab{Kind: triage.All}, i)
		if !ok {
			break
		}
		if id.Person == 0 {
			continue
		}
		if t, ok := board.Thread(id); ok && len(t.People) > 0 {
			d.rows = append(d.rows, result{person: d.known(id.Person, t)})
		}
	}
	d.total = len(d.rows)
}

// known is what is known of the person of a conversation.
func (d *Search) known(k model.Key, t model.Thread) model.Person {
	if d.world.People != nil {
		if p, ok := d.world.People.person(k); ok {
			return p
		}
	}
	ref := t.People[0]
	return model.Person{ID: ref.ID, Key: k, Name: ref.Name, Degree: model.DegreeUnknown, Connected: t.Connected}
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

// Draw is the box.
func (d *Search) Draw(t *theme.Theme, w, h int) string {
	scope := d.Scope()
	f := frame{title: "Find people", note: d.count(), width: 100, lines: h * 2 / 3}
	f.hints = append(f.hints, d.world.hint(t, scope, keymap.Accept, "go")...)
	f.hints = append(f.hints, d.world.hint(t, scope, keymap.Down, "next")...)
	f.hints = append(f.hints, d.world.hint(t, scope, keymap.Cancel, "close")...)
	return f.draw(t, w, h, func(s *sheet) {
		s.add(d.input.View(s.t, s.w))
		room := s.h - 1
		if w >= 60 {
			room = min(s.h, f.lines) - 1
		}
		if room > 4 {
			s.add("")
			room--
		}
		d.trouble.draw(s)
		d.drawRows(s, room-min(1, len(d.text)))
	})
}

// drawRows adds as many rows as fit in h lines, or says why there are none.
func (d *Search) drawRows(s *sheet, h int) {
	d.list = d.list.Resize(len(d.rows), max(1, h))
	switch {
	case len(d.rows) == 0 && d.world.People == nil:
		s.say(theme.Dim, "  ", "The people are being read; one moment.")
	case len(d.rows) == 0 && d.input.Value() == "":
		s.say(theme.Dim, "  ", "There is nobody yet: import an export with cordial import.")
	case len(d.rows) == 0:
		s.say(theme.Dim, "  ", "Nobody is called so. Fewer letters find more; accents need not be typed.")
	}
	first, last := d.list.Window()
	for i := first; i < last; i++ {
		s.add(d.row(s.t, s.w, d.rows[i], i == d.list.Cursor))
	}
}

// count is how many people were found.
func (d *Search) count() string {
	switch {
	case d.world.People == nil:
		return "reading…"
	case strings.TrimSpace(d.input.Value()) == "":
		return fmt.Sprintf("%d people", d.world.People.index.Len()+len(d.contacts.people))
	}
	return fmt.Sprintf("%d found", d.total)
}

// row is one answer: name, what they do, degree, and where they are.
func (d *Search) row(t *theme.Theme, w int, r result, cursor bool) string {
	bar := ""
	if cursor {
		bar, t = t.Glyphs.Cursor, t.Selected()
	}
	cells := []widget.Cell{{Text: bar, Role: theme.Accent, Width: 1, Gap: 1}}
	if r.label != "" {
		total, _ := d.world.Board.Count(triage.Tab{Kind: triage.Labelled, Label: r.label})
		return widget.Row(t, w, append(cells,
			widget.Cell{Text: "label ", Role: theme.Dim},
			widget.Cell{Text: widget.Highlight(t, theme.Text, clean.Line(r.label), r.at), Role: theme.Text, Grow: 1, Gap: 1},
			widget.Cell{Text: fmt.Sprint(total), Role: theme.Dim})...)
	}
	name, company := clean.Line(r.person.Name), clean.Line(r.person.Company)
	inName, inCompany := split(r.at, utf8.RuneCountInString(name))
	where := d.where(r.person.Key)
	nameW := max(8, min(28, w*2/5))
	position, whereW := "", 5
	if w >= 60 {
		whereW = 12
	}
	if w >= 90 {
		position = clean.Line(r.person.Position)
	}
	return widget.Row(t, w, append(cells,
		widget.Cell{Text: widget.Highlight(t, theme.Text, name, inName), Role: theme.Text, Width: nameW, Gap: 1},
		widget.Cell{Text: widget.Highlight(t, theme.Dim, company, inCompany), Role: theme.Dim, Grow: 2, Gap: 1},
		widget.Cell{Text: position, Role: theme.Dim, Width: min(24, widget.Width(position)), Gap: 1, Drop: 3},
		widget.Cell{Text: degree(r.person), Role: theme.Dim, Width: 4, Gap: 1, Drop: 2},
		widget.Cell{Text: where, Role: theme.Text, Width: whereW, Drop: 1})...)
}

// split deals places in "name company" to the two.
func split(at []int, name int) (inName, inCompany []int) {
	for _, i := range at {
		if i < name {
			inName = append(inName, i)
		} else if i > name {
			inCompany = append(inCompany, i-name-1)
		}
	}
	return inName, inCompany
}

// degree is the distance to a person in a few letters.
func degree(p model.Person) string {
	switch {
	case p.Connected:
		return "1st"
	case p.Degree == model.OutOfNetwork:
		return "out"
	}
	return p.Degree.String()
}

// where tells in which tab the conversation with a person is, and its labels.
func (d *Search) where(person model.Key) string {
	for _, id := range d.world.Board.OfPerson(person) {
		line, ok := d.world.Board.Line(id)
		if !ok {
			continue
		}
		place := ""
		if line.Place != triage.InInbox {
			place = string(line.Place)
		}
		return strings.Join(nonEmpty(line.Initials, place), " ")
	}
	return ""
}
