package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"cordial/model"
	"cordial/model/clean"
	"cordial/model/triage"
	"cordial/model/when"
	"cordial/ui/takeout"
	"cordial/ui/theme"
)

// remindCmd sets a reminder.
func (a *app) remindCmd() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "remind PERSON DATE",
		Short: "Put a conversation away until a date, then show it as due",
		Example: "  cordial remind maria-rossi next tue 9am --text \"call about the role\"\n" +
			"  cordial remind \"Lena Öztürk\" 3d --if-no-reply",
		Args: minArgs(2, "a PERSON and a DATE such as 3d, 'fri 3pm' or 2026-12-24"), ValidArgsFunction: a.personThen(),
	}
	text := cmd.Flags().String("text", "", "what to remember")
	ifNoReply := cmd.Flags().Bool("if-no-reply", false, "only if no reply has come by then")
	cmd.RunE = a.with(func(s *session, args []string) error {
		target, err := s.targetOf(args[0])
		if err != nil {
			return err
		}
		due, err := when.Parse(strings.Join(args[1:], " "), s.now, when.Options{})
		if err != nil {
			return err
		}
		r := model.Reminder{Due: due, Set: s.now, Text: *text, IfNoReply: *ifNoReply}
		if _, err := s.do(func(b *model.Book) ([]model.Draft, error) { return b.Remind([]model.Target{target}, r) }); err != nil {
			return err
		}
		s.say("reminder set for %s%s", when.Describe(due, s.now), ifNoReplyWords(*ifNoReply))
		return nil
	})
	return cmd
}

// ifNoReplyWords adds the condition of a reminder.
func ifNoReplyWords(yes bool) string {
	if yes {
		return ", if no reply has come by then"
	}
	return ""
}

// doneCmd ends reminders.
func (a *app) doneCmd() *cobra.Command {
	return &cobra.Command{
		Use: "done PERSON...", Short: "Tick off the reminder of conversations",
		Args: minArgs(1, "a PERSON"), ValidArgsFunction: a.personArgs,
		RunE: a.with(func(s *session, args []string) error {
			targets, err := s.targetsOf(args)
			if err != nil {
				return err
			}
			return s.decide(func(b *model.Book) ([]model.Draft, error) { return b.Done(targets, s.now) })
		}),
	}
}

// dueView is a reminder as --json prints it.
type dueView struct {
	ID        string       `json:"id"`
	Name      string       `json:"name"`
	People    []personView `json:"people"`
	Due       *string      `json:"due"`
	Text      string       `json:"text"`
	IfNoReply bool         `json:"if_no_reply"`
	Late      bool         `json:"late"` // the time has passed
}

// dueCmd lists the reminders.
func (a *app) dueCmd() *cobra.Command {
	cmd := &cobra.Command{Use: "due", Short: "List the reminders that are due today or late", Args: noArgs}
	all := cmd.Flags().Bool("all", false, "also those of the days to come")
	asJSON := jsonFlag(cmd)
	cmd.RunE = a.with(func(s *session, _ []string) error {
		board, err := s.board()
		if err != nil {
			return err
		}
		lines := reminders(board, *all)
		if *asJSON {
			return s.printJSON(s.dueViews(lines))
		}
		g := grid{}
		for _, l := range lines {
			role := theme.Text
			if !l.State.Reminder.Due.After(s.now) {
				role = theme.Danger
			}
			due := when.Short(l.State.Reminder.Due, s.now)
			g.add(cell{text: due, role: role}, strong(s.clip(l.Name)), dim(l.Initials), plain(clean.Line(l.State.Reminder.Text)))
		}
		s.printGrid(g)
		return nil
	})
	return cmd
}

// reminders is the conversations with a reminder, the most urgent first: those due
// today or late, or all.
func reminders(board *triage.Board, all bool) []triage.Line {
	tab := triage.Tab{Kind: triage.Due}
	if all {
		tab = triage.Tab{Kind: triage.All}
	}
	return takeout.Reminding(board, tab)
}

// dueViews is reminders as --json prints them.
func (s *session) dueViews(lines []triage.Line) map[string]any {
	views := make([]dueView, 0, len(lines))
	for _, l := range lines {
		r := l.State.Reminder
		views = append(views, dueView{
			ID: l.Thread.ID, Name: l.Name, People: s.conversation(l).People, Due: s.instant(r.Due),
			Text: clean.Line(r.Text), IfNoReply: r.IfNoReply, Late: !r.Due.After(s.now),
		})
	}
	return map[string]any{"total": len(views), "reminders": views}
}
