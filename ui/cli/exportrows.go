package cli

import (
	"io"

	"github.com/spf13/cobra"

	"cordial/model"
	"cordial/ui/port"
	"cordial/ui/takeout"
)

// exportContactsCmd writes everybody.
func (a *app) exportContactsCmd() *cobra.Command {
	cmd := &cobra.Command{
		Use: "contacts", Short: "Write everybody with labels and notes, as a table, address cards or JSON",
		Long: "Write everybody with labels and notes. \"cordial import\" reads the table and the cards back.",
		Args: noArgs,
	}
	f := flagsOfExport(cmd, formatCSV, formatVCard, formatJSON)
	cmd.RunE = a.with(func(s *session, _ []string) error {
		known, err := s.known()
		if err != nil {
			return err
		}
		rows := takeout.Contacts(s.book, known)
		return s.export(f, func(w io.Writer, format string) error { return s.WriteContacts(w, format, rows) })
	})
	return cmd
}

// exportRemindersCmd writes the reminders for a calendar.
func (a *app) exportRemindersCmd() *cobra.Command {
	cmd := &cobra.Command{
		Use: "reminders", Short: "Write the open reminders for a calendar, as events and tasks", Args: noArgs,
	}
	f := flagsOfExport(cmd, formatICS)
	cmd.RunE = a.with(func(s *session, _ []string) error {
		board, err := s.board()
		if err != nil {
			return err
		}
		rows, err := takeout.Reminders(board, func(key model.Key) (string, error) {
			p, _, err := s.person(key)
			return p.URL, err
		})
		if err != nil {
			return err
		}
		return s.export(f, func(w io.Writer, _ string) error { return s.WriteReminders(w, rows, s.now) })
	})
	return cmd
}

// exportMessagesCmd writes every message of the exports that were read.
func (a *app) exportMessagesCmd() *cobra.Command {
	cmd := &cobra.Command{
		Use: "messages", Short: "Write every message, in the columns of LinkedIn's own export or as JSON",
		Long: "Write every message that an export of LinkedIn's brought, in the columns of that export or as JSON.\n" +
			"Direct conversations with people who were removed are left out. What was recorded by hand is in\n" +
			"\"cordial journal export\".",
		Args: noArgs,
	}
	f := flagsOfExport(cmd, formatCSV, formatJSON)
	cmd.RunE = a.with(func(s *session, _ []string) error {
		source, ok := s.store.(port.Outgoing)
		if !ok {
			return failed("this database cannot list all of its messages")
		}
		rows, err := takeout.Messages(s.book, s.threads, source.AllMessages(cmd.Context()))
		if err != nil {
			return err
		}
		return s.export(f, func(w io.Writer, format string) error { return s.WriteMessages(w, format, rows) })
	})
	return cmd
}

// exportStatementCmd writes every credit in and out.
func (a *app) exportStatementCmd() *cobra.Command {
	cmd := &cobra.Command{
		Use: "statement", Short: "Write every credit in and out, as a table or a journal of hledger",
		Long: "Write every credit in and out, as a table or a journal of hledger. As JSON: cordial statement --json",
		Args: noArgs,
	}
	seat := a.seatFlag(cmd)
	from := cmd.Flags().String("from", "", "only from this `DAY` on")
	to := cmd.Flags().String("to", "", "only up to this `DAY`")
	f := flagsOfExport(cmd, formatCSV, formatHledger)
	cmd.RunE = a.with(func(s *session, _ []string) error {
		seats, err := s.seatsAsked(*seat)
		if err != nil {
			return err
		}
		var rows []port.StatementCopy
		for _, seat := range seats {
			row, err := s.statementCopy(seat, *from, *to)
			if err != nil {
				return err
			}
			rows = append(rows, row)
		}
		return s.export(f, func(w io.Writer, format string) error { return s.WriteStatement(w, format, rows) })
	})
	return cmd
}

// statementCopy is the lines of a seat between two days, either of which may be left
// out.
func (s *session) statementCopy(seat model.Seat, from, to string) (port.StatementCopy, error) {
	first, err := s.dayOr(from, seat)
	if err != nil {
		return port.StatementCopy{}, err
	}
	last, err := s.dayOr(to, seat)
	if err != nil {
		return port.StatementCopy{}, err
	}
	l, _, ok := s.book.LedgerNow(seat.ID, s.now)
	if !ok {
		return port.StatementCopy{}, notFound("there is no seat %q", seat.ID)
	}
	return takeout.Statement(seat, l.Entries, takeout.Span{First: first, Last: last}, s.contactName), nil
}
