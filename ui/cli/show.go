package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"cordial/model"
	"cordial/model/triage"
	"cordial/model/when"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// showView is a person or conversation as --json prints it: what list prints, with
// the card and the timeline.
type showView struct {
	conversationView
	Threads  []string    `json:"threads"` // ids of all conversations shown
	Card     *cardView   `json:"card"`    // null for a group
	Timeline []entryView `json:"timeline"`
}

// showCmd shows a person or a conversation.
func (a *app) showCmd() *cobra.Command {
	cmd := &cobra.Command{
		Use: "show PERSON", Short: "Show a person's card and everything that passed between you",
		Args: exactArgs(1, "a PERSON"), ValidArgsFunction: a.personThen(),
	}
	limit := limitFlag(cmd)
	asJSON := jsonFlag(cmd)
	cmd.RunE = a.with(func(s *session, args []string) error {
		most, err := s.limit(cmd, *limit, *asJSON)
		if err != nil {
			return err
		}
		sub, err := s.find(args[0])
		if err != nil {
			return err
		}
		v, line, err := s.showView(sub)
		if err != nil {
			return err
		}
		hidden := 0
		if most > 0 && len(v.Timeline) > most {
			hidden = len(v.Timeline) - most
			v.Timeline = v.Timeline[hidden:]
		}
		if *asJSON {
			return s.printJSON(v)
		}
		s.printCard(v, line)
		if hidden > 0 {
			s.print("\n%s", s.paint(theme.Dim, fmt.Sprintf("%d earlier; see them with --limit 0", hidden)))
		}
		s.printTimeline(v.Timeline)
		return nil
	})
	return cmd
}

// showView gathers what is known of a subject. The line is zero for somebody without
// a conversation about whom nothing was decided.
func (s *session) showView(sub subject) (showView, triage.Line, error) {
	board, err := s.board()
	if err != nil {
		return showView{}, triage.Line{}, err
	}
	threads, err := s.threads()
	if err != nil {
		return showView{}, triage.Line{}, err
	}
	v := showView{Threads: []string{}}
	keys := s.directThreads(threads, sub)
	ids := make([]triage.ID, 0, len(keys))
	for _, key := range keys {
		v.Threads = append(v.Threads, key.ThreadID())
		ids = append(ids, triage.ID{Thread: key, Person: sub.Key})
	}
	if len(ids) == 0 {
		ids = board.OfPerson(sub.Key)
	}
	line := newest(board, ids)
	v.conversationView = s.conversation(line)
	if line.Thread.ID == "" {
		v.conversationView, err = s.stranger(sub)
	}
	if err != nil {
		return v, line, err
	}
	if sub.Key != 0 {
		if v.Card, err = s.fullCard(sub.Person); err != nil {
			return v, line, err
		}
	}
	v.Timeline, err = s.timeline(threads, keys, sub)
	return v, line, err
}

// newest is the conversation with the latest activity.
func newest(board *triage.Board, ids []triage.ID) triage.Line {
	var newest triage.Line
	for _, id := range ids {
		if l, ok := board.Line(id); ok && (newest.Thread.ID == "" || l.Activity.After(newest.Activity)) {
			newest = l
		}
	}
	return newest
}

// stranger is somebody without a conversation, as a conversation.
func (s *session) stranger(sub subject) (conversationView, error) {
	invitation, err := s.invitation(sub.Person)
	return conversationView{
		ID: sub.ID, Name: sub.name, People: []personView{{sub.ID, sub.name}}, Labels: []string{},
		State: triage.InInbox, Invitation: optional(string(invitation)),
	}, err
}

// invitation is where the connection request with somebody stands.
func (s *session) invitation(p model.Person) (model.InvitationState, error) {
	found, err := s.invitationsWith(p.Key)
	return s.book.Invitation(p.Key, model.ExportedInvitation(found, p.Connected)), err
}

// printTimeline prints what passed, oldest first: a line for each event, and the
// text of messages and notes below it, set apart.
func (s *session) printTimeline(entries []entryView) {
	apart := true
	for _, e := range entries {
		lines := append(filled(e.Subject), s.wrapped(e.Text)...)
		if apart || len(lines) > 0 {
			s.print("")
		}
		apart = len(lines) > 0
		at := when.Format(e.at.In(s.now.Location()))
		if e.dayOnly {
			at = e.at.UTC().Format("Mon 02 Jan 2006")
		}
		s.print("%s  %s", s.paint(theme.Dim, at), s.paint(theme.Strong, e.words))
		for _, line := range lines {
			s.print("%s", strings.TrimRight("  "+line, " "))
		}
	}
}

// wrapped is a text in lines that fit the terminal.
func (a *app) wrapped(text string) []string {
	switch {
	case text == "":
		return nil
	case a.Width > 20:
		return widget.Wrap(text, min(a.Width, 100)-2)
	default:
		return strings.Split(text, "\n")
	}
}
