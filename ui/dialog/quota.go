package dialog

import (
	"errors"

	tea "github.com/charmbracelet/bubbletea"

	"cordial/keymap"
	"cordial/model"
	"cordial/model/quota"
	"cordial/ui/ask"
	"cordial/ui/theme"
)

// Quota takes a limit of the user's own for something that LinkedIn limits.
type Quota struct {
	trouble
	world World
	meter quota.Meter
	form  form
	limit *field
}

// NewQuota is the dialog for a quota.
func NewQuota(w World, m quota.Meter) *Quota {
	d := &Quota{meter: m, limit: &field{label: "Limit"}}
	d.limit.input.Limit = 6
	d.limit.input.Placeholder = "empty: " + limitWords(m.Default)
	d.form.fields = []*field{d.limit}
	d.Refresh(w)
	return d
}

// limitWords is a limit in a word or two.
func limitWords(l quota.Limit) string {
	if l.Off {
		return "no limit"
	}
	return thousands(l.Number)
}

// Scope is keymap.Form.
func (d *Quota) Scope() keymap.Scope { return keymap.Form }

// Refresh keeps the world for its keys.
func (d *Quota) Refresh(w World) {
	d.world = w
	for _, m := range w.Meters {
		if m.ID == d.meter.ID {
			d.meter = m
		}
	}
}

// errLimit: what is typed is no number.
var errLimit = errors.New("a limit is a number, 0 or more")

// Do saves and closes.
func (d *Quota) Do(a keymap.Action) ask.Request {
	d.text = ""
	switch a {
	case keymap.Cancel:
		return ask.Close{}
	case keymap.Accept:
	default:
		return nil
	}
	set := model.QuotaSet{Quota: d.meter.ID}
	n, given, err := number(d.limit, "the limit")
	if err != nil {
		d.Fail(errLimit)
		return nil
	}
	if given {
		set.Limit = &n
	}
	return ask.Batch{ask.SetQuota{Quota: set}, ask.Close{}}
}

// Key types.
func (d *Quota) Key(k tea.KeyMsg) ask.Request {
	d.text = ""
	d.form.key(k)
	return nil
}

// Draw is the box: the limit, and who says what it is by default.
func (d *Quota) Draw(t *theme.Theme, w, h int) string {
	f := frame{title: "Limit of " + d.meter.Name, width: 70, lines: 5}
	f.hints = d.world.hint(t, d.Scope(), keymap.Accept, "set it")
	f.hints = append(f.hints, d.world.hint(t, d.Scope(), keymap.Cancel, "cancel")...)
	return f.draw(t, w, h, func(s *sheet) {
		d.form.draw(s, d.limit, "now "+limitWords(d.meter.Limit))
		s.rule()
		d.trouble.draw(s)
		s.say(theme.Dim, "", sentence("by default "+limitWords(d.meter.Default)+": "+d.meter.Default.Basis))
	})
}
