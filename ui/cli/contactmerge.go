package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/text/unicode/norm"

	"cordial/model"
	"cordial/model/clean"
	"cordial/model/when"
	"cordial/model/who"
	"cordial/ui/theme"
)

// contactMergeCmd makes two people one.
func (a *app) contactMergeCmd() *cobra.Command {
	cmd := &cobra.Command{
		Use: "merge PERSON INTO", Short: "Say that two are one human being: the first becomes part of the second",
		Long: "Say that two are one human being: the first becomes part of the second. Conversations, labels, reminders,\n" +
			"notes and InMails of both are together from then on, and either's id or profile finds them. Nothing is\n" +
			"lost: \"cordial contact unmerge\" makes two of them again; what was decided meanwhile stays with the second.",
		Example: "  cordial contact merge ACoAAB12 maria-rossi",
		Args:    exactArgs(2, "a PERSON and whom they are part of"), ValidArgsFunction: a.twoPeople(),
	}
	cmd.RunE = a.with(func(s *session, args []string) error {
		from, into, err := s.two(args)
		if err != nil {
			return err
		}
		if from.Key == into.Key {
			return &model.Refusal{Reason: fmt.Sprintf("%q and %q are one person already: %s", args[0], args[1], into.name)}
		}
		return s.decide(func(b *model.Book) ([]model.Draft, error) { return b.MergePeople(from.Person, into.Person, s.now) })
	})
	return cmd
}

// contactApartCmd keeps two people two.
func (a *app) contactApartCmd() *cobra.Command {
	cmd := &cobra.Command{
		Use: "apart PERSON OTHER", Short: "Say that two who look like one are two: they are not suggested again",
		Args: exactArgs(2, "two people"), ValidArgsFunction: a.twoPeople(),
	}
	cmd.RunE = a.with(func(s *session, args []string) error {
		one, other, err := s.two(args)
		if err != nil {
			return err
		}
		return s.decide(func(b *model.Book) ([]model.Draft, error) { return b.KeepApart(one.Person, other.Person, s.now) })
	})
	return cmd
}

// two finds the two people of a command line.
func (s *session) two(args []string) (subject, subject, error) {
	one, err := s.findPerson(args[0])
	if err != nil {
		return one, subject{}, err
	}
	other, err := s.findPerson(args[1])
	return one, other, err
}

// contactUnmergeCmd makes two of one.
func (a *app) contactUnmergeCmd() *cobra.Command {
	cmd := &cobra.Command{
		Use: "unmerge PERSON", Short: "Make two people again of two who were merged",
		Args: exactArgs(1, "the PERSON who was merged"),
		ValidArgsFunction: a.completing(func(s *session, args []string, _ string) []cobra.Completion {
			var choices []cobra.Completion
			for _, m := range s.book.Merges() {
				if len(args) == 0 {
					choices = append(choices, cobra.CompletionWithDesc(clean.Line(m.From.ID), shown(m.From.Name, m.From.ID)))
				}
			}
			return choices
		}),
	}
	cmd.RunE = a.with(func(s *session, args []string) error {
		merge, err := s.merged(args[0])
		if err != nil {
			return err
		}
		return s.decide(func(b *model.Book) ([]model.Draft, error) { return b.Unmerge(merge, s.now) })
	})
	return cmd
}

// merged is the merge that a PERSON names: by the id, profile or name that was merged,
// or by the person who has only one.
func (s *session) merged(arg string) (model.Merge, error) {
	sub, ok, err := s.lookUp(arg)
	if err != nil {
		return model.Merge{}, err
	}
	if !ok {
		return model.Merge{}, notFound("nobody here is called %q; see: cordial contact merges", arg)
	}
	var all, named []model.Merge
	slug, _ := who.Typed(arg)
	key := model.PersonKey(norm.NFC.String(slug))
	for _, m := range s.book.Merges() {
		if m.Root != sub.Key {
			continue
		}
		if m.From.ID == arg || m.From.Key == key {
			return m, nil
		}
		all = append(all, m)
		if fold(m.From.Name) == fold(arg) {
			named = append(named, m)
		}
	}
	switch {
	case len(all) == 1:
		return all[0], nil
	case len(named) == 1:
		return named[0], nil
	case len(all) == 0:
		return model.Merge{}, &model.Refusal{Reason: sub.name + " was not merged with anybody", Help: "see: cordial contact merges"}
	}
	lines := make([]string, len(all))
	for i, m := range all {
		lines[i] = fmt.Sprintf("  %s  %s", clean.Line(m.From.ID), shown(m.From.Name, m.From.ID))
	}
	return model.Merge{}, notFound("%s was merged with %d people; use an id:\n%s", sub.name, len(all), strings.Join(lines, "\n"))
}

// mergesView is who may be one, and who is, as --json prints it.
type mergesView struct {
	Suggestions []suggestionView `json:"suggestions"`
	Merges      []mergeView      `json:"merges"` // the last one first
}

// suggestionView is two people who look like one.
type suggestionView struct {
	Person *cardView `json:"person"`
	Into   *cardView `json:"into"` // whom they would become part of
	Why    string    `json:"why"`
	Likely bool      `json:"likely"`
}

// mergeView is a merge that counts.
type mergeView struct {
	Event  string     `json:"event"` // id in the journal
	At     *string    `json:"at"`
	Person personView `json:"person"`
	Into   personView `json:"into"`
}

// contactMergesCmd lists who may be one, and who is.
func (a *app) contactMergesCmd() *cobra.Command {
	cmd := &cobra.Command{
		Use: "merges", Short: "List who looks like one human being under two ids, and who was merged",
		Long: "List who looks like one human being under two ids: the likely ones first, then those who are merely\n" +
			"possible. Then who was merged, the last one first.",
		Args: noArgs,
	}
	limit := limitFlag(cmd)
	asJSON := jsonFlag(cmd)
	cmd.RunE = a.with(func(s *session, _ []string) error {
		most, err := s.limit(cmd, *limit, *asJSON)
		if err != nil {
			return err
		}
		people, err := s.people()
		if err != nil {
			return err
		}
		suggestions := s.book.MergeSuggestions(people)
		hidden := 0
		if most > 0 && len(suggestions) > most {
			hidden = len(suggestions) - most
			suggestions = suggestions[:most]
		}
		v := s.mergesView(suggestions, s.book.Merges())
		if *asJSON {
			return s.printJSON(v)
		}
		s.printMerges(v, hidden)
		return nil
	})
	return cmd
}

// mergesView is suggestions and merges, cleaned.
func (s *session) mergesView(suggestions []model.MergeSuggestion, merges []model.Merge) mergesView {
	v := mergesView{Suggestions: []suggestionView{}, Merges: []mergeView{}}
	for _, m := range suggestions {
		v.Suggestions = append(v.Suggestions, suggestionView{card(m.A), card(m.B), m.Why, m.Likely})
	}
	for _, m := range merges {
		v.Merges = append(v.Merges, mergeView{
			Event: m.Event, At: s.instant(m.At),
			Person: personView{m.From.ID, shown(m.From.Name, m.From.ID)}, Into: personView{m.Into.ID, shown(m.Into.Name, m.Into.ID)},
		})
	}
	return v
}

// printMerges prints suggestions and merges for people.
func (s *session) printMerges(v mergesView, hidden int) {
	if len(v.Suggestions) == 0 && len(v.Merges) == 0 {
		s.say("Nobody looks like somebody else, and nobody was merged.")
		return
	}
	g := grid{}
	for _, m := range v.Suggestions {
		how := "possible"
		if m.Likely {
			how = "likely"
		}
		g.add(strong(m.Person.Name), dim(clean.Line(m.Person.ID)), plain("into"), dim(clean.Line(m.Into.ID)), plain(how), dim(m.Why))
	}
	s.printGrid(g)
	if hidden > 0 {
		s.print("%s", s.paint(theme.Dim, fmt.Sprintf("%d more; see them with --limit 0", hidden)))
	}
	if len(v.Suggestions) > 0 {
		s.say("Merge two with: cordial contact merge ID INTO; keep them apart with: cordial contact apart ID OTHER")
	}
	if len(v.Merges) == 0 {
		return
	}
	s.print("%s", s.paint(theme.Title, "Merged"))
	g = grid{}
	for i, m := range s.book.Merges() {
		row := v.Merges[i]
		g.add(strong("  "+row.Person.Name), dim(clean.Line(row.Person.ID)), plain("into "+row.Into.Name), dim(when.Format(m.At.In(s.now.Location()))))
	}
	s.printGrid(g)
}

// twoPeople completes two people.
func (a *app) twoPeople() completion {
	return a.completing(func(s *session, args []string, typed string) []cobra.Completion {
		if len(args) > 1 {
			return nil
		}
		return slices.DeleteFunc(s.peopleChoices(typed), func(c cobra.Completion) bool {
			name, _, _ := strings.Cut(string(c), "\t")
			return slices.Contains(args, name)
		})
	})
}
