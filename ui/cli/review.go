package cli

import (
	"slices"

	"github.com/spf13/cobra"

	"cordial/model"
)

// reviewFlags are the choices of a review.
type reviewFlags struct {
	kind, acceptAll            *string
	accept, decline, withdrawn *[]string
	dryRun, asJSON             *bool
}

// reviewCmd lists what imports show and nobody has recorded, and records it.
func (a *app) reviewCmd() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "review [ID...]",
		Short: "List what imports show of what was never recorded: accept or decline it",
		Long: "List what imports show of what was never recorded: answers to InMails, messages that look like InMails\n" +
			"you sent, invitations that were accepted or have vanished, reminders that a reply has cleared, and\n" +
			"archived conversations that a message brought back. Nothing is recorded before you accept it; what you\n" +
			"accept is dated when it happened, and what you decline does not come again. Undo takes either back.\n" +
			"To decline a reminder is to be reminded all the same, to decline a return is to archive again, and a\n" +
			"vanished invitation is accepted as declined, or as --withdrawn.",
		Example: "  cordial review --kind answer\n  cordial review --accept answer-0a1b2c3d4e5f\n  cordial review --accept-all inmail --dry-run",
	}
	kinds := join(kindList())
	f := reviewFlags{
		kind:      cmd.Flags().String("kind", "", "only those of this `KIND`: "+kinds),
		accept:    cmd.Flags().StringSlice("accept", nil, "record the proposals with these `IDS`"),
		acceptAll: cmd.Flags().String("accept-all", "", "record all proposals of this `KIND`"),
		decline:   cmd.Flags().StringSlice("decline", nil, "say no to the proposals with these `IDS`"),
		withdrawn: cmd.Flags().StringSlice("withdrawn", nil, "record the vanished invitations with these `IDS` as withdrawn by you"),
		dryRun:    cmd.Flags().Bool("dry-run", false, "show what it would do, and record nothing"),
		asJSON:    jsonFlag(cmd),
	}
	complete(cmd, "kind", kindList()...)
	complete(cmd, "accept-all", kindList()...)
	ids := func(s *session, _ []string, _ string) []cobra.Completion { return s.proposalChoices() }
	for _, flag := range []string{"accept", "decline", "withdrawn"} {
		a.completeFlag(cmd, flag, ids)
	}
	cmd.ValidArgsFunction = a.completing(ids)
	cmd.RunE = a.with(func(s *session, args []string) error { return s.runReview(f, args) })
	return cmd
}

// proposalChoices is the ids of proposals, with what they are about.
func (s *session) proposalChoices() []cobra.Completion {
	review, err := s.review()
	if err != nil {
		return nil
	}
	var choices []cobra.Completion
	for _, p := range review.Proposals {
		choices = append(choices, cobra.CompletionWithDesc(p.ID, shown(p.Name, p.Person.ID)))
	}
	return choices
}

// runReview lists, accepts or declines.
func (s *session) runReview(f reviewFlags, more []string) error {
	for _, kind := range []string{*f.kind, *f.acceptAll} {
		if kind != "" && !slices.Contains(kindList(), kind) {
			return usage("there is no kind %q of proposal; the kinds are: %s", kind, join(kindList()))
		}
	}
	changed := s.cmd.Flags().Changed
	verdicts := 0
	for _, flag := range []string{"accept", "accept-all", "decline", "withdrawn"} {
		if changed(flag) {
			verdicts++
		}
	}
	switch {
	case verdicts > 1:
		return usage("choose one of --accept, --accept-all, --decline and --withdrawn; see: cordial review --help")
	case changed("accept"):
		return s.judge(append(*f.accept, more...), f, accepted)
	case changed("decline"):
		return s.judge(append(*f.decline, more...), f, declined)
	case changed("withdrawn"):
		return s.judge(append(*f.withdrawn, more...), f, withdrawn)
	case len(more) > 0:
		return usage("cordial review takes no %q unless it is told to --accept or --decline; see: cordial review --help", more[0])
	case changed("accept-all"):
		return s.acceptAll(model.ProposalKind(*f.acceptAll), f)
	case *f.dryRun:
		return usage("--dry-run belongs to --accept, --accept-all, --decline or --withdrawn")
	default:
		return s.listReview(model.ProposalKind(*f.kind), *f.asJSON)
	}
}
