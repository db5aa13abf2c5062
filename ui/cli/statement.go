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
	Line int `json:"line"` // its number in the whole statement, 1 the oldest
	credit.Entry
	Name string    `json:"name,omitempty"`
	Life *lifeView `json:"life,omitempty"` // with --line
	Why  []string  `json:"why,omitempty"`  // with --line or --why
}

// statementFlags say which part of a statement to print.
type statementFlags struct {
	seat, from, to *string
	line           *int
	why            *bool
}

// statementCmd lists every credit in and out.
func (a *app) statementCmd() *cobra.Command {
	cmd := &cobra.Command{
		Use: "statement", Short: "List every credit in and out, with the balance and the reason",
		Example: "  cordial statement --from 2026-01-01 --to 2026-03-31\n" +
			"  cordial statement --line 12",
		Args: noArgs,
	}
	flags := cmd.Flags()
	f := statementFlags{
		seat: a.seatFlag(cmd),
		from: flags.String("from", "", "only from this `DAY` on"), to: flags.String("to", "", "only up to this `DAY`"),
		line: flags.Int("line", 0, "open line `N`: who, when, why, and all that became of its credits"),
		why:  flags.Bool("why", false, "open every line"),
	}
	asJSON := jsonFlag(cmd)
	cmd.RunE = a.with(func(s *session, _ []string) error {
		var seats []model.Seat
		var err error
		if flags.Changed("line") {
			var seat model.Seat
			seat, err = s.seatOr(*f.seat) // lines of two seats would have the same number
			seats = []model.Seat{seat}
		} else {
			seats, err = s.seatsAsked(*f.seat)
		}
		if err != nil {
			return err
		}
		views := make([]statementView, 0, len(seats))
		for _, seat := range seats {
			v, err := s.statement(seat, f, flags.Changed("line"))
			if err != nil {
				return err
			}
			views = append(views, v)
		}
		return printSeats(s.app, views, *asJSON, s.printStatement)
	})
	return cmd
}

// statement is the lines of a seat between two days, or one of them.
func (s *session) statement(seat model.Seat, f statementFlags, one bool) (statementView, error) {
	v := statementView{Seat: seat.ID, Name: shown(seat.Name, seat.ID), Entries: []entryLine{}}
	var err error
	if v.From, err = s.dayOr(*f.from, seat); err != nil {
		return v, err
	}
	if v.To, err = s.dayOr(*f.to, seat); err != nil {
		return v, err
	}
	l, _, err := s.ledger(seat, "")
	if err != nil {
		return v, err
	}
	if one && (*f.line < 1 || *f.line > len(l.Entries)) {
		return v, notFound("the statement of %s has no line %d, but %s", v.Name, *f.line, plural(len(l.Entries), "line", "lines"))
	}
	say := s.tongue()
	for i, e := range l.Entries {
		if v.To != nil && e.Day > *v.To {
			break
		}
		v.Balance = e.Balance
		if v.From != nil && e.Day < *v.From || one && i+1 != *f.line {
			continue
		}
		line := entryLine{Line: i + 1, Entry: e}
		if e.Contact != "" {
			line.Name = say.Person(e.Contact)
		}
		switch {
		case one:
			line.Why, line.Life = opened(l.Tale(i), say)
		case *f.why:
			line.Why = l.Tale(i).Sentences(say)
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
		at := cell{text: fmt.Sprint(e.Line), role: theme.Dim, right: true}
		g.add(at, dim(e.Day.String()), change, number(e.Balance), plain(kindWords(e.Kind)), plain(why))
		for _, text := range e.Why {
			g.add(plain(""), plain(""), plain(""), plain(""), plain(""), said(text))
		}
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
