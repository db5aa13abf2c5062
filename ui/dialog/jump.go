package dialog

import (
	"fmt"

	tea "github.com/charmbracelet/bubbletea"

	"cordial/keymap"
	"cordial/model"
	"cordial/model/triage"
	"cordial/ui/ask"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// Jump goes to the tab of a label. What is typed can become a new label.
type Jump struct {
	trouble
	world World
	list  chooser
}

// NewJump is the picker that goes to the tab of a label.
func NewJump(w World) *Jump {
	d := &Jump{}
	d.list.input.Prompt, d.list.input.Limit = "> ", 60
	d.list.create = func(name string) bool { return d.world.isNewLabel(name) }
	d.Refresh(w)
	return d
}

// Scope is keymap.Picker.
func (d *Jump) Scope() keymap.Scope { return keymap.Picker }

// Refresh reads the labels.
func (d *Jump) Refresh(w World) {
	d.world = w
	d.list.setNames(w.Book.Labels())
}

// Do moves, goes, and closes.
func (d *Jump) Do(a keymap.Action) ask.Request {
	d.text = ""
	switch {
	case d.list.do(a):
		return nil
	case a == keymap.Cancel:
		return ask.Close{}
	case a != keymap.Accept:
		return nil
	}
	name, fresh, ok := d.list.current()
	if !ok {
		return nil
	}
	if err := model.CheckLabel(name); err != nil {
		d.Fail(err)
		return nil
	}
	there := ask.GoToTab{Tab: triage.Tab{Kind: triage.Labelled, Label: name}}
	if fresh {
		return ask.Batch{ask.CreateLabel{Label: name}, ask.Close{}, there}
	}
	return ask.Batch{ask.Close{}, there}
}

// Key filters.
func (d *Jump) Key(k tea.KeyMsg) ask.Request {
	d.text = ""
	d.list.key(k)
	return nil
}

// Draw is the box.
func (d *Jump) Draw(t *theme.Theme, w, h int) string {
	scope := d.Scope()
	f := frame{title: "Go to label", width: 60, lines: min(12, max(7, len(d.list.names)+3))}
	f.hints = append(f.hints, d.world.hint(t, scope, keymap.Accept, "go")...)
	f.hints = append(f.hints, d.world.hint(t, scope, keymap.Cancel, "close")...)
	return f.draw(t, w, h, func(s *sheet) {
		var problem sheet
		problem.t, problem.w = s.t, s.w
		d.trouble.draw(&problem)
		d.list.draw(s, s.h-len(problem.lines), "create", func(label string) (before, behind widget.Cell) {
			total, _ := d.world.Board.Count(triage.Tab{Kind: triage.Labelled, Label: label})
			return widget.Cell{}, widget.Cell{Text: fmt.Sprint(total), Role: theme.Dim, Width: 6, Right: true}
		})
		s.block(problem.lines)
	})
}
