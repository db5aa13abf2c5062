package dialog

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"cordial/keymap"
	"cordial/model"
	"cordial/model/channel"
	"cordial/model/clean"
	"cordial/ui/ask"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// Templates picks the template a letter begins with. It shows the text as it will be,
// and what of the person is not known.
type Templates struct {
	trouble
	world  World
	person model.Person
	by     channel.Channel
	list   chooser
}

// NewTemplates is the picker for a letter to somebody; the templates of its channel
// come first.
func NewTemplates(w World, p model.Person, by channel.Channel) *Templates {
	d := &Templates{person: p, by: by}
	d.list.input.Prompt, d.list.input.Limit = "> ", 60
	d.Refresh(w)
	return d
}

// Scope is keymap.Picker.
func (d *Templates) Scope() keymap.Scope { return keymap.Picker }

// Refresh reads the templates.
func (d *Templates) Refresh(w World) {
	d.world = w
	if w.Known != nil {
		d.person = w.Known(d.person).Person
	}
	templates := w.Book.Templates()
	slices.SortStableFunc(templates, func(x, y model.Template) int {
		return other(x.Channel, d.by) - other(y.Channel, d.by)
	})
	var names []string
	for _, t := range templates {
		names = append(names, t.Name)
	}
	d.list.setNames(names)
}

// other is 0 for the same channel and 1 for another.
func other(c, by channel.Channel) int {
	if c == by {
		return 0
	}
	return 1
}

// current is the template under the cursor.
func (d *Templates) current() (model.Template, bool) {
	name, _, ok := d.list.current()
	if !ok {
		return model.Template{}, false
	}
	return d.world.Book.FindTemplate(name)
}

// Do moves, takes a template, and closes.
func (d *Templates) Do(a keymap.Action) ask.Request {
	d.text = ""
	switch {
	case d.list.do(a):
		return nil
	case a == keymap.Cancel:
		return ask.Close{}
	case a != keymap.Accept:
		return nil
	}
	t, ok := d.current()
	if !ok {
		d.text = "there is no such template"
		return nil
	}
	return ask.Batch{ask.Close{}, ask.UseTemplate{Template: t.ID}}
}

// Key filters.
func (d *Templates) Key(k tea.KeyMsg) ask.Request {
	d.text = ""
	d.list.key(k)
	return nil
}

// Draw is the box: the names, and below them the text of the one under the cursor.
func (d *Templates) Draw(t *theme.Theme, w, h int) string {
	scope := d.Scope()
	f := frame{title: "Begin with a template", width: 76, lines: 18}
	if len(d.list.names) > 0 {
		f.hints = d.world.hint(t, scope, keymap.Accept, "use it")
	}
	f.hints = append(f.hints, d.world.hint(t, scope, keymap.Cancel, "close")...)
	return f.draw(t, w, h, func(s *sheet) {
		if len(d.list.names) == 0 {
			s.say(theme.Dim, "", "There is no template yet. In a shell: cordial template add")
			d.trouble.draw(s)
			return
		}
		room := min(s.h, 18)
		d.list.draw(s, max(1, min(room/2, len(d.list.names)+2)), "", func(name string) (before, behind widget.Cell) {
			template, _ := d.world.Book.FindTemplate(name)
			role := theme.Dim
			if template.Channel == d.by {
				role = theme.Text
			}
			return widget.Cell{}, widget.Cell{Text: string(template.Channel), Role: role, Width: 10, Right: true}
		})
		s.add(widget.Rule(s.t, s.w, -1, false))
		d.trouble.draw(s)
		d.preview(s, room-len(s.lines))
	})
}

// preview adds the text that the template would make, in at most h lines.
func (d *Templates) preview(s *sheet, h int) {
	template, ok := d.current()
	if !ok || h <= 0 {
		return
	}
	subject, body, missing, err := template.Filled(d.person, d.world.Me)
	sub := &sheet{t: s.t, w: s.w, h: h}
	switch {
	case err != nil:
		sub.say(theme.Danger, s.t.Glyphs.Fail+" ", sentence(reason(err)))
	case len(missing) > 0:
		sub.say(theme.Due, s.t.Glyphs.Warn+" ", "Not known: "+braced(missing)+".")
	}
	if subject != "" {
		sub.say(theme.Strong, "", clean.Line(subject))
	}
	sub.say(theme.Dim, "", clean.Block(body))
	s.block(sub.lines[:min(len(sub.lines), h)])
}
