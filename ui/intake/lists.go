package intake

import (
	"errors"
	"fmt"
	"time"

	"cordial/model"
	"cordial/model/contactlist"
	"cordial/ui/folded"
	"cordial/ui/port"
)

// maxTries is how often lists are taken anew because another program wrote meanwhile.
const maxTries = 100

// Desk takes lists of people into a journal, reading it itself: it may be used beside
// a program that has the journal in memory, and is another one to it.
type Desk struct {
	Store port.Store
	World model.World
	Now   time.Time
	NewID func(time.Time) string
}

// Known is what a store knows beside its journal.
func Known(store port.Archive) (contactlist.Known, error) {
	k := contactlist.Known{Fold: folded.Text}
	var err error
	if k.People, err = store.People(); err != nil {
		return k, err
	}
	if k.Threads, err = store.Threads(); err != nil {
		return k, err
	}
	owner, _, err := store.Owner()
	k.Owner = owner.Key
	return k, err
}

// Preview is what taking lists would do.
func (d Desk) Preview(lists []port.ContactList) (contactlist.Report, error) {
	_, _, report, err := d.decide(lists)
	report.DryRun = true
	return report, err
}

// Take takes lists, all of them as one step and in one transaction.
func (d Desk) Take(lists []port.ContactList) (contactlist.Report, error) {
	for range maxTries {
		after, drafts, report, err := d.decide(lists)
		if err != nil || len(drafts) == 0 {
			return report, err
		}
		err = d.Store.Append(after, model.Seal(drafts, d.Now, d.NewID))
		if !errors.Is(err, model.ErrMoved) {
			return report, err
		}
	}
	return contactlist.Report{}, fmt.Errorf("%w: other programs keep writing to it; try again in a moment", model.ErrBusy)
}

// decide reads the journal, which has `after` events, and asks the rules.
func (d Desk) decide(lists []port.ContactList) (after uint64, drafts []model.Draft, report contactlist.Report, err error) {
	events, err := d.Store.Events(0)
	if err != nil {
		return 0, nil, report, err
	}
	known, err := Known(d.Store)
	if err != nil {
		return 0, nil, report, err
	}
	book, err := model.Fold(d.World, events)
	if err != nil {
		return 0, nil, report, err
	}
	drafts, report, err = contactlist.Take(d.World, book, known, lists, d.Now)
	return uint64(len(events)), drafts, report, err
}
