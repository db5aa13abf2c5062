package takeout

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"time"

	"cordial/model"
	"cordial/model/triage"
	"cordial/ui/intake"
	"cordial/ui/port"
)

// Source is where an export comes from. It reads the store itself and so may be used
// beside a program that has the journal in memory.
type Source struct {
	Store    port.Store
	World    model.World
	Now      time.Time // in the user's zone
	Exchange port.Exchange
}

// The products, as the command line calls them.
const (
	whatContacts  = "contacts"
	whatReminders = "reminders"
	whatMessages  = "messages"
	whatStatement = "statement"
)

// Write writes a product ("contacts", "reminders", "messages", "statement") in one of
// its formats into a file, and answers how many rows it has. The errors are the
// target's, or say why there is nothing to write.
func (s Source) Write(ctx context.Context, what, format string, to Target) (rows int, err error) {
	if err := to.check(); err != nil {
		return 0, err
	}
	write, err := s.writer(ctx, what, format, &rows)
	if err != nil {
		return 0, err
	}
	if err := to.Write(write); err != nil {
		return 0, err
	}
	return rows, nil
}

// writer gathers what is to be written, and writes it; rows counts on the way.
func (s Source) writer(ctx context.Context, what, format string, rows *int) (func(io.Writer) error, error) {
	book, err := s.book()
	if err != nil {
		return nil, err
	}
	if what == whatMessages {
		source, ok := s.Store.(port.Outgoing)
		if !ok {
			return nil, errors.New("this database cannot list all of its messages")
		}
		messages, err := Messages(book, s.Store.Threads, source.AllMessages(ctx))
		if err != nil {
			return nil, err
		}
		return func(w io.Writer) error { return s.Exchange.WriteMessages(w, format, counted(messages, rows)) }, nil
	}
	known, err := intake.Known(s.Store)
	if err != nil {
		return nil, err
	}
	person := func(key model.Key) (model.Person, error) {
		found, ok, err := s.Store.Person(key)
		p, _ := book.Person(key, found, ok)
		return p, err
	}
	switch what {
	case whatContacts:
		return func(w io.Writer) error {
			return s.Exchange.WriteContacts(w, format, counted(Contacts(book, known), rows))
		}, nil
	case whatReminders:
		list, err := Reminders(triage.NewBoard(book, known.Threads, s.Now), func(key model.Key) (string, error) {
			p, err := person(key)
			return p.URL, err
		})
		*rows = len(list)
		return func(w io.Writer) error { return s.Exchange.WriteReminders(w, list, s.Now) }, err
	case whatStatement:
		var list []port.StatementCopy
		for _, seat := range book.Seats() {
			l, _, _ := book.LedgerNow(seat.ID, s.Now)
			list = append(list, Statement(seat, l.Entries, Span{}, func(contact string) string {
				p, _ := person(book.PersonKey(contact)) // who cannot be read goes by the id
				return p.Name
			}))
			*rows += len(list[len(list)-1].Lines)
		}
		return func(w io.Writer) error { return s.Exchange.WriteStatement(w, format, list) }, nil
	default:
		return nil, fmt.Errorf("there is no export of %q", what)
	}
}

// book folds the journal.
func (s Source) book() (*model.Book, error) {
	events, err := s.Store.Events(0)
	if err != nil {
		return nil, err
	}
	return model.Fold(s.World, events)
}

// counted counts rows on their way.
func counted[T any](rows iter.Seq2[T, error], n *int) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for row, err := range rows {
			if err == nil {
				*n++
			}
			if !yield(row, err) {
				return
			}
		}
	}
}
