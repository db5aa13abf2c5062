package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	bolt "go.etcd.io/bbolt"

	"cordial/model"
)

// beforeRestore is what the name of the file that a backup replaced ends in.
const beforeRestore = ".before-restore"

// Backup writes a copy of the database to a new file, mode 0600, and checks the
// copy. Nothing that was deleted is in it. A file that is there is an error: a
// backup never overwrites another. Copying the file itself is no backup: a copy
// made while a program writes is damaged.
func (s *Store) Backup(ctx context.Context, path string) error {
	if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s is there already; name a new file for the backup", path)
	}
	if err := s.copyTo(path, false); err != nil {
		return fmt.Errorf("making the backup: %w", err)
	}
	copied := &Store{path: path, options: Options{World: s.options.World}, wait: s.wait, codec: s.codec}
	found, err := copied.inspect(ctx)
	if err == nil && len(found.report.Faults) > 0 {
		err = &fault{model.ErrDamaged, "the backup is not sound, nor is the database: " + found.report.Faults[0]}
	}
	if err != nil {
		_ = os.Remove(path)
	}
	return err
}

// Compact writes the file anew without the room that deleted and replaced records
// leave, and answers its size in bytes before and after.
func (s *Store) Compact() (before, after int64, err error) {
	release, err := s.own("compacting")
	if err != nil {
		return 0, 0, err
	}
	defer release()
	if before, err = s.size(); err != nil {
		return 0, 0, err
	}
	err = s.read(func(tx *bolt.Tx) error {
		return s.build(s.path, true, func(db *bolt.DB) error { return compact(db, tx) })
	})
	if err != nil {
		return before, before, err
	}
	after, err = s.size()
	return before, after, err
}

// size is the length of the file in bytes.
func (s *Store) size() (int64, error) {
	info, err := os.Stat(s.path)
	if err != nil {
		return 0, fmt.Errorf("looking at the database: %w", err)
	}
	return info.Size(), nil
}

// copyTo makes a compact copy. The lock is held only while the file is copied as it
// is.
func (s *Store) copyTo(path string, replace bool) error {
	plain, err := os.CreateTemp(filepath.Dir(path), ".cordial-*.tmp")
	if err != nil {
		return err
	}
	defer func() { _ = os.Remove(plain.Name()) }()
	err = s.read(func(tx *bolt.Tx) error {
		_, err := tx.WriteTo(plain)
		return err
	})
	if err = errors.Join(err, plain.Close()); err != nil {
		return err
	}
	copied := &Store{path: plain.Name(), wait: s.wait, codec: s.codec}
	return copied.read(func(tx *bolt.Tx) error {
		return s.build(path, replace, func(db *bolt.DB) error { return compact(db, tx) })
	})
}

// compact copies all buckets of our format.
func compact(to *bolt.DB, from *bolt.Tx) error {
	to.NoSync = true // build syncs at the end
	for _, bucket := range buckets() {
		if from.Bucket([]byte(bucket)) == nil {
			continue
		}
		cursor := from.Bucket([]byte(bucket)).Cursor()
		k, v := cursor.First()
		for first := true; first || k != nil; first = false {
			err := to.Update(func(tx *bolt.Tx) error {
				into, err := tx.CreateBucketIfNotExists([]byte(bucket))
				if err != nil {
					return err
				}
				into.FillPercent = 0.9
				for i := 0; k != nil && i < 10*batchSize; i++ {
					if err := into.Put(k, v); err != nil {
						return err
					}
					k, v = cursor.Next()
				}
				return nil
			})
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// keep gives a file a second name, which ends in suffix, so that it is not lost when
// another one is put in its place. What had that name before goes.
func keep(path, suffix string) (kept string, err error) {
	kept = path + suffix
	if err := os.Remove(kept); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return "", fmt.Errorf("keeping the file as it was: %w", err)
	}
	if err := os.Link(path, kept); err != nil {
		return "", fmt.Errorf("keeping the file as it was: %w", err)
	}
	return kept, nil
}

// Restore puts a backup in the place of the database at a path. The backup is
// checked first, and stays where it is; what was at the path is kept beside it, and
// its new name is answered, empty when nothing was there.
func Restore(ctx context.Context, path, backup string, options Options) (kept string, err error) {
	if _, err := os.Lstat(backup); err != nil {
		return "", fmt.Errorf("looking for the backup: %w", err)
	}
	from, err := Open(backup, Options{World: options.World, Wait: options.Wait})
	if err != nil {
		return "", err
	}
	found, err := from.inspect(ctx)
	if err != nil {
		return "", err
	}
	if len(found.report.Faults) > 0 {
		return "", &fault{model.ErrDamaged, "the backup is not sound: " + found.report.Faults[0]}
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return "", fmt.Errorf("making the directory of the database: %w", err)
	}
	if _, err := os.Lstat(path); err == nil {
		if kept, err = keep(path, beforeRestore); err != nil {
			return "", err
		}
	}
	if err := from.copyTo(path, true); err != nil {
		return kept, fmt.Errorf("restoring the backup: %w", err)
	}
	return kept, nil
}
