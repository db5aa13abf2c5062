package model

import (
	"strings"

	"cordial/model/clean"
)

// describePeople says what was decided about who is who.
func (b *Book) describePeople(decision Decision, n Names) string {
	switch d := decision.(type) {
	case ContactMerged:
		return "merged " + b.both(d.Contact, " into ", d.Into)
	case ContactApart:
		return "kept " + b.both(d.Contact, " and ", d.Other) + " apart"
	case ContactRemoved:
		return "removed " + b.named(d.Contact, n)
	case ContactUnedited:
		return "took " + fieldWord(strings.Join(d.Fields, ", ")) + " of " + b.named(d.Contact, n) + " from LinkedIn again"
	default:
		return decision.Kind()
	}
}

// both names two contacts, each as it was added and, if that is the same, by its id.
func (b *Book) both(x, between, y string) string {
	one, other := b.ownName(x), b.ownName(y)
	if one == other {
		one += " (" + clean.Line(x) + ")"
		other += " (" + clean.Line(y) + ")"
	}
	return one + between + other
}

// ownName is how a contact was called when it was added.
func (b *Book) ownName(contact string) string {
	p, _ := b.added(contact)
	return shownName(p.Name, contact)
}
