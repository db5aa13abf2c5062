package model

import (
	"time"

	"cordial/model/who"
)

// addContact files a contact under its id and its person.
func (b *Book) addContact(place int, d ContactAdded) {
	_, again := b.contacts[d.Contact]
	b.contacts[d.Contact] = place
	k := b.keyOf(d.Contact)
	if _, known := b.ids[k]; !known {
		b.ids[k] = d.Contact
	}
	if again {
		b.rename() // it may be somebody else now
	}
}

// PersonKey is the person behind a contact id: the one that it was made part of, if
// it was.
func (b *Book) PersonKey(contact string) Key { return b.Root(b.keyOf(contact)) }

// keyOf is a contact's own key. A contact with a LinkedIn address is the person of
// that address, so that a contact added by hand and the same human in a later export
// are one.
func (b *Book) keyOf(contact string) Key {
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
	if len(b.one.root) == 0 {
		return b.ownID(k)
	}
	for _, key := range b.Keys(k) {
		if id, ok := b.ownID(key); ok {
			return id, true
		}
	}
	return "", false
}

// ownID is the contact id of a key itself.
func (b *Book) ownID(k Key) (string, bool) {
	id, ok := b.ids[k]
	if !ok || !b.Live(b.contacts[id]) {
		return "", false
	}
	return id, true
}

// Contact is what the journal itself says of a contact: what was added, and edited
// since. A contact that was made part of somebody is all of that person.
func (b *Book) Contact(id string) (Person, bool) {
	p, ok := b.added(id)
	if !ok {
		return Person{}, false
	}
	if b.Joined(p.Key) {
		p = b.joinedContact(p)
	}
	b.edits(p.Key, id).applyTo(&p)
	return p, true
}

// joinedContact is what was added of somebody who is several contacts, this one among
// them: the root first, blanks filled from the others.
func (b *Book) joinedContact(one Person) Person {
	all, begun := one, false
	for _, key := range b.Keys(one.Key) {
		id, ok := b.ownID(key)
		if !ok {
			continue
		}
		p, _ := b.added(id)
		if begun {
			p = all.filledFrom(p)
		}
		all, begun = p, true
	}
	all.Key = b.Root(one.Key)
	return all
}

// added is a contact as it was added, under its own key.
func (b *Book) added(id string) (Person, bool) {
	place, ok := b.contacts[id]
	if !ok || !b.Live(place) {
		return Person{}, false
	}
	d := b.events[place].Decision.(ContactAdded)
	p := Person{
		ID: d.Contact, Key: b.keyOf(d.Contact), Name: d.Name, URL: d.URL, Headline: d.Headline,
		Company: d.Company, Position: d.Position, Email: d.Email, Degree: DegreeUnknown,
		Connected: d.ConnectedOn != 0, ConnectedOn: d.ConnectedOn,
	}
	if d.Degree != nil {
		p.Degree = Degree(*d.Degree)
	}
	if d.OpenProfile != nil {
		p.OpenProfile = *d.OpenProfile
	}
	return p, true
}

// Contacts lists the people the journal knows, in the order in which they were
// added: neither those who became part of somebody nor those who were removed.
func (b *Book) Contacts() []Person {
	var people []Person
	for place, e := range b.events {
		d, ok := e.Decision.(ContactAdded)
		if !ok || b.dead[place] {
			continue
		}
		if k := b.keyOf(d.Contact); b.Root(k) != k || b.Removed(k) {
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
