package cli

import (
	"github.com/spf13/cobra"

	"cordial/model"
	"cordial/ui/port"
)

// session is a command at work: the open database, the Book, and pictures of the
// evidence, read when they are first needed.
type session struct {
	*app
	*desk
	cmd   *cobra.Command
	store port.Store

	threadSet port.Threads
	threadAt  map[model.Key]int // places in threadSet, made when first needed
	peopleSet port.People
	clues     *model.Clues // of the evidence, for proposals; made when first needed
}

// with is the body of a command that needs the database.
func (a *app) with(do func(s *session, args []string) error) func(*cobra.Command, []string) error {
	return func(cmd *cobra.Command, args []string) error {
		s, err := a.open(cmd)
		if err != nil {
			return err
		}
		return do(s, args)
	}
}

// open opens the database and reads the journal.
func (a *app) open(cmd *cobra.Command) (*session, error) {
	store, err := a.openStore()
	if err != nil {
		return nil, err
	}
	d, err := newDesk(store, a.now, a.NewID)
	if err != nil {
		return nil, err
	}
	return &session{app: a, desk: d, cmd: cmd, store: store}, nil
}

// threads is every conversation.
func (s *session) threads() (port.Threads, error) {
	var err error
	if s.threadSet == nil {
		s.threadSet, err = s.store.Threads()
	}
	return s.threadSet, err
}

// people is everybody the evidence names.
func (s *session) people() (port.People, error) {
	var err error
	if s.peopleSet == nil {
		s.peopleSet, err = s.store.People()
	}
	return s.peopleSet, err
}

// person is what evidence and journal together know of somebody.
func (s *session) person(key model.Key) (model.Person, bool, error) {
	return s.book.Known(key, s.store.Person)
}
