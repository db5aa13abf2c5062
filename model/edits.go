package model

import "time"

// edit puts in what was edited of a contact since the event at a place.
func (b *Book) edit(p *Person, since int) {
	for _, place := range b.people[p.Key] {
		if d, ok := b.events[place].Decision.(ContactEdited); ok && place > since && d.Contact == p.ID && !b.dead[place] {
			d.applyTo(p)
		}
	}
}

// applyTo sets the fields that are given. Who is set to another degree than the
// first is no connection, whatever an export said before.
func (d ContactEdited) applyTo(p *Person) {
	for _, field := range []struct {
		of    *string
		given *string
	}{
		{&p.Name, d.Name},
		{&p.Headline, d.Headline},
		{&p.Company, d.Company},
		{&p.Position, d.Position},
		{&p.Email, d.Email},
	} {
		if field.given != nil {
			*field.of = *field.given
		}
	}
	if d.Degree != nil {
		p.Degree = Degree(*d.Degree)
		p.Connected = p.Connected && p.Degree == 1
	}
	if d.OpenProfile != nil {
		p.OpenProfile = *d.OpenProfile
	}
	if d.Role != nil {
		p.Says = *d.Role
	}
}

// Person is what evidence and journal together know of somebody; found is what the
// evidence says, if known. What the export says goes before what was added by hand,
// and what was edited goes before both; the id is the journal's, if it has one.
func (b *Book) Person(key Key, found Person, known bool) (Person, bool) {
	id, ok := b.ContactID(key)
	if !ok {
		return found, known
	}
	typed, ok := b.Contact(id)
	if !ok || !known {
		return typed, ok
	}
	found.ID = typed.ID
	for _, field := range []struct {
		of    *string
		typed string
	}{
		{&found.Name, typed.Name},
		{&found.URL, typed.URL},
		{&found.Headline, typed.Headline},
		{&found.Company, typed.Company},
		{&found.Position, typed.Position},
		{&found.Email, typed.Email},
	} {
		if *field.of == "" {
			*field.of = field.typed
		}
	}
	if found.Degree == DegreeUnknown {
		found.Degree = typed.Degree
	}
	found.OpenProfile = found.OpenProfile || typed.OpenProfile
	b.edit(&found, b.contacts[id])
	return found, true
}

// EditContact sets fields of somebody; d.Contact is filled in. A field that says
// what is known already is left out, and when none is left that is a Refusal.
func (b *Book) EditContact(p Person, d ContactEdited, at time.Time) ([]Draft, error) {
	contact, drafts := b.introduce(p, at)
	d.Contact = contact
	if err := d.check(); err != nil {
		return nil, err
	}
	if d = d.changing(p); d == (ContactEdited{Contact: contact}) {
		return nil, refuse("", "", "that is what is known of %s already", p.Name)
	}
	return append(drafts, Draft{At: at, Decision: d}), nil
}

// changing is the edit without the fields that are as they were.
func (d ContactEdited) changing(p Person) ContactEdited {
	for _, field := range []struct {
		given **string
		was   string
	}{
		{&d.Name, p.Name}, {&d.Headline, p.Headline}, {&d.Company, p.Company}, {&d.Position, p.Position}, {&d.Email, p.Email},
	} {
		if *field.given != nil && **field.given == field.was {
			*field.given = nil
		}
	}
	if d.Degree != nil && Degree(*d.Degree) == p.Degree {
		d.Degree = nil
	}
	if d.OpenProfile != nil && *d.OpenProfile == p.OpenProfile {
		d.OpenProfile = nil
	}
	if d.Role != nil && *d.Role == p.Says {
		d.Role = nil
	}
	return d
}
