package model

import (
	"slices"
	"strings"
	"time"
)

// Said is what the evidence says of a field that the user edited otherwise.
type Said struct {
	Field string // one of ContactFields
	Says  string
}

// LinkedInSays lists what the newest evidence says otherwise than the user, in the
// order of ContactFields; found is the evidence: see Found. An empty cell says nothing.
func (b *Book) LinkedInSays(key Key, found Person) []Said {
	id, ok := b.ContactID(key)
	if !ok {
		return nil
	}
	edited := b.edits(key, id)
	var list []Said
	for _, field := range []struct {
		name   string
		edited *string
		found  string
	}{
		{"name", edited.Name, found.Name},
		{"headline", edited.Headline, found.Headline},
		{"company", edited.Company, found.Company},
		{"position", edited.Position, found.Position},
		{"email", edited.Email, found.Email},
	} {
		if field.edited != nil && field.found != "" && field.found != *field.edited {
			list = append(list, Said{field.name, field.found})
		}
	}
	degree := found.Degree
	if found.Connected {
		degree = 1
	}
	if edited.Degree != nil && degree != DegreeUnknown && degree != Degree(*edited.Degree) {
		list = append(list, Said{"degree", degree.String()})
	}
	return list
}

// AsLinkedIn takes back what the user said of fields of somebody: what LinkedIn says of
// them counts again, now and after every import. A field that was not edited is a
// Refusal.
func (b *Book) AsLinkedIn(p Person, fields []string, at time.Time) ([]Draft, error) {
	if err := b.Present(p); err != nil {
		return nil, err
	}
	id, known := b.ContactID(p.Key)
	d := ContactUnedited{Contact: id}
	for _, field := range fields {
		if !slices.Contains(d.Fields, field) {
			d.Fields = append(d.Fields, field)
		}
	}
	if !known {
		d.Contact = p.ID
	}
	if err := d.check(); err != nil {
		return nil, err
	}
	for _, field := range d.Fields {
		said := b.edits(p.Key, id)
		if !known || said == said.without([]string{field}) {
			return nil, refuse("", "", "you have said nothing of the %s of %s", fieldWord(field), p.Name)
		}
	}
	return []Draft{{At: at, Decision: d}}, nil
}

// fieldWord is a field as people write it.
func fieldWord(field string) string { return strings.ReplaceAll(field, "_", " ") }
