package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"cordial/model"
	"cordial/model/clean"
)

// contactRemoveCmd takes somebody out of sight.
func (a *app) contactRemoveCmd() *cobra.Command {
	cmd := &cobra.Command{
		Use: "remove PERSON", Short: "Take somebody out of every list, with all direct conversations",
		Long: "Take somebody out of every list and search, with all direct conversations; groups stay, and so do the\n" +
			"credits that were spent. Importing again does not bring them back; \"cordial contact restore\" does.",
		Args: exactArgs(1, "a PERSON"), ValidArgsFunction: a.personThen(),
	}
	cmd.RunE = a.with(func(s *session, args []string) error {
		sub, err := s.findPerson(args[0])
		if err != nil {
			return err
		}
		if s.InTTY && s.ErrTTY && !s.flags.yes {
			if ok, err := s.ask(s.removeQuestion(sub)); err != nil || !ok {
				return err
			}
		}
		err = s.decide(func(b *model.Book) ([]model.Draft, error) { return b.RemoveContact(sub.Person, s.now) })
		if err == nil {
			id := s.idOf(sub.Key, sub.ID)
			s.say("Bring them back with: cordial undo; later with: cordial contact restore %s", clean.Line(id))
		}
		return err
	})
	return cmd
}

// removeQuestion says what goes out of sight.
func (s *session) removeQuestion(sub subject) string {
	with := ""
	if threads, err := s.threads(); err == nil {
		if n := len(s.directThreads(threads, subject{Person: sub.Person})); n > 0 {
			with = fmt.Sprintf(" and %s", plural(n, "conversation", "conversations"))
		}
	}
	return fmt.Sprintf("Remove %s%s from every list?", sub.name, with)
}

// contactRestoreCmd brings somebody back.
func (a *app) contactRestoreCmd() *cobra.Command {
	cmd := &cobra.Command{
		Use: "restore PERSON", Short: "Bring somebody back who was removed",
		Args: exactArgs(1, "the PERSON who was removed"),
		ValidArgsFunction: a.completing(func(s *session, args []string, _ string) []cobra.Completion {
			var choices []cobra.Completion
			for _, r := range s.book.Removals() {
				if len(args) == 0 {
					choices = append(choices, cobra.CompletionWithDesc(clean.Line(r.Person.ID), shown(r.Person.Name, r.Person.ID)))
				}
			}
			return choices
		}),
	}
	cmd.RunE = a.with(func(s *session, args []string) error {
		sub, ok, err := s.lookUp(args[0])
		switch {
		case err != nil:
			return err
		case !ok || sub.Key == 0:
			return notFound("nobody here is called %q", args[0])
		}
		return s.decide(func(b *model.Book) ([]model.Draft, error) { return b.RestoreContact(sub.Person, s.now) })
	})
	return cmd
}
