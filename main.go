// Command cordial is a keyboard-driven LinkedIn outreach inbox for the terminal.
package main

import (
	"context"
	"crypto/rand"
	"errors"
	"io"
	"iter"
	"os"
	"os/signal"
	"path/filepath"
	"runtime/debug"
	"syscall"
	"time"
	_ "time/tzdata" // the time zones of seats, also where the system has none

	"github.com/oklog/ulid/v2"

	"cordial/model"
	"cordial/model/who"
	"cordial/store"
	"cordial/store/demo"
	"cordial/store/journal"
	"cordial/store/linkedin"
	"cordial/store/lists"
	"cordial/store/outward"
	"cordial/ui"
	"cordial/ui/cli"
	_ "cordial/ui/dark" // before Bubble Tea, which asks the terminal otherwise
	"cordial/ui/port"
)

func main() { os.Exit(run()) }

// run is main with an exit code.
func run() int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	context.AfterFunc(ctx, stop) // the second signal ends the program as it stands
	return cli.Run(ctx, os.Args[1:], cli.System(), deps())
}

// deps is everything that the commands are given.
func deps() cli.Deps {
	v := version()
	return cli.Deps{
		Version: v,
		NewID:   newIDs(),
		Open: func(path string, own bool) (port.Store, error) {
			return store.Open(path, store.Options{Program: v.Number, OwnDir: own})
		},
		Demo: func(ctx context.Context, now time.Time) (port.Store, func(), error) {
			return demo.Open(ctx, now, store.Options{Program: v.Number})
		},
		OpenDamaged: func(path string) (port.Store, error) {
			return store.Open(path, store.Options{Program: v.Number, Lenient: true})
		},
		Restore: func(ctx context.Context, path, backup string) (string, error) {
			return store.Restore(ctx, path, backup, store.Options{Program: v.Number})
		},
		ReadJournal:  journal.Read,
		WriteJournal: journal.Write,
		Exchange:     exchange(),
		Inbox:        runInbox,
	}
}

// newIDs answers ids that sort by time and, within a millisecond, by order. It may be
// called from any goroutine.
func newIDs() func(time.Time) string {
	entropy := &ulid.LockedMonotonicReader{MonotonicReader: ulid.Monotonic(rand.Reader, 0)}
	return func(t time.Time) string { return ulid.MustNew(ulid.Timestamp(t), entropy).String() }
}

// version is what the build says of itself.
func version() cli.Version {
	v := cli.Version{Number: "devel"}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return v
	}
	v.Go = info.GoVersion
	if info.Main.Version != "" && info.Main.Version != "(devel)" {
		v.Number = info.Main.Version
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" {
			v.Revision = s.Value[:min(12, len(s.Value))]
		}
	}
	return v
}

// runInbox runs the full-screen program.
func runInbox(ctx context.Context, i cli.Inbox) error {
	err := ui.Run(ctx, ui.Deps{
		Store: i.Store, Clock: i.Clock, NewID: i.NewID, World: i.World, Zone: i.Zone, Exchange: exchange(),
		Options: ui.Options{Demo: i.Demo, Theme: i.Theme, DBPath: i.Path},
	})
	var interrupted *ui.Interrupted
	if errors.As(err, &interrupted) {
		return context.Canceled
	}
	return err
}

// morning is the hour of a reminder for which none was asked (see package when).
const morning = 9 * time.Hour

// exchange is the files of other programs.
func exchange() port.Exchange {
	return port.Exchange{
		OwnerUnsure: ownerUnsure,
		IsExport:    linkedin.Recognise,
		IsList: func(path string) (bool, error) {
			format, err := lists.RecogniseFile(path)
			return format != lists.FormatNone, err
		},
		ReadList:       readList,
		BadMapping:     func(err error) bool { return errors.Is(err, lists.ErrMapping) },
		Columns:        columns,
		WriteContacts:  writeContacts,
		WriteMessages:  writeMessages,
		WriteReminders: writeReminders,
		WriteStatement: writeStatement,
	}
}

// ownerUnsure tells that an export does not say whose it is, and who it may be.
func ownerUnsure(err error) ([]port.Candidate, bool) {
	var unsure *linkedin.OwnerUnsureError
	if !errors.As(err, &unsure) {
		return nil, false
	}
	var list []port.Candidate
	for _, c := range unsure.Candidates {
		list = append(list, port.Candidate{
			URL: who.ProfileURL(c.Key), Name: c.Name, Conversations: c.Conversations, Invitations: c.Invitations,
		})
	}
	return list, true
}

// columns lists the columns of any table.
func columns(path string) ([]port.Column, error) {
	found, samples, err := lists.Columns(path)
	list := make([]port.Column, len(found))
	for i, c := range found {
		list[i] = port.Column{Name: c.Name, Sample: samples[i], Field: string(c.Field)}
	}
	return list, err
}

// readList reads a list of people.
func readList(ctx context.Context, path, mapping string) (port.ContactList, error) {
	m, err := lists.ParseMapping(mapping)
	if err != nil {
		return port.ContactList{}, err
	}
	list, err := lists.Read(ctx, path, lists.Options{Map: m})
	if err != nil {
		return port.ContactList{}, err
	}
	out := port.ContactList{
		File: filepath.Base(path), Format: string(list.Format), FormatName: list.Format.String(), Encoding: list.Encoding,
		Records: list.Counts.Records, Duplicates: list.Counts.Duplicates, Refused: list.Counts.Refused,
	}
	for _, n := range list.Counts.Skipped {
		out.ProblemAll += n
	}
	for _, p := range list.Problems {
		out.Problems = append(out.Problems, model.Problem{File: p.File, Line: p.Line, Reason: p.Text})
	}
	for _, c := range list.Contacts {
		out.Contacts = append(out.Contacts, listed(c))
	}
	return out, nil
}

// listed is a contact of a list as the commands take it.
func listed(c lists.Contact) port.ListedContact {
	l := port.ListedContact{
		ID: c.ID, Name: c.Name, URL: c.URL, Company: c.Company, Position: c.Position, Headline: c.Headline,
		Degree: c.Degree, ConnectedOn: c.ConnectedOn, OpenProfile: c.OpenProfile, Labels: c.Labels, Notes: c.Notes, Line: c.Line,
	}
	if c.Key != "" {
		l.Keys = append(l.Keys, c.Key)
	}
	l.Keys = append(l.Keys, c.OtherKeys...)
	if len(c.Emails) > 0 {
		l.Email = c.Emails[0]
	}
	return l
}

// writeContacts writes people in a format.
func writeContacts(w io.Writer, format string, rows iter.Seq2[port.ContactCopy, error]) error {
	contacts := converted(rows, func(c port.ContactCopy) outward.Contact {
		return outward.Contact{Person: c.Person, Labels: c.Labels, Notes: c.Notes}
	})
	switch format {
	case "vcard":
		return outward.ContactsVCard(w, contacts)
	case "json":
		return outward.ContactsJSON(w, contacts)
	default:
		return outward.ContactsCSV(w, contacts)
	}
}

// writeMessages writes messages in a format. LinkedIn keeps those that were sent in
// the inbox, too.
func writeMessages(w io.Writer, format string, rows iter.Seq2[model.MessageCopy, error]) error {
	messages := converted(rows, func(m model.MessageCopy) outward.Message {
		out := outward.Message{
			Conversation: m.Conversation, Title: m.Title, From: outward.Party(m.From), At: m.At, Subject: m.Subject, Text: m.Text,
			Folder: "INBOX", Attachments: m.Attachments,
		}
		for _, to := range m.To {
			out.To = append(out.To, outward.Party(to))
		}
		return out
	})
	if format == "json" {
		return outward.MessagesJSON(w, messages)
	}
	return outward.MessagesCSV(w, messages)
}

// writeReminders writes reminders for a calendar, in the time zone of now.
func writeReminders(w io.Writer, rows []port.ReminderCopy, now time.Time) error {
	reminders := converted(outward.All(rows), func(r port.ReminderCopy) outward.Reminder { return outward.Reminder(r) })
	return outward.RemindersICS(w, reminders, outward.Calendar{Now: now, Zone: now.Location(), Morning: morning})
}

// writeStatement writes statements in a format.
func writeStatement(w io.Writer, format string, rows []port.StatementCopy) error {
	var statements []outward.Statement
	for _, row := range rows {
		s := outward.Statement{Seat: row.Seat, Name: row.Name}
		for _, l := range row.Lines {
			s.Lines = append(s.Lines, outward.Line(l))
		}
		statements = append(statements, s)
	}
	if format == "hledger" {
		return outward.StatementHledger(w, statements)
	}
	return outward.StatementCSV(w, statements)
}

// converted makes other rows of rows.
func converted[A, B any](rows iter.Seq2[A, error], to func(A) B) iter.Seq2[B, error] {
	return func(yield func(B, error) bool) {
		for row, err := range rows {
			if !yield(to(row), err) {
				return
			}
		}
	}
}
