package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"cordial/model"
	"cordial/model/clean"
	"cordial/model/day"
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

// cardView is what is known of somebody.
type cardView struct {
	ID          string   `json:"id"`
	Name        string   `json:"name"`
	URL         string   `json:"url"`
	Headline    string   `json:"headline"`
	Company     string   `json:"company"`
	Position    string   `json:"position"`
	Email       string   `json:"email"`
	Degree      *int     `json:"degree"` // null when it is not known
	OpenProfile bool     `json:"open_profile"`
	Connected   bool     `json:"connected"`
	ConnectedOn *day.Day `json:"connected_on"`
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
		v.Card = card(sub.Person)
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

// invitation is where the connection request with somebody stands. What the user
// recorded goes before what the export says, except that an export knows when an
// invitation was accepted.
func (s *session) invitation(p model.Person) (model.InvitationState, error) {
	list, err := s.store.Invitations(p.Key)
	if err != nil {
		return model.NoInvitation, err
	}
	evidence := model.NoInvitation
	switch {
	case len(list) == 0:
	case p.Connected:
		evidence = model.InvitationAccepted
	case list[len(list)-1].Outgoing:
		evidence = model.InvitationPending
	default:
		evidence = model.InvitationIncoming
	}
	recorded, _ := s.book.InvitationTo(p.Key)
	if recorded == model.NoInvitation || evidence == model.InvitationAccepted {
		return evidence, nil
	}
	return recorded, nil
}

// card is what is known of somebody, cleaned.
func card(p model.Person) *cardView {
	c := &cardView{
		ID: p.ID, Name: shown(p.Name, p.ID), URL: clean.Line(p.URL), Headline: clean.Line(p.Headline),
		Company: clean.Line(p.Company), Position: clean.Line(p.Position), Email: clean.Line(p.Email),
		OpenProfile: p.OpenProfile, Connected: p.Connected || p.Degree == 1,
	}
	if p.Degree != model.DegreeUnknown {
		degree := int(p.Degree)
		c.Degree = &degree
	}
	if p.Connected && p.ConnectedOn != 0 {
		c.ConnectedOn = &p.ConnectedOn
	}
	return c
}

// printCard prints what is known of a subject, and where it stands.
func (s *session) printCard(v showView, l triage.Line) {
	s.print("%s  %s", s.paint(theme.Title, v.Name), s.paint(theme.Dim, clean.Line(v.ID)))
	g := grid{}
	row := func(head, text string) {
		if text != "" {
			g.add(dim("  "+head), plain(text))
		}
	}
	if c := v.Card; c != nil {
		row("headline", c.Headline)
		row("works", strings.Join(filled(c.Position, c.Company), ", "))
		row("distance", distanceWords(c, s.app))
		row("profile", c.URL)
		row("email", c.Email)
	}
	row("labels", strings.Join(v.Labels, ", "))
	row("state", strings.Join(stateWords(v), ", "))
	if r := l.State.Reminder; r != nil && l.Reminding() {
		row("reminder", strings.Join(filled(when.Describe(r.Due, s.now), clean.Line(r.Text)), ": "))
	}
	if v.InMail != nil {
		row("InMail", fmt.Sprintf("%s, sent %s ago", v.InMail.State, plural(v.InMail.Day, "day", "days")))
	}
	if v.Invitation != nil {
		row("invitation", *v.Invitation)
	}
	s.printGrid(g)
}

// filled is the texts that are not empty.
func filled(texts ...string) []string {
	var list []string
	for _, text := range texts {
		if text != "" {
			list = append(list, text)
		}
	}
	return list
}

// distanceWords says how near somebody is.
func distanceWords(c *cardView, a *app) string {
	var words []string
	if c.Degree != nil {
		words = append(words, model.Degree(*c.Degree).String())
	}
	if c.ConnectedOn != nil {
		words = append(words, "connected on "+a.date(*c.ConnectedOn))
	}
	if c.OpenProfile {
		words = append(words, "Open Profile")
	}
	return strings.Join(words, ", ")
}

// stateWords lists the marks of a conversation.
func stateWords(v showView) []string {
	words := []string{string(v.State)}
	for _, mark := range []struct {
		on   bool
		word string
	}{{v.Unread, "unread"}, {v.Starred, "starred"}, {v.Muted, "muted"}} {
		if mark.on {
			words = append(words, mark.word)
		}
	}
	return words
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
