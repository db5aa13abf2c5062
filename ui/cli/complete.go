package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"cordial/model/clean"
)

// The shell asks for completions in a process of its own, which must never say
// anything but the answers: what cannot be read is simply not completed.

// completion is a cobra completion function.
type completion = cobra.CompletionFunc

// completing is a completion that needs the database.
func (a *app) completing(answer func(s *session, args []string, typed string) []cobra.Completion) completion {
	return func(cmd *cobra.Command, args []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
		if a.prepare() != nil {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		s, err := a.open(cmd)
		if err != nil {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return answer(s, args, typed), cobra.ShellCompDirectiveNoFileComp
	}
}

// completeSeats completes a flag with the seats.
func (a *app) completeSeats(cmd *cobra.Command, flag string) {
	a.completeFlag(cmd, flag, func(s *session, _ []string, _ string) []cobra.Completion { return s.seatChoices() })
}

// completeTabs completes a flag with the tabs.
func (a *app) completeTabs(cmd *cobra.Command, flag string) {
	a.completeFlag(cmd, flag, func(s *session, _ []string, _ string) []cobra.Completion {
		var names []cobra.Completion
		for _, t := range tabs(s.book.Labels()) {
			names = append(names, clean.Line(t.Title()))
		}
		return names
	})
}

// completeFlag completes a flag from the database.
func (a *app) completeFlag(cmd *cobra.Command, flag string, answer func(*session, []string, string) []cobra.Completion) {
	if err := cmd.RegisterFlagCompletionFunc(flag, a.completing(answer)); err != nil {
		panic(err) // the flag was not declared before
	}
}

// seatArg completes one seat.
func (a *app) seatArg(cmd *cobra.Command, args []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
	return a.completing(func(s *session, args []string, _ string) []cobra.Completion {
		if len(args) > 0 {
			return nil
		}
		return s.seatChoices()
	})(cmd, args, typed)
}

// seatThenPlan completes a seat or a plan, then a plan.
func (a *app) seatThenPlan(cmd *cobra.Command, args []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
	return a.completing(func(s *session, args []string, _ string) []cobra.Completion {
		if len(args) > 0 {
			return planIDs()
		}
		return append(s.seatChoices(), planIDs()...)
	})(cmd, args, typed)
}

// seatChoices is the seats with their names.
func (s *session) seatChoices() []cobra.Completion {
	var choices []cobra.Completion
	for _, seat := range s.book.Seats() {
		choices = append(choices, cobra.CompletionWithDesc(seat.ID, shown(seat.Name, seat.ID)))
	}
	return choices
}

// personArgs completes any number of people.
func (a *app) personArgs(cmd *cobra.Command, args []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
	return a.completing(func(s *session, _ []string, typed string) []cobra.Completion {
		return s.peopleChoices(typed)
	})(cmd, args, typed)
}

// personThen completes a person, then one of the words.
func (a *app) personThen(words ...string) completion {
	return a.completing(func(s *session, args []string, typed string) []cobra.Completion {
		switch len(args) {
		case 0:
			return s.peopleChoices(typed)
		case 1:
			return words
		default:
			return nil
		}
	})
}

// peopleThenLabels completes people, and behind the first also labels.
func (a *app) peopleThenLabels(cmd *cobra.Command, args []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
	return a.completing(func(s *session, args []string, typed string) []cobra.Completion {
		choices := s.peopleChoices(typed)
		if len(args) > 0 {
			for _, label := range s.book.Labels() {
				choices = append(choices, clean.Line(label))
			}
		}
		return choices
	})(cmd, args, typed)
}

// mostChoices is how many people are offered.
const mostChoices = 100

// peopleChoices is the people whose name or id begins as typed: their name, or
// their id beside the name.
func (s *session) peopleChoices(typed string) []cobra.Completion {
	people, err := s.people()
	if err != nil {
		return nil
	}
	var choices []cobra.Completion
	offer := func(name, id string) {
		name, id = clean.Line(name), clean.Line(id)
		switch {
		case len(choices) == mostChoices:
		case name != "" && strings.HasPrefix(fold(name), fold(typed)):
			choices = append(choices, cobra.CompletionWithDesc(name, id))
		case strings.HasPrefix(id, typed):
			choices = append(choices, cobra.CompletionWithDesc(id, name))
		}
	}
	for _, p := range s.book.Contacts() {
		offer(p.Name, p.ID)
	}
	for i := range people.Len() {
		if p := people.Row(i); !s.listed(p.ID) && s.book.Root(p.Key) == p.Key {
			offer(p.Name, p.ID)
		}
	}
	return choices
}

// listed tells whether the journal knows an id, so that nobody is offered twice.
func (s *session) listed(id string) bool {
	_, ok := s.book.Contact(id)
	return ok
}
