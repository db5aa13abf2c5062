package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"cordial/model"
	"cordial/model/credit"
	"cordial/model/day"
	"cordial/ui/theme"
)

// statementView is a seat's statement as --json prints it.
type statementView struct {
	Seat    string      `json:"seat"`
	Name    string      `json:"name"`
	From    *day.Day    `json:"from"`
	To      *day.Day    `json:"to"`
	Balance int         `json:"balance"` // after the last line
	Entries []entryLine `json:"entries"`
}

// entryLine is one line, with the name of whom it concerns.
type entryLine struct {
	credit.Entry
	Name string `json:"name,omitempty"`
}

// statementCmd lists every credit in and out.
func (a *app) statementCmd() *cobra.Command {
	cmd := &cobra.Command{Use: "statement", Short: "List every credit in and out, with the balance and the reason", Args: noArgs}
	seat := a.seatFlag(cmd)
	from := cmd.Flags().String("from", "", "only from this `DAY` on")
	to := cmd.Flags().String("to", "", "only up to this `DAY`")
	asJSON := jsonFlag(cmd)
	cmd.RunE = a.with(func(s *session, _ []string) error {
		seats, err := s.seatsAsked(*seat)
		if err != nil {
			return err
		}
		views := make([]statementView, 0, len(seats))
		for _, one := range seats {
			v, err := s.statement(one, *from, *to)
			if err != nil {
				return err
			}
			views = append(views, v)
		}
		switch {
		case *asJSON && len(views) == 1:
			return s.printJSON(views[0])
		case *asJSON:
			return s.printJSON(map[string]any{"seats": views})
		}
		for i, v := range views {
			if i > 0 {
				s.print("")
			}
			s.printStatement(v)
		}
		return nil
	})
	return cmd
}

// statement is the lines of a seat between two days.
func (s *session) statement(seat model.Seat, from, to string) (statementView, error) {
	v := statementView{Seat: seat.ID, Name: shown(seat.Name, seat.ID), Entries: []entryLine{}}
	var err error
	if v.From, err = s.dayOr(from, seat); err != nil {
		return v, err
	}
	if v.To, err = s.dayOr(to, seat); err != nil {
		return v, err
	}
	l, _, err := s.ledger(seat, "")
	if err != nil {
		return v, err
	}
	for _, e := range l.Entries {
		if v.To != nil && e.Day > *v.To {
			break
		}
		v.Balance = e.Balance
		if v.From != nil && e.Day < *v.From {
			continue
		}
		line := entryLine{Entry: e}
		if e.Contact != "" {
			line.Name = s.contactName(e.Contact)
		}
		v.Entries = append(v.Entries, line)
	}
	return v, nil
}

// dayOr reads a day that may be left out.
func (s *session) dayOr(text string, seat model.Seat) (*day.Day, error) {
	if text == "" {
		return nil, nil
	}
	d, err := s.day(text, seat)
	return &d, err
}

// printStatement prints a statement for people.
func (s *session) printStatement(v statementView) {
	s.print("%s  %s", s.paint(theme.Title, v.Name), s.paint(theme.Dim, fmt.Sprintf("balance %d", v.Balance)))
	g := grid{}
	for _, e := range v.Entries {
		change := cell{text: fmt.Sprintf("%+d", e.Amount), role: theme.Good, right: true}
		if e.Amount <= 0 {
			change.role = theme.Text
		}
		why := e.Reason
		if e.Name != "" {
			why = e.Name + ": " + why
		}
		g.add(dim("  "+e.Day.String()), change, number(e.Balance), plain(kindWords(e.Kind)), plain(why))
	}
	s.printGrid(g)
}

// kindWords is what a line does, as people say it.
func kindWords(k credit.EntryKind) string {
	switch k {
	case credit.EntryAdjustedIn, credit.EntryAdjustedOut:
		return "adjusted"
	case credit.EntryRefundForfeited:
		return "not refunded"
	case credit.EntryDebited:
		return "spent"
	case credit.EntryEvicted:
		return "pushed out"
	default:
		return string(k)
	}
}
