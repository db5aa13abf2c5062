package cli

import (
	"cmp"
	"io"
	"iter"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"cordial/model"
	"cordial/ui/port"
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
		r, err := s.newRoll(s.book)
		if err != nil {
			return err
		}
		return s.export(f, func(w io.Writer, format string) error { return s.WriteContacts(w, format, r.contacts()) })
	})
	return cmd
}

// contacts is everybody the evidence and the journal know, by name.
func (r *roll) contacts() iter.Seq2[port.ContactCopy, error] {
	type entry struct {
		name, id string
		key      model.Key
	}
	list := make([]entry, 0, len(r.places))
	for _, key := range r.everybody() {
		p, ok := r.person(key)
		if _, decided := r.book.ContactID(key); ok && (p.URL != "" || decided) { // not who closed the account
			list = append(list, entry{fold(p.Name), p.ID, key})
		}
	}
	slices.SortFunc(list, func(a, b entry) int {
		return cmp.Or(strings.Compare(a.name, b.name), strings.Compare(a.id, b.id))
	})
	return func(yield func(port.ContactCopy, error) bool) {
		for _, e := range list {
			p, _ := r.person(e.key)
			labels, notes := r.kept(e.key)
			if !yield(port.ContactCopy{Person: p, Labels: labels, Notes: notes}, nil) {
				return
			}
		}
	}
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
		var rows []port.ReminderCopy
		for _, l := range reminders(board, true) {
			row := port.ReminderCopy{Reminder: *l.State.Reminder, ID: l.Thread.ID, Name: l.Name}
			if l.Thread.Person != 0 {
				p, _, err := s.person(l.Thread.Person)
				if err != nil {
					return err
				}
				row.URL = p.URL
			}
			rows = append(rows, row)
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
			"What was recorded by hand is in \"cordial journal export\".",
		Args: noArgs,
	}
	f := flagsOfExport(cmd, formatCSV, formatJSON)
	cmd.RunE = a.with(func(s *session, _ []string) error {
		source, ok := s.store.(port.Outgoing)
		if !ok {
			return failed("this database cannot list all of its messages")
		}
		return s.export(f, func(w io.Writer, format string) error {
			return s.WriteMessages(w, format, source.AllMessages(cmd.Context()))
		})
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
	row := port.StatementCopy{Seat: seat.ID, Name: seat.Name}
	first, err := s.dayOr(from, seat)
	if err != nil {
		return row, err
	}
	last, err := s.dayOr(to, seat)
	if err != nil {
		return row, err
	}
	l, _, ok := s.book.LedgerNow(seat.ID, s.now)
	if !ok {
		return row, notFound("there is no seat %q", seat.ID)
	}
	for _, e := range l.Entries {
		if first != nil && e.Day < *first || last != nil && e.Day > *last {
			continue
		}
		line := port.StatementLine{Entry: e}
		if e.Contact != "" {
			line.Name = s.contactName(e.Contact)
		}
		row.Lines = append(row.Lines, line)
	}
	return row, nil
}
