package takeout_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"cordial/model"
	"cordial/model/day"
	"cordial/model/triage"
	"cordial/ui/intake"
	"cordial/ui/port"
	"cordial/ui/takeout"
	"cordial/ui/uitest"
)

// line writes rows as lines.
func line[T any](w io.Writer, rows iter.Seq2[T, error], text func(T) string) error {
	for row, err := range rows {
		if err != nil {
			return err
		}
		if _, err := fmt.Fprintln(w, text(row)); err != nil {
			return err
		}
	}
	return nil
}

// source is an export of a store.
func source(store port.Store) takeout.Source {
	return takeout.Source{
		Store: store, World: model.World{Zone: time.LoadLocation}, Now: uitest.Start(),
		Exchange: port.Exchange{
			WriteContacts: func(w io.Writer, format string, rows iter.Seq2[port.ContactCopy, error]) error {
				return line(w, rows, func(c port.ContactCopy) string {
					return fmt.Sprint(format, " ", c.Name, " ", c.Labels, " ", len(c.Notes))
				})
			},
			WriteMessages: func(w io.Writer, format string, rows iter.Seq2[model.MessageCopy, error]) error {
				return line(w, rows, func(m model.MessageCopy) string { return format + " " + m.Text })
			},
			WriteReminders: func(w io.Writer, rows []port.ReminderCopy, now time.Time) error {
				for _, r := range rows {
					if _, err := fmt.Fprintln(w, r.Name, r.Text, r.URL); err != nil {
						return err
					}
				}
				return nil
			},
			WriteStatement: func(w io.Writer, format string, rows []port.StatementCopy) error {
				for _, r := range rows {
					for _, l := range r.Lines {
						if _, err := fmt.Fprintln(w, format, r.Name, l.Kind, l.Name); err != nil {
							return err
						}
					}
				}
				return nil
			},
		},
	}
}

// outgoing is a store that lists its messages.
type outgoing struct {
	*uitest.Memory
	fail error
}

func (o outgoing) AllMessages(context.Context) iter.Seq2[model.MessageCopy, error] {
	return func(yield func(model.MessageCopy, error) bool) {
		if yield(model.MessageCopy{Text: "hello"}, nil) && o.fail != nil {
			yield(model.MessageCopy{}, o.fail)
		}
	}
}

// busy is a store in the middle of things.
func busy() *uitest.Memory {
	m := &uitest.Memory{}
	uitest.Busy(m)
	return m
}

// TestWrite writes every product and counts its rows.
func TestWrite(t *testing.T) {
	for what, want := range map[string]struct {
		rows int
		text string
	}{
		"contacts":  {9, "f Maria Rossi [Hot Leads Potential Employers] 1\n"},
		"reminders": {1, "Sam O'Brien ping after board meeting https://www.linkedin.com/in/sam-o'brien\n"},
		"messages":  {1, "f hello\n"},
		"statement": {4, "f Work debited Lena Öztürk\n"},
	} {
		path := filepath.Join(t.TempDir(), "out")
		rows, err := source(outgoing{busy(), nil}).Write(t.Context(), what, "f", takeout.Target{Path: path})
		text, reading := os.ReadFile(path)
		if err != nil || reading != nil || rows != want.rows || !strings.Contains(string(text), want.text) {
			t.Errorf("%s: %d rows, %v\n%s", what, rows, errors.Join(err, reading), text)
		}
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s: mode %v, %v", what, info.Mode(), err)
		}
	}
}

// TestMessagesOfTheRemoved are left out, but those of groups that they are in are not.
func TestMessagesOfTheRemoved(t *testing.T) {
	m := busy()
	known, err := intake.Known(m)
	if err != nil {
		t.Fatal(err)
	}
	var talks []model.MessageCopy
	for _, id := range []string{"maria-rossi", "jürgen-müller", "7"} { // the last is a group
		talks = append(talks, model.MessageCopy{Conversation: id, Text: id})
	}
	written := func(book *model.Book, threads func() (port.Threads, error)) (list []string) {
		rows, err := takeout.Messages(book, threads, func(yield func(model.MessageCopy, error) bool) {
			for _, m := range talks {
				if !yield(m, nil) {
					return
				}
			}
		})
		if err != nil {
			return []string{err.Error()}
		}
		for m, err := range rows {
			if err != nil {
				t.Fatal(err)
			}
			list = append(list, m.Text)
		}
		return list
	}
	book := model.NewBook(model.World{Zone: time.LoadLocation})
	broken := func() (port.Threads, error) { return nil, errors.New("damaged") }
	if got := written(book, broken); len(got) != len(talks) {
		t.Errorf("nobody was removed: %q", got)
	}
	for id, d := range []model.Decision{
		model.ContactAdded{Contact: "jürgen-müller", Name: "Jürgen", URL: "https://www.linkedin.com/in/jürgen-müller"},
		model.ContactRemoved{Contact: "jürgen-müller"},
	} {
		if _, err := book.Apply(model.Event{ID: fmt.Sprint(id), At: uitest.Start(), Decision: d}); err != nil {
			t.Fatal(err)
		}
	}
	set := func() (port.Threads, error) { return known.Threads, nil }
	if got := written(book, set); !slices.Equal(got, []string{"maria-rossi", "7"}) {
		t.Errorf("one was removed: %q", got)
	}
	if got := written(book, broken); !slices.Equal(got, []string{"damaged"}) {
		t.Errorf("the conversations cannot be read: %q", got)
	}
}

// TestWriteKeepsWhatIsThere unless it may go, and when it fails.
func TestWriteKeepsWhatIsThere(t *testing.T) {
	path := filepath.Join(t.TempDir(), "out")
	if err := os.WriteFile(path, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	over := takeout.Target{Path: path, Over: true}
	mine := func() bool { text, _ := os.ReadFile(path); return string(text) == "mine" }
	if _, err := source(busy()).Write(t.Context(), "contacts", "f", takeout.Target{Path: path}); !errors.Is(err, takeout.ErrThere) || !mine() {
		t.Errorf("not allowed: %v", err)
	}
	broken := errors.New("the database is damaged")
	if _, err := source(outgoing{busy(), broken}).Write(t.Context(), "messages", "f", over); !errors.Is(err, broken) || !mine() {
		t.Errorf("half-way: %v", err)
	}
	for what, s := range map[string]port.Store{
		"messages": busy(), "nothing": busy(), "contacts": &uitest.Memory{FailRead: broken}, "statement": &uitest.Memory{FailRead: broken},
	} {
		if _, err := source(s).Write(t.Context(), what, "f", over); err == nil || !mine() {
			t.Errorf("%s: %v", what, err)
		}
	}
	if _, err := source(busy()).Write(t.Context(), "contacts", "f", takeout.Target{Path: filepath.Join(path, "x"), Over: true}); err == nil || strings.Contains(err.Error(), ".tmp") {
		t.Errorf("nowhere: %v", err)
	}
	if rows, err := source(busy()).Write(t.Context(), "contacts", "f", over); err != nil || rows != 9 || mine() {
		t.Errorf("allowed: %d rows, %v", rows, err)
	}
	if left, err := os.ReadDir(filepath.Dir(path)); err != nil || len(left) != 1 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

// TestNoFileTakesThePlaceOfTheDatabase by any of its names, nor of a folder.
func TestNoFileTakesThePlaceOfTheDatabase(t *testing.T) {
	dir := t.TempDir()
	database, link := filepath.Join(dir, "cordial.db"), filepath.Join(dir, "link")
	if err := errors.Join(os.WriteFile(database, []byte("mine"), 0o600), os.Symlink(database, link)); err != nil {
		t.Fatal(err)
	}
	for path, why := range map[string]string{
		database: "is the database itself", link: "is the database itself", filepath.Join(dir, ".", "cordial.db"): "is the database itself",
		dir: "is a folder", filepath.Join(dir, "none", "x"): "there is no folder",
	} {
		err := takeout.Target{Path: path, Over: true, Database: database}.Write(func(w io.Writer) error {
			_, err := io.WriteString(w, "theirs")
			return err
		})
		if err == nil || !strings.Contains(err.Error(), why) {
			t.Errorf("%s: %v, want: %s", path, err, why)
		}
	}
	if text, err := os.ReadFile(database); err != nil || string(text) != "mine" {
		t.Errorf("%q, %v", text, err)
	}
}

// TestRows are those of people who can be named, in order, between two days.
func TestRows(t *testing.T) {
	m := busy()
	known, err := intake.Known(m)
	if err != nil {
		t.Fatal(err)
	}
	book := model.NewBook(model.World{Zone: time.LoadLocation})
	for _, e := range m.Journal() {
		if _, err := book.Apply(e); err != nil {
			t.Fatal(err)
		}
	}
	last := ""
	for c, err := range takeout.Contacts(book, known) {
		if err != nil {
			t.Fatal(err)
		}
		if name := known.Fold(c.Name); name < last {
			t.Errorf("%s comes after %s", name, last)
		} else {
			last = name
		}
	}
	board := triage.NewBoard(book, known.Threads, uitest.Start())
	failing := errors.New("damaged")
	if _, err := takeout.Reminders(board, func(model.Key) (string, error) { return "", failing }); !errors.Is(err, failing) {
		t.Errorf("reminders: %v", err)
	}
	l, _, _ := book.LedgerNow("work", uitest.Start())
	first, end := day.New(2026, 11, 1), day.New(2026, 11, 5)
	row := takeout.Statement(model.Seat{ID: "work"}, l.Entries, takeout.Span{First: &first, Last: &end}, func(string) string { return "" })
	for _, line := range row.Lines {
		if line.Day < first || line.Day > end {
			t.Errorf("a line of %v", line.Day)
		}
	}
	if len(row.Lines) == 0 || len(row.Lines) == len(l.Entries) {
		t.Errorf("%d lines of %d", len(row.Lines), len(l.Entries))
	}
}
