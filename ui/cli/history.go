package cli

import (
	"github.com/spf13/cobra"

	"cordial/model"
	"cordial/model/clean"
	"cordial/model/when"
	"cordial/ui/theme"
)

// historyView is the journal as --json prints it.
type historyView struct {
	Total  int         `json:"total"`
	Events []eventView `json:"events"`
}

// eventView is one event, in words.
type eventView struct {
	ID       string  `json:"id"`
	At       *string `json:"at"`
	Recorded *string `json:"recorded"`
	Kind     string  `json:"kind"`
	Text     string  `json:"text"`
	Live     bool    `json:"live"`    // false: it was taken back
	Reverts  *string `json:"reverts"` // the event that this one takes back
}

// historyCmd lists the journal.
func (a *app) historyCmd() *cobra.Command {
	cmd := &cobra.Command{Use: "history", Short: "List what you did, newest first, and what was taken back", Args: noArgs}
	limit := limitFlag(cmd)
	asJSON := jsonFlag(cmd)
	cmd.RunE = a.with(func(s *session, _ []string) error {
		most, err := s.limit(cmd, *limit, *asJSON)
		if err != nil {
			return err
		}
		v := historyView{Total: s.book.Len(), Events: []eventView{}}
		for place := s.book.Len() - 1; place >= 0 && (most == 0 || len(v.Events) < most); place-- {
			v.Events = append(v.Events, s.eventView(place))
		}
		if *asJSON {
			return s.printJSON(v)
		}
		s.printHistory(v)
		return nil
	})
	return cmd
}

// eventView is the event at a place.
func (s *session) eventView(place int) eventView {
	e := s.book.Event(place)
	v := eventView{
		ID: e.ID, At: s.instant(e.At), Recorded: s.instant(e.Recorded), Kind: e.Decision.Kind(),
		Text: s.describe(e.Decision), Live: s.book.Live(place),
	}
	if d, ok := e.Decision.(model.EventReverted); ok {
		v.Reverts = &d.Event
	}
	return v
}

// printHistory prints the journal for people.
func (s *session) printHistory(v historyView) {
	g := grid{}
	first := s.book.Len() - 1
	for i, e := range v.Events {
		role, state := theme.Text, ""
		if !e.Live {
			role, state = theme.Disabled, "taken back"
		}
		at := s.book.Event(first - i).At
		g.add(dim(clean.Line(e.ID)), dim(when.Short(at, s.now)), dim(state), cell{text: e.Text, role: role})
	}
	s.printGrid(g)
	if more := v.Total - len(v.Events); more > 0 {
		s.say("and %d more; see them with --limit 0", more)
	}
}
