package dossier

import (
	"cmp"
	"strings"

	"cordial/model/clean"
	"cordial/model/when"
	"cordial/ui/theme"
)

// says is what LinkedIn says now where the user says otherwise, a fact for each field.
func (s Subject) says() []Fact {
	if s.ID.Person == 0 || !s.Read || !s.Evidence.Known {
		return nil
	}
	var facts []Fact
	for _, said := range s.Book.LinkedInSays(s.ID.Person, s.Evidence.Person) {
		facts = append(facts, Fact{
			Name: "LinkedIn", Role: theme.Dim,
			Value: "says " + strings.ReplaceAll(said.Field, "_", " ") + " " + clean.Line(said.Says),
		})
	}
	return facts
}

// aliases is who became part of the person, and when.
func (s Subject) aliases() []Fact {
	if s.ID.Person == 0 || !s.Book.Joined(s.ID.Person) {
		return nil
	}
	var facts []Fact
	for _, m := range s.Book.Merges() {
		if m.Root != s.Book.Root(s.ID.Person) {
			continue
		}
		known := cmp.Or(shortURL(m.From.URL), clean.Line(m.From.Name), clean.Line(m.From.ID))
		facts = append(facts, Fact{
			Name: "Also known", Role: theme.Text,
			Value: known + ", merged " + when.Short(m.At, s.Now),
		})
	}
	return facts
}
