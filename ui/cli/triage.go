package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"cordial/model"
	"cordial/model/clean"
	"cordial/model/triage"
)

// markCmds are the commands that set or take away one mark.
func (a *app) markCmds() []*cobra.Command {
	return []*cobra.Command{
		a.markCmd("archive", "Take conversations out of the inbox; a new message brings them back", model.MarkArchived),
		a.markCmd("unarchive", "Bring conversations back into the inbox", model.MarkUnarchived),
		a.markCmd("star", "Star conversations", model.MarkStarred),
		a.markCmd("unstar", "Take the star off conversations", model.MarkUnstarred),
		a.markCmd("read", "Mark conversations as read", model.MarkRead),
		a.markCmd("unread", "Mark conversations as unread", model.MarkUnread),
		a.markCmd("mute", "Keep conversations where they are even when a message comes", model.MarkMuted),
		a.markCmd("unmute", "End the mute of conversations", model.MarkUnmuted),
	}
}

// markCmd sets or takes away one mark.
func (a *app) markCmd(name, short string, mark model.Mark) *cobra.Command {
	return &cobra.Command{
		Use: name + " PERSON...", Short: short, Args: minArgs(1, "a PERSON"), ValidArgsFunction: a.personArgs,
		RunE: a.with(func(s *session, args []string) error {
			targets, err := s.targetsOf(args)
			if err != nil {
				return err
			}
			return s.decide(func(b *model.Book) ([]model.Draft, error) { return b.Mark(targets, mark, s.now), nil })
		}),
	}
}

// targetsOf is what a triage verb acts on when these words name people.
func (s *session) targetsOf(args []string) ([]model.Target, error) {
	subjects, err := s.findAll(args)
	if err != nil {
		return nil, err
	}
	return s.targets(subjects)
}

// targetOf is the one conversation that a word names.
func (s *session) targetOf(arg string) (model.Target, error) {
	sub, err := s.find(arg)
	if err != nil {
		return model.Target{}, err
	}
	return s.target(sub)
}

// decide takes a decision and echoes it, but for the contacts that the journal only
// needs to name somebody.
func (s *session) decide(verb func(*model.Book) ([]model.Draft, error)) error {
	events, err := s.do(verb)
	if err != nil {
		return err
	}
	for _, e := range events {
		if added, ok := e.Decision.(model.ContactAdded); ok && added.Source == model.SourceExport {
			continue
		}
		s.say("%s", s.describe(e.Decision))
	}
	return nil
}

// labelCmd puts labels on people and takes them off.
func (a *app) labelCmd() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "label PERSON... LABEL...",
		Short: "Put labels on conversations, or take them off",
		Long: "Put labels on conversations, or take them off. The last word is a label, new or not; the words\n" +
			"before it are labels as long as such labels exist, and people from there on.",
		Example: "  cordial label \"Maria Rossi\" \"Hot Leads\"\n" +
			"  cordial label maria-rossi jun-sato \"Hot Leads\" Berlin\n" +
			"  cordial label maria-rossi Berlin --remove",
		Args: minArgs(2, "a PERSON and a LABEL"), ValidArgsFunction: a.peopleThenLabels,
	}
	remove := cmd.Flags().Bool("remove", false, "take the labels off")
	cmd.RunE = a.with(func(s *session, args []string) error {
		people, labels := splitLabels(s.book, args)
		targets, err := s.targetsOf(people)
		if err != nil {
			return err
		}
		for _, label := range labels {
			if _, known := s.book.FindLabel(label); !known && !*remove {
				s.say("%s is a new label.", clean.Line(label))
			}
		}
		return s.decide(func(b *model.Book) ([]model.Draft, error) {
			var all []model.Draft
			for _, label := range labels {
				drafts, err := b.Label(targets, label, !*remove, s.now)
				if err != nil {
					return nil, err
				}
				all = append(all, drafts...)
			}
			return all, nil
		})
	})
	return cmd
}

// splitLabels tells the people of a command line from its labels: the last word is a
// label, and so are those before it that name one, but for the first.
func splitLabels(b *model.Book, args []string) (people, labels []string) {
	at := len(args) - 1
	for at > 1 {
		if _, ok := b.FindLabel(args[at-1]); !ok {
			break
		}
		at--
	}
	return args[:at], args[at:]
}

// labelView is a label as --json prints it.
type labelView struct {
	Name          string `json:"name"`
	Conversations int    `json:"conversations"` // that have it, wherever they are
	Inbox         int    `json:"inbox"`         // of them, in the inbox
	Unread        int    `json:"unread"`        // of those in the inbox
}

// labelsCmd lists the labels.
func (a *app) labelsCmd() *cobra.Command {
	cmd := &cobra.Command{Use: "labels", Short: "List the labels", Args: noArgs}
	asJSON := jsonFlag(cmd)
	cmd.RunE = a.with(func(s *session, _ []string) error {
		board, err := s.board()
		if err != nil {
			return err
		}
		views := labelViews(board, s.book.Labels())
		if *asJSON {
			return s.printJSON(map[string]any{"labels": views})
		}
		g := grid{}
		for _, v := range views {
			g.add(strong(v.Name), number(v.Conversations), dim(plural(v.Inbox, "in the inbox", "in the inbox")+unreadWords(v.Unread)))
		}
		s.printGrid(g)
		return nil
	})
	return cmd
}

// labelViews counts the conversations of every label.
func labelViews(board *triage.Board, labels []string) []labelView {
	all := triage.Tab{Kind: triage.All}
	total := map[string]int{}
	n, _ := board.Count(all)
	for place := range n {
		id, _ := board.At(all, place)
		view, _ := board.View(id)
		for _, label := range view.State.Labels {
			total[label]++
		}
	}
	views := make([]labelView, 0, len(labels))
	for _, label := range labels {
		inbox, unread := board.Count(triage.Tab{Kind: triage.Labelled, Label: label})
		views = append(views, labelView{clean.Line(label), total[label], inbox, unread})
	}
	return views
}

// unreadWords adds how many are unread.
func unreadWords(n int) string {
	if n == 0 {
		return ""
	}
	return ", " + plural(n, "unread", "unread")
}

// noteCmd keeps a private note.
func (a *app) noteCmd() *cobra.Command {
	return &cobra.Command{
		Use: "note PERSON TEXT", Short: "Keep a note that only you see",
		Args: minArgs(2, "a PERSON and the TEXT"), ValidArgsFunction: a.personThen(),
		RunE: a.with(func(s *session, args []string) error {
			target, err := s.targetOf(args[0])
			if err != nil {
				return err
			}
			text := strings.Join(args[1:], " ")
			return s.decide(func(b *model.Book) ([]model.Draft, error) { return b.Note(target, text, s.now) })
		}),
	}
}
