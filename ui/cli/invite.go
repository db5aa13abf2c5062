package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"cordial/model"
	"cordial/model/channel"
	"cordial/model/clean"
	"cordial/model/when"
)

// inviteStates is what can be recorded of a connection request.
func inviteStates() []string {
	return []string{
		model.InviteSent, model.InviteAccepted, model.InviteDeclined, model.InviteWithdrawn, model.InviteReceived,
	}
}

// inviteCmd records what became of a connection request.
func (a *app) inviteCmd() *cobra.Command {
	cmd := &cobra.Command{
		Use: "invite PERSON " + strings.Join(inviteStates(), "|"), Short: "Record a connection request, or what became of it",
		Long: "Record a connection request that you sent or received on LinkedIn, or what became of it. What speaks\n" +
			"against it, such as one that is pending or was withdrawn less than three weeks ago, is not recorded\n" +
			"unless you --insist.",
		Example: "  cordial invite \"Carl Berg\" sent --note \"Your talk in Oslo was a delight.\"\n" +
			"  cordial invite carl-berg accepted --at yesterday",
		Args:              exactArgs(2, "a PERSON and what happened: "+join(inviteStates())),
		ValidArgsFunction: a.personThen(inviteStates()...),
	}
	note, at := cmd.Flags().String("note", "", textUsage), atFlag(cmd)
	from := a.templateFlag(cmd, "note")
	insist := cmd.Flags().Bool("insist", false, "record it although a rule refuses: LinkedIn let you")
	cmd.RunE = a.with(func(s *session, args []string) error {
		sub, err := s.findPerson(args[0])
		if err != nil {
			return err
		}
		t, err := s.at(*at, s.now.Location())
		if err != nil {
			return err
		}
		r := model.InviteRequest{Person: sub.Person, State: strings.ToLower(args[1]), Note: *note, At: t, Insist: *insist}
		if *from != "" && r.State != model.InviteSent {
			return usage("a --template is of what you send")
		}
		typed, err := s.readText(r.Note)
		if err != nil {
			return err
		}
		text, err := s.fromTemplate(*from, channel.Invitation, sub, letter{body: typed}, cmd.Flags().Changed("note"))
		if err != nil {
			return err
		}
		r.Note, r.Template = text.body, text.template
		return s.recordInvitation(r, *at)
	})
	return cmd
}

// recordInvitation records it, and echoes what LinkedIn may mind.
func (s *session) recordInvitation(r model.InviteRequest, typed string) error {
	var err error
	if r.Before, err = s.requestsWith(r.Person); err != nil {
		return err
	}
	if r.State == model.InviteSent {
		if r.Meters, err = s.meters(); err != nil {
			return err
		}
	}
	var check model.InviteCheck
	err = s.decide(func(b *model.Book) ([]model.Draft, error) {
		var drafts []model.Draft
		var err error
		drafts, check, err = b.RecordInvitation(r, s.now)
		return drafts, err
	})
	if err != nil {
		return err
	}
	if typed != "" {
		s.say("on %s", when.Describe(r.At, s.now))
	}
	for _, warning := range check.Warnings {
		s.say("note: %s", clean.Line(warning))
	}
	return nil
}
