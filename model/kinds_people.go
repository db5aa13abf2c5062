package model

import (
	"slices"
	"strings"
)

// ContactMerged says that two contacts are one human being: the first becomes part of
// the second. Taken back, they are two again.
type ContactMerged struct {
	Contact string `json:"contact" cbor:"1,keyasint"`
	Into    string `json:"into" cbor:"2,keyasint"`
}

// ContactApart says that two contacts are two human beings, though they look like one:
// they are not suggested again.
type ContactApart struct {
	Contact string `json:"contact" cbor:"1,keyasint"`
	Other   string `json:"other" cbor:"2,keyasint"`
}

// ContactRemoved takes somebody out of sight, with all direct conversations. What an
// import says of them later stays out of sight, too.
type ContactRemoved struct {
	Contact string `json:"contact" cbor:"1,keyasint"`
}

// ContactUnedited takes back what the user said of some fields of a contact: what
// LinkedIn says of them counts again.
type ContactUnedited struct {
	Contact string   `json:"contact" cbor:"1,keyasint"`
	Fields  []string `json:"fields,omitempty" cbor:"2,keyasint,omitempty"` // names of ContactFields, at least one
}

// ContactFields are the names of what ContactEdited can set, in the order of a card.
func ContactFields() []string {
	return []string{"name", "headline", "company", "position", "email", "degree", "open_profile", "role"}
}

// Kind is "contact.merged".
func (ContactMerged) Kind() string { return "contact.merged" }

// Kind is "contact.apart".
func (ContactApart) Kind() string { return "contact.apart" }

// Kind is "contact.removed".
func (ContactRemoved) Kind() string { return "contact.removed" }

// Kind is "contact.unedited".
func (ContactUnedited) Kind() string { return "contact.unedited" }

func (d ContactMerged) check() error {
	if d.Contact == d.Into {
		return badInput("contact and into are both %q", d.Contact)
	}
	return firstError(idField("contact", d.Contact), idField("into", d.Into))
}

func (d ContactApart) check() error {
	if d.Contact == d.Other {
		return badInput("contact and other are both %q", d.Contact)
	}
	return firstError(idField("contact", d.Contact), idField("other", d.Other))
}

func (d ContactRemoved) check() error { return idField("contact", d.Contact) }

func (d ContactUnedited) check() error {
	if len(d.Fields) == 0 {
		return badInput("fields are missing")
	}
	for _, field := range d.Fields {
		if !slices.Contains(ContactFields(), field) {
			return badInput("the field %q is none of %s", field, strings.Join(ContactFields(), ", "))
		}
	}
	return idField("contact", d.Contact)
}
