package model

import (
	"slices"
	"strings"
	"time"

	"cordial/model/channel"
	"cordial/model/template"
)

// Template is a text that is written once and sent often.
type Template struct {
	ID string
	TemplateText
	Edited time.Time // when it was added or edited last
}

// Templates lists the templates in the order in which they were added.
func (b *Book) Templates() []Template {
	var list []Template
	find := func(id string) int {
		return slices.IndexFunc(list, func(t Template) bool { return t.ID == id })
	}
	for _, place := range b.settings {
		if b.dead[place] {
			continue
		}
		e := b.events[place]
		switch d := e.Decision.(type) {
		case TemplateAdded:
			list = append(list, Template{d.Template, d.TemplateText, e.At})
		case TemplateEdited:
			if i := find(d.Template); i >= 0 {
				list[i] = Template{d.Template, d.TemplateText, e.At}
			}
		case TemplateRemoved:
			if i := find(d.Template); i >= 0 {
				list = slices.Delete(list, i, i+1)
			}
		}
	}
	return list
}

// FindTemplate is the template with this id or, in any case of its letters, this
// name.
func (b *Book) FindTemplate(name string) (Template, bool) {
	list := b.Templates()
	i := slices.IndexFunc(list, func(t Template) bool { return t.ID == name })
	if i < 0 {
		i = slices.IndexFunc(list, func(t Template) bool { return strings.EqualFold(t.Name, name) })
	}
	if i < 0 {
		return Template{}, false
	}
	return list[i], true
}

// AddTemplate makes a template. id is new and unique. A name that is taken, a
// variable that does not exist and a text that is longer than LinkedIn takes are
// refused.
func (b *Book) AddTemplate(id string, text TemplateText, at time.Time) ([]Draft, error) {
	d := TemplateAdded{id, text}
	if err := firstError(d.check(), b.admitNew("template", id, b.templates), b.fits(id, text)); err != nil {
		return nil, err
	}
	return []Draft{{At: at, Decision: d}}, nil
}

// EditTemplate gives a template another text, on the same terms.
func (b *Book) EditTemplate(id string, text TemplateText, at time.Time) ([]Draft, error) {
	t, err := b.templateByID(id)
	if err != nil {
		return nil, err
	}
	if t.TemplateText == text {
		return nil, refuse("", "", "the template %q says that already", t.Name)
	}
	d := TemplateEdited{id, text}
	if err := firstError(d.check(), b.fits(id, text)); err != nil {
		return nil, err
	}
	return []Draft{{At: at, Decision: d}}, nil
}

// RemoveTemplate takes a template off the list.
func (b *Book) RemoveTemplate(id string, at time.Time) ([]Draft, error) {
	if _, err := b.templateByID(id); err != nil {
		return nil, err
	}
	return []Draft{{At: at, Decision: TemplateRemoved{Template: id}}}, nil
}

// templateByID is a template that is on the list.
func (b *Book) templateByID(id string) (Template, error) {
	if t, ok := b.FindTemplate(id); ok && t.ID == id {
		return t, nil
	}
	return Template{}, refuse("", "see: cordial template list", "there is no template %q", id)
}

// fits refuses a text that could not be used as a template.
func (b *Book) fits(id string, text TemplateText) error {
	if t, taken := b.FindTemplate(text.Name); taken && t.ID != id {
		return refuse("", "give it another name", "there is a template %q already", t.Name)
	}
	for _, part := range []struct{ name, text string }{{"subject", text.Subject}, {"body", text.Body}} {
		if err := template.Check(part.text); err != nil {
			return badInput("the %s, %s", part.name, err)
		}
	}
	if why := channel.TooLong(text.Channel, true, text.Subject, text.Body); why != "" {
		return refuse("", "shorten it", "%s", why)
	}
	return nil
}

// Filled is a template with a person's and the user's own words in it, and the
// variables of which nothing is known, each once.
func (t Template) Filled(to, from Person) (subject, body string, missing []string, err error) {
	subject, missing, err = template.Expand(t.Subject, to.words(), from.words())
	if err != nil {
		return "", "", nil, badInput("the subject of the template %q, %s", t.Name, err)
	}
	body, more, err := template.Expand(t.Body, to.words(), from.words())
	if err != nil {
		return "", "", nil, badInput("the body of the template %q, %s", t.Name, err)
	}
	for _, name := range more {
		if !slices.Contains(missing, name) {
			missing = append(missing, name)
		}
	}
	return subject, body, missing, nil
}

// words is what a template may say of a person.
func (p Person) words() template.Person {
	return template.Person{Name: p.Name, Company: p.Company, Position: p.Position, Headline: p.Headline}
}
