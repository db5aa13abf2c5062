package cli

import (
	"errors"
	"fmt"
	"time"

	"cordial/model"
	"cordial/ui/port"
)

// maxTries is how often a decision is taken anew because another program was
// faster each time.
const maxTries = 100

// desk takes decisions: it reads the journal, asks the rules, and appends what they
// answer, if nothing was appended meanwhile; otherwise it reads anew and asks again.
// So of two programs that spend the last credit at once, one is refused.
type desk struct {
	journal  port.Journal
	recorded time.Time // what the events are stamped with
	newID    func(time.Time) string
	book     *model.Book
	read     uint64 // events in the Book
}

// newDesk reads the journal.
func newDesk(journal port.Journal, now time.Time, newID func(time.Time) string) (*desk, error) {
	d := &desk{journal: journal, recorded: now, newID: newID, book: model.NewBook(world())}
	return d, d.readOn()
}

// readOn takes in what was appended since the last look.
func (d *desk) readOn() error {
	events, err := d.journal.Events(d.read)
	if err == nil {
		if err = d.apply(events); err != nil {
			err = fmt.Errorf("%w: %w; see: cordial check", model.ErrDamaged, err)
		}
	}
	return err
}

// apply takes events into the Book.
func (d *desk) apply(events []model.Event) error {
	for _, e := range events {
		if _, err := d.book.Apply(e); err != nil {
			return fmt.Errorf("event %d of the journal cannot be: %w", d.read+1, err)
		}
		d.read++
	}
	return nil
}

// do takes a decision and answers its events.
func (d *desk) do(decide func(*model.Book) ([]model.Draft, error)) ([]model.Event, error) {
	return d.add(func(b *model.Book) ([]model.Event, error) {
		drafts, err := decide(b)
		if err != nil {
			return nil, err
		}
		return model.Seal(drafts, d.recorded, d.newID), nil
	})
}

// add appends the events that are asked for, as one transaction. They enter the Book
// first: what does not fit into it is never written.
func (d *desk) add(make func(*model.Book) ([]model.Event, error)) ([]model.Event, error) {
	for range maxTries {
		events, err := make(d.book)
		if err != nil || len(events) == 0 {
			return nil, err
		}
		after := d.read
		if err := d.apply(events); err != nil {
			return nil, fmt.Errorf("nothing was written: %w", err)
		}
		if err = d.journal.Append(after, events); err == nil {
			return events, nil
		}
		d.book, d.read = model.NewBook(world()), 0
		if again := d.readOn(); again != nil || !errors.Is(err, model.ErrMoved) {
			return nil, errors.Join(err, again)
		}
	}
	return nil, fmt.Errorf("%w: other programs keep writing to it; try again in a moment", model.ErrBusy)
}
