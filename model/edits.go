package model

import (
	"cmp"
	"slices"
	"time"
)

// edits is what the user says of a contact by now, field by field: nil where nothing is
// said. Of somebody who is several contacts it is what is said of any of them.
func (b *Book) edits(person Key, contact string) ContactEdited {
	var all ContactEdited
	if b.Joined(person) {
		contact = ""
	}
	for _, place := range b.placesOf(person) {
		if b.dead[place] {
			continue
		}
		switch d := b.events[place].Decision.(type) {
		case ContactEdited:
			if b.counts(place, d.Contact, contact) {
				all = all.with(d)
			}
		case ContactUnedited:
			if b.counts(place, d.Contact, contact) {
				all = all.without(d.Fields)
			}
		}
	}
	return all
}

// counts tells whether what is said of a contact at a place is asked for, and is said
// of the contact as it was added last.
func (b *Book) counts(place int, of, contact string) bool {
	return place > b.contacts[of] && (contact == "" || of == contact)
}

// with is an edit with the fields that a later one gives.
func (d ContactEdited) with(o ContactEdited) ContactEdited {
	d.Name, d.Headline = cmp.Or(o.Name, d.Name), cmp.Or(o.Headline, d.Headline)
	d.Company, d.Position = cmp.Or(o.Company, d.Company), cmp.Or(o.Position, d.Position)
	d.Email, d.Degree = cmp.Or(o.Email, d.Email), cmp.Or(o.Degree, d.Degree)
	d.OpenProfile, d.Role = cmp.Or(o.OpenProfile, d.OpenProfile), cmp.Or(o.Role, d.Role)
	return d
}

// without is an edit that gives some fields no more.
func (d ContactEdited) without(fields []string) ContactEdited {
	for _, field := range fields {
		switch field {
		case "name":
			d.Name = nil
		case "headline":
			d.Headline = nil
		case "company":
			d.Company = nil
		case "position":
			d.Position = nil
		case "email":
			d.Email = nil
		case "degree":
			d.Degree = nil
		case "open_profile":
			d.OpenProfile = nil
		case "role":
			d.Role = nil
		}
	}
	return d
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

// Found is what the evidence says of somebody who has these keys, the root first: what
// it says of the root goes before what it says of the others. read answers what it
// says of one key. What was found goes with an error, too.
func Found(keys []Key, read func(Key) (Person, bool, error)) (found Person, known bool, err error) {
	for _, k := range keys {
		p, ok, failed := read(k)
		switch {
		case ok && known:
			found = found.filledFrom(p)
		case ok:
			found, known = p, true
			found.Key = keys[0]
		}
		if failed != nil {
			return found, known, failed
		}
	}
	return found, known, nil
}

// FoundInvitations is the connection requests that the evidence has of somebody who
// has these keys. read answers those of one key.
func FoundInvitations(keys []Key, read func(Key) ([]Invitation, error)) ([]Invitation, error) {
	var all []Invitation
	for _, k := range keys {
		list, err := read(k)
		if err != nil {
			return nil, err
		}
		all = append(all, list...)
	}
	if len(keys) > 1 {
		slices.SortStableFunc(all, func(x, y Invitation) int { return x.At.Compare(y.At) })
	}
	return all, nil
}

// Known is what evidence and journal together know of somebody, under all their keys.
// read answers what the evidence says of one key.
func (b *Book) Known(key Key, read func(Key) (Person, bool, error)) (Person, bool, error) {
	found, known, err := Found(b.Keys(key), read)
	if err != nil {
		return Person{}, false, err
	}
	p, ok := b.Person(key, found, known)
	return p, ok, nil
}

// Person is what evidence and journal together know of somebody; found is what the
// evidence says, if known: see Found. What the export says goes before what was added
// by hand, and what was edited goes before both; the id is the journal's, if it has one.
func (b *Book) Person(key Key, found Person, known bool) (Person, bool) {
	root := b.Root(key)
	id, ok := b.ContactID(root)
	if !ok {
		return found, known
	}
	typed, ok := b.Contact(id)
	if !ok || !known {
		return typed, ok
	}
	found = found.filledFrom(typed)
	found.ID, found.Key = typed.ID, root
	b.edits(root, id).applyTo(&found)
	return found, true
}

// filledFrom is a person whose blanks are filled with what another, who is the same,
// knows. Somebody whom either is connected to is a connection.
func (p Person) filledFrom(o Person) Person {
	for _, field := range []struct {
		of   *string
		from string
	}{
		{&p.Name, o.Name},
		{&p.URL, o.URL},
		{&p.Headline, o.Headline},
		{&p.Company, o.Company},
		{&p.Position, o.Position},
		{&p.Email, o.Email},
	} {
		if *field.of == "" {
			*field.of = field.from
		}
	}
	if p.Degree == DegreeUnknown || o.Connected && !p.Connected {
		p.Degree = o.Degree
	}
	if o.Connected && (!p.Connected || p.ConnectedOn == 0) {
		p.Connected, p.ConnectedOn = true, o.ConnectedOn
	}
	p.OpenProfile = p.OpenProfile || o.OpenProfile
	p.Says = cmp.Or(p.Says, o.Says)
	return p
}

// EditContact sets fields of somebody; d.Contact is filled in. A field that says
// what is known already is left out, and when none is left that is a Refusal.
func (b *Book) EditContact(p Person, d ContactEdited, at time.Time) ([]Draft, error) {
	if err := b.Present(p); err != nil {
		return nil, err
	}
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
