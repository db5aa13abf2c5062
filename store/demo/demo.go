package demo

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"cordial/model"
	"cordial/store"
)

// Open makes the database in a directory of its own under the system's temporary
// one; done removes the directory.
func Open(ctx context.Context, now time.Time, o store.Options) (s *store.Store, done func(), err error) {
	dir, err := os.MkdirTemp("", "cordial-demo-*")
	if err != nil {
		return nil, nil, fmt.Errorf("making the demo: %w", err)
	}
	done = func() { _ = os.RemoveAll(dir) } // the system empties its temporary directory, too
	if s, err = store.Open(filepath.Join(dir, "cordial.db"), o); err == nil {
		err = Fill(ctx, s, dir, now)
	}
	if err != nil {
		done()
		return nil, nil, fmt.Errorf("making the demo: %w", err)
	}
	return s, done, nil
}

// Fill fills an empty database. dir is where the exports are put.
func Fill(ctx context.Context, s *store.Store, dir string, now time.Time) error {
	d, err := newDiary(now)
	if err != nil {
		return err
	}
	exports, err := writeExports(dir, now)
	if err != nil {
		return err
	}
	for _, e := range exports {
		o := model.ImportOptions{Now: e.at, NewID: d.id}
		if _, err := s.Import(ctx, []string{e.path}, o, func(model.Progress) {}); err != nil {
			return err
		}
	}
	people, err := readCast(s, now)
	if err != nil {
		return err
	}
	d.openSeats()
	d.writeInMails(people)
	d.meetByHand()
	d.meetTwice()
	if err := d.leaveForReview(people); err != nil {
		return err
	}
	d.workThrough(people)
	return d.save(s)
}
