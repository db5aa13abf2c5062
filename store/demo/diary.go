package demo

import (
	"fmt"
	"slices"
	"time"

	"cordial/model"
	"cordial/store"
)

// verb takes a decision by the rules of the Book.
type verb func(b *model.Book) ([]model.Draft, error)

// diary collects what the made-up user did, in any order, and writes it down in the
// order in which it happened.
type diary struct {
	now   time.Time
	ids   int
	steps []step
}

// step is one decision.
type step struct {
	at   time.Time
	verb verb
}

// newDiary is an empty diary. Four months must have passed since the zero of Unix.
func newDiary(now time.Time) (*diary, error) {
	if year := now.Year(); year < 1971 || year > 9000 {
		return nil, fmt.Errorf("there were no inboxes in the year %d", year)
	}
	return &diary{now: now}, nil
}

// id is the next event id.
func (d *diary) id(time.Time) string {
	d.ids++
	return fmt.Sprintf("demo-%04d", d.ids)
}

// do writes a decision down. One that would lie ahead is not taken: the day has only
// begun.
func (d *diary) do(at time.Time, v verb) {
	if !at.After(d.now) {
		d.steps = append(d.steps, step{at, v})
	}
}

// ago is an instant some days ago, at an hour when people work.
func (d *diary) ago(days, hour int) time.Time {
	y, m, day := d.now.Date()
	return time.Date(y, m, day-days, hour, 0, 0, 0, d.now.Location())
}

// save takes the decisions and appends their events.
func (d *diary) save(s *store.Store) error {
	past, err := s.Events(0)
	if err != nil {
		return err
	}
	book := model.NewBook(model.World{Zone: time.LoadLocation})
	for _, e := range past {
		if _, err := book.Apply(e); err != nil {
			return err
		}
	}
	slices.SortStableFunc(d.steps, func(a, b step) int { return a.at.Compare(b.at) })
	var events []model.Event
	for _, step := range d.steps {
		drafts, err := step.verb(book)
		if err != nil {
			return err
		}
		for _, e := range model.Seal(drafts, step.at, d.id) {
			if _, err := book.Apply(e); err != nil {
				return err
			}
			events = append(events, e)
		}
	}
	return s.Append(uint64(len(past)), events)
}
