package cli

import (
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"cordial/model"
	"cordial/model/clean"
	"cordial/model/when"
	"cordial/ui/theme"
)

// undoCmd takes back.
func (a *app) undoCmd() *cobra.Command {
	return a.stepsCmd("undo", "Take back the last N things you did", (*model.Book).Undo)
}

// redoCmd does again.
func (a *app) redoCmd() *cobra.Command {
	return a.stepsCmd("redo", "Do again the last N things you took back", (*model.Book).Redo)
}

// stepsCmd is undo or redo.
func (a *app) stepsCmd(name, short string, verb func(b *model.Book, n int, at time.Time) ([]model.Draft, error)) *cobra.Command {
	cmd := &cobra.Command{Use: name + " [N]", Short: short, Args: argRange(0, 1, "[N]"), ValidArgsFunction: cobra.NoFileCompletions}
	cmd.RunE = a.with(func(s *session, args []string) error {
		n := 1
		if len(args) > 0 {
			var err error
			if n, err = strconv.Atoi(args[0]); err != nil || n < 1 {
				return usage("%s takes a number of steps, 1 or more, not %q", name, args[0])
			}
		}
		events, err := s.do(func(b *model.Book) ([]model.Draft, error) { return verb(b, n, s.now) })
		if err != nil {
			return err
		}
		for _, e := range events {
			s.say("%s", s.describe(e.Decision))
		}
		return nil
	})
	return cmd
}

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
