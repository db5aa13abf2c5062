package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"cordial/model"
	"cordial/model/channel"
	"cordial/model/clean"
)

// expandedView is a template filled in, as --json prints it.
type expandedView struct {
	Template string          `json:"template"`
	Contact  personView      `json:"contact"`
	Channel  channel.Channel `json:"channel"`
	Subject  string          `json:"subject"`
	Body     string          `json:"body"`
	Missing  []string        `json:"missing"`  // variables of which nothing is known: they stay as they stand
	TooLong  *string         `json:"too_long"` // which part LinkedIn would not take

	subject, body string // as they are, for the journal
}

// templateExpandCmd fills a template in for somebody.
func (a *app) templateExpandCmd() *cobra.Command {
	cmd := &cobra.Command{
		Use: "expand NAME PERSON", Short: "Print a template filled in for somebody",
		Long: "Print a template filled in for somebody. When something that it says is not known, or it would be\n" +
			"longer than LinkedIn takes, nothing is printed but what is wrong, and it ends with exit code 4.",
		Example: "  cordial template expand intro \"Lena Öztürk\" | xclip",
		Args:    exactArgs(2, "the NAME of a template and a PERSON"), ValidArgsFunction: a.templateThenPerson,
	}
	asJSON := jsonFlag(cmd)
	cmd.RunE = a.with(func(s *session, args []string) error {
		t, err := s.template(args[0])
		if err != nil {
			return err
		}
		sub, err := s.findPerson(args[1])
		if err != nil {
			return err
		}
		v, refusal, err := s.expand(t, sub)
		if err != nil {
			return err
		}
		if *asJSON {
			err = s.printJSON(v)
		} else if refusal == nil {
			s.printText(v.Subject, v.Body)
		}
		if err == nil && refusal != nil {
			return refusal
		}
		return err
	})
	return cmd
}

// expand fills a template in, and says what speaks against sending it.
func (s *session) expand(t model.Template, sub subject) (expandedView, *model.Refusal, error) {
	owner, _, err := s.store.Owner()
	if err != nil {
		return expandedView{}, nil, err
	}
	subject, body, missing, err := t.Filled(sub.Person, owner)
	if err != nil {
		return expandedView{}, nil, err
	}
	v := expandedView{
		Template: clean.Line(t.Name), Contact: personView{sub.ID, sub.name}, Channel: t.Channel,
		Subject: clean.Line(subject), Body: clean.Block(body), Missing: listOf(missing),
		TooLong: optional(channel.TooLong(t.Channel, s.book.Paid(s.now), subject, body)),
		subject: subject, body: body,
	}
	switch {
	case len(missing) > 0:
		return v, &model.Refusal{
			Reason: "the template says what is not known of " + sub.name + ": " + join(missing),
			Help:   missingHelp(missing, sub.ID),
		}, nil
	case v.TooLong != nil:
		return v, &model.Refusal{Reason: *v.TooLong, Help: "shorten the template"}, nil
	}
	return v, nil, nil
}

// missingHelp says how to make known what a template says.
func missingHelp(missing []string, contact string) string {
	yours := func(name string) bool { return strings.HasPrefix(name, "my_") }
	help := "say it with: cordial contact edit " + shellWord(contact)
	switch {
	case !slices.ContainsFunc(missing, yours):
		return help
	case slices.IndexFunc(missing, func(name string) bool { return !yours(name) }) < 0:
		return "what begins with my_ is read from the profile in your export"
	default:
		return help + "; what begins with my_ is read from the profile in your export"
	}
}

// templateFlag adds --template to a command that records a text of the user's.
func (a *app) templateFlag(cmd *cobra.Command, text string) *string {
	name := cmd.Flags().String("template", "", "the `TEMPLATE` that it was made from; without --"+text+" it gives the text, too")
	a.completeFlag(cmd, "template", func(s *session, _ []string, _ string) []cobra.Completion { return s.templateNames() })
	return name
}

// letter is a text that was sent, and the id of the template it was made from.
type letter struct{ subject, body, template string }

// fromTemplate is what was typed, or, where that is nothing, a template filled in.
func (s *session) fromTemplate(name string, by channel.Channel, to subject, typed letter, given bool) (letter, error) {
	if name == "" {
		return typed, nil
	}
	t, err := s.template(name)
	if err != nil {
		return letter{}, err
	}
	if t.Channel != by {
		return letter{}, usage("the template %s is for another way to write: %s", clean.Line(t.Name), t.Channel)
	}
	typed.template = t.ID
	if given {
		return typed, nil
	}
	v, refusal, err := s.expand(t, to)
	if err == nil && refusal != nil {
		err = refusal
	}
	return letter{v.subject, v.body, t.ID}, err
}

// templateNames is the names of all templates, for the shell.
func (s *session) templateNames() []cobra.Completion {
	var names []cobra.Completion
	for _, t := range s.book.Templates() {
		names = append(names, cobra.CompletionWithDesc(clean.Line(t.Name), string(t.Channel)))
	}
	return names
}

// templateArg completes one template.
func (a *app) templateArg(cmd *cobra.Command, args []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
	return a.completing(func(s *session, args []string, _ string) []cobra.Completion {
		if len(args) > 0 {
			return nil
		}
		return s.templateNames()
	})(cmd, args, typed)
}

// templateThenPerson completes a template, then a person.
func (a *app) templateThenPerson(cmd *cobra.Command, args []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
	return a.completing(func(s *session, args []string, typed string) []cobra.Completion {
		switch len(args) {
		case 0:
			return s.templateNames()
		case 1:
			return s.peopleChoices(typed)
		default:
			return nil
		}
	})(cmd, args, typed)
}
