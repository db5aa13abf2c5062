package dialog

import (
	"errors"

	"cordial/keymap"
	"cordial/model"
	"cordial/model/quota"
	"cordial/ui/ask"
	"cordial/ui/theme"
)

// Quota takes a limit of the user's own for something that LinkedIn limits.
type Quota struct {
	entry
	meter quota.Meter
	limit *field
}

// NewQuota is the dialog for a quota.
func NewQuota(w World, m quota.Meter) *Quota {
	d := &Quota{meter: m, limit: &field{label: "Limit"}}
	d.limit.input.Limit = 6
	d.limit.input.Placeholder = "empty: " + limitWords(m.Default)
	d.form.fields = []*field{d.limit}
	d.check, d.accept = d.find, d.save
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

// find finds the meter as it stands now. What is typed is judged when it is to be saved.
func (d *Quota) find() error {
	for _, m := range d.world.Meters {
		if m.ID == d.meter.ID {
			d.meter = m
		}
	}
	return nil
}

// errLimit: what is typed is no number.
var errLimit = errors.New("a limit is a number, 0 or more")

// save sets the limit.
func (d *Quota) save() ask.Request {
	set := model.QuotaSet{Quota: d.meter.ID}
	n, given, err := number(d.limit, "the limit")
	if err != nil {
		d.Fail(errLimit)
		return nil
	}
	if given {
		set.Limit = &n
	}
	return done(ask.SetQuota{Quota: set})
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
