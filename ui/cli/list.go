package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"cordial/model"
	"cordial/model/clean"
	"cordial/model/triage"
	"cordial/model/when"
	"cordial/ui/theme"
)

// listView is conversations as --json prints them.
type listView struct {
	Total         int                `json:"total"`
	Conversations []conversationView `json:"conversations"`
}

// conversationView is one conversation as --json prints it.
type conversationView struct {
	ID         string       `json:"id"`
	Name       string       `json:"name"`
	People     []personView `json:"people"`
	Group      bool         `json:"group"`
	LastAt     *string      `json:"last_at"`
	LastFrom   *string      `json:"last_from"` // "me" or "them"
	Snippet    string       `json:"snippet"`
	Unread     bool         `json:"unread"`
	Starred    bool         `json:"starred"`
	Muted      bool         `json:"muted"`
	Labels     []string     `json:"labels"`
	Stage      *string      `json:"stage"`
	State      triage.Place `json:"state"`
	Due        *string      `json:"due"`
	InMail     *inmailView  `json:"inmail"`
	Invitation *string      `json:"invitation"`
}

// personView names somebody.
type personView struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// inmailView is where the last InMail to somebody stands.
type inmailView struct {
	State string `json:"state"` // "open", "answered", "lapsed" or "undelivered"
	Day   int    `json:"day"`   // days since it was sent
}

// listCmd lists conversations.
func (a *app) listCmd() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "list [QUERY]",
		Short:   "List conversations, newest first",
		Example: "  cordial list --tab waiting\n  cordial list maria hot",
	}
	tab := cmd.Flags().String("tab", "all", "only those of a `TAB`: inbox, a label, waiting, due, archived, snoozed, starred")
	limit := limitFlag(cmd)
	a.completeTabs(cmd, "tab")
	asJSON := jsonFlag(cmd)
	cmd.RunE = a.with(func(s *session, args []string) error {
		most, err := s.limit(cmd, *limit, *asJSON)
		if err != nil {
			return err
		}
		s.sayUnfinished(s.store, nil)
		board, err := s.board()
		if err != nil {
			return err
		}
		t, ok := triage.FindTab(*tab, s.book.Labels())
		if !ok {
			return notFound("there is no tab %q; there is: %s", *tab, tabNames(s.book.Labels()))
		}
		lines, total := s.search(board, t, fold(strings.Join(args, " ")), most)
		if *asJSON {
			return s.printJSON(s.listView(lines, total))
		}
		s.printLines(lines)
		if more := total - len(lines); more > 0 {
			s.say("and %d more; see them with --limit 0", more)
		}
		return nil
	})
	return cmd
}

// board sorts all conversations as of now.
func (s *session) board() (*triage.Board, error) {
	threads, err := s.threads()
	if err != nil {
		return nil, err
	}
	return triage.NewBoard(s.book, threads, s.now), nil
}

// tabNames lists the tabs for a sentence.
func tabNames(labels []string) string {
	var names []string
	for _, t := range tabs(labels) {
		names = append(names, clean.Line(t.Title()))
	}
	return strings.Join(names, ", ")
}

// tabs is every tab that can be listed.
func tabs(labels []string) []triage.Tab {
	return append(triage.Tabs(labels), triage.Tab{Kind: triage.Snoozed}, triage.Tab{Kind: triage.Starred}, triage.Tab{Kind: triage.All})
}

// search is the first most conversations of a tab that have all words of a folded
// query, and how many there are; 0 is all.
func (s *session) search(board *triage.Board, t triage.Tab, query string, most int) (lines []triage.Line, total int) {
	n, _ := board.Count(t)
	for place := range n {
		id, _ := board.At(t, place)
		if query != "" && !s.fits(board, id, query) {
			continue
		}
		if total++; most > 0 && total > most {
			continue
		}
		if line, ok := board.Line(id); ok {
			lines = append(lines, line)
		}
	}
	return lines, total
}

// fits tells whether a conversation has all words of a query in its names, labels
// or the beginning of its last message.
func (s *session) fits(board *triage.Board, id triage.ID, query string) bool {
	thread, _ := board.Thread(id)
	view, _ := board.View(id)
	return hasWords(query, threadName(thread), strings.Join(view.State.Labels, " "), thread.Snippet)
}

// listView is conversations as --json prints them.
func (s *session) listView(lines []triage.Line, total int) listView {
	v := listView{Total: total, Conversations: make([]conversationView, 0, len(lines))}
	for _, line := range lines {
		v.Conversations = append(v.Conversations, s.conversation(line))
	}
	return v
}

// conversation is one of them.
func (s *session) conversation(l triage.Line) conversationView {
	v := conversationView{
		ID: l.Thread.ID, Name: l.Name, People: []personView{}, Group: l.Thread.Group,
		Snippet: clean.Line(l.Thread.Snippet), Unread: l.Unread, Starred: l.State.Starred, Muted: l.State.Muted,
		Labels: []string{}, State: l.Place,
	}
	for _, p := range l.Thread.People {
		v.People = append(v.People, personView{s.idOf(p.Key, p.ID), shown(p.Name, p.ID)})
	}
	for _, label := range l.State.Labels {
		v.Labels = append(v.Labels, clean.Line(label))
	}
	if l.Thread.LastAt != 0 {
		v.LastAt = s.instant(unix(l.Thread.LastAt))
		v.LastFrom = optional(fromWords(l.Thread.LastFromMe))
	}
	if l.Reminding() {
		v.Due = s.instant(l.State.Reminder.Due)
	}
	if l.InMail != nil {
		v.InMail = &inmailView{string(l.InMail.State), l.InMail.Days}
	}
	v.Invitation = optional(string(l.Invitation))
	return v
}

// idOf is the id under which commands know somebody: the journal's if it has one.
func (s *session) idOf(key model.Key, id string) string {
	if contact, ok := s.book.ContactID(key); ok {
		return contact
	}
	return id
}

// fromWords tells who wrote.
func fromWords(me bool) string {
	if me {
		return "me"
	}
	return "them"
}

// optional is a text in JSON, null when it is empty.
func optional(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}

// printLines prints conversations for people.
func (s *session) printLines(lines []triage.Line) {
	g := grid{}
	for _, l := range lines {
		sign := cell{text: " ", role: theme.Text}
		switch {
		case l.Due:
			sign = cell{text: "!", role: theme.Due}
		case l.Unread:
			sign = cell{text: "*", role: theme.Unread}
		}
		age := ""
		if l.Activity.Unix() > 0 {
			age = when.Age(l.Activity, s.now)
		}
		state := ""
		if l.Place != triage.InInbox {
			state = string(l.Place)
		}
		g.add(sign, cell{text: s.clip(l.Name), role: theme.Strong}, dim(age), dim(l.Initials), dim(state), plain(l.Text))
	}
	s.printGrid(g)
}
