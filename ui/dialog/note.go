package dialog

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"cordial/keymap"
	"cordial/model/triage"
	"cordial/ui/ask"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// Note takes a private note of any number of lines.
type Note struct {
	trouble
	world  World
	target triage.ID
	area   *widget.TextArea
	w, h   int // the area's
}

// NewNote is the note dialog for a conversation.
func NewNote(w World, target triage.ID) *Note {
	d := &Note{target: target, area: widget.NewTextArea(60, 8)}
	d.area.Placeholder = "Only you see it."
	d.Refresh(w)
	return d
}

// Scope is keymap.Note.
func (d *Note) Scope() keymap.Scope { return keymap.Note }

// Refresh reads the name anew.
func (d *Note) Refresh(w World) { d.world = w }

// Do saves, begins a line, or closes; it asks before text would be lost.
func (d *Note) Do(a keymap.Action) ask.Request {
	d.text = ""
	text := strings.TrimSpace(d.area.Value())
	switch {
	case a == keymap.Newline:
		d.area.Key(tea.KeyMsg{Type: tea.KeyEnter})
	case a == keymap.Cancel:
		return discard(text, "this note")
	case a == keymap.Accept && text == "":
		d.text = "there is nothing to save yet"
	case a == keymap.Accept:
		return ask.Batch{ask.AddNote{Target: d.target, Text: text}, ask.Close{}}
	}
	return nil
}

// Key types.
func (d *Note) Key(k tea.KeyMsg) ask.Request {
	d.text = ""
	d.area.Key(k)
	return nil
}

// Draw is the box.
func (d *Note) Draw(t *theme.Theme, w, h int) string {
	scope := d.Scope()
	f := frame{title: "Note about " + d.world.name(d.target), width: 70, lines: 8}
	f.hints = append(f.hints, d.world.hint(t, scope, keymap.Accept, "save")...)
	f.hints = append(f.hints, d.world.hint(t, scope, keymap.Newline, "new line")...)
	f.hints = append(f.hints, d.world.hint(t, scope, keymap.Cancel, "close")...)
	return f.draw(t, w, h, func(s *sheet) {
		d.trouble.draw(s)
		tall := max(1, min(s.h, 16)-len(s.lines))
		if s.w != d.w || tall != d.h { // resizing forgets the column that up and down aim for
			d.w, d.h = s.w, tall
			d.area.Resize(s.w, tall)
		}
		s.block(strings.Split(d.area.View(s.t), "\n"))
	})
}
