package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"cordial/model"
	"cordial/model/channel"
	"cordial/model/when"
)

// messageCmd records an ordinary message by hand.
func (a *app) messageCmd() *cobra.Command {
	directions := []string{model.MessageSent, model.MessageReceived}
	cmd := &cobra.Command{
		Use: "message PERSON sent|received", Short: "Record an ordinary message by hand, until an export brings it",
		Example: "  cordial message maria-rossi sent --text \"See you on Tuesday\"\n" +
			"  cordial message maria-rossi received --at \"yesterday 14:00\"",
		Args:              exactArgs(2, "a PERSON and what happened: "+join(directions)),
		ValidArgsFunction: a.personThen(directions...),
	}
	text, at := cmd.Flags().String("text", "", textUsage), atFlag(cmd)
	from := a.templateFlag(cmd, "text")
	cmd.RunE = a.with(func(s *session, args []string) error {
		sub, err := s.findPerson(args[0])
		if err != nil {
			return err
		}
		t, err := s.at(*at, s.now.Location())
		if err != nil {
			return err
		}
		d := model.MessageRecorded{Direction: strings.ToLower(args[1])}
		if d.Direction == model.MessageReceived && *from != "" {
			return usage("a --template is of what you send")
		}
		typed, err := s.readText(*text)
		if err != nil {
			return err
		}
		said, err := s.fromTemplate(*from, channel.Message, sub, letter{body: typed}, cmd.Flags().Changed("text"))
		if err != nil {
			return err
		}
		d.Text, d.Template = said.body, said.template
		err = s.decide(func(b *model.Book) ([]model.Draft, error) { return b.RecordMessage(sub.Person, d, t, s.now) })
		if err == nil && *at != "" {
			s.say("on %s", when.Describe(t, s.now))
		}
		return err
	})
	return cmd
}
