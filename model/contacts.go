package model

import (
	"time"

	"cordial/model/who"
)

// addContact files a contact under its id and its person.
func (b *Book) addContact(place int, d ContactAdded) {
	b.contacts[d.Contact] = place
	k := b.PersonKey(d.Contact)
	if _, known := b.ids[k]; !known {
		b.ids[k] = d.Contact
	}
}

// PersonKey is the person behind a contact id. A contact with a LinkedIn address
// is the person of that address, so that a contact added by hand and the same
// human in a later export are one.
func (b *Book) PersonKey(contact string) Key {
	if place, ok := b.contacts[contact]; ok {
		d := b.events[place].Decision.(ContactAdded)
		if key, ok := who.Identity(d.URL); ok {
			return PersonKey(key)
		}
	}
	return PersonKey(contact)
}

// ContactID is the contact id under which a person is known to the journal.
func (b *Book) ContactID(k Key) (string, bool) {
	id, ok := b.ids[k]
	if !ok || !b.Live(b.contacts[id]) {
		return "", false
	}
	return id, true
}

// Contact is what the journal itself says of a contact: what was added, and edited
// since.
func (b *Book) Contact(id string) (Person, bool) {
	place, ok := b.contacts[id]
	if !ok || !b.Live(place) {
		return Person{}, false
	}
	d := b.events[place].Decision.(ContactAdded)
	p := Person{
		ID: d.Contact, Key: b.PersonKey(d.Contact), Name: d.Name, URL: d.URL, Headline: d.Headline,
		Company: d.Company, Position: d.Position, Email: d.Email, Degree: DegreeUnknown,
	}
	if d.Degree != nil {
		p.Degree = Degree(*d.Degree)
	}
	if d.OpenProfile != nil {
		p.OpenProfile = *d.OpenProfile
	}
	b.edit(&p, place)
	return p, true
}

// Contacts lists the people the journal knows, in the order in which they were
// added.
func (b *Book) Contacts() []Person {
	var people []Person
	for place, e := range b.events {
		d, ok := e.Decision.(ContactAdded)
		if !ok || b.dead[place] {
			continue
		}
		if p, ok := b.Contact(d.Contact); ok {
			people = append(people, p)
		}
	}
	return people
}

// introduce is the event that makes a person known to the journal, if they are
// not yet: later events may only name contacts that were added.
func (b *Book) introduce(p Person, at time.Time) (contact string, drafts []Draft) {
	if id, ok := b.ContactID(p.Key); ok {
		return id, nil
	}
	added := ContactAdded{
		Contact: p.ID, Name: p.Name, URL: p.URL, Company: p.Company, Position: p.Position,
		Email: p.Email, Source: SourceExport,
	}
	if added.Name == "" {
		added.Name = p.ID
	}
	return p.ID, []Draft{{At: at, Decision: added}}
}
