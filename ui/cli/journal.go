package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"cordial/model"
)

// journalCmd holds the two ways of the portable journal.
func (a *app) journalCmd() *cobra.Command {
	return a.group("journal", "Write every decision to a file, or read them back", a.journalExportCmd(), a.journalImportCmd())
}

// journalExportCmd writes the journal as JSON Lines.
func (a *app) journalExportCmd() *cobra.Command {
	cmd := &cobra.Command{
		Use: "export [FILE]", Short: "Write every decision as JSON Lines, oldest first, to stdout or a new FILE",
		Args: argRange(0, 1, "[FILE]"),
	}
	cmd.RunE = a.with(func(s *session, args []string) error {
		events, err := s.store.Events(0)
		if err != nil {
			return err
		}
		if len(args) == 0 || args[0] == "-" {
			return s.WriteJournal(&s.page, events)
		}
		if err := s.writeFile(args[0], func(w io.Writer) error { return s.WriteJournal(w, events) }); err != nil {
			return err
		}
		s.say("wrote %s to %s", plural(len(events), "event", "events"), args[0])
		return nil
	})
	return cmd
}

// journalImportCmd reads a journal into the database.
func (a *app) journalImportCmd() *cobra.Command {
	cmd := &cobra.Command{
		Use: "import FILE", Short: "Add the decisions of a FILE (- is stdin), all or none",
		Args: exactArgs(1, "a FILE, or - for stdin"),
	}
	cmd.RunE = a.with(func(s *session, args []string) error {
		read, err := s.readJournal(args[0])
		if err != nil {
			return err
		}
		added, err := s.add(func(b *model.Book) ([]model.Event, error) { return s.unknown(b, read, args[0]) })
		if err != nil {
			return err
		}
		known := len(read) - len(added)
		s.say("added %s, %d known already", plural(len(added), "event", "events"), known)
		return nil
	})
	return cmd
}

// readJournal reads a file of the portable journal.
func (s *session) readJournal(path string) ([]model.Event, error) {
	if path == "-" {
		return s.parseJournal(s.In, "stdin")
	}
	file, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, notFound("there is no file %s", path)
	}
	if err != nil {
		return nil, fmt.Errorf("reading the journal: %w", err)
	}
	defer file.Close() //nolint:errcheck // it was only read
	return s.parseJournal(file, path)
}

// parseJournal reads events, or says in which line one cannot be read.
func (s *session) parseJournal(r io.Reader, name string) ([]model.Event, error) {
	events, err := s.ReadJournal(r)
	if err != nil {
		return nil, failed("%s: %s; nothing was imported", name, err)
	}
	return events, nil
}

// unknown is the events that the journal does not have, after trying on a Book of
// its own whether each of them can be.
func (s *session) unknown(b *model.Book, events []model.Event, name string) ([]model.Event, error) {
	trial := model.NewBook(world())
	for place := range b.Len() {
		if _, err := trial.Apply(b.Event(place)); err != nil {
			return nil, err
		}
	}
	var fresh []model.Event
	for i, e := range events {
		if trial.Has(e.ID) {
			continue
		}
		if _, err := trial.Apply(e); err != nil {
			return nil, failed("%s: line %d: %s; nothing was imported", name, i+1, err)
		}
		fresh = append(fresh, e)
	}
	return fresh, nil
}
