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

// Labels puts labels on conversations and takes them off, one after the other:
//
//	▌ ✓ Hot Leads              on all that are selected
//	  ~ Potential Employers    on some of them
//	    create «Confer»
type Labels struct {
	trouble
	world   World
	targets []triage.ID
	title   string
	list    chooser
	on      map[string]int // label → how many of the targets have it
	ticked  bool           // something was ticked since the filter was last typed
}

// NewLabels is the label picker for conversations, at least one.
func NewLabels(w World, targets []triage.ID) *Labels {
	d := &Labels{targets: targets}
	d.list.input.Prompt, d.list.input.Limit = "> ", 60
	d.list.create = func(name string) bool { return d.world.isNewLabel(name) }
	d.Refresh(w)
	return d
}

// isNewLabel tells whether there is no label of this name yet.
func (w World) isNewLabel(name string) bool {
	_, there := w.Book.FindLabel(name)
	return !there
}

// Scope is keymap.Picker.
func (d *Labels) Scope() keymap.Scope { return keymap.Picker }

// Refresh reads the labels and where they are on.
func (d *Labels) Refresh(w World) {
	d.world = w
	d.title = "Label " + w.subject(d.targets)
	d.on = map[string]int{}
	for _, id := range d.targets {
		v, _ := w.Board.View(id)
		for _, label := range v.State.Labels {
			d.on[label]++
		}
	}
	d.list.setNames(w.Book.Labels())
}

// subject is what a dialog is about: a name, or how many.
func (w World) subject(targets []triage.ID) string {
	if len(targets) == 1 {
		return w.name(targets[0])
	}
	return fmt.Sprintf("%d conversations", len(targets))
}

// Do moves, ticks, and closes. Enter ticks the row under the cursor and closes;
// after something was ticked it only closes, unless a new filter was typed.
func (d *Labels) Do(a keymap.Action) ask.Request {
	d.text = ""
	switch {
	case d.list.do(a):
		return nil
	case a == keymap.Cancel, a == keymap.Accept && d.ticked && d.list.typed() == "":
		return ask.Close{}
	case a == keymap.Accept:
		if tick := d.tick(); tick != nil {
			return ask.Batch{tick, ask.Close{}}
		}
	case a == keymap.Toggle:
		return d.tick()
	}
	return nil
}

// Key filters; a blank ticks while there is no filter.
func (d *Labels) Key(k tea.KeyMsg) ask.Request {
	d.text = ""
	if k.Type == tea.KeySpace && d.list.input.Value() == "" {
		return d.tick()
	}
	d.list.key(k)
	return nil
}

// tick is the request that puts the label under the cursor on all targets, or
// takes it off when all have it.
func (d *Labels) tick() ask.Request {
	name, _, ok := d.list.current()
	if !ok {
		return nil
	}
	if err := model.CheckLabel(name); err != nil {
		d.Fail(err)
		return nil
	}
	on := d.on[name] < len(d.targets)
	d.ticked = true
	d.list.clear(name)
	return ask.ApplyLabel{Targets: d.targets, Label: name, On: on}
}

// Draw is the box.
func (d *Labels) Draw(t *theme.Theme, w, h int) string {
	enter := "label and close"
	if d.ticked && d.list.typed() == "" {
		enter = "close"
	}
	scope := d.Scope()
	f := frame{title: d.title, width: 60, lines: min(12, max(7, len(d.list.names)+3))}
	f.hints = append(f.hints, d.world.hint(t, scope, keymap.Accept, enter)...)
	f.hints = append(f.hints, d.world.hint(t, scope, keymap.Toggle, "tick")...)
	f.hints = append(f.hints, d.world.hint(t, scope, keymap.Cancel, "close")...)
	return f.draw(t, w, h, func(s *sheet) {
		var problem sheet
		problem.t, problem.w = s.t, s.w
		d.trouble.draw(&problem)
		d.list.draw(s, s.h-len(problem.lines), "create", func(label string) (before, behind widget.Cell) {
			return widget.Cell{Text: d.mark(t, label), Role: theme.Mark, Width: 1, Gap: 1}, widget.Cell{}
		})
		s.block(problem.lines)
	})
}

// mark is the sign before a label: on all targets, on some, on none.
func (d *Labels) mark(t *theme.Theme, label string) string {
	switch n := d.on[label]; {
	case n == 0:
		return ""
	case n < len(d.targets):
		return "~"
	}
	return t.Glyphs.Mark
}
