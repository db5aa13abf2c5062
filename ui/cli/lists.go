package cli

import (
	"cordial/model"
	"cordial/model/contactlist"
	"cordial/ui/intake"
	"cordial/ui/port"
)

// listOptions are the choices of an import of contact lists.
type listOptions struct {
	mapping        string // "name=Column,…"
	dryRun, asJSON bool
}

// listsAmong is the paths when they are contact lists, and none when they are left to
// the import of LinkedIn's exports, which also says what is wrong with them. With a
// mapping every file is a list.
func (s *session) listsAmong(paths []string, mapping string) ([]string, error) {
	if mapping != "" {
		return paths, nil
	}
	sorted := intake.Sort(paths, s.Exchange)
	switch {
	case len(sorted.Unknown) > 0:
		return nil, failed("%s is neither of LinkedIn's export nor a list that is recognised; say which columns to read, such as --map name=COLUMN,url=COLUMN,email=COLUMN", sorted.Unknown[0])
	case len(sorted.Lists) > 0 && len(sorted.Lists) < len(paths):
		return nil, usage("%s is a contact list and not everything else is; import the export first and then the lists", sorted.Lists[0])
	}
	return sorted.Lists, nil
}

// importLists reads contact lists, all of them as one step.
func (s *session) importLists(paths []string, o listOptions) error {
	lists := make([]port.ContactList, 0, len(paths))
	for _, path := range paths {
		list, err := s.ReadList(s.cmd.Context(), path, o.mapping)
		if err != nil && s.BadMapping(err) {
			return usage("%s", err)
		}
		if err != nil {
			return err
		}
		lists = append(lists, list)
	}
	if !o.dryRun && s.InTTY && s.ErrTTY && !s.flags.yes && !o.asJSON {
		report, err := s.takeLists(lists, true)
		if err != nil {
			return err
		}
		s.printLists(report)
		if ok, err := s.ask("Write this into the database?"); err != nil || !ok {
			return err
		}
	}
	report, err := s.takeLists(lists, o.dryRun)
	if err != nil {
		return err
	}
	if o.asJSON {
		err = s.printJSON(report)
	} else {
		s.printLists(report)
	}
	if err == nil && report.Refused() > 0 {
		return &coded{code: ExitSkipped}
	}
	return err
}

// takeLists decides what lists add to what is known, and unless it is only to be
// tried, adds all of it as one step.
func (s *session) takeLists(lists []port.ContactList, dryRun bool) (contactlist.Report, error) {
	known, err := s.known()
	if err != nil {
		return contactlist.Report{}, err
	}
	var report contactlist.Report
	decide := func(b *model.Book) ([]model.Draft, error) {
		var drafts []model.Draft
		drafts, report, err = contactlist.Take(world(), b, known, lists, s.now)
		report.DryRun = dryRun
		return drafts, err
	}
	if dryRun {
		_, err = decide(s.book)
	} else {
		_, err = s.do(decide)
	}
	return report, err
}

// known is what is known beside the Book.
func (s *session) known() (contactlist.Known, error) {
	people, err := s.people()
	if err != nil {
		return contactlist.Known{}, err
	}
	threads, err := s.threads()
	if err != nil {
		return contactlist.Known{}, err
	}
	owner, _, err := s.store.Owner()
	return contactlist.Known{People: people, Threads: threads, Owner: owner.Key, Fold: fold}, err
}
