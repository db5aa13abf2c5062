package dialog

import (
	"errors"
	"slices"
	"strings"
	"time"

	"cordial/keymap"
	"cordial/model"
	"cordial/model/clean"
	"cordial/model/credit"
	"cordial/model/day"
	"cordial/ui/ask"
	"cordial/ui/theme"
)

// Policy changes one number or choice of a seat's policy: what it is, where it comes
// from, and what another value would do, before it is saved.
type Policy struct {
	entry
	seat        string
	rule        credit.Field
	value, from *field
	checked     checked
	was         string        // the value before
	same        bool          // nothing is changed yet
	what        credit.WhatIf // what it would do
}

// NewPolicy is the dialog for one field of a seat's policy.
func NewPolicy(w World, seat string, rule credit.Field) *Policy {
	d := &Policy{seat: seat, rule: rule, value: &field{label: "Value", options: rule.Choices()}, from: since()}
	line := d.line(w, w.Now)
	d.was = line.Value
	if d.value.options != nil {
		d.value.at = max(0, slices.Index(d.value.options, line.Value))
	} else {
		d.value.input.Limit = 8
		d.value.input.SetValue(line.Value)
		d.value.input.Placeholder = "empty: the plan's own, " + line.Default
	}
	d.form.fields = []*field{d.value, d.from}
	d.check, d.accept = d.foresee, d.save
	d.Refresh(w)
	return d
}

// line is the field on the policy sheet of a moment's day.
func (d *Policy) line(w World, at time.Time) model.PolicyLine {
	sheet, _ := w.Book.Policy(d.seat, day.Of(at, w.seat(d.seat).Zone))
	for _, line := range sheet.Lines {
		if line.Field == d.rule {
			return line
		}
	}
	return model.PolicyLine{Field: d.rule}
}

// typed is the value that the form says; empty is the plan's own.
func (d *Policy) typed() string {
	if d.value.options != nil {
		return d.value.options[d.value.at]
	}
	return d.value.text()
}

// change is the request that the form makes. A value that is the plan's own is left
// to the plan, so that the sheet does not call it the user's.
func (d *Policy) change() (ask.SetPolicy, error) {
	at, err := d.world.past(d.from)
	if err != nil {
		return ask.SetPolicy{}, err
	}
	sheet, _ := d.world.Book.Policy(d.seat, day.Of(at, d.world.seat(d.seat).Zone))
	set := ask.SetPolicy{Seat: d.seat, Policy: sheet.Overrides.Without(d.rule), At: at}
	if d.typed() == "" {
		return set, nil
	}
	with, err := sheet.Overrides.Set(d.rule, clean.Line(d.typed()))
	if err != nil {
		return set, errors.New(strings.Replace(err.Error(), string(d.rule), "the value", 1))
	}
	if own := sheet.Plan.Policy; own.With(with).Text(d.rule) != own.Text(d.rule) {
		set.Policy = with
	}
	return set, nil
}

// foresee asks the model what the change would do.
func (d *Policy) foresee() error {
	if d.checked.same(d.world, d.seat, d.typed(), d.from.text()) {
		return d.err
	}
	d.what = credit.WhatIf{}
	set, err := d.change()
	if d.same = err == nil && d.typed() == d.was && d.from.text() == ""; d.same {
		return nil
	}
	var drafts []model.Draft
	if err == nil {
		drafts, err = d.world.Book.SetPolicy(d.seat, set.Policy, set.At, d.world.Now)
	}
	if err == nil {
		d.what, _ = d.world.Book.WhatIf(d.seat, drafts, d.world.Now)
	}
	return err
}

// save changes the policy, if it is another one.
func (d *Policy) save() ask.Request {
	if d.same {
		return ask.Close{}
	}
	set, _ := d.change()
	return done(set)
}

// Draw is the box: where the value comes from, the value, and what another one
// would do.
func (d *Policy) Draw(t *theme.Theme, w, h int) string {
	scope := d.Scope()
	f := frame{title: "Policy: " + d.rule.Name(), note: clean.Line(d.world.seat(d.seat).Name), width: 78, lines: 11}
	f.hints = d.world.hint(t, scope, keymap.Accept, "save it")
	if d.value.options != nil {
		f.hints = append(f.hints, chooseHint(t, "choose"))
	}
	f.hints = append(f.hints, d.world.hint(t, scope, keymap.NextField, "next")...)
	f.hints = append(f.hints, d.world.hint(t, scope, keymap.Cancel, "cancel")...)
	return f.draw(t, w, h, func(s *sheet) {
		line := d.line(d.world, d.world.Now)
		fact(s, "Plan's", line.Default+behind(" "+t.Glyphs.Sep+" ", line.Basis))
		fact(s, "Now", line.Value+" "+t.Glyphs.Sep+" "+line.Source.Words())
		d.form.draw(s, d.value, "")
		d.form.draw(s, d.from, d.world.echo(t, d.from))
		s.rule()
		switch {
		case d.same:
			s.say(theme.Dim, "  ", meaning(d.rule))
		case d.wrong(s, d.err):
		default:
			d.world.foresee(s, d.what)
		}
	})
}

// meaning says what a field of a policy is about.
func meaning(f credit.Field) string {
	switch f {
	case credit.FieldMonthly:
		return "So many credits arrive on each billing day. Those that are there stay as they are."
	case credit.FieldCap:
		return "A grant fills the pool to the cap: what is above it is pushed out, the first to expire first."
	case credit.FieldExpiry:
		return "A credit born from now on lives so many days, its first one counted; never, or 0, is for ever. Those that are there keep their last day."
	case credit.FieldRefundRule:
		return "reply: an InMail gives its credit back when it is answered in time. no-reply: when it is not. It holds for what is sent from now on."
	case credit.FieldRefundWindow:
		return "So many days after the send an answer still counts. It holds for what is sent from now on."
	case credit.FieldRefundAtCap:
		return "clamp: a credit that comes back to a full pool is lost. overflow: it is added above the cap, until the next grant."
	default:
		return ""
	}
}
